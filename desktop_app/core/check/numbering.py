"""Numbers of sections that jump, repeat, go back, or stand under the wrong level."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from desktop_app.core.check.finding import Finding, Severity
from desktop_app.core.check.passages import Passage
from desktop_app.core.check.rule import Rule
from desktop_app.core.check.section_marks import with_right_han_mark
from desktop_app.core.document.numbering import mark_text, section_mark
from desktop_app.core.document.paragraph import Paragraph, Role
from desktop_app.core.document.structure import parse
from desktop_app.core.text.han_numerals import to_han
from desktop_app.core.text.sentences import Span

NUMBER_REPEATED = Rule(
    "number-repeated",
    Severity.WARNING,
    "序号“{found}”与前一个同级序号重复，应为“{right}”。",
    "“{found}” repeats the number before it at this level; write “{right}”.",
)
NUMBER_JUMPS = Rule(
    "number-jumps",
    Severity.WARNING,
    "序号“{found}”与前面不连续，应为“{right}”。",
    "“{found}” does not go on from the number before it at this level; write “{right}”.",
)
LEVEL_INVERTED = Rule(
    "level-inverted",
    Severity.WARNING,
    "“{found}”用在了“{above}”之下，层次应依次为“一、”“（一）”“1.”“（1）”。",
    "“{found}” stands below “{above}”; the levels go “一、”, “（一）”, “1.”, “（1）”.",
)

_ATTACHMENT_LABEL = re.compile(r"\s*附件[：:]")
# behind these another paper begins, or a list that counts by itself
_NEW_COUNT = (Role.TITLE, Role.DATE, Role.ATTACHMENT)
_ARABIC = "4"  # the form of 1. and 2.: its depth
_DIGITS_BEHIND_DIGITS = re.compile(r"\s*(?P<ordinal>\d{1,2})[.．](?=\d)")
_NUMERAL = re.compile(r"\d+|[一二三四五六七八九十]+")


@dataclass(frozen=True, slots=True)
class _Number:
    """The number at the start of a paragraph.

    Attributes:
        passage: the paragraph.
        spot: where the number stands in it, its marks included.
        form: numbers of one form count together: 一、 and 二、 do, 一、 and 第一章 do not.
        depth: the place of the form in the order of levels, 0 for chapters.
        ordinal: what it counts.
        heads: whether it belongs to a heading, not to an item of a list.
    """

    passage: Passage
    spot: Span
    form: str
    depth: int
    ordinal: int
    heads: bool

    @property
    def typed(self) -> str:
        return self.passage.text[self.spot.start : self.spot.end]


@dataclass(slots=True)
class _Count:
    """How far the numbers have come.

    Attributes:
        last: the ordinal met last, by form.
        under_parent: the forms met in the present section, with their depths.
        across: the forms that do not begin again in each section.
        heading: the heading met last.
    """

    last: dict[str, int] = field(default_factory=dict)
    under_parent: dict[str, int] = field(default_factory=dict)
    across: set[str] = field(default_factory=set)
    heading: _Number | None = None


def numbering_findings(passages: Sequence[Passage]) -> Iterator[Finding]:
    """The numbers that do not follow from those before them."""
    passages = [replace(p, text=with_right_han_mark(p.text)) for p in passages]
    paragraphs = parse([p.text for p in passages], [p.role for p in passages])
    numbers = [_number(*pair) for pair in zip(passages, paragraphs, strict=True)]
    count = _Count()
    for n, (number, paragraph) in enumerate(zip(numbers, paragraphs, strict=True)):
        if paragraph.role in _NEW_COUNT and section_mark(paragraph.text) is None:
            count = _Count()
        if number is None:
            _advance_over_digits(passages[n], count)
        else:
            yield from _out_of_order(number, count)
            above = count.heading
            if above and _inverted(number, above, count, islice(numbers, n + 1, None)):
                yield LEVEL_INVERTED.finding(number.passage, number.spot, above=above.typed)
            _advance(count, number)


def _advance_over_digits(passage: Passage, count: _Count) -> None:
    """In 8.6个专项 only the numbers before tell that 8. counts and 8.6 is no decimal."""
    match = _DIGITS_BEHIND_DIGITS.match(passage.text)
    if match and int(match["ordinal"]) in (1, count.last.get(_ARABIC, 0) + 1):
        count.last[_ARABIC] = int(match["ordinal"])


def _number(passage: Passage, paragraph: Paragraph) -> _Number | None:
    label = _ATTACHMENT_LABEL.match(passage.text)
    start = label.end() if label else 0
    mark = section_mark(passage.text[start:])
    if mark is None:
        return None
    typed = passage.text[start : start + mark.end]
    start += len(typed) - len(typed.lstrip())
    spot = Span(start, start + len(typed.strip()))
    in_words = typed.strip().startswith("第")
    # chapters and sections of a regulation stand above all other forms
    depth = mark.level - 1 if in_words else mark.level + 1
    form = typed.strip()[-1] if in_words else ""
    return _Number(passage, spot, f"{depth}{form}", depth, mark.ordinal, paragraph.role.level > 0)


def _out_of_order(number: _Number, count: _Count) -> Iterator[Finding]:
    """A number goes on from the last of its form, also across sections, or begins again."""
    last = count.last.get(number.form, 0)
    begun = number.form in count.under_parent
    repeated = begun and number.ordinal == last
    if repeated or number.ordinal not in (1, last + 1):
        rule = NUMBER_REPEATED if repeated else NUMBER_JUMPS
        goes_on = begun or number.form in count.across
        right = _renumbered(number, last + 1 if goes_on else 1)
        yield rule.finding(number.passage, number.spot, right)


def _inverted(
    number: _Number, above: _Number, count: _Count, following: Iterable[_Number | None]
) -> bool:
    """A heading of a higher level stands between two that count on at a lower one."""
    first = number.heads and number.ordinal == 1
    parent_lacks_level = all(depth > number.depth for depth in count.under_parent.values())
    if not first or not parent_lacks_level or above.depth <= number.depth:
        return False
    next_below = next((other for other in following if other and other.form == above.form), None)
    return next_below is not None and next_below.ordinal == above.ordinal + 1


def _advance(count: _Count, number: _Number) -> None:
    if number.form not in count.under_parent and number.ordinal > 1:
        count.across.add(number.form)
    count.last[number.form] = number.ordinal
    above = {form: depth for form, depth in count.under_parent.items() if depth <= number.depth}
    count.under_parent = above | {number.form: number.depth}
    if number.heads:
        count.heading = number


def _renumbered(number: _Number, ordinal: int) -> str:
    """The number with another ordinal, in the form that the standard gives to its level."""
    if number.typed.startswith("第"):
        return _NUMERAL.sub(to_han(ordinal), number.typed, count=1)
    return mark_text(number.depth - 1, ordinal)
