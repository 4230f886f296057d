from collections.abc import Sequence

import pytest

from desktop_app.core.document.paragraph import Role
from desktop_app.core.reading.raw import RawParagraph
from desktop_app.core.reading.web_page import without_site
from tests.core.reading.papers import PAGES, PAPER, TITLE


def texts(*lines: str) -> list[str]:
    return [paragraph.text for paragraph in without_site([RawParagraph(line) for line in lines])]


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_only_the_paper_is_left_of_a_page(page: Sequence[str]) -> None:
    found = texts(*page)
    assert found[-len(PAPER) :] == list(PAPER)
    assert set(found) == set(PAPER)


def test_a_paper_without_a_site_keeps_every_line() -> None:
    assert texts(*PAPER, "附件：登记表", "网站地址另行通知") == [
        *PAPER,
        "附件：登记表",
        "网站地址另行通知",
    ]


def test_page_numbers_go_from_any_paper() -> None:
    lines = ["- 1 -", *PAPER[:3], "— 2 —", "第 3 页", "第3页 共 9 页", *PAPER[3:], "-12-"]
    assert texts(*lines) == list(PAPER)


def test_a_paper_may_speak_of_websites_and_members() -> None:
    lines = [*PAPER, "要办好网站，做好会员登记、资料上传和投诉举报工作，让群众随时可以查询。"]
    assert texts(*lines) == lines


def test_a_single_line_of_a_site_makes_no_site_of_a_paper() -> None:
    lines = [*PAPER, "咨询请联系客服。"]
    assert texts(*lines) == lines


def test_a_report_on_a_shop_on_the_net_keeps_its_sections() -> None:
    section = "一、VIP客户免费下载服务和客服热线建设情况"
    assert section in texts(*PAGES["menus"][:4], TITLE, section, PAPER[4], "猜你喜欢", "立即下载")


def test_a_page_of_menus_alone_is_empty() -> None:
    assert texts("首页", "登录", "立即下载", "猜你喜欢", "联系客服") == []


def test_signature_and_date_behind_the_text_are_kept() -> None:
    paper = [*PAPER, "共青团临江市委员会", "2024年5月6日"]
    assert texts("立即下载", *paper, "猜你喜欢", "会员登录", "在线客服") == paper


def test_what_a_known_role_says_is_kept_along() -> None:
    paragraphs = [RawParagraph(PAPER[0], Role.TITLE), *map(RawParagraph, PAPER[1:])]
    site = [RawParagraph("立即下载"), RawParagraph("猜你喜欢")]
    assert without_site([*site, *paragraphs, *site]) == paragraphs
