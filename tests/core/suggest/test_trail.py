from pathlib import Path

import numpy as np
import pytest

from desktop_app.core.library.index.library_index import LibraryIndex
from desktop_app.core.suggest.contexts import Contexts
from desktop_app.core.suggest.trail import TRAIL, Trail
from desktop_app.core.text.units import encode_units
from tests.core.library.index.papers import index_of, joined_index, paper, whole_text

OLD = "盘活闲置老旧厂房，引进文创企业，办好口袋书店。"
FILLER = "春耕备耕有序推进，粮食生产稳中向好，农民收入持续增长，"


def trail_of(index: LibraryIndex, draft: str) -> Trail:
    trail = Trail(index)
    follow(trail, index, draft)
    return trail


def follow(trail: Trail, index: LibraryIndex, draft: str) -> None:
    contexts = Contexts(index.text)
    contexts.move(encode_units(draft))
    trail.move(encode_units(draft), contexts)


def at(trail: Trail, position: int) -> dict[str, float]:
    return {
        name: much.item()
        for name, much in trail.near(np.array([position]), np.zeros(1, int)).items()
    }


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> LibraryIndex:
    return index_of(tmp_path_factory.mktemp("trail"), [paper(1, OLD + FILLER * 20)])


def test_the_trail_leads_to_what_stands_behind_a_run_of_the_draft(followed: LibraryIndex) -> None:
    end = whole_text(followed).index("，引进")
    trail = trail_of(followed, "今年要盘活闲置老旧厂房，并")
    assert at(trail, end + 5)["trail_close"] > 0
    assert at(trail, end + 5)["trail_behind"] == 0
    assert at(trail, end + 100)["trail_close"] == 0
    assert at(trail, end + 100)["trail_behind"] > 0
    assert at(trail, max(0, end - 12))["trail_beyond"] > 0
    assert set(at(trail, end + 500).values()) == {0}


def test_a_draft_that_follows_nothing_leaves_no_trail(followed: LibraryIndex) -> None:
    trail = trail_of(followed, "另起炉灶写一篇全新的讲话稿子")
    assert all(at(trail, n) == dict.fromkeys(TRAIL, 0) for n in range(0, 60, 7))


def test_the_longer_a_paper_is_followed_the_more_of_the_trail_is_there(
    followed: LibraryIndex,
) -> None:
    end = whole_text(followed).index("书店")
    short = at(trail_of(followed, "引进文创企业，办"), end)["trail_close"]
    whole = at(trail_of(followed, OLD[:-4]), end)["trail_close"]
    assert 0 < short < whole


def test_of_a_long_draft_the_latest_runs_are_looked_up_first(followed: LibraryIndex) -> None:
    trail = trail_of(followed, OLD + FILLER * 6)
    assert at(trail, len(OLD) + 4)["trail_close"] == 0
    trail = trail_of(followed, FILLER * 6 + OLD)
    assert at(trail, len(OLD) + 4)["trail_close"] > 0


def test_the_rest_is_looked_up_while_the_writer_goes_on(followed: LibraryIndex) -> None:
    draft = (
        OLD
        + "另起一段，写些别处没有的话，把新意思一层层讲清楚讲透彻，讲到人人听得懂又记得住也愿意去做"
    )
    trail = trail_of(followed, draft)
    first = at(trail, len(OLD) + 4)["trail_close"]
    for more in range(1, 20):
        follow(trail, followed, draft + "新的字句也不在库里头呢，先写着看，慢慢来吧好"[:more])
    assert first < at(trail, len(OLD) + 4)["trail_close"]


def test_asking_again_tells_the_same(followed: LibraryIndex) -> None:
    trail = trail_of(followed, FILLER * 6 + OLD)
    before = at(trail, len(OLD) + 4)
    follow(trail, followed, FILLER * 6 + OLD)
    assert at(trail, len(OLD) + 4) == before


def test_what_the_writer_takes_back_leaves_the_trail(followed: LibraryIndex) -> None:
    trail = trail_of(followed, OLD)
    assert at(trail, len(OLD) - 2)["trail_close"] > 0
    follow(trail, followed, "重新写起，从头再来一遍也好")
    assert at(trail, len(OLD) - 2)["trail_close"] == 0


def test_another_papers_trail_does_not_count(tmp_path: Path) -> None:
    index = index_of(tmp_path, [paper(1, OLD), paper(2, FILLER)])
    trail = trail_of(index, OLD)
    positions = np.array([len(OLD) - 3, len(OLD) + 12])
    close = trail.near(positions, index.places.paper_at(positions))["trail_close"]
    assert close[0] > 0 == close[1]


def test_papers_that_are_not_to_be_used_leave_no_trail(tmp_path: Path) -> None:
    index = joined_index(tmp_path, [paper(1, OLD)], hidden=[1])
    assert set(at(trail_of(index, OLD), 20).values()) == {0}


def test_what_stands_in_many_places_tells_nothing(tmp_path: Path) -> None:
    index = index_of(tmp_path, [paper(n, "老旧厂房改造提升，") for n in range(1, 70)])
    assert set(at(trail_of(index, "老旧厂房改造提升，好"), 9).values()) == {0}


def test_typing_leaves_the_trail_that_looking_up_anew_finds(followed: LibraryIndex) -> None:
    typed, draft = Trail(followed), FILLER + OLD
    for length in range(1, len(draft) + 1):
        follow(typed, followed, draft[:length])
    anew = trail_of(followed, draft)
    assert [at(typed, n) for n in range(len(OLD))] == [at(anew, n) for n in range(len(OLD))]
