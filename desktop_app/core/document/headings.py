"""Which numbered paragraphs are headings: 一、总体要求 is one, （三）有固定场所； is none.

What a paragraph says is judged first; then what stands around it, because the same words number
a section in one paper and an item in the next.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from desktop_app.core.document.line_shapes import attachment_words, names_glossary
from desktop_app.core.document.numbering import Mark, section_mark
from desktop_app.core.document.paragraph import HEADINGS, Paragraph, Role

Roles = Sequence[Role | None]

_HEADING_LENGTH = 60
_RUN_IN_LENGTHS = (40, 40, 30, 30)  # of a first sentence that heads the rest, by level
_LONGER = 20  # so much longer it may be where its neighbours are headings
_SURE_LENGTH = 12  # a first sentence so short is a heading, whatever its neighbours are
_SENTENCE_LENGTH = 25  # of a whole sentence that is a heading whatever follows
_HEADING_SENTENCE, _TEXT_BELOW = 40, 40  # of one that heads the text below it, and of that text
_NO_LEVEL = 9

_STOP = re.compile(r"[。；！？!?]")
_CONTENTS = re.compile(r"(?:[.．…·•]{2,}|\s{3,})\s*\d{1,3}$")
# what somebody is to do, which a heading does not say: 各地要…, 自…起实行, 应…, 予以合并
_DEMAND = re.compile(r"(?<![重主需首纪])要(?![素求点件闻])|应(?![急对用变届有])|均由|自.+起|予以")
_ARTICLE = re.compile(r"第[〇○零一二三四五六七八九十百\d]{1,7}条")
_PROVISION = re.compile(r"应当|不得|.必须|[是系]指|由.{2,30}负责|.进行$|[：:].")


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph by itself.

    Attributes:
        paragraph: with the role that its own words suggest.
        words: its text without spaces behind it.
        mark: the number it begins with.
        stop: place of the first full stop or its like behind the number; -1 if there is none.
    """

    paragraph: Paragraph
    words: str
    mark: Mark | None = None
    stop: int = -1

    @property
    def sentence(self) -> str:
        """The first sentence without number and stop."""
        start = self.mark.end if self.mark else 0
        return self.words[start : self.stop] if self.stop >= 0 else self.words[start:]

    @property
    def is_sentence(self) -> bool:
        """Whether it is one whole sentence with its full stop."""
        return self.stop == len(self.words) - 1 and self.words.endswith("。")

    @property
    def runs_on(self) -> bool:
        """Whether text follows a first sentence that ends with a full stop."""
        return 0 <= self.stop < len(self.words) - 1 and self.words[self.stop] == "。"


@lru_cache(maxsize=4096)
def read_line(text: str) -> Line:
    """Read a paragraph by itself.

    The answers are kept: the editor asks for the whole draft at every pause of typing.
    """
    words = text.rstrip()
    mark = section_mark(words)
    if mark is None:
        role = Role.BODY if attachment_words(words) is None else Role.ATTACHMENT
        return Line(Paragraph(text, role), words)
    stop = _STOP.search(words, mark.end)
    line = Line(Paragraph(text), words, mark, stop.start() if stop else -1)
    return replace(line, paragraph=_heading(line)) if _is_heading(line, mark.level) else line


def settle_headings(paragraphs: list[Paragraph], known: Roles) -> None:
    """Judge the numbered paragraphs once more, by what stands around them."""
    lines = [read_line(paragraph.text) for paragraph in paragraphs]
    items = {*_listed(lines), *_in_articles(paragraphs, lines), *_explained(paragraphs, lines)}
    for n in items:
        _change(paragraphs, known, n, Paragraph(paragraphs[n].text))
    for n in _heading_sentences(paragraphs, lines):
        if n not in items:
            _change(paragraphs, known, n, _heading(lines[n]))
    for row in _rows(paragraphs, lines):
        _agree([n for n in row if n not in items], paragraphs, lines, known)


def _change(paragraphs: list[Paragraph], known: Roles, n: int, wanted: Paragraph) -> None:
    """Give a numbered paragraph another judgement, unless its role is known."""
    if known[n] is None and paragraphs[n].role in (Role.BODY, *HEADINGS):
        paragraphs[n] = wanted


def _heading(line: Line) -> Paragraph:
    """The line as a heading of its number's level, up to its first stop if text follows."""
    if line.mark is None:
        return line.paragraph
    role = HEADINGS[line.mark.level - 1]
    return Paragraph(line.paragraph.text, role, line.stop + 1 if line.runs_on else 0)


