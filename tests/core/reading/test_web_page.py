from collections.abc import Sequence

import pytest

from desktop_app.core.reading.page_marks import page_numbers
from desktop_app.core.reading.web_page import site_lines
from tests.core.reading.papers import PAGES, PAPER, TITLE


def texts(*lines: str) -> list[str]:
    removed = site_lines(lines)
    return [line for n, line in enumerate(lines) if n not in removed]


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_only_the_paper_is_left_of_a_page(page: Sequence[str]) -> None:
    found = texts(*(line for n, line in enumerate(page) if n not in page_numbers(page)))
    assert found[-len(PAPER) :] == list(PAPER)
    assert set(found) == set(PAPER)


def test_a_paper_without_a_site_keeps_every_line() -> None:
    assert texts(*PAPER, "附件：登记表", "网站地址另行通知") == [
        *PAPER,
        "附件：登记表",
        "网站地址另行通知",
    ]


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
