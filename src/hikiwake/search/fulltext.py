"""A full-text index in memory: English stems for words, substrings for scripts that are written without spaces.

Two SQLite FTS5 tables hold the texts: one of words (``porter unicode61``) and of the dates that they tell in any form,
and one of three-character pieces (``trigram``) for those texts that hold Japanese, Korean, Chinese or Cyrillic, which
finds a name inside an unspaced sentence and a Russian word in any case. Rows are numbered as the texts were given.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from hikiwake.documents.dates import dates_in
from hikiwake.errors import HikiwakeError
from hikiwake.search.dates import words_of

LARGEST_COUNT = 10_000  # a word that stands in more texts than that is simply frequent
WIDEST_RANKING = 4_000  # so many texts are ranked for one question; the rarest words choose them
_OTHER_SCRIPT = re.compile("[\u0400-\u052f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_MARK = re.compile("\x02([^\x02\x03]*)\x03")


@dataclass(frozen=True, slots=True)
class Look:
    """What to look for: FTS5 expressions over words, and substrings of texts in other scripts; any of them will do."""

    words: tuple[str, ...] = ()
    pieces: tuple[str, ...] = ()

    def __or__(self, other: Look) -> Look:
        """Whatever either of the two looks for."""
        return Look((*self.words, *other.words), (*self.pieces, *other.pieces))

    @property
    def expression(self) -> str:
        """The words as one FTS5 expression."""
        return " OR ".join(self.words)


def phrase(text: str) -> str:
    """An FTS5 expression for words in this order, whatever signs the text holds.

    >>> phrase('the "two-plus-two" talks')
    '"the two plus two talks"'
    """
    return '"' + " ".join(re.findall(r"[^\W_]+", text)) + '"'


class FullText:
    """Texts that can be searched. Raises ``HikiwakeError`` where this Python's SQLite lacks FTS5 or its trigrams."""

    def __init__(self, texts: Iterable[str], sources: Sequence[str] = ()) -> None:
        """Index the texts, numbered from 0 in their order; ``sources`` says for each where it is from."""
        self._connection = _connection()
        rows = list(enumerate(texts))
        self.size = len(rows)
        self._sources = sources
        numbers = {source: number for number, source in enumerate(dict.fromkeys(sources))}
        self._source_words = {source: f"source{number}" for source, number in numbers.items()}
        dated = ((row, text, _dates(text), self._source_words[sources[row]] if sources else "") for row, text in rows)
        pieces = (row for row in rows if not row[1].isascii() and _OTHER_SCRIPT.search(row[1]))
        with self._connection:
            self._connection.executemany("INSERT INTO words(rowid, text, dates, source) VALUES (?, ?, ?, ?)", dated)
            self._connection.executemany("INSERT INTO pieces(rowid, text) VALUES (?, ?)", pieces)
        self._counts: dict[Look, int] = {}

    def count(self, look: Look) -> int:
        """In how many texts something stands; counting ends at ``LARGEST_COUNT``."""
        if look not in self._counts:
            query = f"SELECT count(*) FROM (SELECT 1 FROM words WHERE words MATCH ? LIMIT {LARGEST_COUNT})"
            in_words = self._all(query, look.expression)[0][0] if look.words else 0
            self._counts[look] = in_words + sum(len(self._pieces(piece)) for piece in look.pieces)
        return self._counts[look]

    def matching(self, look: Look) -> set[int]:
        """The texts in which something stands."""
        found = {row for piece in look.pieces for row in self._pieces(piece)}
        if look.words:
            found.update(row for (row,) in self._all("SELECT rowid FROM words WHERE words MATCH ?", look.expression))
        return found

    def best(self, looks: Sequence[Look], limit: int, sources: Collection[str] = ()) -> list[int]:
        """The texts that hold most of what is looked for, best first by BM25; the rarest things choose them.

        Where everything is frequent, the texts that hold all of it are taken as they come. With ``sources`` only texts
        from these are taken.
        """
        present = [look for look in sorted(looks, key=self.count) if look.words and self.count(look)]
        rare = list(self._rare(present))
        pieces = (row for look in looks for piece in look.pieces for row in self._pieces(piece))
        found = [row for row in pieces if not sources or self._sources[row] in sources][:limit]
        if not rare:
            found += self._ranked(" AND ".join(f"({look.expression})" for look in present), limit, sources)
        if rare or (present and not found):
            found += self._ranked(" OR ".join(look.expression for look in rare or present[:1]), limit, sources)
        return list(dict.fromkeys(found))

    def _rare(self, present: Sequence[Look]) -> Iterator[Look]:
        """As many of the rarest as can be ranked in time."""
        total = 0
        for look in present:
            total += self.count(look)
            if total > WIDEST_RANKING:
                return
            yield look

    def _ranked(self, expression: str, limit: int, sources: Collection[str]) -> list[int]:
        """The best of the first ``WIDEST_RANKING`` texts that an expression finds."""
        if not expression:
            return []
        if sources:
            words = (self._source_words[source] for source in sources if source in self._source_words)
            expression = f"({expression}) AND source : ({' OR '.join(words) or 'nowhere'})"
        matches = f"SELECT rowid, rank AS fit FROM words WHERE words MATCH ? LIMIT {WIDEST_RANKING}"
        query = f"SELECT rowid FROM ({matches}) ORDER BY fit LIMIT ?"
        return [row for (row,) in self._all(query, expression, limit)]

    def marks(self, look: Look) -> dict[int, list[tuple[int, int]]]:
        """Where in each text the words stand: spans of characters, by the text's number."""
        if not look.words:
            return {}
        query = "SELECT rowid, highlight(words, 0, char(2), char(3)) FROM words WHERE words MATCH ?"
        return {row: list(_spans(marked)) for row, marked in self._all(query, look.expression)}

    def _pieces(self, piece: str) -> list[int]:
        """The texts with a substring; three characters or more by the index, fewer by reading those texts."""
        if len(piece) >= 3:
            quoted = '"' + piece.replace('"', '""') + '"'
            return [row for (row,) in self._all("SELECT rowid FROM pieces WHERE pieces MATCH ?", quoted)]
        return [row for (row,) in self._all("SELECT rowid FROM pieces WHERE instr(text, ?) > 0", piece)]

    def _all(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        return self._connection.execute(query, values).fetchall()


def _dates(text: str) -> str:
    return " ".join(word for date in dates_in(text) for word in words_of(date))


def _spans(marked: str) -> Iterator[tuple[int, int]]:
    for number, mark in enumerate(_MARK.finditer(marked)):
        start = mark.start() - 2 * number
        yield start, start + len(mark[1])


def _connection() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute("CREATE VIRTUAL TABLE words USING fts5(text, dates, source, tokenize = 'porter unicode61')")
        connection.execute("CREATE VIRTUAL TABLE pieces USING fts5(text, tokenize = 'trigram')")
    except sqlite3.OperationalError as error:
        raise HikiwakeError(
            f"SQLite {sqlite3.sqlite_version} of this Python cannot search text ({error}); "
            "use a Python whose SQLite is 3.34 or newer and has FTS5"
        ) from error
    connection.execute("INSERT INTO words(words, rank) VALUES ('hashsize', 64000000)")
    return connection
