import random
from pathlib import Path

import pytest

from desktop_app.core.library.index.joined_text import JoinedText
from desktop_app.core.suggest import contexts
from desktop_app.core.suggest.contexts import CONTEXT, Contexts
from desktop_app.core.text.units import encode_units
from tests.core.library.index.papers import joined_index, paper

_ALPHABET = "春耕备播，。\n"


def contexts_of(text: JoinedText, draft: str) -> Contexts:
    looked_up = Contexts(text)
    looked_up.move(encode_units(draft))
    return looked_up


@pytest.fixture
def text(tmp_path: Path) -> JoinedText:
    chance = random.Random(4)
    papers = [paper(n, "".join(chance.choices("春耕备播，。", k=300))) for n in range(3)]
    return joined_index(tmp_path, papers[:2], papers[2:]).text


def test_contexts_are_where_the_last_characters_stand(
    text: JoinedText, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(contexts, "SAMPLE", 2)
    found = contexts_of(text, "备耕春播").found
    assert found[0] == text.find(encode_units("播"))
    assert found[1] == text.find(encode_units("春播"))


def test_typing_finds_what_looking_up_anew_finds(
    text: JoinedText, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(contexts, "SAMPLE", 2)  # so that long contexts are looked up
    chance, typed, kept = random.Random(5), "", Contexts(text)
    for _ in range(300):
        typed += chance.choice(_ALPHABET)
        if chance.random() < 0.1:  # the caret goes elsewhere
            typed = typed[: chance.randrange(len(typed))] + chance.choice(_ALPHABET)
        kept.move(encode_units(typed))
        assert kept.found == contexts_of(text, typed).found


def test_the_first_length_with_few_places_is_the_last(text: JoinedText) -> None:
    found = contexts_of(text, "春耕备播，").found
    assert len(found[0]) <= contexts.SAMPLE
    assert len(found) == 1


def test_contexts_have_a_longest_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contexts, "SAMPLE", 0)
    line = "甲乙丙丁戊己庚辛壬癸" * 4
    text = joined_index(tmp_path, [paper(1, line)]).text
    assert len(contexts_of(text, line).found) == CONTEXT


def test_an_empty_draft_has_no_contexts(text: JoinedText) -> None:
    assert contexts_of(text, "").found == ()
