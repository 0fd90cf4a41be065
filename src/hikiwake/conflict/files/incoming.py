"""Files of models that come in: their text, their tables, and one refusal that tells every fault with its line."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import Any

from hikiwake.conflict.files.places import line_of
from hikiwake.conflict.model.faults import Fault, written
from hikiwake.errors import Found, ModelError
from hikiwake.storage.incoming import UnreadError, text_of
from hikiwake.storage.toml import LARGEST_TOML, toml


def text_of_model(path: Path) -> str:
    """The text of the file of a model. Raises ``ModelError`` where it cannot be read."""
    try:
        return text_of(path, LARGEST_TOML)
    except UnreadError as error:
        raise ModelError(f"cannot read {_placed(str(path), error)}: {error}") from None


def tables_of(text: str, name: str) -> dict[str, Any]:
    """The tables of a TOML text, numbers with a point as decimals. Raises ``ModelError`` where it is no TOML."""
    try:
        return toml(text, parse_float=Decimal)
    except UnreadError as error:
        why = f"is not TOML that can be read: {error.found}{f' ({error.column})' if error.column else ''}"
        place = Found(file=name, line=error.line, column="", found=why, expected="")
        raise ModelError(f"{_placed(name, error)} {why}", [place]) from None


def refuse_with_places(found: Iterable[Fault], text: str, name: str) -> None:
    """Raise one ``ModelError`` that lists the faults with their lines; nothing where there are none."""
    placed = [(line_of(text, fault.place) if fault.place else None, fault) for fault in found]
    lines = [f"{name}:{line}: {fault}" if line else f"{name}: {fault}" for line, fault in placed]
    if lines:
        message = "\n".join([f"{name} has {len(lines)} fault{'s' * (len(lines) > 1)}:", *lines])
        raise ModelError(message, (Found(file=name, line=line or 0, column=written(fault.place), found=fault.message,
                                         expected="") for line, fault in placed))  # fmt: skip


def _placed(name: str, error: UnreadError) -> str:
    return f"{name}:{error.line}" if error.line else name
