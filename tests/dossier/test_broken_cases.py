"""Fifty kinds of broken case folder, each with one clear fault that names the file, the line and the column."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hikiwake.dossier import load, save
from hikiwake.dossier.folder.checking import check_case
from hikiwake.dossier.folder.reading import examine
from hikiwake.errors import CaseError
from tests.synthetic import skerries

Break = Callable[[Path], object]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case folder without a fault."""
    folder = tmp_path_factory.mktemp("whole") / "case"
    save(skerries().dossier(), folder)
    return folder


@pytest.fixture
def case(whole: Path, tmp_path: Path) -> Iterator[Path]:
    """A copy of it to break."""
    yield Path(shutil.copytree(whole, tmp_path / "case"))


def change(file: str, found: str, put: str) -> Break:
    """Break a file by replacing the first occurrence of some words."""

    def apply(case: Path) -> None:
        text = (case / file).read_bytes()
        assert found.encode() in text, f"{found!r} is not in {file}"
        (case / file).write_bytes(text.replace(found.encode(), put.encode("utf-8", "surrogateescape"), 1))

    return apply


def append(file: str, line: str) -> Break:
    """Break a file by adding a line."""

    def apply(case: Path) -> None:
        (case / file).write_bytes((case / file).read_bytes() + line.encode() + b"\n")

    return apply


def remove(file: str) -> Break:
    """Take a file away."""
    return lambda case: (case / file).unlink()


EVENT = "1991-03-01,1991-03-31,month,stated,NOR,SUD"
POSITION = "position-001,Institute of the North,NOR,half,offers,Half of the islands.,moderate,declared"
FRAME = '\n[[eras]]\nid = "x"\ntitle = "X"\nstart = 1999-01-01\nend = 1998-01-01\n'

