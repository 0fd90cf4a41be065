"""Exports hold what was selected, are read by other programs, and come back where they promise to."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from typer.testing import CliRunner

from hikiwake.cli import app
from hikiwake.documents import Library
from hikiwake.documents.bibliography import read_bibliography, reference_of
from hikiwake.dossier import Dossier, load, save
from hikiwake.dossier.folder.completing import complete
from hikiwake.errors import HikiwakeError
from hikiwake.exports import FORMATS, export
from tests.synthetic import skerries

HOSTILE = "=cmd|' /C calc'!A0 <b>&amp;\"]]>\x07\ufffe [x](y) `*_|\r\n--> end"


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    """The small dispute with hostile words in its cells and keys."""
    found = skerries().dossier()
    events = (replace(found.events[0], summary=HOSTILE), *found.events[1:])
    drivers = (replace(found.drivers[0], summary=HOSTILE, holder="m<&\x01"), *found.drivers[1:])
    return replace(found, events=events, drivers=drivers)


@pytest.mark.parametrize("form", ["csv", "json"])
def test_csv_and_json_come_back_as_the_same_dossier(tmp_path: Path, dossier: Dossier, form: str) -> None:
    """Exporting and loading is the identity, also for the built-in case."""
    for number, whole in enumerate((dossier, load("japan_russia"))):
        exported = export(whole, tmp_path / f"{number}.json", form)
        assert load(tmp_path / f"{number}.json") == whole
        assert dict(exported.counts)["events"] == len(whole.events)


SELECTIONS = [
    {"dyad": ("JPN", "RUS")},
    {"period": "2012/2018", "documents": ["hirose-2018", "brown-2022"]},
    {"issue": "treaty"},
    {"documents": ["gandhi-2024"]},
    {"period": "1800"},
]


@pytest.mark.parametrize("criteria", SELECTIONS, ids=str)
def test_a_selection_is_completed_and_comes_back(tmp_path: Path, criteria: dict[str, object]) -> None:
    """What the selected entries refer to comes with them; the rest does not."""
    whole = load("japan_russia")
    selected = whole.select(**criteria)  # type: ignore[arg-type]
    chosen = complete(selected, whole)
    export(chosen, tmp_path / "csv", "csv")
    export(chosen, tmp_path / "one.json", "json")
    assert load(tmp_path / "csv") == load(tmp_path / "one.json") == chosen
    assert set(selected.positions) == set(chosen.positions)
    assert set(selected.events) <= set(chosen.events)
    assert len(chosen.passages) < len(whole.passages)
    assert complete(whole, whole) is whole


def test_csv_has_a_file_for_each_kind_and_no_cell_is_a_formula(tmp_path: Path, dossier: Dossier) -> None:
    """A spreadsheet reads the files, and calculates nothing."""
    files = export(dossier, tmp_path / "out", "csv").files
    tables = [file for file in files if file.suffix == ".csv"]
    assert len(tables) == 10
    for table in tables:
        cells = [cell for row in csv.reader(io.StringIO(table.read_bytes().decode(), newline="")) for cell in row]
        assert not [cell for cell in cells if len(cell) > 1 and cell[0] in "=@"]


@pytest.mark.parametrize("form", ["bibtex", "ris", "csl"])
def test_the_documents_as_a_bibliography(tmp_path: Path, dossier: Dossier, form: str) -> None:
    """Every document comes back with all that a bibliography says of it."""
    path = tmp_path / f"documents.{ {'bibtex': 'bib', 'ris': 'ris', 'csl': 'json'}[form] }"
    assert export(dossier, path, form).why() == "2 documents; everything, no filter"
    assert list(read_bibliography(path).references) == [reference_of(document) for document in dossier.documents]


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_graphs_are_read_by_other_programs(tmp_path: Path, dossier: Dossier, form: str) -> None:
    """The files are XML whatever the entries hold, and hold an arrow for each argument and each act."""
    import networkx as nx

    drivers, actors = export(dossier, tmp_path / "graphs", form).files
    assert (drivers.name, actors.name) == (f"drivers.{form}", f"actors.{form}")
    read = {"graphml": lambda path: nx.read_graphml(path, force_multigraph=True), "gexf": nx.read_gexf}[form]
    graph = read(drivers)
    assert sorted((one, two, told["sign"]) for one, two, told in graph.edges(data=True)) == [
        ("trade", "trust", "+"),
        ("trade", "trust", "-"),
    ]
    acts = read(actors)
    both = {(one, two) for one, two, told in acts.edges(data=True) if told["event"] == "event-talks"}
    assert both == {("NOR", "SUD"), ("SUD", "NOR")}
    assert ElementTree.parse(actors).getroot() is not None


def test_the_links_between_actors_have_their_time_spans(tmp_path: Path, dossier: Dossier) -> None:
    """GEXF is dynamic, in days; what goes on has no end."""
    going_on = replace(dossier.events[0], period=replace(dossier.events[0].period, end=None))
    export(replace(dossier, events=(going_on, *dossier.events[1:])), tmp_path / "graphs", "gexf")
    root = ElementTree.parse(tmp_path / "graphs" / "actors.gexf").getroot()
    space = {"g": "http://www.gexf.net/1.2draft"}
    graph = root.find("g:graph", space)
    assert graph is not None
    assert (graph.get("mode"), graph.get("timeformat")) == ("dynamic", "date")
    spans = {(edge.get("start"), edge.get("end")) for edge in graph.iterfind(".//g:edge", space)}
    assert ("1990-01-01", "1994-12-31") in spans
    assert (str(going_on.period.start), None) in spans


def test_notes_cite_every_place_and_quote_only_with_a_library(tmp_path: Path, dossier: Dossier) -> None:
    """One line an entry, with holder, place and id; quotations of at most 25 words."""
    library = Library(skerries().library(tmp_path / "library"))
    export(dossier, tmp_path / "plain.md", "markdown")
    export(dossier, tmp_path / "quoted.md", "markdown", library=library)
    plain, quoted = ((tmp_path / name).read_text(encoding="utf-8") for name in ("plain.md", "quoted.md"))
    assert all(f"`{entry.id}`" in plain for entry in dossier.entries)
    assert "  > " not in plain
    assert "  > Norland offered half of the islands in 1992, and Suderland refused." in quoted
    assert "\\<b\\>" in plain
    assert "(north-1996, " in plain


def test_what_stands_at_the_path_is_not_replaced_silently(tmp_path: Path, dossier: Dossier) -> None:
    """A file, and a folder with something in it, stay unless told otherwise."""
    (tmp_path / "mine.json").write_text("mine", encoding="utf-8")
    (tmp_path / "folder").mkdir()
    assert export(dossier, tmp_path / "folder", "csv").files
    for path, form in ((tmp_path / "mine.json", "json"), (tmp_path / "folder", "csv"), (tmp_path, "gexf")):
        with pytest.raises(HikiwakeError, match="something is there already; give another path, or --force"):
            export(dossier, path, form)
    assert (tmp_path / "mine.json").read_text(encoding="utf-8") == "mine"
    assert export(dossier, tmp_path / "mine.json", "json", replacing=True).files
    with pytest.raises(HikiwakeError, match="one file"):
        export(dossier, tmp_path / "folder", "json", replacing=True)
    with pytest.raises(HikiwakeError, match="no folder can be made"):
        export(dossier, tmp_path / "mine.json" / "below" / "x.json", "json")
    with pytest.raises(HikiwakeError, match=r"'pdf' is no format; give one of csv"):
        export(dossier, tmp_path / "x", "pdf")


def test_the_command_says_how_many_rows_under_which_filter(tmp_path: Path) -> None:
    """The filters are those of the timeline."""
    save(skerries().dossier(), tmp_path / "case")
    case = str(tmp_path / "case")

    def run(*arguments: str) -> list[str]:
        result = CliRunner().invoke(app, ["export", case, *arguments], catch_exceptions=False)
        assert result.exit_code == 0
        return result.stdout.splitlines()

    told = run("--format", "json", "--output", str(tmp_path / "a.json"), "--from", "1995", "--document", "south-1997")
    assert "; filter: from 1995, document south-1997" in told[1]
    assert ", 1 event, " in told[1]
    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))["format"] == "hikiwake case 1"
    for form in FORMATS:
        library = ["--library", str(skerries().library(tmp_path / "library"))] if form == "markdown" else []
        assert run("--format", form, "--output", str(tmp_path / form), *library)[-1].endswith("everything, no filter")


def test_figures_stand_alone(tmp_path: Path) -> None:
    """Each is one SVG with its style and size, no variable, link or class left to the page; as PNG it has colours."""
    whole = load("japan_russia")
    files = {file.stem: file for file in export(whole, tmp_path / "svg", "svg").files}
    assert {"timeline", "map", "region", "turns", "drivers"} < set(files)
    assert any(name.startswith("survey-") for name in files)
    for file in files.values():
        text = file.read_text(encoding="utf-8")
        root = ElementTree.fromstring(text.encode())
        assert root.tag == "{http://www.w3.org/2000/svg}svg"
        assert float(root.attrib["width"]) > 100
        assert "var(--" not in text
        assert "href" not in text
        used, defined = set(re.findall(r"url\(#([\w-]+)\)", text)), set(re.findall(r' id="([\w-]+)"', text))
        assert (
            not {name for name in used if any(f"url(#{name})" in (each.get("fill") or "") for each in root.iter())}
            - defined
        )
    pictures = export(whole, tmp_path / "png", "png").files
    assert len(pictures) == len(files)
    assert all(picture.read_bytes().startswith(b"\x89PNG") for picture in pictures)


def test_figures_are_only_those_the_case_has(tmp_path: Path, dossier: Dossier) -> None:
    """A case without drivers exports no graph; its survey has a bar for each answer, and hostile words do no harm."""
    assert "drivers" in {file.stem for file in export(dossier, tmp_path / "all", "svg").files}
    files = {file.stem: file for file in export(replace(dossier, drivers=()), tmp_path / "svg", "svg").files}
    assert "drivers" not in files
    (survey,) = (file for name, file in files.items() if name.startswith("survey-"))
    assert {"70", "20"} <= set(re.findall(r">([\d.]+)</text>", survey.read_text(encoding="utf-8")))
