"""What printing puts on each page besides the text: page numbers and running heads."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence, Set
from itertools import accumulate, pairwise
from statistics import median

from desktop_app.core.document.line_shapes import attachment_words, ends_like_title
from desktop_app.core.document.numbering import section_mark

_DASHED = re.compile(r"[-—–－_·\s]+\d{1,3}[-—–－_·\s]+")
_COUNTED = re.compile(r"第\s*\d+\s*页(?:.{0,3}共\s*\d+\s*页)?|\d{1,3}\s*/\s*\d{1,3}\s*页?")
_BARE = re.compile(r"\d{1,3}")
_PAGE = range(150, 4000)  # characters between two page numbers; figures of tables stand closer
_USUAL_PAGE = 300  # characters that pages hold on an average, and rows of tables do not
_FEWEST_NUMBERS = 3
_HEAD_LENGTH = range(2, 41)
_FEWEST_HEADS = 3
_FRONT = 8  # lines among which the title stands
_SENTENCE_MARK = re.compile(r"[。；！？，,;!?：:]")
_LETTER = re.compile(r"[^\W\d_]")
_HAN = re.compile(r"[\u3400-\u9fff]")
_NUMBER_AT_AN_END = re.compile(r"^\d{1,3}(?=\s)|(?<=\s)\d{1,3}$|第\s*\d+\s*页")


def page_numbers(texts: Sequence[str]) -> set[int]:
    """Which lines are page numbers: by their dashes, or because they count the pages."""
    marked = {
        n
        for n, text in enumerate(texts)
        if len(text) <= 20 and (_DASHED.fullmatch(text) or _COUNTED.fullmatch(text))
    }
    return marked | _counting(texts)


def running_heads(texts: Sequence[str]) -> set[int]:
    """Which lines are repeated at the head or foot of pages; a title's own place is not one.

    A line that recurs may be the paper's own, such as 各位代表. One that pages repeat stands next
    to their numbers, or repeats the title, or recurs at even distances.
    """
    places = defaultdict(list)
    for n, text in enumerate(texts):
        if len(text) in _HEAD_LENGTH and not _SENTENCE_MARK.search(text):
            places[_NUMBER_AT_AN_END.sub("", text).strip()].append(n)
    often = {head: found for head, found in places.items() if len(found) >= _FEWEST_HEADS}
    if not often:
        return set()
    numbers = page_numbers(texts)
    ends = list(accumulate(map(len, texts)))
    return {n for head, found in often.items() for n in _repeats(head, found, numbers, ends)}


def _repeats(
    head: str, found: Sequence[int], numbers: Set[int], ends: Sequence[int]
) -> Sequence[int]:
    """Those of the places of a recurring line where a page repeats it."""
    if not _may_be_head(head):
        return ()
    beside = [n for n in found if n - 1 in numbers or n + 1 in numbers]
    if 2 * len(beside) > len(found):
        return found if found[0] in beside and not ends_like_title(head) else found[1:]
    gaps = [ends[b - 1] - ends[a] for a, b in pairwise(found)]
    if found[0] < _FRONT and ends_like_title(head) and _page_apart(gaps):
        return found[1:]
    return found[1:] if _long_enough(head) and _even(gaps) else ()


def _page_apart(gaps: Sequence[int]) -> bool:
    """Whether most distances are a page's; a paragraph of two pages has both heads behind it."""
    return 2 * sum(gap in _PAGE for gap in gaps) > len(gaps)


def _may_be_head(head: str) -> bool:
    return (
        section_mark(head) is None and attachment_words(head) is None and bool(_LETTER.search(head))
    )


def _long_enough(head: str) -> bool:
    """Whether a line is no cell of a table, which recurs for other reasons."""
    return len(_HAN.findall(head)) >= 6


def _even(gaps: Sequence[int]) -> bool:
    """Whether distances are those of pages, which hold about the same number of characters."""
    usual = median(gaps)
    return (
        len(gaps) >= _FEWEST_HEADS
        and usual in _PAGE
        and all(0.7 * usual <= gap <= 1.4 * usual for gap in gaps)
    )


def _counting(texts: Sequence[str]) -> set[int]:
    """Bare figures that go up by one a page."""
    figures = [(n, int(text)) for n, text in enumerate(texts) if _is_figure(text)]
    if len(figures) < _FEWEST_NUMBERS:
        return set()
    ends = list(accumulate(map(len, texts)))
    return {n for chain in _chains(figures, ends) if _counts_pages(chain, ends) for n in chain}


def _is_figure(text: str) -> bool:
    return len(text) <= 3 and _BARE.fullmatch(text) is not None


def _counts_pages(chain: Sequence[int], ends: Sequence[int]) -> bool:
    if len(chain) < _FEWEST_NUMBERS:
        return False
    return (ends[chain[-1]] - ends[chain[0]]) / (len(chain) - 1) >= _USUAL_PAGE


def _chains(figures: Sequence[tuple[int, int]], ends: Sequence[int]) -> Iterator[list[int]]:
    """The places of figures, each one more than the last and about a page behind it.

    Or right behind it, where a paragraph runs over two pages.
    """
    open_chains: dict[int, list[int]] = {}
    crowded = Counter(figure for _, figure in figures)
    for place, figure in figures:
        if crowded[figure] > 2:
            continue  # tables repeat their figures, pages do not
        chain = open_chains.pop(figure - 1, [])
        if chain and place - chain[-1] > 1 and ends[place] - ends[chain[-1]] not in _PAGE:
            yield chain
            chain = []
        open_chains[figure] = [*chain, place]
    yield from open_chains.values()
