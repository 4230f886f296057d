"""Kinds of official papers: which one a title names, or the paper's own words."""

import re
from collections.abc import Sequence

from desktop_app.core.document.inferred import UNKNOWN, Inferred
from desktop_app.core.document.paragraph import Paragraph, Role

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
# Words that name a kind at the end of a title only; elsewhere they are ordinary words.
_AT_THE_END = ("规范", "规程", "准则", "章程", "纲要", "指南", "措施", "政策", "清单", "解读")
_FAMILIES = {
    "报告": ("政府工作报告", "工作报告", "汇报"),
    "总结": ("工作总结",),
    "讲话": ("发言", "致辞", "主持词"),
    "要点": ("工作要点",),
    "方案": ("实施方案", "规划", "计划", "纲要"),
    "意见": ("实施意见",),
    "函": ("复函", "批复"),
    "公告": ("通告", "公报"),
    "办法": ("规定", "条例", "细则", "规则", "规范", "规程", "准则", "章程"),
}
_FAMILY_OF = {genre: family for family, genres in _FAMILIES.items() for genre in genres}

_TAIL = re.compile(r"(?:[（(〔\[][^（(〔\[]{1,20}[）)〕\]]|\s|20\d\d|年|范文|稿)+$")
# What papers say of themselves where they begin and where they end.
_KINDS = "条例|规定|办法|细则|规则|方案|意见|规划|计划|措施|指南|规范|政策"
_REPORTS = re.compile(r"我(?:代表|受).{0,20}(?:政府|国务院|行署).{0,12}(?:报告|委托)")
_RESOLVES = re.compile(r"会议.{0,20}批准.{0,6}报告")
_HEREBY = re.compile(
    r"特此(通知|通报|公告|通告|批复|函复|报告|请示)|(?:现|特).{0,40}?(通知|通报|批复|函复|公告)如下"
    rf"|(?:制定|出台|提出|编制)(?:了)?(?:本|以下|如下|此)(?:行动|实施|工作|指导|若干|暂行|建设|发展|政策){{0,2}}({_KINDS})"
    rf"|本({_KINDS})自.{{2,20}}起"
)
_SPEAKS_FIRST = 3  # paragraphs of a report in which it says that it reports
_TITLE_CERTAIN, _TITLE_LIKELY, _FROM_TEXT = 0.98, 0.75, 0.7


def infer_genre(title: str) -> str:
    """The kind of paper that a title names, the last one named counting; empty if none."""
    return genre_of_title(title).value


def genre_of_title(title: str) -> Inferred[str]:
    """The kind of paper that a title names, sure where the title ends with it."""
    words = _TAIL.sub("", title)
    for ending in _AT_THE_END:
        if words.endswith(ending):
            return Inferred(ending, _TITLE_CERTAIN)
    place, genre = max(
        ((title.rfind(genre) + len(genre), genre) for genre in GENRES if genre in title),
        key=lambda found: (found[0], len(found[1])),
        default=(0, ""),
    )
    if not place:
        return UNKNOWN
    return Inferred(genre, _TITLE_CERTAIN if words.endswith(genre) else _TITLE_LIKELY)


def genre_of_text(paragraphs: Sequence[Paragraph]) -> Inferred[str]:
    """The kind of paper that the running text calls itself: 特此通知, 本办法自…起施行."""
    texts = [p.text for p in paragraphs if p.role in (Role.BODY, Role.TITLE)]
    if any(_REPORTS.search(text) for text in texts[:_SPEAKS_FIRST]):
        return Inferred("政府工作报告", _FROM_TEXT)
    if any(_RESOLVES.search(text) for text in texts[:_SPEAKS_FIRST]):
        return Inferred("决议", _FROM_TEXT)
    for text in texts:
        if found := _HEREBY.search(text):
            word = next(group for group in found.groups() if group)
            return Inferred("函" if word == "函复" else word, _FROM_TEXT)
    return UNKNOWN


def genre_family(genre: str) -> str:
    """The broader kind that a genre belongs to, itself if it belongs to none."""
    return _FAMILY_OF.get(genre, genre)
