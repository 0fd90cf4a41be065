"""Options that several commands share: a decorator puts them in place of one argument of a command."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from functools import wraps
from types import SimpleNamespace
from typing import Any, get_type_hints

Command = Callable[..., None]


def taking(
    command: Command, argument: str, options: Mapping[str, tuple[Any, Any]], make: Callable[..., Any]
) -> Command:
    """A command with options in place of one argument, which is made from what they are given.

    options: by name the annotation, as typer reads it, and the value where nothing is given
    """

    @wraps(command)
    def told(**given: Any) -> None:
        own = {name: given.pop(name) for name in options}
        command(**given, **{argument: make(**own)})

    annotations = {name: hint for name, hint in command.__annotations__.items() if name != argument}
    hints = _resolved(command, annotations)
    parameters = inspect.signature(command).parameters
    kept = [each.replace(annotation=hints[name]) for name, each in parameters.items() if name in hints]
    more = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=hint)
        for name, (hint, default) in options.items()
    ]
    told.__signature__ = inspect.Signature([*kept, *more])  # type: ignore[attr-defined]
    told.__annotations__ = {**hints, **{name: hint for name, (hint, _) in options.items()}}
    return told


def _resolved(command: Command, annotations: Mapping[str, Any]) -> dict[str, Any]:
    """The annotations of a command; one that is imported for types only stays as it is, for another decorator."""
    known = inspect.unwrap(command).__globals__
    return {name: _meaning(hint, known) for name, hint in annotations.items() if name != "return"}


def _meaning(hint: Any, known: dict[str, Any]) -> Any:
    if not isinstance(hint, str):
        return hint
    try:
        return get_type_hints(SimpleNamespace(__annotations__={"it": hint}), known, include_extras=True)["it"]
    except NameError:
        return hint
