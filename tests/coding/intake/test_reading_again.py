"""A case folder whose workbench is lost, or older than it: its documents are known again, and what stands stays."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from hikiwake.actors import Actor, Name
from hikiwake.coding.intake import read_into
from hikiwake.dossier import Dossier, Formula, Position, load, save
from hikiwake.dossier.entering.differences import rows
from hikiwake.dossier.folder.checking import check_case
from hikiwake.errors import CaseError
from hikiwake.workbench import Kept, Workbench, place_of
from tests.coding.intake.test_reading_in import NOTE, TALKS

PREFACE = "A preface that is new in this edition.\n\n"
GONE = "About 40 wells were dry in 2014."


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A folder with two documents."""
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "talks.txt").write_text(TALKS, encoding="utf-8")
    (folder / "note.md").write_text(NOTE, encoding="utf-8")
    return folder


def decided(files: Path, case: Path) -> list[Kept]:
    """A case of the files in which the whole of one document is accepted, one event with an edit; the accepted ones."""
    read_into([files], case)
    with Workbench(case) as workbench:
        kept = [each for each in workbench.proposals(document="berg-2019") if each.proposal.kind != "merge"]
        event = next(each for each in kept if each.proposal.kind == "event")
        workbench.edit(event.id, types=(("CONSULT", 1.0),), cells=(("summary", "In other words."),))
        for each in kept:
            if each.proposal.kind == "position":
                workbench.edit(each.id, cells=tuple((dict(each.proposal.cells) | {"on": "dam"}).items()))
        workbench.accept([each.id for each in kept])
        return list(workbench.proposals(status="accepted"))


def lost(case: Path) -> None:
    """The workbench is lost."""
    for path in place_of(case).parent.glob(f"{place_of(case).name}*"):
        path.unlink()


def said(dossier: Dossier, text: str) -> set[str]:
    """What stands at the offsets of the case's passages in a text."""
    return {text[each.start : each.end].rstrip(".") for each in dossier.passages}


def test_what_stands_in_the_case_is_accepted_in_a_new_workbench(files: Path, tmp_path: Path) -> None:
    case = tmp_path / "water"
    before = decided(files, case)
    folder = rows(load(case))
    with Workbench(case) as workbench:
        left = len(workbench.proposals(status="open"))
    lost(case)
    done = read_into([files], case)
    assert (done.new, sorted(done.same), done.changed) == ([], ["berg-2019", "holm-2020"], [])
    assert done.guessed == []
    assert rows(load(case)) == folder
    with Workbench(case) as workbench:
        after = workbench.proposals(status="accepted")
        assert {(each.id, each.entry) for each in after} == {(each.id, each.entry) for each in before}
        assert len(workbench.proposals(status="open")) == left == done.proposed + done.merges
    assert done.standing == len(before)
    assert read_into([files], case).proposed == 0


def test_of_two_proposals_on_the_same_words_only_the_accepted_one_stands(files: Path, tmp_path: Path) -> None:
    case = tmp_path / "water"
    (files / "talks.txt").write_text(TALKS.replace("rejected the plan", "rejected and condemned the plan"), "utf-8")
    read_into([files], case)
    with Workbench(case) as workbench:
        places: dict[object, list[Kept]] = {}
        for each in workbench.proposals(kind="event", document="berg-2019"):
            places.setdefault(each.proposal.passages[0], []).append(each)
        both = next(each for each in places.values() if len(each) == 2)
        workbench.accept([both[1].id])
    lost(case)
    read_into([files], case)
    with Workbench(case) as workbench:
        assert [workbench.proposal(each.id).status for each in both] == ["open", "accepted"]


@pytest.mark.parametrize("name", ["talks.txt", "talks-of-2021.txt"])
def test_a_changed_text_is_followed_without_the_workbench_that_knew_it(files: Path, tmp_path: Path, name: str) -> None:
    case = tmp_path / "water"
    before = decided(files, case)
    lost(case)
    (files / "talks.txt").unlink()
    text = TALKS.replace("\n\nIn June", f"\n\n{PREFACE}In June").replace(GONE, "Nothing was measured.")
    (files / name).write_text(text, encoding="utf-8")
    done = read_into([files], case)
    assert (done.new, done.changed, done.same) == ([], ["berg-2019"], ["holm-2020"])
    dossier = load(case)
    (gone,) = done.lost
    whole = [each for each in dossier.passages if each.id != gone]
    assert {text[each.start : each.end].rstrip(".") for each in whole} < said(dossier, text)
    assert all(text[each.start : each.end].rstrip(".") in TALKS for each in whole)
    assert dossier.document["berg-2019"].characters == len(text)
    (fault,) = check_case(case, files).faults
    assert (fault.file, fault.column) == ("passages.csv", "digest")
    with Workbench(case) as workbench:
        again = list(workbench.proposals(status="accepted", document="berg-2019"))
        assert {each.entry for each in again} == {each.entry for each in before if each.proposal.kind != "claim"}


