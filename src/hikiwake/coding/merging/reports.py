"""The reports of a whole record, compared in stretches, so that memory does not grow with their number.

Reports are put away in a database of its own, which is on disk once it is large and gone at the end. Those that may be
one stand in a block: of a pair of parties and a year, of a party and a year, of a month. A block is gone through in the
order of time, and each report is held against the few before it; of the reports that another text has of acts like it,
it is merged with the likeliest only.
"""

from __future__ import annotations

import sqlite3
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, islice

from hikiwake.coding.merging.likeness import Rarity
from hikiwake.coding.merging.pairs import may_be_one, merge_of, sureness
from hikiwake.coding.merging.report import Report, put_away, said, states_of, taken_out
from hikiwake.workbench.proposal import Proposal

MONTH = 31  # days
LONGEST = 800  # days: what lasted longer is no single act
MOST_COMPARED = 40  # others of a block with which one report is compared
MOST_MERGES = 50_000  # that are proposed: more than anybody goes through
ENOUGH = 4  # times as many pairs as merges are looked at first
AT_ONCE = 10_000  # pairs that are kept together
_TABLES = """
CREATE TABLE documents (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE);
CREATE TABLE reports (
  number INTEGER PRIMARY KEY, document INTEGER NOT NULL, entry TEXT NOT NULL, told TEXT NOT NULL
);
CREATE TABLE blocks (key TEXT NOT NULL, first INTEGER NOT NULL, number INTEGER NOT NULL);
CREATE TABLE wanted (key TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE pairs (one INTEGER, other INTEGER, sure REAL NOT NULL);
CREATE TABLE surest (
  number INTEGER, document INTEGER, sure REAL NOT NULL, PRIMARY KEY (number, document)
) WITHOUT ROWID;
CREATE TABLE likeliest (one INTEGER, other INTEGER, sure REAL NOT NULL)
"""
_REPORT = "INSERT INTO reports (document, entry, told) SELECT number, ?, ? FROM documents WHERE id = ?"
_IN_BLOCKS = """
SELECT blocks.key, blocks.number FROM blocks JOIN wanted ON wanted.key = blocks.key
ORDER BY blocks.key, blocks.first, blocks.number
"""
_SUREST = """
INSERT INTO surest
SELECT number, document, max(sure) FROM (
  SELECT one AS number, reports.document, sure FROM pairs JOIN reports ON reports.number = other WHERE sure >= :least
  UNION ALL
  SELECT other AS number, reports.document, sure FROM pairs JOIN reports ON reports.number = one WHERE sure >= :least
) GROUP BY 1, 2
"""
_LIKELIEST = """
INSERT INTO likeliest
SELECT DISTINCT pairs.one, pairs.other, pairs.sure FROM pairs
JOIN reports AS first ON first.number = pairs.one
JOIN reports AS second ON second.number = pairs.other
JOIN surest AS here ON here.number = pairs.one AND here.document = second.document AND here.sure = pairs.sure
JOIN surest AS there ON there.number = pairs.other AND there.document = first.document AND there.sure = pairs.sure
WHERE pairs.sure >= :least AND (first.entry = '' OR first.entry <> second.entry)
ORDER BY 3 DESC, 1, 2 LIMIT :most
"""


def merges(proposals: Iterable[Proposal], texts: Mapping[str, str]) -> tuple[Proposal, ...]:
    """The merges that are proposed among the events of several texts, the surest first.

    ``texts`` are the stored texts by document. Each merge has the passages of both and their ids in its cell ``of``.
    """
    reports = Reports()
    for each in proposals:
        reports.add(each, texts.get(each.document, ""))
    return tuple(reports.merges(MOST_MERGES))


