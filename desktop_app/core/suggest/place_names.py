"""Names of places in titles and headings, as the library's own titles tell them."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Self

from desktop_app.core.document.divisions import division
from desktop_app.core.document.places_of_china import SURE_PLACES
from desktop_app.core.document.properties import GENRES

_RUN = re.compile(r"[\u4e00-\u9fff]+")
_DIVISION = re.compile(
    r"([^省市县区州盟旗镇乡年全各我本]{2,8}?)(?:自治)?(?:省|市|县|区|州|盟|旗|镇|乡)"
)
# 广西壮族自治区 is called 广西. Those of the first group are also written without 族.
_PEOPLES = re.compile(
    r"(?:(?:维吾尔|哈萨克|柯尔克孜|塔吉克|蒙古|锡伯)族?|(?:壮|回|藏|苗|彝|布依|朝鲜|满|侗|瑶|白|土家|"
    r"哈尼|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|普米|怒|"
    r"鄂温克|保安|裕固|独龙|鄂伦春)族)+$"
)
_SHORTEST, _LONGEST = 2, 6
_BARE = 4  # characters that a name without 省, 市, 县 … may have
_RANKS = "省市县区州镇乡村"
_SHARE, _PAPERS = 0.05, 3  # a word in the headings of more other papers than that is no place
_PROVINCE = re.compile(r"省$|自治区$|行政区$|^(?:北京|天津|上海|重庆)市$")


def title_places(title: str) -> set[str]:
    """Words of a title or file name that may be places.

    They have a rank (河北省 → 河北), or they are short and stand alone (2024_辽宁_沈阳).
    """
    runs = [run.removeprefix("年") for run in _RUN.findall(title)]
    ranked = (name for run in runs for name in _DIVISION.findall(run))
    short = (name for name in runs if len(name) <= _BARE and not _names_genre(name))
    names = {_without_peoples(name) for name in (*ranked, *short)}
    return {name for name in names if _SHORTEST <= len(name) <= _LONGEST and not _has_rank(name)}


def place_rank(place: str) -> int:
    """How high a place is by its full name: 1 a province, 2 a prefecture, 3 below; 0 if none."""
    if _PROVINCE.search(place):
        return 1
    return 0 if not place else 2 if division(place) else 3


@dataclass(frozen=True, slots=True)
class PlaceNames:
    """Names of places, and the first two characters of each, to look for them by."""

    names: frozenset[str]
    starts: frozenset[str]

    @classmethod
    def of(cls, names: Collection[str]) -> Self:
        """These names."""
        return cls(frozenset(names), frozenset(name[:_SHORTEST] for name in names))


class ForeignPlaces:
    """Makes blanks of the names of other places than the one that is written about.

    Args:
        title: of the paper to be written; the names in it are at home.
        titles: of the papers that wording is taken from, with the names of their files.
        headings: of each of them, in one text. What many papers of other titles have in their
            headings is an ordinary word.
        names: of places.
    """

    def __init__(
        self, title: str, titles: Sequence[str], headings: Sequence[str], names: PlaceNames
    ) -> None:
        self._names = names
        self._papers = list(zip(titles, headings, strict=True))
        self._known = dict.fromkeys(names_in(title, names), False)

    def is_free(self, heading: str) -> bool:
        """Whether a heading names no foreign place."""
        return not self._foreign_names(heading)

    def with_blanks(self, heading: str) -> str:
        """The heading with a blank in place of each foreign name: 美丽江西 → 美丽{{地名}}."""
        names = self._foreign_names(heading)
        for name in sorted(names, key=lambda name: (-len(name), heading.index(name))):
            heading = re.sub(f"{name}(?P<rank>[{_RANKS}])?", _blank, heading)
        return heading

    def _foreign_names(self, heading: str) -> list[str]:
        return [name for name in names_in(heading, self._names) if self._is_foreign(name)]

    def _is_foreign(self, name: str) -> bool:
        if name not in self._known:
            others = [headings for title, headings in self._papers if name not in title]
            spread = sum(name in headings for headings in others)
            self._known[name] = spread <= max(_PAPERS, _SHARE * len(self._papers))
        return self._known[name]


def library_places(titles: Iterable[str]) -> PlaceNames:
    """The well-known places, and the words that may be places in titles and names of files."""
    return PlaceNames.of(SURE_PLACES.union(*map(title_places, titles)))


def names_in(text: str, places: PlaceNames) -> set[str]:
    """Those of the names that stand in a text."""
    return {
        text[start:end]
        for start in range(len(text) - 1)
        if text[start : start + _SHORTEST] in places.starts
        for end in range(start + _SHORTEST, min(start + _LONGEST, len(text)) + 1)
        if text[start:end] in places.names
    }


def _blank(name: re.Match[str]) -> str:
    return f"{{{{{name['rank'] or '地'}名}}}}"


def _without_peoples(name: str) -> str:
    short = _PEOPLES.sub("", name)
    return short if len(short) >= _SHORTEST else name  # 内蒙古


def _has_rank(name: str) -> bool:
    return _DIVISION.fullmatch(name) is not None


def _names_genre(name: str) -> bool:
    return any(genre in name for genre in GENRES)
