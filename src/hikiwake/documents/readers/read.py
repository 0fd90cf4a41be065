"""What a reader gives: the stored text of a file, what it says of itself, and what was noticed on the way."""

from __future__ import annotations

from dataclasses import dataclass, field

KNOWN = ("title", "author", "date", "publisher", "language", "kind", "audience")


class UnfitError(ValueError):
    """A file that a reader cannot read, in a few words: what it is, and what to do."""


@dataclass(frozen=True, slots=True)
class ReadText:
    """The text of a file. ``says`` is what the file says of itself, by the names in ``KNOWN``; all may be missing.

    ``notes`` is for whoever reads it in: an encoding that was guessed, parts that were not read. ``fault`` says why
    there is no text; of text and fault one is empty.
    """

    text: str = ""
    says: dict[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    fault: str = ""
