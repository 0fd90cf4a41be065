"""The review at the desk: the queue, its filters and counts, and what is decided in it."""

from __future__ import annotations

import html
import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

import hikiwake as hw
from tests.desk.conftest import Asked


def ids(page: str) -> list[str]:
    return re.findall(r'id="proposal-(\w+)"', page)


def test_the_queue_shows_the_sentence_with_its_neighbours_what_it_would_become_and_why(water: Asked) -> None:
    page = html.unescape(water.see("/review"))
    assert len(ids(page)) == 4
    first = page[page.index('id="proposal-') : page.index('id="proposal-', page.index('id="proposal-') + 9)]
    assert "<q>In June 2013 the First side and the Second side agreed on shared gauges.</q>" in first
    assert '<span class="near">On 4 July 2013 the Second side rejected the plan for a dam.</span>' in first
    became = re.sub("<[^>]+>", "", re.findall(r'<p class="becomes">(.*?)</p>', first)[0])
    both = "First side, Second side → First side, Second side AAA, BBB → AAA, BBB"
    assert became == f"would become agrees AGREE · {both} · June 2013"
    assert "because of “agreed”: agree on" in re.sub("<[^>]+>", "", first)
    assert 'title="rule agree on; trigger agreed' in first


def test_the_queue_is_narrowed_and_each_facet_counts_what_the_others_leave(water: Asked) -> None:
    assert len(ids(water.see("/review?kind=event"))) == 2
    assert len(ids(water.see("/review?about=quota"))) == 1
    assert ids(water.see("/review?status=accepted")) == []
    page = water.see("/review?kind=claim&document=letter-2015")
    assert (
        "A commission 2015 (1)" in page
        and "event: what was done (2)" in page
        and "claim: a figure, or what else can be checked (1)" in page
    )
    assert len(ids(water.see("/review?status=all&after=notanumber"))) == 4


def test_a_proposal_is_accepted_and_taken_back(water: Asked) -> None:
    first, *others = ids(water.see("/review"))
    page = water.send("/review/accept", id=first, back="/review?kind=event")
    assert first not in page and "last decision: accept of 1 event" in page
    (event,) = hw.load(water.opened.folder).events
    assert event.id in water.see("/review?status=accepted")
    page = water.send("/review/undo")
    assert ids(page) == [first, *others] and "Do again: accept of 1 event" in page
    assert hw.load(water.opened.folder).events == ()
    water.send("/review/redo")
    assert hw.load(water.opened.folder).events == (event,)


def test_several_are_rejected_together_under_the_name_of_whoever_did(water: Asked) -> None:
    some = ids(water.see("/review"))[:2]
    water.client.cookies.set("hikiwake-name", "Second%20coder")
    water.send("/review/reject", id=some)
    with water.opened.workbench() as bench:
        assert (bench.log[-1].what, bench.log[-1].who) == ("reject", "Second coder")
        assert [each.id for each in bench.proposals(status="rejected")] == some


def test_a_decision_that_cannot_be_taken_is_told_at_its_proposal(water: Asked) -> None:
    with water.opened.workbench() as bench:
        (wells,) = bench.proposals(kind="event")[1:]
        bench.edit(wells.id, sources=())
    answer = water.client.post("/review/accept", data={"case": water.opened.key, "id": wells.id, "back": "/review"})
    assert answer.status_code == 422
    item = answer.text[answer.text.index(f'id="proposal-{wells.id}"') :]
    assert "an entry needs sources" in item[: item.index("</li>")]
    assert hw.load(water.opened.folder).events == ()


def test_nothing_to_undo_is_told(water: Asked) -> None:
    answer = water.client.post("/review/undo", data={"case": water.opened.key})
    assert answer.status_code == 422 and "nothing to undo" in answer.text


@pytest.mark.parametrize("decision", ["accept", "reject", "undo", "redo"])
def test_a_form_made_for_another_case_decides_nothing(water: Asked, decision: str) -> None:
    (first, *_) = ids(water.see("/review"))
    for key in ("", "0" * 12):
        answer = water.client.post(f"/review/{decision}", data={"case": key, "id": first})
        assert answer.status_code == 409
    with water.opened.workbench() as bench:
        assert not [line for line in bench.log if line.turns]


