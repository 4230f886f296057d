"""What a saved web page holds besides the paper: menus, adverts, download hints, contact lines."""

import re
from collections.abc import Sequence

from desktop_app.core.document.line_shapes import ends_like_title, is_date, is_salutation
from desktop_app.core.document.numbering import section_mark
from desktop_app.core.reading.raw import RawParagraph

# What only document-sharing sites say; official papers do not, whatever they are about.
_SITE_SIGN = re.compile(
    r"立即下载|免费下载|下载文[档件]|VIP|客服|猜你喜欢|购物车|我的足迹|禁止外传|仅供学习|温馨提示|查看更多|"
    r"本站|用户上传|上传分享|预览阅读|代笔|联系老师|范文网|打印本页|关闭窗口|上一篇|下一篇|QQ群|会员群|"
    r"加入收藏|收藏成功|用户协议》|可编辑】",
    re.IGNORECASE,
)
# What papers say now and then. A short line with one of these words, or a sentence with two
# different ones, belongs to the site where the page has shown itself to be one.
_SITE_WORD = re.compile(
    _SITE_SIGN.pattern
    + r"|下载|登录|注册|会员|版权|侵权|盗版|举报|点击|收藏|充值|付费|QQ|扫码|热线|免责|网友|"
    r"上传|预览|全文|在线阅读|更多相关|授权书|首页|PPT|DOCX?\b|素材|文库|订阅|倒卖|提交|权益|网站",
    re.IGNORECASE,
)
_BREADCRUMB = re.compile(r"\S\s*[>›»]\s*\S.*[>›»]")
_CONTACT = re.compile(r"(?:电\s*话|客服|热线|传真|邮编)\s*[:：]?\s*[\d-]{7,}|工作日\s*[:：]\s*\d")
_PAGE_NUMBER = re.compile(r"[-—–\s]+\d{1,3}[-—–\s]+|第\s*\d+\s*页(?:.{0,3}共\s*\d+\s*页)?")
_SENTENCE_MARK = re.compile(r"[。；！？，,;!?]")
_NUMBER_ALONE = re.compile(r"\d{1,3}")
_SITE_LINES = 2  # so many lines of a site make the page a site's
_SHORT, _LONG = 40, 200
_PROSE = 25  # a line of running text has at least so many characters
_FRONT_LINES, _BACK_LINES = 4, 4
_TITLE_LENGTH = range(6, 61)


def without_site(paragraphs: Sequence[RawParagraph]) -> list[RawParagraph]:
    """The paper without the site around it; all but page numbers where nothing speaks of one."""
    unnumbered = [p for p in paragraphs if not _PAGE_NUMBER.fullmatch(p.text)]
    if sum(_shows_site(p.text) for p in unnumbered) < _SITE_LINES:
        return unnumbered
    kept = [p for p in unnumbered if not _is_site_line(p.text) and not _is_site_prose(p.text)]
    running = [n for n, p in enumerate(kept) if _is_running_text(p.text)]
    if not running:
        return []
    texts = [p.text for p in kept]
    return kept[_front(texts, running[0]) : _back(texts, running[-1])]


def _shows_site(text: str) -> bool:
    return _may_be_site(text) and _SITE_SIGN.search(text) is not None


def _may_be_site(text: str) -> bool:
    """Long paragraphs and numbered sections are the paper's, whatever words they use."""
    mark = section_mark(text)
    return len(text) <= _LONG and (mark is None or mark.level > 2)


def _is_site_line(text: str) -> bool:
    if _BREADCRUMB.search(text) or _CONTACT.search(text):
        return True
    short = len(text) <= _SHORT and "。" not in text and _may_be_site(text)
    return short and _SITE_WORD.search(text) is not None


def _is_site_prose(text: str) -> bool:
    words = {word.lower() for word in _SITE_WORD.findall(text)}
    return _may_be_site(text) and len(words) >= 2


def _is_running_text(text: str) -> bool:
    if section_mark(text):
        return True
    return len(text) >= _PROSE and _SENTENCE_MARK.search(text) is not None


def _front(texts: Sequence[str], first: int) -> int:
    """Where the paper begins: at the title, byline and salutation above its running text."""
    start = first
    while start > max(0, first - _FRONT_LINES):
        line, below = texts[start - 1], texts[start]
        titled = len(line) in _TITLE_LENGTH and (ends_like_title(line) or is_salutation(below))
        if not (titled or is_salutation(line) or is_date(line)):
            break
        start -= 1
    return start


def _back(texts: Sequence[str], last: int) -> int:
    """Where the paper ends: behind the signature and date, if they follow its running text."""
    tail = texts[last + 1 : last + 1 + _BACK_LINES]
    dated = next((n for n, line in enumerate(tail) if is_date(line)), -1)
    return last + 2 + dated
