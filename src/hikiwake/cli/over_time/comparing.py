"""The command compare: series beside a relation, from published files, kept in the case, or of other dyads."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hikiwake.cli.dossier import CASE, CaseArgument
from hikiwake.cli.hindsight import ThenOption, known_by
from hikiwake.cli.listing.asked import as_listing
from hikiwake.cli.output import say, say_prose
from hikiwake.cli.over_time.events import Step
from hikiwake.cli.over_time.relation import Measure
from hikiwake.cli.waiting import waiting

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hikiwake.cli.listing.asked import Listing
    from hikiwake.relation.comparing import Comparisons

MOST_ROWS = 40
COLUMNS = ("series", "start", "end", "value", "count")
USUAL = (Step.YEAR, Measure.MEAN)  # what is not said where a command is written down
HEAD = ("series", "of", "lag", "correlation", "between", "pairs")


def add_commands(app: typer.Typer) -> None:
    """Add the command of this module to the command line."""
    app.command()(as_listing(compare))


def compare(
    case: CaseArgument = CASE,
    *,
    files: Annotated[
        list[Path] | None,
        typer.Option("--with", metavar="FILE", help="A published file, .csv or .csv.gz; several, one --with each."),
    ] = None,
    kind: Annotated[str, typer.Option(help="What the files are, where their columns do not say.")] = "",
    dyad: Annotated[str, typer.Option(help="Two actors, as JPN,RUS; the case's dyad where nothing is given.")] = "",
    others: Annotated[list[str] | None, typer.Option("--other", metavar="AAA,BBB", help="Another dyad.")] = None,
    events: Annotated[Path | None, typer.Option(metavar="DIR", help="Imported event data to measure dyads in.")] = None,
    by: Annotated[Step, typer.Option(help="The length of a period.")] = Step.YEAR,
    scale: Annotated[str, typer.Option(help="The scale of the relation.")] = "plover",
    measure: Annotated[Measure, typer.Option(help="The measure of the relation.")] = Measure.MEAN,
    lags: Annotated[int, typer.Option(min=0, max=50, help="To how many periods' lag correlations go.")] = 3,
    resamples: Annotated[int, typer.Option(min=0, help="How often all is drawn again.")] = 200,
    seed: Annotated[int, typer.Option(min=0, help="The seed of the drawing.")] = 0,
    keep: Annotated[
        bool, typer.Option("--keep", help="Keep the series of the files, or of --events, in the case.")
    ] = False,
    then: ThenOption = "",
    listing: Listing,
) -> None:
    """Put comparison series beside the relation: votes, disputes, alliances, tables, other dyads; never merged."""
    from hikiwake.dossier import load
    from hikiwake.relation.comparing import compare as compared

    _refuse_keeping(keep, bool(files or events), bool(others), then)
    waiting.tell("reading files" if files else "measuring")
    found = compared(
        known_by(load(case), then), files or (), _two(dyad, "--dyad") if dyad else None, events=events, kind=kind,
        others=[_two(each, "--other") for each in others or ()], by=by, scale=scale, measure=measure, lags=lags,
        resamples=resamples, seed=seed,
    )  # fmt: skip
    if keep:
        asked = (("--kind", kind), ("--dyad", dyad), *(("--other", each) for each in others or ()), ("--by", by))
        _keep(case, found, files or (), events, (*asked, ("--measure", measure if events else "")))
    if listing.written(found.values(), COLUMNS, found.as_record):
        return
    say_prose(found.sentences)
    listing.print_some(list(_rows(found)), HEAD, MOST_ROWS)


def _two(text: str, option: str) -> tuple[str, str]:
    """The two actors that an option names: of the case, or any that a file knows."""
    pair = [actor.strip() for actor in text.split(",")]
    if len(set(pair)) != 2 or len(pair) != 2 or not all(pair):
        raise typer.BadParameter(f"{option} {text!r}: give two actors with a comma between, as JPN,RUS")
    return pair[0], pair[1]


def _refuse_keeping(keep: bool, given: bool, others: bool, then: str) -> None:
    """Raise ``typer.BadParameter`` where there is nothing to keep, or only the part of a series up to a day."""
    if keep and not given:
        why = "the relations of other dyads by the record are measured anew each time and need no keeping; " * others
        raise typer.BadParameter(f"--keep: {why}give what to keep series of: --with FILE, or --events DIR")
    if keep and then:
        raise typer.BadParameter(
            f"--keep with --as-written-by {then}: a case keeps whole series, which end as of a day by themselves; "
            "leave one of the two out"
        )


def _keep(
    case: str, found: Comparisons, files: Sequence[Path], events: Path | None, more: Sequence[tuple[str, str]]
) -> None:
    """Put the series into the case, with the command that made them, in which files stand without their folders."""
    from hikiwake.relation.comparing.keeping import keep

    asked = [("--with", file.name) for file in files] + [("--events", events.resolve().name if events else ""), *more]
    words = [word for option, value in asked if value not in ("", *USUAL) for word in (option, value)]
    folder = keep(case, found, f"hikiwake compare CASE {shlex.join(words)} --keep")
    say(f"{folder}: {', '.join(row.head.id for row in found)}", err=True)


def _rows(found: Comparisons) -> Iterator[dict[str, str]]:
    """The correlations of each series, one lag a row."""
    from hikiwake.wording.clauses import comparing as wording

    for row in found:
        for each in row.as_record()["correlations"]:
            yield dict(zip(HEAD, (row.head.title, *wording.lagged(**each)), strict=True))
