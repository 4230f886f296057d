import numpy as np
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from desktop_app.core.library.index.library_index import LibraryIndex
from desktop_app.core.suggest.draft import Draft
from desktop_app.core.text.units import decode_units, encode_units

TEXTS = st.lists(st.text("青溪白茶，。\n𬭚a", max_size=12), min_size=1, max_size=5)


def draft_at(index: LibraryIndex, *texts: str) -> Draft:
    draft = Draft(index)
    for text in texts:
        draft.move(text)
    return draft


def state(draft: Draft) -> tuple[object, ...]:
    return (
        draft.text,
        decode_units(draft.units),
        draft.ranks.tolist(),
        draft.levels.tolist(),
        draft.recent.tolist(),
        draft.clause_length(),
        draft.topic.tolist(),
        draft.known.tolist(),
        draft._grams.tolist(),
    )


@given(TEXTS)
@hypothesis_settings(deadline=None, max_examples=50)
def test_where_the_caret_was_before_does_not_matter(index: LibraryIndex, texts: list[str]) -> None:
    assert state(draft_at(index, *texts)) == state(draft_at(index, texts[-1]))


@given(TEXTS)
@hypothesis_settings(deadline=None, max_examples=50)
def test_nor_does_it_in_a_long_draft(index: LibraryIndex, texts: list[str]) -> None:
    long = "青溪白茶种植面积不断扩大，" * 20
    texts = [long + text for text in texts]
    assert state(draft_at(index, *texts)) == state(draft_at(index, texts[-1]))


def test_a_long_draft_is_weighed_at_one_of_four_characters(index: LibraryIndex) -> None:
    text = "青溪白茶种植面积不断扩大，" * 20 + "茶旅融合带动增收"
    known = {n: draft_at(index, text[:n]).known.sum() for n in range(262, len(text) + 1)}
    assert [n for n in range(263, len(text) + 1) if known[n] > known[n - 1]] == [265]
    assert draft_at(index, text).has_written(encode_units("带动增收")[None]).all()


def test_a_wording_counts_as_written_until_it_is_deleted(index: LibraryIndex) -> None:
    openings = np.stack([encode_units("提质增效"), encode_units("提质增收")])
    draft = draft_at(index, "特色农业提质", "特色农业提质增效")
    assert draft.has_written(openings).tolist() == [True, False]
    draft.move("特色农业提质增")
    assert draft.has_written(openings).tolist() == [False, False]


def test_a_clause_begins_behind_the_last_mark(index: LibraryIndex) -> None:
    lengths = [draft_at(index, text).clause_length() for text in ("", "一年来，全县", "提质。\n")]
    assert lengths == [0, 2, 0]


def test_recent_pairs_share_what_surprises(index: LibraryIndex) -> None:
    recent = draft_at(index, "茶旅融合带动").recent
    assert abs(recent.sum() - 1) < 1e-5
    assert recent[0] == 0
    assert draft_at(index, "a").recent.sum() == 0
