"""The year in which a paper was issued."""

import re
from collections.abc import Iterator, Sequence

from desktop_app.core.document.inferred import Inferred
from desktop_app.core.document.paragraph import Paragraph, Role

_NUMBER = re.compile(r"[〔\[［(（]((?:19|20)\d\d)[〕\]］)）]\s*\d+\s*号")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_NAMED_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:\s*[-－—–~～至]{1,2}\s*\d{2,4})?年")
_HAN_YEAR = re.compile(r"([一二][〇○零一二三四五六七八九]{3})年")
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_AMENDED = re.compile(r"修订|修正|修改")
_BY_NUMBER, _BY_TITLE, _BY_NAME, _BY_FRONT, _BY_CHAPTER = 0.98, 0.95, 0.9, 0.85, 0.75
_SEVERAL = 0.15  # less sure where several years are named


def infer_year(paragraphs: Sequence[Paragraph], title: str, name: str) -> Inferred[int | None]:
    """The year of a paper; its number tells it best, 〔2018〕15号, then title, name and date.

    Args:
        paragraphs: the parsed paper.
        title: its title.
        name: what its file is called.
    """
    return next(_years(paragraphs, title, name), Inferred(None, 0.0))


def _years(
    paragraphs: Sequence[Paragraph], title: str, name: str
) -> Iterator[Inferred[int | None]]:
    """What each source says, the surest first."""
    bylines = [p.text for p in paragraphs if p.role is Role.BYLINE]
    for text in (*bylines, title, name):
        if found := _NUMBER.search(text):
            yield Inferred(int(found[1]), _BY_NUMBER)
    yield from _of(title, _BY_TITLE)
    yield from _of(name, _BY_NAME)
    amended = [year for text in bylines if _AMENDED.search(text) for year in _read(text)]
    if amended:
        yield Inferred(max(amended), _BY_FRONT)
    front = (Role.TITLE, Role.BYLINE, Role.DATE)
    yield from _of(" ".join(p.text for p in paragraphs if p.role in front), _BY_FRONT)
    chapters = [p.text for p in paragraphs if p.role is Role.HEADING_1]
    if planned := [year for text in chapters for year in _read(text)]:
        yield Inferred(max(planned), _BY_CHAPTER)


def _of(text: str, confidence: float) -> Iterator[Inferred[int | None]]:
    """The first year of a text, one that is written 2025年 before a mere number."""
    if years := _read(text):
        sure = confidence if len(set(years)) == 1 else confidence - _SEVERAL
        yield Inferred(years[0], sure)


def _read(text: str) -> list[int]:
    """The years of a text, those with 年 first."""
    named = _NAMED_YEAR.findall(text)
    han = [year.translate(_DIGITS) for year in _HAN_YEAR.findall(text)]
    others = [year for year in _YEAR.findall(text) if year not in named]
    return [int(year) for year in (*named, *others, *han)]
