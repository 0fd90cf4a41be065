"""The option `--as-written-by`: what a command tells of a case as it could be known on a day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from hikiwake.cli.output import say

if TYPE_CHECKING:
    from hikiwake.dossier import Dossier

ThenOption = Annotated[
    str, typer.Option("--as-written-by", metavar="DATE", help="Only what documents written by this date say.")
]


def known_by(dossier: Dossier, day: str) -> Dossier:
    """The dossier as it could be known on a day, the whole where none is given; fallen models of its eras are told."""
    from hikiwake.dossier.models_then import era_of
    from hikiwake.errors import CaseError

    if not day:
        return dossier
    try:
        then = dossier.as_written_by(day)
    except ValueError as error:
        raise CaseError(f"--as-written-by {day!r}: {error}; give a day, a month or a year") from None
    begun = {era.id for era in then.case.eras}
    fallen = [name for name, text in dossier.conflicts if name not in dict(then.conflicts) and era_of(text) in begun]
    if fallen:
        say(f"not writable then: the models {', '.join(fallen)}", err=True)
    return then
