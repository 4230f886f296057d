import pytest

from desktop_app.core.suggest.standing_alone import is_whole, stands_alone


@pytest.mark.parametrize(
    "text",
    [
        "守牢耕地保护红线。",
        "守牢耕地保护红线，",
        "坚持以人民为中心，",
        "以人民群众满意为标准，办好民生实事；",
        "推动“两山”转化，",
        "大家说：“一定办好！”",
        "并购重组提速增效。",
        "一是多跑基层，二是多解难题，三是多办实事。",
    ],
)
def test_a_sentence_or_a_whole_clause_stands_alone(text: str) -> None:
    assert stands_alone(text)


@pytest.mark.parametrize(
    "text",
    [
        "其中工业投资增长较快。",
        "同时抓好春耕生产。",
        "并建立长效机制。",
        "该项工作走在前列。",
        "此举深受群众欢迎。",
        "”抓好落实。",
        "三是统筹城市和乡村，",
        "一是统筹城市和乡村。",
    ],
)
def test_what_refers_to_words_before_it_does_not(text: str) -> None:
    assert not stands_alone(text)


@pytest.mark.parametrize(
    "text",
    [
        "围绕乡村全面振兴，",
        "在各方共同努力下，",
        "以科技创新为引领，",
        "粮食安全得到保障的同时，",
        "主要做好以下工作：",
        "抓好春耕生产",
        "抓好春耕生产。建设和美乡村，",
    ],
)
def test_what_leads_to_words_behind_it_does_not(text: str) -> None:
    assert not stands_alone(text)


def test_a_list_of_who_is_responsible_is_no_phrase() -> None:
    assert not stands_alone("市商务局、市财政局、市发展改革委，")
    assert stands_alone("加强财政局、发展改革委协同配合。")


@pytest.mark.parametrize("text", ["“两山”转化", "抓好（试点）工作", "没有成对的标点"])
def test_marks_that_balance_are_whole(text: str) -> None:
    assert is_whole(text)


@pytest.mark.parametrize("text", ["“两山转化", "两山”转化", "”两山“转化", "《规划（草案》", "（一"])
def test_marks_that_do_not_balance_are_not(text: str) -> None:
    assert not is_whole(text)
    assert not stands_alone(text + "。")
