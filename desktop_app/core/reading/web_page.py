"""Which lines of a saved web page are the site's: all around the paper, and between its parts."""

from collections.abc import Sequence
from itertools import pairwise

from desktop_app.core.document.line_shapes import (
    ends_like_title,
    is_byline,
    is_date,
    is_salutation,
    may_be_title,
)
from desktop_app.core.document.numbering import section_mark
from desktop_app.core.reading.site_lines import (
    Line,
    closes_page,
    is_advert,
    is_furniture,
    is_listed_link,
    is_menu,
    leads_back,
    line_kind,
    shows_site,
)

_SITE_LINES = 2  # so many lines of a site make the page a site's
_FRONT_LINES = 6  # so many lines above the text may be the paper's though none is like a title
_REACH = 24  # lines above the running text among which the title is sought
_BETWEEN_TITLES = 4  # lines of a title in parts, with the speaker's name and the date
_SHARE_OF_BEST = 0.6
_NAMED = 0.5  # share of a title that its text has, too
_TITLE_LENGTH = range(6, 101)
_PROSE = 25  # a line of running text has at least so many characters
_MOST = 0.6  # share of the running text that stands above the line where the paper is over
# How much a line speaks for the paper (points for five characters) or against it. What a site puts
# between two parts of a paper is forgiven up to a limit, so that both parts are kept.
_SITE_POINTS, _FRAGMENT_POINTS, _FORGIVEN = -10.0, -0.3, -30.0
_WEIGHED = 400  # characters


def site_lines(texts: Sequence[str]) -> set[int]:
    """Which lines do not belong to the paper, because a site put them there.

    Where fewer than two lines speak of a site, only what sites alone print is taken for its.
    """
    signs = [n for n, text in enumerate(texts) if shows_site(text)]
    furniture = {n for n in signs if is_furniture(texts[n])}
    if len(signs) < _SITE_LINES:
        return furniture
    kinds = [line_kind(text) for text in texts]
    start, stop = _core(texts, kinds)
    kept = {n for n in range(start, stop) if not is_advert(texts[n])}
    if start < stop:
        kept |= _front(texts, start) | _back(texts, stop)
    return set(range(len(texts))) - kept


def _core(texts: Sequence[str], kinds: Sequence[Line]) -> tuple[int, int]:
    """The stretch of lines with the most running text and the least of the site; may be empty."""
    points = [_points(text, kind) for text, kind in zip(texts, kinds, strict=True)]
    whole = sum(max(0.0, p) for p in points)
    best, begun, total, above, against = (0.0, 0, 0), 0, 0.0, 0.0, 0.0
    for n, (text, point) in enumerate(zip(texts, points, strict=True)):
        if point <= 0 and above >= _MOST * whole and closes_page(text):
            break
        above += max(0.0, point)
        if point > 0:
            total, against = total + point, 0.0
        else:
            allowed = max(point, _FORGIVEN - against)
            total, against = total + allowed, against + allowed
        if total <= 0:
            begun, total, against = n + 1, 0.0, 0.0
        best = max(best, (total, begun, n + 1))
    return best[1:]


def _points(text: str, kind: Line) -> float:
    if kind is Line.RUNNING:
        return min(len(text), _WEIGHED) / 5
    return _FRAGMENT_POINTS if kind is Line.FRAGMENT else _SITE_POINTS


def _front(texts: Sequence[str], start: int) -> set[int]:
    """The title, byline and salutation above the running text, which may have notes between."""
    block, edge = _block_above(texts, start)
    titles = [n for n in block if _is_title(texts, n)]
    if titles:
        top = _topmost(texts, block, titles)
        first = top - 1 if _is_first_half(texts, top, start) else top
        block = [n for n in block if n >= first]
    elif len(block) > _FRONT_LINES:
        block = []  # a menu without a word that tells one
    if not titles:
        above = range(edge, max(-1, edge - _REACH), -1)
        block += [n for n in above if _names(texts[n], texts[start:])][:1]
    return set(block) - _titles_of_others(texts, block, start)


