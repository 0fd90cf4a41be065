"""Commands of the dossier: documents, timeline, claims, readings, positions, formulas, actors, check."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hikiwake.cli.filters import filtered
from hikiwake.cli.here import meant
from hikiwake.cli.hindsight import ThenOption, known_by
from hikiwake.cli.libraries import say_not_read
from hikiwake.cli.listing.asked import as_listing
from hikiwake.cli.output import print_json, say

if TYPE_CHECKING:
    from hikiwake.cli.listing.asked import Listing
    from hikiwake.dossier import Dossier
    from hikiwake.dossier.filtering import Filters

CaseArgument = Annotated[
    str,
    typer.Argument(
        metavar="CASE",
        help="A case folder or a built-in case; left out: the current folder, where it is a case.",
        callback=meant,
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print one JSON value and nothing else.")]
LibraryOption = Annotated[Path | None, typer.Option("--library", help="The folder that holds the documents' files.")]
CASE = "japan_russia"
SPARE = ("mentions", "positions", "characters", "kind", "strength", "happened", "publisher", "type", "holder")


def add_commands(app: typer.Typer) -> None:
    """Add the commands of this room to the command line."""
    for entries in (timeline, claims, readings, positions, formulas):
        app.command()(as_listing(filtered(entries)))
    for command in (documents, actors):
        app.command()(as_listing(command))
    app.command()(check)


def documents(case: CaseArgument = CASE, *, listing: Listing, then: ThenOption = "") -> None:
    """List the documents of a case: what they are, by whom, and when they were written."""
    from hikiwake.dossier import load
    from hikiwake.dossier.folder.records import document_record

    rows = [document_record(document) for document in known_by(load(case), then).documents]
    listing.show(rows, ("id", "author", "title", "publisher", "written", "characters"))


def timeline(
    case: CaseArgument = CASE,
    *,
    dyad: Annotated[str, typer.Option(help="Only acts between two actors, as JPN,RUS.")] = "",
    filters: Filters,
    listing: Listing,
    then: ThenOption = "",
) -> None:
    """List the events of a case in order of time, each with the passages that report it."""
    from hikiwake.dossier import load, records

    dossier = filters.of(selected(known_by(load(case), then), dyad, "", "", ""))
    events = sorted(dossier.events, key=lambda event: (event.period.start, event.period.last, event.id))
    columns = ("period", "sources", "targets", "type", "happened", "summary", "mentions", "id")
    listing.show(records(dossier, events), columns, SPARE)


def selected(dossier: Dossier, dyad: str, span: str, issue: str, document_ids: str) -> Dossier:
    """The part of a dossier that the options ask for; a word that the case does not know ends in one clear error."""
    from hikiwake.dossier.filtering import refuse_unknown
    from hikiwake.errors import CaseError

    documents = [id_.strip() for id_ in document_ids.split(",")] if document_ids else []
    for id_ in documents:
        refuse_unknown("--document", id_, dossier.document, "document")
    if issue:
        refuse_unknown("--issue", issue, dossier.known_issues, "issue or formula")
    pair = two_actors(dossier, dyad) if dyad else None
    try:
        return dossier.select(dyad=pair, period=span or None, issue=issue or None, documents=documents or None)
    except ValueError as error:
        raise CaseError(str(error)) from None


def two_actors(dossier: Dossier, dyad: str) -> tuple[str, str]:
    """The two actors that ``--dyad`` names. Raises ``CaseError`` where it does not name two of the case."""
    from hikiwake.dossier.filtering import refuse_unknown
    from hikiwake.errors import CaseError

    pair = [actor.strip() for actor in dyad.split(",")]
    if len(pair) != 2:
        raise CaseError(f"--dyad {dyad!r}: give two actors with a comma between, as JPN,RUS")
    for actor in pair:
        refuse_unknown("--dyad", actor, dossier.actor, "actor")
    sides = dossier.dyad(*pair)
    if not set(sides.first).isdisjoint(sides.second):
        raise CaseError(f"--dyad {dyad!r}: these are one actor, or one and its predecessor; give two sides, as JPN,RUS")
    return pair[0], pair[1]


def span(first: str, last: str) -> str:
    """The period from one date to another, as text; empty where neither is given."""
    return f"{first or '0001'}/{last}" if first or last else ""


def claims(case: CaseArgument = CASE, *, filters: Filters, listing: Listing, then: ThenOption = "") -> None:
    """List the figures and other checkable statements, survey cells included."""
    _list("claims", case, filters, then, listing, ("id", "subject", "comparator", "value", "unit", "as_of", "holder"))


def readings(case: CaseArgument = CASE, *, filters: Filters, listing: Listing, then: ThenOption = "") -> None:
    """List the interpretations; rival readings share a question."""
    _list("readings", case, filters, then, listing, ("id", "question", "side", "answer", "holder"))


def positions(case: CaseArgument = CASE, *, filters: Filters, listing: Listing, then: ThenOption = "") -> None:
    """List what each actor wants, on which issue or formula, and when."""
    _list(
        "positions", case, filters, then, listing, ("id", "actor", "on", "verb", "stance", "strength", "kind", "period")
    )


def formulas(case: CaseArgument = CASE, *, filters: Filters, listing: Listing, then: ThenOption = "") -> None:
    """List the ways to settle, with who proposed, supported or refused each."""
    _list("formulas", case, filters, then, listing, ("id", "title", "kind", "includes", "positions"))


def actors(case: CaseArgument = CASE, *, listing: Listing, then: ThenOption = "") -> None:
    """List the actors with their names, successions and offices."""
    from hikiwake.dossier import load
    from hikiwake.dossier.folder.records import actor_record

    rows = [actor_record(actor) for actor in known_by(load(case), then).actors]
    listing.show(rows, ("id", "kind", "names", "part_of"))


def check(
    case: CaseArgument = CASE,
    library: LibraryOption = None,
    *,
    fix: Annotated[bool, typer.Option("--fix", help="Fill in first what can be derived, and say what was.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Report every fault and warning of a case folder and its models; with a library, verify every passage."""
    from hikiwake.dossier.entering.fixing import fix_case
    from hikiwake.dossier.folder.checking import check_case
    from hikiwake.dossier.folder.faults import Fault
    from hikiwake.modelling.checking import check_conflicts
    from hikiwake.modelling.scenarios import check_scenarios
    from hikiwake.settlement.packages.files.loading import check_packages

    mended = fix_case(case, [library] if library else []) if fix else None
    report = check_case(case, library)
    if mended is not None:
        report.faults = mended.told_once(report.faults)
    if report.dossier is not None and not report.faults:
        conflicts = check_conflicts(report.dossier)
        report.faults += (*conflicts.faults, *(Fault(**each) for each in check_packages(report.dossier)))
        report.faults += () if report.faults else check_scenarios(report.dossier)
        report.warnings += conflicts.warnings
        report.notes += conflicts.notes
        report.counts |= {"statements": conflicts.statements, "grounds": conflicts.grounds}
        report.counts |= {"packages": len(each)} if (each := report.dossier.packages) else {}
    if as_json:
        print_json({**report.as_record(), **({"fixed": mended.as_record()} if mended else {})})
    for line in () if as_json else (*(mended.lines if mended else ()), *report.lines):
        say(line)
    say_not_read(report.unread)
    if report.faults:
        raise typer.Exit(2)


def _list(kind: str, case: str, filters: Filters, then: str, listing: Listing, columns: tuple[str, ...]) -> None:
    from hikiwake.dossier import load, records

    dossier = filters.of(known_by(load(case), then))
    listing.show(records(dossier, getattr(dossier, kind)), columns, SPARE)
