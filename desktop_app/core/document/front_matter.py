"""The front of a paper: title, bylines and salutation; and those of the papers enclosed in it."""

from collections.abc import Sequence

from desktop_app.core.document.line_shapes import (
    addresses_people,
    attachment_words,
    ends_like_title,
    is_byline,
    is_day,
    is_note,
    is_salutation,
    may_be_title,
)
from desktop_app.core.document.numbering import section_mark
from desktop_app.core.document.paragraph import Role

Roles = Sequence[Role | None]

_FRONT = (Role.TITLE, Role.BYLINE, Role.SALUTATION)
_TITLE_LINES = 4
_FRONT_LINES = 8
_ASIDE_LENGTH = 120  # a caption or a lead may stand between title and salutation


def front_roles(lines: Sequence[str], known: Roles) -> list[Role | None]:
    """The roles of the lines at the front of each paper; None for all others.

    Args:
        lines: the paragraphs that hold text, without spaces around it.
        known: the role of each line as far as it is known.
    """
    roles = _front(lines, known, 0)
    n = len(roles)
    signed = False
    while n < len(lines):
        signed = signed or is_day(lines[n])
        start = _enclosed(lines, known, n, signed=signed)
        if start is None:
            roles.append(None)
            n += 1
        else:
            roles += [None] * (start - n) + _front(lines, known, start)
            n = len(roles)
    return roles


def _enclosed(lines: Sequence[str], known: Roles, n: int, *, signed: bool) -> int | None:
    """Where the title stands of a paper that line `n` leads to; None if it leads to none.

    A paper is enclosed behind the date of the one before it, or under a label 附件 or 附件1. Before
    the date, 附件： announces what is enclosed and is no label.
    """
    if known[n] is Role.TITLE:
        return n
    dated = is_day(lines[n]) and known[n] in (None, Role.DATE)
    labels = attachment_words(lines[n]) == "" and known[n] in (None, Role.ATTACHMENT)
    if not dated and not (labels and (signed or n == 0 or lines[n][-1] not in "：:")):
        return None
    start = n + 1
    while start < len(lines) and is_note(lines[start]):
        start += 1
    if start == len(lines) or not _may_be_title(lines, known, start):
        return None
    return start if labels or _title_goes_on(lines, known, start) else None


def _front(lines: Sequence[str], known: Roles, start: int) -> list[Role | None]:
    """The roles from the line `start` to the end of the front that begins there."""
    roles: list[Role | None] = []
    title = ""
    limit = min(len(lines), start + _FRONT_LINES)
    for n in range(start, limit):
        role = known[n] or _front_role(lines, known, n, title)
        if role is Role.BYLINE and start > 0 and not is_byline(lines[n]) and not known[n]:
            break  # below an enclosed title, what is not plainly a byline is text
        if role not in _FRONT and not (role is None and _address_follows(lines, known, n, limit)):
            break
        roles.append(role)
        if role is Role.SALUTATION:
            break
        title += lines[n] if role is Role.TITLE else ""
    return roles


def _front_role(lines: Sequence[str], known: Roles, n: int, title: str) -> Role | None:
    """The role of a line at the front, below what is already known of the title."""
    text = lines[n]
    if is_byline(text) and not section_mark(text):
        return Role.BYLINE
    if is_salutation(text) and not section_mark(text):
        return Role.SALUTATION
    if not _may_be_title(lines, known, n):
        return None
    goes_on = not ends_like_title(title) and _title_goes_on(lines, known, n)
    repeats = ends_like_title(text) and "".join(title.split()).endswith("".join(text.split()))
    is_title = not title or goes_on or repeats
    return Role.TITLE if is_title else Role.BYLINE


def _may_be_title(lines: Sequence[str], known: Roles, n: int) -> bool:
    text = lines[n]
    return known[n] is Role.TITLE or (
        known[n] is None
        and may_be_title(text)
        and not is_byline(text)
        and not section_mark(text)
        and attachment_words(text) is None
    )


def _title_goes_on(lines: Sequence[str], known: Roles, n: int) -> bool:
    """Whether this line or one of the next names the kind of paper, as a title's last line does."""
    for m in range(n, min(len(lines), n + _TITLE_LINES)):
        if not _may_be_title(lines, known, m):
            return False
        if ends_like_title(lines[m]):
            return True
    return False


def _address_follows(lines: Sequence[str], known: Roles, n: int, limit: int) -> bool:
    """Whether the audience is addressed below a caption or a lead that stands at the front."""
    for m in range(n, limit):
        if known[m] not in (None, *_FRONT):
            return False
        if section_mark(lines[m]) or len(lines[m]) > _ASIDE_LENGTH:
            return False
        if addresses_people(lines[m]):
            return True
    return False
