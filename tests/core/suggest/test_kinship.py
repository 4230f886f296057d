from desktop_app.core.library.index.library_index import LibraryIndex
from desktop_app.core.suggest.kinship import kinship
from tests.core.suggest.county_papers import QINGXI_2025

OWN = "青溪河上游十二座小水电站全部退出运行，沿岸六个村用上了集中供水。"


def test_last_years_paper_of_the_same_place_is_kin(index: LibraryIndex) -> None:
    kin = kinship(index, ["青溪县2026年政府工作报告", OWN, "新的一年"])
    assert kin.argmax() == 1
    assert kin[1] > kin[2] == 0


def test_the_line_being_written_does_not_count(index: LibraryIndex) -> None:
    assert kinship(index, [OWN]).tolist() == [0, 0, 0]
    assert kinship(index, [""]).tolist() == [0, 0, 0]


def test_kinship_has_a_limit(index: LibraryIndex) -> None:
    assert kinship(index, [*QINGXI_2025 * 3, ""]).max() == 3.5


def test_the_longer_the_draft_the_less_one_match_says(index: LibraryIndex) -> None:
    short = kinship(index, [OWN, ""])
    long = kinship(index, [OWN, "另一件事" * 2000, ""])
    assert 0 < long[1] < short[1]
