import pytest

from desktop_app.core.check.finding import Severity
from tests.core.check.mending import found, mended, spots


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        ("认真学习,狠抓落实", "认真学习，狠抓落实"),
        ("同志们:", "同志们："),
        ("各位代表! 过去一年", "各位代表！过去一年"),
        ("增长5%,达到新高", "增长5%，达到新高"),
        ("达到,2025年再翻一番", "达到，2025年再翻一番"),
        ("“放管服”,改革", "“放管服”，改革"),
        ("要求如下;《办法》另行印发", "要求如下；《办法》另行印发"),
        ("推广AI,提升效率", "推广AI，提升效率"),
        ("在{{市名}},各级", "在{{市名}}，各级"),
    ],
)
def test_half_width_marks_beside_chinese_words_become_full_width(bad: str, good: str) -> None:
    assert len(found(bad, "half-width-punctuation")) == 1
    assert mended(bad, "half-width-punctuation") == good
    assert found(good, "half-width-punctuation") == []


@pytest.mark.parametrize(
    "text",
    [
        "会议定于9:30开始，比分为3:2。",
        "投入1,200万元，见https://www.example.cn/a,b;c?d=好。",
        "联系邮箱：office@example.cn，附件为a,b.docx。",
        "他说：“Well done, my friend! Go on.”",
    ],
)
def test_half_width_marks_in_figures_addresses_and_english_are_right(text: str) -> None:
    assert found(text, "half-width-punctuation") == []


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        ("提高认识，，狠抓落实。", "提高认识，狠抓落实。"),
        ("取得成效，。", "取得成效。"),
        ("取得成效；。下一步", "取得成效。下一步"),
        ("意见如下：，一是", "意见如下：一是"),
        ("向全市人民致敬！。", "向全市人民致敬！"),
        ("取得成效，,下一步", "取得成效，下一步"),
    ],
)
def test_of_two_marks_side_by_side_the_stronger_one_stays(bad: str, good: str) -> None:
    assert len(found(bad, "doubled-mark")) == 1
    assert mended(bad, "doubled-mark") == good
    assert found(good, "doubled-mark") == []


@pytest.mark.parametrize("text", ["真的吗？！", "胜利了！！！", "“好。”他说。", "困难……，但是"])
def test_marks_that_may_stand_together_are_not_doubled(text: str) -> None:
    assert found(text, "doubled-mark") == []


@pytest.mark.parametrize(
    ("bad", "good"),
    [("工作圆满完成.", "工作圆满完成。"), ("全面完成.下一步", "全面完成。下一步")],
)
def test_a_dot_behind_a_chinese_word_becomes_a_full_stop(bad: str, good: str) -> None:
    assert mended(bad, "dot-as-full-stop") == good
    assert found(good, "dot-as-full-stop") == []


@pytest.mark.parametrize("text", ["见报告.docx文件。", "增长3.5个百分点。", "版本V2.0已上线。"])
def test_a_dot_in_a_figure_or_a_name_of_a_file_is_no_full_stop(text: str) -> None:
    assert found(text, "dot-as-full-stop") == []


@pytest.mark.parametrize(
    "bad", ["教育、医疗...", "教育、医疗。。。", "教育、医疗…", "教育、医疗………"]
)
def test_an_ellipsis_gets_six_dots(bad: str) -> None:
    assert mended(bad, "ellipsis") == "教育、医疗……"
    assert len(found(bad, "ellipsis")) == 1


@pytest.mark.parametrize(
    "text",
    ["教育、医疗……", "…………", "一、总体要求........3", "总体要求............", "see e.g. ... 3"],
)
def test_a_right_ellipsis_and_the_dots_of_a_contents_table_stay(text: str) -> None:
    assert found(text, "ellipsis") == []


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        ("--在全市大会上的讲话", "——在全市大会上的讲话"),
        ("一个目标--高质量发展", "一个目标——高质量发展"),
        ("“两山”──绿色发展", "“两山”——绿色发展"),
    ],
)
def test_two_hyphens_become_a_dash(bad: str, good: str) -> None:
    assert mended(bad, "hyphens-as-dash") == good
    assert found(good, "hyphens-as-dash") == []


def test_a_hyphen_between_words_is_only_pointed_out() -> None:
    (finding,) = found("加快北京-雄安走廊建设。", "hyphen-as-connector")
    assert finding.severity is Severity.INFO
    assert finding.replacement == "—"


@pytest.mark.parametrize(
    "text",
    [
        "支持北京—雄安走廊建设。",
        "收支结余=医疗收入-医疗支出-管理费用，单位为万元。",
        "（本年度收入－上年度收入）/上年度收入",
        "关于《城市-乡村融合发展方案》的说明",
        "新型号WZ-10直升机和表2-8",
    ],
)
def test_a_connector_a_minus_sign_and_a_cited_title_keep_their_stroke(text: str) -> None:
    assert found(text, "hyphen-as-connector") == []
    assert found(text, "hyphens-as-dash") == []


def test_angle_brackets_round_a_title_become_title_marks() -> None:
    assert mended("印发<会议管理办法>的通知", "angle-as-title-mark") == "印发《会议管理办法》的通知"


def test_a_comparison_is_no_title() -> None:
    assert spots("当x<5且y>3时，按a<b处理。", "angle-as-title-mark") == []
