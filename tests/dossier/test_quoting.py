"""A quotation becomes a passage: by the command, and by the column ``quote`` of any table."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from hikiwake import cli
from hikiwake.cli import app
from hikiwake.dossier import load, new_case
from hikiwake.dossier.entering.adding import add_documents
from hikiwake.dossier.entering.fixing import fix_case
from hikiwake.dossier.entering.locating import located
from hikiwake.dossier.entering.passage_of import find_passage, write_passage
from hikiwake.dossier.folder.checking import check_case
from hikiwake.errors import HikiwakeError
from tests.dossier.test_fixing import read
from tests.safety.folders import folder_bytes

TEXT = (
    "# On Reefs\n\nBy Nora Berg\n\nMarch 2020\n\n"
    "Norland's minis\u00adtry protested at once over dues of 1.5 percent. In May talks ended.\n"
    "“Nobody came,” the premier said.\n\nNorland's ministry protested again in June; in May talks ended in Suderland.\n"
)
OTHER = "# On Shoals\n\nBy Ann Lind\n\n2019\n\nThe shoals are three. In winter nobody came.\n"


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A case with two documents, whose files lie in a folder beside it."""
    case = new_case(tmp_path / "case")
    (tmp_path / "texts").mkdir()
    for name, text in (("reefs.txt", TEXT), ("shoals.txt", OTHER)):
        (tmp_path / "texts" / name).write_text(text, encoding="utf-8")
    add_documents(case, [tmp_path / "texts"])
    return case


QUOTED = [
    ("protested at once over dues of 1.5 percent", "protested at once over dues of 1.5 percent"),
    ("Norland’s ministry protested at once … 1.5 percent.", TEXT[38:101]),
    ("in May talks ended", "in May talks ended"),
    ("In May … ended", "In May talks ended"),
    ("Norland's ministry protested at once ... in May talks ended.", TEXT[38:121]),
    ("Norland's ministry protested again […] ended in Suderland", TEXT.splitlines()[9][:-1]),
    ("“Nobody came,”", "“Nobody came,”"),
    ("nobody came", "Nobody came"),
    ("the premier said.", "the premier said."),
    ("talks ended … Nobody came … premier said", "talks ended.\n“Nobody came,” the premier said"),
]


@pytest.mark.parametrize(("quotation", "words"), QUOTED)
def test_a_quotation_is_found(quotation: str, words: str) -> None:
    """Whole or from its first words to its last, whatever quotation marks, hyphens and capitals it has."""
    (place,) = located(TEXT, quotation).places
    assert TEXT[slice(*place)] == words


@pytest.mark.parametrize(
    ("quotation", "count"),
    [
        ("Norland's ministry protested", 2),
        ("IN MAY TALKS ENDED", 2),
        ("IN MAY … ended", 2),
        ("dues of 15 percent", 0),
        ("dues of 1", 0),
        ("in May … at once", 0),
        ("the minister protested at once", 0),
        ("…", 0),
        ("", 0),
        ("quite another thing", 0),
    ],
)
def test_what_is_ambiguous_or_missing_has_no_place(quotation: str, count: int) -> None:
    where = located(TEXT, quotation)
    assert len(where.places) == count and (not count or not where.nearest)


def test_the_nearest_places_are_told_with_a_few_words_around(case: Path) -> None:
    """On the command line with exit code 2, and in JSON."""
    words = ["passage", str(case), "berg-2020", "the minister protested at once over due"]
    told = CliRunner().invoke(app, words)
    assert told.exit_code == 2 and "stand nowhere" in told.stdout
    assert "protested at once over dues" in told.stdout.splitlines()[2]
    found = json.loads(CliRunner().invoke(app, [*words, "--json"]).stdout)
    assert found["status"] == "missing" and found["passage"] is None
    assert TEXT[found["places"][0]["start"] :].startswith("Norland's minis")
    two = CliRunner().invoke(app, ["passage", str(case), "berg-2020", "Norland's ministry protested"])
    assert two.exit_code == 2 and "2 places" in two.stdout and "again in June" in two.stdout
    far = CliRunner().invoke(app, ["passage", str(case), "berg-2020", "zzz"])
    assert far.exit_code == 2 and "nothing in it is near" in far.stdout


