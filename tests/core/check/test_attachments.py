import pytest

from tests.core.check.mending import found, mended

BODY = "关于开展检查的通知\n各单位：\n现将有关事项通知如下。\n"


@pytest.mark.parametrize(
    ("rule", "bad", "good"),
    [
        ("attachment-name-mark", "附件：任务分工表。", "附件：任务分工表"),
        ("attachment-name-mark", "附件：1.分工表；\n2.联系表。", "附件：1.分工表\n2.联系表"),
        ("attachment-number", "附件：1、分工表\n2.联系表", "附件：1.分工表\n2.联系表"),
        ("attachment-label", "附件1：分工表\n附件2：联系表", "附件：1. 分工表\n2. 联系表"),
        ("attachment-colon", "附件1：\n任务分工表", "附件1\n任务分工表"),
    ],
)
def test_a_note_on_attachments_is_mended(rule: str, bad: str, good: str) -> None:
    assert found(BODY + bad, rule)
    assert mended(BODY + bad, rule) == BODY + good
    assert found(BODY + good, rule) == []


@pytest.mark.parametrize(
    "text",
    [
        "附件：任务分工表",
        "附件：1.任务分工表\n2.联系表\n市政府办公室\n2025年3月1日\n附件1\n任务分工表",
        "附件：\n1.任务分工表\n2.联系表",
        "附件：请各单位按时报送。逾期不报的，予以通报。",
    ],
)
def test_a_right_note_is_left_alone(text: str) -> None:
    rules = ("name-mark", "number", "label", "colon")
    assert [f for rule in rules for f in found(BODY + text, f"attachment-{rule}")] == []


def test_a_numbered_label_with_its_name_on_one_line_gets_no_mend() -> None:
    (finding,) = found(BODY + "附件1：任务分工表", "attachment-label")
    assert finding.replacement is None


def test_a_list_that_is_no_note_keeps_its_stops() -> None:
    assert found(BODY + "1.分工明确。\n2.联系顺畅。", "attachment-name-mark") == []
