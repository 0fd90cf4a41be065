"""The tables of a case folder: which columns each has, what they mean, and which entry a row is.

The same list serves reading, writing, checking and the data dictionary.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from hikiwake.actors import Actor, Name, Office
from hikiwake.documents import Passage
from hikiwake.dossier.compared import Compared
from hikiwake.dossier.entries import Claim, Doubt, Driver, Event, Formula, Mention, Position, Reading
from hikiwake.dossier.folder.cells import Choice, Codec, Counted, Digest, Number, Several, Text, Whole
from hikiwake.dossier.folder.intervals import Interval
from hikiwake.dossier.memos import Memo
from hikiwake.vocabulary import choices


@dataclass(frozen=True)
class Column:
    """One value of an entry: the field it fills, how it stands in cells, and what it means.

    A table may lack the cells of an ``optional`` column: older cases do. It has those of a ``former`` one only where a
    row of an older case needs them.
    """

    field: str
    codec: Codec
    meaning: str
    optional: bool = False
    former: bool = False

    @property
    def refers(self) -> str:
        """What the ids in the column point to, empty where it holds none."""
        return getattr(self.codec, "refers", "")


@dataclass(frozen=True)
class Table:
    """One file of a case folder: a row is an entry of ``entry``; an ``optional`` one is there only with rows."""

    kind: str
    entry: type[Any]
    meaning: str
    columns: tuple[Column, ...]
    optional: bool = False

    @property
    def file(self) -> str:
        """The file's name."""
        return f"{self.kind}.csv"

    @property
    def headers(self) -> list[str]:
        """The header line."""
        return [header for column in self.columns_for(()) for header in column.codec.headers]

    def columns_for(self, rows: Iterable[Any]) -> tuple[Column, ...]:
        """The columns that some rows need: all but former ones that are empty in every row."""
        former = [column for column in self.columns if column.former]
        needed = {each.field for row in rows for each in former if getattr(row, each.field) is not None}
        return tuple(each for each in self.columns if not each.former or each.field in needed)

    def columns_under(self, headers: Sequence[str]) -> tuple[tuple[Column, tuple[int, ...]], ...]:
        """The columns that a header line has, in any order, each with the numbers of its cells."""
        number = {header: at for at, header in enumerate(headers)}
        return tuple(
            (column, tuple(number[header] for header in column.codec.headers))
            for column in self.columns
            if number.keys() >= {*column.codec.headers}
        )

    @property
    def needed(self) -> list[str]:
        """The headers without which the table cannot be read."""
        return [header for column in self.columns if not column.optional for header in column.codec.headers]


def _text(field: str, meaning: str, *, refers: str = "", required: bool = False) -> Column:
    return Column(field, Text(field, required, refers), meaning)


def _list(field: str, meaning: str, refers: str = "", *, required: bool = False) -> Column:
    return Column(field, Several(field, refers, str, required), meaning)


def _choice(field: str, meaning: str, values: str = "") -> Column:
    return Column(field, Choice(field, choices(values or field)), meaning)


def _common(*own: Column) -> tuple[Column, ...]:
    first = (_text("id", "the entry's id, used once", required=True), _HOLDER)
    return (*first, *own, _list("passages", "the passages that support it", "passages", required=True))


def _optional(column: Column) -> Column:
    return replace(column, optional=True)


_HOLDER = _text("holder", "who says so: a document's author or the person quoted; never empty", required=True)
_AS_OF = Column("as_of", Interval("as_of", required=False), "the time it speaks of; empty for none in particular")
_PERIOD = Column("period", Interval(), "first day, last day (empty while it goes on), precision, basis")


@cache
def tables() -> dict[str, Table]:
    """The tables of a case folder by kind, in the order in which they are read."""
    return {
        table.kind: table
        for table in (_actors(), _passages(), _events(), _mentions(), *_statements(), _compared(), _memos())
    }


def _actors() -> Table:
    columns = (
        _text("id", "ISO 3166 alpha-3 code, SUN, a body's short name, or STATE/part", required=True),
        _choice("kind", "what kind of actor", "actor_kind"),
        _text("part_of", "the actor it is part of", refers="actors"),
        _text("succeeds", "the actor it succeeds", refers="actors"),
        Column("names", Several("names", item=Name.parse), "language:name or language@SIDE:name"),
        Column("offices", Several("offices", item=Office.parse), "title|actor|first day/last day"),
    )
    return Table("actors", Actor, "Who acts, with names, succession and offices.", columns)


def _passages() -> Table:
    columns = (
        _text("id", "the passage's id", required=True),
        _text("document", "the document it stands in", refers="documents", required=True),
        Column("start", Whole("start"), "first character of the stored text, counted from 0"),
        Column("end", Whole("end"), "the character after the last"),
        Column("page", Whole("page", required=False), "page, where there is one"),
        Column("letters", Counted("letters"), "number of letters and digits", optional=True),
        Column("digest", Digest("digest"), "digest of its letters and digits, decimal marks between digits included"),
        Column("words", Whole("words", required=False), "number of words", optional=True, former=True),
    )
    return Table("passages", Passage, "Where in the documents the entries are supported.", columns)


def _events() -> Table:
    columns = (
        _text("id", "the event's id", required=True),
        _PERIOD,
        _list("sources", "who acts", "actors", required=True),
        _list("targets", "towards whom; empty for a domestic act", "actors"),
        _list("persons", "persons who take part", "actors"),
        _choice("type", "PLOVER type; empty where no act between parties is told"),
        _text("mode", "PLOVER mode, where one fits"),
        _list("issues", "what it is about", "issues"),
        _choice("happened", "whether it did"),
        _text("series", "the event it is part of", refers="events"),
        _text("summary", "what was done, in the editor's words", required=True),
    )
    return Table("events", Event, "What happened; the event's own period and type are a decision.", columns)


