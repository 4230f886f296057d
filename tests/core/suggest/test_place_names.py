import pytest

from desktop_app.core.suggest.place_names import (
    ForeignPlaces,
    library_places,
    names_in,
    place_rank,
    title_places,
)


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


@pytest.mark.parametrize(
    ("place", "rank"),
    [("云岭省", 1), ("北京市", 1), ("内蒙古自治区", 1), ("乐山市", 2), ("青溪县", 3), ("", 0)],
)
def test_places_have_ranks(place: str, rank: int) -> None:
    assert place_rank(place) == rank


def foreign(title: str, *headings: str) -> ForeignPlaces:
    titles = ["临河县总结", *["工作总结"] * 5]
    given = [*headings, *[""] * (len(titles) - len(headings))]
    return ForeignPlaces(title, titles, given, library_places([*titles, "青溪县总结"]))


def test_the_names_of_other_places_become_blanks() -> None:
    places = foreign("青溪县总结", "建设美丽临河")
    assert places.with_blanks("建设美丽临河") == "建设美丽{{地名}}"
    assert places.with_blanks("建设临河县和乐山市") == "建设{{县名}}和{{市名}}"
    assert not places.is_free("推进临河发展")


def test_of_names_that_overlap_the_longer_or_else_the_first_becomes_a_blank() -> None:
    names = library_places(["青溪县总结", "溪河县总结", "清溪河县总结"])
    places = ForeignPlaces("工作总结", ["总结"], [""], names)
    assert places.with_blanks("建设青溪河谷") == "建设{{地名}}河谷"
    assert places.with_blanks("建设清溪河谷") == "建设{{地名}}谷"


def test_the_place_that_is_written_about_is_at_home() -> None:
    assert foreign("青溪县总结").with_blanks("建设美丽青溪") == "建设美丽青溪"
    assert foreign("青溪县总结").is_free("建设美丽青溪")


def test_a_word_that_many_papers_head_their_sections_with_is_no_place() -> None:
    places = foreign("工作总结", *["推动临河、青溪发展"] * 6)
    assert places.is_free("推动青溪发展")
    assert places.is_free("推动临河发展")


def test_names_are_found_anywhere_in_a_text() -> None:
    names = library_places(["2024_青溪_总结"])
    assert names_in("建设美丽青溪河谷", names) == {"青溪"}
    assert names_in("", names) == set()
