"""Names of places in titles and headings, as the library's own titles tell them."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence

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
_SHARE, _PAPERS = 0.05, 3  # a word in the headings of more other papers than that is no place


def title_places(title: str) -> set[str]:
    """Words of a title or file name that may be places.

    They have a rank (河北省 → 河北), or they are short and stand alone (2024_辽宁_沈阳).
    """
    runs = [run.removeprefix("年") for run in _RUN.findall(title)]
    ranked = (name for run in runs for name in _DIVISION.findall(run))
    short = (name for name in runs if len(name) <= _BARE and not _names_genre(name))
    names = {_without_peoples(name) for name in (*ranked, *short)}
    return {name for name in names if _SHORTEST <= len(name) <= _LONGEST and not _has_rank(name)}


def library_places(titles: Sequence[str], headings: Sequence[Iterable[str]]) -> frozenset[str]:
    """The places of a library.

    Args:
        titles: of each paper, title and file name together.
        headings: of each paper. What many papers of other titles have in their headings is an
            ordinary word.
    """
    own = [title_places(title) for title in titles]
    candidates = frozenset[str]().union(*own)
    spread: Counter[str] = Counter()
    for places, lines in zip(own, headings, strict=True):
        named = {name for line in lines for name in names_in(line, candidates)}
        spread.update(named - places)
    most = max(_PAPERS, _SHARE * len(titles))
    return frozenset(name for name in candidates if spread[name] <= most)


def names_in(text: str, names: Collection[str]) -> set[str]:
    """Those of the names that stand in a text."""
    return {
        text[start : start + size]
        for size in range(_SHORTEST, _LONGEST + 1)
        for start in range(len(text) - size + 1)
        if text[start : start + size] in names
    }


def _without_peoples(name: str) -> str:
    short = _PEOPLES.sub("", name)
    return short if len(short) >= _SHORTEST else name  # 内蒙古


def _has_rank(name: str) -> bool:
    return _DIVISION.fullmatch(name) is not None


def _names_genre(name: str) -> bool:
    return any(genre in name for genre in GENRES)
