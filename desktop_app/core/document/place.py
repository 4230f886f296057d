"""Where a paper comes from: the province, city or county whose body issued it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from desktop_app.core.document.divisions import division, ranked_names
from desktop_app.core.document.inferred import UNKNOWN, Inferred, first_known
from desktop_app.core.document.paragraph import Paragraph, Role

_KNOWN, _KNOWN_SHORT, _BY_SHAPE, _FROM_ASSEMBLY = 0.97, 0.93, 0.8, 0.9
# 临江市, 任城区: any name with a rank, if a body or a year follows; never 全市, 城市 or 地区
_SHAPED = re.compile(
    r"(?P<name>(?!自治|国家|全国|中国|[各全本我该]|(?:主|老|中心)?城[市区]|[^省市县区州盟旗]{0,3}"
    r"(?:都|上|超|股|社|园|小|校|景|山|牧|灾|辖|郊|库|林|厂|片|特|地|军|战|开发|行政|功能)[市区])"
    r"[\u4e00-\u9fff]{1,6}?(?:省|自治区|自治州|市|自治县|县|自治旗|旗|盟|州|区)(?!场))"
)
_FOLLOWS = re.compile(
    r"人民|政府|政协|人大|[市县区省]?委|总工会|团[市县区省]?委|妇联|[\u4e00-\u9fff]{2,12}[局厅]|"
    r"(?:19|20)\d\d|[〇○零一二三四五六七八九]{4}年|$"
)
_YEAR = re.compile(r"^[“”\s]*(?:(?:19|20)\d\d年?度?|[〇○零一二三四五六七八九]{4}年)\s*")
_ASSEMBLY = re.compile(
    r"[在日，]\s*(?P<name>(?!在)[\u4e00-\u9fff]{2,12}?)第[^，。]{1,4}届人民代表大会"
)
_CARRIES = re.compile(r"代表(?P<name>[\u4e00-\u9fff]{2,12})人民政府")
_PARTS = re.compile(r"[\s_\-—/·,，]+")
_SHORT_FOLLOWS = ("政府", "人民政府")
_TEXTS = 4  # paragraphs at the front of a report that may say for whom it speaks


def place_of_name(name: str) -> Inferred[str]:
    """The place in the name of a file: 2024_四川_乐山_政府工作报告, 临江市工作总结."""
    province, last = "", ""
    for part in _PARTS.split(name):
        found = division(part, province) if province else division(part)
        last = found or last
        province = province or (part if found else "")
    if last:
        return Inferred(last, _KNOWN_SHORT)
    return first_known(place_at_front(part) for part in _PARTS.split(name))


def place_at_front(words: str) -> Inferred[str]:
    """The place that a title or the name of a body begins with."""
    words = _YEAR.sub("", words.strip())
    listed = _ranked().match(words)
    if listed:
        below = _shaped(words[listed.end() :])
        if below.value:
            return below
        return Inferred(ranked_names()[listed[0]], _KNOWN)
    for follower in _SHORT_FOLLOWS:
        name, found, _ = words.partition(follower)
        if found and division(name):
            return Inferred(division(name), _KNOWN_SHORT)
    return _shaped(words)


def place_of_text(paragraphs: Sequence[Paragraph]) -> Inferred[str]:
    """The place whose assembly or government a report names at its front."""
    return first_known(_named(_front_texts(paragraphs)))


def _named(texts: Iterable[str]) -> Iterator[Inferred[str]]:
    for text in texts:
        for pattern in (_ASSEMBLY, _CARRIES):
            if found := pattern.search(text):
                place = place_at_front(found["name"])
                yield Inferred(place.value, min(place.confidence, _FROM_ASSEMBLY))


def _front_texts(paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    yield from (p.text for p in paragraphs if p.role is Role.BYLINE)
    yield from [p.text for p in paragraphs if p.role is Role.BODY][:_TEXTS]


def _shaped(words: str) -> Inferred[str]:
    found = _SHAPED.match(words)
    if found and _FOLLOWS.match(words, found.end()) and len(found["name"]) > 1:
        return Inferred(found["name"], _BY_SHAPE)
    return UNKNOWN


@cache
def _ranked() -> re.Pattern[str]:
    """The known names, longest first."""
    return re.compile("|".join(sorted(ranked_names(), key=len, reverse=True)))
