"""The whole way without script, by links and forms alone: from an empty folder to the page for others."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

import hikiwake as hw
from hikiwake.desk.working import Works
from hikiwake.dossier.folder.checking import check_case
from tests.desk.conftest import Asked
from tests.desk.walking import Walker
from tests.skerries_files import files

OFFERED = "Norland offered half of the Skerries to Suderland."
ACCEPTED = "Suderland would accept half of the Skerries if Norland opened the strait."


@pytest.fixture
def walker(empty: Asked, monkeypatch: pytest.MonkeyPatch) -> Iterator[Walker]:
    """Somebody at a desk over an empty folder, whose works are waited for."""
    monkeypatch.setattr(Works.begin, "__defaults__", (60.0,))
    with empty.client:
        yield Walker(empty)


def test_without_script_a_case_is_made_from_its_files_to_the_page_for_others(walker: Walker) -> None:
    sides = {"first": "NOR:Norland", "second": "SUD:Suderland"}
    walker.press("Make the case", {"title": "The Skerries", "question": "Who could have them?", **sides}, files=files())
    assert "5 documents are new" in walker.text
    reviewed(walker)
    written(walker)
    modelled(walker)
    walker.follow("what if")
    walker.follow("Turn round: wants “Sign")
    assert "What is otherwise" in walker.text
    walker.press("Save as a scenario", {"title": "Nothing is signed", "name": "nothing"})
    assert [name for name, _ in walker.asked.opened.dossier.scenarios] == ["nothing"]
    walker.follow("Share")
    walker.press("Make: The page")
    page = walker.asked.see(str(walker.page.find_class("offers")[0].getroottree().xpath("//a[@download]/@href")[0]))
    assert hw.load(walker.asked.opened.folder).events[0].id in page
    assert check_case(walker.asked.opened.folder).faults == []


def reviewed(walker: Walker) -> None:
    """Accept the events that are sure; the last decision is taken back and done again."""
    walker.follow("Review")
    walker.press("Show", {"kind": "event"})
    while told := re.findall(r"0\.[89]\d sure", walker.text):
        walker.press("Accept", within=told[0])
    events = len(hw.load(walker.asked.opened.folder).events)
    assert events > 5
    walker.press("Undo")
    assert len(hw.load(walker.asked.opened.folder).events) == events - 1
    walker.press("Do again")


def written(walker: Walker) -> None:
    """Make a formula and two positions on it of words of the texts; one is changed and taken back."""
    position = {"on": "half", "strength": "moderate", "stance": "Half"}
    cite(walker, "A letter", OFFERED, "formulas", id="half", title="Half", kind="sovereignty", includes="Half.")
    cite(walker, "A letter", OFFERED, "positions", actor="NOR", verb="offers", start="1992-07-04", **position)
    cite(walker, "A note", ACCEPTED, "positions", actor="SUD", verb="accepts", start="1996-03", **position)
    walker.follow("position-")
    walker.press("Save", {"start": "the day before"}, status=422)
    assert "Nothing was changed. Look at: When" in walker.text
    walker.press("Save", {"start": "1996-04"})
    walker.press("Undo")
    assert str(hw.load(walker.asked.opened.folder).positions[-1].period.start) == "1996-03-01"


def cite(walker: Walker, document: str, words: str, becomes: str, **said: str) -> None:
    """Make an entry of words of a document."""
    walker.follow("Documents")
    walker.follow(document)
    walker.press("Go on", {"words": words, "kind": becomes})
    walker.press("Save", said)
    assert "Kept:" in walker.text


def modelled(walker: Walker) -> None:
    """Make an era, draft its model, say how it ended, and save it."""
    walker.follow("Models")
    walker.follow("make one first")
    walker.follow("New era")
    walker.press("Save", {"id": "1990s", "title": "The talks", "start": "1990/1999"})
    walker.follow("Models")
    walker.press("Draft it from the record")
    ends = dict.fromkeys(walker.page.xpath("//select[starts-with(@name, 'end:')]/@name"), "N")
    assert len(ends) >= 2
    walker.press("Save", ends)
    assert "hold for everybody" in walker.text
    assert [name for name, _ in walker.asked.opened.dossier.conflicts] == ["1990s"]
