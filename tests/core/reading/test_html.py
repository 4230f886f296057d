import pytest

from desktop_app.core.errors import FileHostile, FileTooLarge
from desktop_app.core.reading import html
from desktop_app.core.reading.html import decode_page, html_paragraphs


def texts(page: str) -> list[str]:
    return [paragraph.text for paragraph in html_paragraphs(page.encode())]


def test_blocks_are_paragraphs_and_inline_elements_are_not() -> None:
    page = "<div>前<p>工作<b>报<i>告</i></b></p>中<h2>标题</h2><ul><li>一<li>二</ul>后</div>末"
    assert texts(page) == ["前", "工作报告", "中", "标题", "一", "二", "后", "末"]


def test_a_line_break_parts_paragraphs() -> None:
    assert texts("<p>第一行<br>第二行<br/><br>第三行</p>") == ["第一行", "第二行", "第三行"]


def test_cells_come_in_the_order_of_reading() -> None:
    page = "<table><tr><th>序号<th>任务</tr><tr><td>1</td><td><p>整改</p></td></tr></table>"
    assert texts(page) == ["序号", "任务", "1", "整改"]


@pytest.mark.parametrize(
    "tag", ["script", "style", "noscript", "nav", "template", "svg", "select", "button", "textarea"]
)
def test_what_is_no_text_is_left_out(tag: str) -> None:
    assert texts(f"<p>前</p><{tag}>不是正文</{tag}><p>后</p>") == ["前", "后"]


def test_the_head_and_comments_are_left_out() -> None:
    page = (
        "<html><head><title>网站</title></head><!-- 注 --><body>正文<!-- 注 -->在此</body></html>"
    )
    assert texts(page) == ["正文在此"]


@pytest.mark.parametrize(
    "attribute",
    [
        "hidden",
        "style='display:none'",
        'style="color:red; DISPLAY : none;"',
        "style='visibility: hidden'",
        "style='mso-element:header'",
        "title=footer",
    ],
)
def test_what_is_not_shown_is_left_out(attribute: str) -> None:
    assert texts(f"<p>前</p><div {attribute}>看<p>不</p>见</div><p>后</p>") == ["前", "后"]


def test_a_form_may_hold_the_whole_page() -> None:
    assert texts("<form id=aspnet><input value=x><p>正文</p></form>") == ["正文"]


def test_white_space_is_shown_as_a_browser_shows_it() -> None:
    assert texts("<p>\n  工作\n  报告 in\n two   words </p>") == ["工作报告 in two words"]
    assert texts("<pre>第一行\n第二行</pre><p>第三\n行</p>") == ["第一行", "第二行", "第三行"]


def test_entities_are_characters() -> None:
    assert texts("<p>&ldquo;工作&#8221;&amp;&#x4f1a;</p>") == ["“工作”&会"]


@pytest.mark.parametrize("charset", ["utf-8", "gb2312", "GBK", "gb18030", "utf-16"])
def test_the_character_set_is_the_one_that_the_page_names(charset: str) -> None:
    page = f'<html><head><meta charset="{charset}"></head><p>会议工作</p>'
    assert [p.text for p in html_paragraphs(page.encode(charset))] == ["会议工作"]


def test_a_traditional_page_is_read() -> None:
    page = '<meta http-equiv="Content-Type" content="text/html; charset=big5"><p>會議工作</p>'
    assert [p.text for p in html_paragraphs(page.encode("big5"))] == ["會議工作"]


def test_a_page_that_names_the_wrong_character_set_is_read_all_the_same() -> None:
    for named, true in (("utf-8", "gb18030"), ("nothing", "utf-8"), ("base64", "gb18030")):
        page = f"<meta content='text/html; charset={named}'><p>各单位要认真执行会议决定</p>"
        assert [p.text for p in html_paragraphs(page.encode(true))] == ["各单位要认真执行会议决定"]


def test_the_character_set_of_the_envelope_comes_first() -> None:
    assert decode_page("<meta charset=big5>工作".encode("gb18030"), "gb2312").endswith("工作")


@pytest.mark.parametrize("page", ["", "<p>", "<frameset><frame src=a></frameset>", "<!-- -->"])
def test_a_page_without_text_has_no_paragraphs(page: str) -> None:
    assert texts(page) == []


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 1_000_000,
        "<p><font color=1>" * 200_000,
        "<div " + " ".join(f"a{n}" for n in range(100_000)) + ">",
        "<p>" * 600_000,
    ],
    ids=["nested", "unclosed", "attributes", "many"],
)
def test_a_page_built_to_stall_its_reader_is_hostile(page: str) -> None:
    with pytest.raises(FileHostile):
        html_paragraphs(page.encode())


def test_pages_that_nest_as_far_as_is_allowed_are_read() -> None:
    assert texts("<div>" * 2_900 + "深处" + "</div>" * 2_900 + "外面") == ["深处", "外面"]


def test_a_page_larger_than_a_paper_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html, "_LIMIT", 10)
    with pytest.raises(FileTooLarge):
        html_paragraphs(b"<p>" * 4)
