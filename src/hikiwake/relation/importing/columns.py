"""The columns of the narrow table, the same for all layouts; and those that rows carry until they are events."""

from __future__ import annotations

COLUMNS = (
    "date", "last", "source", "target", "code", "type", "quad", "score", "scale", "issue", "publisher", "layout", "id",
    "file", "row",
)  # fmt: skip
ALIKE = ("layout", "scale")  # the same for all rows of a unit
SIDES = ("source", "target")
FILE = "file"  # the digest of the file that a row is from
ROW = "row"  # the number of a row in its file, from 1
MUTUAL = "\0mutual"  # whether the actors of a record all act on each other
REPAIRED = "_repaired"  # how the name of a column ends that repairs another
HIDDEN = "\0"  # how every name begins that no column of a file has


def published(name: str) -> str:
    """The name of a column of a file, which is another where it is that of a column of ours.

    >>> published("row"), published("source")
    ('row_published', 'source')
    """
    plain = name.replace(HIDDEN, "")
    return f"{plain}_published" if plain in (FILE, ROW) else plain
