"""Merge, split, two types, memos and what a decision would change, at the desk: forms alone, each taken back."""

from __future__ import annotations

import html
import re
from dataclasses import replace

import pytest

import hikiwake as hw
from hikiwake.actors import Actor, Name
from hikiwake.dossier import Dossier, load, save
from hikiwake.periods import Period
from tests.desk.conftest import Asked
from tests.desk.test_review import ids
from tests.workbench.conftest import agreed, insists, refused, span, wells

HOSTILE = '<script>alert(1)</script> "𠮷" &amp;'


def folder(asked: Asked) -> Dossier:
    return load(asked.opened.folder)


def same(asked: Asked) -> str:
    """A second proposal that says what the first does, on the next sentence; its id."""
    other = replace(agreed(), passages=span(1))
    with asked.opened.workbench() as bench:
        bench.propose([other], "rules")
    return other.id


def refused_form(asked: Asked, address: str, **fields: object) -> str:
    answer = asked.client.post(address, data={"case": asked.opened.key, **fields})
    assert answer.status_code == 422 and 'role="alert"' in answer.text
    return html.unescape(answer.text)


def test_a_proposal_is_merged_with_another_and_with_an_entry(water: Asked) -> None:
    other = same(water)
    page = water.see(f"/review/merge?id={other}&back=/review?kind=event")
    assert ids(page) == [agreed().id, refused().id] and 'name="back" value="/review?kind=event"' in page
    page = water.send("/review/join", id=other, **{"with": agreed().id}, back="/review?kind=event")
    assert "last decision: merge of 2 events" in page
    (event,) = folder(water).events
    assert len(event.mentions) == 2
    water.send("/review/undo")
    water.send("/review/accept", id=agreed().id)
    page = water.see(f"/review/merge?id={other}")
    assert f'id="entry-{event.id}"' in page and "agreed on shared gauges" in page
    water.send("/review/join", id=other, **{"with": event.id})
    assert len(folder(water).events[0].mentions) == 2


def test_what_does_not_go_together_is_told_on_the_form(water: Asked) -> None:
    page = refused_form(water, "/review/join", id=agreed().id, **{"with": wells().id})
    assert "two or more of one kind" in page and "Merge: which says the same?" in page
    assert "no proposal has this id" in refused_form(water, "/review/join", id=agreed().id, **{"with": "nobody"})


def test_a_proposal_is_split_by_its_words_and_its_fields(water: Asked) -> None:
    page = water.see(f"/review/split?id={agreed().id}&back=//elsewhere.example")
    assert (
        'name="one-sources" value="AAA; BBB"' in page and "elsewhere" not in page.partition("<h1>")[0].split("href")[-1]
    )
    fields = {"one-words": "In June 2013 the First side", "two-words": "the Second side agreed\r\non shared gauges.",
              "one-sources": "AAA", "two-sources": "BBB", "two-type": "CONSULT"}  # fmt: skip
    page = water.send("/review/divide", id=agreed().id, **fields)
    assert len(ids(page)) == 5 and "split of 1 event" in page and "<q>In June 2013 the First side</q>" in page
    with water.opened.workbench() as bench:
        told = {each.proposal.type: each.proposal.sources for each in bench.proposals(about="June gauges")}
        parts = [each for each in bench.proposals(kind="event") if each.proposal.type in ("AGREE", "CONSULT")]
    assert not told and [each.proposal.sources for each in parts] == [("AAA",), ("BBB",)]
    assert len(ids(water.send("/review/undo"))) == 4
    page = water.send("/review/divide", id=agreed().id, **fields, accept="1")
    assert [event.type for event in folder(water).events] == ["AGREE", "CONSULT"]
    assert "split and accept of 1 event" in page
    assert len(ids(water.send("/review/undo"))) == 4 and not folder(water).events, "one undo takes all of it back"


def test_a_split_that_was_accepted_is_done_again_whole(water: Asked) -> None:
    fields = {"two-words": "the Second side agreed on shared gauges.", "two-type": "CONSULT"}
    left = ids(water.send("/review/divide", id=agreed().id, **fields, accept="1"))
    water.send("/review/undo")
    assert ids(water.send("/review/redo")) == left and len(left) == 3
    assert [event.type for event in folder(water).events] == ["AGREE", "CONSULT"]


def test_what_cannot_be_accepted_is_not_split_either(water: Asked) -> None:
    fields = {"one-words": "In June 2013 the First side", "two-period": ""}
    page = refused_form(water, "/review/divide", id=agreed().id, **fields, accept="1")
    assert 'name="two-period" value=""' in page and "nothing was accepted" in page
    assert len(ids(water.see("/review"))) == 4 and not folder(water).events
    with water.opened.workbench() as bench:
        assert bench.last is None


