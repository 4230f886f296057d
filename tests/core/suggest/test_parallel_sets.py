import pytest

from desktop_app.core.suggest.parallel_sets import parallel_sets


def found(text: str) -> list[list[str]]:
    return [[text[a:b] for a, b in each.parts] for each in parallel_sets(text)]


NUMBERED = (
    "要抓好三件事。一是守住底线，抓好安全；二是补齐短板。三是压实责任，一抓到底。大家辛苦了。"
)


def test_numbered_items_are_one_set_up_to_the_end_of_the_last() -> None:
    assert found(NUMBERED) == [
        ["一是守住底线，抓好安全；", "二是补齐短板。", "三是压实责任，一抓到底。"]
    ]
    assert parallel_sets(NUMBERED)[0].numbered
    assert parallel_sets(NUMBERED)[0].span == (7, 38)


@pytest.mark.parametrize(
    "text",
    [
        "一是守住底线；二是补齐短板。",
        "一是守住底线；三是补齐短板；四是压实责任。",
        "一是守住底线；二要补齐短板；三靠压实责任。",
        "二是守住底线；三是补齐短板；四是压实责任。",
        "这一是非问题，二是实践问题，三是认识问题。",
    ],
)
def test_numbers_out_of_order_or_too_few_are_no_set(text: str) -> None:
    assert not any(each.numbered for each in parallel_sets(text))


def test_clauses_built_alike_are_a_set() -> None:
    text = "全年成绩喜人。统筹城市和乡村，统筹发展和安全，统筹速度和质量，让群众满意。"
    assert found(text) == [["统筹城市和乡村，", "统筹发展和安全，", "统筹速度和质量，"]]


@pytest.mark.parametrize(
    "text",
    [
        "统筹城市和乡村，统筹发展和安全，让群众满意。",
        "新建学校12所，新建医院15所，新建公园18个。",
        "抓春耕，抓夏种，抓秋收。",
        "抓好春耕备耕工作，抓好防汛抗旱和抢险救灾各项工作，抓好秋收秋种工作。",
    ],
)
def test_two_or_uneven_or_short_or_figures_are_no_set(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("text", ["", "。", "一是", "一是一是一是"])
def test_texts_without_items_have_no_set(text: str) -> None:
    assert parallel_sets(text) == []
