import random
from itertools import pairwise

import numpy as np
import pytest

from desktop_app.core.suggest.gram_votes import GRAM, GramVotes, SortedGrams, count_votes
from desktop_app.core.suggest.neighbours import Neighbours
from desktop_app.core.text.units import encode_units, gram_hashes

LINES = ("让农民更多分享收益", "让农民更多分享", "抓好春耕春灌春管")
VOTES = (1.0, 0.5, 0.25)
TEXT = "".join(line + "\n" for line in LINES)


def counted(formulae: str = "") -> GramVotes:
    owners = np.repeat(np.arange(3), [len(line) + 1 for line in LINES])
    hashes = np.unique(gram_hashes(encode_units(formulae), GRAM))
    neighbours = Neighbours(np.array([7, 5, 9]), np.array(VOTES), np.zeros((5, 3)))
    return count_votes(encode_units(TEXT), owners, neighbours, hashes)


def worth(votes: GramVotes, gram: str) -> float:
    return float(votes.worth[votes.gram_at[TEXT.index(gram)]])


def test_a_gram_is_worth_the_votes_of_those_who_have_it() -> None:
    assert worth(counted(), "让农民更多分") == 1.5
    assert worth(counted(), "更多分享收益") == 1.0
    assert worth(counted(), "抓好春耕春灌") == 0.25


def test_a_gram_over_the_end_of_a_line_is_worth_nothing() -> None:
    assert worth(counted(), "多分享收益\n") == 0
    assert counted().worth[counted().gram_at[-3:]].tolist() == [0, 0, 0]


def test_formulae_keep_a_third_of_their_worth() -> None:
    assert worth(counted("让农民更多分"), "让农民更多分") == pytest.approx(1.5 * 0.35)
    assert worth(counted("让农民更多分"), "农民更多分享") == 1.5


def test_what_only_one_neighbour_has_is_worth_less_in_a_phrase() -> None:
    votes = counted()
    short = votes.worth_of_shared()
    assert short[votes.gram_at[TEXT.index("让农民更多分")]] == 1.5
    assert short[votes.gram_at[TEXT.index("抓好春耕春灌")]] == pytest.approx(0.25 * 0.3)


def test_a_neighbour_that_repeats_itself_votes_once() -> None:
    text = encode_units("稳中求进工作稳中求进工作\n")
    votes = count_votes(
        text,
        np.zeros(len(text), np.int64),
        Neighbours(np.array([0]), np.array([1.0]), np.zeros((5, 1))),
        np.zeros(0, np.uint64),
    )
    assert votes.worth.max() == 1
    assert not votes.shared.any()


def test_grams_that_differ_in_their_last_character_only_are_kept_apart() -> None:
    chance = random.Random(3)
    lines = ["稳步推进" + chance.choice("改建转升") + chance.choice("革设型级") for _ in range(300)]
    hashes = gram_hashes(encode_units("".join(lines)), GRAM)
    found = SortedGrams(hashes)
    assert found.grams[found.at_positions()].tolist() == hashes.tolist()
    assert len(set(found.grams.tolist())) == len(found.grams)
    order = found.order.tolist()
    assert all(a < b for a, b in pairwise(order) if hashes[a] == hashes[b])
