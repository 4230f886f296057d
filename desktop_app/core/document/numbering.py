"""The marks that number sections: 一、 （一） 1. （1） and the inline 一是, 二是."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.core.text.han_numerals import from_han, to_han

_HAN = "[一二三四五六七八九十]{1,3}"
# In the order of their levels. Regulations count chapters (第一章) where other papers have 一、.
_MARKS = (
    re.compile(rf"\s*(?:(?P<han>{_HAN})、|第(?P<chapter>{_HAN})(?:章|部分|编)(?=[\s、：]|$))\s*"),
    re.compile(rf"\s*(?:[（(〔](?P<han>{_HAN})[）)〕]|第(?P<section>{_HAN})节(?=[\s、：]|$))\s*"),
    re.compile(r"\s*(?P<digits>\d{1,2})[.．、](?!\d)\s*"),
    re.compile(r"\s*[（(](?P<digits>\d{1,2})[）)]\s*"),
)
_FORMS = ("{}、", "（{}）", "{}.", "（{}）")


@dataclass(frozen=True, slots=True)
class Mark:
    """The number at the start of a paragraph: its level 1..4, its place, where the words begin."""

    level: int
    ordinal: int
    end: int


def section_mark(text: str) -> Mark | None:
    """The number that a paragraph begins with, if any."""
    for level, pattern in enumerate(_MARKS, start=1):
        if match := pattern.match(text):
            numeral = match[str(match.lastgroup)]
            ordinal = int(numeral) if numeral.isdecimal() else from_han(numeral)
            if ordinal:
                return Mark(level, ordinal, match.end())
    return None


def mark_text(level: int, ordinal: int) -> str:
    """The number as it is typed, for example level 2, ordinal 3 → （三）."""
    return _FORMS[level - 1].format(to_han(ordinal) if level <= 2 else ordinal)


def next_ordinal(lines: Sequence[str], level: int) -> int:
    """The number that a heading of this level would have below these lines of a draft."""
    for mark in filter(None, map(section_mark, reversed(lines))):
        if mark.level <= level:
            return mark.ordinal + 1 if mark.level == level else 1
    return 1


def without_mark(heading: str) -> str:
    """The heading's words without its number."""
    mark = section_mark(heading)
    return heading[mark.end :] if mark else heading
