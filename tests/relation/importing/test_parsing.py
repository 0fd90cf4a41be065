"""Tables cut and parsed: the fast way and the careful way agree, and no row is lost."""

from __future__ import annotations

import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as some

from hikiwake.relation.importing.faults import ImportingError
from hikiwake.relation.importing.reading import cutting
from hikiwake.relation.importing.reading.cutting import pieces
from hikiwake.relation.importing.reading.parsing import Table

WIDTH = 3
cells = some.text(some.characters(exclude_characters="\r\n\t\0", exclude_categories=["Cs"]), max_size=6)
quoted = some.text(some.sampled_from('a",\n; é'), max_size=6)
rows = some.lists(some.lists(cells, min_size=WIDTH, max_size=WIDTH), min_size=1, max_size=8)


def parsed(table: Table, content: bytes, size: int) -> tuple[list[tuple[str, ...]], list[int], int]:
    """The fields of all good rows, the numbers of the others, and how many there are, parsed in small pieces."""
    good, bad, count = list[tuple[str, ...]](), list[int](), 0
    for piece in pieces([content], table.quote, size):
        part = table.parse(piece, count + 1)
        good += [row[:-1] for row in part.frame.rows()]
        numbers = [row[-1] for row in part.frame.rows()] + [each.row for each in part.bad]
        assert sorted(numbers) == list(range(count + 1, count + part.rows + 1))
        bad += [each.row for each in part.bad]
        count += part.rows
    return good, bad, count


@given(rows, some.integers(1, 60))
def test_unquoted_rows_come_back(table: list[list[str]], size: int) -> None:
    content = "".join("\t".join(row) + "\n" for row in table).encode()
    good, bad, count = parsed(Table(WIDTH, "\t", ""), content, size)
    assert ([list(row) for row in good], bad, count) == (table, [], len(table))


@given(some.lists(some.lists(quoted, min_size=WIDTH, max_size=WIDTH), min_size=1, max_size=6), some.integers(1, 60))
def test_quoted_rows_come_back(table: list[list[str]], size: int) -> None:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_ALL).writerows(table)
    good, bad, count = parsed(Table(WIDTH, ","), out.getvalue().encode(), size)
    assert ([list(row) for row in good], bad, count) == (table, [], len(table))


@given(some.lists(some.lists(cells, min_size=1, max_size=5), min_size=1, max_size=8), some.integers(1, 60))
def test_rows_with_other_fields_are_told_and_the_others_stay(table: list[list[str]], size: int) -> None:
    content = "".join("\t".join(row) + "\n" for row in table).encode()
    lines = [row for row in table if row != [""]]  # a blank line is no row
    good, bad, count = parsed(Table(WIDTH, "\t", ""), content, size)
    fits = [row[:WIDTH] for row in lines if len(row) >= WIDTH and not any(row[WIDTH:])]
    assert [list(row) for row in good] == fits
    assert (count, len(bad)) == (len(lines), len(lines) - len(fits))


@given(some.binary(max_size=80), some.integers(1, 40), some.sampled_from(['"', ""]))
def test_any_bytes_are_rows_or_told(content: bytes, size: int, quote: str) -> None:
    good, bad, count = parsed(Table(WIDTH, ",", quote), content, size)
    assert len(good) + len(bad) == count


def test_one_row_at_fault_among_many_is_found() -> None:
    lines = [f"{number}\tb\tc" for number in range(5_000)]
    lines[2_500], lines[4_000], lines[4_500] = "only", "a\tb\tc\t\t", "a\tb\tc\td"
    good, bad, count = parsed(Table(WIDTH, "\t", ""), ("\n".join(lines)).encode(), 10_000)
    assert (len(good), bad, count) == (4_998, [2_501, 4_501], 5_000)


def test_an_open_quotation_costs_its_line_and_no_other() -> None:
    lines = [f'{number},"b",c' for number in range(300)]
    for opened in ([100], [100, 200], [100, 101], [299]):
        broken = [f'{number},"open,c' if number in opened else line for number, line in enumerate(lines)]
        for size in (100, 1_000, 1_000_000):
            good, bad, count = parsed(Table(WIDTH, ","), "\n".join(broken).encode(), size)
            assert (len(good), bad, count) == (300 - len(opened), [number + 1 for number in opened], 300)


def test_a_record_without_an_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cutting, "LONGEST_RECORD", 1_000)
    with pytest.raises(ImportingError, match=re.escape("a record of more than 1,000 bytes")):
        list(pieces([b"x" * 2_000], "", 100))
