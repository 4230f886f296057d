import pytest

from tests.core.check.mending import found, mended


@pytest.mark.parametrize(
    ("rule", "bad", "good"),
    [
        ("section-mark-han", "一，工作回顾", "一、工作回顾"),
        ("section-mark-han", "十二．保障措施", "十二、保障措施"),
        ("section-mark-superfluous", "（一）、加强领导", "（一）加强领导"),
        ("section-mark-superfluous", "（2）. 建立台账", "（2） 建立台账"),
        ("section-mark-arabic", "3、压实责任", "3.压实责任"),
        ("section-mark-brackets", "(一)加强领导", "（一）加强领导"),
        ("section-mark-brackets", "〔二〕转变作风", "（二）转变作风"),
        ("section-mark-brackets", "（三)完善机制", "（三）完善机制"),
        ("section-mark-brackets", "(4)建立台账", "（4）建立台账"),
        ("ordinal-word-comma", "第一、要提高认识。", "第一，要提高认识。"),
        ("ordinal-word-comma", "抓好三件事。首先、统一思想。", "抓好三件事。首先，统一思想。"),
    ],
)
def test_a_number_in_a_wrong_form_is_mended(rule: str, bad: str, good: str) -> None:
    assert len(found(bad, rule)) == 1
    assert mended(bad, rule) == good
    assert found(good, rule) == []


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("section-mark-han", "一.5级标准"),
        ("section-mark-superfluous", "（一）、（二）项所列情形除外。"),
        ("section-mark-arabic", "5、6月份是汛期。"),
        ("section-mark-arabic", "1、2号楼已经完工。"),
        ("section-mark-brackets", "［1］一降三减：降成本。"),
        ("section-mark-brackets", "(1995年)是转折之年。"),
        ("ordinal-word-comma", "第一、第二产业增加值稳步增长。"),
        ("ordinal-word-comma", "第一、二轮巡察全部完成。"),
        ("ordinal-word-comma", "居全国第一、全省首位。"),
    ],
)
def test_an_enumeration_at_the_start_of_a_line_is_no_section_number(rule: str, text: str) -> None:
    assert found(text, rule) == []


def test_a_number_inside_a_paragraph_is_left_alone() -> None:
    text = "依照第三条第(一)项办理。"
    assert found(text, "section-mark-brackets") == []
    assert mended(text) == "依照第三条第（一）项办理。"


def test_the_mark_is_found_behind_spaces_and_behind_a_heading_sign() -> None:
    text = "## 一，工作回顾\n　　二，工作打算"
    first, second = found(text, "section-mark-han")
    assert (first.start, second.start) == (4, 13)
