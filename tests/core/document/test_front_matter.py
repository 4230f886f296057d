import pytest

from desktop_app.core.document.front_matter import front_roles
from desktop_app.core.document.paragraph import Role

TITLE, BYLINE, SALUTATION = Role.TITLE, Role.BYLINE, Role.SALUTATION
NOTICE = ["关于印发停车管理方案的通知", "各单位：", "现将方案印发给你们，请执行。"]
SIGNED = [*NOTICE, "临江市人民政府", "2025年5月6日"]
AFTER = len(SIGNED)


def front(*lines: str) -> list[Role | None]:
    return front_roles(lines, [None] * len(lines))


def test_a_title_of_four_lines_ends_with_its_kind_of_paper() -> None:
    lines = [
        "市政府办公室",
        "关于转发市教育局",
        "市财政局有关问题",
        "请示的通知",
        "临政办发〔2025〕1号",
    ]
    assert front(*lines) == [*[TITLE] * 4, BYLINE]


def test_a_title_may_end_in_the_line_below_the_number() -> None:
    lines = ["临江市人民政府", "临政发〔2025〕1号", "关于开展检查的通知", "各单位："]
    assert front(*lines) == [TITLE, BYLINE, TITLE, SALUTATION]


def test_what_stands_below_a_complete_title_is_a_byline() -> None:
    lines = ["政府工作报告", "市长　李明", "各位代表："]
    assert front(*lines) == [TITLE, BYLINE, SALUTATION]


def test_a_title_that_is_repeated_is_a_title_again() -> None:
    lines = ["2025年临江市政府工作报告", "来源：临江日报", "政府 工作报告", "市长　李明"]
    assert front(*lines) == [TITLE, BYLINE, TITLE, BYLINE]


@pytest.mark.parametrize(
    "aside",
    [
        "李明市长代表市人民政府作报告。临江日报记者王平摄",
        "2025年1月8日，临江市第三届人民代表大会开幕，市长李明作报告。",
    ],
)
def test_a_caption_does_not_hide_the_salutation(aside: str) -> None:
    lines = ["政府工作报告", aside, "市长　李明", "各位代表：", "现在报告工作。"]
    assert front(*lines) == [TITLE, None, BYLINE, SALUTATION, None]


def test_the_address_is_not_looked_for_behind_text_or_a_heading() -> None:
    assert front("工作报告", "今年" + "工作顺利，" * 30 + "。", "各位代表：") == [TITLE, None, None]
    assert front("工作报告", "一、工作回顾", "各位代表：") == [TITLE, None, None]
    assert front("工作报告", "开头。", "市教育局：") == [TITLE, None, None]


def test_the_address_is_looked_for_in_the_first_eight_lines_only() -> None:
    near = ["工作报告", *["工作顺利。"] * 6, "各位代表："]
    far = ["工作报告", *["工作顺利。"] * 7, "各位代表："]
    assert front(*near)[7] is SALUTATION
    assert front(*far)[8] is None


def test_a_second_salutation_is_text() -> None:
    assert front("讲话", "同志们：", "同志们：") == [TITLE, SALUTATION, None]


def test_a_paper_behind_the_date_has_its_own_front() -> None:
    lines = [*SIGNED, "停车管理方案", "（2025年4月30日）", "各位同志：", "一、总则"]
    assert front(*lines)[AFTER:] == [TITLE, BYLINE, SALUTATION, None]


def test_notes_may_stand_between_the_date_and_the_enclosed_paper() -> None:
    lines = [*SIGNED, "（此件公开发布）", "关于停车场", "管理的意见"]
    assert front(*lines)[AFTER:] == [None, TITLE, TITLE]


@pytest.mark.parametrize(
    "line", ["联系电话：0123", "抄送：市委办公室", "临江市人民政府办公室", "一、方案", "另附方案。"]
)
def test_other_lines_behind_the_date_begin_no_paper(line: str) -> None:
    assert front(*SIGNED, line)[AFTER] is None


def test_a_month_in_a_table_leads_to_no_paper() -> None:
    assert front(*NOTICE, "2025年5月", "制定工作方案")[-1] is None


@pytest.mark.parametrize("label", ["附件", "附件1", "附件 2", "附件一"])
def test_below_a_label_any_title_begins_a_paper(label: str) -> None:
    lines = [*NOTICE, label, "今年十件实事", "一、修路"]
    assert front(*lines)[3:] == [None, TITLE, None]


def test_the_note_above_the_signature_is_no_label() -> None:
    assert front(*NOTICE, "附件：", "分工表", "临江市人民政府")[3:] == [None, None, None]
    assert front(*SIGNED, "附件：", "分工表")[AFTER:] == [None, TITLE]


def test_a_file_may_begin_with_the_label() -> None:
    assert front("附件：", "停车管理方案") == [None, TITLE]


def test_a_line_below_an_enclosed_title_is_text_unless_plainly_a_byline() -> None:
    lines = [*NOTICE, "附件1", "统计表", "单位名称", "填表人"]
    assert front(*lines)[4:] == [TITLE, None, None]


def test_a_title_that_is_known_begins_a_paper_anywhere() -> None:
    lines = [*NOTICE, "今年的打算", "（2025年5月6日）"]
    known = [None, None, None, TITLE, None]
    assert front_roles(lines, known)[3:] == [TITLE, BYLINE]


def test_a_known_role_ends_the_front() -> None:
    assert front_roles(["讲话", "市长　李明", "同志们："], [None, Role.BODY, None]) == [
        TITLE,
        None,
        None,
    ]
