"""Numbers, dates and document numbers in a wrong form: GB/T 15835-2011, GB/T 9704-2012."""

import re
import unicodedata
from itertools import pairwise

from desktop_app.core.check.finding import Severity
from desktop_app.core.check.patterns import HAN, PatternRule
from desktop_app.core.check.rule import Rule

_HAN_DIGITS = "一二三四五六七八九"
_ZEROS = str.maketrans("○零0OＯ０", "〇〇〇〇〇〇")
_FIRST_OF_THE_1900S = 50  # years of two digits: 49 is 2049, 50 is 1950

_APPROXIMATION = "|".join(f"{one}、{next_one}" for one, next_one in pairwise(_HAN_DIGITS))
_MONTH = r"(?:0?[1-9]|1[0-2])"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_NUMBER = r"(?:0\.\d+|[1-9]\d{0,4}(?:\.\d+)?)"
_NOT_IN_CODE = r"(?<![\d.A-Za-z_/+-])(?<![A-Za-z] )"


def _document_number(match: re.Match[str]) -> str:
    return f"〔{match['year']}〕{int(match['number'])}号"


def _dotted_date(match: re.Match[str]) -> str:
    return f"{match['year']}年{int(match['month'])}月{int(match['day'])}日"


def _without_leading_zeros(match: re.Match[str]) -> str:
    return re.sub(r"(?<!\d)0(?=\d)", "", match.group())


def _whole_year(match: re.Match[str]) -> str:
    year = int(match.group())
    return str(year + (1900 if year >= _FIRST_OF_THE_1900S else 2000))


def _range(match: re.Match[str]) -> str:
    """Points in time are joined by —, quantities by ～; each figure keeps its per cent sign."""
    first, last, unit = match["first"], match["last"], match["unit"]
    if unit in ("月", "日") or (unit == "年" and len(first) == len(last) == 4):
        return f"{first}—{last}{unit}"
    sign = unit if unit in "%％‰" and first[-1].isdecimal() else ""
    return f"{first}{sign}～{last}{unit}"