def test_a_folder_that_moved_on_without_its_workbench_is_not_moved_twice(files: Path, tmp_path: Path) -> None:
    case = tmp_path / "water"
    decided(files, case)
    text = TALKS.replace("\n\nIn June", f"\n\n{PREFACE}In June")
    (files / "talks.txt").write_text(text, encoding="utf-8")
    old = {path: path.read_bytes() for path in place_of(case).parent.glob("water.hwb*")}
    read_into([files], case)  # somebody else does, with a workbench of their own
    moved = rows(load(case))
    lost(case)
    for path, told in old.items():
        path.write_bytes(told)
    done = read_into([files], case)
    assert (done.changed, done.lost) == (["berg-2019"], [])
    assert rows(load(case)) == moved


def test_nothing_is_written_with_offsets_of_another_text_than_the_case_has(files: Path, tmp_path: Path) -> None:
    case = tmp_path / "water"
    read_into([files], case)
    with Workbench(case) as workbench:
        ids = [each.id for each in workbench.proposals(document="berg-2019") if each.proposal.kind == "claim"]
    old = {path: path.read_bytes() for path in place_of(case).parent.glob("water.hwb*")}
    (files / "talks.txt").write_text(TALKS.replace("\n\nIn June", f"\n\n{PREFACE}In June"), encoding="utf-8")
    read_into([files], case)
    lost(case)
    for path, told in old.items():
        path.write_bytes(told)
    before = rows(load(case))
    with Workbench(case) as workbench, pytest.raises(CaseError, match="another text of berg-2019"):
        workbench.accept(ids)
    assert rows(load(case)) == before
    read_into([files], case)
    with Workbench(case) as workbench:
        workbench.accept([each.id for each in workbench.proposals(kind="claim", document="berg-2019")])
    assert not check_case(case, files).faults


def test_a_merge_names_an_edited_proposal_as_it_is_kept(files: Path, tmp_path: Path) -> None:
    case = tmp_path / "water"
    read_into([files / "talks.txt"], case)
    with Workbench(case) as workbench:
        (refused,) = [each for each in workbench.proposals(kind="event") if each.proposal.type == "REJECT"]
        workbench.edit(refused.id, cells=(("summary", "In other words."),))
    assert read_into([files / "note.md"], case).merges == 1
    with Workbench(case) as workbench:
        (merge,) = workbench.proposals(kind="merge")
        workbench.accept([merge.id])
        assert workbench.proposal(refused.id).status == "accepted"
    assert len(load(case).events[0].mentions) == 2


def test_an_entry_of_another_act_on_the_same_words_answers_for_no_proposal(files: Path, tmp_path: Path) -> None:
    case = tmp_path / "water"
    read_into([files], case)
    with Workbench(case) as workbench:
        (refused,) = [
            each for each in workbench.proposals(kind="event", document="berg-2019") if each.proposal.type == "REJECT"
        ]
        workbench.accept([refused.id])
    dossier = load(case)
    (event,) = dossier.events
    (mention,) = event.mentions
    said: dict[str, Any] = {"type": "SUPPORT", "sources": ("ETH",), "targets": ()}
    other = replace(event, **said, mentions=(replace(mention, **said),))
    save(replace(dossier, events=(other,)), case)
    lost(case)
    assert read_into([files], case).standing == 0
    with Workbench(case) as workbench:
        assert workbench.proposal(refused.id).status == "open"


