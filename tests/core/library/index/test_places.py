import numpy as np

from desktop_app.core.library.index.layout import lay_out
from tests.core.library.index.papers import paper

PLACES = lay_out([paper(7, "抓好春耕。", "  管好水源。"), paper(9, "修好道路。")]).places


def test_a_position_tells_its_paper() -> None:
    assert PLACES.paper_at(np.array([0, 12, 13, 18])).tolist() == [0, 0, 1, 1]
    assert PLACES.paper_id[PLACES.paper_at(np.array([13]))].tolist() == [9]


def test_a_position_tells_its_paragraph() -> None:
    assert [PLACES.paragraph_at(position) for position in (0, 5, 6, 11, 13)] == [0, 0, 1, 1, 2]


def test_an_offset_is_that_of_the_stored_paragraph() -> None:
    assert PLACES.offset(8, 1) == "  管好水源。".index("水")
