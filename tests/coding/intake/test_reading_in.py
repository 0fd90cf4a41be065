"""Files become documents and proposals; the same files again change nothing, whatever way and place they come from."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from typer.testing import CliRunner

from hikiwake.cli import app
from hikiwake.coding.intake import read_into
from hikiwake.dossier import load, new_case
from hikiwake.dossier.folder.starting import Beginning, two_sides
from hikiwake.errors import CaseError, LibraryError
from hikiwake.workbench import Workbench, place_of

TALKS = (
    "# The water talks\n\nBy N. Berg\n\n3 May 2019\n\n"
    "In June 2013 Ethiopia and Egypt signed an agreement on the dam. "
    "On 4 July 2014 Egypt rejected the plan of Ethiopia. "
    "Egypt insists on its old quota. About 40 wells were dry in 2014.\n"
)
NOTE = "# A note\n\nBy A. Holm\n\nMay 2020\n\nIn July 2014 Cairo rejected the Ethiopian plan for the dam.\n"


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A folder with two documents and two files that cannot be read."""
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "talks.txt").write_text(TALKS, encoding="utf-8")
    (folder / "note.md").write_text(NOTE, encoding="utf-8")
    (folder / "scan.pdf").write_bytes(b"no pdf")
    (folder / "old.doc").write_bytes(b"x")
    return folder


def files_in(folder: Path) -> dict[Path, bytes]:
    """The files of a folder with what they hold."""
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_folder_becomes_a_case_with_proposals(files: Path, tmp_path: Path) -> None:
    done = read_into([files], tmp_path / "water")
    assert sorted(done.new) == ["berg-2019", "holm-2020"]
    assert len(done.not_read) == 2
    assert done.sides == ["EGY", "ETH"] == list(load(tmp_path / "water").case.dyad)
    assert all(name in " ".join(done.not_read) for name in ("scan.pdf", "old.doc"))
    dossier = load(tmp_path / "water")
    assert dossier.document["berg-2019"].title == "The water talks"
    assert str(dossier.document["berg-2019"].written.start) == "2019-05-03"
    with Workbench(tmp_path / "water") as workbench:
        kept = workbench.proposals()
        assert {each.proposal.kind for each in kept} >= {"event", "position", "claim"}
        for each in kept:
            text = {stored.id: stored.text for stored in workbench.texts}[each.proposal.document]
            assert all(0 <= span.start < span.end <= len(text) for span in each.proposal.passages)
        ids = [each.id for each in kept if each.proposal.kind == "event" and each.proposal.period][:2]
        workbench.accept(ids)
    assert len(load(tmp_path / "water").events) == 2


def test_reading_again_changes_nothing(files: Path, tmp_path: Path) -> None:
    case = tmp_path / "water"
    read_into([files], case)
    before = files_in(case)
    again = read_into([files], case)
    assert (again.new, again.changed, again.proposed) == ([], [], 0)
    assert sorted(again.same) == ["berg-2019", "holm-2020"]
    assert files_in(case) == before


def test_a_changed_file_gives_new_proposals_and_marks_stale_ones(files: Path, tmp_path: Path) -> None:
    case = tmp_path / "water"
    read_into([files], case)
    changed = TALKS.replace("About 40 wells were dry in 2014.", "In May 2015 Ethiopia and Egypt met in Khartoum.")
    (files / "talks.txt").write_text(f"\n\n{changed}", encoding="utf-8")
    done = read_into([files], case)
    assert done.changed == ["berg-2019"]
    assert done.stale and done.proposed
    with Workbench(case) as workbench:
        told = {each.proposal.kind: each.status for each in workbench.proposals(document="berg-2019")}
        assert told["claim"] == "stale"
        assert told["position"] == "open"


def test_rows_that_were_changed_by_hand_are_told(files: Path, tmp_path: Path) -> None:
    case = tmp_path / "water"
    read_into([files], case)
    text = (case / "actors.csv").read_text(encoding="utf-8")
    (case / "actors.csv").write_text(text.replace("en:Egypt", "en:Egypt; ar:مصر"), encoding="utf-8")
    assert read_into([files], case).outside == ["EGY (actors) changed"]
    assert read_into([files], case).outside == []