def test_a_passage_is_written_once(case: Path, tmp_path: Path) -> None:
    """Finding writes nothing; writing again finds the passage that is there."""
    before = folder_bytes(case)
    found = find_passage(case, "berg-2020", "In May talks ended.")
    assert found.status == "new" and folder_bytes(case) == before
    written = write_passage(case, "berg-2020", "In May talks ended.")
    assert written.cells == found.cells and written.status == "written"
    after = folder_bytes(case)
    assert after["passages.csv"] == before["passages.csv"] + f"{found.row}\n".encode()
    assert write_passage(case, "berg-2020", "In May talks ended.").status == "known"
    assert not check_case(case, tmp_path / "texts").faults


def test_the_id_follows_the_cases_own_pattern(case: Path) -> None:
    header = "id,document,start,end,page,letters,digest"
    put(case, "passages", f"{header}\np-berg-2020-07,berg-2020,2,10,,7,0000000000000000\n")
    assert find_passage(case, "berg-2020", "In May talks ended.").cells["id"] == "p-berg-2020-08"
    assert find_passage(case, "lind-2019", "The shoals are three.").cells["id"] == "p-lind-2019-01"


@pytest.mark.parametrize(
    ("document", "said"), [("berg-202", "did you mean 'berg-2020'"), ("zzz", "there are berg-2020 and lind-2019")]
)
def test_a_document_that_the_case_does_not_have(document: str, said: str, case: Path) -> None:
    with pytest.raises(HikiwakeError, match=said):
        find_passage(case, document, "x")