def test_several_passages_are_dealt_out(water: Asked) -> None:
    both = replace(agreed(), passages=(*span(0), *span(1)))
    with water.opened.workbench() as bench:
        bench.propose([both], "rules")
    page = water.see(f"/review/split?id={both.id}")
    assert [bool(re.search(rf'name="{name}" value="1" checked', page)) for name in ("one-span-0", "one-span-1")] == [
        True,
        False,
    ]
    assert "needs a passage" in refused_form(water, "/review/divide", id=both.id, **{"one-span-0": "1"})
    water.send("/review/divide", id=both.id, **{"one-span-0": "1", "two-span-1": "1"})
    with water.opened.workbench() as bench:
        found = [each.proposal.passages for each in bench.proposals(kind="event") if each.proposal.type == "AGREE"]
    assert span(0) in found and span(1) in found


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"one-words": "In July"}, "do not stand in it"),
        ({"two-words": "side"}, "more than once"),
        ({"two-type": "HUG"}, "expected one of"),
        ({"two-sources": "ZZ9"}, "an id that is known"),
        ({}, "proposed already"),
    ],
)
def test_a_split_that_cannot_be_is_told_and_stays_typed(water: Asked, fields: dict[str, str], said: str) -> None:
    page = refused_form(water, "/review/divide", id=agreed().id, **fields)
    assert said in page
    for value in fields.values():
        assert value in page
    with water.opened.workbench() as bench:
        assert len(bench.proposals()) == 4


def test_one_sentence_is_kept_as_two_kinds(water: Asked) -> None:
    page = water.see(f"/review/two?id={agreed().id}&kind=position")
    assert 'name="two-actor" value="AAA"' in page and 'name="two-period" value="2013-06"' in page
    told = {"two-actor": "AAA", "two-on": "quota", "two-verb": "supports", "two-stance": "Shared gauges",
            "two-period": "2013-06", "two-basis": "stated", "two-strength": "moderate",
            "two-kind": "declared"}  # fmt: skip
    assert "an id that is known" in refused_form(water, "/review/keep-two", id=agreed().id, kind="position", **told)
    told["two-on"] = ""
    page = water.send("/review/keep-two", id=agreed().id, kind="position", **told)
    assert len(ids(page)) == 5 and "two types for 1 event" in page and "beside" in page
    page = water.see(f"/review/two?id={agreed().id}")
    assert '<option value="event" selected>event: what was done</option>' in page
    assert '<option value="AGREE">agrees (AGREE)</option>' in page and '<option value="" selected>none</option>' in page
    water.send("/review/keep-two", id=agreed().id, kind="event", accept="1", **{
        "two-type": "CONSULT", "two-sources": "AAA; BBB", "two-targets": "AAA; BBB", "two-period": "2013-06",
        "two-basis": "stated", "two-happened": "occurred"})  # fmt: skip
    assert [event.type for event in folder(water).events] == ["AGREE", "CONSULT"]
    assert len(folder(water).passages) == 1
    assert "accept of two types for 1 event" in html.unescape(water.see("/review"))
    assert len(ids(water.send("/review/undo"))) == 5 and not folder(water).events, "one undo takes both back"


@pytest.mark.parametrize("kind", ["merge", "poem", ""])
def test_a_kind_that_is_none_is_refused(water: Asked, kind: str) -> None:
    assert "no kind of entry" in refused_form(water, "/review/keep-two", id=agreed().id, kind=kind)
    assert water.see(f"/review/two?id={agreed().id}&kind={kind}")


def test_a_memo_is_shown_escaped_and_goes_into_the_case(water: Asked) -> None:
    page = water.send("/review/memo", id=agreed().id, text=HOSTILE)
    assert HOSTILE not in page and html.escape(HOSTILE, quote=False) in page.replace("&#34;", '"')
    assert "memo on 1 event" in page
    assert ids(water.see("/review?memo=yes")) == [agreed().id]
    water.send("/review/accept", id=agreed().id)
    (memo,), (event,) = folder(water).memos, folder(water).events
    assert (memo.entry, memo.text) == (event.id, HOSTILE)
    form = water.see(f"/entries/form?kind=events&id={event.id}")
    assert "<script>alert" not in form and "&lt;script&gt;alert(1)" in form
    water.send("/review/memo", id=event.id, text="Another.", back=f"/entries/form?kind=events&id={event.id}")
    assert [each.text for each in folder(water).memos] == [HOSTILE, "Another."]
    assert "needs words" in refused_form(water, "/review/memo", id=agreed().id, text=" ")
    page = water.see("/history")
    assert "<script>alert" not in page and "memo" in page


