import numpy as np

from desktop_app.core.suggest.heading_family import HeadingFamily, Member
from desktop_app.core.suggest.headings import PlacedHeading


def member(number: int, *words: str, weight: float = 1.0) -> Member:
    headings = tuple(PlacedHeading(2, w, n / len(words)) for n, w in enumerate(words))
    return Member(number, "报告", "报告", 2025, weight, headings)


def chosen(family: HeadingFamily, count: int = 9, without: str = "临河") -> list[str]:
    everything = np.ones(len(family.headings), np.bool_)
    usable = [without not in heading.words for heading in family.headings]
    found = family.choose(everything, count, usable.__getitem__)
    return [family.headings[n].words for n in found]


def test_what_most_papers_have_comes_first_and_what_one_has_not_at_all() -> None:
    family = HeadingFamily(
        [
            member(1, "改善民生福祉", "发展数字经济"),
            member(2, "保护青山绿水", "持续改善民生福祉"),
            member(3, "改善民生福祉", "发展数字经济产业"),
        ]
    )
    assert chosen(family) == ["持续改善民生福祉", "发展数字经济产业"]
    assert chosen(family, 1) == ["持续改善民生福祉"]
    assert chosen(family, 0) == chosen(family, -1) == []


def test_papers_that_count_more_decide() -> None:
    light = [member(n, "发展数字经济", weight=0.3) for n in range(2)]
    heavy = [member(n, "保护青山绿水") for n in range(2, 4)]
    assert chosen(HeadingFamily([*light, *heavy]), 1) == ["保护青山绿水"]


def test_what_cannot_stand_in_any_paper_is_not_chosen() -> None:
    family = HeadingFamily([member(1, "建设美丽临河"), member(2, "建设美丽家园")])
    assert chosen(family) == ["建设美丽家园"]


def test_what_an_outline_has_is_not_added_in_other_words() -> None:
    family = HeadingFamily(
        [
            member(1, "改善民生福祉"),
            member(2, "持续改善民生福祉", "保护青山绿水"),
            member(3, "保护青山绿水"),
        ]
    )
    everything = np.ones(len(family.headings), np.bool_)
    added = family.choose(everything, 9, lambda _: True, [0])
    assert [family.headings[n].words for n in added] == ["保护青山绿水"]


def test_behind_a_section_stand_the_papers_that_have_it_in_any_words() -> None:
    family = HeadingFamily(
        [
            member(1, "改善民生福祉"),
            member(2, "持续改善民生福祉", "保护青山绿水"),
            member(3, "改善民生福祉"),
        ]
    )
    everything = np.ones(len(family.headings), np.bool_)
    support = family.support(0, everything)
    assert support.papers == 3
    assert [family.headings[n].words for n in support.variants] == ["持续改善民生福祉"]


def test_a_wording_is_a_variant_of_one_section_only() -> None:
    family = HeadingFamily(
        [member(1, "改善民生福祉", "保护青山绿水"), member(2, "改善民生福祉保护青山")]
    )
    everything = np.ones(len(family.headings), np.bool_)
    shared = family.share_out([0, 1], everything)
    assert sorted(support.papers for support in shared.values()) == [1, 2]
    assert sum(len(support.variants) for support in shared.values()) == 1
    assert family.share_out([], everything) == {}


def test_papers_that_count_more_this_time_decide() -> None:
    family = HeadingFamily(
        [
            member(n, w)
            for n, w in enumerate(["发展数字经济", "发展数字经济", "保护青山绿水", "保护青山绿水"])
        ]
    )
    everything = np.ones(len(family.headings), np.bool_)
    for counts, first in (((1, 1, 0.1, 0.1), "发展数字经济"), ((0.1, 0.1, 1, 1), "保护青山绿水")):
        given = np.array(counts, np.float32)
        found = family.choose(everything, 1, lambda _: True, counts=given)
        assert family.headings[found[0]].words == first


def test_a_paper_counts_the_same_however_many_headings_it_has() -> None:
    long = [f"第{n}类{w}" for n, w in enumerate(["发展数字经济", "扩大有效投资", "优化营商环境"])]
    family = HeadingFamily(
        [member(1, *long), member(2, *long), *(member(n, "保护青山绿水") for n in (3, 4))]
    )
    assert chosen(family, 1) == ["保护青山绿水"]


def test_a_paper_is_served_by_what_is_like_its_headings() -> None:
    family = HeadingFamily([member(1, "改善民生福祉", "发展数字经济"), member(2, "改善民生福祉")])
    one, other = family.served([0]).tolist()
    assert 0.3 < one < 0.5 < other
    assert family.served([]).tolist() == [0, 0]
