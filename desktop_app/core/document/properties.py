"""What a paper says about itself: title, year and genre."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.core.document.paragraph import HEADINGS, Paragraph, Role

# Longer names first: a 政府工作报告 is also a 报告.
GENRES = (
    "政府工作报告",
    "工作报告",
    "工作总结",
    "工作要点",
    "实施方案",
    "实施意见",
    "讲话",
    "发言",
    "致辞",
    "主持词",
    "总结",
    "报告",
    "汇报",
    "通知",
    "通报",
    "通告",
    "公告",
    "公报",
    "意见",
    "方案",
    "办法",
    "规定",
    "条例",
    "细则",
    "规则",
    "决定",
    "决议",
    "批复",
    "复函",
    "函",
    "请示",
    "纪要",
    "规划",
    "计划",
    "倡议书",
)
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_HAN_YEAR = re.compile(r"([一二][〇○零一二三四五六七八九]{3})年")
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_LETTER_SPACED = re.compile(r"(?:\d+|\S)(?:\s+(?:\d+|\S))+")
_FRONT = (Role.TITLE, Role.BYLINE, Role.DATE)
_BELOW_THE_FRONT = (Role.SALUTATION, *HEADINGS, Role.ATTACHMENT, Role.SIGNATURE, Role.DATE)


@dataclass(frozen=True, slots=True)
class Properties:
    """A paper's own account of itself; `year` is None and `genre` empty where it does not say."""

    title: str
    year: int | None
    genre: str


def infer_properties(paragraphs: Sequence[Paragraph], name: str) -> Properties:
    """Title, year and genre from the front of the paper, its date, and the name of its file.

    Args:
        paragraphs: the parsed paper.
        name: file name without folder and extension.
    """
    spoken = " ".join(name.replace("_", " ").split())
    title = _joined([_closed_up(p.text.strip()) for p in _title_lines(paragraphs)]) or spoken
    front = " ".join(p.text for p in paragraphs if p.role in _FRONT)
    year = _first_year(title) or _first_year(spoken) or _first_year(front)
    return Properties(title, year, infer_genre(title) or infer_genre(spoken))


def infer_genre(title: str) -> str:
    """The kind of paper that a title names, the last one named counting; empty if none."""
    place, genre = max(
        ((title.rfind(genre) + len(genre), genre) for genre in GENRES if genre in title),
        key=lambda found: (found[0], len(found[1])),
        default=(0, ""),
    )
    return genre if place else ""


def _title_lines(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The lines of the first title; one further down belongs to an enclosed paper."""
    lines: list[Paragraph] = []
    for paragraph in paragraphs:
        if paragraph.role is Role.TITLE:
            lines.append(paragraph)
        elif lines or paragraph.role in _BELOW_THE_FRONT:
            break
    return lines


def _joined(lines: Sequence[str]) -> str:
    """The title of these lines, one of which may repeat the end of those above it."""
    title = ""
    for line in lines:
        title += "" if title.endswith(line) else line
    return title


def _closed_up(line: str) -> str:
    """A line that is spaced out for its looks, as 通　知, without the spaces."""
    return "".join(line.split()) if _LETTER_SPACED.fullmatch(line) else line


def _first_year(text: str) -> int | None:
    if match := _YEAR.search(text):
        return int(match[1])
    if match := _HAN_YEAR.search(text):
        return int(match[1].translate(_DIGITS))
    return None