def test_memos_go_out_with_the_exports(water: Asked) -> None:
    from hikiwake.exports.qualitative.of_dossier import project_of
    from hikiwake.exports.web_annotations import collection

    water.send("/review/accept", id=agreed().id)
    (event,) = folder(water).events
    water.send("/review/memo", id=event.id, text=HOSTILE)
    case = folder(water)
    (memo,) = case.memos
    project = project_of(case)
    (note,) = [each for each in project.notes if each.name == memo.id]
    assert HOSTILE in note.text and dict(project.users)[note.user] == memo.author
    assert note.guid in project.sources[0].selections[0].notes
    bodies = collection(case)["first"]["items"][0]["body"]
    (comment,) = [each for each in bodies if each["purpose"] == "commenting"]
    assert (comment["value"], comment["creator"]["name"], comment["created"]) == (HOSTILE, memo.author, memo.at)


def between(asked: Asked) -> None:
    """Have the case know its two sides."""
    case = folder(asked)
    sides = tuple(
        Actor(id_, "state", names=(Name("en", "", name),)) for id_, name in (("AAA", "Upland"), ("BBB", "Lowland"))
    )
    save(replace(case, case=replace(case.case, dyad=("AAA", "BBB")), actors=sides), asked.opened.folder)


def changes(asked: Asked, id_: str) -> str:
    page = html.unescape(asked.see(f"/review/changes?id={id_}"))
    return page[page.index(f'id="changes-{id_}"') : page.index('class="note"')]


def test_what_a_decision_would_change_is_computed(water: Asked) -> None:
    between(water)
    told = changes(water, agreed().id)
    assert "Upland and Lowland, 2013: " in told and "(1 act), nothing before" in told
    water.send("/review/accept", id=agreed().id)
    before = hw.relation(folder(water))[0].value
    told = changes(water, refused().id)
    with water.opened.workbench() as bench:
        bench.accept([refused().id])
        after = hw.relation(folder(water))[0].value
        bench.undo()
    assert f"2013: from {before:.1f} (1 act) to {after:.1f} (2 acts)" in told
    assert "Nothing that is computed would change" in changes(water, insists().id)


def test_a_further_mention_may_add_a_disagreement(water: Asked) -> None:
    between(water)
    water.send("/review/accept", id=agreed().id)
    (event,) = folder(water).events
    later = Period.parse("2013-11-04")
    other = replace(agreed(), passages=span(3), period=later, attributed_to="A minister")
    with water.opened.workbench() as bench:
        bench.propose([other], "rules")
    told = changes(water, other.id)
    assert "Merged into “Upland and Lowland" in told and f"({event.id})" in told
    assert "One disagreement more" in told.partition("Merged into")[2]
    water.send("/review/join", id=other.id, **{"with": event.id})
    (clash,) = hw.disagreements(folder(water))
    assert "Part of the disagreement “" in changes(water, other.id) and clash.what


def test_what_cannot_be_accepted_says_so_and_what_stands_on_nothing_too(water: Asked) -> None:
    with water.opened.workbench() as bench:
        bench.edit(refused().id, sources=())
    assert "an entry needs sources" in changes(water, refused().id)
    water.send("/review/reject", id=wells().id)
    assert water.see(f"/review/changes?id={wells().id}")


def test_the_filters_work_together(water: Asked) -> None:
    other = same(water)
    page = water.see("/review?sure=high")
    assert ids(page) == [agreed().id, other] and "0.75 and more (2)" in page and "under 0.50 (3)" in page
    water.send("/review/accept", id=agreed().id)
    page = water.see("/review?again=yes&kind=event&sure=high&document=letter-2015")
    assert ids(page) == [other] and "the like is there (1)" in page
    (event,) = folder(water).events
    assert f'the record has such an act of that year:</i> <a href="/case#{event.id}">' in page
    assert ids(water.see("/review?first=again"))[0] == other
    assert ids(water.see("/review?first=surest"))[0] == other
    assert ids(water.see("/review?first=unsure"))[-1] == other
    assert ids(water.see("/review?sure=most&again=perhaps&first=last"))
    water.send("/review/all", decision="reject", count="1", again="yes", sure="high")
    assert other not in ids(water.see("/review"))


def test_after_an_edit_the_queue_is_as_it_was_asked_for(water: Asked) -> None:
    page = water.see(f"/review/edit?id={agreed().id}&back=/review?kind=event")
    assert 'name="back" value="/review?kind=event"' in page
    page = water.send("/review/change", proposal=agreed().id, summary="Gauges.", back="/review?kind=event")
    assert len(ids(page)) == 2
