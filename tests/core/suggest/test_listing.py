import pytest

from desktop_app.core.suggest.listing import next_items


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("抓好三件事：一是强基础；", ["二是"]),
        ("一是强基础。二是抓产业，成效明显。", ["三是"]),
        ("一要强基础；", ["二要"]),
        ("第一，强基础。第二，抓产业。", ["第三，"]),
        ("第一是强基础。", ["第二是"]),
        ("首先，强基础。", ["其次"]),
        ("首先，强基础。其次，抓产业。", ["再次"]),
        ("（一）强基础。\n抓好县城。\n", ["（二）"]),
        ("一、工作回顾\n（一）强基础。\n", ["（二）", "二、"]),
        ("一是强基础。\n（一）抓县城。", ["二是"]),
        ("（九）强基础。\n（十）抓产业。\n", []),
    ],
)
def test_the_next_item_is_known(before: str, expected: list[str]) -> None:
    assert next_items(before) == expected


@pytest.mark.parametrize(
    "before",
    [
        "",
        "强基础。",
        "抓三件事：一是强基础，",
        "一是强基础",
        "一，强基础。",
        "统一是非标准。",
        "同一要求。",
    ],
)
def test_no_item_begins_where_no_list_has_begun_or_none_can_go_on(before: str) -> None:
    assert next_items(before) == []
