from desktop_app.core.suggest.heading_family import Member, common_headings
from desktop_app.core.suggest.headings import PlacedHeading, heading_pairs


def member(*words: str, level: int = 2, weight: float = 1.0) -> Member:
    return Member(
        tuple(
            PlacedHeading(level, w, n / len(words), 1, heading_pairs(w))
            for n, w in enumerate(words)
        ),
        weight,
    )


def chosen(
    members: list[Member], count: int = 10, foreign: frozenset[str] = frozenset()
) -> list[str]:
    return [heading.words for heading in common_headings(members, foreign, count)]


def test_what_most_papers_have_comes_first() -> None:
    members = [
        member("改善民生福祉", "发展数字经济"),
        member("保护青山绿水", "持续改善民生福祉"),
        member("改善民生福祉", "培育新型工业"),
    ]
    assert chosen(members)[0] == "改善民生福祉"
    assert set(chosen(members)) == {
        "改善民生福祉", "发展数字经济", "保护青山绿水", "培育新型工业",
    }  # fmt: skip


def test_the_same_section_in_other_words_is_left_out() -> None:
    members = [member("着力改善民生福祉"), member("持续改善民生福祉")]
    assert len(chosen(members)) == 1


def test_papers_that_count_more_decide() -> None:
    members = [
        member("发展数字经济", weight=0.3),
        member("保护青山绿水"),
        member("发展数字经济", weight=0.3),
    ]
    assert chosen(members, 1) == ["保护青山绿水"]


def test_headings_that_name_foreign_places_are_left_out() -> None:
    members = [member("建设美丽临河", "改善民生福祉")]
    assert chosen(members, foreign=frozenset({"临河"})) == ["改善民生福祉"]


def test_only_stations_of_the_family_stay_on_the_first_level() -> None:
    headings = common_headings([member("去年工作回顾", "打造茶乡名片", level=1)], frozenset(), 9)
    assert {heading.words: heading.level for heading in headings} == {
        "去年工作回顾": 1,
        "打造茶乡名片": 2,
    }


def test_no_more_are_chosen_than_asked_for() -> None:
    assert len(chosen([member("改善民生福祉", "发展数字经济", "保护青山绿水")], 2)) == 2
    assert chosen([], 5) == []