def _is_heading(line: Line, level: int) -> bool:
    length = len(line.sentence)
    if line.stop < 0:
        complete = not line.sentence.endswith(("，", "、"))
        return complete and len(line.words) <= _HEADING_LENGTH and not _CONTENTS.search(line.words)
    if length < 2 or _PROVISION.search(line.sentence):
        return False
    if line.runs_on:
        return length <= _RUN_IN_LENGTHS[level - 1]
    certain = length <= _SENTENCE_LENGTH and "，" not in line.sentence
    return level <= 2 and line.is_sentence and certain


def _listed(lines: Sequence[Line]) -> Iterator[int]:
    """A number that goes on from one which ended with a semicolon numbers an item of a list."""
    for n, (above, line) in enumerate(pairwise(lines), start=1):
        counts_on = line.mark and above.mark and line.mark.level == above.mark.level
        if counts_on and above.words.endswith(("；", ";")):
            yield n


def _in_articles(paragraphs: Sequence[Paragraph], lines: Sequence[Line]) -> Iterator[int]:
    """Sentences that are numbered below 第三条 are the parts of an article."""
    inside = False
    for n, line in enumerate(lines):
        if line.mark and line.mark.level > 1:
            if inside and line.stop >= 0:
                yield n
        elif line.mark or paragraphs[n].role in (Role.TITLE, Role.ATTACHMENT):
            inside = False
        elif not inside:
            inside = _ARTICLE.match(line.words) is not None


def _explained(paragraphs: Sequence[Paragraph], lines: Sequence[Line]) -> Iterator[int]:
    """What is numbered below 名词解释 are words and what they mean."""
    deepest = _NO_LEVEL
    for n, line in enumerate(lines):
        level = line.mark.level if line.mark else 0
        if level > deepest:
            yield n
        elif names_glossary(line.words):
            deepest = level
        elif level or paragraphs[n].role in (Role.TITLE, Role.ATTACHMENT):
            deepest = _NO_LEVEL


def _heading_sentences(paragraphs: Sequence[Paragraph], lines: Sequence[Line]) -> Iterator[int]:
    """Whole sentences that head the text below them."""
    for n, (line, below) in enumerate(pairwise(lines)):
        mark = line.mark
        if (
            mark is None
            or mark.level > 2
            or not line.is_sentence
            or _PROVISION.search(line.sentence)
        ):
            continue
        heads = below.mark is None and paragraphs[n + 1].role is Role.BODY
        if len(line.words) > _HEADING_SENTENCE or not heads or len(below.words) < _TEXT_BELOW:
            continue
        above = lines[n - 1].mark if n else None
        in_row = above and above.level == mark.level and paragraphs[n - 1].role is Role.BODY
        if not in_row and not (n and lines[n - 1].words.endswith(("；", ";"))):
            yield n


def _rows(paragraphs: Sequence[Paragraph], lines: Sequence[Line]) -> list[list[int]]:
    """The numbered paragraphs that count together: one level, in one section or on through many."""
    rows: list[list[int]] = []
    counting: dict[int, list[int]] = {}
    last: dict[int, tuple[int, list[int]]] = {}  # of each level the last number, and its row
    for n, line in enumerate(lines):
        if paragraphs[n].role is Role.TITLE:
            counting, last = {}, {}
        if line.mark is None:
            continue
        level, ordinal = line.mark.level, line.mark.ordinal
        counting = {above: row for above, row in counting.items() if above <= level}
        if ordinal == 1 or level not in counting:
            goes_on = ordinal > 1 and level in last and last[level][0] == ordinal - 1
            counting[level] = last[level][1] if goes_on else []
            rows += [] if goes_on else [counting[level]]
        counting[level].append(n)
        last[level] = (ordinal, counting[level])
    return rows


def _agree(
    row: list[int], paragraphs: list[Paragraph], lines: Sequence[Line], known: Roles
) -> None:
    """What most of a row are, those are too that could be either."""
    headings = [n for n in row if paragraphs[n].role.level]
    others = [n for n in row if paragraphs[n].role is Role.BODY]
    doubtful = [n for n in others if _is_long_heading(lines[n])]
    if len(headings) < len(others) - len(doubtful):
        for n in headings:
            if lines[n].stop >= 0 and len(lines[n].sentence) > _SURE_LENGTH:
                _change(paragraphs, known, n, Paragraph(paragraphs[n].text))
    elif len(headings) > max(1, len(others)):
        for n in doubtful:
            _change(paragraphs, known, n, _heading(lines[n]))


def _is_long_heading(line: Line) -> bool:
    level = line.mark.level if line.mark else 1
    fits = len(line.sentence) <= _RUN_IN_LENGTHS[level - 1] + _LONGER
    whole = line.runs_on or (level <= 2 and line.is_sentence)
    demands = _PROVISION.search(line.sentence) or _DEMAND.search(line.sentence)
    return whole and fits and not demands
