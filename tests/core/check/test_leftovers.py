import pytest

from tests.core.check.mending import found, spots

LONG = "全市上下要进一步统一思想、提高认识，狠抓各项任务落实。"


def test_blanks_are_found_with_their_braces() -> None:
    assert spots("{{市名}}市委和{{ }}政府", "blank-not-filled") == ["{{市名}}", "{{ }}"]


def test_placeholders_are_found() -> None:
    assert spots("XX市委书记某某同志××年×月", "placeholder") == ["XX", "某某", "××", "×"]


@pytest.mark.parametrize("text", ["{{XX}}市", "见www.xx.example.cn", "MAXX牌设备"])
def test_a_placeholder_in_a_blank_or_an_address_is_not_named_again(text: str) -> None:
    assert found(text, "placeholder") == []


def test_a_paragraph_that_stands_twice_is_found_at_its_second_place() -> None:
    text = f"标题\n{LONG}\n其他内容。\n　　{LONG}\n"
    (finding,) = found(text, "doubled-paragraph")
    assert (finding.start, text[finding.start : finding.end]) == (text.rindex(LONG), LONG)
    assert finding.message("zh") == "这一段与前面第2段完全相同，应删去其一。"


@pytest.mark.parametrize(
    "text",
    [
        "各位代表！\n中间。\n各位代表！",
        f"{LONG}\n{LONG[:-1]}不动摇。",
        f"{LONG[:-1]}；\n{LONG[:-1]}；",
    ],
)
def test_short_calls_and_items_of_lists_may_be_repeated(text: str) -> None:
    assert found(text, "doubled-paragraph") == []