def test_an_archive_and_a_file_of_another_name_are_known_by_their_text(files: Path, tmp_path: Path) -> None:
    case = tmp_path / "water"
    read_into([files / "talks.txt"], case)
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as parts:
        parts.writestr("renamed.txt", TALKS)
        parts.writestr("note.md", NOTE)
    done = read_into([tmp_path / "all.zip"], case)
    assert (done.same, done.new) == (["berg-2019"], ["holm-2020"])


def test_many_files_in_parts_give_the_same_as_in_one_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    for number in range(12):
        (folder / f"{number:02d}.txt").write_text(TALKS.replace("40 wells", f"{number + 2} wells"), encoding="utf-8")
    read_into([folder], tmp_path / "one")
    from hikiwake.coding.intake import batches

    monkeypatch.setattr(batches, "FEW", 5)
    monkeypatch.setattr(batches, "AT_ONCE", 3)
    read_into([folder], tmp_path / "parts", workers=1)
    with Workbench(tmp_path / "one") as one, Workbench(tmp_path / "parts") as parts:
        assert one.proposals() == parts.proposals()
        assert one.texts == parts.texts
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_a_path_that_is_not_there_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match=r"gone\.txt: no such file"):
        read_into([tmp_path / "gone.txt"], tmp_path / "water")
    with pytest.raises(CaseError, match="no coder"):
        read_into([], tmp_path / "water", coder="oracle")
    assert not list(tmp_path.iterdir())


def test_the_commands_say_what_was_done_and_why(files: Path, tmp_path: Path) -> None:
    case = str(tmp_path / "water")
    told = CliRunner().invoke(app, ["read", str(files), "--into", case], catch_exceptions=False)
    assert told.exit_code == 0
    assert "2 documents are new (" in told.stdout and "hikiwake review" in told.stdout
    assert "not read: scan.pdf" in told.stderr
    where = f"berg-2019:0-{len(TALKS)}"
    rows = json.loads(CliRunner().invoke(app, ["explain", case, where, "--json"]).stdout)
    assert rows["proposals"] and all(row["why"] for row in rows["proposals"])
    plain = CliRunner().invoke(app, ["explain", case, where]).stdout
    assert "proposed: event" in plain
    assert place_of(tmp_path / "water").exists()


@pytest.mark.parametrize(
    "place", ["berg-2019", "berg-2019:9-3", "nobody:0-9", "berg-2019:999999-9999999", "berg-2019:a-b"]
)
def test_a_place_that_is_none_is_told(files: Path, tmp_path: Path, place: str) -> None:
    read_into([files], tmp_path / "water")
    with pytest.raises(CaseError, match="DOCUMENT:START-END"):
        CliRunner().invoke(app, ["explain", str(tmp_path / "water"), place], catch_exceptions=False)


def test_proposals_are_held_against_a_table_and_against_the_case_itself(files: Path, tmp_path: Path) -> None:
    case = tmp_path / "water"
    read_into([files], case)
    quote = "In June 2013 Ethiopia and Egypt signed"
    header = "kind,quote,type,also,source,target,when,happened,attributed_to\n"
    (files / "talks.csv").write_text(
        f"{header}event,{quote},SUPPORT,AGREE,ETH;EGY,ETH;EGY,2013-06,,\n", encoding="utf-8"
    )
    rows = json.loads(CliRunner().invoke(app, ["score", str(case), str(files / "talks.csv"), "--json"]).stdout)
    assert {"kind": "event", "what": "recall", "right": 1, "of": 1, "share": 1.0} in rows
    with Workbench(case) as workbench:
        dated = [each for each in workbench.proposals(kind="event") if each.proposal.period and each.proposal.sources]
        workbench.accept([each.id for each in dated])
    rows = json.loads(CliRunner().invoke(app, ["score", str(case), str(case), "--json"]).stdout)
    assert next(row for row in rows if row["what"] == "passage found")["share"] == 1.0
    with pytest.raises(CaseError, match="nothing in it"):
        CliRunner().invoke(app, ["score", str(case), "japan_russia"], catch_exceptions=False)


