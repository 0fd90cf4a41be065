"""What somebody meets who knows the README alone: empty views and refusals that say what to do next."""

from __future__ import annotations

import html
from dataclasses import replace

import pytest

import hikiwake as hw
from hikiwake.workbench import Kept, Proposal
from tests.desk.conftest import Asked
from tests.desk.test_editing import chosen
from tests.workbench.conftest import insists, wells


def kept(water: Asked, proposal: Proposal) -> str:
    """The id of a proposal that is put into the queue."""
    with water.opened.workbench() as bench:
        bench.propose([proposal], "another")
        return proposal.id


def test_the_page_of_a_record_without_entries_leads_to_the_review(water: Asked) -> None:
    assert '<a href="/review">Review 4 proposals</a>' in water.see("/case")
    for id_ in [each.id for each in _open(water)]:
        water.send("/review/reject", id=id_)
    page = water.see("/case")
    assert "no entry yet" in page and '<a href="/documents">Add documents</a>' in page


def _open(water: Asked) -> list[Kept]:
    with water.opened.workbench() as bench:
        return [*bench.proposals(status="open")]


@pytest.mark.parametrize(
    ("proposal", "lacks"),
    [
        (replace(insists(), cells=tuple(cell for cell in insists().cells if cell[0] != "on")), "on: "),
        (replace(wells(), period=None, cells=(*wells().cells, ("group", "all"))), "a period (the document gives none)"),
        (replace(wells(), cells=tuple(cell for cell in wells().cells if cell[0] != "value")), "value: "),
    ],
)
def test_a_proposal_that_lacks_something_says_what_and_leads_to_its_form(
    water: Asked, proposal: Proposal, lacks: str
) -> None:
    id_ = kept(water, proposal)
    answer = water.client.post("/review/accept", data={"case": water.opened.key, "id": id_})
    page = html.unescape(answer.text)
    assert answer.status_code == 422 and f"an entry needs {lacks}" in page
    assert f'<a href="/review/edit?id={id_}' in page and "Fill in what is missing and accept it" in page
    assert "It cannot be accepted as it is" in water.see(f"/review/changes?id={id_}")


def test_the_form_of_a_proposal_offers_what_its_fields_may_have(water: Asked) -> None:
    page = html.unescape(water.see(f"/review/edit?id={kept(water, replace(insists(), confidence=0.3))}"))
    assert '<select id="field-verb"' in page and '<option value="demands" selected>' in page
    assert '<datalist id="known-on">' in page and "2013-06-04, 2012/2018" in page
    assert '<a href="/entries/form?kind=issues">an issue</a>' in page


def test_a_reading_is_saved_without_a_time_though_the_form_has_a_basis(water: Asked) -> None:
    water.send("/entries/save", kind_of="questions", id_of="", id="how-many", wording="How many wells?", kind="rival")
    asked = chosen(water, "About 40 wells", "readings")
    assert asked["basis"] == "stated"
    told = {"question": "how-many", "side": "many", "answer": "About 40.", "holder": "A commission"}
    water.send("/entries/save", **{**asked, **told, "kind_of": "readings", "id_of": ""})
    (reading,) = hw.load(water.opened.folder).readings
    assert reading.as_of is None


def test_hypotheses_without_a_question_lead_to_one_and_with_one_to_its_readings(water: Asked) -> None:
    assert 'href="/entries/form?kind=questions"' in water.see("/hypotheses")
    water.send("/entries/save", kind_of="questions", id_of="", id="how-many", wording="How many wells?", kind="rival")
    page = water.see("/hypotheses")
    assert "make each a reading" in page and 'href="/entries/form?kind=questions"' not in page


def test_a_list_says_how_several_are_parted_and_what_is_never_empty(skerries: Asked) -> None:
    page = html.unescape(skerries.see("/entries/form?kind=scales"))
    assert "several parted by semicolons: " in page
    assert "what it consists of, in the editor's words; never empty" in html.unescape(
        skerries.see("/entries/form?kind=formulas")
    )


def test_what_is_undone_is_called_by_its_title_and_not_by_its_text(water: Asked) -> None:
    page = water.send("/hypotheses/new", title="Why did it fail?", texts="The price\nThe place")
    assert "(“Why did it fail?”)" in page and "(“[[analyses" not in page
