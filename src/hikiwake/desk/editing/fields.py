"""The form of a row: one field for each column of its table, with the values that it may have and what was typed.

A period is one field, filled in as everywhere (2013, 2013-06, 2013-06-04, 2012/2018, 2022-02/), with how exactly it is
known and from what beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from hikiwake.dossier import Dossier
from hikiwake.dossier.entering.differences import rows_in
from hikiwake.dossier.entering.lists import editable
from hikiwake.dossier.folder.cells import Several
from hikiwake.dossier.folder.intervals import Interval
from hikiwake.dossier.folder.tables import Column, Table
from hikiwake.dossier.saying import called
from hikiwake.periods import Period
from hikiwake.vocabulary import choices, event_types
from hikiwake.vocabulary.actors import actor_rows
from hikiwake.wording.desk.editing import PERIOD, PERIOD_HINTS, hinted, labelled, valued
from hikiwake.workbench.by_hand import ENTRIES

LONG = ("summary", "answer", "stance", "includes", "reason", "statement", "wording", "note")  # several lines
MADE = frozenset({"events", *ENTRIES}) - {"formulas"}  # kinds of which nobody gives the id
MOST_KNOWN = 400  # ids that a field offers
GATHERED = {"issues or formulas": ("issues", "formulas"), "entries": ("events", *ENTRIES)}


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form."""

    name: str
    """The name under which it is sent."""
    label: str
    """What it is called."""
    value: str
    """What stands in it."""
    hint: str
    """What goes into it."""
    options: tuple[tuple[str, str], ...] = ()
    """The values that it may have, each with what it is called; none where it is filled in freely."""
    known: tuple[tuple[str, str], ...] = ()
    """Ids that it may name, each with what it is called."""
    long: bool = False
    """Whether it takes several lines."""
    fault: str = ""
    """Why what stands in it was not taken."""
    now: str | None = None
    """What stands in the case meanwhile, where that is something else."""
    took: str | None = None
    """What it said before, where what the case has meanwhile was taken over."""


def fields_of(
    dossier: Dossier,
    kind: str,
    said: Mapping[str, str],
    faults: Mapping[str, str],
    *,
    new: bool,
    now: Mapping[str, str],
    took: Mapping[str, str],
) -> list[Field]:
    """The fields of a row of a kind; ``now`` is how it stands in the case where somebody else has changed it.

    ``took`` is what those fields said before that are filled in as somebody else has changed them.
    """
    table = editable()[kind]
    made = not new or kind in MADE
    columns = [column for column in table.columns if not (column.field == "id" and made) and not column.former]
    found = [field for column in columns for field in _fields(dossier, column, said)]
    if kind == "events" and new:
        hint = "who reports it: the document's author, or the person quoted"
        found.append(Field("holder", labelled("holder"), "", hint, known=_holders(dossier)))
    return [
        replace(
            each,
            value=(value := said.get(each.name, "")),
            fault=faults.get(each.name, ""),
            now=None if now.get(each.name, value) == value else now[each.name],
            took=took.get(each.name),
        )
        for each in found
    ]


def _fields(dossier: Dossier, column: Column, said: Mapping[str, str]) -> Iterator[Field]:
    """The field of a column; of a period three."""
    if isinstance(column.codec, Interval):
        yield Field("start", PERIOD if column.field == "period" else labelled(column.field), "", PERIOD_HINTS["start"])
        for name in ("precision", "basis"):
            yield Field(name, labelled(name), "", PERIOD_HINTS[name], valued(name, _choices(name)))
        return
    name = column.codec.headers[0]
    if values := getattr(column.codec, "values", ()):
        titles = {each.id: each.title for each in event_types().values()}
        yield Field(name, labelled(name), "", column.meaning, valued(name, values, titles))
        return
    known = _known(dossier, column.refers) or (_holders(dossier) if name == "holder" else ())
    if name == "mode" and (act := event_types().get(said.get("type", ""))):
        known = tuple((mode, "") for mode in act.modes if mode)
    hint = hinted(
        column.meaning, [id_ for id_, _ in known], several=isinstance(column.codec, Several), needed=needed(column)
    )
    yield Field(name, labelled(name), "", hint, known=known[:MOST_KNOWN], long=name in LONG)


