"""Changes to a model, one at a time: what could be different in what someone wants or can do.

Statements of a decision maker are counted as the model has them, from 1, the most important first. A set of changes is
made in one go: statements are flipped and dropped, then those that move are taken out, then moved and added
statements are put in, so that each stands on its rank in the list that results. An option that is taken away cannot
be taken by anyone: the states in which it is taken are gone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from hikiwake.conflict.model.conflict import Conflict, Preference, PreferenceStatement, Ranking, Statements
from hikiwake.conflict.model.statements import parse
from hikiwake.conflict.model.states import States, states_of
from hikiwake.errors import ModelError


@dataclass(frozen=True, slots=True)
class Drop:
    """A decision maker no longer cares about one of its statements."""

    decision_maker: str
    statement: int


@dataclass(frozen=True, slots=True)
class Flip:
    """A decision maker wants the opposite of one of its statements."""

    decision_maker: str
    statement: int


@dataclass(frozen=True, slots=True)
class MoveTo:
    """A statement becomes more or less important: it moves to another rank."""

    decision_maker: str
    statement: int
    rank: int


@dataclass(frozen=True, slots=True)
class Add:
    """A decision maker comes to want something more, at a rank."""

    decision_maker: str
    says: str
    rank: int
    grounds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TakeAway:
    """An option is no longer there."""

    option: str


Change: TypeAlias = Drop | Flip | MoveTo | Add | TakeAway
OnStatements: TypeAlias = Drop | Flip | MoveTo | Add
KINDS: dict[type, str] = {Drop: "drop", Flip: "flip", MoveTo: "move", Add: "add", TakeAway: "take away"}


def kind(change: Change) -> str:
    """The word for a kind of change: drop, flip, move, add or take away."""
    return KINDS[type(change)]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A statement that a decision maker might come to hold."""

    decision_maker: str
    says: str
    grounds: tuple[str, ...] = ()


def candidate(text: str) -> Candidate:
    """A candidate from text, NAME: STATEMENT. ModelError where it is not of that form, StatementError for the
    statement.

    >>> candidate("Row: not quiet_1")
    Candidate(decision_maker='Row', says='not quiet_1', grounds=())
    """
    name, colon, says = text.partition(":")
    if not colon or not name.strip() or not says.strip():
        raise ModelError(f'"{text}" is no candidate; expected NAME: STATEMENT')
    return Candidate(name.strip(), parse(says.strip()).text)


def statement_changes(conflict: Conflict, name: str, candidates: Iterable[Candidate]) -> tuple[OnStatements, ...]:
    """Every single change to the statements of one decision maker; none where its preference has another form.

    >>> from hikiwake.conflict.model.conflict import DecisionMaker, Option
    >>> two = Statements((PreferenceStatement(parse("a")), PreferenceStatement(parse("not a"))))
    >>> [kind(change) for change in statement_changes(Conflict((DecisionMaker("A", (Option("a"),), two),)), "A", ())]
    ['drop', 'flip', 'move', 'drop', 'flip', 'move']
    """
    preference = conflict.decision_maker(name).preference
    if not isinstance(preference, Statements):
        return ()
    count = len(preference.statements)
    changes: list[OnStatements] = []
    for number in range(1, count + 1):
        changes += [Drop(name, number), Flip(name, number)]
        changes += [MoveTo(name, number, rank) for rank in range(1, count + 1) if rank != number]
    for one in candidates:
        if one.decision_maker == name:
            changes += [Add(name, one.says, rank, one.grounds) for rank in range(1, count + 2)]
    return tuple(changes)


def compatible(changes: Sequence[OnStatements]) -> bool:
    """Whether changes to one decision maker's statements can be made together, each with its effect."""
    gone = [change.statement for change in changes if isinstance(change, Drop)]
    moved = [change.statement for change in changes if isinstance(change, MoveTo)]
    flipped = [change.statement for change in changes if isinstance(change, Flip)]
    added = [change.says for change in changes if isinstance(change, Add)]
    ranks = [change.rank for change in changes if isinstance(change, MoveTo | Add)]
    placed = (*gone, *moved), added, ranks
    return all(len(set(each)) == len(each) for each in placed) and not set(gone) & set(flipped)


