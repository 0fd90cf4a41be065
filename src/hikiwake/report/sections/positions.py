"""Who wanted what: positions by actor and era, and the ways to settle with who proposed, supported or refused each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hikiwake.dossier import Era, Formula, Position
from hikiwake.dossier.counting import eras_held, eras_of
from hikiwake.figures.marks import AGAINST, WITH, direction_of_position, size
from hikiwake.report.grounds import Citation, Grounds
from hikiwake.wording.phrases import brief, capital, dated, span

_ORDER = {WITH: 0, "apart": 1, AGAINST: 2}
_VERBS = {
    "proposed": ("proposes", "offers", "demands"),
    "supported": ("supports", "accepts", "studies", "conditions", "other"),
    "refused": ("opposes", "rejects", "denies"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """A position in a list: whose, on what, in words, with its mark and what filters look at."""

    position: Position
    actor: str
    on: str
    when: str
    cited: list[Citation]
    doubts: list[str]
    look: str
    eras: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the matrix: an actor, whether part of one that has a row too, and its positions in each era."""

    id: str
    title: str
    part: bool
    cells: list[list[Row]]
    rows: list[Row]  # each once, in order of time, those of no era too


@dataclass(frozen=True, slots=True)
class Way:
    """A way to settle: the formula, its citations, its cells of the matrix, and who did what about it in each era."""

    formula: Formula
    cited: list[Citation]
    doubts: list[str]
    cells: list[list[tuple[str, list[Row]]]]  # by era: each actor with its positions
    told: list[tuple[str, dict[str, list[Row]]]]


@dataclass(frozen=True, slots=True)
class ActorsContext:
    """What the template of the positions shows."""

    eras: Sequence[Era]
    """The columns of the matrix."""
    lines: list[Line]
    """The rows of the matrix: both sides first, each with its parts."""


@dataclass(frozen=True, slots=True)
class FormulasContext:
    """What the template of the ways to settle shows."""

    eras: Sequence[Era]
    """The columns of the matrix."""
    groups: list[tuple[str, list[Way]]]
    """The ways to settle as the case's scales order them, then the others by kind."""


def actors_context(grounds: Grounds) -> ActorsContext | None:
    """What the matrix of actors and eras shows, or ``None`` for a case without positions."""
    if not grounds.dossier.positions:
        return None
    rows = _rows(grounds)
    states = {row.position.actor for row in rows}
    lines = [
        _line(grounds, actor, part=_state(actor) in states - {actor}, rows=[row for row in rows if _of(row, actor)])
        for actor in _actors(grounds, rows)
    ]
    return ActorsContext(eras=_eras(grounds), lines=lines)


def formulas_context(grounds: Grounds) -> FormulasContext | None:
    """What the section of formulas shows, or ``None`` for a case without any."""
    dossier = grounds.dossier
    if not dossier.formulas:
        return None
    rows = _rows(grounds)
    groups = [(title, [_way(grounds, formula, rows) for formula in formulas]) for title, formulas in _grouped(grounds)]
    return FormulasContext(_eras(grounds), groups)


def _rows(grounds: Grounds) -> list[Row]:
    """All positions as rows, in order of time."""
    ordered = sorted(grounds.dossier.positions, key=lambda each: (each.period.start, each.period.last, each.id))
    return [_row(grounds, position) for position in ordered]


def _row(grounds: Grounds, position: Position) -> Row:
    return Row(
        position=position,
        actor=grounds.names.actor(position.actor),
        on=grounds.names.term(position.on),
        when=_when(grounds, position),
        cited=grounds.cite(position),
        doubts=grounds.doubtful.get(position.id, []),
        look=f"{direction_of_position(position)} s{size(position.strength)} {position.kind}",
        eras=eras_held(grounds.dossier, position),
    )


def _when(grounds: Grounds, position: Position) -> str:
    """When a position was held: the era where it is that of an era, else as exactly as it is known."""
    whole = any(
        (era.period.start, era.period.end) == (position.period.start, position.period.end) for era in _eras(grounds)
    )
    return brief(position.period) if whole else dated(position.period)


def _eras(grounds: Grounds) -> Sequence[Era]:
    return eras_of(grounds.dossier)


def _state(actor: str) -> str:
    """The state or body that an actor belongs to."""
    return actor.partition("/")[0]


def _of(row: Row, actor: str) -> bool:
    return row.position.actor == actor


def _actors(grounds: Grounds, rows: Iterable[Row]) -> list[str]:
    """The actors that want something: both sides of the dyad first, each with its parts, then others by weight."""
    counts: dict[str, int] = {}
    for row in rows:
        counts[row.position.actor] = counts.get(row.position.actor, 0) + 1
    sides = [each for side in grounds.dossier.case.sides for each in grounds.dossier.line(side)]
    totals: dict[str, int] = {}
    for actor, count in counts.items():
        state = _state(actor)
        totals[state] = totals.get(state, 0) + count
    rank = {state: index for index, state in enumerate(sides)}

    def place(actor: str) -> tuple[int, int, str, bool, int, str]:
        state = _state(actor)
        return rank.get(state, len(rank)), -totals[state], state, "/" in actor, -counts[actor], actor

    return sorted(counts, key=place)


def _line(grounds: Grounds, actor: str, *, part: bool, rows: list[Row]) -> Line:
    return Line(actor, capital(grounds.names.actor(actor)), part, _cells(grounds, rows), rows)


def _cells(grounds: Grounds, rows: list[Row]) -> list[list[Row]]:
    """The positions of each era: for before against, the firmer before the weaker."""

    def shade(row: Row) -> tuple[int, int, str]:
        return _ORDER[direction_of_position(row.position)], -size(row.position.strength), row.position.id

    return [sorted((row for row in rows if era.id in row.eras), key=shade) for era in _eras(grounds)]


def _grouped(grounds: Grounds) -> list[tuple[str, list[Formula]]]:
    """The formulas as the case's scales order them, each with the first that has it, then the others by kind."""
    dossier = grounds.dossier
    by_id = {formula.id: formula for formula in dossier.formulas}
    groups: list[tuple[str, list[Formula]]] = []
    placed: set[str] = set()
    for scale in dossier.case.scales:
        groups.append((scale.title, [by_id[id_] for id_ in scale.formulas if id_ in by_id and id_ not in placed]))
        placed.update(scale.formulas)
    rest: dict[str, list[Formula]] = {}
    for formula in dossier.formulas:
        if formula.id not in placed:
            rest.setdefault(formula.kind, []).append(formula)
    return [(title, formulas) for title, formulas in [*groups, *sorted(rest.items())] if formulas]


def _way(grounds: Grounds, formula: Formula, rows: list[Row]) -> Way:
    own = [row for row in rows if row.position.on == formula.id]
    by_era = _cells(grounds, own)
    told = [(_name(era), _told(cell)) for era, cell in zip(_eras(grounds), by_era, strict=True) if cell]
    cells = [_by_actor(cell) for cell in by_era]
    return Way(formula, grounds.cite(formula), grounds.doubtful.get(formula.id, []), cells, told)


def _by_actor(cell: list[Row]) -> list[tuple[str, list[Row]]]:
    groups: dict[str, list[Row]] = {}
    for row in cell:
        groups.setdefault(row.actor, []).append(row)
    return list(groups.items())


def _name(era: Era) -> str:
    return span(era.period) if not era.title else era.title


def _told(cell: list[Row]) -> dict[str, list[Row]]:
    """The positions of an era by what was done: proposed, supported, refused."""
    return {word: [row for row in cell if row.position.verb in verbs] for word, verbs in _VERBS.items()}
