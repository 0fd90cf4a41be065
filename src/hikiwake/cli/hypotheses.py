"""The command hypotheses: competing hypotheses, least inconsistent first, and a draft of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from hikiwake.cli.dossier import CASE, CaseArgument
from hikiwake.cli.hindsight import ThenOption, known_by
from hikiwake.cli.listing.asked import as_listing
from hikiwake.cli.listing.matrix import print_matrix
from hikiwake.cli.output import say, say_prose

if TYPE_CHECKING:
    from hikiwake.cli.listing.asked import Listing
    from hikiwake.comparison.hypotheses.result import Hypotheses
    from hikiwake.comparison.hypotheses.weighing import Weighing

COLUMNS = ("analysis", "analyst", "place", "hypothesis", "text", "score", "unweighted", "against", "not_judged")


def add_commands(app: typer.Typer) -> None:
    """Add the command of this module to the command line."""
    app.command("hypotheses")(as_listing(hypotheses))


def hypotheses(
    case: CaseArgument = CASE,
    *,
    analysis: Annotated[str | None, typer.Option(help="One analysis of the case.")] = None,
    analyst: Annotated[str | None, typer.Option(help="One analyst's judgement alone.")] = None,
    draft: Annotated[str, typer.Option("--draft", metavar="QUESTION", help="Draft from a question's readings.")] = "",
    write: Annotated[bool, typer.Option("--write", help="Put the draft into the case's hypotheses.toml.")] = False,
    then: ThenOption = "",
    listing: Listing,
) -> None:
    """Say which hypotheses the evidence is least inconsistent with, what decides it, and what would change it."""
    from hikiwake.comparison.hypotheses import hypotheses as weigh
    from hikiwake.dossier import load

    if write and not draft:
        raise typer.BadParameter("--write goes with --draft QUESTION")
    dossier = known_by(load(case), then)
    if draft:
        _draft(str(case), draft, write, then)
        return
    found = weigh(dossier, analysis, analyst)
    value = {
        "hypotheses": found.as_records(),
        "evidence": found.evidence.as_records(),
        "changes": found.changes.as_records(),
        "between_analysts": found.between_analysts.as_records(),
        "sentences": [*found.sentences],
    }
    if not listing.written(found.as_records(), COLUMNS, lambda: value):
        for one in found.weighings:
            _matrix(found, one)
        say_prose(found.numbered.sentences)


def _draft(case: str, question: str, write: bool, then: str) -> None:
    """Print a draft, or put it into the case."""
    from hikiwake.comparison.hypotheses.drafting import draft as drafted
    from hikiwake.comparison.hypotheses.drafting import draft_text
    from hikiwake.dossier import load
    from hikiwake.dossier.folder.analyses.adding import add_analysis
    from hikiwake.wording.clauses import hypotheses as wording

    dossier = known_by(load(case), then)
    made = drafted(dossier, question)
    text = draft_text(dossier, made)
    if not write:
        say(text, nl=False)
        return
    say(add_analysis(case, text))
    say(wording.drafted(len(made.hypotheses), len(made.evidence)))


def _matrix(found: Hypotheses, one: Weighing) -> None:
    """The matrix of one analyst: hypotheses in rows, least inconsistent first; the evidence by its number."""
    from hikiwake.wording.clauses import hypotheses as wording

    pieces = one.analysis.evidence
    judged = one.analysis.by(one.analyst)
    rows = [row for row in found if (row.analysis, row.analyst) == (one.analysis.id, one.analyst)]
    head = ("", *(f"E{number}" for number in range(1, len(pieces) + 1)), "score")

    def cells(hypothesis: str) -> Iterable[str]:
        for piece in pieces:
            cell = judged[piece.id].of(hypothesis) if piece.id in judged else None
            yield cell.cell if cell else "·"

    body = [(row.text, *cells(row.hypothesis), "" if row.score is None else wording.points(row.score)) for row in rows]
    title = one.analysis.title + (f" ({one.analyst})" if one.analyst else "")
    print_matrix(head, [(title, body)])
    say_prose(
        (f"E{number} {found.naming.called(one.analysis.id, piece.id)}" for number, piece in enumerate(pieces, 1)),
        further="    ",
    )
    say("")
