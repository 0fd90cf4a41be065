"""Commands that read documents: read (files into a case), explain (why, why not), score (against a person)."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from hikiwake.cli.here import case_and
from hikiwake.cli.listing.asked import as_listing
from hikiwake.cli.output import print_json, say, shown
from hikiwake.cli.progress import Bar
from hikiwake.cli.workbench.decisions import JsonOption, refuse_unknown

if TYPE_CHECKING:
    from hikiwake.cli.listing.asked import Listing
    from hikiwake.coding.intake import Intake, Model
    from hikiwake.dossier.folder.starting import Beginning

Coder = Annotated[str, typer.Option(help="Who proposes: rules, or llm (see the manual).")]
Where = Annotated[str, typer.Option(help="here, ray or slurm.")]
Workers = Annotated[int, typer.Option(min=0, help="How many processes; 0 for one for each core.")]
Setting = Annotated[str, typer.Option(help="recall: more proposals, for a review; precision: fewer and surer ones.")]


def add_commands(app: typer.Typer) -> None:
    """Add the commands of this module to the command line."""
    app.command()(read)
    app.command()(explain)
    app.command()(as_listing(score))


def read(
    paths: Annotated[list[Path], typer.Argument(metavar="PATHS...", help="Files, folders and zip archives.")],
    case: Annotated[Path, typer.Option("--into", metavar="CASE", help="The folder of the case, new or old.")],
    *,
    setting: Setting = "recall",
    coder: Coder = "rules",
    where: Where = "here",
    workers: Workers = 0,
    title: Annotated[str, typer.Option(help="What a new case is called.")] = "",
    sides: Annotated[str, typer.Option(help="The two sides of a new case, as NOR:Norland,SUD:Suderland.")] = "",
    most_tokens: Annotated[int, typer.Option(min=0, help="Where a language model is stopped.")] = 2_000_000,
    yes: Annotated[bool, typer.Option("--yes", help="Ask the language model without a question back.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Read documents into a case, new or old, and keep what they support as proposals to be reviewed.

    Reading the same files again changes nothing; of a changed file, passages are found again where they stand now.
    """
    from hikiwake.coding.intake import read_into
    from hikiwake.parallel import PLACES

    refuse_unknown("--setting", setting, ("recall", "precision"))
    refuse_unknown("--where", where, PLACES)
    more: dict[str, Any] = {"setting": setting, "coder": coder, "where": where, "workers": workers}
    more |= {"model": _model(most_tokens, yes=yes) if coder == "llm" else None, "begun": _begun(title, sides)}
    with Bar("reading") as progress:
        done = read_into(paths, case, told=progress.told, **more)
    _say(done, as_json=as_json)


def _begun(title: str, sides: str) -> Beginning:
    """What is said of a new case."""
    from hikiwake.dossier.folder.starting import Beginning, known_otherwise, two_sides

    plain = Beginning()
    named = two_sides([side.strip() for side in sides.split(",")]) if sides.strip() else plain.sides
    for sentence in known_otherwise(named):
        say(sentence, err=True)
    return Beginning(title.strip() or plain.title, sides=named)


def _say(done: Intake, *, as_json: bool) -> None:
    """What was read and proposed, and on standard error what was not read."""
    from dataclasses import asdict

    from hikiwake.wording.entering.intake import taken_in

    for fault in done.not_read:
        say(f"not read: {shown(fault)}", err=True)
    for note in done.notes:
        say(f"note: {shown(note)}", err=True)
    if as_json:
        print_json(asdict(done))
    for line in () if as_json else taken_in(**asdict(done)):
        say(line)


def _model(most: int, *, yes: bool) -> Model:
    """The language model that the environment names, with a question back before it is asked."""
    from hikiwake.coding.intake import Model
    from hikiwake.coding.llm import Estimate, endpoint
    from hikiwake.wording.entering.intake import estimated

    def agreed(expected: Estimate) -> bool:
        say(estimated(expected.questions, expected.answered, expected.asked + expected.told, expected.cost), err=True)
        if yes or expected.questions == expected.answered:
            return True
        if not sys.stdin.isatty():
            say("not asked: say --yes", err=True)
            return False
        say("go on? (y/n) ", err=True, nl=False)
        return sys.stdin.readline().strip().lower().startswith("y")

    return Model(endpoint(), most, agreed)


