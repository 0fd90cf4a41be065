"""The filters that every listing of entries takes, added to a command by a decorator."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from hikiwake.cli.listing.options import Command, taking

if TYPE_CHECKING:
    from hikiwake.dossier.filtering import Filters

OPTIONS: dict[str, Any] = {
    "actor": Annotated[str, typer.Option("--actor", help="Only what has to do with this actor, or a part of it.")],
    "documents": Annotated[str, typer.Option("--document", help="Only what these documents say: ids, commas between.")],
    "issue": Annotated[str, typer.Option("--issue", help="Only what is about this issue or formula.")],
    "first": Annotated[str, typer.Option("--from", help="Only what ends on or after this date.")],
    "last": Annotated[str, typer.Option("--to", help="Only what begins on or before this date.")],
    "holder": Annotated[str, typer.Option("--holder", help="Only what this holder says: a name, or a part of one.")],
}


def filtered(command: Command) -> Command:
    """A command with the options of the filters in place of its argument ``filters``."""

    def made(**given: str) -> Filters:
        from hikiwake.dossier.filtering import Filters

        return Filters(**given)

    return taking(command, "filters", {name: (hint, "") for name, hint in OPTIONS.items()}, made)
