import pytest

from desktop_app.core.document.line_shapes import (
    addresses_people,
    attachment_words,
    ends_like_title,
    is_byline,
    is_date,
    is_day,
    is_note,
    is_salutation,
    may_be_title,
)


@pytest.mark.parametrize(
    ("text", "names_the_day"),
    [
        ("2025年5月6日", True),
        ("（2025年5月6日）", True),
        ("二〇二五年六月十日", True),
        ("二○○四年十二月三十一日", True),
        ("20XX年X月X日", True),
        ("　2025 年 5 月 6 日　", True),
        ("2025年5月", False),
    ],
)
def test_a_date_alone_is_a_date_line(text: str, names_the_day: bool) -> None:
    assert is_date(text)
    assert is_day(text) is names_the_day


@pytest.mark.parametrize("text", ["2025年", "2025年5月6日前报送", "5月6日", "截至2025年5月6日", ""])
def test_a_date_with_other_words_is_no_date_line(text: str) -> None:
    assert not is_date(text)
    assert not is_day(text)


@pytest.mark.parametrize(
    "text",
    [
        "同志们：",
        "各位代表：",
        "各县（市、区）人民政府，市政府各部门：",
        "市体育局：",
        "尊敬的各位来宾:",
        "青年朋友们！",
        "各主要领导、负责同志：",
        "各快递企业总部，各主要快递企业：",
    ],
)
def test_a_line_that_addresses_somebody_is_a_salutation(text: str) -> None:
    assert is_salutation(text)


@pytest.mark.parametrize(
    "text",
    [
        "为加强管理，制定本办法：",
        "现将有关事项通知如下：",
        "今年主要做了以下工作：",
        "重点抓好三件事：",
        "会议强调：",
        "主要任务：",
        "有关情况：",
        "附件：",
        "今天开会。同志们：",
        "各位代表",
    ],
)
def test_a_line_that_leads_in_is_no_salutation(text: str) -> None:
    assert not is_salutation(text)


def test_only_an_audience_is_people() -> None:
    assert addresses_people("尊敬的各位领导、同志们：")
    assert addresses_people("各位代表！")
    assert not addresses_people("各区人民政府：")
    assert not addresses_people("各位代表，现在开会")


@pytest.mark.parametrize(
    "text",
    [
        "（2025年4月28日）",
        "——在全市青年大会上的讲话",
        "来源：临江日报",
        "临政办发〔2025〕12号",
        "第 12 号",
        "2025年1月8日在市第三届人民代表大会第一次会议上市长李明作政府工作报告。",
        "（本文有删减）",
        "市长　李明",
        "市长  马  军",
        "自治区人民政府主席 王小明",
    ],
)
def test_when_where_and_by_whom_is_a_byline(text: str) -> None:
    assert is_byline(text)


@pytest.mark.parametrize(
    "text",
    [
        "2025年5月6日前，各单位要报送材料。",
        "2025年5月6日召开会议：各单位参加",
        "2025年5月，全市工作会议召开。",
        "市长李明",
        "关于开展检查的通知",
    ],
)
def test_other_lines_are_no_plain_bylines(text: str) -> None:
    assert not is_byline(text)


def test_how_a_paper_is_published_is_a_note() -> None:
    assert is_note("（此件公开发布）")
    assert is_note("（本文有删减）")
    assert not is_note("（2025年5月6日）")
    assert not is_note("（此件公开发布）请落实")


@pytest.mark.parametrize(
    "text",
    ["关于放假的通知", "工作总结（2025年度）", "工 作 规 则", "有关问题的请示", "办法（试行）"],
)
def test_a_title_ends_with_a_kind_of_paper(text: str) -> None:
    assert ends_like_title(text)


def test_a_kind_of_paper_in_the_middle_ends_no_title() -> None:
    assert not ends_like_title("关于印发工作方案有关事项")
    assert not ends_like_title("")


@pytest.mark.parametrize("text", ["甲" * 61, "今天开会。", "我们要努力，", "有关情况：", "好！"])
def test_long_lines_and_sentences_are_no_titles(text: str) -> None:
    assert not may_be_title(text)


def test_a_short_line_may_be_a_title_whatever_marks_it_holds_inside() -> None:
    assert may_be_title("甲" * 60)
    assert may_be_title("凝心聚力，奋力开创新局面：工作报告")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("附件", ""),
        ("附件1", ""),
        ("附件 2", ""),
        ("附件一", ""),
        ("附件：", ""),
        ("附：统计表", "统计表"),
        ("附件：1.分工表", "1.分工表"),
        ("附件2：分工表", "分工表"),
        ("附件二：分工表", "分工表"),
    ],
)
def test_the_label_of_an_attachment_is_read_with_its_words(text: str, words: str) -> None:
    assert attachment_words(text) == words


@pytest.mark.parametrize("text", ["附件请于周五前报送", "附", "附注：无", "见附件1", "附件100"])
def test_text_that_mentions_an_attachment_is_no_label(text: str) -> None:
    assert attachment_words(text) is None