def explain(
    words: Annotated[list[str], typer.Argument(metavar="[CASE] DOCUMENT:START-END", help="Characters of a text.")],
    *,
    setting: Setting = "recall",
    as_json: JsonOption = False,
) -> None:
    """Say why something is proposed at a place of a document, and of every other sentence there why nothing is."""
    from hikiwake.coding import explain as explained
    from hikiwake.coding.intake.sides import sides_said
    from hikiwake.dossier import load
    from hikiwake.workbench import Workbench
    from hikiwake.workbench.reviewing.telling import what_of

    refuse_unknown("--setting", setting, ("recall", "precision"))
    case, (place,) = case_and(words, "a place in a document", count=1)
    document, start, end = _place(place)
    with Workbench(case) as workbench:
        text = {each.id: each.text for each in workbench.texts}.get(document)
    if text is None or start > len(text):
        _refuse_place(place, "" if text is None else f"up to {len(text)}, the length of the text")
    dossier = load(case)
    entry = dossier.document.get(document)
    place_ = (entry.written if entry else None, start, min(end, len(text or "")))
    told = explained(document, text or "", *place_, setting, dossier.actors, sides_said(dossier))
    if as_json:
        reasons = [
            {"start": each.start, "end": each.end, "trigger": each.trigger, "why": each.why} for each in told.reasons
        ]
        print_json({"proposals": [each.as_row() for each in told.proposals], "reasons": reasons})
        return
    for each in told.proposals:
        say(f"proposed: {each.kind} {what_of(each)}: {'; '.join(f'{name} {value}' for name, value in each.why)}")
    for reason in told.reasons:
        said = " ".join((text or "")[reason.start : reason.end].split())
        say(f"not proposed: {reason.trigger or 'a sentence'} {reason.why}: {said[:160]}")
    if not told.proposals and not told.reasons:
        say("no sentence stands there")


def _place(place: str) -> tuple[str, int, int]:
    """Document, start and end. Raises ``CaseError``."""
    document, colon, span = place.rpartition(":")
    start, dash, end = span.partition("-")
    if not (colon and dash and start.isdecimal() and end.isdecimal() and len(span) < 20) or int(start) >= int(end):
        _refuse_place(place, "")
    return document, int(start), int(end)


def _refuse_place(place: str, expected: str) -> None:
    from hikiwake.errors import CaseError

    raise CaseError(
        f"{place!r}: expected DOCUMENT:START-END, characters of a document that was read {expected}".rstrip()
    )


def score(
    words: Annotated[list[str], typer.Argument(metavar="[CASE] GOLD", help="A case, a folder, or NAME.csv.")],
    *,
    listing: Listing,
) -> None:
    """Hold what was proposed against what persons found in the same documents."""
    from hikiwake.coding import score as scored
    from hikiwake.coding.judging.held_against import KINDS, gold_of
    from hikiwake.dossier import load
    from hikiwake.workbench import Workbench

    case, (gold,) = case_and(words, "what to hold it against", count=1)
    with Workbench(case) as workbench:
        proposals = [each.proposal for each in workbench.proposals() if each.status != "stale"]
        coded = gold_of(gold, load(case).documents, {text.id: text.text for text in workbench.texts})
    kinds = [kind for kind in KINDS if any(each.kind == kind for each in coded)]
    rows = [{"kind": kind, **row} for kind in kinds for row in scored(proposals, coded, kind).as_rows()]
    if listing.is_table:
        rows = [{**row, "share": "" if row["share"] is None else f"{row['share']:.2f}"} for row in rows]
    listing.show(rows, ("kind", "what", "share", "right", "of"))