FIGURE_RULES = (
    PatternRule(
        Rule(
            "document-number-brackets",
            Severity.ERROR,
            "发文字号的年份用六角括号，应把“{found}”改为“{right}”。",
            "The year in a document number stands in “〔〕”; write “{right}” instead of “{found}”.",
        ),
        re.compile(
            rf"(?<=[{HAN}])[\[［(（【﹝〖](?P<year>(?:19|20)\d\d)[\]］)）】﹞〗]"
            r"\s*(?:第\s*)?(?P<number>\d{1,4})\s*号"
        ),
        _document_number,
        in_titles=False,
    ),
    PatternRule(
        Rule(
            "document-number-ordinal",
            Severity.WARNING,
            "发文顺序号不加“第”，不编虚位，应把“{found}”改为“{right}”。",
            "A document number has no 第 and no leading zero; write “{right}”.",
        ),
        re.compile(r"〔(?P<year>\d{4})〕\s*(?:第\s*0*|0+)(?P<number>[1-9]\d*)\s*号"),
        _document_number,
        in_titles=False,
    ),
    PatternRule(
        Rule(
            "date-leading-zero",
            Severity.ERROR,
            "月、日不编虚位，应把“{found}”改为“{right}”。",
            "Months and days have no leading zero; write “{right}” instead of “{found}”.",
        ),
        re.compile(
            r"(?<!\d)(?:\d{4}年)?(?=0\d月|\d{1,2}月0\d日)\d{1,2}月(?:\d{1,2}日)?",
        ),
        _without_leading_zeros,
        in_titles=False,
    ),
    PatternRule(
        Rule(
            "date-dotted",
            Severity.ERROR,
            "日期的年月日应写全，把“{found}”改为“{right}”。",
            "A date is written out; write “{right}” instead of “{found}”.",
        ),
        re.compile(
            rf"{_NOT_IN_CODE}(?P<year>(?:19|20)\d\d)(?P<dot>[./])(?P<month>{_MONTH})(?P=dot)"
            rf"(?P<day>{_DAY})(?![\d./A-Za-z-])"
        ),
        _dotted_date,
        in_titles=False,
    ),
    PatternRule(
        Rule(
            "date-short-year",
            Severity.ERROR,
            "年份不能简写，应把“{found}年”改为“{right}年”。",
            "A year is written with four digits; write “{right}年” instead of “{found}年”.",
        ),
        re.compile(rf"(?<![\d.近约超达满逾第期时前后])\d\d(?=年{_MONTH}月(?!\d))"),
        _whole_year,
        in_titles=False,
    ),
    PatternRule(
        Rule(
            "han-year-zero",
            Severity.WARNING,
            "汉字年份里的零写作“〇”，应把“{found}”改为“{right}”。",
            "Zero in a year of Chinese numerals is “〇”; write “{right}” instead of “{found}”.",
        ),
        re.compile(
            rf"(?<![{_HAN_DIGITS}〇十百])(?:"
            rf"[一二](?=.{{0,2}}[○零0OＯ０])[{_HAN_DIGITS}〇○零0OＯ０]{{3}}(?=年)"
            rf"|二[○0OＯ０][{_HAN_DIGITS}][{_HAN_DIGITS}〇○零0OＯ０](?![{_HAN_DIGITS}〇年]))"
        ),
        lambda match: match.group().translate(_ZEROS),
        in_titles=False,
    ),
    PatternRule(
        Rule(
            "approximate-number",
            Severity.ERROR,
            "相邻两个数字连用表示概数时不用顿号，应把“{found}”改为“{right}”。",
            "Two neighbouring numerals that mean “about” take no “、”; write “{right}”.",
        ),
        re.compile(
            rf"(?<=[^第（(、{_HAN_DIGITS}百])(?:(?<=[^第])十)?(?P<spot>{_APPROXIMATION})"
            r"(?=[个天次家名位倍种岁里]|年(?![级度]))"
        ),
        lambda match: match["spot"].replace("、", ""),
        in_titles=False,
    ),
    PatternRule(
        Rule(
            "range-hyphen",
            Severity.WARNING,
            "数值或时间的起止不用“-”连接，应把“{found}”改为“{right}”。",
            "A hyphen does not join the ends of a range; write “{right}” instead of “{found}”.",
        ),
        re.compile(
            rf"{_NOT_IN_CODE}(?P<first>{_NUMBER}[%％‰]?)[-–−~](?P<last>{_NUMBER})"
            r"(?P<unit>[%％‰]|小时|公里|公斤|[个人倍万亿元米吨亩岁天月日项家名次户件种]|年(?!级))"
        ),
        _range,
        in_titles=False,
    ),
    PatternRule(
        Rule(
            "full-width-digits",
            Severity.ERROR,
            "阿拉伯数字用半角，应把“{found}”改为“{right}”。",
            "Arabic digits are half-width; write “{right}” instead of “{found}”.",
        ),
        re.compile(r"[０-９]+(?:，[０-９]{3})*(?:．[０-９]+)?％?"),
        lambda match: unicodedata.normalize("NFKC", match.group()),
    ),
    PatternRule(
        Rule(
            "full-width-thousands",
            Severity.ERROR,
            "数字的千分位不用全角逗号，应把“{found}”改为“{right}”。",
            "A full-width comma does not group digits; write “{right}” instead of “{found}”.",
        ),
        re.compile(r"(?<![\d，])[1-9]\d{0,2}(?:，\d{3})+(?=[万亿元人户亩吨个家件名辆公平])"),
        lambda match: match.group().replace("，", ","),
    ),
    PatternRule(
        Rule(
            "decrease-in-times",
            Severity.ERROR,
            "“{found}”不通：减少不能用倍数，应改用百分数或分数。",
            "“{found}” is impossible: a decrease is not counted in times; give a percentage.",
        ),
        re.compile(
            r"(?:下降|减少|降低|缩小|缩短)了?[近约超逾]?"
            r"(?:\d+(?:\.\d+)?|[一二两三四五六七八九十百]+)[多余]?倍"
        ),
        None,
        in_titles=False,
    ),
)
