"""Sharing at the desk: every file that is offered is made and saved; what comes back is taken in, or refused."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest

import hikiwake as hw
from hikiwake.exports import FORMATS
from hikiwake.exports.workbooks import workbook
from hikiwake.wording.desk.sharing import OFFERED
from tests.desk.conftest import Asked

FAST = [what for what in FORMATS if what not in ("svg", "png")]


def made(desk: Asked, what: str, **more: str) -> tuple[str, bytes]:
    """The name and the bytes of a file that is made."""
    desk.send("/share/make", what=what, **more)
    *_, work = desk.desk.works._works.values()
    assert work.ended.wait(60)
    assert not work.fault, work.fault
    answer = desk.client.get(f"/share/made/{work.id}")
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["x-content-type-options"] == "nosniff"
    name = re.fullmatch(r'attachment; filename="([\w.-]+)"', answer.headers["content-disposition"])
    assert name
    return name[1], answer.content


def take(desk: Asked, name: str, content: bytes, **more: object) -> str:
    """The page after a file was sent back."""
    form = {"case": desk.opened.key, **more}
    return desk.client.post("/share/take", data=form, files={"file": (name, content)}).text


def test_everything_that_is_offered_can_be_made() -> None:
    asked = {what for _, offers in OFFERED for what, *_ in offers}
    assert asked - {"page", "brief", "brief-word"} <= {*FORMATS}


@pytest.mark.parametrize("what", FAST)
def test_a_format_is_made_and_saved(water: Asked, what: str) -> None:
    name, content = made(water, what, quotes="full")
    assert name.startswith("water-")
    assert content


@pytest.mark.parametrize(("what", "ending"), [("page", ".html"), ("brief-word", "-brief.docx")])
def test_a_page_is_made_with_no_more_words_than_asked(water: Asked, what: str, ending: str) -> None:
    name, content = made(water, what, quotes="none")
    assert name == f"water{ending}"
    assert b"shared gauges" not in content


def test_a_project_holds_texts_only_where_all_may_be_shown(water: Asked) -> None:
    for quotes, count in (("short", 0), ("none", 0), ("full", 1)):
        _, content = made(water, "qdpx", quotes=quotes)
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            assert len(parts.namelist()) == 1 + count


def test_a_case_comes_back_as_it_went(water: Asked, tmp_path: Path) -> None:
    for what in ("zip", "xlsx"):
        name, content = made(water, what)
        (tmp_path / name).write_bytes(content)
        assert hw.load(tmp_path / name) == hw.load(water.opened.folder)


def test_what_is_no_file_is_refused(water: Asked) -> None:
    assert (
        "no file that the desk makes"
        in water.client.post("/share/make", data={"case": water.opened.key, "what": "../etc", "quotes": "all"}).text
    )
    assert water.client.get("/share/made/none").status_code == 404


def test_comments_become_doubts_and_are_undone(water: Asked) -> None:
    with water.opened.workbench() as bench:
        bench.accept([bench.proposals(kind="event")[0].id])
    water.see("/share")
    event = water.opened.dossier.events[0].id
    told = take(water, "comments.csv", f"entry,comment,author\n{event},<b>Why?</b>,A reader\nno-such,x,y\n".encode())
    assert "1 comment taken." in told
    assert "no entry of the case" in told
    (doubt,) = hw.load(water.opened.folder).doubts
    assert (doubt.holder, doubt.reason) == ("A reader", "Comment: <b>Why?</b>")
    water.send("/review/undo")
    assert hw.load(water.opened.folder).doubts == ()


def test_an_edited_workbook_that_is_at_fault_is_told_with_its_place(water: Asked) -> None:
    before = hw.load(water.opened.folder)
    told = take(water, "case.xlsx", workbook([("events", [["id", "=1+1"]])]))
    assert "holds no case.toml" in told
    assert "/tmp" not in told
    assert hw.load(water.opened.folder) == before


def zipped(**parts: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


ENTITY = b"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/hostname'>]><Project name='x'>&b;</Project>"
HOSTILE = {
    "a path in a zip": ("case.zip", zipped(**{"case.toml": b"", "../../evil.csv": b"x"}), "evil.csv"),
    "a bomb": ("case.zip", zipped(**{"case.toml": b"", "x.csv": b"\0" * 30_000_000}), "300 times its size"),
    "an entity": ("a.qdpx", zipped(**{"project.qde": ENTITY}), "document type"),
    "no archive": ("a.xlsx", b"PK\x03\x04", "no workbook"),
    "an unknown ending": ("a.exe", b"MZ", "expected a file with one of the endings"),
    "a device": ("nul.csv", b"entry,comment,author\n", "no device of an operating system"),
    "no name": ("..", b"x", "expected a name"),
}


@pytest.mark.parametrize(("name", "content", "said"), HOSTILE.values(), ids=HOSTILE)
def test_hostile_files_change_nothing(water: Asked, name: str, content: bytes, said: str) -> None:
    before, around = hw.load(water.opened.folder), {*water.desk.root.rglob("*")}
    told = take(water, name, content)
    assert said in told
    assert "/tmp" not in told
    assert hw.load(water.opened.folder) == before
    assert {path for path in {*water.desk.root.rglob("*")} - around if "hwb" not in path.name} == set()


def test_a_case_of_the_program_is_shared_and_takes_nothing(empty: Asked) -> None:
    empty.client.post("/open", data={"name": "japan_russia"})
    assert "Copy the case" in empty.see("/share")
    assert "comes with the program" in take(empty, "a.csv", b"entry,comment,author\n")
