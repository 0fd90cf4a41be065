"""The filters that every listing of entries takes, added to a command by a decorator."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from functools import wraps
from types import SimpleNamespace
from typing import Annotated, Any, get_type_hints

import typer

OPTIONS: dict[str, Any] = {
    "actor": Annotated[str, typer.Option("--actor", help="Only what has to do with this actor, or a part of it.")],
    "documents": Annotated[
        str, typer.Option("--document", "--documents", help="Only what these documents say: ids, commas between.")
    ],
    "issue": Annotated[str, typer.Option("--issue", help="Only what is about this issue or formula.")],
    "first": Annotated[str, typer.Option("--from", help="Only what ends on or after this date.")],
    "last": Annotated[str, typer.Option("--to", help="Only what begins on or before this date.")],
    "holder": Annotated[str, typer.Option("--holder", help="Only what this holder says: a name, or a part of one.")],
}


def filtered(command: Callable[..., None]) -> Callable[..., None]:
    """A command with the options of the filters in place of its argument ``filters``."""

    @wraps(command)
    def told(**given: Any) -> None:
        from hikiwake.dossier.filtering import Filters

        filters = Filters(**{name: given.pop(name) for name in OPTIONS})
        command(**given, filters=filters)

    own = {name: hint for name, hint in command.__annotations__.items() if name != "filters"}
    hints = get_type_hints(SimpleNamespace(__annotations__=own), command.__globals__, include_extras=True)
    parameters = inspect.signature(command).parameters
    kept = [each.replace(annotation=hints[name]) for name, each in parameters.items() if name in hints]
    keyword = inspect.Parameter.KEYWORD_ONLY
    more = [inspect.Parameter(name, keyword, default="", annotation=hint) for name, hint in OPTIONS.items()]
    told.__signature__ = inspect.Signature([*kept, *more])  # type: ignore[attr-defined]
    told.__annotations__ = {**hints, **OPTIONS}
    return told
