"""How a case stands, on the terminal: the matrix of its findings, what the signs say, and the answers in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hikiwake.cli.listing.matrix import print_matrix
from hikiwake.cli.output import console_for, print_drawn, safe, say, say_dim, say_prose
from hikiwake.wording import settlements as wording
from hikiwake.wording.terminal.listings import rows_shown

if TYPE_CHECKING:
    from hikiwake.dossier import Dossier
    from hikiwake.settlement.findings import Findings

NO_ENTRIES = "The case has no entries yet; `hikiwake add` adds a document, and `hikiwake read` proposes entries."


def say_standing(dossier: Dossier, found: Findings, limit: int | None, *, answers: bool) -> None:
    """Print the matrix with its legend and, where the whole case is asked for, the answers.

    A case without models, without a scale or without entries says what it lacks, and shows what there is.
    """
    if found:
        _say_matrix(found, limit)
    elif not answers:
        say_prose([wording.NO_MODELS])
    if answers:
        _say_answers(dossier, found, after_a_matrix=bool(found))


def _say_matrix(found: Findings, limit: int | None) -> None:
    head, deals, alone = found.matrices
    total = len(deals) + len(alone)
    shown = total if limit is None else min(limit, total)
    kept = deals[:shown], alone[: max(shown - len(deals), 0)]
    print_matrix(head, [("", kept[0]), (wording.ALONE if kept[0] else "", kept[1])])
    say_prose(wording.legend("".join(cell for rows in kept for row in rows for cell in row[1:])), further="  ")
    if shown < total:
        say_dim(rows_shown(shown, total, ()))


def _say_answers(dossier: Dossier, found: Findings, *, after_a_matrix: bool) -> None:
    from rich.text import Text

    from hikiwake.report.answer import answer
    from hikiwake.report.grounds import Grounds

    grounds = Grounds(dossier)
    grounds.findings = found
    told = answer(grounds)
    if told is None:
        say_prose([NO_ENTRIES])
        return
    console = console_for()
    if after_a_matrix:
        say("")
    say_prose([told.headline, told.voices])
    for each in told.paragraphs:
        say("")
        print_drawn(console, Text(safe(each.question), style="bold"))
        say_prose([each.text])
