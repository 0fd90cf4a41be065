"""The case that a command means: the one it names, else the current folder where that is a case."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import typer


def case_here() -> str | None:
    """The current folder, where it is a case."""
    return str(Path.cwd()) if Path("case.toml").is_file() else None


def meant(context: typer.Context, parameter: typer.CallbackParam, value: str) -> str:
    """The case of a command: what was given, else the current folder where it is a case, else the built-in one."""
    source: Any = context.get_parameter_source(parameter.name or "")
    left_out = source is not None and source.name == "DEFAULT"
    return (case_here() if left_out else None) or value


def is_case(word: str) -> bool:
    """Whether a word names a case: a built-in one, or the folder of one."""
    from hikiwake.dossier.folder.cases import built_in

    try:
        return word in built_in() or (Path(word) / "case.toml").is_file()
    except (OSError, ValueError):  # too long for a name, or with a sign that no name has
        return False


def case_and(words: list[str], what: str, count: int | None = None, otherwise: str = "") -> tuple[str, list[str]]:
    """The case that the first word names, and the other words; the current folder where the first names none.

    ``count`` is how many words there must be beside the case, else one or more; ``otherwise`` the case that is meant
    where none is named and the current folder is none. Raises ``typer.BadParameter`` for too few or too many words.
    """
    here = case_here()
    first = words[0]
    named = is_case(first)
    whole = len(words) == count if count else not named
    if (here or otherwise) and whole:
        return here or otherwise, words
    rest = words[1:]
    if not rest or (count and len(rest) != count):
        raise typer.BadParameter(f"give a case and {what}, or {what} in the folder of a case")
    return first, rest
