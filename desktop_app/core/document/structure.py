"""Which paragraph is what: one parser for papers of the archive and for the draft.

A paper reads: title (one to three lines), bylines, salutation, then headings and body, at the end
signature and date. The parser goes down the paragraphs once and keeps only how far it has come, so
that an unfinished draft is parsed like a whole paper.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from desktop_app.core.document.numbering import section_mark
from desktop_app.core.document.paragraph import HEADINGS, Paragraph, Role

_TITLE_LENGTH = 60
_TITLE_LINES = 3
_FRONT_LINES = 8
_HEADING_LENGTH = 60
_RUN_IN_LENGTH = 40
_SIGNATURE_LENGTH = 30
_SIGNATURE_LINES = 3

_STOP = re.compile(r"[。；！？!?]")
_GENRE_END = re.compile(
    r"(?:报告|讲话|发言|致辞|总结|通知|意见|方案|办法|规定|条例|决定|决议|批复|复函|函|通报|公告|通告|纪要|"
    r"规划|计划|要点|细则|规则|章程|提纲|倡议书|汇报|材料|措施|清单|指南)"
    r"(?:范文)?(?:[（(].{1,20}[）)])?$"
)
_YEAR = r"(?:19|20)\d\d|二[〇○零]{1,2}.{1,2}|一九.{2}|[12][\dxX×*]{3}|[xX×*]{2,4}"
_DAY = r"(?:\d{1,2}|[xX×*]{1,2}|[一二三四五六七八九十]{1,3})"
_DATE = re.compile(rf"[（(]?\s*(?:{_YEAR})\s*年\s*{_DAY}\s*月(?:\s*{_DAY}\s*日)?\s*[）)]?")
_DOCUMENT_NUMBER = re.compile(
    r"[（(]?[^。，；：]{1,20}[〔\[［(（]\d{4}[〕\]］)）]\s*\d+\s*号[）)]?"
)
_BYLINE = re.compile(
    r"\s*(?:[—－-]{2,}|[（(].*[）)]$|(?:来源|作者|发布时间|时间|地点|发言人)\s*[:：])"
)
_SALUTATION = re.compile(
    r"(?!为|根据|按照|依据|经|自|现)(?:(?!如下|以下)[^。；！？]){2,200}[:：]"
    r"|.{0,10}(?:同志|朋友|代表|委员|同学|老师|来宾)们?[!！]"
)
_ATTACHMENT = re.compile(r"\s*附件?\s*\d{0,2}\s*[:：]|\s*附件\s*\d{0,2}$")


def parse(texts: Sequence[str], hints: Sequence[Role | None] = ()) -> tuple[Paragraph, ...]:
    """Give each paragraph its role.

    Args:
        texts: the paragraphs, in order; empty ones are body.
        hints: roles that are known from elsewhere (a Markdown heading, the user's choice), aligned
            with `texts`; None or a missing entry leaves the role to the parser.
    """
    known = [*hints, *[None] * (len(texts) - len(hints))]
    roles = _front_roles(texts, known)
    paragraphs = [
        Paragraph(text, hint) if hint else Paragraph(text, role) if role else _numbered(text)
        for text, hint, role in zip(texts, known, roles, strict=True)
    ]
    _demote_items(paragraphs, known)
    _sign(paragraphs, known)
    return tuple(paragraphs)


def is_date(text: str) -> bool:
    """Whether a line is a date and nothing else, with or without brackets."""
    return _DATE.fullmatch(text.strip()) is not None


def is_salutation(text: str) -> bool:
    """Whether a line addresses somebody: 同志们： or the offices that a notice goes to."""
    return _SALUTATION.fullmatch(text.strip()) is not None


def ends_like_title(text: str) -> bool:
    """Whether a line ends with a kind of paper, as titles do."""
    return _GENRE_END.search(text.strip()) is not None


def _front_roles(texts: Sequence[str], known: Sequence[Role | None]) -> list[Role | None]:
    """Title, bylines and salutation; None from the first heading or body paragraph on."""
    roles: list[Role | None] = [None] * len(texts)
    titles = lines = 0
    salutation_seen = False
    for n, text in enumerate(texts):
        if not text.strip():
            continue
        lines += 1
        role = known[n] or _front_role(text.strip(), texts, n, titles)
        if role not in (Role.TITLE, Role.BYLINE, Role.SALUTATION) or lines > _FRONT_LINES:
            break
        if salutation_seen:
            break
        roles[n] = role
        titles += role is Role.TITLE
        salutation_seen = role is Role.SALUTATION
    return roles


def _front_role(text: str, texts: Sequence[str], n: int, titles: int) -> Role | None:
    """The role of a line that stands before any heading and any body."""
    if section_mark(text):
        return None
    if is_salutation(text) and not _BYLINE.match(text):
        return Role.SALUTATION
    if is_date(text) or _BYLINE.match(text) or _DOCUMENT_NUMBER.fullmatch(text):
        return Role.BYLINE
    if len(text) > _TITLE_LENGTH or _STOP.search(text) or text.endswith(("，", "、", ",")):
        return None
    title = titles == 0 or (titles < _TITLE_LINES and _continues_title(text, texts, n))
    return Role.TITLE if title else Role.BYLINE


def _continues_title(text: str, texts: Sequence[str], n: int) -> bool:
    """A long title is broken into lines; only its last line ends with the kind of paper."""
    previous = texts[n - 1].strip() if n else ""
    return bool(previous) and not ends_like_title(previous) and ends_like_title(text)


@lru_cache(maxsize=4096)
def _numbered(text: str) -> Paragraph:
    """A heading, a heading that runs on into body text, or body."""
    mark = section_mark(text)
    if mark is None:
        role = Role.ATTACHMENT if _ATTACHMENT.match(text) else Role.BODY
        return Paragraph(text, role)
    role = HEADINGS[mark.level - 1]
    words = text.rstrip()
    stop = _STOP.search(words, mark.end)
    if stop is None:
        own_line = len(words) <= _HEADING_LENGTH and not words[mark.end :].endswith(("，", "、"))
        return Paragraph(text, role) if own_line else Paragraph(text)
    return _run_in(text, role, mark.end, stop)


def _run_in(text: str, role: Role, words_start: int, stop: re.Match[str]) -> Paragraph:
    """A first sentence that is short enough is the heading of what follows it."""
    length = stop.start() - words_start
    follows = bool(text[stop.end() :].strip())
    if follows:
        short = 2 <= length <= (_RUN_IN_LENGTH if role.level <= 2 else _RUN_IN_LENGTH - 10)
        heading = short and stop.group() == "。"
    else:
        heading = (
            role.level <= 2 and 2 <= length <= 25 and "，" not in text and stop.group() == "。"
        )
    return Paragraph(text, role, stop.end() if follows else 0) if heading else Paragraph(text)


def _demote_items(paragraphs: list[Paragraph], known: Sequence[Role | None]) -> None:
    """A number that goes on from one which ended with a semicolon numbers an item of a list."""
    for n in range(1, len(paragraphs)):
        before, mark = paragraphs[n - 1].text.rstrip(), section_mark(paragraphs[n].text)
        above = section_mark(before) if before.endswith(("；", ";")) else None
        if mark and above and mark.level == above.level and known[n] is None:
            paragraphs[n] = Paragraph(paragraphs[n].text)


def _sign(paragraphs: list[Paragraph], known: Sequence[Role | None]) -> None:
    """Mark each date on a line of its own after the body, and the short lines above it."""
    body_seen = False
    for n, paragraph in enumerate(paragraphs):
        text = paragraph.text.strip()
        if body_seen and paragraph.role is Role.BODY and is_date(text) and not known[n]:
            paragraphs[n] = Paragraph(paragraph.text, Role.DATE)
            _sign_above(paragraphs, known, n)
        body_seen = body_seen or (paragraph.role in (Role.BODY, *HEADINGS) and len(text) > 0)


def _sign_above(paragraphs: list[Paragraph], known: Sequence[Role | None], date: int) -> None:
    """The issuing bodies stand above the date; empty lines between do not matter."""
    lines = 0
    for n in range(date - 1, 0, -1):
        text = paragraphs[n].text.strip()
        if not text:
            continue
        signs = (
            paragraphs[n].role is Role.BODY
            and len(text) <= _SIGNATURE_LENGTH
            and not re.search(r"[，。；：！？、,;:]", text)
            and known[n] is None
        )
        if not signs or lines == _SIGNATURE_LINES:
            return
        paragraphs[n] = Paragraph(paragraphs[n].text, Role.SIGNATURE)
        lines += 1
