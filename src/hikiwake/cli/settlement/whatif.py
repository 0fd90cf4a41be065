"""The command of scenarios: whatif."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hikiwake.cli.dossier import CASE, CaseArgument
from hikiwake.cli.listing.asked import as_listing
from hikiwake.cli.models import SEQ, FindingConcept
from hikiwake.cli.output import say, say_prose
from hikiwake.cli.report import progress
from hikiwake.conflict.concepts.definitions import CLASSIC

if TYPE_CHECKING:
    from hikiwake.cli.listing.asked import Listing
    from hikiwake.dossier import Dossier
    from hikiwake.modelling.scenarios import Scenario

COLUMNS = ("scenario", "era", "sort", "id", "title", "before", "after", "changed")

NamesArgument = Annotated[list[str] | None, typer.Argument(help="Scenarios of the case, by name; else all.")]
AssumeOption = Annotated[
    list[str] | None,
    typer.Option(help='What to assume, as "drop Japan: insist_four"; may be given several times. The manual has all.'),
]


def add_commands(app: typer.Typer) -> None:
    """Add the command of this module to the command line."""
    app.command()(as_listing(whatif))


def whatif(
    case: CaseArgument = CASE,
    scenarios: NamesArgument = None,
    *,
    era: Annotated[str, typer.Option("--era", help="The era that --assume is about.")] = "",
    variant: Annotated[str, typer.Option("--variant", help="The rival reading that --assume is about.")] = "",
    assume: AssumeOption = None,
    title: Annotated[str, typer.Option(help="What the assumptions are called.")] = "",
    save: Annotated[str, typer.Option(metavar="NAME", help="Put them into the case, as scenarios/NAME.toml.")] = "",
    page: Annotated[Path | None, typer.Option(help="Write the page of the case under one scenario.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace what stands at --page.")] = False,
    concept: Annotated[FindingConcept, typer.Option(help="The stability concept.")] = SEQ,
    listing: Listing,
) -> None:
    """Say what would be otherwise under assumptions: outcomes, verdicts and bargaining ranges, before and after."""
    from hikiwake.dossier import load
    from hikiwake.dossier.entering.conflicts import add_file
    from hikiwake.errors import ModelError
    from hikiwake.modelling.checking import refuse_unsound
    from hikiwake.modelling.scenarios import as_toml, case_scenarios
    from hikiwake.settlement.scenarios import compared

    dossier = load(case)
    refuse_unsound(dossier)
    if assume and scenarios:
        raise ModelError("--assume and the names of scenarios: give one of them")
    if not assume and (save or title or era or variant):
        raise ModelError("--era, --variant, --title and --save are about --assume; give at least one --assume")
    given = _given(dossier, save, title, era, variant, assume) if assume else None
    asked = (given,) if given else case_scenarios(dossier, *(scenarios or ()))
    if page is not None and len(asked) != 1:
        raise ModelError(f"--page: {len(asked)} scenarios; give the name of one")
    found = compared(dossier, asked, next(one for one in CLASSIC if one == concept))
    if given and save:
        say(add_file(case, "scenarios", save, as_toml(given)), err=True)
    if page is not None:
        _write_page(dossier, asked[0], page, force=force)
    if not listing.written(found.as_records(), COLUMNS):
        say_prose(listing.some(found.sentences))


def _write_page(dossier: Dossier, scenario: Scenario, path: Path, *, force: bool) -> None:
    """Write the page of a scenario, and say where."""
    from hikiwake.report.scenario import scenario_page
    from hikiwake.report.sections import SECTIONS

    with progress(len(SECTIONS)) as step:
        written = scenario_page(dossier, scenario, path, step=step, force=force)
    say(written.path, err=True)


def _given(dossier: Dossier, save: str, title: str, era: str, variant: str, assume: list[str]) -> Scenario:
    """The scenario that the options make up. Raises ``HikiwakeError`` where it is none, before anything is written."""
    from hikiwake.errors import ModelError
    from hikiwake.modelling.scenarios import Scenario, as_toml, assumptions, scenario_from

    if not era:
        known = ", ".join(each.id for each in dossier.case.eras)
        raise ModelError(f"--assume needs --era: one of {known}")
    one = Scenario(save or "assumed", title or save or "assumed", era, assumptions(dossier, era, assume), variant)
    return scenario_from(one.name, as_toml(one))
