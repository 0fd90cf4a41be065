"""Many sets of preferences judged together: for each of a batch what ``judgement`` says of a settlement, as arrays.

Only what tells verdicts apart is asked: who would sign against where things end in each play, whether somebody leaves
at once, and then whether what is left holds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from hikiwake.settlement.judgement import ORDER, tells
from hikiwake.settlement.playing import Batch
from hikiwake.settlement.terms import Form, Mask, Terms

Indices = NDArray[np.int64]
Places = NDArray[np.int8]  # of verdicts in their order, the best first


@dataclass(frozen=True, slots=True)
class Against:
    """Some plays of a batch with where things end in them without a settlement: a row for each play and such state.

    plays: shape (n_plays,); rows: the play of each row, states: the state, first: where the rows of each play begin
    """

    batch: Batch
    plays: Indices
    rows: Indices
    states: Indices
    first: Indices

    @classmethod
    def of(cls, batch: Batch, plays: Indices) -> Against:
        """Find out where things end in some plays."""
        batch.end(plays.tolist())
        ends = [batch.plays[place].fallbacks for place in plays.tolist()]
        counts = np.array([len(each) for each in ends], dtype=np.int64)
        states = np.array([*chain.from_iterable(ends)], dtype=np.int64)
        return cls(batch, plays, np.repeat(plays, counts), states, np.cumsum(counts) - counts)

    def signing(self, form: Form) -> tuple[Mask, Mask]:
        """In which plays the parties would sign against every such state, and in which some party always loses."""
        ranks, parties, rows = self.batch.ranks, np.array(form.parties, dtype=np.int64), self.rows[:, None]
        gains = ranks[rows, parties, form.state] - ranks[rows, parties, self.states[:, None]]
        least, most = gains.min(axis=1, initial=0), gains.max(axis=1, initial=0)
        willing = np.logical_and.reduceat((least == 0) & (most > 0), self.first)
        return willing, np.logical_and.reduceat(least < 0, self.first)

    def holding(self, terms: Terms, form: Form) -> Mask:
        """In which plays the form holds."""
        held = ~self.batch.left(terms, form)[self.plays]
        held[held] = _holding(self.batch, terms, form, self.plays[held])
        return held


def verdicts(against: Against, terms: Terms, refusing: frozenset[int]) -> Places:
    """The verdict of each play, as its place in their order; of several forms the best stands."""
    best = np.full(len(against.plays), len(ORDER), dtype=np.int8)
    for form in terms.forms:
        np.minimum(best, _of_form(against, terms, form, refusing), out=best)
    return best


def _of_form(against: Against, terms: Terms, form: Form, refusing: frozenset[int]) -> Places:
    if form.alone or form.standing:
        return np.full(len(against.plays), ORDER["alone"], dtype=np.int8)
    willing, losing = against.signing(form)
    barred = bool(refusing.intersection(form.parties)) or not form.reachable
    untold = _untold(against, form) & ~losing & (not barred)
    signed = willing & ~untold & (not barred)
    holds = against.holding(terms, form)
    said = np.where(holds, ORDER["holds_only"], ORDER["neither"])
    said[signed] = np.where(holds[signed], ORDER["agreed"], ORDER["signed_only"])
    said[untold] = ORDER["not_told"]
    return said.astype(np.int8)


def _untold(against: Against, form: Form) -> Mask:
    """In which plays a party does not tell what it wants of an act of its own."""
    owner, known = against.batch.ground.owner, {}
    for spoken in set(against.batch.spoken):
        known[spoken] = not tells(form, owner, spoken)
    return np.array([known[against.batch.spoken[place]] for place in against.plays.tolist()], dtype=np.bool_)


def may_agree(batch: Batch, terms: Terms, chosen: Sequence[int]) -> set[int]:
    """The plays in which some form holds, and would be signed or needs no agreement; what is quick is asked first."""
    found: set[int] = set()
    for form in terms.forms:
        plays: Indices = np.array([place for place in chosen if place not in found], dtype=np.int64)
        plays = plays[~batch.left(terms, form)[plays]]
        if len(plays) and not (form.alone or form.standing):
            plays = plays[Against.of(batch, plays).signing(form)[0]]
        found.update(plays[_holding(batch, terms, form, plays)].tolist())
    return found


def _holding(batch: Batch, terms: Terms, form: Form, plays: Indices) -> Mask:
    """In which of some plays a form holds."""
    return np.array([batch.plays[place].kept(terms, form.state) for place in plays.tolist()], dtype=np.bool_)
