"""What examples teach: how much a vote counts, how often something new comes, whom to believe."""

from collections.abc import Iterator, Sequence
from functools import partial

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.suggest.continuation import count_votes
from desktop_app.core.suggest.examples import Example, agreement
from desktop_app.core.suggest.fitting import Descent, untrained
from desktop_app.core.suggest.node_features import kinds, look_at, novelty_bins
from desktop_app.core.suggest.rating import Rating
from desktop_app.core.suggest.votes import REACH
from desktop_app.core.suggest.weights import NOVELTY_SHAPE

Floats = NDArray[np.float32]
Whole = NDArray[np.int64]

_LOOKED_AT = (  # how many characters that come true count, and how much
    (2, 1.0),
    (4, 0.7),
    (7, 0.5),
)
_DOUBT = 0.02  # the truth may be in no vote
_SMOOTHING = 8.0
_ROUNDS, _FEW_ROUNDS = 8, 2
_CARETS_OF_BATCH, _NODES_OF_BATCH = 16, 2048
_SMALL_STEP = 0.2  # of a usual one


def _descent(features: Floats, old: Rating | None, batches: int, seed: int) -> tuple[Descent, int]:
    """A descent, and how many rounds over the batches it is to take."""
    if old is None:
        return Descent(untrained(features, seed), batches * _ROUNDS), _ROUNDS
    return Descent(old, batches * _FEW_ROUNDS, _SMALL_STEP), _FEW_ROUNDS


def fit_votes(examples: Sequence[Example], old: Rating | None, seed: int) -> Rating:
    """How much a vote counts: so that those that say what was written have most of the weight."""
    described = [example.poll.described for example in examples]
    agreed = [agreement(example) for example in examples]
    useful = [n for n, each in enumerate(agreed) if each.max() >= _LOOKED_AT[0][0]]
    chance = np.random.default_rng(seed)
    sample = np.concatenate([d.features[::7] for d in described]).astype(np.float32)
    batches = -(-len(useful) // _CARETS_OF_BATCH)
    descent, rounds = _descent(sample, old, batches, seed)
    for _ in range(rounds if useful else 0):
        for batch in np.array_split(chance.permutation(useful), batches):
            carets_of_batch = [described[n] for n in batch]
            slope = partial(
                _vote_slope,
                np.cumsum([0, *(len(d.match) for d in carets_of_batch)])[:-1],
                np.log(np.concatenate([d.votes.stands_for for d in carets_of_batch])),
                np.concatenate([agreed[n] for n in batch]),
            )
            features = np.concatenate([d.features for d in carets_of_batch])
            descent.step(features.astype(np.float32), slope)
    return descent.rating


def _vote_slope(
    start: Whole, log_stands_for: NDArray[np.float64], agreed: Whole, rated: Floats
) -> Floats:
    """The slope of the loss in each rating, with a softmax over each caret's votes."""
    scores = rated + log_stands_for.astype(np.float32)
    sizes = np.diff(np.append(start, len(scores)))
    weight = np.exp(scores - np.repeat(np.maximum.reduceat(scores, start), sizes))
    share = weight / np.repeat(np.add.reduceat(weight, start), sizes)
    slope = np.zeros(len(scores), np.float32)
    for depth, worth in _LOOKED_AT:
        right = (agreed >= depth).astype(np.float32)
        chance = np.repeat(np.add.reduceat(share * right, start), sizes)
        slope -= np.float32(worth) / (np.float32(_DOUBT) + chance) * share * (right - chance)
    return slope / np.float32(len(start))


def novelty_table(
    examples: Sequence[Example], old: NDArray[np.float64] | None
) -> NDArray[np.float64]:
    """How often the next character is one that no vote has."""
    new, seen = np.zeros(NOVELTY_SHAPE), np.zeros(NOVELTY_SHAPE)
    for example in examples:
        for where, is_new in _turns(example):
            seen[where] += 1
            new[where] += is_new
    if old is None:
        usual = new.sum() / max(1.0, seen.sum())
        of_length = (new.sum(axis=2) + _SMOOTHING * usual) / (seen.sum(axis=2) + _SMOOTHING)
        old = np.repeat(of_length[:, :, None], NOVELTY_SHAPE[2], axis=2)
    table: NDArray[np.float64] = (new + _SMOOTHING * old) / (seen + _SMOOTHING)
    return table


def _turns(example: Example) -> Iterator[tuple[tuple[int, ...], bool]]:
    """As long as votes are right: where in the table, and whether no vote goes on rightly."""
    described, agreed, kind = example.poll.described, agreement(example), kinds(example.truth)
    for depth in range(1, min(REACH, int(agreed.max(initial=0)) + 1)):
        left = agreed >= depth
        votes = np.array([described.votes.stands_for[left].sum()])
        length = np.array([described.match[left].max() + depth])
        where = novelty_bins(votes, length, kind[depth - 1 : depth])
        yield tuple(bin_.item() for bin_ in where), not (agreed > depth).any()


def judged_nodes(
    examples: Sequence[Example], vote: Rating, novelty: NDArray[np.float64]
) -> tuple[Floats, Floats]:
    """The continuations that would be looked at, and 1 for those that were right."""
    rows, right = [], []
    for example in examples:
        ballot, _ = count_votes(example.poll, vote)
        nodes = look_at(ballot, novelty)
        trie = ballot.trie
        agreed = np.cumprod(trie.follow == example.truth, axis=1).sum(axis=1)
        rows.append(nodes.features)
        right.append(agreed[trie.first[nodes.node]] >= trie.depth[nodes.node])
    return np.concatenate(rows), np.concatenate(right).astype(np.float32)


def fit_nodes(features: Floats, right: Floats, old: Rating | None, seed: int) -> Rating:
    """When a continuation is right."""
    chance = np.random.default_rng(seed)
    batches = -(-len(right) // _NODES_OF_BATCH)
    descent, rounds = _descent(features[::5], old, batches, seed)
    for _ in range(rounds):
        for batch in np.array_split(chance.permutation(len(right)), batches):
            descent.step(features[batch], partial(_node_slope, right[batch]))
    return descent.rating


def _node_slope(right: Floats, rated: Floats) -> Floats:
    """The slope of the logistic loss in each rating."""
    slope = (1 / (1 + np.exp(-rated)) - right) / np.float32(len(right))
    return slope.astype(np.float32)
