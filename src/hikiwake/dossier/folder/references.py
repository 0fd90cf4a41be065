"""Ids that point to nothing, ids used twice, passages outside their document: faults between rows."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from itertools import chain

from hikiwake.dossier.compared import Compared
from hikiwake.dossier.dossier import KINDS
from hikiwake.dossier.entries import Event
from hikiwake.dossier.folder.analyses.file import unknown_in
from hikiwake.dossier.folder.examination import Examination
from hikiwake.dossier.folder.faults import Fault
from hikiwake.dossier.folder.known.indicated import indicated
from hikiwake.dossier.folder.known.rows import pointed, summary
from hikiwake.dossier.folder.tables import Column, tables
from hikiwake.vocabulary import event_types
from hikiwake.wording.terminal.near import did_you_mean

FILLS = "`hikiwake check CASE --fix --library FOLDER` fills it in"
MOST_MEANT = 20  # cells for which it is looked for
_OWN = ("actors", "passages")  # tables whose ids are apart from those of entries
_LISTS = ("issues", "places", "questions", "variables", "mechanisms", "measures", "tables", "comparisons")


def dangling(reading: Examination) -> list[Fault]:
    """Every fault that shows only when rows are seen together."""
    known = _known(reading)
    return [
        *_twice(reading),
        *_unknown(reading, known),
        *_frame(reading, known),
        *indicated(reading.case.variables, known),
        *_passages(reading),
        *_unreported(reading),
        *_overlapping(reading),
        *_weighed(reading, known),
    ]


def _known(reading: Examination) -> dict[str, Container[str]]:
    """The ids that each word of ``refers`` may point to; any id where not all of them are known."""
    case = reading.case
    known = {name: {term.id for term in getattr(case, name)} for name in _LISTS}
    known |= {kind: {*summary(kind, rows).ids} for kind, rows in reading.rows.items()}
    known["documents"] = {document.id for document in reading.documents}
    known["types"] = {*event_types()}
    for kind in known:
        known[kind] |= reading.left_out.get(kind, set())
    gathered = {"issues or formulas": ("issues", "formulas"), "entries": (*KINDS, "mentions")}
    known |= {word: set().union(*(known[kind] for kind in kinds)) for word, kinds in gathered.items()}
    unread = reading.unread | {word for word, kinds in gathered.items() if not reading.unread.isdisjoint(kinds)}
    return {word: _Anything() if word in unread else ids for word, ids in known.items()}


class _Anything:
    """Every id."""

    def __contains__(self, id_: object) -> bool:
        return True


def _twice(reading: Examination) -> Iterator[Fault]:
    """Ids used twice: among documents, actors and passages each, and among all entries together."""
    if _each_once(reading):
        return
    seen: dict[tuple[str, str], str] = {}
    for file, line, space, id_ in _ids(reading):
        if (space, id_) in seen:
            yield Fault(file, line, "id", id_, f"an id used once; {seen[space, id_]} has it already")
        seen.setdefault((space, id_), f"{file}:{line}" if line else file)


def _each_once(reading: Examination) -> bool:
    """Whether every id is used once, told by how many different ones there are."""
    listed = [reading.documents, *(getattr(reading.case, name) for name in (*_LISTS, "eras", "scales"))]
    told = {kind: summary(kind, rows) for kind, rows in reading.rows.items()}
    entries = [each for kind, each in told.items() if kind not in _OWN]
    return (
        all(len({row.id for row in rows}) == len(rows) for rows in listed)
        and all(len(each.ids) == each.count for each in told.values())
        and len(frozenset().union(*(each.ids for each in entries))) == sum(each.count for each in entries)
    )


def _ids(reading: Examination) -> Iterator[tuple[str, int, str, str]]:
    """Every id with its file, its line and the space in which it must be the only one."""
    for document in reading.documents:
        yield "documents.toml", 0, "documents", document.id
    for name in (*_LISTS, "eras", "scales"):
        for term in getattr(reading.case, name):
            yield "case.toml", 0, name, term.id
    for kind, rows in reading.rows.items():
        space = kind if kind in _OWN else "entries"
        for line, row in rows:
            yield f"{kind}.csv", line, space, row.id


def _unknown(reading: Examination, known: Mapping[str, Container[str]]) -> Iterator[Fault]:
    """Cells that point to something the case does not have; of the first ones with what was likely meant."""
    told = 0
    for table in tables().values():
        said = summary(table.kind, reading.rows[table.kind])
        for column in (column for column in table.columns if column.refers):
            if _all_known(said.pointed[column.field, column.refers], known[column.refers]):
                continue
            for line, row in reading.rows[table.kind]:
                for id_ in pointed(row, column):
                    if id_ not in known[column.refers]:
                        told += 1
                        likely = _meant(reading, id_, column, known) if told <= MOST_MEANT else ""
                        expected = f"one of the case's {column.refers}{likely}"
                        yield Fault(table.file, line, column.codec.headers[0], id_, expected)


def _all_known(ids: frozenset[str], known: Container[str]) -> bool:
    return ids <= known if isinstance(known, set) else all(id_ in known for id_ in ids)


def _meant(reading: Examination, id_: str, column: Column, known: Mapping[str, Container[str]]) -> str:
    """What was likely meant by an id that is none: the actor of that name, else the nearest id."""
    if column.refers == "actors":
        called = (actor.id for _, actor in reading.rows["actors"] if id_ in (name.text for name in actor.names))
        if actor := next(called, ""):
            return f"; did you mean {actor!r}?"
    ids = known[column.refers]
    return did_you_mean(id_, sorted(ids)) if isinstance(ids, set) else ""


def _frame(reading: Examination, known: Mapping[str, Container[str]]) -> Iterator[Fault]:
    """Ids in ``case.toml`` that point to nothing."""
    for key in ("dyad", "parties"):
        for actor in filter(None, getattr(reading.case, key)):
            if actor not in known["actors"]:
                yield Fault("case.toml", 0, key, actor, "one of the case's actors")
    for scale in reading.case.scales:
        if scale.actor not in known["actors"]:
            yield Fault("case.toml", 0, f"scales.{scale.id}.actor", scale.actor, "one of the case's actors")
        if scale.against and (scale.against not in known["actors"] or scale.against == scale.actor):
            yield Fault("case.toml", 0, f"scales.{scale.id}.against", scale.against, "another of the case's actors")
        for formula in (*scale.formulas, *chain.from_iterable(scale.open), *scale.refusals):
            if formula not in known["formulas"]:
                yield Fault("case.toml", 0, f"scales.{scale.id}.order", formula, "one of the case's formulas")
    for line, actor in reading.rows["actors"]:
        for office in actor.offices:
            if office.of not in known["actors"]:
                yield Fault("actors.csv", line, "offices", office.of, "one of the case's actors")


def _passages(reading: Examination) -> Iterator[Fault]:
    """Passages that are empty or end outside their document."""
    lengths = {document.id: document.characters for document in reading.documents}
    for line, passage in reading.rows["passages"]:
        if passage.end <= passage.start:
            yield Fault("passages.csv", line, "end", str(passage.end), f"more than the start, {passage.start}")
        elif not passage.letters and passage.words is None:
            yield Fault("passages.csv", line, "letters", "", f"the number of letters and digits; {FILLS}")
        elif passage.end > lengths.get(passage.document, passage.end):
            most = lengths[passage.document]
            yield Fault("passages.csv", line, "end", str(passage.end), f"at most {most}, the document's length")


def _unreported(reading: Examination) -> Iterator[Fault]:
    """Events that no passage reports, where every mention could be read, and events that are part of themselves."""
    reported = {mention.event for _, mention in reading.rows["mentions"]}
    whole = "mentions" not in reading.unread and not reading.left_out.get("mentions")
    for line, event in reading.rows["events"]:
        if whole and event.id not in reported:
            yield Fault("events.csv", line, "id", event.id, "an event that a row of mentions.csv reports")
        if isinstance(event, Event) and event.series == event.id:
            yield Fault("events.csv", line, "series", event.series, "another event")


def _overlapping(reading: Examination) -> Iterator[Fault]:
    """Values of one comparison series for days that another value of it has already."""
    last: dict[str, tuple[int, Compared]] = {}
    for line, value in sorted(reading.rows["compared"], key=lambda row: (row[1].comparison, row[1].period.start)):
        earlier = last.get(value.comparison)
        if earlier is not None and earlier[1].period.overlaps(value.period):
            expected = f"days that no other value of the series has; {earlier[1].id} (line {earlier[0]}) has some"
            yield Fault("compared.csv", line, "start", value.period.start.isoformat(), expected)
        last[value.comparison] = line, value


def _weighed(reading: Examination, known: Mapping[str, Container[str]]) -> Iterator[Fault]:
    """What competing hypotheses point to and the case does not have."""
    if reading.weighed is None:
        return
    sides: dict[str, Container[str]] = {}
    whole = "readings" not in reading.unread and not reading.left_out.get("readings")
    for question in {each.question for each in reading.analyses}:
        told = {row.side for _, row in reading.rows["readings"] if row.question == question}
        sides[question] = told if whole else _Anything()
    yield from unknown_in(reading.weighed, reading.analyses, known["entries"], known["questions"], sides)
