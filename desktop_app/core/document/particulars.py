"""Particulars: what ties a phrase to its paper, so that a reused phrase offers it as a blank.

Placeholders, and names of places, bodies and persons, dates and figures; found by rules alone.
Words that fit every paper are none: 全市, 市委, 市场, 一个, 第一, “三个代表”, 二十大.
Places below the prefecture are known by their rank only, and seldom: 到清河县, but not 皋兰.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from desktop_app.core.document.blanks import blank_spans, placeholder_spans
from desktop_app.core.document.places_of_china import PLACES, SURE_PLACES
from desktop_app.core.text.sentences import Span


class Kind(StrEnum):
    """What a particular is."""

    BLANK = "blank"
    PLACE = "place"
    BODY = "body"
    PERSON = "person"
    DATE = "date"
    FIGURE = "figure"


@dataclass(frozen=True, slots=True)
class Particular:
    """Part of a text that belongs to one paper: text[start:end], in code points."""

    start: int
    end: int
    kind: Kind


def _any_of(words: Iterable[str]) -> str:
    """A pattern for any of these words, the longest first.

    What cannot begin one is passed over at once: the patterns below would else try hundreds of
    words at every character.
    """
    longest_first = sorted(words, key=len, reverse=True)
    firsts = "".join(sorted({word[0] for word in longest_first}))
    return f"(?=[{firsts}])(?:{'|'.join(longest_first)})"


_NUMERAL = "一二三四五六七八九十百千"
_PLACE = _any_of(PLACES)
_RANK = "(?:壮族|回族|维吾尔)?自治区|自治州|自治县|特别行政区|省|市|县|区|州|盟|旗|镇|乡|村"
# A name of two or three characters is sure to begin after a mark or one of these.
_BORDER = r"(?<![\u4e00-\u9fff])|(?<=[在于和与及向至到从对为是由将把让以])"
_GENERAL = (
    "全各我本该新老城园社地山灾景矿库市省县区乡镇村上下大小中东西南北多外内每两双跨一二三四五"
)

_BLANK = re.compile(
    r"(?:19|20)(?:\d[xX×*]|[xX×*]{2})年?|[xX×*＊某]{1,2}月(?:[xX×*＊某]{1,2}日)?|[_＿]{2,}|[○〇]{2,}"
    r"|(?<![A-Za-z])[xX](?=[个项名人户次万亿元%％类届家])"
)
_DATE = re.compile(
    r"(?<!\d)(?:19|20)\d\d(?:[—–\-~～至](?:19|20)?\d\d)?年(?:\d{1,2}月(?:\d{1,2}日)?)?(?:[底初末](?!\w期))?"
    r"|(?<![\d.])\d{1,2}月(?:\d{1,2}日|[份底初末]|[上中下]旬)?"
    r"|[一二][〇○零一二三四五六七八九]{3}年(?:[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}日)?)?"
    r"|(?<!\d)20\d\d(?=[\u4e00-\u9fffxX×]|$)(?![万亿个项家户人名余多])"
)
_UNITS = (
    r"个百分点|[%％‰]|(?:万亿|亿|万|千|百)?(?:立方米|平方米|平方公里|公里|千米|厘米|米|公顷|亩|千瓦时|千瓦|标准煤"
    r"|吨|公斤|千克|斤|升|美元|元|人次|人|户|名|家|个月|个|项|件|条|次|座|所|辆|艘|台|套|处|起|批|天|小时|分钟|分"
    r"|周岁|岁|倍|位|种|类|场|期|届|年|日|班|床|张|栋|只|头|度|门|部|支|村|镇|片)"
)
_FIGURE = re.compile(
    r"(?<![\dA-Za-z.．第专栏图表条])\d[\d,，]*(?:\s*[.．]\s*\d+)?"
    r"(?:[—–\-~～至]\d+(?:\.\d+)?)?\s*(?:" + _UNITS + r")(?![A-Za-z\d])"
    r"|(?:(?<=达到)|(?<=排名)|(?<=名列)|(?<=[为至到第]))\d[\d.]*(?![\d.．、条章号％%A-Za-z])"
    r"|百分之[一二三四五六七八九十百点〇零]{1,12}"
    r"|(?:[一二三四五六七八九两][十百千万亿]|十)[一二三四五六七八九十百千万亿零]{0,12}(?:亿元|万元|元|吨|公里|亩|斤|平方米|日|天|个月|周岁)"
)
_LIST_NUMBER = re.compile(r"^\s*[（(]?\d{1,2}\s*(?:[.．、)）](?!\d)|$)|[）)。]\d{1,2}[.．](?!\d)")
_SET_PHRASE = re.compile(r"“[^“”]{1,16}”|(?<!\d)(?:12345|12315|12348|12388)(?!\d)")

_STEMS = (
    "发展和?改革|发改|工业和信息化|工信|经济和信息化|经信|科学技术|科技|教育|财政|民政|公安|司法|外交|国防"
    "|人力资源和?社会保障|人社|自然资源|生态环境|住房和?城乡建设|住建|交通运输|交通|水利|农业农村|农业|商务|文化和?旅游"
    "|卫生健康|卫健|退役军人事务|退役军人|应急管理|审计|国有资产监督管理|国资|市场监督管理|市场监管|统计|体育"
    "|医疗保障|医保|林业和?草原|林草|气象|税务|金融监管|乡村振兴|数据|大数据|政务服务|行政审批|城市管理|中医药"
    "|邮政|铁路|民航|能源|海洋|地震|粮食|知识产权|药品监督管理|药监|广播电视|信访|机关事务|网信|银保监|证监|银监"
    "|贸促|监察|民族事务|宗教事务|园林|规划|国土资源|环境保护|质监|工商|安监|旅游|文化|卫生|计划|通信管理"
)
_OFFICE = "委员会|总局|局|部|厅|委|办公室|办|署|会"
_BODY = re.compile(
    rf"第[{_NUMERAL}]+届全国人民代表大会(?:常务委员会)?(?:第[{_NUMERAL}]+次会议)?|全国人民代表大会(?:常务委员会)?"
    r"|国务院(?:办公厅|办公室)?|中共中央(?:办公厅)?|中央军委|全国政协|最高人民(?:法院|检察院)|人民银行|新华社"
    rf"|(?:{_PLACE})(?:{_RANK})?(?:人民政府|政府)(?:办公[厅室])?|(?:{_PLACE})(?:省委|市委|县委|区委|海关)"
    rf"|(?:国家|中央|(?:{_PLACE})?(?:自治区|省|市|县|区)|新疆生产建设兵团|(?:{_PLACE}))(?:{_STEMS})(?:{_OFFICE})(?!门|级|署|门类)"
    rf"|(?<![\u4e00-\u9fff])(?:{_STEMS})(?:委员会|总局|局|部|厅|委|监?会|办)(?=[、，。；：（）和]|负责|牵头|部长|将|会同|等|$)"
    rf"|(?:{_BORDER})[\u4e00-\u9fff]{{2,6}}(?:集团|有限公司|大学)"
)
_TITLES = (
    "总书记|总理|副总理|主席|副主席|书记|副书记|委员长|省长|副省长|市长|副市长|县长|区长|镇长|乡长|州长|部长|副部长"
    "|主任|副主任|局长|副局长|厅长|院长|校长|董事长|总经理|检察长|秘书长|同志|先生|女士|教授"
)
_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁沈姚卢姜崔"
    "钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温习江华朱"
)
_GIVEN = r"[\u4e00-\u9fff]"
_NO_NAME = "[委办党支部组常副总全各原和及与的地市县区省国民政工员席]"
_PERSON = re.compile(
    rf"(?<!\w)?(?:[{_SURNAMES}](?:(?!{_NO_NAME}){_GIVEN}){{1,2}})(?!总书记|同志为)(?=(?:{_TITLES}))"
    rf"|(?<=总理|主席|书记|省长|市长|部长|主任|局长)[{_SURNAMES}]{_GIVEN}{{1,2}}(?=所作|同志|作|代表|强调|指出|主持|出席)"
    rf"|(?:(?<=主任：)|(?<=组长：)|(?<=成员：)|(?<=书长：))[{_SURNAMES}]{_GIVEN}{{1,2}}(?!{_GIVEN})"
)
_NAMED_PLACE = re.compile(
    rf"(?:{_PLACE})(?:{_RANK})"
    rf"|(?:{_BORDER})(?![{_GENERAL}在于和与及向至到从对为是由将把让以])(?!潜力|示范|试点|先进|贫困|百强)[\u4e00-\u9fff]{{1,3}}(?<![{_GENERAL}])(?:自治[州县]|[县镇乡]|新区|高新区|开发区)"
    r"(?![域级城长委政村乡镇域处])"
    "|" + _any_of(SURE_PLACES)
)
_RANKS_ASKED = "省市县区州镇乡村"
_YEAR = re.compile(r"(?:19|20|[一二])[\dxX×*〇○零一二三四五六七八九]{2,3}年?")
_UNIT = re.compile(r"[^\d,，.．\s—–\-~～至一二三四五六七八九十百点零两]*$")
_NAMES_OF_BLANKS = {
    Kind.BLANK: "{{待填}}",
    Kind.PLACE: "{{地名}}",
    Kind.BODY: "{{单位}}",
    Kind.PERSON: "{{姓名}}",
    Kind.DATE: "{{日期}}",
}
_NO_FIGURES = (_LIST_NUMBER, _SET_PHRASE)
_RULES = (
    (Kind.BLANK, _BLANK),
    (Kind.DATE, _DATE),
    (Kind.BODY, _BODY),
    (Kind.PERSON, _PERSON),
    (Kind.PLACE, _NAMED_PLACE),
    (Kind.FIGURE, _FIGURE),
)


def particulars(text: str) -> tuple[Particular, ...]:
    """The particulars of a phrase, in order, none within another."""
    taken = bytearray(len(text))
    numbers = [match.span() for rule in _NO_FIGURES for match in rule.finditer(text)]
    found = []
    for kind, span in _candidates(text):
        start, end = span
        listed = kind is Kind.FIGURE and any(a <= start < b for a, b in numbers)
        if not listed and not any(taken[start:end]):
            taken[start:end] = b"\1" * (end - start)
            found.append(Particular(start, end, kind))
    return tuple(sorted(found, key=lambda particular: particular.start))


def _candidates(text: str) -> Iterator[tuple[Kind, Span]]:
    yield from ((Kind.BLANK, span) for span in blank_spans(text))
    for kind, rule in _RULES:
        yield from ((kind, Span(*match.span())) for match in rule.finditer(text))
        if kind is Kind.BLANK:
            yield from ((kind, span) for span in placeholder_spans(text))


def with_blanks(text: str) -> str:
    """The phrase with blanks in place of its particulars: 杭州市2025年 → {{市名}}{{年份}}年."""
    pieces, end = [], 0
    for found in particulars(text):
        if found.start >= end:
            rank = _rank_after(text, found)
            pieces += [text[end : found.start], _blank(text[found.start : found.end], found, rank)]
            end = found.end + len(rank)
    return "".join(pieces) + text[end:]


def _rank_after(text: str, found: Particular) -> str:
    """The 市 of XX市, which its blank {{市名}} stands for as well."""
    after = text[found.end : found.end + 1]
    return after if found.kind is Kind.BLANK and after and after in _RANKS_ASKED else ""


def _blank(words: str, found: Particular, rank: str) -> str:
    if words.startswith("{{"):
        return words
    if found.kind is Kind.FIGURE:
        return "{{数}}" + (_UNIT.search(words) or [""])[0]
    if "月" in words or "日" in words:
        return "{{日期}}"
    if _YEAR.fullmatch(words):
        return "{{年份}}" + ("年" if words.endswith("年") else "")
    ranked = rank or (words[-1] if words[-1] in _RANKS_ASKED and words not in PLACES else "")
    if ranked and found.kind in {Kind.BLANK, Kind.PLACE}:
        return f"{{{{{ranked}名}}}}"
    return _NAMES_OF_BLANKS[found.kind]