BROKEN: dict[str, tuple[Break, str, str]] = {
    "an unknown source": (change("events.csv", EVENT, EVENT.replace("NOR", "XXX")), "events.csv:2, sources", "actors"),
    "an unknown target": (change("events.csv", EVENT, EVENT.replace("SUD", "XXX")), "events.csv:2, targets", "actors"),
    "no source": (change("events.csv", "stated,NOR,SUD", "stated,,SUD"), "events.csv:2, sources", "at least one"),
    "a period that ends before it begins": (
        change("events.csv", "1991-03-31", "1991-02-28"),
        "events.csv:2, end",
        "a day on or after the start",
    ),
    "a day that no calendar has": (change("events.csv", "1991-03-31", "1991-02-30"), "events.csv:2, end", "YYYY-MM-DD"),
    "a date in another notation": (change("events.csv", "1991-03-01", "1.3.1991"), "events.csv:2, start", "YYYY-MM-DD"),
    "no start": (change("events.csv", "1991-03-01", ""), "events.csv:2, start", "YYYY-MM-DD"),
    "an unknown precision": (change("events.csv", "month", "decade"), "events.csv:2, precision", "day, month"),
    "an unknown basis": (change("events.csv", "stated", "guessed"), "events.csv:2, basis", "stated, context"),
    "an unknown type": (change("events.csv", "COERCE", "BULLY"), "events.csv:2, type", "AGREE"),
    "an unknown happened": (change("events.csv", "occurred", "maybe"), "events.csv:2, happened", "negated"),
    "an unknown issue": (change("events.csv", "security", "safety"), "events.csv:2, issues", "issues"),
    "an unknown series": (change("events.csv", "occurred,,", "occurred,event-no,"), "events.csv:2, series", "events"),
    "an event in itself": (
        change("events.csv", "occurred,,", "occurred,event-strait-closed,"),
        "events.csv:2, series",
        "another event",
    ),
    "no summary": (
        change("events.csv", "Norland closes the strait to shipping.", ""),
        "events.csv:2, summary",
        "never",
    ),
    "an event nobody reports": (change("mentions.csv", "event-visit", "event-talks"), "events.csv:4, id", "reports"),
    "a mention of no event": (change("mentions.csv", "event-talks", "event-tea"), "mentions.csv:4, event", "events"),
    "a mention in no passage": (
        change("mentions.csv", "passage-0003", "passage-9"),
        "mentions.csv:2, passage",
        "passages",
    ),
    "a missing holder": (
        change("mentions.csv", "Institute of the North", " "),
        "mentions.csv:2, holder",
        "never empty",
    ),
    "a claim without a holder": (change("claims.csv", "Institute of the North", ""), "claims.csv:2, holder", "never"),
    "a claim without a value": (change("claims.csv", "=,9,", "=,,"), "claims.csv:2, value", "never empty"),
    "an unknown comparator": (change("claims.csv", "=,9,", "about,9,"), "claims.csv:2, comparator", "<~"),
    "an unknown kind of claim": (change("claims.csv", "actual", "true"), "claims.csv:2, kind", "forecast"),
    "an unknown measure": (change("claims.csv", ",meetings,=", ",meets,="), "claims.csv:2, measure", "measures"),
    "an unknown table": (change("claims.csv", ",poll,public", ",pool,public"), "claims.csv:5, table", "tables"),
    "an entry without a passage": (
        change("drivers.csv", "passage-0006", ""),
        "drivers.csv:2, passages",
        "at least one",
    ),
    "an entry in no passage": (change("drivers.csv", "passage-0006", "p"), "drivers.csv:2, passages", "passages"),
    "an unknown sign": (change("drivers.csv", ",+,", ",++,"), "drivers.csv:2, sign", "+, -, 0"),
    "an unknown variable": (change("drivers.csv", ",trade,", ",money,"), "drivers.csv:2, cause", "variables"),
    "an unknown question": (change("readings.csv", "why_failed", "why"), "readings.csv:4, question", "questions"),
    "an unknown direction": (change("readings.csv", ",worse,", ",bad,"), "readings.csv:5, direction", "better"),
    "a turning point that is no event": (
        change("readings.csv", "event-strait-closed", "event-x"),
        "readings.csv:5, about",
        "events",
    ),
    "an unknown actor's position": (
        change("positions.csv", POSITION, POSITION.replace("NOR", "XXX")),
        "positions.csv:2, actor",
        "actors",
    ),
    "a position on nothing": (
        change("positions.csv", POSITION, POSITION.replace("half,", "third,")),
        "positions.csv:2, on",
        "issues or formulas",
    ),
    "an unknown verb": (change("positions.csv", "offers", "gives"), "positions.csv:2, verb", "proposes"),
    "an unknown strength": (change("positions.csv", "moderate", "mild"), "positions.csv:2, strength", "red line"),
    "an id used twice": (
        append("formulas.csv", "half,X,Y,sovereignty,Z,,,,passage-0001"),
        "formulas.csv:5, id",
        "once",
    ),
    "an id used in two tables": (
        change("drivers.csv", "driver-001", "claim-001"),
        "drivers.csv:2, id",
        "claims.csv:2 has it",
    ),
    "a doubt about nothing": (change("doubts.csv", "claim-004", "claim-99"), "doubts.csv:2, entry", "entries"),
    "a passage outside its document": (
        change("passages.csv", "passage-0001,north-1996,0,", "passage-0001,north-1996,99999,"),
        "passages.csv:2, end",
        "more than the start",
    ),
    "a passage past the document's end": (
        change("documents.toml", "characters = ", "characters = 1 #"),
        "passages.csv",
        "the document's length",
    ),
    "a passage of no document": (change("passages.csv", "north-1996", "east"), "passages.csv:2, document", "documents"),
    "an offset that is no number": (
        change("passages.csv", "north-1996,0,", "north-1996,-1,"),
        "passages.csv:2, start",
        "0 or",
    ),
    "bad quoting": (append("formulas.csv", '"half,"x",Y'), "formulas.csv:5", "RFC 4180"),
    "a quote that is never closed": (append("drivers.csv", '"driver-9,X'), "drivers.csv:4", "RFC 4180"),
    "a wrong encoding": (change("events.csv", "Norland", "N\udcf6rland"), "events.csv:2", "UTF-8"),
    "a cell too many": (append("doubts.csv", "a,b,c,d,e,f,g,h,i"), "doubts.csv:3", "8 cells"),
    "a wrong header": (change("claims.csv", "measure", "metric"), "claims.csv:1, metric", "measure"),
    "no such table": (remove("drivers.csv"), "drivers.csv", "the file"),
    "a NUL in the text": (change("claims.csv", "Nine", "Ni\x00e"), "claims.csv:2", "NUL"),
    "case.toml that is no TOML": (append("case.toml", "= ="), "case.toml:", "TOML"),
    "an unknown key": (change("case.toml", "summary", "sumary"), "case.toml:3, sumary", "summary"),
    "no title": (change("case.toml", 'title = "The Skerries"', "title = 3"), "case.toml:1, title", "words in quotes"),
    "a dyad of one": (change("case.toml", '    "SUD",\n', ""), "case.toml:5, dyad", "two actors"),
    "a dyad of one twice": (change("case.toml", '    "SUD",\n', '    "NOR",\n'), "case.toml:5, dyad", "two actors"),
    "a dyad of strangers": (change("case.toml", '"NOR",\n    "SUD"', '"NOR",\n    "XXX"'), "case.toml, dyad", "actors"),
    "an era without a title": (append("case.toml", '[[eras]]\nid = "e"\nstart = 2001-01-01'), "eras.title", "a value"),
    "an era that ends before it begins": (append("case.toml", FRAME), "case.toml", "one of the eras"),
    "a scale of unknown formulas": (change("case.toml", '"half"', '"third"'), "scales.land.order", "formulas"),
    "a place off the globe": (change("case.toml", "60.2", "160.2"), "case.toml", "one of the places"),
    "a document's file with a path": (
        change("documents.toml", '"north-1996.txt"', '"../../north-1996.txt"'),
        "documents.toml",
        "one of the documents",
    ),
    "a hash that is none": (
        change("documents.toml", 'sha256 = "', 'sha256 = "z'),
        "documents.toml",
        "one of the documents",
    ),
    "a document without a date": (change("documents.toml", "start", "begin"), "documents.start", "a value"),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_a_broken_case_has_a_fault_with_its_place(case: Path, kind: str) -> None:
    """The fault names file, line and column, and what was expected; loading is refused and changes nothing."""
    breaks, place, expected = BROKEN[kind]
    breaks(case)
    faults = [str(fault) for fault in examine(case).faults]
    assert any(place in fault and expected in fault for fault in faults), faults
    with pytest.raises(CaseError, match="nothing was changed"):
        load(case)


def test_there_are_fifty_kinds() -> None:
    """The promise of fifty kinds is kept."""
    assert len(BROKEN) >= 50


def test_one_fault_is_told_once(case: Path) -> None:
    """A single broken cell is a single fault."""
    change("drivers.csv", ",+,", ",++,")(case)
    assert len(examine(case).faults) == 1


def test_every_fault_is_told_in_one_run(case: Path) -> None:
    """Faults in several files come together, and the refusal says how many there are."""
    change("drivers.csv", ",+,", ",++,")(case)
    change("events.csv", "month", "decade")(case)
    remove("claims.csv")(case)
    report = check_case(case)
    assert {fault.file for fault in report.faults} >= {"drivers.csv", "events.csv", "claims.csv"}
    assert f"{len(report.faults)} faults" in report.lines[-1]


def test_a_folder_without_a_case_is_refused(tmp_path: Path) -> None:
    """Where there is no case.toml there is no case."""
    with pytest.raises(CaseError, match=r"no case\.toml"):
        load(tmp_path)
    with pytest.raises(CaseError, match="no such case"):
        load(tmp_path / "nowhere")


def test_a_byte_order_mark_is_no_fault(case: Path) -> None:
    """A spreadsheet may begin the file with a byte order mark."""
    text = (case / "claims.csv").read_bytes()
    (case / "claims.csv").write_bytes(b"\xef\xbb\xbf" + text)
    assert load(case).claims