def test_merges_over_several_changed_texts_are_not_proposed_twice(files: Path, tmp_path: Path) -> None:
    case = tmp_path / "water"
    assert read_into([files], case).merges == 1
    for name, text in (("talks.txt", TALKS), ("note.md", NOTE)):
        (files / name).write_text(text.replace("\n\nIn ", f"\n\n{PREFACE}In "), encoding="utf-8")
    done = read_into([files], case)
    assert (sorted(done.changed), done.merges) == (["berg-2019", "holm-2020"], 0)
    with Workbench(case) as workbench:
        (merge,) = workbench.proposals(kind="merge")
        workbench.accept([merge.id])
    assert len(load(case).events[0].mentions) == 2


COAST = (
    "On 4 July 2014 the Coast Council rejected the plan of Egypt. In June 2013 Ethiopia and Egypt signed an agreement."
)


def with_coast(case: Path) -> None:
    """The folder has a council that the tables do not know."""
    dossier = load(case)
    council = Actor("COAST", "government", names=(Name("en", "", "Coast Council"),))
    save(replace(dossier, actors=(*dossier.actors, council)), case)


def test_an_actor_that_is_known_now_is_found_when_the_files_are_read_again(tmp_path: Path) -> None:
    """What the same passage said without it is stale; a third reading changes nothing."""
    case, file = tmp_path / "water", tmp_path / "coast.txt"
    file.write_text(f"# The coast\n\nBy N. Berg\n\n3 May 2019\n\n{COAST}\n", encoding="utf-8")
    read_into([file], case)
    with Workbench(case) as workbench:
        before = {each.id: each.proposal for each in workbench.proposals(status="open")}
    assert not any("COAST" in each.sources for each in before.values())
    with_coast(case)
    done = read_into([file], case)
    assert (done.new, done.changed, done.recoded) == ([], [], ["berg-2019"])
    with Workbench(case) as workbench:
        after = {each.id: each.proposal for each in workbench.proposals(status="open")}
        stale = {each.id for each in workbench.proposals(status="stale")}
    (rejected,) = [each for each in after.values() if each.type == "REJECT"]
    assert rejected.sources == ("COAST",)
    assert stale == before.keys() - after.keys()
    assert len(stale) == done.withdrawn
    assert before.keys() & after.keys()
    again = read_into([file], case)
    assert (again.same, again.recoded, again.proposed, again.withdrawn) == (["berg-2019"], [], 0, 0)


def test_what_was_decided_or_edited_stays_when_a_document_is_coded_again(files: Path, tmp_path: Path) -> None:
    case = tmp_path / "water"
    (files / "talks.txt").write_text(TALKS.replace("Egypt rejected", "the Coast Council rejected"), encoding="utf-8")
    read_into([files], case)
    with Workbench(case) as workbench:
        events = workbench.proposals(kind="event", document="berg-2019")
        refused = [each for each in events if each.proposal.type == "REJECT"]
        assert refused
        for each in refused:
            workbench.edit(each.id, cells=(("summary", "In other words."),))
        workbench.reject([each.id for each in events if each not in refused])
    with_coast(case)
    done = read_into([files], case)
    assert sorted(done.recoded) == ["berg-2019", "holm-2020"]
    with Workbench(case) as workbench:
        now = {each.id: each.status for each in workbench.proposals(kind="event", document="berg-2019")}
    assert {now[each.id] for each in refused} <= {"open"}
    assert {now[each.id] for each in events if each not in refused} == {"rejected"}


def test_a_formula_that_is_new_is_what_positions_are_on_when_the_files_are_read_again(
    files: Path, tmp_path: Path
) -> None:
    case = tmp_path / "water"
    text = TALKS.replace("its old quota", "the old quota of 1959")
    (files / "talks.txt").write_text(text, encoding="utf-8")
    read_into([files], case)
    with Workbench(case) as workbench:
        workbench.accept([each.id for each in workbench.proposals(kind="claim")])
    dossier = load(case)
    passages = dossier.claims[0].passages
    formula = Formula("quota-1959", dossier.claims[0].holder, "The old quota", "process", "As it was.", "", passages)
    save(replace(dossier, formulas=(formula,)), case)
    assert "berg-2019" in read_into([files], case).recoded
    with Workbench(case) as workbench:
        opened = workbench.proposals(kind="position", status="open", document="berg-2019")
        (stance,) = [each for each in opened if dict(each.proposal.cells).get("on") == "quota-1959"]
        entry = workbench.accept([stance.id])
    accepted = load(case).by_id[entry[0]]
    assert isinstance(accepted, Position)
    assert accepted.on == "quota-1959"