class Reports:
    """The reports of a record: first they are added, then merges are asked for."""

    def __init__(self) -> None:
        """Begin with none."""
        self._connection = sqlite3.connect("", isolation_level=None)  # a file without a name, once it is large
        for statement in ("PRAGMA synchronous = OFF", "PRAGMA journal_mode = OFF", *_TABLES.split(";\n")):
            self._connection.execute(statement)
        self._rarity = Rarity(self._connection)

    def add(self, event: Proposal, text: str, id_: str = "", entry: str = "") -> None:
        """Add an event with the text of its document, the id of its proposal, and the entry that this has become."""
        if event.kind != "event" or not event.type or event.happened == "negated":
            return
        words, names = said(event, text)
        self._rarity.count(words, names)
        period = event.period
        if period is None or period.end is None or (period.days or 0) > LONGEST:
            return
        self._connection.execute("INSERT OR IGNORE INTO documents (id) VALUES (?)", (event.document,))
        told = put_away(event, id_ or event.id, words, names)
        number = self._connection.execute(_REPORT, (entry, told, event.document)).lastrowid
        its, first = states_of((*event.sources, *event.targets)), period.start.toordinal()
        for parties, key in _blocks(event, its):
            self._connection.execute("INSERT INTO blocks VALUES (?, ?, ?)", (key, first, number))
            if parties == min(2, len(its)):
                self._connection.execute("INSERT OR IGNORE INTO wanted VALUES (?)", (key,))

    def merges(self, most: int) -> Iterator[Proposal]:
        """The merges that are proposed, the surest first, up to so many; none of what is one entry already."""
        found = Counter[float]()
        pairs = self._pairs()
        while some := [*islice(pairs, AT_ONCE)]:
            found.update(sure for _, _, sure in some)
            self._connection.executemany("INSERT INTO pairs VALUES (?, ?, ?)", some)
        for least in _stages(found, most):
            if self._likeliest(least, most) == most:
                break
        for one, other in self._connection.execute("SELECT one, other FROM likeliest ORDER BY rowid"):
            yield merge_of(self._report(one), self._report(other), self._rarity)

    def _likeliest(self, least: float, most: int) -> int:
        """Keep the merges of the pairs that are at least so sure; how many. No less sure pair bears on them."""
        for table in ("surest", "likeliest"):
            self._connection.execute(f"DELETE FROM {table}")
        self._connection.execute(_SUREST, {"least": least})
        return self._connection.execute(_LIKELIEST, {"least": least, "most": most}).rowcount

    def _pairs(self) -> Iterator[tuple[int, int, float]]:
        """The pairs of reports that may be one, with how sure that is: no more of them at once than are compared."""
        self._connection.execute("CREATE INDEX blocks_in_order ON blocks (key, first, number)")
        before: deque[tuple[int, Report]] = deque(maxlen=MOST_COMPARED)
        block = ""
        for key, number in self._connection.execute(_IN_BLOCKS):
            if key != block:
                before.clear()
                block = key
            report = self._report(number)
            for other, former in before:
                if may_be_one(former, report):
                    pair = (former, report) if other < number else (report, former)
                    if sure := sureness(*pair, self._rarity):
                        yield min(other, number), max(other, number), sure
            before.append((number, report))

    def _report(self, number: int) -> Report:
        (told,) = self._connection.execute("SELECT told FROM reports WHERE number = ?", (number,)).fetchone()
        return taken_out(told, self._rarity)


def _stages(found: Mapping[float, int], most: int) -> Iterator[float]:
    """From how sure on pairs are looked at: as many as may do, then more, in the end all.

    >>> list(_stages({0.9: 5, 0.8: 10, 0.6: 100}, 2))
    [0.8, 0.6]
    """
    wanted, seen = ENOUGH * most, 0
    for sure in sorted(found, reverse=True):
        seen += found[sure]
        if seen >= wanted or sure == min(found):
            yield sure
            wanted *= ENOUGH


def _blocks(event: Proposal, states: frozenset[str]) -> Iterator[tuple[int, str]]:
    """The blocks in which an event stands, each with how many parties it is of.

    A party or a month is a block only where a report names no other party, or nobody.
    """
    period = event.period
    assert period is not None and period.end is not None
    for count in (1, 2):
        for some in combinations(sorted(states), count):
            for year in range(period.start.year, period.end.year + 1):
                yield count, f"{year} {';'.join(some)}"
    if (period.days or 0) <= MONTH:
        yield 0, f"{period.start:%Y-%m}"
