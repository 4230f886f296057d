"""Frames that parallel headings share: 着力…，加快…, 以…促…, …新突破, 四字，六字."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import NamedTuple

from desktop_app.core.text.han_numerals import to_han

LEAST = 3  # headings that make a parallel set
_CAESURA = re.compile(r"[，,\s\u3000]+")
_GAP = "…"
# Two words with something between them: 以科技创新促产业升级, 在改善民生上下功夫.
_SCHEMES = re.compile(
    r"^(?:(以)[^，]{1,10}(促|赢|求|强|提|推|带|换|保|引|优|为)|(在)[^，]{2,14}(上|中)"
    r"|(把)[^，]{1,10}(作为|摆|放)|(从)[^，]{1,8}(到|向|抓)|(向)[^，]{1,8}(要)|(让)[^，]{1,10}(更|成为)"
    r"|(一手)[^，]{1,8}，?(一手)|(既)[^，]{1,8}，?(又))"
)
_INNER = "促以赢上中下到为向更新求字"  # what two halves of a clause are joined by
_YEAR = re.compile(r"\d{4}年|\{\{年份\}\}年?")


class Key(NamedTuple):
    """One thing that headings of a frame have in common: what kind of thing, and what."""

    kind: str
    value: str

    @property
    def is_wording(self) -> bool:
        """Whether words are shared, and not a length only."""
        return self.kind in ("scheme", "opening", "ending")


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame that some siblings share.

    Attributes:
        key: what they share.
        members: their numbers among the siblings, in order.
        worth: how parallel they sound, and how many of the siblings they are, 0 to 1.
    """

    key: Key
    members: tuple[int, ...]
    worth: float


# How parallel headings sound that share it, and the share of the siblings that must.
_WORTH = {
    "scheme": (1.0, 0.4),
    "opening": (0.9, 0.5),
    "ending": (0.85, 0.5),
    "measure": (0.75, 0.75),
    "first": (0.6, 0.8),
}


def frame_keys(words: str) -> Iterator[Key]:
    """All that a heading may share with others, the most telling first."""
    clauses = _CAESURA.split(words)
    lengths = [len(clause) for clause in clauses]
    if scheme := _SCHEMES.match(words):
        yield Key("scheme", _GAP.join(filter(None, scheme.groups())))
    opening = _YEAR.match(words)
    yield Key("opening", opening.group() if opening else words[:2])
    yield Key("ending", words[-2:])
    yield Key("measure", str(lengths))
    if len(clauses) == 2 and lengths[0] in (3, 4):
        yield Key("first", str(lengths[0]))


def best_frame(siblings: Sequence[str]) -> Frame | None:
    """The frame that most of the siblings share; None if they are not parallel."""
    sharing: dict[Key, list[int]] = {}
    for number, words in enumerate(siblings):
        for key in frame_keys(words):
            sharing.setdefault(key, []).append(number)
    frames = (_frame(key, members, len(siblings)) for key, members in sharing.items())
    return max(filter(None, frames), key=lambda frame: frame.worth, default=None)


def _frame(key: Key, members: Sequence[int], siblings: int) -> Frame | None:
    worth, least = _WORTH[key.kind]
    share = len(members) / siblings
    enough = len(members) >= LEAST and share >= least
    return Frame(key, tuple(members), worth * share) if enough else None


def frame_name(headings: Sequence[str], key: Key) -> str:
    """How a writer would note down what headings share: 加快…，构建…新格局; else their measure."""
    parts = [_CAESURA.split(words) for words in headings]
    if len({len(clauses) for clauses in parts}) == 1:
        shared = "，".join(_shared(clauses) for clauses in zip(*parts, strict=True))
    else:
        shared = _shared(headings)
    if set(shared) - set(f"{_GAP}，"):
        return shared
    if key.kind in ("opening", "scheme"):
        return f"{key.value}{_GAP}"
    return _measures(parts)


def group_name(headings: Sequence[str], key: Key) -> str:
    """How a writer would note down the one thing that single headings share."""
    if key.kind == "ending":
        return _GAP + key.value
    if key.is_wording:
        return key.value + _GAP
    return _measures([_CAESURA.split(words) for words in headings])


def _shared(clauses: Sequence[str]) -> str:
    """What clauses begin and end with, and the word that joins their halves."""
    if len(set(clauses)) == 1:
        return clauses[0]
    opening = _in_common(clauses)
    rest = [clause[len(opening) :] for clause in clauses]
    ending = _in_common([clause[::-1] for clause in rest])[::-1]
    inner = [clause[1 : len(clause) - len(ending) - 1] for clause in rest]
    joint = next((word for word in _INNER if all(word in part for part in inner)), "")
    return opening + _GAP + (joint + _GAP if joint else "") + ending


def _in_common(texts: Sequence[str]) -> str:
    """What texts begin with."""
    columns = zip(*texts, strict=False)
    return "".join(c[0] for c in takewhile(lambda column: len(set(column)) == 1, columns))


def _measures(parts: Sequence[Sequence[str]]) -> str:
    """The lengths of the clauses: 四字，六字, with a gap where they differ."""
    columns = [{len(clause) for clause in clauses} for clauses in zip(*parts, strict=False)]
    return "，".join(f"{to_han(min(c))}字" if len(c) == 1 else _GAP for c in columns)
