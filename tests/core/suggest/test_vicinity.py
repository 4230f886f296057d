from pathlib import Path

import numpy as np

from desktop_app.core.library.index.library_index import LibraryIndex
from desktop_app.core.suggest.draft import Draft
from desktop_app.core.suggest.vicinity import Vicinity
from desktop_app.core.text.units import encode_units
from tests.core.library.index.papers import joined_index, paper, whole_text

NOTHING = np.zeros(1 << 16, np.float32)


def near(index: LibraryIndex, text: str, most: int = 500) -> list[int]:
    draft = Draft(index)
    draft.move(text)
    places: list[int] = draft.vicinity.behind(draft.units[-1:], draft.recent, most).tolist()
    return places


def test_all_places_are_found_where_there_is_room(index: LibraryIndex) -> None:
    library = whole_text(index)
    expected = [n + 1 for n, character in enumerate(library) if character == "民"]
    assert near(index, "让农民") == expected


def test_the_places_that_are_about_the_same_come_first(index: LibraryIndex) -> None:
    library = whole_text(index)
    places = near(index, "办好十件民生实事，新增学位，推进县医院新院区建设，", 2)
    assert len(places) == 2
    for place in places:
        assert "新增学位" in library[place - 48 : place + 8]


def test_papers_that_are_not_to_be_used_are_not_near(tmp_path: Path) -> None:
    papers = [paper(1, "抓好春耕备耕"), paper(2, "抓好春耕生产")]
    index = joined_index(tmp_path, papers[:1], papers[1:], hidden=[1])
    vicinity = Vicinity(index)
    vicinity.move(np.array([0.0, -0.7]))
    assert vicinity.papers == (1,)
    assert vicinity.behind(encode_units("春"), NOTHING, 9).tolist() == [
        int(index.places.start[1]) + 3
    ]


def test_only_so_many_papers_are_near(tmp_path: Path) -> None:
    index = joined_index(tmp_path, [paper(n, f"第{n}篇") for n in range(1, 12)])
    vicinity = Vicinity(index)
    vicinity.move(-np.log1p(np.arange(11.0)))
    assert vicinity.papers == tuple(range(6))
    vicinity.move(-np.log1p(np.arange(11.0))[::-1])
    assert vicinity.papers == tuple(range(5, 11))
    assert len(vicinity.behind(encode_units("第"), NOTHING, 9)) == 6


def test_nothing_is_near_where_there_is_no_paper(tmp_path: Path) -> None:
    vicinity = Vicinity(joined_index(tmp_path))
    vicinity.move(np.zeros(0))
    assert vicinity.behind(encode_units("第"), NOTHING, 9).tolist() == []
