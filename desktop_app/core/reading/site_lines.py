"""What a single line of a web page shows of the site: its menus, adverts, notes and contacts."""

import re
from enum import IntEnum

from desktop_app.core.document.numbering import section_mark

_LONG = 200  # a longer paragraph is a paper's, whatever words it uses
_LINE = 120
_SHORT = 40
_PROSE = 25  # a line of running text has at least so many characters

# Lines that only a site prints. They are its furniture on any page and have no place in a paper.
_DATE = r"\d{4}\s*[-年./]\s*\d{1,2}\s*[-月./]\s*\d{1,2}\s*日?(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?"
_SOURCE = r"(?:(?:信息|稿件|文章|新闻|内容)?来\s*源|稿\s*源)"
_COUNT = r"(?:(?:浏览|阅读|点击|访问|查看)(?:次数|量|数)?|阅读人次|人气)"
_TOOL = re.compile(
    r"打\s*印(?:本页|此页|本文|正文|文章|页面)?|关\s*闭(?:窗口|本页|页面|此页)?|(?:加入|添加)?收\s*藏(?:本页|此页)?"
    r"|分享(?:[到至]|本页|文章)?|转发|(?:我要)?纠错|全屏|返回(?:顶部|首页|列表|上一页)|回到顶部|保存(?:本页|为文件)?"
    r"|下载|复制链接|字[号体]|加大|减小|还原|默认|[大中小赞]|微信|微博|朋友圈|QQ空间|QQ好友|QQ|新浪微博|人人网"
    r"|支持|反对|在看|点赞"
)
_PAGE_TOOL = re.compile(r"打\s*印|关\s*闭|字[号体]|分享|收\s*藏|返回|回到|纠错|全屏|保存|复制链接")
_LETTER = re.compile(r"[^\W\d_A]")  # A+ and A- set the size of letters
_FURNITURE = re.compile(
    rf"[（(\[【]?\s*{_SOURCE}\s*[:：]?\s*[^。；！？]{{0,40}}"
    rf"|.{{0,60}}{_COUNT}\s*[:：]?\s*[\[(（]?\s*\d*\s*次?\W*"
    r"|[（(\[【]?\s*(?:责任编辑|责编|网络编辑|网站编辑)\s*[:：].{0,30}"
    r"|(?:上|下)一[篇条页]\s*(?:[:：].*|>*)|没有(?:上一|下一|更多|了).{0,6}"
    r"|.{0,40}(?:版权所有|Copyright|©|ICP备|公网安备|网站标识码).*"
    r"|(?:您(?:现在)?的|当前|现在)?(?:所在)?位\s*置\s*(?:是)?\s*[:：].*"
    r"|(?:微信|手机)?扫(?:一扫|码|描).{0,30}|.{0,10}长按.{0,8}二维码.{0,12}"
    r"|[》>]*点击(?:上方|下方|图片|查看|阅读|进入|关注|蓝字|这里|此处|下载|加载).{0,20}"
    r"|原\s*创\s*(?:[:：]|\s)\s*[^。，；]{1,40}|法宝(?:联想|提示).{0,40}"
    rf"|(?:.{{0,20}}\s)?发表于\s*[:：]?\s*{_DATE}.*|本帖最后由.*"
    r"|只看该作者.*|倒序浏览.*|阅读原文|分享收藏.*|预览时标签不可点",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    rf"(?:{_SOURCE}|发布(?:时间|日期|机构|单位)|发表(?:时间|日期)|更新(?:时间|日期)|作者|{_COUNT}|字[号体]"
    r"|(?:文档)?(?:格式|页数|大小|字数|评分)|下载次数|上传时间|上传人)\s*[:：]",
)
_BREADCRUMB = re.compile(r"\S\s*[>›»＞→]{1,2}\s*\S.*[>›»＞→]|^(?:网站)?首\s*页\s*[>›»＞/|｜-]")
_CONTACT = re.compile(
    r"(?:电\s*话|客服|热线|传真|邮编)\s*[:：]?\s*[\d-]{7,}|工作日\s*[:：]\s*\d{1,2}[:：]\d"
)
_SERVICE = re.compile(r"(?:客服|热线)\s*[:：]?\s*[\d-]{7,}|工作日\s*[:：]\s*\d{1,2}[:：]\d")
_LISTED = re.compile(
    rf".{{6,60}}?[\s\[(（【]+{_DATE}\s*[\])）】]?|[\[(（【]{_DATE}[\])）】].{{6,60}}"
)
# What only sites say; official papers do not, whatever they are about.
_SIGN = re.compile(
    r"立即下载|免费下载|下载文[档件]|VIP|客服|猜你喜欢|购物车|我的足迹|禁止外传|仅供学习|温馨提示|查看更多|"
    r"本站|本网站|用户上传|上传分享|预览阅读|代笔|联系老师|范文网|QQ群|会员群|"
    r"加入收藏|收藏成功|用户协议》|可编辑】|公众号|楼主|沙发|无障碍浏览|网站地图|设为首页|联系我们|关于我们|"
    r"友情链接|积分|金币|文库|下载券|下载次数|文档大小|文档格式",
    re.IGNORECASE,
)
# What papers say now and then, too.
_WORD = re.compile(
    _SIGN.pattern
    + r"|下载|登录|注册|会员|版权|侵权|盗版|举报|点击|收藏|充值|付费|QQ|扫码|热线|免责|网友|"
    r"上传|预览|全文|在线阅读|更多相关|授权书|首页|PPT|DOCX?\b|素材|订阅|倒卖|提交|权益|网站|"
    r"点赞|转发|留言|评论|回复|楼层|发新?帖|帖子|隐私|主办|承办|备案|邮编|传真|投稿|客户端|微信|微博",
    re.IGNORECASE,
)
# Papers speak of users; sites speak to them.
_ADDRESS = re.compile(
    r"您|请(?:先|勿|放心|点击|(?:及时)?联系|登录|下载|扫|关注|前往|仔细|[在到].{1,15}(?:搜索|查看|购买|下载|阅读))|本(?:文档|文库|平台|网|站|资料|资源|作品)|即可|放心|谢谢"
)
# Behind such a line the site shows other things than the paper.
_END = re.compile(
    r"(?:[^\w]*)(?:猜你喜欢|你可能(?:还)?(?:喜欢|感兴趣)|喜欢此内容的人|相关(?:链接|阅读|推荐|文章|新闻|文档|稿件|信息|报道|"
    r"资料|范文|搜索|专题|内容)|热门|推荐(?:阅读|文章|文档|范文)|友情链接|网友评论|发表评论|我要评论|精选留言|写留言|"
    r"最新(?:文章|资讯|评论|范文)|延伸阅读|更多(?:文章|相关|精彩)|大家都在看|[上下]一[篇条]|责任编辑|责编|打\s*印|关闭|扫一扫|"
    r"[-—·•\s]*(?:THE\s+)?END[-—·•\s]*$|分享[到至]|回到顶部|版权所有|预览阅读|预览已结束|阅读原文|(?:点击)?下载|立即下载|点击查看更多|\S{0,20}\s?发表于)",
    re.IGNORECASE,
)
# The bar of a menu, and the name of a site.
_EDITOR = re.compile(r"[（(\[【]?(?:编辑|编审|审核|校对|监制|终审|摄影|记者)\s*[:：|/].{1,12}")
_BAR = re.compile(r"(?:[^\s|｜]{1,8}\s*[|｜]\s*){2,}[^\s|｜]{1,8}")
_NAME = re.compile(r"\S{2,15}(?:网|网站|论坛|频道|在线|文库|门户|之家)")
_SENTENCE_MARK = re.compile(r"[。；！？，,;!?]")


