"""Findings of a dispute that does not exist, and of the built-in case, by the same code."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import hikiwake as hw
from hikiwake.conflict.model.changes import Drop
from hikiwake.dossier import Dossier, Position
from hikiwake.errors import ModelError
from hikiwake.periods import Period
from hikiwake.settlement import Finding
from hikiwake.settlement.findings import findings_as_is as findings
from hikiwake.settlement.shares import wilson
from hikiwake.settlement.sources import Sources
from hikiwake.wording import settlements as wording
from tests.built_in import japan_russia
from tests.settlement.gap import found
from tests.skerries_model import TEXT, TRADE, modelled

SKERRIES = modelled()
CASE = japan_russia()


def row(settlement: str, variant: str = "") -> Finding:
    found = findings(SKERRIES, settlement=settlement, draws=50)
    return next(one for one in found if one.variant == variant)


def test_a_settlement_by_which_a_party_loses_is_blocked_by_its_statement() -> None:
    half = row("half")
    assert (half.agreed, half.parties) == (False, ("Norland", "Suderland"))
    loser = next(one for one in half.blocked_by if one.decision_maker == "Suderland")
    assert half.refused_by == (("Suderland", ("position-002",)),)
    assert (loser.decision_maker, loser.way, loser.statement) == ("Suderland", "loses", "not accept")
    assert loser.grounds == ("position-002",)
    assert "Suderland refuses it on record, as told by " in half.sentences[1]
    assert "Suderland would do better" not in half.sentences[1], "who refuses has no other reason"
    assert "as seen from" not in half.sentence


def test_standing_still_is_nobodys_agreement() -> None:
    none = row("none")
    assert (none.verdict, none.standing, none.agreed, none.levers) == ("alone", True, False, ())
    assert none.holds
    assert len(none.sentences) == 1


def test_the_sentences_know_no_other_dispute() -> None:
    text = " ".join(findings(SKERRIES, draws=20).sentences)
    assert not re.search("Japan|Russia|Soviet|island of|Kuril", text)
    source = Path(str(wording.__file__)).read_text(encoding="utf-8")
    assert not re.search("Japan|Russia|Soviet|United States|China|Kuril", source)


def test_formulas_that_no_option_stands_for_are_named() -> None:
    found = findings(SKERRIES, draws=20)
    assert [(one.era, one.settlement) for one in found.unsaid] == [("1990-1994", "all")]
    assert found.sentences[-1] == "No model here can express “All of the islands”."


def test_shares_are_of_the_verdict_with_an_interval() -> None:
    found = findings(SKERRIES, settlement="half", draws=300, seed=7)
    shares = {one.verdict: one.share for one in found}
    assert sum(each.share for each in shares.values()) == pytest.approx(1.0)
    assert all(each.low <= each.share <= each.high for each in shares.values())
    assert wilson(0, 200).high == pytest.approx(0.0188, abs=1e-4)
    assert wilson(200, 200).low == pytest.approx(0.9812, abs=1e-4)


def test_the_same_seed_gives_the_same_findings() -> None:
    assert findings(SKERRIES, draws=30, seed=3).as_rows() == findings(SKERRIES, draws=30, seed=3).as_rows()


@pytest.mark.parametrize(
    ("chosen", "told"),
    [({"era": "1066"}, "1066"), ({"settlement": "quarter"}, "quarter"), ({"concept": "sim"}, "sim")],
)
def test_what_is_not_there_is_refused(chosen: dict[str, str], told: str) -> None:
    with pytest.raises(ModelError, match=told):
        findings(SKERRIES, **chosen)  # type: ignore[arg-type]


@pytest.mark.parametrize("concept", ["nash", "gmr", "smr", "seq"])
def test_every_concept_gives_findings(concept: str) -> None:
    found = findings(SKERRIES, concept=concept, draws=10)  # type: ignore[arg-type]
    assert {one.concept for one in found} == {concept}
    assert all(one.holds or not one.at_rest for one in found)


ROW = ["era", "settlement", "title", "variant", "concept", "parties", "state", "verdict", "holds", "at_rest",
       "holds_otherwise", "signed", "fallbacks", "refused_by", "blocked_by", "levers", "searched", "share", "share_low",
       "share_high", "sentence"]  # fmt: skip


def test_a_record_has_exactly_the_promised_keys() -> None:
    told = hw.findings(SKERRIES, settlement="half", draws=20).as_records()[0]
    assert list(told) == ROW
    assert list(told["blocked_by"][0]) == ["decision_maker", "move", "statement", "grounds"]
    lever = findings(modelled(TRADE), draws=5).as_records()[0]["levers"][0]
    assert list(lever) == ["changes", "cost"]
    assert told["sentence"].startswith("Half of the islands, 1990-1994:")
    assert told["title"] == "Half of the islands"


def test_a_notebook_shows_the_findings() -> None:
    assert "Half of the islands" in findings(SKERRIES, draws=10)._repr_html_()


def test_whose_reading_decides_about_1956() -> None:
    found = {one.variant: one for one in findings(CASE, "1956-1959", "two_1956_formula", draws=50)}
    assert not found[""].agreed
    assert found[""].refused_by == (("Japan", ("position-gandhi-2024-013",)),)
    assert found["hirose-2018"].refused_by == ()
    scholars = found["many-academics-especially-soviet-scholars"]
    assert not scholars.agreed
    assert (scholars.by, scholars.refused_by) == ("Many academics, especially Soviet scholars", ())
    assert found["hirose-2018"].agreed


def test_a_ban_for_good_stands_in_the_way() -> None:
    found = findings(CASE, "2022-", "two_final", draws=20)
    assert all(one.undo == ("constitutional_ban",) for one in found)
    assert not any(one.agreed for one in found)


def test_grounds_of_blockers_are_entries_of_the_case() -> None:
    found = findings(CASE, "2013-2015", draws=20)
    grounds = {ground for one in found for blocker in one.blocked_by for ground in blocker.grounds}
    assert grounds
    assert grounds <= set(CASE.by_id)


GAP = """
title = "A small gap"
era = "1990-1994"
status_quo = "{start}"
outcome = "{start}"
[[decision_makers]]
name = "A"
actor = "NOR"
options = [{{ id = "s", title = "Sign" }}]
[[decision_makers]]
name = "B"
actor = "SUD"
options = [{{ id = "p", title = "Pay" }}]
{rules}
[preferences.A]
{a}
[preferences.B]
{b}
[[settlements]]
formula = "deal"
when = "{when}"
"""


def judged(a: str, b: str, when: str = "s and p", start: str = "NN", rules: str = "", **more: Any) -> Finding:
    def wants(says: str) -> str:
        if says.startswith("ranking"):
            return says
        return f"statements = [{', '.join(f'{{ says = {chr(34)}{one}{chr(34)} }}' for one in says.split('; '))}]"

    text = GAP.format(a=wants(a), b=wants(b), when=when, start=start, rules=rules)
    return findings(modelled(text), draws=5, **more).rows[0]


@pytest.mark.parametrize("tautology", ["s or not s", "s if s", "s iff s", "s and not s", "p; s or not s"])
def test_a_tautology_tells_nothing(tautology: str) -> None:
    found = judged(tautology, "s and p")
    assert (found.verdict, found.signed) == ("not_told", None)
    assert "this reading does not tell whether A wants “Sign”" in found.sentence


def test_both_sign_what_both_prefer() -> None:
    found = judged("s and p", "s and p; not p")
    assert (found.verdict, found.parties) == ("agreed", ("A", "B"))
    assert found.sentences == ("deal, 1990-1994: A and B would sign it, and it would hold.",)


def test_a_move_within_the_settlement_does_not_leave_it() -> None:
    found = judged("p; s", "s; p", when="s")
    assert found.holds
    assert not found.at_rest


def test_what_one_side_can_do_is_alone_and_a_bystander_signs_nothing() -> None:
    found = judged("s", "not s", when="s")
    assert (found.verdict, found.parties, found.alone) == ("alone", ("A",), ("A",))
    assert "B" not in found.sentence.split(": ", 1)[1]


def test_merged_states_are_taken_with_all_their_members() -> None:
    found = judged("not p; s", "p", start="-N", rules='[[coalesce]]\nwhen = "not p"')
    assert (found.verdict, found.parties, found.alone) == ("alone", ("B",), ("B",))


def test_a_beginning_that_does_not_last_is_no_fallback() -> None:
    first, second = (f"ranking = {[[state] for state in order.split()]}" for order in ("NN YN NY YY", "YN NY YY NN"))
    found = judged(first, second, when="s and not p")
    assert found.fallbacks == ("NY",)
    assert not [one for one in found.blocked_by if one.decision_maker == "A"]


def test_rankings_cannot_be_changed() -> None:
    both = 'ranking = [["NN"], ["YN", "NY", "YY"]]'
    found = judged(both, both)
    assert found.levers == ()
    assert found.sentences[-1].startswith("None can be tried")


def test_no_lever_silences_a_party() -> None:
    found = findings(modelled(TRADE), draws=5).rows[0]
    assert found.levers
    assert not [
        one for one in found.levers if any(isinstance(change, Drop) and change.statement == 1 for change in one.changes)
    ]


def test_where_things_end_without_an_agreement_none_is_claimed() -> None:
    found = judged("s", "s and p; p")
    assert (found.verdict, found.fallbacks) == ("holds_only", ("YY",))
    assert "things come to it without any agreement" in found.sentence


def test_a_refusal_on_record_is_never_an_agreement() -> None:
    refusal = Position("position-900", "A holder", "SUD", "deal", "rejects", "Rejects it.", "strong", "declared",
                       Period.parse("1992"), ("passage-0001",))  # fmt: skip
    dossier = modelled(GAP.format(a='statements = [{ says = "s and p" }]', b='statements = [{ says = "s and p" }]',
                                  when="s and p", start="NN", rules=""))  # fmt: skip
    assert findings(dossier, draws=5).rows[0].verdict == "agreed"
    refused = findings(replace(dossier, positions=(*dossier.positions, refusal)), draws=5).rows[0]
    assert (refused.verdict, refused.signed) == ("holds_only", False)
    assert refused.refused_by == (("B", ("position-900",)),)
    assert "B refuses it on record, as told by" in refused.sentences[1]
    assert refused.share.share == 1.0
    for change in (
        {"verb": "opposes"},
        {"period": Period.parse("1999")},
        {"kind": "recommended"},
        {"on": "half"},
    ):
        other = replace(refusal, **change)
        assert findings(replace(dossier, positions=(*dossier.positions, other)), draws=5).rows[0].verdict == "agreed", (
            change
        )


@pytest.mark.parametrize("holder", ["A holder", "A Holder", "Another holder"])
@pytest.mark.parametrize("variant", ["a-holder", "A holder", "of-nobody"])
def test_a_reading_named_after_a_holder_follows_that_one_alone(holder: str, variant: str) -> None:
    both = GAP.format(a='statements = [{ says = "s and p" }]', b='statements = [{ says = "s and p" }]',
                      when="s and p", start="NN", rules="")  # fmt: skip
    dossier = modelled(f'{both}\n[[variants]]\nname = "{variant}"\n[variants.preferences.A]\nstatements = []\n')
    said = [Position(f"position-90{number}", name, "SUD", on, "rejects", "No.", "strong", "declared",
                     Period.parse("1992"), ("passage-0001",))
            for number, (name, on) in enumerate(((holder, "deal"), ("A holder", "half")))]  # fmt: skip
    rows = findings(replace(dossier, positions=(*dossier.positions, *said)), draws=5).rows
    followed = variant == "of-nobody" or holder != "Another holder"
    assert [bool(row.refused_by) for row in rows] == [True, followed]


def test_no_status_quo_is_told() -> None:
    with pytest.raises(ModelError, match="no status quo"):
        judged("s", "p", start="")


@pytest.mark.parametrize("found", [*findings(CASE, "1956-1959", draws=5), *findings(SKERRIES, draws=5)],
                         ids=lambda one: f"{one.settlement}-{one.variant}")  # fmt: skip
def test_sentences_are_three_at_most_and_say_no_more_than_the_row(found: Finding) -> None:
    assert 1 <= len(found.sentences) <= 3
    assert not re.search(r"as seen from|nothing would make it|by nothing|\(s\)|  ", found.sentence)
    verdict = found.sentences[0]
    assert bool(re.search("not hold|nor hold|hold only in another form", verdict)) == (not found.holds), verdict
    for name, _ in found.refused_by:
        assert name in found.sentences[1]
    assert ("alone" in verdict or "how things stand" in verdict) == (found.verdict == "alone")


INSISTS = '{ says = "insist", grounds = ["position-003"]'
WITHOUT = TEXT.replace('"give_half and accept"', '"give_half and accept and not insist"')


def opposing(text: str) -> Dossier:
    """The small dispute in which nobody refuses on record."""
    dossier = modelled(text)
    said = tuple(replace(each, verb="opposes") if each.verb == "rejects" else each for each in dossier.positions)
    return replace(dossier, positions=said)


def test_what_is_inferred_is_not_said_to_be_told() -> None:
    marked = WITHOUT.replace(INSISTS, f'{INSISTS}, inferred = "it never gave it up"')
    plain, inferred = (findings(opposing(text), draws=5).rows[0].blocked for text in (WITHOUT, marked))
    assert "wants “Insist on all”, as told by" in plain
    assert "wants “Insist on all”, as inferred from" in inferred


def test_a_reading_named_after_a_document_names_that_document_first() -> None:
    sources = Sources(CASE, "1960-1990")
    grounds = ["event-japan-claims-islands"]
    every = sources.documents(grounds)
    assert len(every) > 1
    for document in every:
        assert sources.documents(grounds, document)[0] == document
        assert sorted(sources.documents(grounds, document)) == sorted(every)


def test_what_comes_about_anyway_is_not_said_to_be_absent() -> None:
    rows = [found({"A": "s", "B": "pq"}, {"A": "q; s and p", "B": "p; q"}), found({"A": "s"}, {"A": "not s"}, "s")]
    assert [row.blocked for row in rows] == [
        "A would do better otherwise, for it wants “Quit”; B would do better otherwise, for the same reason.",
        "A would do better otherwise and would leave it by giving up “Sign”, which it does not want.",
    ]
