"""What a single line looks like: a date, an address, a title, a byline, an attachment's label."""

import re

_TITLE_LENGTH = 60
_LONG_TITLE_LENGTH = 120  # of one that says what it is about and what kind of paper it is
_DATE_LENGTH = 30

_GENRE_END = re.compile(
    r"(?:报告|讲话|发言|致辞|总结|通知|意见|方案|办法|规定|条例|决定|决议|批复|复函|函|通报|公告|通告|公报|"
    r"纪要|规划|计划|要点|细则|规则|章程|提纲|倡议书|汇报|请示|材料|措施|政策|清单|指南|令)"
    r"(?:范文)?(?:[（(].{1,20}[）)])?$"
)
_YEAR = r"(?:19|20)\d\d|二[〇○零]{1,2}.{1,2}|一九.{2}|[12][\dxX×*]{3}|[xX×*]{2,4}"
_DAY = r"(?:\d{1,2}|[xX×*]{1,2}|[一二三四五六七八九十]{1,3})"
_DATE = re.compile(rf"[（(]?\s*(?:{_YEAR})\s*年\s*{_DAY}\s*月(?:\s*{_DAY}\s*日)?\s*[）)]?")
_DOCUMENT_NUMBER = re.compile(
    r"[（(]?[^。，；：]{1,20}[〔\[［(（]\d{4}[〕\]］)）]\s*\d+\s*号[）)]?|第\s*\d+\s*号"
)
_BYLINE = re.compile(
    r"[—－-]{2,}|[（(].*[）)]$|(?:来源|作者|发布时间|时间|地点|发言人)\s*[:：]"
    # by whom, the name set apart: 市长　李明
    r"|[^，。；：]{0,20}(?:[省市州县区]长|总理|主席|主任|书记)\s+[\u4e00-\u9fff·]{1,8}(?:\s+[\u4e00-\u9fff]{1,2})?$"
    # when and where a speech was given, told in one breath
    rf"|(?:{_YEAR})年{_DAY}月{_DAY}日[^。；！？，：]{{2,100}}。?$"
)
_NOTE = re.compile(r"[（(](?:此件|此文|本文)[^）)]{2,12}[）)]")
# what leads in to a list and addresses nobody
_LEAD_IN = (
    "如下|以下|主要(?:做|抓|是|任务|工作|目标|内容|指标)|做了|抓了|抓好|指出|强调|认为|包括|几[项点个件]"
    "|(?:情况|措施)[:：]"
)
_SALUTATION = re.compile(
    rf"(?!为|根据|按照|依据|经|自|现|附)(?:(?!{_LEAD_IN})[^。；！？]){{2,200}}[:：]"
    r"|.{0,10}(?:同志|朋友|代表|委员|同学|老师|来宾)们?[!！]"
)
_ADDRESS = re.compile(
    r".{0,40}(?:代表|委员|同志|朋友|同学|老师|来宾|领导|女士|先生|同仁|乡亲)们?[:：!！]"
)
_ATTACHMENT = re.compile(
    r"\s*附件?\s*(?:\d{1,2}|[一二三四五六七八九十]{1,2})?\s*[:：]"
    r"|\s*附件\s*(?:\d{1,2}|[一二三四五六七八九十]{1,2})?$"
)
_GLOSSARY = re.compile(r"(?:名词|术语)(?:解释|注释|释义|说明|和缩略语)$|注释$")
_GLOSSARY_LENGTH = 30
_LETTER_SPACED = re.compile(r"(?:\d+|\S)(?:\s+(?:\d+|\S))+")
_NO_TITLE = re.compile(r"[。；！？!?]|[，、,：:]$")


def is_date(text: str) -> bool:
    """Whether a line is a date and nothing else, with or without brackets."""
    return len(text) <= _DATE_LENGTH and _DATE.fullmatch(text.strip()) is not None


def is_day(text: str) -> bool:
    """Whether a line is a date that names the day, as the date under a paper does."""
    return is_date(text) and "日" in text


def is_salutation(text: str) -> bool:
    """Whether a line addresses somebody: 同志们： or the offices that a notice goes to."""
    return _SALUTATION.fullmatch(text.strip()) is not None


def addresses_people(text: str) -> bool:
    """Whether a line addresses an audience, 各位代表：, which no list has as its lead-in."""
    return _ADDRESS.fullmatch(text) is not None


def is_byline(text: str) -> bool:
    """Whether a line shows by itself that it says when, where or by whom, or is a number."""
    return (
        is_date(text)
        or _BYLINE.match(text) is not None
        or _DOCUMENT_NUMBER.fullmatch(text) is not None
    )


def is_note(text: str) -> bool:
    """Whether a line tells how the paper is published: （此件公开发布）."""
    return _NOTE.fullmatch(text) is not None


def ends_like_title(text: str) -> bool:
    """Whether a line ends with a kind of paper, as titles do; spaces between do not matter."""
    return _GENRE_END.search("".join(text.split())) is not None


def may_be_title(text: str) -> bool:
    """Whether a line has the length and the marks of a title's line."""
    long = "关于" in text and "，" not in text and ends_like_title(text)
    limit = _LONG_TITLE_LENGTH if long else _TITLE_LENGTH
    return len(text) <= limit and _NO_TITLE.search(text) is None


def names_glossary(text: str) -> bool:
    """Whether a line heads a list of words with what they mean: 名词解释."""
    if len(text) > 2 * _GLOSSARY_LENGTH:
        return False
    words = "".join(text.split())
    return len(words) <= _GLOSSARY_LENGTH and _GLOSSARY.search(words) is not None


def closed_up(line: str) -> str:
    """A line that is spaced out for its looks, as 通　知, without the spaces."""
    return "".join(line.split()) if _LETTER_SPACED.fullmatch(line) else line


def attachment_words(text: str) -> str | None:
    """What follows the label 附件： or 附件1, empty if nothing; None where no such label stands."""
    label = _ATTACHMENT.match(text)
    return text[label.end() :].strip() if label else None