class Line(IntEnum):
    """What a line is, by its looks."""

    FRAGMENT = 0  # a short line: a title, a signature, a cell of a table, a word of a menu
    RUNNING = 1  # running text or a numbered heading
    FURNITURE = 2  # printed by sites only, whatever stands around it
    SITE = 3  # the site's on a page that has shown itself to be one's


def line_kind(text: str) -> Line:
    """What kind of line a text is."""
    if len(text) > _LONG:
        return Line.RUNNING
    if is_furniture(text):
        return Line.FURNITURE
    if _is_site_line(text) or _is_site_prose(text):
        return Line.SITE
    running = section_mark(text) or (len(text) >= _PROSE and _SENTENCE_MARK.search(text))
    return Line.RUNNING if running else Line.FRAGMENT


def is_furniture(text: str) -> bool:
    """Whether a line is one that only a site prints, such as 责任编辑 or 上一篇."""
    if len(text) > _LINE:
        return False
    return (
        _FURNITURE.fullmatch(text) is not None
        or _is_tool_bar(text)
        or _BREADCRUMB.search(text) is not None
        or is_publishing_note(text)
    )


def _is_tool_bar(text: str) -> bool:
    """Whether a line is nothing but 打印, 关闭, 分享 and the like."""
    if len(text) > _SHORT or not _PAGE_TOOL.search(text):
        return False
    return not _LETTER.search(_TOOL.sub("", text))