def test_a_changed_file_does_not_propose_again_what_was_decided(files: Path, tmp_path: Path) -> None:
    case = tmp_path / "water"
    read_into([files], case)
    with Workbench(case) as workbench:
        before = workbench.proposals()
        events = [
            each for each in before if each.proposal.kind == "event" and each.proposal.period and each.proposal.sources
        ]
        workbench.edit(events[0].id, cells=(("summary", "In other words."),))
        workbench.accept([events[0].id])
        workbench.reject([events[1].id])
        decided = {each.id: each.status for each in workbench.proposals()}
    (files / "talks.txt").write_text(TALKS.replace("By N. Berg", "By N. Berg, of the Institute"), encoding="utf-8")
    done = read_into([files], case)
    assert (done.changed, done.proposed, done.stale) == (["berg-2019"], 0, [])
    with Workbench(case) as workbench:
        assert sorted(each.status for each in workbench.proposals()) == sorted(decided.values())
        assert len(workbench.proposals()) == len(before)


def test_the_sides_said_of_a_new_case_are_those_of_its_texts(tmp_path: Path) -> None:
    """A text by a third state's voice names it more often than one of them; what one of them does is to the other."""
    words = (
        "Sudan is old. Sudan and Egypt met. Sudan and Egypt met. Ethiopia is big. In 2014 Egypt rejected the plan.\n"
    )
    (tmp_path / "note.txt").write_text(words, encoding="utf-8")
    begun = Beginning(sides=two_sides(["EGY:Egypt", "ETH:Ethiopia"]))
    read_into([tmp_path / "note.txt"], tmp_path / "water", begun=begun)
    with Workbench(tmp_path / "water") as workbench:
        (one,) = [each.proposal for each in workbench.proposals(kind="event") if each.proposal.type == "REJECT"]
    assert (one.sources, one.targets) == (("EGY",), ("ETH",))
    said = CliRunner().invoke(app, ["explain", str(tmp_path / "water"), f"{one.document}:80-90"])
    assert "other side" in said.output


def test_files_of_which_none_can_be_read_make_no_case_and_no_workbench(files: Path, tmp_path: Path) -> None:
    wrong, case = [files / "scan.pdf", files / "old.doc"], tmp_path / "water"
    with pytest.raises(LibraryError, match=r"none of the files can be read.*scan\.pdf.*old\.doc"):
        read_into(wrong, case)
    assert not case.exists() and not place_of(case).exists()
    new_case(case)
    with pytest.raises(LibraryError, match="none of the files"):
        read_into(wrong, case)
    assert not place_of(case).exists()
    read_into([*wrong, files / "talks.txt"], case)
    before = files_in(case)
    with pytest.raises(LibraryError, match="none of the files"):
        read_into(wrong, case)
    assert files_in(case) == before


def test_files_of_one_name_in_several_folders_are_several_documents(tmp_path: Path) -> None:
    for folder, text in (("a", TALKS), ("b", NOTE)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "text.txt").write_text(text, encoding="utf-8")
    case = tmp_path / "water"
    assert sorted(read_into([tmp_path / "a", tmp_path / "b"], case).new) == ["berg-2019", "holm-2020"]
    (tmp_path / "a" / "text.txt").write_text(f"{TALKS}In May 2015 Ethiopia and Egypt met in Khartoum.\n", "utf-8")
    done = read_into([tmp_path / "a", tmp_path / "b"], case)
    assert (done.new, done.changed, done.same) == ([], ["berg-2019"], ["holm-2020"])
    (tmp_path / "a" / "text.txt").write_text(f"{TALKS}In May 2016 Ethiopia and Egypt met in Khartoum.\n", "utf-8")
    done = read_into([tmp_path / "a" / "text.txt"], case)
    assert (done.new, done.changed) == ([], ["berg-2019"])
    (tmp_path / "c").mkdir()
    (tmp_path / "c" / "text.txt").write_text(NOTE.replace("A note", "On wells").replace("Holm", "Lind"), "utf-8")
    assert read_into([tmp_path / each for each in "cba"], case).new == ["lind-2020"]
