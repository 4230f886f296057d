import pytest

from desktop_app.core.suggest.place_names import library_places, names_in, title_places


@pytest.mark.parametrize(
    ("title", "places"),
    [
        ("青溪县2026年政府工作报告", {"青溪"}),
        ("2025年云岭省青溪市政府工作报告", {"云岭", "青溪"}),
        ("白石壮族自治区工作要点", {"白石"}),
        ("赤水土家族苗族自治州通知", {"赤水"}),
        ("内蒙古自治区工作要点", {"内蒙古"}),
        ("2024_云岭_青溪_政府工作报告", {"云岭", "青溪"}),
        ("2024 春耕通知 最终版本说明", set()),
        ("政府工作报告", set()),
        ("全县大会讲话", set()),
    ],
)
def test_places_are_known_by_their_rank_or_stand_alone(title: str, places: set[str]) -> None:
    assert title_places(title) == places


def test_a_word_that_many_papers_head_their_sections_with_is_no_place() -> None:
    titles = ["2024_经济_总结", "2024_青溪_总结", *["工作总结"] * 4]
    headings = [["（一）推进经济发展", "（二）推动青溪发展"]] * 3 + [["（一）推进经济发展"]] * 3
    assert library_places(titles, headings) == {"青溪"}


def test_how_often_a_place_names_itself_does_not_matter() -> None:
    assert library_places(["青溪县总结"] * 9, [["建设美丽青溪"]] * 9) == {"青溪"}
    assert library_places([], []) == frozenset()


def test_names_are_found_anywhere_in_a_text() -> None:
    assert names_in("建设美丽青溪河谷", {"青溪", "云岭"}) == {"青溪"}
    assert names_in("", {"青溪"}) == set()
