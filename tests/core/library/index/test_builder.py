from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from desktop_app.core.library.index.builder import build_segment
from desktop_app.core.library.index.layout import lay_out
from desktop_app.core.library.index.paper_pairs import Spread
from desktop_app.core.library.index.segment import FORMAT_FILE, Segment
from desktop_app.core.library.index.source import IndexedPaper
from desktop_app.core.text.units import decode_units
from tests.core.library.index.papers import index_of, paper, segment_of

PAPERS = [
    paper(1, "# 一、强农业", "抓好春耕生产。", "备足农资。"),
    paper(2, "管好水源。", "", "# 二、修道路", "打通断头路。", year=2024),
]


def test_a_segment_comes_back_from_disk(tmp_path: Path) -> None:
    index, layout = segment_of(tmp_path, PAPERS), lay_out(PAPERS)
    assert decode_units(index.text.units) == decode_units(layout.text)
    assert index.places.paper_id.tolist() == [1, 2]
    assert index.places.paper_year.tolist() == [2025, 2024]
    assert index.places.paragraph_id.tolist() == [100, 101, 102, 200, 202, 203]
    assert index.rows.paragraph.tolist() == layout.rows.paragraph.tolist()


def test_each_field_is_over_its_part_of_the_rows(tmp_path: Path) -> None:
    index = index_of(tmp_path, PAPERS)
    rows = {
        "whole": index.whole.likeness("备足农资"),
        "heading": index.heading.likeness("强农业"),
        "previous": index.previous.likeness("抓好春耕"),
        "opening": index.opening.likeness("打通"),
    }
    assert {name: np.flatnonzero(likeness).tolist() for name, likeness in rows.items()} == {
        "whole": [1],
        "heading": [0, 1],
        "previous": [1],
        "opening": [3],
    }


def test_headings_show_no_kinship_and_are_no_formulae(tmp_path: Path) -> None:
    heading = "# 一、全面推进乡村振兴，加快农业农村现代化步伐"
    index = segment_of(tmp_path, [paper(n, heading, f"第{n}号。") for n in range(4)])
    assert len(index.rare_grams.gram) == len(index.formulae) == 0


@pytest.mark.parametrize("papers", [[], [paper(1)], [paper(1, "", " ")], [paper(1, "好")]])
def test_the_smallest_libraries_can_be_indexed(tmp_path: Path, papers: list[IndexedPaper]) -> None:
    assert index_of(tmp_path, papers).places.papers == len(papers)


def test_papers_are_taken_one_by_one(tmp_path: Path) -> None:
    def stream() -> Iterator[IndexedPaper]:
        yield from PAPERS

    build_segment(stream(), tmp_path, Spread.none())
    assert Segment.open(tmp_path).places.papers == 2


def test_the_mark_of_a_whole_segment_is_written_last(tmp_path: Path) -> None:
    build_segment(PAPERS, tmp_path, Spread.none())
    last = max(tmp_path.iterdir(), key=lambda file: file.stat().st_mtime_ns)
    assert last.name == FORMAT_FILE
