"""Pages as users save them: a paper of the tests in the surroundings that sites give it."""

from collections.abc import Sequence
from dataclasses import dataclass

from tests.core.reading.papers import PAPER, TITLE


@dataclass(frozen=True)
class Page:
    """The lines of a page; `paper` are those of them that belong to the paper, in their order."""

    lines: tuple[str, ...]
    paper: tuple[str, ...]


NOTICE = (
    "关于开展2024年度青年志愿服务先进集体评选工作的通知",
    "临青联〔2024〕12号",
    "各县（市、区）团委，市直各单位团组织：",
    (
        "为进一步弘扬奉献、友爱、互助、进步的志愿精神，团市委决定在全市开展青年志愿服务先进集体评选工作。"
        "现将有关事项通知如下。"
    ),
    "一、评选范围",
    "全市依法登记、正常开展活动满两年的青年志愿服务组织，均可参加评选。",
    "二、报送要求",
    "请各单位于5月31日前将推荐表一式两份报送团市委青年发展部，同时登录评选网站上传电子版。",
    "联系人：林晓  联系电话：0123-4567890",
    "附件：1. 先进集体推荐表",
    "2. 推荐对象汇总表",
    "共青团临江市委员会",
    "2024年5月6日",
    "（此件公开发布）",
)
# A speech about the very things that sites speak of.
NET_SPEECH = (
    "在全市网络版权保护工作会议上的讲话",
    "同志们：",
    "今天我们召开网络版权保护工作会议，主要任务是分析形势，部署打击侵权盗版专项行动，净化网络空间。",
    "一、深刻认识网站版权保护的重要意义",
    (
        "当前，一些网站未经许可上传他人作品供会员免费下载，一些平台用积分、VIP会员变相倒卖资料，权利人举报难、维权难。"
        "对此，群众有意见，企业有呼声。"
    ),
    "二、管好注册登录、上传下载两个关口",
    "请各网站落实实名注册要求，登录、上传、下载全程留痕，收到投诉举报后二十四小时内处理。",
    "（一）畅通举报热线和客服渠道。",
    "市版权局要公布热线电话，安排专人接听，做到件件有着落、事事有回音。",
    "（二）做好网站首页公示。",
    "各网站要在首页显著位置公布版权声明、免责条款和联系方式，方便网友查询和监督。",
    "同志们，保护版权就是保护创新。让我们点击未来、下载希望，共同建设清朗的网络家园！",
)
ROSTER = (
    "临江市青年联合会第五届委员会组成人员名单",
    "经市青联第五届委员会第一次全体会议选举，产生新一届领导机构，现将名单公布如下，请各单位做好衔接工作。",
    "主　席：李　明",
    "副主席：王晓　赵强　陈静",
    "常务委员",
    "马　骏　　王　磊　　刘　洋",
    "周　敏　　吴　涛　　孙　丽",
    "临江市青年联合会",
    "2024年3月1日",
)
REGULATION = (
    "临江市志愿服务管理办法",
    "第一章 总则",
    "第一条 为了规范志愿服务活动，保障志愿者和志愿服务对象的合法权益，制定本办法。",
    "第二条 本市行政区域内的志愿服务活动，适用本办法。",
    "第二章 志愿者",
    "第三条 志愿者应当依法登记，登记信息应当真实、准确、完整。",
    "第三章 附则",
    "第四条 本办法自2024年7月1日起施行。",
)


def _page(before: Sequence[str], paper: Sequence[str], after: Sequence[str]) -> Page:
    return Page((*before, *paper, *after), tuple(paper))


PORTAL = _page(
    (
        "无障碍浏览",
        "简体 | 繁体",
        "首页",
        "政务公开",
        "办事服务",
        "互动交流",
        "走进临江",
        "公示公告",
        "领导信箱",
        "当前位置：首页 > 政务公开 > 通知公告",
    ),
    NOTICE,
    (
        "扫一扫在手机打开当前页",
        "【字体：大 中 小】 打印 关闭",
        "相关附件",
        "相关链接",
        "关于做好2024年暑期安全工作的通知 2024-06-20",
        "关于公布2024年度市级课题名单的通知 2024-06-11",
        "主办：临江市人民政府办公室  承办：临江市大数据局",
        "网站标识码：0000000000  某ICP备00000000号",
        "联系电话：0123-0000000  邮编：000000",
        "版权所有：临江市人民政府",
    ),
)

