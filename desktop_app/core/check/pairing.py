"""Which brackets and quotation marks of a paragraph belong together."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from desktop_app.core.check.passages import foreign_spans

PARTNERS = {
    "（": "）",
    "(": ")",
    "《": "》",
    "〈": "〉",
    "“": "”",
    "‘": "’",
    "〔": "〕",
    "【": "】",
}
_MARKS = re.compile(r"[（()）《》〈〉“”‘’〔〕【】]")
_HALF_AS_FULL = str.maketrans("()", "（）")
# 1） and a) number items; the ’ of don’t and of ’99 stands for something left out
_NO_PARTNER = re.compile(
    r"(?:^|(?<=[；。，：、\s]))\s*(?:\d{1,2}|[A-Za-z①-⑳]|[一二三四五六七八九十]{1,2})[）)]"
    r"|(?<=[A-Za-z])’(?=[A-Za-z])|’(?=\d\d)"
)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two marks that belong together.

    Attributes:
        start: place of the opening mark.
        end: place of the closing mark.
        around: place of the opening mark next outside, -1 where there is none.
    """

    start: int
    end: int
    around: int


@dataclass(slots=True)
class Pairing:
    """The pairs of a paragraph, and the places of the marks that have no partner."""

    pairs: list[Pair] = field(default_factory=list)
    single: list[int] = field(default_factory=list)


def pair_marks(text: str) -> Pairing:
    """Match closing marks to the last opening mark of their kind."""
    pairing = Pairing()
    open_places: list[int] = []
    for place in _mark_places(text):
        if text[place] in PARTNERS:
            open_places.append(place)
        else:
            _close(text, place, open_places, pairing)
    pairing.single.extend(open_places)
    pairing.single.sort()
    return pairing


def _close(text: str, place: int, open_places: list[int], pairing: Pairing) -> None:
    partner = next(
        (
            n
            for n in reversed(range(len(open_places)))
            if matches(text[open_places[n]], text[place])
        ),
        None,
    )
    if partner is None:
        pairing.single.append(place)
        return
    pairing.single.extend(open_places[partner + 1 :])
    around = open_places[partner - 1] if partner else -1
    pairing.pairs.append(Pair(open_places[partner], place, around))
    del open_places[partner:]


def matches(opening: str, closing: str) -> bool:
    """Whether two marks are partners; the width of a bracket does not matter."""
    full = opening.translate(_HALF_AS_FULL)
    return PARTNERS.get(full) == closing.translate(_HALF_AS_FULL)


def _mark_places(text: str) -> Iterator[int]:
    excluded = [*foreign_spans(text), *(match.span() for match in _NO_PARTNER.finditer(text))]
    for match in _MARKS.finditer(text):
        if not any(start <= match.start() < end for start, end in excluded):
            yield match.start()
