"""Phrases of a paper: its sentences, what each does, and what it is worth to another paper."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop_app.core.document.function import passage_function
from desktop_app.core.document.function_kind import Function
from desktop_app.core.document.paragraph import Paragraph, Role
from desktop_app.core.document.phase import phases
from desktop_app.core.text.sentences import Span, sentence_spans

# What ties a sentence to its paper: figures, names in book or quotation marks, Latin words, places
# and bodies. Each such character costs twenty times its share of the sentence.
_PARTICULAR = re.compile(
    r"\d[\d.,]*%?|《[^》]*》|“[^”]{1,6}”|[A-Za-z]+"
    r"|[\u4e00-\u9fff]{2,4}(?:省|市|县|区|镇|乡|村|集团|公司|大学|医院)(?!域|场|长|级|委)"
)
_PARTICULAR_COST = 20
_LENGTH = range(12, 91)
_DANGLING = re.compile(
    r"其中|同时|并|此|该|这|那|但|而|也|还|又|以上|上述|前者|后者|以此|对此|因此|从而|即"
)
_PAIRS = ("（）", "《》", "“”", "‘’", "〔〕", "【】")
_PHRASED = (Role.BODY, Role.HEADING_1, Role.HEADING_2, Role.HEADING_3, Role.HEADING_4)


@dataclass(frozen=True, slots=True)
class MinedPhrase:
    """A sentence of a paragraph.

    Attributes:
        paragraph: index of the paragraph in its paper.
        span: where it stands in the paragraph's text, in code points.
        function: what it does there.
        worth: 0 for what makes no sense elsewhere, up to 1 for what fits any paper.
    """

    paragraph: int
    span: Span
    function: Function
    worth: float


def mine_phrases(paragraphs: Sequence[Paragraph], title: str) -> Iterator[MinedPhrase]:
    """The sentences of a paper's running text, in order."""
    total = sum(len(p.text) for p in paragraphs) or 1
    seen = 0
    for index, (paragraph, phase) in enumerate(
        zip(paragraphs, phases(paragraphs, title), strict=True)
    ):
        if paragraph.body and paragraph.role in _PHRASED:
            offset = len(paragraph.text) - len(paragraph.body)
            for start, end in sentence_spans(paragraph.body):
                text, place = paragraph.body[start:end], (seen + start) / total
                function = passage_function(text, paragraph.text, phase, place)
                span = Span(offset + start, offset + end)
                yield MinedPhrase(index, span, function, phrase_worth(text))
        seen += len(paragraph.text)


def phrase_worth(text: str) -> float:
    """How well a sentence can stand in another paper, 0 to 1."""
    text = text.strip()
    complete = len(text) in _LENGTH and text[-1] in "。；！？”"
    if not complete or _DANGLING.match(text) or not _balanced(text):
        return 0.0
    particulars = sum(len(match.group()) for match in _PARTICULAR.finditer(text))
    return max(0.0, 1 - _PARTICULAR_COST * particulars / len(text))


def _balanced(text: str) -> bool:
    return all(text.count(pair[0]) == text.count(pair[1]) for pair in _PAIRS)
