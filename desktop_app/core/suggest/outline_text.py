"""Outlines written out: numbered anew, years moved, other places' names as blanks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop_app.core.document.numbering import mark_text
from desktop_app.core.suggest.heading_family import HeadingFamily
from desktop_app.core.suggest.headings import move_heading
from desktop_app.core.suggest.outline_drafts import DraftSection, OutlineDraft
from desktop_app.core.suggest.place_names import ForeignPlaces
from desktop_app.core.text.han_numerals import to_han

_MOST = 60  # sections of a paper that has more of its own


@dataclass(frozen=True, slots=True)
class OutlineSection:
    """A section to write.

    Attributes:
        level: 1 or 2.
        heading: with its number.
        papers: how many papers of the family have it, in these words or others.
        variants: the same section's headings in others of them, each with the same number.
    """

    level: int
    heading: str
    papers: int = 1
    variants: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outline:
    """A skeleton of a paper.

    Attributes:
        name: the title of the paper that it follows; empty if it is merged from several.
        genre: of that paper, or of the papers that count most.
        papers: how many it is made from.
        paper_ids: the followed one, those whose headings it has, and the others it is made from.
        sections: in order.
    """

    name: str
    genre: str
    papers: int
    paper_ids: tuple[int, ...]
    sections: tuple[OutlineSection, ...]


class OutlineText:
    """Writes outlines for one paper.

    Args:
        family: whose headings they have.
        year: of the paper that they are for, where known.
        foreign: makes blanks of the names of other places.
    """

    def __init__(self, family: HeadingFamily, year: int | None, foreign: ForeignPlaces) -> None:
        self._family = family
        self._year = year
        self._foreign = foreign
        self._written = dict[int, str]()  # outlines of a family have much in common

    def write(self, draft: OutlineDraft) -> Outline:
        """The outline as it is offered."""
        members = self._family.members
        sections = draft.sections[:_MOST]
        owners = [int(self._family.member[section.heading]) for section in sections]
        followed = [] if draft.followed is None else [draft.followed]
        counting = [n for n, member in enumerate(members) if member.weight > 0]
        others = [] if followed else counting
        first = members[followed[0]] if followed else max(members, key=lambda m: m.weight)
        return Outline(
            first.title if followed else "",
            first.genre,
            1 if followed else len(counting),
            tuple(members[n].paper_id for n in dict.fromkeys([*followed, *owners, *others])),
            tuple(self._numbered(sections, chapters=self._has_chapters(draft))),
        )

    def _numbered(
        self, sections: Sequence[DraftSection], *, chapters: bool
    ) -> Iterator[OutlineSection]:
        ordinals = [0, 0]
        for section in sections:
            ones, twos = ordinals
            ordinals = [ones + 1, 0] if section.level == 1 else [ones, twos + 1]
            ordinal = ordinals[section.level - 1]
            in_chapters = chapters and section.level == 1
            mark = f"第{to_han(ordinal)}章 " if in_chapters else mark_text(section.level, ordinal)
            heading = mark + self._words(section.heading)
            variants = (mark + self._words(n) for n in section.support.variants)
            others = tuple(v for v in dict.fromkeys(variants) if v != heading)
            yield OutlineSection(section.level, heading, section.support.papers, others)

    def _words(self, heading: int) -> str:
        if heading not in self._written:
            year = self._family.members[self._family.member[heading]].year
            moved = move_heading(self._family.headings[heading].words, year, self._year)
            self._written[heading] = self._foreign.with_blanks(moved)
        return self._written[heading]

    def _has_chapters(self, draft: OutlineDraft) -> bool:
        """Whether the first level counts chapters, as the followed paper or most papers do."""
        members = self._family.members
        if draft.followed is not None:
            return members[draft.followed].has_chapters
        with_chapters = sum(member.weight for member in members if member.has_chapters)
        return 2 * with_chapters > sum(member.weight for member in members)
