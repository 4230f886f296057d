"""Who issued a paper (发文机关): as title, signature, order, number or the text itself tell it."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from desktop_app.core.document.inferred import UNKNOWN, Inferred, first_known
from desktop_app.core.document.line_shapes import closed_up
from desktop_app.core.document.paragraph import Paragraph, Role

_BY_TITLE, _BY_SIGNATURE, _BY_ORDER, _BY_NUMBER, _BY_APPROVAL, _BY_TEXT = (
    0.97,
    0.95,
    0.93,
    0.95,
    0.8,
    0.85,
)
_END = (
    r"(?:政府|国务院|办公厅|办公室|委员会|代表大会|常委会|党组|党委|总署|总局|中心|小组|指挥部|"
    r"联合会|总工会|法院|检察院|集团|公司|[省市县区团工军]委|妇联|[局厅部署会院])"
)
_OF_TITLE = re.compile(
    rf"(?P<body>[^《》。，：]{{1,58}}?{_END}(?:[（(]\w{{1,8}}[）)])?)\s*"
    r"(?:关于|转发|印发|批转|(?<=[部局院])对|“?十[一二三四五]五|(?:19|20)\d\d年)"
)
_SITTING = re.compile(r"第[一二三四五六七八九十百\d]+(?:届|次会议|次全体会议)")
_YEAR = re.compile(r"^\s*(?:19|20)\d\d年?\s*")
_DAY = r"(?:\d{1,2}日|^)\s*(?:经|第.{1,4}届)?"
_NAME = r"(?P<body>(?!在)[\u4e00-\u9fff、]{2,36}?)"
_ORDER = re.compile(rf"{_DAY}{_NAME}(?:第?\d*号?令|发布|公布)")
_APPROVAL = re.compile(
    rf"{_DAY}{_NAME}(?:第[一二三四五六七八九十\d]+次|常务会|部务会|部长办公会|批准)"
)
_STATE = "中华人民共和国"
_CARRIES = re.compile(r"(?:代表|受)(?P<body>[^，。]{0,12}?(?:国务院|人民政府|政府|行署))")
_SHORT = re.compile(r"(?<!人民)政府$")
_NUMBERS = {
    "国发": "国务院",
    "国函": "国务院",
    "国令": "国务院",
    "国办发": "国务院办公厅",
    "国办函": "国务院办公厅",
    "国办发明电": "国务院办公厅",
    "中办发": "中共中央办公厅",
    "中发": "中共中央",
}
_NUMBER = re.compile(r"[（(]?(?P<sign>[\u4e00-\u9fff]{2,12})\s*[〔\[［(（]\d{4}")
_PERSON = re.compile(r".{0,12}(?:[省市县区州]长|主席|总理|主任|部长|书记)[\s　]")
_STAMPED = re.compile(r"^[（(]|(?:代章)?[）)]$")
_NATIONAL = re.compile(
    r"国务院|国家|全国|中央|中共中央|中华|中国|最高人民|海关总署|[^委省市县区、]{1,8}部(?:$|、)"
)
_RANK = re.compile(r"(?:省|自治区|自治州|市|州|县|区|旗)(?=人民政府|政府|委)")
_BARE = ("人民政府", "行政公署")
_TEXTS = 4


def infer_body(paragraphs: Sequence[Paragraph], title: str) -> Inferred[str]:
    """Who issued the paper.

    Args:
        paragraphs: the parsed paper.
        title: its title, or what its file is called.
    """
    return first_known(_bodies(paragraphs, title))


def _bodies(paragraphs: Sequence[Paragraph], title: str) -> Iterator[Inferred[str]]:
    """Who may have issued it, the surest source first."""
    yield _of_title(title)
    yield _of_number(paragraphs)
    yield _of_signature(paragraphs)
    yield _of_bylines(paragraphs, _ORDER, _BY_ORDER)
    yield first_known(_spoken_for(paragraphs))
    yield _of_bylines(paragraphs, _APPROVAL, _BY_APPROVAL)


def is_national(body: str) -> bool:
    """Whether a body speaks for the whole country, so that its papers have no place."""
    return _NATIONAL.match(body) is not None


def lacks_place(body: str) -> bool:
    """Whether a body is named by its rank alone, 市人民政府, as its own papers do."""
    return body in _BARE or _RANK.match(body) is not None


def in_full(body: str, place: str) -> str:
    """The body with its place: 市人民政府 of 乐山市 is 乐山市人民政府; 区人民政府 is none of it."""
    rank = _RANK.match(body)
    if rank and place.endswith(rank[0]):
        return place + body[rank.end() :]
    return place + body if body in _BARE else body


def _of_title(title: str) -> Inferred[str]:
    if found := _OF_TITLE.match(_SITTING.sub("", _YEAR.sub("", title))):
        body = found["body"].strip("，, ")
        return Inferred(_listed(body), _BY_TITLE)
    return UNKNOWN


def _of_number(paragraphs: Sequence[Paragraph]) -> Inferred[str]:
    """国办发〔2019〕2号 is the general office's."""
    signs = (_NUMBER.match(p.text.strip()) for p in paragraphs if p.role is Role.BYLINE)
    bodies = (_NUMBERS.get(found["sign"], "") for found in signs if found)
    return first_known(Inferred(body, _BY_NUMBER) for body in bodies)


def _of_signature(paragraphs: Sequence[Paragraph]) -> Inferred[str]:
    """Who signs above the first date; a person signs for the body in whose order he does."""
    start = next((n for n, p in enumerate(paragraphs) if p.role is Role.SIGNATURE), None)
    if start is None:
        return UNKNOWN
    signed = takewhile(lambda p: p.role is Role.SIGNATURE or not p.text.strip(), paragraphs[start:])
    bodies = [_STAMPED.sub("", closed_up(p.text.strip())) for p in signed if p.text.strip()]
    if any(_PERSON.match(body) for body in bodies):
        return UNKNOWN
    return Inferred(_listed("、".join(bodies)), _BY_SIGNATURE)


def _of_bylines(
    paragraphs: Sequence[Paragraph], pattern: re.Pattern[str], confidence: float
) -> Inferred[str]:
    """Who is named with a day or an order: 1989年6月17日 国务院令第37号发布."""
    front = (p.text for p in paragraphs if p.role in (Role.BYLINE, Role.TITLE))
    found = (pattern.search(line.strip().strip("（()）").replace(_STATE, "")) for line in front)
    return first_known(Inferred(match["body"], confidence) for match in found if match)


def _spoken_for(paragraphs: Sequence[Paragraph]) -> Iterator[Inferred[str]]:
    """For whom a report says that it speaks."""
    for paragraph in [p for p in paragraphs if p.role is Role.BODY][:_TEXTS]:
        if found := _CARRIES.search(paragraph.text):
            body = _SHORT.sub("人民政府", found["body"].removeprefix(_STATE))
            yield Inferred(body.replace("行署", "行政公署"), _BY_TEXT)


def _listed(body: str) -> str:
    """Bodies that stand side by side, listed with 、."""
    return re.sub(r"[\s　]+", "、", body)