def test_a_text_that_is_not_held(case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither beside the case nor in the library; another edition has other offsets."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "texts" / "reefs.txt").write_text(TEXT.upper(), encoding="utf-8")
    for library in ([], [tmp_path / "texts"]):
        with pytest.raises(HikiwakeError, match="its very text"):
            find_passage(case, "berg-2020", "In May talks ended.", library)


def put(case: Path, table: str, text: str) -> None:
    """Write a table."""
    (case / f"{table}.csv").write_text(text, encoding="utf-8")


CLAIMS = (
    "id,holder,subject,measure,comparator,value,unit,kind,start,end,precision,basis,table,group,answer,summary,"
    "passages,quote\n"
    'c1,Nora Berg,dues,dues,=,1.5,percent,actual,2020,,,,,,,Dues were 1.5.,,"protested at once … 1.5 percent."\n'
    "c2,Ann Lind,shoals,dues,=,3,,actual,2019,,,,,,,There are three.,,The shoals are three. | In winter\n"
    "c3,Ann Lind,comers,dues,=,0,,actual,2019,,,,,,,Nobody came.,,nobody came\n"
    "c4,Nora Berg,comers,dues,=,0,,actual,2019,,,,,,,Nobody came.,,lind-2019: nobody came\n"
)
MEASURES = '\n[[measures]]\nid = "dues"\ntitle = "Dues"\n'
EVENTS = (
    "id,start,end,precision,basis,sources,targets,persons,type,mode,issues,happened,series,summary,quote\n"
    "e1,2020-05,,,,AAA; BBB,BBB; AAA,,CONSULT,,territory,occurred,,Talks end.,"
    "protested at once over … In May talks ended. | lind-2019: nobody came\n"
)


@pytest.fixture
def quoting(case: Path) -> Path:
    """The case with quotations in two tables."""
    with (case / "case.toml").open("a", encoding="utf-8") as file:
        file.write(MEASURES)
    put(case, "claims", CLAIMS)
    put(case, "events", EVENTS)
    return case


def test_quotations_in_tables_become_passages(quoting: Path, tmp_path: Path) -> None:
    """Found by holder or by a named document; an event gets mentions; the sentences leave the case."""
    assert len(check_case(quoting).faults) == 5
    fix_case(quoting, [tmp_path / "texts"])
    dossier = load(quoting)
    assert not check_case(quoting, tmp_path / "texts").faults
    documents = [[dossier.passage[id_].document for id_ in claim.passages] for claim in dossier.claims]
    assert documents == [["berg-2020"], ["lind-2019", "lind-2019"], ["lind-2019"], ["lind-2019"]]
    assert dossier.claims[2].passages == dossier.claims[3].passages
    (event,) = dossier.events
    told = [(each.holder, each.period, each.type) for each in event.mentions]
    assert told == [("Nora Berg", event.period, "CONSULT"), ("Ann Lind", event.period, "CONSULT")]
    assert not any("protested at once" in content.decode() for content in folder_bytes(quoting).values())
    assert {row["quote"] for row in read(quoting, "claims") + read(quoting, "events")} == {""}
    after = folder_bytes(quoting)
    assert not fix_case(quoting, [tmp_path / "texts"]).filled and folder_bytes(quoting) == after


def test_rows_from_before_the_column_quote_end_before_it(quoting: Path, tmp_path: Path) -> None:
    """They are read as they are, and stay so; a row that lacks more is told."""
    old = "e0,2019-05-01,2019-05-31,month,stated,AAA,BBB,,CONSULT,,territory,occurred,,Talks begin."
    put(quoting, "events", f"{EVENTS}{old}\n")
    fix_case(quoting, [tmp_path / "texts"])
    (fault,) = check_case(quoting, tmp_path / "texts").faults
    assert (fault.found, fault.expected) == ("e0", "an event that a row of mentions.csv reports")
    assert old in (quoting / "events.csv").read_text(encoding="utf-8").splitlines()
    put(quoting, "events", f"{EVENTS}{old.removesuffix(',Talks begin.')}\n")
    assert "13 cells" in [each.found for each in check_case(quoting).faults]


def test_what_is_not_found_stays_and_is_told_once(quoting: Path, tmp_path: Path) -> None:
    """With the reason and the nearest place, at its own line."""
    put(quoting, "claims", CLAIMS.replace("The shoals are three. | In winter", "The shoals are four."))
    told = CliRunner().invoke(app, ["check", str(quoting), "--fix", "--library", str(tmp_path / "texts")])
    assert told.exit_code == 2
    lines = [line for line in told.stdout.splitlines() if line.startswith("claims.csv:3")]
    assert len(lines) == 1 and "The shoals are three." in lines[0] and "nearest" in lines[0]
    assert [row["quote"] for row in read(quoting, "claims")] == ["", "The shoals are four.", "", ""]
    assert "not filled: claims" not in told.stdout


def test_without_the_documents_nothing_is_made(quoting: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "texts").rename(tmp_path / ".texts")
    before = folder_bytes(quoting)
    assert fix_case(quoting).left and folder_bytes(quoting)["passages.csv"] == before["passages.csv"]


def test_a_passage_row_by_its_quotation(case: Path, tmp_path: Path) -> None:
    """The row of passages.csv itself is filled."""
    put(case, "passages", "id,document,start,end,page,letters,digest,quote\nmine,lind-2019,,,,,,In winter … came.\n")
    fix_case(case, [tmp_path / "texts"])
    (row,) = read(case, "passages")
    assert row["id"] == "mine" and OTHER[int(row["start"]) : int(row["end"])] == "In winter nobody came."


def _told(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *words: str) -> tuple[int, str, str]:
    """Run the program: its exit code and what it says on both streams."""
    monkeypatch.setattr(sys, "argv", ["hikiwake", *words, "--json"])
    with pytest.raises(SystemExit) as end:
        cli.main()
    return int(end.value.code or 0), *capfd.readouterr()


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        (("passage", "CASE", "zzz", "x"), "CaseError"),
        (("passage", "CASE", "berg-2020", "In May talks ended.", "--library", "nowhere"), "LibraryError"),
        (("passage", "nowhere", "berg-2020", "x"), "CaseError"),
        (("passage", "CASE"), "CallError"),
        (("add", "nowhere", "TEXT"), "CaseError"),
        (("add", "CASE", "TEXT", "--written", "soon"), "CaseError"),
        (("add",), "CallError"),
    ],
)
def test_what_cannot_be_done_is_said_as_one_object(
    words: tuple[str, ...], kind: str, case: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """On standard error, with exit code 2; what can be done is one value and nothing else."""
    places = {"CASE": str(case), "TEXT": str(case.parent / "texts" / "reefs.txt")}
    monkeypatch.chdir(case.parent)
    code, out, err = _told(capfd, monkeypatch, *(places.get(word, word) for word in words))
    assert (code, out) == (2, "") and json.loads(err)["error"]["kind"] == kind
    code, out, _ = _told(capfd, monkeypatch, "passage", str(case), "berg-2020", "In May talks ended.")
    found = json.loads(out)["passage"]
    assert code == 0 and TEXT[found["start"] : found["end"]] == "In May talks ended."
