"""Packages at the desk: sliders assume, the address holds what is assumed, nothing is kept unless it is asked for."""

from __future__ import annotations

import html
import re
import shutil
from pathlib import Path

import pytest

import hikiwake as hw
from hikiwake.desk import Desk
from hikiwake.dossier.folder.onefile import record_digest
from hikiwake.settlement.packages import draft, negotiation_from
from hikiwake.settlement.packages.negotiation import Range
from tests.desk.conftest import Asked, asked

FILE = """# A comment that stays.
title = "The Skerries"
issues = [
  { id = "land", title = "Land", alternatives = ["none", "half"] },
  { id = "fish & fowl", title = "Fish", alternatives = ["none", "shared"] },
]
status_quo = { land = "none", "fish & fowl" = "none" }
[[parties]]
name = "Norland"
weights = { land = 1, "fish & fowl" = 1 }
evaluations = { land = { none = 0, half = [-1, 1] }, "fish & fowl" = { none = 0, shared = 0.5 } }
reservation = 0.25
[[parties.constituencies]]
name = "Fishers"
evaluations = { land = { none = 0, half = 0 }, "fish & fowl" = { none = 0, shared = 1 } }
floor = 0.5
[[parties]]
name = "Suderland"
weights = { land = 1, "fish & fowl" = 1 }
evaluations = { land = { none = 0, half = -0.5 }, "fish & fowl" = { none = 0, shared = 1 } }
[[tabled]]
name = "Both"
package = { land = "half", "fish & fowl" = "shared" }
"""


@pytest.fixture
def desk(skerries_made: Path, tmp_path: Path) -> Asked:
    """A desk over the small dispute with a package file."""
    shelf = Path(shutil.copytree(skerries_made, tmp_path / "packed"))
    folder = shelf / "skerries"
    (folder / "packages").mkdir(exist_ok=True)
    (folder / "packages" / "first.toml").write_text(FILE, encoding="utf-8")
    return asked(Desk(shelf, str(folder)))


def sliders(page: str) -> dict[str, tuple[str, float]]:
    """What can be moved: the label of each slider and where it stands, by name."""
    pattern = r'<label class="field slider"><span>(.*?)</span><input type="range" name="([^"]+)".*?value="([^"]+)"'
    found = re.findall(pattern, page)
    return {name: (html.unescape(re.sub("<.*?>", "", label)), float(value)) for label, name, value in found}


def test_every_weight_evaluation_floor_and_reservation_is_a_slider(desk: Asked) -> None:
    found = sliders(desk.see("/packages"))
    assert found["p1-r"] == ("From where it accepts", 0.25)
    assert found["p1-w-2"] == ("Fish: weight", 1)
    assert found["p1-e-1-2"] == ("Land: half", 0)
    assert found["p1c1-r"] == ("From where it accepts", 0.5)
    assert found["p2-e-2-2"] == ("Fish: shared", 1)
    assert "p2-r" not in found, "where the status quo is the reservation there is no number to move"


def test_a_form_leads_to_an_address_that_holds_only_what_is_moved(desk: Asked) -> None:
    given = {name: str(at) for name, (_, at) in sliders(desk.see("/packages")).items()}
    answer = desk.client.get("/packages", params={**given, "p1-e-1-2": "-0.9", "file": "first", "move": "yes"},
                             follow_redirects=False)  # fmt: skip
    assert (answer.status_code, answer.headers["location"]) == (303, "/packages?file=first&p1-e-1-2=-0.9")


def test_what_follows_is_what_the_program_says_of_the_moved_file(desk: Asked) -> None:
    before = desk.see("/packages?file=first")
    assert "As assumed" not in before
    page = desk.see("/packages?file=first&p1-e-1-2=-0.9")
    alone = hw.packages(negotiation_from(FILE.replace("half = [-1, 1]", "half = -0.9")), draws=0)
    assert f"As assumed all parties accept {['none', 'one', 'two'][alone.counts.zone or 0]} of four packages" in page
    assert [one.accepts for one in alone.tabled[0].gains] == ["no", "yes"]
    assert re.search(r'class="otherwise">does not accept <span class="tags">by the file: open', page)
    assert "1 number assumed" in page or "one number assumed" in page


def test_nothing_is_recorded_by_moving(desk: Asked) -> None:
    digest = record_digest(desk.opened.dossier)
    desk.see("/packages?file=first&p1-w-1=0.1&p1c1-r=-1&p1-r=2")
    assert record_digest(desk.opened.dossier) == digest
    assert [name for name, _ in desk.opened.dossier.packages] == ["first"]


