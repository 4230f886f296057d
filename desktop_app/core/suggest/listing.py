"""Lists: after 一是 comes 二是, after 第一 second, after （一） the next numeral."""

import re

_NUMERALS = "一二三四五六七八九十"
_LOOKED_AT = 2000  # characters before the caret; a list does not pause longer
_AHEAD = ("。", "；", "：", "！", "？", "\n")
_OF_HEADINGS = ("、", "（")
_PAIRS = {"首先": "其次", "其次": "再次", "再次": "最后"}
_ITEM = re.compile(
    r"(?:^|(?<=[。；：，！？\n]))"
    r"(?:(第?)([一二三四五六七八九十])(是|要|靠|看|、|(?<=第.)，)|(（)([一二三四五六七八九十])(）)"
    r"|(首先|其次|再次))",
    re.MULTILINE,
)


def next_items(before: str) -> list[str]:
    """What may begin the next item of the lists that the text has begun, the latest list first.

    Nothing unless the caret stands where an item can begin: behind a sentence or at the beginning
    of a line, and only there for those that are numbered like headings.
    """
    if not before.endswith(_AHEAD):
        return []
    latest: dict[str, str] = {}
    for found in _ITEM.finditer(before[-_LOOKED_AT:]):
        kind, item = _following(found)
        latest.pop(kind, None)
        latest[kind] = item
    new_line = before.endswith("\n")
    return [
        item
        for kind, item in reversed(latest.items())
        if item and (new_line or kind not in _OF_HEADINGS)
    ]


def _following(found: re.Match[str]) -> tuple[str, str]:
    """The kind of a list item and the beginning of the one after it; none after the tenth."""
    ordinal, numeral, particle, opening, inner, closing, adverb = found.groups()
    if adverb:
        return "首先", _PAIRS[adverb]
    if opening:
        return opening, _counted(opening, inner, closing)
    return f"{ordinal}{particle}", _counted(ordinal, numeral, particle)


def _counted(ahead: str, numeral: str, behind: str) -> str:
    n = _NUMERALS.index(numeral) + 1
    return f"{ahead}{_NUMERALS[n]}{behind}" if n < len(_NUMERALS) else ""
