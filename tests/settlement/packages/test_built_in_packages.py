"""The packages of the built-in case: every number that says something stands on entries, and the answers are stable."""

from __future__ import annotations

from functools import cache

import pytest

import hikiwake as hw
from hikiwake.dossier import Event, Position
from hikiwake.modelling.grounds import Grounds
from hikiwake.settlement.packages import Packages
from hikiwake.settlement.packages.files.loading import check_packages
from hikiwake.settlement.packages.negotiation import Order, Voice

CASE = hw.load("japan_russia")
ERAS = ("1956-1959", "2016-2018", "2022-")
ACTORS = {"Japan": "JPN", "Soviet Union": "RUS", "Russia": "RUS"}
HALVES = ("half_by_area", "three_islands", "half_by_number")


@cache
def answered(era: str) -> Packages:
    """The answers to the file of an era, once for all tests."""
    return hw.packages(f"japan_russia:{era}")


def voices(era: str) -> list[tuple[str, Voice]]:
    """Every voice of a file with the actor that it speaks for."""
    return [(ACTORS[party.name], voice) for party in answered(era).negotiation.parties
            for voice in (party.voice, *party.constituencies)]  # fmt: skip


def test_the_case_has_packages_of_three_eras_without_a_fault() -> None:
    assert [name for name, _ in CASE.packages] == list(ERAS)
    assert check_packages(CASE) == ()


@pytest.mark.parametrize("era", ERAS)
def test_what_is_narrower_than_unknown_stands_on_entries_of_that_side_and_time(era: str) -> None:
    """A position or an act of the side that overlaps the era: what the grounds of a model have to be as well."""
    period = CASE.era(era).period
    for actor, voice in voices(era):
        rule = Grounds(CASE, actor, period)
        for issue, stake in zip(answered(era).negotiation.issues, voice.stakes, strict=True):
            spans = stake.evaluations.between if isinstance(stake.evaluations, Order) else stake.evaluations
            for alternative, span in zip(issue.alternatives[1:], spans[1:], strict=True):
                entries = [CASE.by_id[id_] for id_ in voice.grounds_of(issue.id, alternative)]
                assert entries or (span.low <= -1 and span.high >= 1), (voice.name, issue.id, alternative)
                assert all(isinstance(entry, Position | Event) and rule.carries(entry) for entry in entries), (
                    voice.name, issue.id, alternative, [entry.id for entry in entries if not rule.carries(entry)],
                )  # fmt: skip


@pytest.mark.parametrize("era", ERAS)
def test_a_number_goes_the_way_of_its_grounds(era: str) -> None:
    """Nothing is accepted that a position on that very formula refuses, and nothing refused that one accepts."""
    for _, voice in voices(era):
        for issue, stake in zip(answered(era).negotiation.issues, voice.stakes, strict=True):
            spans = stake.evaluations.between if isinstance(stake.evaluations, Order) else stake.evaluations
            for alternative, span in zip(issue.alternatives, spans, strict=True):
                verbs = {entry.verb for id_ in voice.grounds_of(issue.id, alternative)
                         if isinstance(entry := CASE.by_id[id_], Position) and entry.on == alternative}  # fmt: skip
                if span.low >= 0:
                    assert not verbs & {"rejects", "opposes", "denies"}, (voice.name, alternative)
                if span.high < 0:
                    assert not verbs & {"accepts", "offers", "proposes", "supports"}, (voice.name, alternative)


def test_the_three_readings_of_half_are_alternatives() -> None:
    for era in ERAS[1:]:
        land = next(issue for issue in answered(era).negotiation.issues if issue.id == "land")
        assert set(HALVES) <= set(land.alternatives)


def test_packages_that_were_on_the_table() -> None:
    found = {one.name: one for one in answered("2016-2018").tabled}
    december = found["What was agreed in December 2016"]
    assert december.accepts == "yes"
    assert found["All four islands"].accepts == "no"
    assert {found[name].accepts for name in found if "island" in name and not name.startswith("All four")} == {
        "perhaps"
    }
    assert all(one.accepts == "no" for one in answered("2022-").tabled if "land" in one.name)
    first, second, _ = answered("1956-1959").tabled
    assert (first.accepts, second.accepts) == ("yes", "perhaps")
    assert [gain.accepts for gain in second.gains] == ["perhaps", "yes"], "Japan decides it, as two documents differ"


@pytest.mark.parametrize(("era", "sure", "possible"), [("1956-1959", 2, 8), ("2016-2018", 8, 1629), ("2022-", 1, 4)])
def test_the_ranges_are_stable(era: str, sure: int, possible: int) -> None:
    assert (answered(era).counts.sure, answered(era).counts.possible) == (sure, possible)


def test_what_would_be_signed_stands_beside_what_would_hold() -> None:
    found = answered("2016-2018")
    told = next(one for one in found.as_object()["tabled"] if one["name"].startswith("Two islands after a treaty"))
    assert told["model"][0] == {"reading": "", "verdict": "neither", "signed": False, "holds": False}
    own = hw.findings(CASE, "2016-2018", "two_1956_formula", draws=20).rows[0]
    assert (own.verdict, own.signed, own.holds) == ("neither", False, False), "one verdict for one question"
    assert any(sentence.startswith("By the model of 2016-2018 “Two islands after") for sentence in found.sentences)


def test_no_package_is_called_fair_that_is_seldom_so() -> None:
    said = " ".join(answered("2016-2018").sentences)
    assert not answered("2016-2018").is_settled
    assert "leave open" in said
    assert "Zeuthen" not in said
    assert "it is no probability" in said


def test_why_leads_to_passages() -> None:
    rows = answered("2016-2018").why("What was agreed in December 2016")
    law = next(row for row in rows if (row["voice"], row["issue"]) == ("Japan", "law"))
    assert "position-hirose-2018-062" in law["grounds"]
    assert set(CASE.by_id["position-hirose-2018-062"].passages) <= set(law["passages"])