def test_a_change_by_hand_in_the_folder_is_taken_in_and_shown(water: Asked) -> None:
    (first, *_) = ids(water.see("/review"))
    water.send("/review/accept", id=first)
    events = water.opened.folder / "events.csv"
    events.write_text(events.read_text().replace("AGREE", "CONSULT"))
    page = html.unescape(water.see("/review"))
    (event,) = hw.load(water.opened.folder).events
    assert f"1 row of the folder was changed by other means and taken in: {event.id} changed" in page
    assert "changed by other means" not in water.send("/seen", back="/review")
    events.write_text(events.read_text().replace("2013-06-01", "June"))
    page = html.unescape(water.see("/documents"))
    assert "The folder cannot be read now" in page and "events.csv:2" in page and "June" in page
    assert water.opened.dossier.events == (event,)


def test_many_decide_at_once_and_every_decision_is_noted_once(water: Asked) -> None:
    with water.opened.workbench() as bench:
        (first, *_) = bench.proposals()
        more = [replace(first.proposal, cells=(("summary", f"Act {number}"),)) for number in range(12)]
        bench.propose(more, "rules")
        wanted = [each.id for each in bench.proposals(status="open") if each.proposal.cells]

    def decide(id_: str) -> int:
        form = {"case": water.opened.key, "id": id_}
        answers = [water.client.post("/review/reject", data=form, follow_redirects=False) for _ in range(2)]
        return sum(answer.status_code == 303 for answer in answers)

    with ThreadPoolExecutor(6) as pool:
        assert list(pool.map(decide, wanted)) == [1] * len(wanted)
    with water.opened.workbench() as bench:
        decided = [turn.after.id for line in bench.log for turn in line.turns]
    assert sorted(decided) == sorted(wanted)


def test_all_that_are_asked_for_are_decided_at_once_and_undone_at_once(water: Asked) -> None:
    page = water.see("/review?kind=event")
    assert "Accept all 2" in page
    water.send("/review/all", decision="accept", kind="event", count="2")
    assert len(hw.load(water.opened.folder).events) == 2
    assert len(ids(water.see("/review"))) == 2
    water.send("/review/undo")
    assert not hw.load(water.opened.folder).events and len(ids(water.see("/review"))) == 4
    water.send("/review/all", decision="reject", count="4", status="open")
    assert ids(water.see("/review")) == []


@pytest.mark.parametrize("fields", [{"count": "3", "decision": "reject"}, {"count": "4", "decision": "keep"}, {}])
def test_another_number_than_was_shown_is_not_decided(water: Asked, fields: dict[str, str]) -> None:
    answer = water.client.post("/review/all", data={"case": water.opened.key, **fields})
    assert answer.status_code == 422 and 'role="alert"' in answer.text
    assert len(ids(water.see("/review"))) == 4


def test_a_proposal_is_corrected_and_accepted(water: Asked) -> None:
    first = ids(water.see("/review"))[0]
    page = water.see(f"/review/edit?id={first}")
    assert 'name="period" value="2013-06"' in page and "<q>In June 2013" in page
    water.send("/review/change", proposal=first, period="2013-07", type="CONSULT", accept="1")
    (event,) = hw.load(water.opened.folder).events
    assert (event.type, event.period.start.isoformat()) == ("CONSULT", "2013-07-01")
    page = water.send("/review/undo")
    assert ids(page)[0] == first and 'name="period" value="2013-06"' in water.see(f"/review/edit?id={first}")
    water.send("/review/redo")
    assert hw.load(water.opened.folder).events == (event,)


@pytest.mark.parametrize("field", [{"period": "soon"}, {"type": "HUG"}, {"sources": "ZZ9"}])
def test_what_no_proposal_can_be_is_refused_and_stays_typed(water: Asked, field: dict[str, str]) -> None:
    first = ids(water.see("/review"))[0]
    fields = {"case": water.opened.key, "proposal": first, "accept": "1", **field}
    answer = water.client.post("/review/change", data=fields)
    (value,) = field.values()
    assert answer.status_code == 422 and 'role="alert"' in answer.text and f'value="{value}"' in answer.text
    assert not hw.load(water.opened.folder).events
    with water.opened.workbench() as bench:
        assert not [line for line in bench.log if line.turns]
