import pytest

from desktop_app.core.reading.site_lines import (
    Line,
    closes_page,
    is_advert,
    is_furniture,
    is_listed_link,
    is_menu,
    is_publishing_note,
    leads_back,
    line_kind,
    shows_site,
)
from tests.core.reading.pages import BARE

FURNITURE = [
    "责任编辑：林晓",
    "（责任编辑：林晓）",
    "来源：临江日报",
    "信息来源：市政府研究室",
    "来源：新华社 发布时间：2024-05-06 浏览次数：120",
    "发布日期:2024年5月6日 字号:大 中 小",
    "浏览次数：1203次",
    "【字体：大 中 小】",
    "打印本页 | 关闭窗口",
    "打印关闭分享到：",
    "分享到：微信 微博 QQ空间",
    "[复制链接]",
    "A+ A- 打印",
    "上一篇：关于放假的通知",
    "下一条：没有了",
    "Copyright © 2024 某某网 版权所有",
    "某ICP备00000000号-1",
    "某公网安备 00000000000000号",
    "当前位置：首页 > 政务公开 > 通知公告",
    "首页 > 讲话 > 正文",
    "扫一扫在手机打开当前页",
    "点击下载全文",
    "原创 林晓 临江青年",
    "发表于 2024-5-6 08:12:33 | 只看该作者",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_what_only_sites_print_is_their_furniture(line: str) -> None:
    assert is_furniture(line)
    assert line_kind(line) is Line.FURNITURE
    assert shows_site(line)


OWN = [
    "责任编辑要切实负起责任。",
    "来源广泛、渠道多样的资金投入机制不断健全，全年到位资金3.5亿元。",
    "原创性成果不断涌现",
    "原创项目申请与资助不设复审环节。",
    "资金来源：市财政",
    "数据来源于市统计局。",
    "大、中、小学思政课一体化建设",
    "上下一心，共克时艰",
    "城镇化率>60%",
    "关闭落后产能企业12家",
    "打印机采购项目",
    "联系电话：0123-4567890",
    "发布日期：2024年5月6日",
    "点击率",
]


@pytest.mark.parametrize("line", OWN)
def test_what_looks_like_it_is_not(line: str) -> None:
    assert not is_furniture(line)
    assert not shows_site(line)


@pytest.mark.parametrize("paper", BARE.values(), ids=BARE)
def test_a_papers_own_lines_are_no_furniture(paper: tuple[str, ...]) -> None:
    assert [line for line in paper if is_furniture(line)] == []


@pytest.mark.parametrize("line", ["立即下载", "猜你喜欢", "开通VIP会员", "在线客服", "友情链接"])
def test_adverts_show_the_site_and_go_from_between_paragraphs(line: str) -> None:
    assert shows_site(line)
    assert is_advert(line)
    assert is_menu(line)


def test_a_menus_word_is_an_advert_only_around_the_paper() -> None:
    assert is_menu("登录")
    assert not is_advert("登录")


@pytest.mark.parametrize("line", ["时政 | 社会 | 财经 | 教育", "临江新闻网"])
def test_bars_and_names_of_sites_are_menus(line: str) -> None:
    assert is_menu(line)
    assert not is_furniture(line)


@pytest.mark.parametrize(
    "line",
    ["一、网站建设和会员下载情况", "主办单位：省人力资源社会保障厅、省财政厅，各州、市人民政府"],
)
def test_a_heading_or_a_long_line_with_a_sites_word_is_no_menu(line: str) -> None:
    assert not is_menu(line)


def test_sentences_that_speak_to_the_reader_are_the_sites() -> None:
    assert line_kind("如您对本文档版权有争议，请及时联系客服，我们将尽快删除。") is Line.SITE
    assert line_kind("请各网站落实实名注册要求，登录、上传、下载全程留痕。") is Line.RUNNING


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("一、总体要求", Line.RUNNING),
        ("立即下载" * 60, Line.RUNNING),
        ("共青团临江市委员会", Line.FRAGMENT),
        ("登录 | 注册", Line.SITE),
    ],
)
def test_lines_are_told_apart_by_their_looks(line: str, kind: Line) -> None:
    assert line_kind(line) is kind


def test_notes_links_and_ways_are_known() -> None:
    assert is_publishing_note("来源：临江日报 作者：林晓 发布时间：2024-05-06")
    assert not is_publishing_note("来源：临江日报")
    assert is_listed_link("关于做好暑期安全工作的通知 2024-06-20")
    assert is_listed_link("[2024-06-20]关于做好暑期安全工作的通知")
    assert not is_listed_link("会议时间：6月20日")
    assert leads_back("首页 > 讲话 > 正文")
    assert not leads_back("收入>支出")


@pytest.mark.parametrize("line", ["相关链接", "猜你喜欢", "上一篇：通知", "— END —", "热门排行"])
def test_behind_some_lines_the_page_goes_on_without_the_paper(line: str) -> None:
    assert closes_page(line)
    assert not closes_page("各有关部门要加强相关链接管理，推荐先进典型，形成良好氛围。" * 2)
