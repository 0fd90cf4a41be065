"""The second coder's pass at the desk: blind, undone by its own coder alone, compared and settled."""

from __future__ import annotations

import html
import re

from hikiwake.dossier import load
from tests.desk.conftest import Asked
from tests.desk.test_review import ids
from tests.workbench.conftest import agreed, insists, refused, wells


def decided(water: Asked) -> None:
    """The review corrects and accepts the first, notes something, accepts the third, and rejects the fourth."""
    water.send("/review/change", proposal=agreed().id, type="CONSULT", summary="Talks on gauges", accept="1")
    water.send("/review/memo", id=insists().id, text="A secret note")
    water.send("/review/accept", id=insists().id)
    water.send("/review/reject", id=wells().id)


def test_the_second_coder_is_shown_nothing_of_what_was_decided(water: Asked) -> None:
    untouched = ids(water.see("/review/second?coder=two"))
    before = water.see("/review/second?coder=two")
    decided(water)
    page = water.see("/review/second?coder=two")
    assert ids(page) == untouched and len(untouched) == 4
    content = [re.search(r'<div id="pass".*</main>', each, re.S) for each in (before, page)]
    assert content[0] and content[1] and content[0][0] == content[1][0]
    for secret in ("CONSULT", "Talks on gauges", "secret", "accepted</b>", "became"):
        assert secret not in page


def test_the_second_coder_is_not_told_what_others_do_meanwhile(water: Asked) -> None:
    decided(water)
    (event,) = load(water.opened.folder).events
    events = water.opened.folder / "events.csv"
    events.write_text(events.read_text().replace("CONSULT", "AGREE"))
    assert "data-position" in water.see("/review") and event.id in water.see("/review")
    page = water.see("/review/second?coder=two")
    assert "data-position" not in page and event.id not in page


def test_verdicts_are_noted_and_taken_back_by_their_coder_alone(water: Asked) -> None:
    decided(water)
    before = load(water.opened.folder)
    page = water.send(
        "/review/second/judge",
        id=agreed().id,
        coder="two",
        decision="accepted",
        type="CONSULT",
        **{"pass-kind": "event"},
    )
    assert agreed().id not in ids(page) and "two: 1 proposal left of 2" in page
    page = water.send("/review/second/judge", id=wells().id, coder="two", decision="rejected")
    assert load(water.opened.folder) == before
    page = water.send("/review/second/undo", coder="two")
    assert wells().id in ids(page) and agreed().id not in ids(page)
    water.send("/review/accept", id=refused().id)
    answer = water.client.post("/review/second/undo", data={"case": water.opened.key, "coder": "two"})
    assert answer.status_code == 422 and "not yours" in answer.text
    assert len(load(water.opened.folder).events) == 2


def test_what_cannot_be_noted_is_told_at_its_proposal(water: Asked) -> None:
    for fields, said in (
        ({"coder": "", "decision": "accepted"}, "needs a name"),
        ({"coder": "two", "decision": "perhaps"}, "needs a name"),
        ({"coder": "two", "decision": "accepted", "type": "HUG"}, "expected one of"),
    ):
        form = {"case": water.opened.key, "id": agreed().id, **fields}
        answer = water.client.post("/review/second/judge", data=form)
        assert answer.status_code == 422 and said in answer.text
    with water.opened.workbench() as bench:
        assert bench.second.coders() == {}


def test_a_hostile_name_is_shown_as_text(water: Asked) -> None:
    coder = '"><script>alert(1)</script>'
    page = water.send("/review/second/judge", id=agreed().id, coder=coder, decision="rejected")
    assert "<script>alert" not in page
    assert "<script>alert" not in water.see("/review/differences") + water.see("/review/second") + water.see("/history")


def test_agreement_is_told_and_differences_are_settled(water: Asked) -> None:
    decided(water)
    assert "No second coder" in water.see("/review/differences")
    for id_, decision in ((agreed().id, "accepted"), (insists().id, "rejected"), (wells().id, "rejected")):
        water.send("/review/second/judge", id=id_, coder="two", decision=decision)
    page = html.unescape(water.see("/review/differences?coder=two"))
    assert "2 differences, 2 not settled" in page
    assert re.search(r"Accepted or rejected</th><td>0\.44</td><td>3<", page)
    row = page[page.index(f'id="proposal-{agreed().id}"') :]
    assert "<td>CONSULT</td><td>AGREE</td>" in row[: row.index("</li>")]

    page = html.unescape(water.send("/review/differences/settle", id=insists().id, coder="two", chosen="first"))
    assert "2 differences, 1 not settled" in page and "for the review; kept beside it: two rejected it" in page
    page = html.unescape(water.send("/review/differences/settle", id=agreed().id, coder="two", chosen="second"))
    assert "0 not settled" in page and "for two; kept beside it: the review had accepted it" in page
    assert re.search(r"Accepted or rejected</th><td>0\.44</td><td>3<", page)
    (event,) = load(water.opened.folder).events
    assert event.type == "AGREE" and event.id.endswith("consult-aaa-bbb")
    answer = water.client.post(
        "/review/differences/settle",
        data={"case": water.opened.key, "id": agreed().id, "coder": "two", "chosen": "first"},
    )
    assert answer.status_code == 422 and "nothing to settle" in answer.text
    water.send("/undo")
    (event,) = load(water.opened.folder).events
    assert event.type == "CONSULT"


def test_a_case_that_comes_with_the_program_is_not_gone_over(water: Asked) -> None:
    form = {"case": "0" * 12, "id": agreed().id, "coder": "two", "decision": "rejected"}
    assert water.client.post("/review/second/judge", data=form).status_code == 409
