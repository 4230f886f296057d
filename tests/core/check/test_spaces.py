import pytest

from tests.core.check.mending import found, mended

TAIL = "，各级各部门要提高认识、加强领导，切实把各项任务落到实处。"


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        ("会议强调， 要抓落实", "会议强调，要抓落实"),
        ("“十四五” “十五五”", "“十四五”“十五五”"),
        ("会议　　强调", "会议强调"),
        ("会议\u00a0\u00a0强调", "会议强调"),
        ("投资\t500万元", "投资 500万元"),
        ("投资  500万元", "投资 500万元"),
    ],
)
def test_needless_spaces_in_running_text_are_taken_out(bad: str, good: str) -> None:
    assert mended(bad + TAIL, "stray-space") == good + TAIL
    assert found(good + TAIL, "stray-space") == []


@pytest.mark.parametrize(
    "text",
    [
        "第一条　为了加强管理" + TAIL,
        "第二章  总则" + TAIL,
        "打响“好品山东 商行天下”品牌" + TAIL,
        "投资 500 万元" + TAIL,
        "总　　则",
        "组  长：王　某　　市长",
    ],
)
def test_spaces_that_set_off_are_kept(text: str) -> None:
    assert found(text, "stray-space") == []


def test_a_typed_indent_is_pointed_out() -> None:
    assert mended("　　会议强调" + TAIL, "typed-indent") == "会议强调" + TAIL


def test_invisible_characters_are_taken_out() -> None:
    assert mended("会\u200b议\ufeff强调", "invisible-character") == "会议强调"
    assert found("会议强调", "invisible-character") == []
