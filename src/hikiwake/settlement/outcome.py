"""What is found of one settlement under one set of preferences, whoever tells them: the costly part of a finding.

It depends on the content of a reading alone (``conflict.model.content``), not on the words and grounds around it, so
that what two readings, or two editions of a case, have in common is found once: the last outcomes and shares are
remembered. While one reading is judged, what is played for it is at hand for all its settlements; ``forget`` lets go of
it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np

from hikiwake.conflict.concepts.definitions import Concept
from hikiwake.conflict.model import content
from hikiwake.conflict.model.changes import changed
from hikiwake.conflict.model.conflict import Conflict, Settlement
from hikiwake.conflict.model.preferences import ranks_of
from hikiwake.settlement.blockers import Blocker, blockers
from hikiwake.settlement.endings import Endings, endings
from hikiwake.settlement.judgement import Judged, Play, Verdict, judge
from hikiwake.settlement.least_change import Least, Search, Searched
from hikiwake.settlement.left_open import carrying_an_agreement
from hikiwake.settlement.playing import play
from hikiwake.settlement.shares import drawn, verdicts_of
from hikiwake.settlement.terms import Ground, Terms

OUTCOMES, SHARES = 1024, 128  # remembered: some kilobytes each
Refused = tuple[tuple[tuple[str, str], frozenset[int]], ...]  # by formula and reading, who refuses


@dataclass(frozen=True, slots=True)
class Outcome:
    """A settlement judged in one form; states are told as text, grounds as marks of ``content.numbered``.

    otherwise: another state of the settlement that holds, where this form does not; "" for none
    """

    judged: Judged
    state: str
    beginning: str
    at_rest: bool
    otherwise: str
    fallbacks: tuple[str, ...]
    blocked_by: tuple[Blocker, ...]
    endings: Endings
    levers: tuple[Least, ...]
    searched: Searched | None
    carrying: tuple[str, ...]
    fixed: tuple[str, ...]


@lru_cache(maxsize=OUTCOMES)
def outcome(reading: Conflict, settlement: Settlement, refusing: frozenset[int], concept: Concept) -> Outcome:
    """Judge a settlement in a reading, as ``content.numbered`` leaves it; refusing: who refuses it on record."""
    return _played(reading, concept).outcome(_terms(content.ground(reading), settlement), refusing)


@lru_cache(maxsize=SHARES)
def shares(
    readings: tuple[tuple[str, Conflict], ...],
    settlements: tuple[Settlement, ...],
    refused: Refused,
    concept: Concept,
    draws: int,
    seed: int,
) -> Mapping[str, Counter[Verdict]]:
    """For each settlement how many draws of readings, as ``content.drawn_from`` leaves them, give which verdict."""
    ground = content.ground(readings[0][1])
    terms = [_terms(ground, settlement) for settlement in settlements]
    return verdicts_of(_ground(ground), terms, drawn(readings, draws, seed), concept, dict(refused))


def forget() -> None:
    """Let go of what was played for the last reading; what was found is kept."""
    for remembered in (_played, _terms, _ground):
        remembered.cache_clear()


@lru_cache(maxsize=1)
def _ground(ground: Conflict) -> Ground:
    return Ground.of(ground)


@lru_cache(maxsize=64)
def _terms(ground: Conflict, settlement: Settlement) -> Terms:
    return Terms.of(_ground(ground), settlement)


@lru_cache(maxsize=1)
def _played(reading: Conflict, concept: Concept) -> _Reading:
    ground = _ground(content.ground(reading))
    return _Reading(reading, play(ground, reading, ranks_of(reading, ground.states), concept))


@dataclass(frozen=True)
class _Reading:
    """One reading, with what the outcomes of all its settlements need."""

    conflict: Conflict
    play: Play

    @cached_property
    def search(self) -> Search:
        """Its least changes."""
        return Search(self.conflict, self.play)

    def outcome(self, terms: Terms, refusing: frozenset[int]) -> Outcome:
        """What is found of a settlement."""
        one, text = self.play, self.play.ground.states.text
        judged = judge(one, terms, refusing)
        levers, searched = self.search.least(terms, judged, refusing)
        return Outcome(
            judged,
            text(judged.form.state),
            text(one.ground.start),
            one.at_rest(judged.form.state),
            "" if judged.holds else self._otherwise(terms, judged),
            tuple(text(state) for state in one.fallbacks),
            blockers(self.conflict, one, terms, judged),
            endings(one, terms, judged),
            levers,
            searched,
            self._carrying(terms, levers, refusing),
            terms.fixed,
        )

    def _carrying(self, terms: Terms, levers: tuple[Least, ...], refusing: frozenset[int]) -> tuple[str, ...]:
        """The options left open on which it depends that the first of the least changes would do."""
        if not levers:
            return ()
        ground, after = self.play.ground, changed(self.conflict, levers[0].changes)
        one = play(ground, after, ranks_of(after, ground.states), self.play.concept)
        return carrying_an_agreement(one, terms, ground.states.index(levers[0].state), refusing)

    def _otherwise(self, terms: Terms, judged: Judged) -> str:
        """The state of the settlement, other than its form, that holds and is nearest to the form."""
        states, near = self.play.ground.states, np.flatnonzero(self.play.keeping(terms))
        apart = np.bitwise_count(states.codes[near] ^ states.codes[judged.form.state])
        return states.text(int(near[apart.argmin()])) if len(near) else ""