def rearranged(count: int, changes: Iterable[OnStatements]) -> list[tuple[int | str, bool]] | None:
    """The list that changes make of ``count`` statements: numbers (or texts of added ones), and whether flipped.

    None where a rank lies beyond the list that results.

    >>> rearranged(3, [MoveTo("A", 3, 1), Flip("A", 2)])
    [(3, False), (1, False), (2, True)]
    """
    gone = {change.statement for change in changes if isinstance(change, Drop | MoveTo)}
    flipped = {change.statement for change in changes if isinstance(change, Flip)}
    entries: list[tuple[int | str, bool]] = [(n, n in flipped) for n in range(1, count + 1) if n not in gone]
    placed: list[tuple[int, int | str]] = sorted(
        (change.rank, change.says if isinstance(change, Add) else change.statement)
        for change in changes
        if isinstance(change, MoveTo | Add)
    )
    for rank, entry in placed:
        if rank > len(entries) + 1:
            return None
        entries.insert(rank - 1, (entry, entry in flipped))
    return entries


def changed(conflict: Conflict, changes: Sequence[Change]) -> Conflict:
    """The conflict after a set of changes. ModelError where they cannot be made together.

    >>> from hikiwake.conflict.model.conflict import DecisionMaker, Option
    >>> two = Statements((PreferenceStatement(parse("a")), PreferenceStatement(parse("b"))))
    >>> conflict = Conflict((DecisionMaker("A", (Option("a"), Option("b")), two),))
    >>> after = changed(conflict, [Flip("A", 1), MoveTo("A", 2, 1)])
    >>> [str(one.says) for one in after.decision_maker("A").preference.statements]
    ['b', 'not (a)']
    """
    for name in conflict.names:
        own = [change for change in changes if not isinstance(change, TakeAway) and change.decision_maker == name]
        if own:
            conflict = conflict.with_preference(name, _restated(conflict.decision_maker(name).preference, own))
    options = [change.option for change in changes if isinstance(change, TakeAway)]
    return without_options(conflict, options) if options else conflict


def _restated(preference: Preference, changes: Sequence[OnStatements]) -> Statements:
    if not isinstance(preference, Statements):
        raise ModelError(f"{changes[0].decision_maker} has no statements to change")
    entries = rearranged(len(preference.statements), changes) if compatible(changes) else None
    if entries is None:
        raise ModelError(f"the changes to the statements of {changes[0].decision_maker} cannot be made together")
    added = {change.says: change.grounds for change in changes if isinstance(change, Add)}
    restated = []
    for entry, flip in entries:
        if isinstance(entry, int):
            one = preference.statements[entry - 1]
        else:
            one = PreferenceStatement(parse(entry), added[entry])
        restated.append(replace(one, says=parse(f"not ({one.says})")) if flip else one)
    return Statements(tuple(restated))


def without_options(conflict: Conflict, options: Iterable[str]) -> Conflict:
    """The conflict in which options cannot be taken; rankings lose the patterns that no state fits any more."""
    rules = (*conflict.infeasible, *(parse(option) for option in options))
    fewer = replace(conflict, infeasible=rules)
    states = states_of(fewer)
    makers = tuple(replace(one, preference=_fitting(one.preference, states)) for one in conflict.decision_makers)
    variants = tuple(
        replace(one, preferences=tuple((name, _fitting(preference, states)) for name, preference in one.preferences))
        for one in conflict.variants
    )
    kept = {key: text if text and len(states.matching(text)) else ""
            for key, text in (("status_quo", conflict.status_quo), ("outcome", conflict.outcome))}  # fmt: skip
    return replace(fewer, decision_makers=makers, variants=variants, **kept)  # type: ignore[arg-type]


def _fitting(preference: Preference, states: States) -> Preference:
    if not isinstance(preference, Ranking):
        return preference
    groups = (tuple(pattern for pattern in group if len(states.matching(pattern))) for group in preference.groups)
    return replace(preference, groups=tuple(group for group in groups if group))
