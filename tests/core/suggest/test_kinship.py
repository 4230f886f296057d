import pytest

from desktop_app.core.library.index.library_index import LibraryIndex
from desktop_app.core.suggest import kinship as kinship_module
from desktop_app.core.suggest.kinship import Kinship
from tests.core.suggest.county_papers import QINGXI_2025

OWN = "青溪河上游十二座小水电站全部退出运行，沿岸六个村用上了集中供水。"


def test_last_years_paper_of_the_same_place_is_kin(index: LibraryIndex) -> None:
    kinship = Kinship(index).with_draft(["青溪县2026年政府工作报告", OWN, "新的一年"])
    assert kinship.argmax() == 1
    assert kinship[1] > kinship[2] == 0


def test_the_line_being_written_does_not_count(index: LibraryIndex) -> None:
    assert Kinship(index).with_draft([OWN]).tolist() == [0, 0, 0]
    assert Kinship(index).with_draft([""]).tolist() == [0, 0, 0]


def test_kinship_has_a_limit(index: LibraryIndex) -> None:
    assert Kinship(index).with_draft([*QINGXI_2025 * 3, ""]).max() == 3.5


def test_the_longer_the_draft_the_less_one_match_says(index: LibraryIndex) -> None:
    short = Kinship(index).with_draft([OWN, ""])
    long = Kinship(index).with_draft([OWN, "另一件事" * 2000, ""])
    assert 0 < long[1] < short[1]


def test_a_draft_of_more_lines_than_are_kept_has_its_kin(
    index: LibraryIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kinship_module, "_LINES", 3)
    kept, lines = Kinship(index), [OWN]
    for line in [*QINGXI_2025, *"甲乙丙丁", OWN, "末"]:
        lines.append(line)
        assert kept.with_draft(lines).tolist() == Kinship(index).with_draft(lines).tolist()
