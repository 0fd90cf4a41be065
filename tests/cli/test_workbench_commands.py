"""The commands of the workbench: what they print, what they change, and what they say of a wrong call."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from hikiwake.cli import app
from hikiwake.dossier import load
from hikiwake.errors import HikiwakeError
from tests.workbench.conftest import agreed, insists, made, refused, wells


@pytest.fixture
def case(tmp_path: Path) -> Iterator[str]:
    """A case with four open proposals."""
    bench = made(tmp_path / "water")
    bench.workbench.close()
    yield str(bench.folder)


def run(*words: str, keys: str = "") -> str:
    """What a command prints; it must succeed."""
    done = CliRunner().invoke(app, list(words), input=keys, catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.stdout


def test_proposals_are_listed_with_what_is_promised(case: str) -> None:
    rows = json.loads(run("proposals", case, "--json"))
    promised = {"id", "kind", "document", "start", "end", "passages", "type", "types", "mode", "sources", "targets"}
    promised |= {"period", "happened", "attributed_to", "confidence", "why", "status"}
    assert all(promised <= set(row) for row in rows)
    assert [row["kind"] for row in rows] == ["event", "event", "position", "claim"]
    assert [row["id"] for row in json.loads(run("proposals", case, "--kind", "claim", "--json"))] == [wells().id]
    assert [row["id"] for row in json.loads(run("proposals", case, "--about", "dam", "--json"))] == [refused().id]
    assert "The First side insists" in " ".join(run("proposals", case, "--format", "table").split())


def test_accept_reject_undo_and_redo(case: str) -> None:
    (entry,) = json.loads(run("accept", case, agreed().id[:6], "--json"))["accepted"]
    assert entry in load(case).by_id
    run("reject", case, wells().id)
    assert "reject" in run("undo", case)
    assert "accept" in run("undo", case)
    assert not load(case).events
    run("redo", case)
    assert entry in load(case).by_id
    told = json.loads(run("log", case, "--json"))
    assert [line["what"].partition(" of ")[0] for line in told[-5:]] == ["accept", "reject", "undo", "undo", "redo"]


def test_an_edit_in_words(case: str) -> None:
    run("edit", case, agreed().id, "type=CONSULT", "period=2013-06-02", "summary=They meet.")
    run("accept", case, agreed().id)
    (event,) = load(case).events
    assert (event.type, str(event.period.start), event.summary) == ("CONSULT", "2013-06-02", "They meet.")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("type=WISH", "one of AGREE"),
        ("period=soon", "period"),
        ("colour=red", "fields are type, sources"),
        ("happened=maybe", "one of occurred"),
    ],
)
def test_a_wrong_edit_is_told_and_changes_nothing(case: str, change: str, told: str) -> None:
    with pytest.raises(HikiwakeError, match=told):
        CliRunner().invoke(app, ["edit", case, agreed().id, change], catch_exceptions=False)
    assert json.loads(run("proposals", case, "--json"))[0]["type"] == "AGREE"


@pytest.mark.parametrize(
    ("change", "told"), [("targets=BBC", "actors.csv"), ("sources=Egyptt", "known"), ("issues=watr", "case.toml")]
)
def test_a_misspelt_id_in_an_edit_is_refused(case: str, change: str, told: str) -> None:
    with pytest.raises(HikiwakeError, match=told):
        CliRunner().invoke(app, ["edit", case, agreed().id, change], catch_exceptions=False)


def test_a_wrong_line_in_a_review_costs_no_other(case: str) -> None:
    told = run("review", case, keys="e\ntype=CONSULT\ncolour=red\nbasis=context\n\na\nq\n")
    assert "fields are type" in told
    (event,) = load(case).events
    assert (event.type, event.period.basis) == ("CONSULT", "context")


def test_a_merge_takes_an_event_of_the_case(case: str) -> None:
    (entry,) = json.loads(run("accept", case, agreed().id, "--json"))["accepted"]
    told = run("review", case, "--kind", "event", keys=f"m\n{entry}\nq\n")
    assert f"written: {entry}" in told
    (event,) = load(case).events
    assert len(event.mentions) == 2
    assert not [row for row in json.loads(run("proposals", case, "--json")) if row["kind"] == "merge"]


@pytest.mark.parametrize("words", [(), ("summary",)])
def test_an_edit_of_nothing_is_told(case: str, words: tuple[str, ...]) -> None:
    done = CliRunner().invoke(app, ["edit", case, agreed().id, *words])
    assert done.exit_code != 0
    assert "NAME=VALUE" in str(done.exception) or "give a case" in done.output


def test_a_review_by_keys(case: str) -> None:
    keys = ["?", "a", "s", "e", "stance=Its quota of 1950", "", "a", "r", "u", "q"]
    told = run("review", case, keys="\n".join(keys) + "\n")
    assert "> In June 2013 the First side" in told
    assert "would become: AGREE AAA, BBB → AAA, BBB" in told
    status = {row["id"]: row["status"] for row in json.loads(run("proposals", case, "--json"))}
    assert status == {agreed().id: "accepted", refused().id: "open", insists().id: "accepted", wells().id: "open"}
    assert load(case).positions[0].stance == "Its quota of 1950"


def test_a_review_that_cannot_accept_says_why_and_goes_on(case: str) -> None:
    run("edit", case, agreed().id, "period=")
    told = run("review", case, keys="a\nr\nq\n")
    assert "a period" in told
    assert json.loads(run("proposals", case, "--json"))[0]["status"] == "rejected"


def test_a_merge_in_a_review(case: str) -> None:
    run("review", case, keys=f"a\nm\n{agreed().id[:8]}\nq\n")
    (event,) = load(case).events
    assert len(event.mentions) == 2


@pytest.mark.parametrize("command", [("proposals",), ("undo",), ("log",), ("review",), ("accept", "abc")])
def test_a_case_without_a_workbench_is_told_how_to_make_one(tmp_path: Path, command: tuple[str, ...]) -> None:
    name, *more = command
    with pytest.raises(HikiwakeError, match="hikiwake read"):
        CliRunner().invoke(app, [name, str(tmp_path / "none"), *more], catch_exceptions=False)
    assert not list(tmp_path.iterdir())


def test_undo_and_redo_say_what_they_do(case: str) -> None:
    run("accept", case, insists().id, wells().id)
    told = "accept of 1 position and 1 claim (“Its old quota” and 1 more)"
    assert f"taken back: {told}, decided 2" in run("undo", case)
    assert f"done again: {told}, decided 2" in run("redo", case)
    assert f"taken back: {told}" in run("review", case, keys="u\nq\n")


@pytest.mark.parametrize(
    ("command", "keys"),
    [
        (("reject", "ID"), ""),
        (("accept", "ID"), ""),
        (("edit", "ID", "mode=in writing"), ""),
        (("review",), "a\nq\n"),
        (("review",), "s\nr\nq\n"),
    ],
)
def test_a_decision_after_an_undo_says_what_is_not_done_again(case: str, command: tuple[str, ...], keys: str) -> None:
    run("accept", case, wells().id)
    run("reject", case, insists().id)
    run("undo", case)
    run("undo", case)
    name, *more = command
    words = [agreed().id if word == "ID" else word for word in more]
    done = CliRunner().invoke(app, [name, case, *words], input=keys, catch_exceptions=False)
    assert "`redo` does not do again now: accept of 1 claim (“About 40 wells were dry.”), and 1 more" in done.stderr
    left = next(row["id"] for row in json.loads(run("proposals", case, "--status", "open", "--json")))
    again = CliRunner().invoke(app, ["reject", case, left], catch_exceptions=False)
    assert not again.stderr


@pytest.mark.parametrize("command", [("review",), ("proposals",), ("undo",), ("accept", "abc"), ("read", "--into")])
def test_a_workbench_in_place_of_a_case_is_refused(case: str, command: tuple[str, ...]) -> None:
    name, *more = command
    before = sorted(Path(case).parent.iterdir())
    wrong = f"{case}.hwb"
    words = [name, f"{case}/README.md", "--into", wrong] if name == "read" else [name, wrong, *more]
    with pytest.raises(HikiwakeError, match=r"a workbench, no case; give the folder of the case, .*water$"):
        CliRunner().invoke(app, words, catch_exceptions=False)
    assert sorted(Path(case).parent.iterdir()) == before


def test_nothing_is_made_beside_a_file_or_under_the_name_of_a_workbench(tmp_path: Path) -> None:
    text = tmp_path / "letter.txt"
    text.write_text("On 4 July 2013 Norway rejected the plan of Sweden.", encoding="utf-8")
    before = sorted(tmp_path.iterdir())
    for into in (text, tmp_path / "new.hwb"):
        with pytest.raises(HikiwakeError, match="no case; give the folder"):
            CliRunner().invoke(app, ["read", str(text), "--into", str(into)], catch_exceptions=False)
    assert sorted(tmp_path.iterdir()) == before
