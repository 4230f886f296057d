"""Mending of characters: what typing, converting and copying leave in a Chinese text."""

import re

_INVISIBLE = re.compile(
    r"[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad\x00-\x08\x0b-\x1f\x7f]"
)
_FULL_WIDTH = {n: n - 0xFEE0 for n in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B))}
_FULL_WIDTH |= {n: n - 0xFEE0 for n in range(0xFF41, 0xFF5B)}
_WIDTHS = str.maketrans({**_FULL_WIDTH, "％": "%", "\u00a0": " ", "\t": " ", "〝": "“", "〞": "”"})
_OTHER_WIDTH = re.compile("[{}．]".format(re.escape("".join(map(chr, _WIDTHS)))))
_HALF_WIDTH = "(,;:?!"
_HAN = r"\u3400-\u9fff\U00020000-\U0003ffff"
_CHINESE = rf"{_HAN}，。；：！？、“”‘’（）《》〈〉【】—…"
_FULL_WIDTH_POINT = re.compile(r"(?<=[0-9])．(?=[0-9])")
_MARKS = str.maketrans(",;:?!", "，；：？！")
_HALF_WIDTH_MARK = re.compile(rf"(?<=[{_HAN}”’）》】%])[,;:?!]")
_HALF_WIDTH_MARK_AFTER_DIGIT = re.compile(rf"(?<=[0-9A-Za-z])[,;](?=[{_HAN}“（《])")
_BRACKETED = re.compile(r"\(([^()]{0,60})\)")
_NUMBERED_TORTOISE = re.compile(r"^〔([一二三四五六七八九十]{1,3})〕")
_SPACE_IN_TEXT = re.compile(rf"(?<=[{_CHINESE}])[ \u3000]+(?=[{_CHINESE}])")
_ARTICLE = re.compile(r"^第[〇零一二三四五六七八九十百]{1,6}[条章节编款]\s+")
_SPACED_LENGTH = 40  # spaces in shorter lines set names apart: 省长　某某


def visible(text: str) -> str:
    """The text without characters of no width and control characters, but with its tabs."""
    return _INVISIBLE.sub("", text)


def mend(text: str) -> str:
    """The paragraph with proper Chinese marks and without stray spaces or hidden characters."""
    text = visible(text)
    if _OTHER_WIDTH.search(text):
        text = _FULL_WIDTH_POINT.sub(".", text.translate(_WIDTHS))
    text = text.strip()
    if any(mark in text for mark in _HALF_WIDTH):  # most texts have none, and are many
        text = _with_chinese_marks(text)
    text = _NUMBERED_TORTOISE.sub(r"（\1）", text)
    return _without_stray_spaces(text)


def _full_width(match: re.Match[str]) -> str:
    return match.group().translate(_MARKS)


def _with_chinese_marks(text: str) -> str:
    """Full-width marks and brackets beside Chinese, where one may make the next one so."""
    before = None
    while text != before:
        before = text
        text = _BRACKETED.sub(_brackets, text)
        text = _HALF_WIDTH_MARK.sub(_full_width, text)
        text = _HALF_WIDTH_MARK_AFTER_DIGIT.sub(_full_width, text)
    return text


def _brackets(match: re.Match[str]) -> str:
    """Brackets become full-width where what they hold or follow is Chinese."""
    before = match.string[match.start() - 1 : match.start()]
    chinese = re.search(rf"[{_CHINESE}]", match[1] + before) or (not before and match[1].isdigit())
    return f"（{match[1]}）" if chinese else match.group()


def _without_stray_spaces(text: str) -> str:
    """Spaces between Chinese characters go, but for the one that sets an article's number apart."""
    if " " not in text and "\u3000" not in text:
        return text
    if len(text) <= _SPACED_LENGTH:
        return re.sub(r"[ \u3000]+", " ", text)
    number = _ARTICLE.match(text)
    head = number.group().strip() + " " if number else ""
    return head + _SPACE_IN_TEXT.sub("", text[number.end() if number else 0 :])
