"""Tables of contents: the headings of a paper listed once more in front of it."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from desktop_app.core.document.numbering import section_mark

_HEADING = re.compile(r"[【\[《（(]?\s*目\s*[录錄次]\s*[】\]》）)]?\s*[:：]?")
# Read from the end of the line, where a search from its beginning would try each dot.
_LEADER = re.compile(r"[-—)）]?(?:\d{0,3}[-—(（]?[.…·．⋯‥・]{3,}|\d{1,3}[-—(（]?…{2})")
_PAGE_BEHIND = re.compile(r"(?<=\s)[-—]?[(（]?\d{1,3}[)）]?[-—]?$")
_STOP = re.compile(r"[。：:]")
_TEXT = re.compile(r"[。；！？;!?]")
_ENTRY_LENGTH = 60  # characters without leader and page number
_LONGEST = 200  # characters with them
_FEWEST = 3


def contents_lines(texts: Sequence[str]) -> set[int]:
    """Which lines are a table of contents, its heading 目录 among them."""
    found = {n for run in _leader_runs(texts) for n in run}
    headings = [n for n, text in enumerate(texts) if len(text) <= 12 and _HEADING.fullmatch(text)]
    if headings:
        openings = _openings(texts)
        for n in headings:
            end = _end_of_entries(texts, n + 1, openings)
            if end - n - 1 >= _FEWEST:
                found.update(range(n, end))
    return found


def has_leader(line: str) -> bool:
    """Whether a line ends with the dots of a table of contents, and perhaps a page number."""
    return len(line) <= _LONGEST and _LEADER.match(_key(line)[::-1]) is not None


def _leader_runs(texts: Sequence[str]) -> list[range]:
    """Lines with dots that lead to page numbers, three and more without another between them."""
    runs: list[range] = []
    start = None
    for n, text in enumerate([*texts, ""]):
        led = has_leader(text)
        if led and start is None:
            start = n
        elif not led and start is not None:
            runs += [range(start, n)] if n - start >= _FEWEST else []
            start = None
    return runs


def _end_of_entries(texts: Sequence[str], start: int, openings: Mapping[str, int]) -> int:
    """Behind the last entry of a list that begins at `start`; `start` itself if none does."""
    seen: set[str] = set()
    paged = False
    end = start
    for n in range(start, len(texts)):
        words = _words(texts[n])
        has_page = words != _key(texts[n])
        if len(words) > _ENTRY_LENGTH or _TEXT.search(words) or n > end + 1:
            break  # one line between entries may be the rest of a broken one
        if words in seen and (paged or words == _words(texts[start]) or _is_chapter(texts[n])):
            break  # here begins the text itself
        if has_page or openings.get(words, 0) > 1:
            end = n + 1
        paged |= has_page
        seen.add(words)
    return end


def _is_chapter(line: str) -> bool:
    mark = section_mark(line)
    return mark is not None and mark.level == 1


def _openings(texts: Sequence[str]) -> Counter[str]:
    """How often a heading stands alone in its line or runs into the text behind its full stop."""
    openings: Counter[str] = Counter()
    for text in texts:
        words = _words(text)
        openings[words] += 1
        stop = _STOP.search(words)
        if stop:
            openings[words[: stop.start()]] += 1
    return openings


def _words(text: str) -> str:
    """A line without leader, page number and spaces; of a long one the beginning."""
    if len(text) > _LONGEST:
        return _key(text[:_LONGEST])
    words = _key(_PAGE_BEHIND.sub("", text))
    leader = _LEADER.match(words[::-1])
    return words[: -leader.end()] if leader else words


def _key(text: str) -> str:
    return "".join(text.split())