def test_it_is_kept_as_a_file_where_asked_and_can_be_undone(desk: Asked) -> None:
    fields = {"file": "first", "name": "second", "p1-e-1-2": "-0.9", "p1c1-r": "0.75", "p1-w-2": "0.4"}
    desk.send("/packages/save", **fields)
    text = dict(desk.opened.dossier.packages)["second"]
    assert text.startswith("# A comment that stays.\n")
    kept = negotiation_from(text)
    moved = kept.parties[0].voice.stakes[0].evaluations
    assert isinstance(moved, tuple)
    assert float(moved[1].low) == -0.9
    assert isinstance(kept.parties[0].constituencies[0].level, Range)
    assert float(kept.parties[0].constituencies[0].level.low) == 0.75
    assert float(kept.parties[0].voice.stakes[1].weight.low) == 0.4
    assert dict(desk.opened.dossier.packages)["first"] == FILE
    answer = desk.client.post("/packages/save", data={"case": desk.opened.key, **fields})
    assert answer.status_code == 422
    assert "there already" in html.unescape(answer.text)
    desk.send("/undo")
    assert [name for name, _ in desk.opened.dossier.packages] == ["first"]


@pytest.mark.parametrize(
    "query", ["p1-e-1-2=nan", "p1-e-1-2=1e99", "p9-e-9-9=1", "p1-e-1-2=word", "file=none", "p1-w-1=-3"]
)
def test_odd_addresses_are_answered(desk: Asked, query: str) -> None:
    answer = desk.client.get(f"/packages?{query}")
    assert answer.status_code in (200, 422)
    assert "The Skerries" in answer.text


def test_a_file_is_drafted_of_an_era_as_the_command_drafts_it_and_undone(skerries: Asked) -> None:
    era = skerries.opened.dossier.case.eras[0].id
    assert f'<option value="{era}">' in skerries.see("/packages")
    page = skerries.send("/packages/draft", era=era)
    assert dict(skerries.opened.dossier.packages) == {era: draft(skerries.opened.dossier, era).text}
    assert sliders(page) and "Evaluations are measured from nothing agreed" in page
    assert f'<a href="/packages?file={era}">' in skerries.see("/history")
    assert "(a file is there)" in page
    skerries.send("/undo")
    assert skerries.opened.dossier.packages == ()


def test_a_draft_never_replaces_a_file_and_keeps_what_was_chosen(desk: Asked) -> None:
    era = desk.opened.dossier.case.eras[0].id
    for name in ("first", "FIRST", "../first"):
        fields = {"era": era, "name": name, "party": ["SUD", "NOR"]}
        answer = desk.client.post("/packages/draft", data={"case": desk.opened.key, **fields})
        assert answer.status_code == 422
        assert ("there already" if "/" not in name else "without") in answer.text
        assert f'name="name" value="{html.escape(name)}"' in answer.text
        assert 'value="SUD" checked' in answer.text and f'value="{era}" selected' in answer.text
    assert dict(desk.opened.dossier.packages) == {"first": FILE}
    desk.send("/packages/draft", era=era, party=["SUD", "NOR"])
    desk.send("/packages/draft", era=era)
    drafts = dict(desk.opened.dossier.packages)
    assert sorted(drafts) == [era, f"{era}-2", "first"]
    names = [[party.name for party in negotiation_from(drafts[each]).parties] for each in (era, f"{era}-2")]
    assert names[0] == names[1][::-1]


def test_what_cannot_be_drafted_is_told(skerries: Asked) -> None:
    answer = skerries.client.post("/packages/draft", data={"case": skerries.opened.key, "era": "1790"})
    assert answer.status_code == 422 and "no era" in answer.text
    assert skerries.opened.dossier.packages == ()


def test_where_no_era_is_there_to_draft_one_for_it_leads_to_eras(water: Asked) -> None:
    page = water.see("/packages")
    assert 'href="/entries?kind=eras">make one first' in page and "/packages/draft" not in page


def test_the_built_in_packages_can_be_moved_and_kept_only_in_a_copy(empty: Asked) -> None:
    empty.client.post("/open", data={"name": "japan_russia"})
    page = empty.see("/packages?file=2022-&p2-e-1-2=1")
    assert "As assumed" in page
    assert "Save as a file" not in page and "/packages/draft" not in page
    answer = empty.client.post("/packages/draft", data={"case": empty.opened.key, "era": "2022-"})
    assert answer.status_code == 422 and "copy it into a folder first" in answer.text