def _mentions() -> Table:
    columns = (
        _text("id", "the mention's id", required=True),
        _text("event", "the event it reports", refers="events", required=True),
        _text("passage", "the passage that reports it", refers="passages", required=True),
        _HOLDER,
        _PERIOD,
        _list("sources", "who acts, as this passage has it", "actors", required=True),
        _list("targets", "towards whom, as this passage has it", "actors"),
        _choice("type", "PLOVER type, as this passage has it"),
        _choice("happened", "whether it did, as this passage has it"),
        _optional(_text("called", "what this passage calls the act, in its own word, where the word is a choice")),
    )
    return Table("mentions", Mention, "One report of an event in one passage, as that passage has it.", columns)


def _statements() -> tuple[Table, ...]:
    return (_claims(), _readings(), _positions(), _formulas(), _drivers(), _doubts())


def _claims() -> Table:
    columns = _common(
        _text("subject", "what the figure is about", required=True),
        _text("measure", "what is measured; the same word for the same thing", refers="measures", required=True),
        _choice("comparator", "how the value compares; <~ is nearly"),
        _text("value", "a number, or words", required=True),
        _text("unit", "the unit: a rate is `a per b`, a calendar year `year`, what a source calls a thing `name`"),
        _choice("kind", "actual, forecast or planned", "claim_kind"),
        Column("as_of", Interval("as_of"), "the period the figure is true of"),
        _text("table", "the survey table it is a cell of", refers="tables"),
        _text("group", "the group that was asked"),
        _text("answer", "the answer that the cell counts"),
        _text("summary", "the claim in the editor's words", required=True),
        _optional(_text("about", "the event it tells of; of a series it counts the members", refers="events")),
    )
    return Table("claims", Claim, "Checkable statements: figures, ranks, shares, survey cells.", columns)


def _readings() -> Table:
    columns = _common(
        _text("question", "the question that is answered", refers="questions", required=True),
        _text("side", "a short word for the answer; the same answer has the same word", required=True),
        _text("answer", "the answer in the editor's words", required=True),
        _text("about", "the event it tells of, such as a turning point", refers="events"),
        _choice("direction", "what the turning point did to the relation"),
        _optional(_AS_OF),
    )
    return Table("readings", Reading, "Interpretations; rival readings share a question.", columns)


def _positions() -> Table:
    columns = _common(
        _text("actor", "who wants it", refers="actors", required=True),
        _text("on", "the issue or formula it is about", refers="issues or formulas", required=True),
        _choice("verb", "what the actor does about it"),
        _text("stance", "the position in the editor's words", required=True),
        _choice("strength", "how firmly"),
        _choice("kind", "what kind of evidence it is", "position_kind"),
        _PERIOD,
    )
    return Table("positions", Position, "What an actor wants, on an issue or a formula, in a period.", columns)


def _formulas() -> Table:
    columns = _common(
        _text("title", "what it is called", required=True),
        _choice("kind", "what kind of formula", "formula_kind"),
        _text("includes", "what it consists of, in the editor's words", required=True),
        _text("share", "percent of the land to the claimant, only where a passage gives it"),
        _optional(_list("rules_out", "types of act that whoever follows it does not do", refers="types")),
        _optional(
            _list("passes", "places that pass to the claimant, only where a passage names them", refers="places")
        ),
    )
    return Table("formulas", Formula, "Ways to settle, and steps towards one.", columns)


def _drivers() -> Table:
    columns = _common(
        _text("cause", "the variable that acts", refers="variables", required=True),
        _text("effect", "the variable it acts on", refers="variables", required=True),
        _choice("sign", "+ more makes more, - more makes less, 0 no effect"),
        _text("mechanism", "the family of arguments", refers="mechanisms"),
        _text("summary", "the argument in the editor's words", required=True),
        _optional(_text("about", "the event that is the cause, where it is one", refers="events")),
        _optional(_choice("kind", "empty for what is or was; expected; or only meant to come of it", "driver_kind")),
    )
    return Table("drivers", Driver, "Argued causes and effects; rival signs are kept.", columns)


def _doubts() -> Table:
    columns = _common(
        _text("entry", "the entry that is in doubt", refers="entries", required=True),
        _choice(
            "kind",
            "in error, contradicted, in tension with another passage, a word that takes a side, or only uncertain",
            "doubt_kind",
        ),
        _optional(_text("statement", "what is doubted, where the entry's own words are not it")),
        _text("reason", "why", required=True),
        _optional(_list("against", "the passages that contradict it; empty for general knowledge", "passages")),
    )
    return Table("doubts", Doubt, "Editor's notes on entries that are in error or doubtful.", columns)


def _compared() -> Table:
    columns = (
        _text("id", "the value's id, used once", required=True),
        _text("comparison", "the series it is of", refers="comparisons", required=True),
        _PERIOD,
        Column("value", Number("value"), "the value, in the unit of the series"),
        Column("count", Whole("count", required=False), "how much stands behind it; empty where that is not counted"),
    )
    meaning = "Values of the comparison series in case.toml: facts of published data sets, beside the record."
    return Table("compared", Compared, meaning, columns, optional=True)


def _memos() -> Table:
    columns = (
        _text("id", "the memo's id, used once", required=True),
        _text("entry", "the entry it is a note on", refers="entries", required=True),
        _text("author", "who wrote it", required=True),
        _text("at", "when, in universal time", required=True),
        _text("text", "the note", required=True),
    )
    return Table(
        "memos", Memo, "Free notes of those who work on the case; no analysis reads them.", columns, optional=True
    )
