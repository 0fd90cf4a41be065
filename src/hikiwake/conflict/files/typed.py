"""Single values out of the tables of a TOML file, each of its kind; one of another kind is a fault with its place."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any, TypeVar

from hikiwake.conflict.model.faults import Fault, Place, nearest
from hikiwake.conflict.model.statements import Statement, parse
from hikiwake.errors import StatementError

T = TypeVar("T")
Table = Mapping[str, Any]
KINDS = {str: "a text", int: "a whole number", list: "a list", dict: "a table"}


class TypedReader:
    """Reads the tables of one file; ``faults`` grows while it reads."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []

    def _fault(self, place: Place, message: str) -> None:
        self.faults.append(Fault(place, message))

    def _keys(self, table: Table, place: Place, known: tuple[str, ...]) -> None:
        for key in table:
            if key not in known:
                self._fault((*place, key), f"unknown key; {nearest(key, known)}")

    def _is_kind(self, value: object, place: Place, kind: type) -> bool:
        if isinstance(value, kind) and not (kind is int and isinstance(value, bool)):
            return True
        self._fault(place, f"{show(value)}; expected {KINDS[kind]}")
        return False

    def _of_kind(self, table: Table, place: Place, key: str, kind: type[T]) -> T | None:
        if key in table and self._is_kind(table[key], (*place, key), kind):
            value: T = table[key]
            return value
        return None

    def _text(self, table: Table, place: Place, key: str) -> str:
        return self._of_kind(table, place, key, str) or ""

    def _needed(self, table: Table, place: Place, key: str) -> str:
        if key not in table:
            self._fault((*place, key), "missing; expected a text")
        return self._text(table, place, key)

    def _texts(self, table: Table, place: Place, key: str) -> tuple[str, ...]:
        values = self._of_kind(table, place, key, list) or []
        return tuple(value for number, value in enumerate(values) if self._is_kind(value, (*place, key, number), str))

    def _tables(self, table: Table, place: Place, key: str) -> list[tuple[Table, Place]]:
        values = self._of_kind(table, place, key, list) or []
        return [(value, (*place, key, number)) for number, value in enumerate(values)
                if self._is_kind(value, (*place, key, number), dict)]  # fmt: skip

    def _statement(self, table: Table, place: Place, key: str) -> Statement | None:
        text = self._needed(table, place, key)
        if not isinstance(table.get(key), str):
            return None
        try:
            return parse(text)
        except StatementError as error:
            self._fault((*place, key), str(error))
            return None


def show(value: object) -> str:
    """A value as it may stand in a message: short, texts in quotes."""
    text = f'"{value}"' if isinstance(value, str) else str(value)
    return text if len(text) <= 60 else text[:57] + "..."


def decimal_of(value: object) -> Decimal | None:
    """A finite number of at most 18 digits before or after the point; ``None`` where a value is no such number."""
    try:
        number = Decimal(str(value)) if isinstance(value, int | Decimal) and not isinstance(value, bool) else None
    except InvalidOperation:
        return None
    return number if number is not None and number.is_finite() and abs(number.adjusted()) <= 18 else None
