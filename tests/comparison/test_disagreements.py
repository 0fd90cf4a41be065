"""Disagreements: what was planted is found, what only looks like one is not, and each can be read and followed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hikiwake.comparison import disagreements
from hikiwake.comparison.clash import KINDS, Disagreement
from hikiwake.dossier import Dossier, Question, load
from hikiwake.periods import Period
from tests import planted as planted_views
from tests import planted_acts, planted_voices
from tests.planted import planted, score
from tests.synthetic import Builder, skerries

PLANTS = (*planted_views.KINDS, *planted_acts.KINDS, *planted_voices.KINDS)


@pytest.fixture(scope="module")
def found() -> dict[str, Disagreement]:
    """The disagreements of the small synthetic dispute by id."""
    return {each.id: each for each in disagreements(skerries().dossier())}


@pytest.mark.parametrize("seed", range(5))
def test_what_was_planted_is_found_and_nothing_else(seed: int) -> None:
    """Precision and recall are one: the decoys differ from the plants in exactly the point that matters."""
    result = score(planted(seed, 12, PLANTS))
    assert result.planted == 12 * len(PLANTS) == 348
    assert (result.precision, result.recall) == (1, 1)


@pytest.mark.parametrize("kind", PLANTS, ids=lambda kind: kind.__name__)
def test_each_kind_by_itself(kind: planted_views.Planting) -> None:
    """A kind that is not found is told by its name."""
    result = score(planted(0, 12, [kind]))
    assert (result.planted, result.precision, result.recall) == (12, 1, 1)


def test_the_score_can_fail() -> None:
    """A plant that the program cannot see lowers recall; a decoy declared a plant does not raise precision."""
    case = planted(0, 2, planted_views.KINDS)
    case.plant(True, "nobody")
    assert score(case).recall < 1


def test_the_small_dispute(found: dict[str, Disagreement]) -> None:
    """March against 4 April, nine meetings against eleven, refusal against no offer, trust built or broken, a doubt."""
    assert set(found) == {
        "disagreement-event-strait-closed",
        "disagreement-meetings",
        "disagreement-why_failed",
        "disagreement-trade-trust",
    }
    meetings = found["disagreement-meetings"]
    assert (meetings.kind, meetings.real, meetings.across) == ("contradiction", True, True)
    assert meetings.explanation == (
        "The figures exclude each other for the same time. Institute of the North: 9 meetings (between 1990 and 1994); "
        "Institute of the South: 11 meetings (between 1990 and 1994)."
    )
    assert meetings.groups == (("Institute of the North",), ("Institute of the South",))
    doubt = disagreements(skerries().dossier()).doubts[0]
    assert (doubt.id, doubt.across) == ("disagreement-doubt-001", False)
    assert doubt.explanation.endswith("No passage speaks against it.")


def test_a_stated_contradiction_stands_beside_an_inferred_date() -> None:
    """Two stated dates that exclude each other are real whatever a third is inferred to be; that one is on no side."""
    build = Builder()
    north = build.document("north", "Institute of the North", "NOR", "2000")
    for number, (day, basis) in enumerate((("1992-02-04", "stated"), ("1992-02-06", "stated"), ("1992-03", "context"))):
        passage = build.say(north, f"Account {number}.")
        build.event("event-clash", passage, day, "ASSAULT", "They fight.", basis=basis)
    (row,) = disagreements(build.dossier())
    assert (row.kind, row.real, row.entries) == ("contradiction", True, ("mention-001", "mention-002"))


@pytest.mark.parametrize("dossier", [skerries().dossier(), load("japan_russia")], ids=["synthetic", "built-in"])
def test_a_row_is_one_disagreement_that_can_be_followed(dossier: Dossier) -> None:
    """Ids are used once; entries and passages exist; at most six passages; real ones come first."""
    rows = disagreements(dossier)
    assert len({row.id for row in rows}) == len(rows)
    for row in rows:
        assert row.kind in KINDS
        assert 1 <= len(row.passages) <= 6
        assert all(entry in dossier.by_id for entry in row.entries)
        assert all(passage in dossier.passage for passage in row.passages)
        assert not row.explanation[0].islower()
        assert row.explanation.endswith((".", "?", "!"))
        documents = {dossier.passage[passage].document for passage in row.passages}
        assert row.across == (len(documents) > 1)
    assert [row.real for row in rows] == sorted((row.real for row in rows), reverse=True)
    assert "<table>" in rows._repr_html_()


def test_the_order_of_the_entries_does_not_matter() -> None:
    """The same entries in another order give the same disagreements."""
    dossier = skerries().dossier()
    turned = replace(
        dossier, claims=dossier.claims[::-1], readings=dossier.readings[::-1], drivers=dossier.drivers[::-1]
    )
    assert {row.id for row in disagreements(turned)} == {row.id for row in disagreements(dossier)}


@pytest.mark.parametrize("voice", ["quoted", "aim", "inside"])
def test_a_row_says_who_and_what(voice: str) -> None:
    """A quoted voice is not laid upon its author; an effect is named; what lies inside a document is told across."""
    kinds = {"quoted": planted_voices.QUOTED, "aim": planted_voices.AIMS, "inside": planted_voices.ONCE}
    row = next(each for each in disagreements(planted(0, 1, [kinds[voice]]).dossier()) if each.real)
    told = {
        "quoted": "On the other Old Crown (quoted by Institute of the South): It is so.",
        "aim": "It furthers “peace-0-True”, says Institute of the North",
        "inside": "Inside one document: Old Crown against New Crown.",
    }
    assert told[voice] in row.explanation


@pytest.mark.parametrize("several", ["parts", "counted", "stretch", ""])
def test_entries_of_several_acts_are_not_counted_as_acts(several: str) -> None:
    """An entry of a series that has parts, is counted itself or goes on for years may be several acts."""
    build = planted_views.planted(0, 0, []).build
    north = build.say("north", "They met nine times.")
    build.event("event-series", north, "1991/1993", "CONSULT", "They meet often.")
    period = "1991-02/1992-07" if several == "stretch" else "1991-02"
    build.event("event-one", north, period, "CONSULT", "They meet.", series="event-series")
    if several == "parts":
        build.event("event-part", north, "1991-02", "CONSULT", "They meet.", series="event-one")
    counts = [("event-series", "9", "1991/1993"), *([("event-one", "3", "1995")] if several == "counted" else [])]
    for about, value, time in counts:
        claim = {"subject": about, "measure": "meetings", "value": value, "unit": "meetings", "summary": "So many."}
        build.add("claim", north, **claim, as_of=Period.parse(time), about=about)
    row = next(each for each in disagreements(build.dossier()) if each.id.startswith("disagreement-event-series"))
    assert row.explanation == (
        "Fewer entries tell of them than are counted. Institute of the North: 9 meetings; told in one entry of several."
        if several
        else "Fewer are told one by one than counted. Institute of the North: 9 meetings; told one by one: 1."
    )


def test_forms_of_one_word_stand_together() -> None:
    """Who says "annexed" stands with who says "annexation", each quoted as it stands, against who says "occupation"."""
    build = Builder()
    for name, word in (("North", "annexed"), ("South", "Annexation"), ("East", "occupation")):
        passage = build.say(build.document(name, f"Institute {name}", "NOR", "2000"), f"The {word} of it.")
        build.event("event-taken", passage, "1991", "COERCE", "The islands are taken.", called=word)
    (row,) = disagreements(build.dossier())
    assert row.explanation.endswith(
        "Institute North and Institute South: “annexed”, “Annexation”; Institute East: “occupation”."
    )
    assert row.groups == (("Institute North", "Institute South"), ("Institute East",))


def test_what_did_not_take_place_may_be_called_by_two_words() -> None:
    """Cancelled and postponed: apparent; cancelled by one and done by the other: a contradiction."""
    for other, kind, real in (("postponed", "wording", False), ("occurred", "contradiction", True)):
        build = planted_views.planted(0, 0, []).build
        for document, happened in (("north", "cancelled"), ("south", other)):
            passage = build.say(document, f"The visit ({document}).")
            build.event("event-visit", passage, "1991", "CONSULT", "They meet.", happened=happened)
        (row,) = disagreements(build.dossier())
        assert (row.kind, row.real) == (kind, real)
        assert row.groups == (("Institute of the North",), ("Institute of the South",))


def test_views_of_another_time_stand_beside_no_one() -> None:
    """A voice that agrees, of a time at which nobody differs, is no part of the disagreement."""
    build = planted_views.planted(0, 0, []).build
    north, south = build.say("north", "Ours."), build.say("south", "Theirs.")
    for passage, holder, side, time in (
        (north, "Crown", "ours", "1980/1999"),
        (south, "League", "ours", "1980"),
        (south, "Council", "theirs", "1990"),
    ):
        told = {"question": "why_failed", "side": side, "answer": f"{side}.", "holder": holder}
        build.add("reading", passage, **told, as_of=Period.parse(time))
    (row,) = disagreements(build.dossier())
    assert row.groups == (
        ("Crown (quoted by Institute of the North)",),
        ("Council (quoted by Institute of the South)",),
    )


@pytest.mark.parametrize(
    ("told", "rows"),
    [
        ((("north", "Crown", "+", ""), ("south", "League", "-", "")), [(True, True)]),
        ((("north", "Crown", "+", ""), ("south", "League", "-", "expected")), [(False, True)]),
        ((("north", "Crown", "+", "expected"), ("south", "Council", "+", ""), ("south", "League", "-", "")),
         [(True, False), (False, True)]),
        ((("north", "Crown", "+", ""), ("south", "Council", "+", ""), ("south", "League", "-", "")), [(True, True)]),
        ((("north", "Crown", "+", ""), ("north", "Crown", "-", ""), ("south", "Crown", "-", "")), [(False, True)]),
        ((("south", "Council", "+", ""), ("south", "League", "-", "")), [(True, False)]),
    ],
)  # fmt: skip
def test_signs_are_really_apart_across_documents_only_where_two_of_different_ones_are(
    told: tuple[tuple[str, str, str, str], ...], rows: list[tuple[bool, bool]]
) -> None:
    """What is real inside one document alone is told by itself, beside what is apparent across."""
    build = planted_views.planted(0, 0, [planted_views._signs]).build
    for document, holder, sign, kind in told:
        passage = build.say(document, f"{holder} argues {sign}.")
        build.add("driver", passage, cause="a", effect="b", sign=sign, kind=kind, holder=holder, summary=f"So {sign}.")
    dossier = build.dossier()
    terms = tuple(replace(dossier.case.variables[0], id=each) for each in "ab")
    found = disagreements(replace(dossier, case=replace(dossier.case, variables=(*dossier.case.variables, *terms))))
    assert [(row.real, row.across) for row in found] == rows


@pytest.mark.parametrize(
    ("ours", "theirs", "why"),
    [
        ("declared", "revealed", "by what it declared on one side, by what it did on the other"),
        ("perceived", "declared", "by what others saw in it on one side, by what it declared on the other"),
        ("declared", "declared", ""),
    ],
)
def test_wishes_that_only_seem_to_clash_say_why(ours: str, theirs: str, why: str) -> None:
    dossier = skerries().dossier()
    first = dossier.positions[0]
    one = replace(first, verb="accepts", kind=ours)
    other = replace(first, id="position-901", verb="opposes", kind=theirs, holder="Institute of the South")
    (row,) = [each for each in disagreements(replace(dossier, positions=(one, other)))
              if {one.id, other.id} == {*each.entries}]  # fmt: skip
    assert row.real == (not why)
    assert f"more than one may hold: {why}." in row.explanation if why else "more than one" not in row.explanation


@pytest.mark.parametrize("side", ["undecided", "unknown"])
def test_who_has_not_decided_excludes_nobody(side: str) -> None:
    """Beside one that says yes it is apparent; where a third says no, these two exclude each other without it."""
    build = Builder()
    said: list[str] = []
    for number, answer in enumerate(("yes", side, "no")):
        passage = build.say(build.document(f"paper-{number}", f"Author {number}", "NOR", "2000"), f"Account {number}.")
        said.append(build.add("reading", passage, question="fear", side=answer, answer=f"{answer}."))
        dossier = build.dossier()
        asked = replace(dossier.case, questions=(*dossier.case.questions, Question("fear", "Is the fear real?")))
        rows = list(disagreements(replace(dossier, case=asked)))
        assert [row.real for row in rows] == [[], [False], [True]][number]
    assert rows[0].entries == (said[0], said[2])
    assert rows[0].explanation.endswith("On one side Author 0: yes. On the other Author 2: no.")


def test_who_is_told_on_both_sides_is_told_with_the_times() -> None:
    """One holder tells of a change of mind, two others of one side each: it contradicts them, and not itself."""
    dossier = skerries().dossier()
    first = dossier.positions[0]
    told = [("accepts", "A", "1991"), ("opposes", "A", "1992"), ("opposes", "B", "1991"), ("accepts", "C", "1992")]
    positions = tuple(
        replace(first, id=f"p{number}", verb=verb, holder=holder, stance=f"By {holder}.", period=Period.parse(year))
        for number, (verb, holder, year) in enumerate(told)
    )
    (row,) = [each for each in disagreements(replace(dossier, positions=positions)) if "p0" in each.entries]
    assert "accepts it (1991: By A)" in row.explanation
    assert "opposes it (1992: By A)" in row.explanation
    assert "accepts it (By C)" in row.explanation
    assert "opposes it (By B)" in row.explanation
