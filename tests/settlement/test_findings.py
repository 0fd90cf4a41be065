"""Findings of a dispute that does not exist, and of the built-in case, by the same code."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import hikiwake as hw
from hikiwake.conflict.changing.robustness import draws
from hikiwake.conflict.solving.stability import solve
from hikiwake.errors import ModelError
from hikiwake.settlement import findings
from hikiwake.settlement import findings_wording as wording
from tests.skerries_model import modelled

SKERRIES = modelled()
CASE = hw.load("japan_russia")


def row(settlement: str, variant: str = "") -> hw.conflict.Finding:  # type: ignore[name-defined]
    found = findings(SKERRIES, settlement=settlement, draws=50)
    return next(one for one in found if one.variant == variant)


def test_a_settlement_that_a_party_refuses_is_blocked_by_its_statement() -> None:
    half = row("half")
    assert (half.holds, half.agreed, half.parties) == (False, False, ("Norland", "Suderland"))
    refusal = half.blocked_by[0]
    assert (refusal.decision_maker, refusal.way, refusal.statement) == ("Suderland", "refuses", "not accept")
    assert refusal.grounds == ("position-002",)
    assert (refusal.as_seen_by, refusal.voices) == (("NOR",), ("Norland",))
    assert "Suderland refuses it: it does not want “Accept half” (as seen from Norland)." in half.sentence


def test_no_settlement_could_be_agreed_and_is_reachable() -> None:
    none = row("none")
    assert none.holds
    assert none.agreed
    assert none.reachable
    assert none.levers == ()


def test_who_would_move_first_is_told() -> None:
    assert row("none").first_movers == ("Norland",)


def test_the_sentences_know_no_other_dispute() -> None:
    text = " ".join(findings(SKERRIES, draws=20).sentences)
    assert not re.search("Japan|Russia|Soviet|island of|Kuril", text)
    source = Path(wording.__file__).read_text(encoding="utf-8")
    assert not re.search("Japan|Russia|Soviet|United States|China|Kuril", source)


def test_formulas_that_no_option_stands_for_are_named() -> None:
    found = findings(SKERRIES, draws=20)
    assert [(one.era, one.settlement) for one in found.unsaid] == [("1990-1994", "all")]
    assert found.sentences[-1] == "No model here can express: All of the islands."


def test_shares_agree_with_the_draws_of_the_engine() -> None:
    found = findings(SKERRIES, settlement="none", draws=300, seed=7)
    conflict = found.rows[0].conflict
    shares = draws(conflict, 300, 7, ("seq",))
    states = solve(conflict).states
    realised = [state for state in range(len(states)) if states.text(state)[0] == "N"]
    most = max(shares.shares["seq"][state] for state in realised)
    assert most <= found.rows[0].share_of_draws <= sum(shares.shares["seq"][state] for state in realised) + 1e-9


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
    assert all((one.concept in one.concepts) == one.holds for one in found)


def test_a_record_has_the_promised_keys() -> None:
    promised = {"era", "settlement", "variant", "concept", "holds", "reachable", "blocked_by", "levers",
                "share_of_draws", "sentence"}  # fmt: skip
    record = row("half")
    told = hw.findings(SKERRIES, settlement="half", draws=20).as_rows()[0]
    assert promised <= set(told)
    assert {"decision_maker", "statement", "grounds"} <= set(told["blocked_by"][0])
    assert {"changes", "cost"} <= set(told["levers"][0])
    assert told["sentence"].startswith("Half of the islands, 1990-1994, by the record as a whole:")
    assert record.title == "Half of the islands"


def test_a_notebook_shows_the_findings() -> None:
    assert "Half of the islands" in findings(SKERRIES, draws=10)._repr_html_()


def test_whose_reading_decides_about_1956() -> None:
    found = {one.variant: one for one in findings(CASE, "1956-1959", "two_1956_formula", draws=50)}
    assert not found[""].agreed
    assert {one.decision_maker for one in found[""].blocked_by} == {"United States"}
    assert not found["soviet-scholars"].agreed
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
