"""What the clauses of a finding add to a verdict or a loss: the form that it depends on, and what speaks against it."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

import hikiwake as hw
from hikiwake.dossier import Dossier, Position
from hikiwake.periods import Period
from hikiwake.settlement import Finding
from hikiwake.settlement.findings import findings_as_is
from hikiwake.settlement.sources import Sources
from tests.built_in import japan_russia
from tests.settlement.gap import found, gap

TWO = {"A": "s", "B": "p"}
THREE = {**TWO, "C": "q"}


@pytest.mark.parametrize(
    ("wants", "start", "told"),
    [
        ("p iff s and not q", "NYN", "with all else as at the beginning, "),
        ("p iff s and q", "NNN", "with all else as at the beginning, "),
        ("not p or s and q", "NNN", "with all else as at the beginning, "),
        ("not p; p iff s and not q", "NYN", ""),
        ("not p; q", "NYN", ""),
        ("not (p and s and (q or not q))", "NYN", ""),
    ],
)  # fmt: skip
def test_the_form_is_told_where_a_loss_would_be_none_in_another(wants: str, start: str, told: str) -> None:
    """Though the open option is there as where things end without the settlement."""
    row = found({"A": "sq", "B": "p"}, {"A": f"{'' if start[1] == 'Y' else 'not '}q; s and p", "B": wants}, start=start)
    assert "B would do better otherwise" in row.blocked
    assert row.told.startswith(f"{told}it would")


def accepting(
    verb: str, *, kind: str = "declared", period: str = "1992", on: str = "deal", actor: str = "SUD"
) -> Dossier:
    """A small gap in which B does not want its own part, and what somebody takes up about the deal."""
    dossier = gap(TWO, {"A": "s and p", "B": "not p"}, variants={"north-1996": {"B": "not p"}})
    passage = next(each.id for each in dossier.passages if each.document == "south-1997")
    says = Position("position-901", "Institute of the South", actor, on, verb, "Says so.", "strong", kind,
                    Period.parse(period), (passage,))  # fmt: skip
    return replace(dossier, positions=(*dossier.positions, says))


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"verb": "accepts"}, ", though it accepts it on record (Institute of the South 1997)"),
        ({"verb": "proposes"}, ", though it proposes it on record (Institute of the South 1997)"),
        ({"verb": "supports", "kind": "revealed"}, ", though it supports it on record (Institute"),
        ({"verb": "opposes"}, ""),
        ({"verb": "accepts", "kind": "recommended"}, ""),
        ({"verb": "accepts", "period": "1996"}, ""),
        ({"verb": "accepts", "on": "half"}, ""),
        ({"verb": "accepts", "actor": "NOR"}, ""),
    ],
)
def test_who_accepts_on_record_what_it_is_said_not_to_want_is_told_to(given: dict[str, str], told: str) -> None:
    own, rival = findings_as_is(accepting(**given), draws=5).rows
    assert f"by giving up “Pay”, which it does not want{told}" in own.blocked
    assert ("on record" in own.blocked) == bool(told)
    assert "on record" not in rival.blocked, "another document's reading does not follow this one"


def test_what_is_accepted_is_not_told_beside_a_wish_for_something_else() -> None:
    dossier = replace(accepting("accepts"), conflicts=gap(THREE, {"A": "s", "B": "not q; p", "C": "not q"}, "s and p",
                                                          "NNY", more="").conflicts)  # fmt: skip
    (row,) = findings_as_is(dossier, draws=5).rows
    assert "on record" not in row.blocked


# -- in which form a change would do ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wants", "start", "form"),
    [
        ({"A": "s and p; q", "B": "not p; not q"}, "NNN", True),
        ({"A": "s and p; not q", "B": "not p; q"}, "NYN", True),
        ({"A": "s", "B": "not q; s if p"}, "NNN", True),
        ({"A": "s and p", "B": "not p; not q"}, "NNN", False),
    ],
)
def test_a_change_that_would_do_in_the_form_alone_is_told_with_it(
    wants: dict[str, str], start: str, form: bool
) -> None:
    """An option that somebody takes up next, or takes up without a settlement, and with which nobody would sign."""
    row = found({"A": "sq", "B": "p"}, wants, start=start)
    assert row.levers
    assert row.sentence.count("with all else as at the beginning") == form


def test_other_new_wishes_are_counted() -> None:
    row = found(TWO, {"A": "s if p", "B": "p if s"})
    assert row.changing.endswith("A comes to want “Pay” after everything else (or one other new wish).")


# -- what rests on inference alone -----------------------------------------------------------------------------


def inferring(owned: dict[str, str], wants: str, when: str, marked: str) -> Dossier:
    """A small gap in which everybody wants the same, some of them by inference alone, each on one ground."""
    dossier = gap(owned, dict.fromkeys(owned, wants), when)
    ((era, text),) = dossier.conflicts
    for name in owned:
        plain = f'[preferences.{name}]\nstatements = [{{ says = "{wants.partition("; ")[0]}"'
        mark = ', inferred = "a hint"' if name in marked else ""
        assert plain in text
        text = text.replace(plain, f'{plain}, grounds = ["position-00{1 if name == "A" else 3}"]{mark}')
    return replace(dossier, conflicts=((era, text),))


BOTH = ("s and p", "s and p")


@pytest.mark.parametrize(
    ("owned", "wants", "marked", "told"),
    [
        (TWO, BOTH, "AB", "A and B would sign it, as inferred from Institute of the North, "),
        (TWO, BOTH, "A", "A and B would sign it, of A as inferred from Institute of the North, "),
        (TWO, BOTH, "", "A and B would sign it, and it would hold."),
        (TWO, ("s and p; p and s", "s and p"), "AB", "A and B would sign it, and it would hold."),
        ({"A": "sr", "B": "p"}, BOTH, "A", "A and B would sign it, of A as inferred from Institute of the North, "),
        ({"A": "sr", "B": "p"}, ("s and p; not r", "s and p"), "A", "A and B would sign it, of A as inferred from"),
        (TWO, ("s", "s"), "", "A can bring it about alone and would gain by it; it would hold."),
        (TWO, ("s", "s"), "A", "A can bring it about alone and would gain by it, as inferred from Institute of the"),
        (TWO, ("s", "s"), "B", "A can bring it about alone and would gain by it; it would hold."),
    ],
)
def test_a_verdict_that_rests_on_inference_alone_says_so(
    owned: dict[str, str], wants: tuple[str, str], marked: str, told: str
) -> None:
    """All that is told of the acts of a party that change; what else it wants does not count."""
    row = findings_as_is(inferring(owned, *wants, marked), draws=5).rows[0]
    assert row.told.startswith(told)


def test_the_form_is_not_told_of_an_option_that_the_settlement_does_not_leave_open() -> None:
    """Quit cannot be together with Sign: that it is not done is no choice of the form."""
    more = '[[infeasible]]\nwhen = "s and q"\n'
    row = found({"A": "sq", "B": "p"}, {"A": "q", "B": "q"}, start="NYN", more=more)
    assert "B would do better otherwise" in row.blocked
    assert "with all else" not in row.told


# -- how much is told ------------------------------------------------------------------------------------------

BAN = 'options = [{ id = "p", title = "Pay" }, { id = "q", title = "Quit", one_way = "on" }]'


def banned() -> Dossier:
    """A gap in which B quit for good at the beginning; it neither wants to pay nor would ever have."""
    dossier = gap({"A": "s", "B": "pq"}, {"A": "s and p", "B": "not p"}, "s and p and not q", "NNY")
    ((era, text),) = dossier.conflicts
    plain = 'options = [{ id = "p", title = "Pay" }, { id = "q", title = "Quit" }]'
    assert plain in text
    return replace(dossier, conflicts=((era, text.replace(plain, BAN)),))


def test_of_what_is_out_of_reach_only_who_closed_the_way_and_who_refuses_is_told() -> None:
    row = findings_as_is(banned(), draws=5).rows[0]
    assert [one.way for one in row.blocked_by] == ["loses", "leaves"]
    assert row.sentences == (
        "deal, 1990-1994: it cannot be brought about.",
        "B closed the way to it for good by “Quit”.",
        "First “Quit” would have to be undone; more was not computed.",
    )
    refusing = accepting("rejects")
    both = findings_as_is(replace(banned(), positions=refusing.positions), draws=5).rows[0].blocked
    assert re.fullmatch(
        r"B refuses it on record, as told by .* \(1997\), and closed the way to it for good by “Quit”\.", both
    )


def test_of_who_refuses_no_loss_is_told_but_how_it_would_leave() -> None:
    row = findings_as_is(accepting("rejects"), draws=5).rows[0]
    assert [one.way for one in row.blocked_by] == ["loses", "leaves"]
    assert re.fullmatch(r"B refuses it on record, as told by .* \(1997\), and would leave it by giving up “Pay”\.",
                        row.blocked)  # fmt: skip


def test_that_it_ends_in_passing_is_told_only_where_nobody_else_stands_in_the_way() -> None:
    """To rest is wanted; nothing is gained by signing with it, which ends what was settled."""
    wants = {"A": "not r", "B": "p"}
    alone = found({"A": "sr", "B": "p"}, wants, "not s", "NYN")
    assert "only in passing" in alone.blocked
    loses = found({"A": "sr", "B": "p"}, {**wants, "B": "not r; p"}, "not s and p", "YYN")
    assert {one.way for one in loses.blocked_by} == {"loses", "strays"}
    assert loses.blocked == "B would do better otherwise, for it does not want “Rest”."


def test_of_each_decision_maker_one_clause_is_told_with_one_reason() -> None:
    row = found(TWO, {"A": "not p; not s", "B": "s and p"})
    assert [(one.decision_maker, one.way) for one in row.blocked_by] == [("A", "loses"), ("A", "leaves")]
    assert row.blocked == (
        "A would do better otherwise, for it does not want “Pay”, and would leave it by giving up “Sign”."
    )


def test_the_same_reason_is_not_told_twice() -> None:
    row = found(TWO, {"A": "s iff p; not p", "B": "s iff p; not p"}, "s and p", "NN")
    assert row.blocked == (
        "A would do better otherwise, for it does not want “Pay”; B would do better otherwise, for the same reason."
    )


def test_documents_that_tell_clauses_alike_are_named_once() -> None:
    dossier = inferring(TWO, "not p and not s", "s and p", "")
    ((era, text),) = dossier.conflicts
    alike = replace(dossier, conflicts=((era, text.replace("position-003", "position-001")),))
    told, once = (findings_as_is(each, draws=5).rows[0].blocked for each in (dossier, alike))
    assert (told.count("told by"), once.count("told by")) == (2, 1)
    assert re.search(
        r"; B would .*, both as told by Institute of the North, “[^”]*” \(1996\)( and one other)?\.$", once
    )


def test_a_reading_named_after_a_document_names_no_others_where_that_one_tells_it() -> None:
    sources = Sources(japan_russia(), "1956-1959")
    grounds = ["event-1956-dulles", "position-gandhi-2024-012"]
    assert sources.told_by(grounds, "", set()).endswith(" and one other")
    assert sources.told_by(grounds, "gandhi-2024", {"gandhi-2024"}) == ", as told by Prerna Gandhi (2024)"


@pytest.mark.parametrize("found", hw.findings(japan_russia(), draws=1), ids=lambda one: one.sentence[:60])
def test_no_sentence_is_long(found: Finding) -> None:
    """Titles of documents and of options make half of it."""
    for sentence in re.split(r"(?<=[^A-Z]\.) (?=[A-Z])", found.sentence):
        assert len(sentence.split()) <= 80, sentence
        assert sentence.count(";") <= 2, sentence


def test_a_refusal_that_its_passage_does_not_name_is_inferred() -> None:
    """A passage that refuses all land refuses each formula by inference; one that names a formula tells it."""
    dossier = accepting("rejects")
    (told,) = [each for each in dossier.positions if each.id == "position-901"]
    wide = replace(told, id="position-902", on="all")
    named = findings_as_is(dossier, draws=5).rows[0].blocked
    inferred = findings_as_is(replace(dossier, positions=(*dossier.positions, wide)), draws=5).rows[0].blocked
    assert named.startswith("B refuses it on record, as told by Institute of the South, ")
    assert inferred.startswith("B refuses it, as inferred from Institute of the South, ")
    other = next(each.id for each in dossier.passages if each.id not in told.passages)
    apart = (*dossier.positions, replace(wide, passages=(other,)))
    assert findings_as_is(replace(dossier, positions=apart), draws=5).rows[0].blocked == named


def test_a_refusal_from_which_a_wish_is_inferred_is_inferred() -> None:
    """What the statement of a model says of its ground holds wherever that ground is told."""
    dossier = accepting("rejects")
    ((era, text),) = dossier.conflicts
    plain = '[preferences.B]\nstatements = [{ says = "not p"'
    assert plain in text
    told = [text.replace(plain, f'{plain}, grounds = ["position-901"]{mark}') for mark in ("", ', inferred = "a hint"')]
    rows = [findings_as_is(replace(dossier, conflicts=((era, each),)), draws=5).rows[0] for each in told]
    assert [row.blocked.partition(" Institute")[0] for row in rows] == [
        "B refuses it on record, as told by", "B refuses it, as inferred from"
    ]  # fmt: skip


def test_an_acceptance_from_which_a_wish_is_inferred_does_not_speak_against_another() -> None:
    dossier = accepting("accepts")
    ((era, text),) = dossier.conflicts
    hint = ', { says = "s", grounds = ["position-901"], inferred = "a hint" }]'
    marked = text.replace('statements = [{ says = "not p" }]', f'statements = [{{ says = "not p" }}{hint}', 1)
    assert marked != text
    rows = [findings_as_is(replace(dossier, conflicts=((era, each),)), draws=5).rows[0] for each in (text, marked)]
    assert ["though it accepts it on record" in row.blocked for row in rows] == [True, False]


def test_a_reading_may_be_named_after_a_holder_of_readings_or_drivers_alone() -> None:
    """It has the holder's name as it is written, and follows nobody else."""
    dossier = gap(TWO, {"A": "s and p", "B": "s and p"}, variants={"third-voice": {"B": "s"}})
    reading = replace(dossier.readings[0], id="reading-901", holder="Third Voice")
    voiced = replace(dossier, readings=(*dossier.readings, reading), positions=accepting("rejects").positions)
    rows = [findings_as_is(each, draws=5).rows[1] for each in (replace(voiced, readings=dossier.readings), voiced)]
    assert [(row.by, bool(row.refused_by)) for row in rows] == [("third-voice", True), ("Third Voice", False)]
