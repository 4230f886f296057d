"""Sentences of real papers whose functions were given by reading, and how often they are told.

The texts stay where they are: a label names its paper by the path below ../shared, the paragraph
by its number in the paper as it is read, the sentence by its place there and by eight digits of
its SHA-256, so that a paper which has changed or is read otherwise is noticed.

How they were drawn, `random.Random(4)` over the sorted paths: from every folder of the corpus and
from the saved speeches papers without repetition (again from the start where there are fewer
papers than sentences), one sentence of five characters or more from each; then from some papers
one more out of the first or last sixteenth of its sentences, since openings and closings are rare.
Of 435 drawn, 25 that are no sentences (addresses, signatures, captions, rows of tables, the
offices in charge in brackets) were left out. The papers were shared out between `tuning`, on
which the rules were tried, and `confirming` by folder with `random.Random(5)`.

They were labelled before the rules of today were written. What counts as what:

- opening: who speaks, why and on what ground the paper is made, what it is about.
- achievement: what was done or reached, also an attitude that a review praises.
- problem: what is wrong, missing or hard.
- meaning: why it matters, how things stand, the background of a matter.
- requirement: what must be or must not be, principles, goals, a demand on whoever is addressed;
  every provision of a regulation, its definitions and the items of its lists included. 要 in a
  paper that directs others demands; in a report on the own work, `要加强…` is a measure.
- measure: what is being or will be done, granted, supported, arranged.
- closing: calls, wishes, what is to be done with the paper, when it takes force, who explains it.
- quotation: somebody else's words.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.document.function_kind import Function
from desktop_app.core.library.phrases import mine_phrases
from desktop_app.core.reading.paper import read_paper
from desktop_app.core.text.sentences import Span

_FOLDER = Path(__file__).parent
_DIGITS = 8
SETS = ("tuning", "confirming")
SPEECHES = "samples"  # the folder of the saved speeches; the others are named by number


@dataclass(frozen=True, slots=True)
class LabelledSentence:
    """A sentence, where it stands, what it does, and what the program says that it does."""

    paper: str
    paragraph: int
    text: str
    wanted: Function
    found: Function

    @property
    def folder(self) -> str:
        """The folder of its paper."""
        return self.paper.split("/")[-2]

    @property
    def right(self) -> bool:
        """Whether the program is right."""
        return self.found is self.wanted


class SentenceChangedError(Exception):
    """The paper's sentence is not the one that was labelled."""


def judged_sentences(name: str, shared: Path) -> Iterator[LabelledSentence]:
    """The sentences of a set, judged as an import judges them.

    Args:
        name: one of SETS.
        shared: the folder that holds the papers.

    Raises:
        SentenceChangedError: a paper has not the sentences that were labelled.
    """
    for entry in json.loads((_FOLDER / f"{name}.json").read_text(encoding="utf-8")):
        yield from _judged(entry["paper"], entry["sentences"], shared)


def _judged(name: str, labels: Iterable[str], shared: Path) -> Iterator[LabelledSentence]:
    paper = read_paper(shared / name)
    functions = {
        (phrase.paragraph, phrase.span): phrase.function
        for phrase in mine_phrases(paper.paragraphs, paper.properties.title)
    }
    for label in labels:
        paragraph, start, end, wanted, digest = label.split()
        number, span = int(paragraph), Span(int(start), int(end))
        found = functions.get((number, span))
        text = paper.paragraphs[number].text[span.start : span.end] if found else ""
        if found is None or hashlib.sha256(text.encode()).hexdigest()[:_DIGITS] != digest:
            raise SentenceChangedError(f"{name} {label}")
        yield LabelledSentence(name, number, text, Function(wanted), found)


def accuracy(sentences: Sequence[LabelledSentence]) -> float:
    """The share that is right."""
    return sum(sentence.right for sentence in sentences) / max(1, len(sentences))


def confusions(sentences: Iterable[LabelledSentence]) -> Counter[tuple[Function, Function]]:
    """How often each function was taken for each."""
    return Counter((sentence.wanted, sentence.found) for sentence in sentences)
