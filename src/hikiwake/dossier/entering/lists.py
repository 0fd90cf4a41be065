"""The lists of ``case.toml`` as tables: which columns each has, so that their rows are edited like any others."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from hikiwake.actors import Name
from hikiwake.dossier.case import Era, Place, Question, Scale, Term, Variable
from hikiwake.dossier.folder.cells import Choice, MisfitError, Several, Text, one_of
from hikiwake.dossier.folder.intervals import Interval
from hikiwake.dossier.folder.tables import Column, Table, tables
from hikiwake.vocabulary import choices, event_types
from hikiwake.vocabulary.indicators import CLASSES

TERMS = ("issues", "variables", "mechanisms", "measures", "tables")


@dataclass(frozen=True)
class Flag:
    """Yes or no."""

    name: str
    values: tuple[str, ...] = ("False", "True")

    @property
    def headers(self) -> tuple[str, ...]:
        """The one column."""
        return (self.name,)

    def parse(self, cells: list[str]) -> bool:
        """Whether it is so; not, where nothing is said."""
        if cells[0] not in ("", *self.values):
            raise MisfitError(0, cells[0], " or ".join(self.values))
        return cells[0] == "True"

    def cells(self, value: object) -> list[str]:
        """One of the two words."""
        return [str(value)]


@dataclass(frozen=True)
class Groups:
    """Groups of ids, parted by semicolons; those of one group are parted by commas."""

    name: str
    refers: str
    required: bool = False

    @property
    def headers(self) -> tuple[str, ...]:
        """The one column."""
        return (self.name,)

    def parse(self, cells: list[str]) -> tuple[tuple[str, ...], ...]:
        """The groups in order."""
        said = [group for group in cells[0].split(";") if group.strip()]
        groups = tuple(tuple(each.strip() for each in group.split(",")) for group in said)
        if self.required and not groups:
            raise MisfitError(0, cells[0], "formulas, the best first, with a semicolon between")
        if not all(all(group) for group in groups):
            raise MisfitError(0, cells[0], "an id before and after each comma")
        return groups

    def cells(self, value: object) -> list[str]:
        """The groups in one cell."""
        return ["; ".join(", ".join(group) for group in value)]  # type: ignore[attr-defined]


@dataclass(frozen=True)
class Degrees:
    """A longitude or latitude, up to so many degrees on either side of 0."""

    name: str
    most: int

    @property
    def headers(self) -> tuple[str, ...]:
        """The one column."""
        return (self.name,)

    def parse(self, cells: list[str]) -> float:
        """The number."""
        try:
            number = float(cells[0])
        except ValueError:
            number = self.most + 1.0
        if not -self.most <= number <= self.most:
            raise MisfitError(0, cells[0], f"degrees from -{self.most} to {self.most}")
        return number

    def cells(self, value: object) -> list[str]:
        """The number as it is read again."""
        return [repr(value)]


@cache
def lists() -> dict[str, Table]:
    """The lists of a case's frame by their key, as tables.

    >>> lists()["eras"].headers
    ['id', 'title', 'start', 'end', 'precision', 'basis']
    """
    terms = {kind: Table(kind, Term, f"The {kind} that entries name.", (_ID, _TITLE)) for kind in TERMS}
    return terms | {table.kind: table for table in (_variables(), _questions(), _eras(), _scales(), _places())}


@cache
def editable() -> dict[str, Table]:
    """Every table of a case: those of its folder, and the lists of its frame."""
    return tables() | lists()


_ID = Column("id", Text("id", required=True), "the id by which others name it")
_TITLE = Column("title", Text("title", required=True), "what it is called")


def _variables() -> Table:
    columns = (
        _ID,
        _TITLE,
        Column("acts", Several("acts", item=_type), "by which types of act it is told; cooperation and conflict: all"),
        Column("less", Several("less", item=_type), "types of act that tell less of it"),
        Column("by", Several("by", "actors"), "whose acts"),
        Column("towards", Several("towards", "actors"), "towards whom"),
        Column("between", Several("between", "actors"), "two, either of whom acts towards the other"),
        Column("together", Several("together", "actors"), "two who do it together"),
        Column("issues", Several("issues", "issues"), "what the acts are about: one of these"),
        Column("words", Several("words"), "what the summary of such an act says: one of these"),
        Column("note", Text("note"), "why these acts tell it, or why none does"),
    )
    return Table("variables", Variable, "The variables that drivers join, and by which acts they are told.", columns)


def _type(word: str) -> str:
    """A type of act, or a word for several."""
    types = (*event_types(), *CLASSES)
    if word not in types:
        raise ValueError(one_of(word, types))
    return word


def _questions() -> Table:
    columns = (
        _ID,
        Column("wording", Text("wording", required=True), "the question in words"),
        Column("kind", Choice("kind", choices("question_kind")), "rival answers, an author's own, or a turning point"),
        Column("open", Flag("open"), "whether several answers may be right"),
    )
    return Table("questions", Question, "Questions that readings answer.", columns)


def _eras() -> Table:
    columns = (_ID, _TITLE, Column("period", Interval(), "first and last day; open while it goes on"))
    return Table("eras", Era, "Stretches of the dispute within which positions are compared.", columns)


def _scales() -> Table:
    columns = (
        _ID,
        _TITLE,
        Column("actor", Text("actor", required=True, refers="actors"), "the actor that ranks the formulas"),
        Column(
            "order", Groups("order", "formulas", required=True), "formulas, the best for it first; commas: not ranked"
        ),
        Column("open", Groups("open", "formulas"), "a formula whose content is open, then those it may be read as"),
        Column("refusals", Several("refusals", "formulas"), "formulas that mean that an actor refuses to talk"),
        Column("against", Text("against", refers="actors"), "who ranks them the other way round; else the other side"),
    )
    return Table("scales", Scale, "Formulas ordered as an actor ranks them from its own side.", columns)


def _places() -> Table:
    columns = (
        _ID,
        Column("names", Several("names", item=Name.parse), "language:name or language@SIDE:name"),
        Column("longitude", Degrees("longitude", 180), "where its label stands, in degrees east"),
        Column("latitude", Degrees("latitude", 90), "the same, in degrees north"),
        Column("kind", Text("kind", required=True), "what it is, as island"),
        Column("disputed", Flag("disputed"), "whether it is in dispute"),
        Column("held_by", Text("held_by", refers="actors"), "who holds it"),
        Column("claimed_by", Several("claimed_by", "actors"), "who claims it"),
        Column("note", Text("note"), "a remark"),
    )
    return Table("places", Place, "Places with their names by side and language.", columns)
