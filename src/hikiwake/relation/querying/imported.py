"""A folder into which event data was imported: its rows as one table.

Nothing is kept open between questions, and nothing is written into the folder. A question may use so much memory; what
it needs beyond that lies in a temporary folder meanwhile.
"""

from __future__ import annotations

import glob
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from hikiwake.errors import HikiwakeError
from hikiwake.wording.phrases import listed

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

ROWS = "events/*/*.parquet"
MEMORY = "1GB"
COLUMNS = {  # the columns of the rows, and of which types each may be
    "date": ("DATE",), "last": ("DATE",), "source": ("VARCHAR",), "target": ("VARCHAR",), "code": ("VARCHAR",),
    "type": ("VARCHAR",), "quad": ("TINYINT", "SMALLINT", "INTEGER", "BIGINT"), "score": ("DOUBLE", "FLOAT"),
    "scale": ("VARCHAR",), "issue": ("VARCHAR",), "publisher": ("VARCHAR",), "layout": ("VARCHAR",),
    "file": ("VARCHAR",), "row": ("BIGINT", "INTEGER"), "year": ("BIGINT", "INTEGER"),
}  # fmt: skip


def is_imported(folder: str | Path) -> bool:
    """Whether a folder is one into which event data was imported: it has a folder ``events`` and is no case."""
    try:
        return (Path(folder) / "events").is_dir() and not (Path(folder) / "case.toml").exists()
    except (OSError, ValueError):  # too long for a name, or with a sign that no name has
        return False


@dataclass(frozen=True, slots=True)
class ImportedEvents:
    """The event data in a folder; memory: how much of it a question may use, as ``"1GB"``.

    until: a day by which acts must have ended; all of them where nothing is given

    Raises ``HikiwakeError`` for a folder into which nothing was imported.
    """

    folder: Path
    memory: str = MEMORY
    until: date | None = None

    def __post_init__(self) -> None:
        """Refuse a folder of another kind."""
        object.__setattr__(self, "folder", Path(self.folder))
        if not is_imported(self.folder):
            raise HikiwakeError(
                f"{self.folder}: expected a folder into which event data was imported, with a folder events in it; "
                "`hikiwake import` makes one"
            )

    @property
    def pattern(self) -> str:
        """The pattern of its files, in which the signs of the folder's own name mean themselves."""
        return f"{glob.escape(str(self.folder))}/{ROWS}"

    @contextmanager
    def opened(self) -> Iterator[DuckDBPyConnection]:
        """The rows as the table ``events`` of a database in memory; what it says against them is one clear error."""
        import duckdb

        try:
            yield self._connection()
        except duckdb.Error as error:
            told = str(error).strip().splitlines()[0]
            raise HikiwakeError(f"{self.folder}: its rows cannot be read ({told}); import them again") from None

    def _connection(self) -> DuckDBPyConnection:
        import duckdb

        room = Path(tempfile.gettempdir()) / f"hikiwake-{uuid.uuid4().hex}"
        connection = duckdb.connect(config={
            "memory_limit": self.memory, "temp_directory": str(room), "autoload_known_extensions": "false",
            "autoinstall_known_extensions": "false",
        })  # fmt: skip
        connection.execute("SET enable_progress_bar = false")  # it would stand among the rows that are printed
        if any(self.folder.glob(ROWS)):
            rows = connection.read_parquet(self.pattern, hive_partitioning=True)
            self._refuse_others(dict(zip(rows.columns, map(str, rows.types), strict=True)))
            ended = rows if self.until is None else rows.filter(f"last <= DATE '{self.until.isoformat()}'")
            ended.create_view("events")
        else:
            columns = ", ".join(f'"{name}" {types[0]}' for name, types in COLUMNS.items())
            connection.execute(f"CREATE TABLE events ({columns})")
        return connection

    def _refuse_others(self, found: dict[str, str]) -> None:
        """Raise ``HikiwakeError`` where a column is missing, or is of another type."""
        missing = [name for name in COLUMNS if name not in found]
        if missing:
            raise HikiwakeError(f"{self.folder}: its rows lack {listed(missing)}; import them again")
        for name, types in COLUMNS.items():
            if found[name] not in types:
                raise HikiwakeError(
                    f"{self.folder}: the column {name} is {found[name]}, expected {listed(types, 'or')}; "
                    "import the rows again"
                )
