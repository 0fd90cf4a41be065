"""What holding models against history gives: a row for each reading or era without a model, and what they come to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from hikiwake.conflict.concepts.definitions import Concept
from hikiwake.modelling.drafting import Missing
from hikiwake.results import Result
from hikiwake.wording import history as wording
from hikiwake.wording.moves import NAMES
from hikiwake.wording.tables import paragraphs

_OF_A_MODEL = (
    *("variant", "status_quo", "outcome", "states", "holds", "verdicts", "reachable", "reachable_by_moves", "reached"),
    *("leaves", "nothing_changes", "options_changed", "written_before", "statements", "on_acts_alone"),
    "outcome_is_ground",
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """One concept's answer about the state at the end: shares are of all states, and of random orders, 0 to 1.

    holds: in every state that the outcome allows; possible: in some of them
    """

    concept: Concept
    holds: bool
    possible: bool
    share_of_states: float
    baseline: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """One reading of one era held against history; ``variant`` "" is the model's own reading, by: whose reading it is.

    leaves: who gains by leaving the state at the end and is not deterred (SEQ), where it does not hold
    changed: how many options changed between beginning and end; nothing_changes: whether none did
    written_before: whether the reading rests on documents written before the outcome
    """

    era: str
    variant: str
    by: str
    status_quo: str
    outcome: str
    states: int
    verdicts: tuple[Verdict, ...]
    reachable: bool
    reachable_by_moves: bool
    reached: str
    leaves: tuple[str, ...]
    changed: int
    written_before: bool
    statements: int
    on_acts: int
    circular: bool
    missing: tuple[Missing, ...]

    def verdict(self, concept: Concept) -> Verdict:
        """One concept's answer."""
        return next(one for one in self.verdicts if one.concept == concept)

    @property
    def nothing_changes(self) -> bool:
        """Whether the forecast that nothing changes would have been right."""
        return self.changed == 0

    @property
    def holds(self) -> bool:
        """Whether the outcome is an equilibrium under sequential stability, in every state that it allows."""
        return self.verdict("seq").holds

    @property
    def holds_somewhere(self) -> bool:
        """Whether some state that the outcome allows is an equilibrium under sequential stability."""
        return self.verdict("seq").possible

    @property
    def held(self) -> str:
        """The same in a word: yes, no, or "?" where it depends on what the record leaves open."""
        return wording.held(self.holds, self.holds_somewhere)

    @property
    def holds_by(self) -> str:
        """The concepts by which the outcome holds."""
        open_ = [NAMES[one.concept] for one in self.verdicts if one.possible and not one.holds]
        return wording.holds_by([NAMES[one.concept] for one in self.verdicts if one.holds], open_)

    @property
    def cells(self) -> tuple[object, ...]:
        """The row as a table has it."""
        seq, mark = self.verdict("seq"), "*" * self.circular
        return (self.era, wording.by(self.by) + mark, self.outcome, self.holds_by, self.reached,
                f"{100 * seq.share_of_states:.1f} %", f"{100 * seq.baseline:.0f} %",
                f"{self.on_acts} of {self.statements}", wording.changed(self.changed))  # fmt: skip

    def as_row(self) -> dict[str, Any]:
        """The row as plain values."""
        verdicts = {one.concept: {"holds": one.holds, "possible": one.possible, "share_of_states": one.share_of_states,
                                  "baseline": one.baseline} for one in self.verdicts}  # fmt: skip
        return {
            "era": self.era,
            "model": True,
            "too_thin": False,
            "silent": [],
            "sentence": "",
            "variant": self.variant,
            "status_quo": self.status_quo,
            "outcome": self.outcome,
            "states": self.states,
            "holds": self.held,
            "verdicts": verdicts,
            "reachable": self.reachable,
            "reachable_by_moves": self.reachable_by_moves,
            "reached": self.reached,
            "leaves": list(self.leaves),
            "nothing_changes": self.nothing_changes,
            "options_changed": self.changed,
            "written_before": self.written_before,
            "statements": self.statements,
            "on_acts_alone": self.on_acts,
            "outcome_is_ground": self.circular,
            "missing": [asdict(one) for one in self.missing],
        }


@dataclass(frozen=True, slots=True)
class NoModel:
    """An era without a model: whether its record is too thin for one, whose wishes about others are not told at all,
    and which preferences a draft would lack."""

    era: str
    thin: bool
    silent: tuple[str, ...]
    missing: tuple[Missing, ...]

    @property
    def words(self) -> str:
        """Why the era has no model, without the full stop."""
        return wording.no_model(self.thin, self.silent)

    @property
    def cells(self) -> tuple[object, ...]:
        """The row as a table has it."""
        return (self.era, "", "no model", "record too thin" if self.thin else "not yet made", *("",) * 5)

    def as_row(self) -> dict[str, Any]:
        """The row as plain values; what only a model has is null."""
        told = {"era": self.era, "model": False, "too_thin": self.thin, "silent": list(self.silent),
                "missing": [asdict(one) for one in self.missing], "sentence": self.words}  # fmt: skip
        return {**dict.fromkeys(_OF_A_MODEL), **told}


@dataclass(frozen=True)
class History(Result[Comparison | NoModel]):
    """The models of a case held against history, era by era, and the eras without a model."""

    rows: tuple[Comparison | NoModel, ...]
    orders: int
    seed: int

    @property
    def compared(self) -> tuple[Comparison, ...]:
        """The rows of eras with a model."""
        return tuple(row for row in self.rows if isinstance(row, Comparison))

    @property
    def without_model(self) -> tuple[NoModel, ...]:
        """The rows of eras without a model."""
        return tuple(row for row in self.rows if isinstance(row, NoModel))

    def as_records(self) -> list[dict[str, Any]]:
        """The rows as plain values, ready for JSON."""
        return [row.as_row() for row in self.rows]

    @property
    def sentences(self) -> tuple[str, ...]:
        """What the table comes to, in words: hits and misses, and what simpler forecasts would have said."""
        rows = self.compared
        without = [f"{row.era}: {row.words}." for row in self.without_model]
        if not rows:
            return ("No era has a model.", *without)
        held = [row for row in rows if row.holds]
        certain = sum(row.verdict("seq").baseline == 1 for row in held)
        before = [row for row in rows if row.written_before]
        missed = list(dict.fromkeys(row.era for row in rows if not row.holds_somewhere))
        return (
            wording.hits(len(held), sum(row.holds_somewhere and not row.holds for row in rows),
                         sum(row.reachable for row in held), len(rows), NAMES["seq"]),
            *([wording.any_order(certain, len(held), self.orders)] if held else []),
            wording.nothing_changes(sum(not row.nothing_changes for row in rows), len(rows)),
            wording.before(len(before), sum(row.holds for row in before)),
            wording.circular(sum(row.circular for row in rows), len(rows),
                             sum(row.on_acts for row in rows), sum(row.statements for row in rows)),
            *([wording.missed(missed)] if missed else []),
            *without,
        )  # fmt: skip

    def shown(self) -> tuple[Sequence[str], Iterable[Sequence[object]]]:
        """A row for each reading or era without a model."""
        return wording.HEAD, (row.cells for row in self.rows)

    def _repr_html_(self) -> str:
        return f"{super()._repr_html_()}{paragraphs(self.sentences)}"
