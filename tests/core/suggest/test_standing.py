from pathlib import Path

import numpy as np

from desktop_app.core.suggest.standing import Standing, where_it_stands
from desktop_app.core.text.units import encode_units
from tests.core.library.index.papers import joined_index, paper

PAPERS = (paper(1, "抓好春耕备耕"), paper(2, "不误春耕"), paper(3, "全力春耕备耕"))
LIKELY_LAST = np.array([-2.0, -1.0, 0.0])


def test_a_string_stands_in_the_likest_paper_that_has_it(tmp_path: Path) -> None:
    index = joined_index(tmp_path, PAPERS[:2], PAPERS[2:])
    found = where_it_stands(index, encode_units("备耕"), LIKELY_LAST)
    assert found == Standing(int(index.places.start[2]) + 4, 2)


def test_papers_that_are_not_to_be_used_do_not_count(tmp_path: Path) -> None:
    index = joined_index(tmp_path, PAPERS[:2], PAPERS[2:], hidden=[3])
    found = where_it_stands(index, encode_units("备耕"), LIKELY_LAST)
    assert found == Standing(4, 1)


def test_what_no_paper_has_stands_nowhere(tmp_path: Path) -> None:
    index = joined_index(tmp_path, PAPERS[:2], PAPERS[2:])
    assert where_it_stands(index, encode_units("秋收"), LIKELY_LAST) is None