def is_publishing_note(text: str) -> bool:
    """Whether a line tells two things or more of 来源, 发布时间, 浏览次数 and the like."""
    return len(text) <= _LINE and "。" not in text and len(_PUBLISHED.findall(text)) >= 2


def leads_back(text: str) -> bool:
    """Whether a line tells the way to a page, from the site's first one on."""
    return len(text) <= _LINE and _BREADCRUMB.search(text) is not None


def shows_site(text: str) -> bool:
    """Whether a line is a reason to believe that a site stands around the paper."""
    if len(text) > _LONG or _is_high_heading(text):
        return False
    sign = _SIGN.search(text) is not None and (_is_fragment(text) or _speaks_to_reader(text))
    return sign or is_furniture(text)


def closes_page(text: str) -> bool:
    """Whether the paper is over at this line, if most of it stands above."""
    return len(text) <= _SHORT and _END.match(text) is not None


def is_listed_link(text: str) -> bool:
    """Whether a line is a title with a date, as lists of links show them."""
    return len(text) <= 80 and _LISTED.fullmatch(text) is not None


def is_advert(text: str) -> bool:
    """Whether a line is the site's even between paragraphs of the paper."""
    if is_furniture(text) or _SERVICE.search(text):
        return True
    words = _site_words(text)
    if _is_fragment(text):
        listed = re.search(r"、|[:：]$|^第.{1,6}条", text) is None and len(words) >= 2
        return listed or _SIGN.search(text) is not None
    if len(words) < 2 or len(text) > _LONG or not _SIGN.search(text) or section_mark(text):
        return False
    return _speaks_to_reader(text) or (len(text) <= _SHORT and "。" not in text)


def is_menu(text: str) -> bool:
    """Whether a line above or below the paper is the site's: an advert, a note, a menu's word."""
    covered = sum(map(len, _WORD.findall(text)))
    word = _is_fragment(text) and 3 * covered >= len(text)
    named = any(shape.fullmatch(text) for shape in (_BAR, _NAME, _EDITOR))
    return word or named or is_advert(text) or _is_site_prose(text)


def _site_words(text: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(text)}


def _speaks_to_reader(text: str) -> bool:
    return _ADDRESS.search(text) is not None


def _is_fragment(text: str) -> bool:
    return len(text) <= _SHORT and not re.search(r"[。，；]", text) and not section_mark(text)


def _is_high_heading(text: str) -> bool:
    mark = section_mark(text)
    return mark is not None and mark.level <= 2


def _is_site_line(text: str) -> bool:
    if _CONTACT.search(text):
        return True
    short = len(text) <= _SHORT and "。" not in text and not _is_high_heading(text)
    return short and _WORD.search(text) is not None


def _is_site_prose(text: str) -> bool:
    if len(text) > _LONG or _is_high_heading(text):
        return False
    return len(_site_words(text)) >= 2 and _speaks_to_reader(text)