NOTED = Page(
    (
        "首页 >> 信息公开 >> 领导讲话",
        TITLE,
        "发布时间：2024-05-06 09:30  来源：团市委办公室  浏览次数：1203  字号：[大 中 小]",
        *PAPER[1:],
        "责任编辑：林晓",
        "上一篇：团市委召开青年联谊工作会议",
        "下一篇：没有了",
    ),
    PAPER,
)

SIDEBAR = _page(
    (
        "栏目导航",
        "机构概况",
        "团务要闻",
        "专题专栏",
        "热点文章",
        "1",
        "全市团干部培训班举行结业仪式",
        "2",
        "“青春助农”直播活动走进乡村",
        "3",
        "我市新增两家青年就业见习基地",
        "设为首页 | 加入收藏",
        "您现在的位置：首页 > 领导讲话 > 正文",
    ),
    PAPER,
    ("【打印本页】【关闭窗口】", "友情链接", "中国某某网", "某某青年报", "技术支持：某某网络公司"),
)

NEWS = _page(
    ("临江新闻网", "时政 | 社会 | 财经 | 教育", "来源：临江日报 作者：林晓 2024-05-06 08:12"),
    PAPER,
    (
        "（责任编辑：林晓）",
        "分享到：微信 微博 QQ空间",
        "相关新闻",
        "临江市召开重点项目推进会，部署下半年工作，会议要求各级各部门抓紧抓实各项任务",
        "我市第三季度经济运行情况新闻发布会召开，多项主要经济指标稳中有进、进中提质",
        "热门排行",
        "这些路段今晚起封闭施工，请注意绕行",
        "新闻热线：0123-4567890",
    ),
)

MESSENGER = Page(
    (
        "点击上方蓝字关注我们",
        TITLE,
        "原创 林晓 临江青年 2024-05-06 17:30 临江",
        *PAPER[1:],
        "END",
        "来源：团市委办公室",
        "编辑：林晓",
        "长按二维码关注我们",
        "预览时标签不可点",
        "微信扫一扫关注该公众号",
        "喜欢此内容的人还喜欢",
        "三句话说清楚年轻人为什么要做志愿者，看完请转发给身边的朋友们！",
        "阅读原文",
    ),
    PAPER,
)

LIBRARY = _page(
    (
        "某某文库",
        "上传文档 | 登录 | 注册",
        "文档格式：DOCX  文档大小：28KB  下载券：5",
        "收藏 分享 举报 下载",
    ),
    PAPER,
    (
        "本文档共3页，您已阅读完毕，下载可编辑文档请点击下方按钮",
        "下载文档",
        "VIP专享文档",
        "您可能感兴趣的文档",
        "2024年共青团工作总结",
        "学校团委2024年工作计划",
        "文库用户协议 | 侵权申诉 | 联系客服",
    ),
)

FORUM = Page(
    (
        "公文论坛 › 讲话稿交流区",
        "查看: 1203|回复: 8",
        TITLE,
        "[复制链接]",
        "楼主",
        "发表于 2024-5-6 08:12:33 | 只看该作者 | 倒序浏览",
        *PAPER[1:],
        "收藏 3 分享 支持 2",
        "回复 使用道具 举报",
        "沙发",
        "发表于 2024-5-6 09:01:10 | 只看该作者",
        "写得真好，学习了，感谢楼主分享，希望以后多发这样的好稿子！",
        "板凳",
        "发表于 2024-5-6 10:22:45 | 只看该作者",
        "收藏了，正好下周要用，不知道楼主有没有工会方面的讲话，求分享。",
        "您需要登录后才可以回帖 登录 | 立即注册",
    ),
    PAPER,
)

CONTENTS_PAGED = Page(
    (
        REGULATION[0],
        "目  录",
        "第一章 总则………………1",
        "第二章 志愿者……………2",
        "第三章 附则………………3",
        *REGULATION[1:],
    ),
    REGULATION,
)

CONTENTS_PLAIN = Page(
    (REGULATION[0], "目　录", "第一章　总则", "第二章　志愿者", "第三章　附则", *REGULATION[1:]),
    REGULATION,
)

CONTENTS_RUN_IN = Page(
    (
        PAPER[0],
        "目录",
        "一、肯定成绩，坚定做好工作的信心\t1",
        "（一）队伍不断壮大\t1",
        "（二）机制逐步健全\t2",
        "二、突出重点，推动志愿服务再上台阶\t3",
        *PAPER[1:],
    ),
    PAPER,
)

_HEAD = "临江市青年志愿服务中心文件"
_LONG_PAPER = (*PAPER, *NET_SPEECH[2:], *REGULATION[1:], *PAPER[2:], *NET_SPEECH[2:])