def needed(column: Column) -> bool:
    """Whether a column is never empty."""
    return bool(getattr(column.codec, "required", False))


def fields_proposed(dossier: Dossier, kind: str, values: Mapping[str, str]) -> list[Field]:
    """The fields of a proposal that becomes a row of a table, as those of the row; one that no column has is bare."""
    table = editable()[kind]
    own = {
        each.name: each for column in table.columns if column.field != "id" for each in _fields(dossier, column, values)
    }
    own["period"] = replace(own["start"], name="period") if "start" in own else Field("period", "", "", "")
    found = [replace(own.get(name, Field(name, "", "", "")), label=labelled(name)) for name in values]
    return [replace(each, value=values[each.name]) for each in found]


def _choices(name: str) -> tuple[str, ...]:
    return ("", *choices(name)) if name == "precision" else choices(name)


def _holders(dossier: Dossier) -> tuple[tuple[str, str], ...]:
    """The authors of the documents, and who else is a holder."""
    authors = [each.author for each in dossier.documents]
    others = sorted({each.holder for each in dossier.by_id.values() if "; " not in each.holder})
    return tuple((name, "") for name in dict.fromkeys((*authors, *others)) if name)


def _known(dossier: Dossier, refers: str) -> tuple[tuple[str, str], ...]:
    """The ids that something may point to, each with what it is called."""
    if refers == "types":
        return tuple((each.id, each.title) for each in event_types().values())
    if refers == "documents":
        return tuple((each.id, each.title) for each in dossier.documents)
    if refers == "passages":
        return ()
    kinds = GATHERED.get(refers, (refers,)) if refers else ()
    own = [(row.id, called(row)) for kind in kinds for row in rows_in(dossier, kind)]
    if refers == "actors":
        own += [(row.id, row.names[0]) for row in actor_rows() if row.names and row.id not in dossier.actor]
    return tuple(own)


def as_filled(table: Table, cells: tuple[str, ...]) -> dict[str, str]:
    """The cells of a row by column, as they stand in its form."""
    said: dict[str, str] = {}
    first = 0
    for column in table.columns:
        last = first + len(column.codec.headers)
        own = cells[first:last]
        if isinstance(column.codec, Interval) and own[0]:
            period = column.codec.parse([*own])
            own = period_filled(period) if period else own
        said |= dict(zip(column.codec.headers, own, strict=True))
        first = last
    return {name: value for name, value in said.items() if name != "end" or value}


def period_filled(period: Period) -> tuple[str, str, str, str]:
    """A period as it is filled in: its days in short, no second cell, and a precision where they do not show it."""
    first, last = period.start.isoformat(), period.end.isoformat() if period.end else ""
    short = {"day": first, "month": first[:7], "year": first[:4]}.get(period.precision, f"{first}/{last}")
    shown = Period.parse(short).precision
    return short, "", "" if shown == period.precision else period.precision, period.basis


def told_in(table: Table, form: Mapping[str, str]) -> dict[str, str]:
    """The cells that a form fills in, by column."""
    names: Iterable[str] = (header for column in table.columns for header in column.codec.headers)
    timeless = not form.get("start", "").strip() and any(_may_lack(column.codec) for column in table.columns)
    without = ("end", "precision", "basis") if timeless else ("end",)
    return {name: "" if name in without else form.get(name, "") for name in (*names, "holder") if name != "end"}


def _may_lack(codec: object) -> bool:
    """Whether it is a period that may be left empty: how exactly it is known, and from what, says nothing then."""
    return isinstance(codec, Interval) and not codec.required
