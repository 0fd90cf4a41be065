"""What holds where a preference is not known: Nash, GMR, SMR and SEQ with a third relation beside better and as good.

A decision maker's preference is a triplet of relations between states: ``s > t`` (better), ``s ~ t`` (as good), and
``s U t`` (unknown: nobody has said). There are four ways, *extensions*, to judge stability, by two questions:

    extension   leaves s for s1 where   is deterred by s2 where
    a           s1 > s or s1 U s        s > s2 or s ~ s2
    b           s1 > s                  s > s2 or s ~ s2
    c           s1 > s or s1 U s        s > s2 or s ~ s2 or s U s2
    d           s1 > s                  s > s2 or s ~ s2 or s U s2

In (a) and (c) the unknown tempts, in (c) and (d) it deters. The concepts are those of ``legal`` with these two words:
GMR asks an answer that deters; SMR moreover that every countermove ends in a state that deters as well; in SEQ every
move of the answer is, for the one who makes it, to something better or unknown, in all four extensions. A state that
is stable by (a) is stable by the three others, and one that is stable by (b) or (c) is stable by (d).

Reference: Li, Hipel, Kilgour and Fang (2004), Preference uncertainty in the graph model for conflict resolution, IEEE
Transactions on Systems, Man, and Cybernetics A 34(4), 507-520.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from hikiwake.conflict.concepts.definitions import CLASSIC, DEFINITIONS, Classic, Stable
from hikiwake.conflict.model.arcs import Arcs
from hikiwake.conflict.model.checks import check
from hikiwake.conflict.model.conflict import Conflict
from hikiwake.conflict.model.moves import Moves, moves_of
from hikiwake.conflict.model.reach import Bits, reaching
from hikiwake.conflict.model.states import States
from hikiwake.conflict.solving.silence import Known, known_of
from hikiwake.conflict.solving.stability import numbers
from hikiwake.errors import ModelError
from hikiwake.results import Result
from hikiwake.wording import outcomes as wording
from hikiwake.wording.moves import NAMES
from hikiwake.wording.tables import table

Extension: TypeAlias = Literal["a", "b", "c", "d"]
UnknownConcept: TypeAlias = Classic
EXTENSIONS: tuple[Extension, ...] = ("a", "b", "c", "d")
UNKNOWN_CONCEPTS = CLASSIC
TEMPTED: tuple[Extension, ...] = ("a", "c")
DETERRED: tuple[Extension, ...] = ("c", "d")
AT_ONCE = 512


def unknown_tables(
    moves: Moves, known: Sequence[Known], concepts: Sequence[UnknownConcept] = UNKNOWN_CONCEPTS
) -> Mapping[Extension, Mapping[UnknownConcept, Stable]]:
    """By extension and concept who is stable where, bool, shape (n_decision_makers, n_states); known: one for each."""
    shape = (len(known), len(moves.states))
    tables = {one: {concept: np.ones(shape, dtype=np.bool_) for concept in concepts} for one in EXTENSIONS}
    for mover in range(len(known)):
        focal = _Focal(moves, known, mover)
        for deters in (False, True):
            extensions = [one for one in EXTENSIONS if (one in DETERRED) == deters]
            tempting = [moves.arcs[mover].kept(focal.tempts(mover, unknown=one in TEMPTED)) for one in extensions]
            for concept in concepts:
                found = focal.stable(tempting, concept, unknown_deters=deters)
                for extension, stable in zip(extensions, found, strict=True):
                    tables[extension][concept][mover] = stable
    return tables


@dataclass(frozen=True)
class _Focal:
    """One decision maker among its opponents."""

    moves: Moves
    known: Sequence[Known]
    mover: int

    def tempts(self, mover: int, *, unknown: bool) -> NDArray[np.bool_]:
        """Which moves of somebody lead to something better or, where that counts, unknown."""
        arcs, preference = self.moves.arcs[mover], self.known[mover]
        sources, targets = arcs.sources, arcs.targets
        better = preference.better(targets, sources)
        return better | preference.unknown(targets, sources) if unknown else better

    def stable(self, tempting: Sequence[Arcs], concept: UnknownConcept, *, unknown_deters: bool) -> list[Stable]:
        """For each kind of temptation where all can be answered so that it deters, shape (n_states,) each."""
        asked = DEFINITIONS[concept]
        if not asked.answers:
            return [np.diff(arcs.first) == 0 for arcs in tempting]
        stable = [np.ones(len(self.moves.states), dtype=np.bool_) for _ in tempting]
        opponents = self._answers(credible=asked.credible)
        of, example = self.known[self.mover].kinds(apart_in_silence=not unknown_deters)
        for first in range(0, len(example), AT_ONCE):
            deterring = self._deterring(example[first : first + AT_ONCE], unknown=unknown_deters)
            if asked.lasting:
                deterring &= ~self.moves.arcs[self.mover].over(np.bitwise_or, ~deterring, 0)
            answered = reaching(opponents, deterring)
            for arcs, still in zip(tempting, stable, strict=True):
                still[_unanswered(arcs, of - first, answered)] = False
        return stable

    def _answers(self, *, credible: bool) -> list[Arcs]:
        others = [other for other in range(len(self.known)) if other != self.mover]
        if not credible:
            return [self.moves.arcs[other] for other in others]
        return [self.moves.arcs[other].kept(self.tempts(other, unknown=True)) for other in others]

    def _deterring(self, kinds: NDArray[np.int64], *, unknown: bool) -> Bits:
        """Which states (rows) deter from leaving which kinds of states (columns, eight to a byte)."""
        preference, everywhere = self.known[self.mover], np.arange(len(self.moves.states))[:, None]
        tempts = preference.better(everywhere, kinds[None, :])
        if not unknown:
            tempts |= preference.unknown(everywhere, kinds[None, :])
        return np.packbits(~tempts, axis=1)


def _unanswered(tempting: Arcs, kind: NDArray[np.int64], answered: Bits) -> NDArray[np.int32]:
    """The states that have a temptation without answer, among those whose kind is a column of the answers."""
    sources = tempting.sources
    here = np.flatnonzero((kind[sources] >= 0) & (kind[sources] < 8 * answered.shape[1]))
    place = kind[sources[here]]
    byte = answered[tempting.targets[here], place >> 3]
    failed = byte >> (7 - (place & 7)).astype(np.uint8) & 1 == 0
    unanswered: NDArray[np.int32] = sources[here[failed]]
    return unanswered


@dataclass(frozen=True, slots=True)
class HeldIn:
    """A state by number and text, and by concept the extensions in which it is an equilibrium."""

    number: int
    state: str
    extensions: Mapping[UnknownConcept, tuple[Extension, ...]]


@dataclass(frozen=True, slots=True, eq=False)
class UnknownStability(Result[HeldIn]):
    """What holds for whom where silence is unknown preference; always exact.

    known: what is known of each decision maker's preference
    tables: by extension and concept who is stable where, bool, shape (n_decision_makers, n_states)
    """

    conflict: Conflict
    states: States
    known: tuple[Known, ...]
    tables: Mapping[Extension, Mapping[UnknownConcept, Stable]]

    @property
    def concepts(self) -> tuple[UnknownConcept, ...]:
        """The concepts that were asked for."""
        return tuple(self.tables["a"])

    @property
    def rows(self) -> tuple[HeldIn, ...]:
        """Every state, in order of number."""
        held = {concept: {one: set(self.equilibria(concept, one)) for one in EXTENSIONS} for concept in self.concepts}
        return tuple(
            HeldIn(number, text, {concept: tuple(one for one in EXTENSIONS if number in found[one])
                                  for concept, found in held.items()})
            for number, text in enumerate(self.states.texts, start=1)
        )  # fmt: skip

    def as_records(self) -> list[dict[str, Any]]:
        """Every state: number, code, state, and by concept the extensions in which it is an equilibrium."""
        return [
            {**named, "equilibrium_in": {concept: list(found) for concept, found in row.extensions.items()}}
            for named, row in zip(self.states.as_rows(), self.rows, strict=True)
        ]

    @property
    def sentences(self) -> tuple[str, ...]:
        """By each concept what is an equilibrium in every extension, and what only in some."""
        held = [row for row in self.rows if any(row.extensions.values())]
        return tuple(
            wording.in_extensions(
                NAMES[concept],
                [(row.number, row.state) for row in held if len(row.extensions[concept]) == len(EXTENSIONS)],
                [(row.number, row.state) for row in held if 0 < len(row.extensions[concept]) < len(EXTENSIONS)],
            )
            for concept in self.concepts
        )

    def equilibria(self, concept: str, extension: str) -> tuple[int, ...]:
        """The numbers of the states that are stable for everybody by one extension."""
        return numbers(np.logical_and.reduce(self.table(concept, extension), axis=0))

    def always(self, concept: str) -> tuple[int, ...]:
        """The numbers of the states that are equilibria in all four extensions."""
        return self.equilibria(concept, "a")

    def stable(self, concept: str, extension: str, decision_maker: str) -> tuple[int, ...]:
        """The numbers of the states that are stable for one decision maker by one extension."""
        return numbers(self.table(concept, extension)[self.conflict.index(decision_maker)])

    def table(self, concept: str, extension: str) -> Stable:
        """Who is stable where; ModelError where concept or extension is not known."""
        for each, tables in self.tables.items():
            for known, found in tables.items():
                if (each, known) == (extension, concept):
                    return found
        raise ModelError(f'no concept "{concept}" of extension "{extension}"; there are '
                         f"{', '.join(self.concepts)} of {', '.join(EXTENSIONS)}")  # fmt: skip

    def as_object(self) -> dict[str, Any]:
        """The whole result as plain lists and texts, ready for JSON."""
        return {
            "options": list(self.states.options),
            "states": self.as_records(),
            "stability": {
                extension: {
                    concept: {name: list(self.stable(concept, extension, name)) for name in self.conflict.names}
                    for concept in self.concepts
                }
                for extension in EXTENSIONS
            },
            "equilibria": {
                extension: {concept: list(self.equilibria(concept, extension)) for concept in self.concepts}
                for extension in EXTENSIONS
            },
        }

    def shown(self) -> tuple[Sequence[str], Iterator[Sequence[str]]]:
        """The head and the cells of a table: the equilibria, and in which extensions they are so."""
        return ("state", "", *(NAMES[concept] for concept in self.concepts)), (
            (str(row.number), row.state, *map("".join, row.extensions.values()))
            for row in self.rows
            if any(row.extensions.values())
        )

    def _repr_html_(self) -> str:
        return table(*self.shown(), caption=f"Equilibria by extension: {self.conflict.title}")


def solve_unknown(
    conflict: Conflict,
    known: Mapping[str, Known] | None = None,
    concepts: Sequence[UnknownConcept] = UNKNOWN_CONCEPTS,
) -> UnknownStability:
    """Find out what is stable for whom where a decision maker's silence is unknown preference, in four extensions.

    known: what is known of a decision maker's preference, by name, where its statements do not tell
    concepts: only these

    Raises ModelError, with every fault at once, where the conflict is incomplete or contradictory.

    >>> from hikiwake.conflict.files.reading import conflict_from
    >>> silent = conflict_from('''
    ... decision_makers = [{ name = "A", options = [{ id = "arm" }] }, { name = "B", options = [{ id = "talk" }] }]
    ... [preferences.A]
    ... statements = [{ says = "talk" }]
    ... [preferences.B]
    ... statements = [{ says = "not talk" }]
    ... ''')
    >>> found = solve_unknown(silent)
    >>> found.equilibria("nash", "a"), found.equilibria("nash", "b")
    ((), (1, 2))
    """
    check(conflict)
    moves = moves_of(conflict)
    given = known or {}
    for name in given:
        conflict.index(name)
    said = tuple(given.get(name, own)
                 for name, own in zip(conflict.names, known_of(conflict, moves.states), strict=True))  # fmt: skip
    return UnknownStability(conflict, moves.states, said, unknown_tables(moves, said, concepts))
