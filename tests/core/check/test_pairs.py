import pytest

from tests.core.check.mending import found, mended, spots


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        ("各县(市、区)要落实责任", "各县（市、区）要落实责任"),
        ("各县（市、区)要落实责任", "各县（市、区）要落实责任"),
        ("《会议制度(试行)》", "《会议制度（试行）》"),
        ("要求(含国企(央企)和高校)", "要求（含国企（央企）和高校）"),
    ],
)
def test_half_width_brackets_round_chinese_words_become_full_width(bad: str, good: str) -> None:
    assert mended(bad, "half-width-bracket") == good
    assert found(good, "half-width-bracket") == []


@pytest.mark.parametrize(
    "text",
    [
        "国内生产总值(GDP)增长5%。",
        "税额＝(价格＋关税)÷(1－税率)",
        "见https://example.cn/(公告)页面。",
    ],
)
def test_brackets_round_latin_words_and_in_formulas_stay_half_width(text: str) -> None:
    assert found(text, "half-width-bracket") == []


def test_quotes_inside_quotes_become_single_and_titles_inside_titles_angled() -> None:
    text = "他说：“要弘扬“红船精神”，学好《关于印发《守则》的通知》。”"
    assert (
        mended(text, "nested-marks") == "他说：“要弘扬‘红船精神’，学好《关于印发〈守则〉的通知》。”"
    )
    assert len(found(text, "nested-marks")) == 4


def test_right_nesting_is_left_alone() -> None:
    text = "他说：“要弘扬‘红船精神’，学好《关于印发〈守则〉的通知》，写好总结。”"
    assert found(text, "nested-marks") == []
    assert found(text, "unpaired-mark") == []


def test_a_quote_inside_a_title_inside_a_quote_is_not_nested_in_its_own_kind() -> None:
    assert found("他说：“学好《“十四五”规划》。”", "nested-marks") == []


@pytest.mark.parametrize(
    ("text", "lonely"),
    [
        ("落实“放管服改革。", ["“"]),
        ("落实放管服”改革。", ["”"]),
        ("印发《条例的通知。", ["《"]),
        ("各县（市、区要落实责任。", ["（"]),
        ("落实“（放管服”改革。", ["（"]),
        ("汇聚”五讲四美”力量。", ["”", "”"]),
    ],
)
def test_a_mark_without_its_partner_is_an_error_without_a_mend(
    text: str, lonely: list[str]
) -> None:
    assert spots(text, "unpaired-mark") == lonely
    assert all(finding.replacement is None for finding in found(text, "unpaired-mark"))


def test_the_sentence_names_the_missing_partner() -> None:
    (finding,) = found("印发《条例的通知。", "unpaired-mark")
    assert finding.message("zh") == "“《”没有与之配对的“》”，应补上或删去。"
    assert finding.message("en") == "“《” lacks its partner “》”; add that or delete this."


def test_when_an_opening_quote_lacks_its_partner_the_next_pair_is_not_called_nested() -> None:
    text = "培育“小巨人企业40家、“单项冠军”企业5家。"
    assert spots(text, "unpaired-mark") == ["“"]
    assert found(text, "nested-marks") == []


def test_a_quotation_of_several_paragraphs_opens_each_and_closes_the_last() -> None:
    text = "他在信中写道：\n“同志们好。\n“大家辛苦了。\n“祝一切顺利。”\n来信收悉。"
    assert found(text, "unpaired-mark") == []


def test_a_quotation_that_goes_on_without_opening_again_is_unpaired() -> None:
    text = "“同志们好，大家辛苦了。\n祝一切顺利。”"
    assert spots(text, "unpaired-mark") == ["“", "”"]


def test_the_marks_of_a_title_broken_by_hand_may_stand_on_two_lines() -> None:
    assert found("市政府关于印发《会议\n管理办法》的通知", "unpaired-mark") == []


def test_a_mark_closed_after_a_full_stop_in_another_paragraph_is_unpaired() -> None:
    text = "要落实“放管服改革。\n持续优化营商”环境。"
    assert spots(text, "unpaired-mark") == ["“", "”"]


@pytest.mark.parametrize(
    "text",
    ["1）建立台账；2）定期通报。", "a）建立台账", "工期缩短’99年水平", "the people’s choice"],
)
def test_a_bracket_behind_a_number_and_an_apostrophe_need_no_partner(text: str) -> None:
    assert found(text, "unpaired-mark") == []
