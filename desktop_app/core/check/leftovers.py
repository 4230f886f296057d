"""What a draft must not be handed in with: blanks, placeholders, the same paragraph twice."""

from collections.abc import Iterator, Sequence

from desktop_app.core.check.finding import Finding, Severity
from desktop_app.core.check.passages import Passage, foreign_spans
from desktop_app.core.check.rule import Rule
from desktop_app.core.document.blanks import blank_spans, placeholder_spans
from desktop_app.core.text.sentences import Span

BLANK = Rule(
    "blank-not-filled",
    Severity.WARNING,
    "填空项“{found}”还没有填写。",
    "The blank “{found}” is not filled in yet.",
)
PLACEHOLDER = Rule(
    "placeholder",
    Severity.WARNING,
    "“{found}”是占位符，应换成真实的内容。",
    "“{found}” stands for something; put the real words in its place.",
)
DOUBLED_PARAGRAPH = Rule(
    "doubled-paragraph",
    Severity.WARNING,
    "这一段与前面第{number}段完全相同，应删去其一。",
    "This paragraph is the same as paragraph {number} above; delete one of them.",
)

_DOUBLED_LENGTH = 20  # shorter ones, such as 各位代表！, are repeated on purpose
_ITEM_ENDS = ("；", "：")  # so are items of lists, and what leads up to a list


def leftover_findings(passage: Passage) -> Iterator[Finding]:
    """Blanks that are not filled, and placeholders."""
    foreign = foreign_spans(passage.text)
    for spot in blank_spans(passage.text):
        yield BLANK.finding(passage, spot)
    for spot in placeholder_spans(passage.text):
        if not any(spot.start < end and start < spot.end for start, end in foreign):
            yield PLACEHOLDER.finding(passage, spot)


def doubled_paragraph_findings(passages: Sequence[Passage]) -> Iterator[Finding]:
    """Paragraphs that stand in the draft already, counted from 1 without the empty ones."""
    first_places: dict[str, int] = {}
    for number, passage in enumerate(passages, start=1):
        words = passage.text.strip()
        first = first_places.setdefault(words, number)
        doubled = first != number and len(words) >= _DOUBLED_LENGTH
        if doubled and not words.endswith(_ITEM_ENDS):
            start = passage.text.index(words)
            spot = Span(start, start + len(words))
            yield DOUBLED_PARAGRAPH.finding(passage, spot, number=first)
