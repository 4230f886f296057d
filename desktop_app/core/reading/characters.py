"""Mending of characters: what typing, converting and copying leave in a Chinese text."""

import re

from desktop_app.core.document.line_shapes import ends_like_title

_INVISIBLE = re.compile(
    r"[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad\x00-\x08\x0b-\x1f\x7f]"
)
_FULL_WIDTH = {n: n - 0xFEE0 for n in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B))}
_FULL_WIDTH |= {n: n - 0xFEE0 for n in range(0xFF41, 0xFF5B)}
_WIDTHS = str.maketrans(
    {**_FULL_WIDTH, "％": "%", "\u00a0": " ", "\t": " ", "〝": "“", "〞": "”", "«": "《", "»": "》"}
)
_UNUSUAL = re.compile(_INVISIBLE.pattern[:-1] + re.escape("".join(map(chr, _WIDTHS))) + "．]")
_NARROW_MARKS = ",;:?!("
_HAN = r"\u3400-\u9fff\U00020000-\U0003ffff"
_CHINESE = rf"{_HAN}，。；：！？、“”‘’（）《》〈〉【】—…"
_FULL_WIDTH_POINT = re.compile(r"(?<=[0-9])．(?=[0-9])")
_MARKS = str.maketrans(",;:?!", "，；：？！")
_HALF_WIDTH_MARK = re.compile(rf"(?<=[{_HAN}”’）》】%])[,;:?!]")
_SPACED_MARK = re.compile(rf"(?<=[{_HAN}]) +[,;:?!](?=[ {_CHINESE}]|$)")
_HALF_WIDTH_MARK_AFTER_DIGIT = re.compile(rf"(?<=[0-9A-Za-z])[,;](?=[{_HAN}“（《])")
_BRACKETED = re.compile(r"\(([^()]{0,60})\)")
_NUMBERED_TORTOISE = re.compile(r"^〔([一二三四五六七八九十]{1,3})〕")
_SPACE_IN_TEXT = re.compile(rf"(?<=[{_CHINESE}])[ \u3000]+(?=[{_CHINESE}])")
_HAN_CHARACTER = re.compile(f"[{_HAN}]")
_LAST_POINT = re.compile(rf"(?<=[{_HAN}”’）》])\.$")
_POINT_BETWEEN = re.compile(rf"(?<=[{_HAN}”’）》])\.(?=[{_HAN}“《])")
# Where commas are narrow, points end sentences; elsewhere one may part the names of minorities.
_NARROW_COMMA = re.compile(rf"[{_HAN}],[{_HAN}]")
_QUOTE, _QUOTES = re.compile('(["“”])'), frozenset('"“”')
_SPACE_AT_MARK = re.compile(
    rf"(?<=[，。；：！？、]) (?=[{_CHINESE}])|(?<=[{_CHINESE}]) (?=[，。；：！？、])"
)
_SPACED_OUT = re.compile(rf"(?:[{_HAN}][ \u3000]){{4,}}[{_HAN}]")  # 政 府 工 作 报 告
_SENTENCE_ENDS = ("。", "；", "！", "？")
_ARTICLE = re.compile(r"^第[〇零一二三四五六七八九十百]{1,6}[条章节编款]\s+")
_SPACED_LENGTH = 40  # spaces in shorter lines set names apart: 省长　某某


def visible(text: str) -> str:
    """The text without characters of no width and control characters, but with its tabs."""
    return _INVISIBLE.sub("", text)


def mend(text: str) -> str:
    """The paragraph with proper Chinese marks and without stray spaces or hidden characters."""
    if _UNUSUAL.search(text):  # most texts have nothing of the kind, and are many
        text = _FULL_WIDTH_POINT.sub(".", visible(text).translate(_WIDTHS))
    text = text.strip()
    if '"' in text:
        text = _with_chinese_quotes(text)
    if any(mark in text for mark in _NARROW_MARKS):
        typed_narrow = _NARROW_COMMA.search(text) is not None
        text = _with_chinese_marks(text)
        text = _POINT_BETWEEN.sub("。", text) if typed_narrow else text
    if text.endswith("."):
        text = _LAST_POINT.sub("。", text)
    text = _NUMBERED_TORTOISE.sub(r"（\1）", text)
    return _without_stray_spaces(text)


def _with_chinese_quotes(text: str) -> str:
    """Opening and closing quotation marks for straight ones, where they come in pairs."""
    if not _HAN_CHARACTER.search(text):
        return text
    pieces: list[str] = []
    is_open = False
    for piece in _QUOTE.split(text):
        if piece in _QUOTES:
            if piece != '"' and (piece == "“") is is_open:
                return text
            is_open = not is_open
            pieces.append("“" if is_open else "”")
        else:
            pieces.append(piece)
    return text if is_open else "".join(pieces)


def _full_width(match: re.Match[str]) -> str:
    return match.group().strip().translate(_MARKS)


def _with_chinese_marks(text: str) -> str:
    """Full-width marks and brackets beside Chinese, where one may make the next one so."""
    before = None
    while text != before:
        before = text
        text = _BRACKETED.sub(_brackets, text)
        text = _SPACED_MARK.sub(_full_width, text)
        text = _HALF_WIDTH_MARK.sub(_full_width, text)
        text = _HALF_WIDTH_MARK_AFTER_DIGIT.sub(_full_width, text)
    return text


def _brackets(match: re.Match[str]) -> str:
    """Brackets become full-width where what they hold or follow is Chinese."""
    before = match.string[match.start() - 1 : match.start()]
    chinese = re.search(rf"[{_CHINESE}]", match[1] + before) or (not before and match[1].isdigit())
    return f"（{match[1]}）" if chinese else match.group()


def _without_stray_spaces(text: str) -> str:
    """Spaces between Chinese characters go, but for the one that sets an article's number apart.

    In short lines that are no sentence they set names apart.
    """
    if " " not in text and "\u3000" not in text:
        return text
    if len(text) > _SPACED_LENGTH or text.endswith(_SENTENCE_ENDS):
        number = _ARTICLE.match(text)
        head = number.group().strip() + " " if number else ""
        return head + _SPACE_IN_TEXT.sub("", text[number.end() if number else 0 :])
    if _SPACED_OUT.fullmatch(text) and ends_like_title(text):
        return "".join(text.split())
    return _SPACE_AT_MARK.sub("", re.sub(r"[ \u3000]+", " ", text))
