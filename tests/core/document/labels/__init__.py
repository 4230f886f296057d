"""Real papers whose paragraphs were given their roles by reading, and how well a parser does.

The texts stay where they are: a label names its paper by the path below ../shared, and each
paragraph by six digits of its SHA-256, so that a paper which has changed is noticed.

Both sets are stratified draws from the manifest of the corpus, `random.Random(seed).sample` over
the sorted paths of a folder, without papers longer than 300 lines and without those whose
paragraphs a careless export had cut or run together (putting them right is the readers' work).
Seed 3 gave `tuning.json`, on which the parser's rules were tried; seed 33 gave `confirming.json`,
labelled from the bare text before those rules were run on it. Of the State Council's short papers
(60 lines) four and six more were drawn with the same seeds, because few others are signed.

What counts as what: an unnumbered first sentence of a paragraph (`大力提振消费。顺应…`) is body,
and stays body where a page broke the line behind it; so are 一是 and 第一条 with what a
regulation numbers below; a line that names a chapter without a number is a heading.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.document.paragraph import Paragraph, Role

_FOLDER = Path(__file__).parent
_DIGITS = 6
SETS = ("tuning", "confirming")


@dataclass(frozen=True, slots=True)
class Label:
    """What a paragraph is, and where its heading ends if it runs on into text (else 0)."""

    role: Role
    run_in: int = 0


@dataclass(frozen=True, slots=True)
class LabelledPaper:
    """A paper with a label for each of its paragraphs."""

    name: str
    texts: tuple[str, ...]
    labels: tuple[Label, ...]


class PaperChangedError(Exception):
    """The paper's paragraphs are not those that were labelled."""


@dataclass(frozen=True, slots=True)
class Score:
    """How often a role was given and should have been given."""

    right: int
    given: int
    wanted: int

    @property
    def precision(self) -> float:
        """The share of what was given that is right."""
        return self.right / self.given if self.given else 1.0

    @property
    def recall(self) -> float:
        """The share of what was wanted that was found."""
        return self.right / self.wanted if self.wanted else 1.0


def labelled_papers(name: str, shared: Path) -> Iterator[LabelledPaper]:
    """The papers of a set.

    Args:
        name: one of SETS.
        shared: the folder that holds the corpus.

    Raises:
        PaperChangedError: the text of a paper is not the one that was labelled.
    """
    for entry in json.loads((_FOLDER / f"{name}.json").read_text(encoding="utf-8")):
        lines = (shared / entry["paper"]).read_text(encoding="utf-8").splitlines()
        texts = tuple(line for line in lines if line.strip())
        if "".join(_digest(text) for text in texts) != entry["digests"]:
            raise PaperChangedError(entry["paper"])
        yield LabelledPaper(entry["paper"], texts, tuple(_labels(entry["roles"])))


def scores(
    papers: Iterable[tuple[Sequence[Label], Sequence[Paragraph]]],
) -> dict[Role, Score]:
    """The score of every role over all papers, each as its labels and its parsed paragraphs."""
    right, given, wanted = Counter[Role](), Counter[Role](), Counter[Role]()
    for labels, parsed in papers:
        wanted.update(label.role for label in labels)
        given.update(paragraph.role for paragraph in parsed)
        pairs = zip(labels, parsed, strict=True)
        right.update(label.role for label, found in pairs if label.role is found.role)
    return {role: Score(right[role], given[role], wanted[role]) for role in Role}


def _labels(runs: str) -> Iterator[Label]:
    """The labels of `title*2 heading2:8 body`: a role, where its heading ends, how often."""
    for run in runs.split():
        kind, _, times = run.partition("*")
        role, _, run_in = kind.partition(":")
        yield from [Label(Role(role), int(run_in or 0))] * int(times or 1)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]
