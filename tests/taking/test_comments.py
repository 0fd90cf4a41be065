"""Comments become doubts of whoever made them; nothing else of a case changes, and the same comment is one."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

import hikiwake as hw
from hikiwake.dossier.folder.checking import check_case
from hikiwake.errors import CaseError
from hikiwake.taking import take
from hikiwake.taking.comments import FORMAT
from hikiwake.workbench import Workbench
from tests.synthetic import skerries

HEAD = "entry,comment,author,date\n"


@pytest.fixture
def case(tmp_path: Path) -> Path:
    hw.save(skerries().dossier(), tmp_path / "case")
    return tmp_path / "case"


def sent(folder: Path, text: str, name: str = "comments.csv") -> Path:
    (folder / name).write_text(text, "utf-8")
    return folder / name


def test_a_comment_is_a_doubt_of_its_author(case: Path, tmp_path: Path) -> None:
    before = hw.load(case)
    event = before.events[0].id
    taken = take(case, sent(tmp_path, f'{HEAD}{event},"The day is 𠮷, not ""this"".",A reviewer,2026-11-30\n'))
    after = hw.load(case)
    (doubt,) = after.doubts[len(before.doubts) :]
    assert (doubt.entry, doubt.holder, doubt.kind) == (event, "A reviewer", "uncertain")
    assert doubt.reason == 'Comment of 2026-11-30: The day is 𠮷, not "this".'
    assert [doubt.id] == [*taken.new]
    assert replace(after, doubts=before.doubts) == before
    assert check_case(case).faults == []


def test_the_same_comment_is_one(case: Path, tmp_path: Path) -> None:
    claim = hw.load(case).claims[0].id
    rows = (
        f"{claim},Too high.,A reader,2026-01-01\n{claim},Too  high.,A reader,2026-02-02\n{claim},Too high.,Another,\n"
    )
    taken = take(case, sent(tmp_path, HEAD + rows))
    assert (len(taken.new), taken.known) == (2, 1)
    again = take(case, sent(tmp_path, HEAD + rows))
    assert (len(again.new), again.known) == (0, 3)


def test_they_are_taken_back_by_undo(case: Path, tmp_path: Path) -> None:
    before = hw.load(case)
    take(case, sent(tmp_path, f"{HEAD}{before.claims[0].id},No.,A reader,\n"))
    with Workbench(case) as bench:
        bench.undo()
    assert hw.load(case) == before


def test_a_page_saves_them_as_json(case: Path, tmp_path: Path) -> None:
    claim = hw.load(case).claims[0].id
    told = {"format": FORMAT, "comments": [{"entry": claim, "comment": "😀 no", "author": "A reader", "date": ""}, 3]}
    taken = take(case, sent(tmp_path, json.dumps(told), "comments.json"))
    assert len(taken.new) == 1
    assert taken.left_out == ["comments.json:2: entry: found nothing, expected the entry"]
    assert hw.load(case).doubts[-1].reason == "Comment: 😀 no"


@pytest.mark.parametrize("separator", [";", "\t", ","])
def test_a_table_as_a_spreadsheet_saves_it(case: Path, tmp_path: Path, separator: str) -> None:
    claim = hw.load(case).claims[0].id
    lines = [["Author", "Entry", "COMMENT"], ["A reader", claim, "'=1+1"], ["", "", ""]]
    text = "\ufeff" + "".join(separator.join(line) + "\r\n" for line in lines)
    take(case, sent(tmp_path, text))
    assert hw.load(case).doubts[-1].reason == "Comment: =1+1"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("no-such,Why?,A reader,", "'no-such': no entry of the case that can be in doubt; the comment of 'A reader'"),
        (",Why?,A reader,", "comments.csv:2: entry: found nothing"),
        ("{claim},,A reader,", "comments.csv:2: comment: found nothing"),
        ("{claim},Why?,,", "comments.csv:2: author: found nothing"),
        ("{claim}," + "x" * 10_001 + ",A reader,", "10,001 characters, expected at most 10,000"),
    ],
)
def test_what_is_no_comment_is_told_and_the_others_are_taken(case: Path, tmp_path: Path, row: str, said: str) -> None:
    claim = hw.load(case).claims[0].id
    taken = take(case, sent(tmp_path, f"{HEAD}{row.format(claim=claim)}\n{claim},Good.,A reader,\n"))
    assert len(taken.new) == 1
    assert said in taken.left_out[0]


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.csv", "id,text\n", "a column 'entry'"),
        ("a.csv", "", "a column 'entry'"),
        ("a.csv", 'entry,comment,author\n"a', "a.csv:2"),
        ("a.json", "[1", "no JSON"),
        ("a.json", "[" * 100_000, "no JSON"),
        ("a.json", '{"format": "other"}', "comments as a page saves them"),
        ("a.txt", "x", "expected a file with one of the endings"),
    ],
)
def test_a_file_that_holds_none_changes_nothing(case: Path, tmp_path: Path, name: str, text: str, said: str) -> None:
    before = hw.load(case)
    with pytest.raises(CaseError, match=said):
        take(case, sent(tmp_path, text, name))
    assert hw.load(case) == before


def test_no_control_character_enters(case: Path, tmp_path: Path) -> None:
    claim = hw.load(case).claims[0].id
    take(case, sent(tmp_path, f"{HEAD}{claim},bell \x07 \x1b[31m \u202e end,A \x9b reader,\n"))
    doubt = hw.load(case).doubts[-1]
    assert (doubt.reason, doubt.holder) == ("Comment: bell \ufffd \ufffd[31m \ufffd end", "A \ufffd reader")


def test_a_case_of_the_program_is_not_changed(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="give a case folder of your own"):
        take("japan_russia", sent(tmp_path, HEAD))
