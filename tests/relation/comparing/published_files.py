"""Small files in the layouts in which data sets are published, with the faults that they have."""

from __future__ import annotations

import csv
import gzip
import io
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from hikiwake.dossier import Dossier
from hikiwake.dossier.compared import Compared, Comparison
from hikiwake.periods import Period

VOETEN = "rcid,ccode,member,vote,Country,Countryname,session,abstain,yes,no,importantvote,date,unres,amend,para,short,"
VOETEN += "descr,me,nu,di,hr,co,ec,ident,resid"
MID = "disno,dyindex,statea,namea,stateb,nameb,strtyr,endyear,hihost,hihosta,hihostb,year"
GML = "dispnum,ccode1,ccode2,year,midongoing,midonset,hostlev1,hostlev2,version"
MID_5 = "dispnum,ccode1,ccode2,year,dispongoing,disponset,hostlev1,hostlev2,orig1,orig2"
ATOP = "atopid1,stateA,stateB,year,defense,offense,neutral,nonagg,consul"
ATOP_OF_R = "ccode1,ccode2,year,atop_defense,atop_offense,atop_neutral,atop_nonagg,atop_consul"

HEAD = Comparison("trade", "Trade", "table", ("NOR", "SUD"), "year", "million", source="A table", licence="CC0")
VALUES = tuple(Compared(f"trade-{year}", "trade", Period.parse(str(year)), year / 7, None) for year in (1990, 1991))
Vote = tuple[int, int, str, str]  # year, number of the roll call in it, vote of one side (740), of the other (365)


def table(path: Path, header: str, rows: Iterable[Sequence[object]], separator: str = ",") -> Path:
    """A file with a header and rows, gzipped where its name says so."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=separator, lineterminator="\n")
    writer.writerow(header.split(","))
    writer.writerows(rows)
    content = text.getvalue().encode("utf-8")
    path.write_bytes(gzip.compress(content) if path.suffix == ".gz" else content)
    return path


def voeten(path: Path, votes: Iterable[Vote], codes: tuple[str, str] = ("740", "365")) -> Path:
    """The one table of votes: an index without a name, 25 columns, votes as numbers, one state in between."""
    rows = []
    for number, (year, call, one, other) in enumerate(votes):
        for code, country, vote in ((codes[0], "ONE", one), (2, "USA", "1"), (codes[1], "TWO", other)):
            row = dict.fromkeys(VOETEN.split(","), "")
            row |= {"rcid": f"{year}{call:03d}", "ccode": str(code), "member": "1", "vote": vote, "Country": country}
            row |= {
                "date": f"{year}-11-{1 + call % 28:02d}",
                "descr": 'to decide, "once"\nand for all',
                "session": "40",
            }
            rows.append([number, *row.values()])
    return table(path, f",{VOETEN}", rows)


def two_tables(folder: Path, votes: Iterable[Vote], codes: tuple[str, str] = ("JP", "RU")) -> tuple[Path, Path]:
    """The same as votes in words and, apart, roll calls with their days; ids with a point, as R writes them."""
    words = {"1": "yes", "2": "abstain", "3": "no"}
    cast, calls = [], []
    for year, call, one, other in votes:
        id_ = f"{year}{call:03d}.0"
        calls.append((id_, "40.0", f"{year}-11-{1 + call % 28:02d}", "R/1"))
        pair = (("One", codes[0], one), ("Two", codes[1], other))
        cast += [(id_, name, code, words[vote]) for name, code, vote in pair if vote in words]
    return (
        table(folder / "un_votes.csv.gz", "rcid,country,country_code,vote", cast),
        table(folder / "un_roll_calls.csv.gz", "rcid,session,date,unres", calls),
    )


def turned(first: int, turn: int, last: int, before: int, after: int, calls: int = 10) -> list[Vote]:
    """Votes of which so many of each year's roll calls are alike, before a year and from it on; a little unsteady."""
    return [
        (year, call, "1", "1" if call < (before if year < turn else after) + year % 2 else "3")
        for year in range(first, last + 1)
        for call in range(calls)
    ]


def with_trade(dossier: Dossier) -> Dossier:
    """The case with a small comparison series kept in it."""
    return replace(dossier, case=replace(dossier.case, comparisons=(HEAD,)), compared=VALUES)