def _block_above(texts: Sequence[str], start: int) -> tuple[list[int], int]:
    """The lines between the site's and the text, upwards, and where the site's are."""
    block: list[int] = []
    for n in range(start - 1, max(-1, start - 1 - _REACH), -1):
        if _is_note(texts, n):
            continue
        if is_menu(texts[n]):
            return block, n
        block.append(n)
    return block, -1


def _is_note(texts: Sequence[str], n: int) -> bool:
    """Whether a line is one of those that sites put between title and text, or a part of one."""
    noise = sum(character.isalnum() for character in texts[n]) < 2
    value = n > 0 and texts[n - 1].endswith(("：", ":")) and is_furniture(texts[n - 1])
    return noise or value or (is_furniture(texts[n]) and not leads_back(texts[n]))


def _topmost(texts: Sequence[str], block: Sequence[int], titles: Sequence[int]) -> int:
    """The uppermost of the titles that have no more than a few other lines between them."""
    top, others = block[0], 0
    for n in block:
        if n in titles or is_salutation(texts[n]):
            top, others = n, 0
        elif not is_byline(texts[n]):
            others += 1
            if others > _BETWEEN_TITLES:
                break
    return top


def _is_first_half(texts: Sequence[str], title: int, start: int) -> bool:
    """Whether the line above a title is its beginning: 国务院办公厅 and 关于… in two lines."""
    above = texts[title - 1] if title else ""
    if len(above) not in _TITLE_LENGTH or not may_be_title(above):
        return False
    named = _share_found(above, "".join(texts[start:])) >= _NAMED
    return named or texts[title].startswith("关于")


def _is_title(texts: Sequence[str], n: int) -> bool:
    """Whether a line looks like a title, or has the place of one."""
    text, below = texts[n], texts[n + 1]
    if len(text) not in _TITLE_LENGTH or "。" in text or is_byline(text) or is_salutation(text):
        return False
    leads = is_salutation(below) or below.startswith(("—", "－", "―")) or is_furniture(below)
    named = ends_like_title(text) or "关于" in text or text.endswith(("会议上", "大会上"))
    return named or (leads and may_be_title(text))


def _names(text: str, below: Sequence[str]) -> bool:
    """Whether a line that menus part from a text is its title all the same."""
    fits = len(text) in _TITLE_LENGTH and may_be_title(text) and ends_like_title(text)
    return fits and _share_found(text, "".join(below)) >= _NAMED


def _titles_of_others(texts: Sequence[str], front: Sequence[int], start: int) -> set[int]:
    """Of several titles in a row, those of whose words the text has few: links to other papers."""
    titles = [n for n in front if ends_like_title(texts[n]) and not is_byline(texts[n])]
    if len(titles) < 2:
        return set()
    body = "".join(texts[start:])
    shares = {n: _share_found(texts[n], body) for n in titles}
    best = max(titles, key=lambda n: shares[n])
    return {
        n
        for n in titles
        if shares[n] < _SHARE_OF_BEST * shares[best]
        and _share_found(texts[n], texts[best]) < _SHARE_OF_BEST
    }


def _share_found(title: str, body: str) -> float:
    """How many of a title's pairs of characters the text has."""
    pairs = {a + b for a, b in pairwise(title) if not (a + b).isascii()}
    return sum(pair in body for pair in pairs) / max(1, len(pairs))


def _back(texts: Sequence[str], stop: int) -> set[int]:
    """Signature, date, notes and attachments behind the running text, up to the site's lines."""
    end = stop
    while end < len(texts) and not _ends_back(texts, end):
        end += 1
    if end > stop and texts[end - 1].isdigit() and len(texts[end - 2]) >= _PROSE:
        end -= 1  # the number of the last page, not the last cell of a table
    return set(range(stop, end))


def _ends_back(texts: Sequence[str], n: int) -> bool:
    text = texts[n]
    if is_date(text):
        return False
    links = ends_like_title(text) and ends_like_title("".join(texts[n + 1 : n + 2]))
    link = links and not section_mark(text)
    return link or closes_page(text) or is_menu(text) or is_listed_link(text)
