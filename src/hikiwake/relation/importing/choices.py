"""What a user chose for an import, and the name that a unit of files has by it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from hikiwake.vocabulary.layouts import Form, form_of, layout


@dataclass(frozen=True, slots=True)
class Choices:
    """What a user chose: the layout, a map of columns for a plain table, names with their codes, what of duplicates."""

    layout: str
    fields: tuple[tuple[str, Any], ...] = ()
    settings: tuple[tuple[str, Any], ...] = ()
    names: tuple[tuple[str, str], ...] = ()
    duplicates: str = "keep"

    def forms(self) -> tuple[Form, ...]:
        """The forms that a file may have."""
        if not (self.fields or self.settings):
            return layout(self.layout)
        base = layout(self.layout)[0]
        told = {each: getattr(base, each) for each in ("title", "version", "source", "columns", "missing", "actors")}
        return (form_of(self.layout, {**told, "open": True, **dict(self.settings), "fields": dict(self.fields)}),)

    @property
    def digest(self) -> str:
        """What tells these choices, with the version of the layout, from others."""
        told = repr((self, [form.version for form in layout(self.layout)]))
        return hashlib.sha256(told.encode()).hexdigest()[:16]


def unit_name(files: Sequence[tuple[str, str]], choices: Choices) -> str:
    """The name of a unit, by the digests of its files and what was chosen."""
    told = repr(([digest for _, digest in files], choices.digest))
    return hashlib.sha256(told.encode()).hexdigest()[:24]