def _sheets(lines: Sequence[str]) -> list[list[str]]:
    """Lines as they fall on sheets of 320 characters and more."""
    sheets: list[list[str]] = [[]]
    for line in lines:
        if sum(map(len, sheets[-1])) >= 320:
            sheets.append([])
        sheets[-1].append(line)
    return sheets


def _printed(head: str, foot: str) -> Page:
    """A paper on sheets with a head, but on the first, and with page numbers at the foot."""
    lines: list[str] = []
    for number, sheet in enumerate(_sheets(_LONG_PAPER), start=1):
        lines += [*([head] if number > 1 else []), *sheet, foot.format(number)]
    return Page(tuple(lines), _LONG_PAPER)


ADVERT_BETWEEN = Page(
    (
        "首页 > 范文 > 讲话稿",
        *PAPER[:5],
        "点击下载全文",
        "开通VIP会员，全站文档免费下载",
        *PAPER[5:],
        "相关推荐",
        "妇联主席2024年述职报告",
    ),
    PAPER,
)

SHARED_SPEECH = _page(
    ("登录 | 注册 | VIP", "某某文库 > 讲话稿 > 网络版权", "立即下载"),
    NET_SPEECH,
    ("下载文档", "猜你喜欢", "网络安全工作总结", "版权所有 某某文库"),
)

ROSTER_ON_PORTAL = _page(
    ("网站地图", "您的位置：首页 > 信息公开", "发布日期：2024-03-01 来源：市青联 浏览：33"),
    ROSTER,
    ("打印 关闭", "上一条：市青联召开会议", "某ICP备00000000号"),
)

_REPORT_HEAD = (
    "2024年临江市政府工作报告",
    "——2024年1月15日在临江市第六届",
    "人民代表大会第三次会议上",
    "临江市市长  李明",
)
IN_PIECES = Page(
    (
        "当前位置：",
        "首页",
        ">",
        "政务信息",
        *_REPORT_HEAD[:1],
        "来源：",
        "临江日报客户端",
        "阅读量：",
        "【字体：",
        "小",
        "大",
        "】",
        *_REPORT_HEAD[1:],
        *PAPER[1:],
        "扫一扫在手机打开当前页",
        "【",
        "打印本页",
        "】",
    ),
    (*_REPORT_HEAD, *PAPER[1:]),
)

OTHERS_TITLE = Page(
    (
        "某某文库",
        "VIP会员 | 免费下载",
        "讲话",
        TITLE,
        "机关干部选拔任用专题报告",
        *PAPER[2:],
        "下载文档",
    ),
    (TITLE, *PAPER[2:]),
)

TITLE_IN_HALVES = _page(
    ("登录 | 注册", "首页 > 政策 > 通知"),
    (
        "临江市人民政府办公室、临江市军民融合办公室",
        "关于开展青年志愿服务活动的通知",
        "1999年5月1日发布  2010年3月2日修订",
        *NOTICE[2:],
    ),
    ("上一篇：关于放假的通知", "版权所有 临江市"),
)

WITHOUT_GENRE = _page(
    ("网站首页", "登录", "2024-05-06  阅读：33"),
    ("让青春在奉献中闪光", "——" + TITLE, "（2024年5月6日）", "李 明", *PAPER[1:]),
    ("点赞 收藏 分享", "评论（0）"),
)

SURROUNDED = {
    "portal": PORTAL,
    "noted": NOTED,
    "sidebar": SIDEBAR,
    "news": NEWS,
    "messenger": MESSENGER,
    "library": LIBRARY,
    "forum": FORUM,
    "contents with pages": CONTENTS_PAGED,
    "contents without pages": CONTENTS_PLAIN,
    "contents of a speech": CONTENTS_RUN_IN,
    "printed": _printed(_HEAD, "— {} —"),
    "printed with title": _printed(TITLE, "{}"),
    "advert between": ADVERT_BETWEEN,
    "speech on the net, shared": SHARED_SPEECH,
    "roster on a portal": ROSTER_ON_PORTAL,
    "notes in pieces": IN_PIECES,
    "another paper's title": OTHERS_TITLE,
    "title in halves": TITLE_IN_HALVES,
    "title without a genre": WITHOUT_GENRE,
}
BARE = {
    "speech": PAPER,
    "notice": NOTICE,
    "speech on the net": NET_SPEECH,
    "roster": ROSTER,
    "regulation": REGULATION,
}
