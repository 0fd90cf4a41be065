"""What two editions have in common is judged once; each keeps its own words and grounds."""

from __future__ import annotations

import pytest

from hikiwake.dossier import Dossier
from hikiwake.settlement import Finding
from hikiwake.settlement.findings import findings_as_is
from hikiwake.settlement.outcome import outcome, shares
from tests.skerries_model import TEXT, modelled

RANKED = TEXT.replace(
    'statements = [\n  { says = "insist", grounds = ["position-003"] },\n'
    '  { says = "not accept", grounds = ["position-002"] },\n]',
    'ranking = [["--NY"], ["---N"], ["--YY"]]\ngrounds = ["position-003"]',
)


def found(dossier: Dossier, **asked: str) -> list[Finding]:
    return list(findings_as_is(dossier, draws=30, **asked))  # type: ignore[arg-type]


@pytest.fixture(autouse=True)
def nothing_known() -> None:
    outcome.cache_clear()
    shares.cache_clear()


def judged() -> tuple[int, int]:
    """How many outcomes and shares were found anew."""
    return outcome.cache_info().misses, shares.cache_info().misses


@pytest.mark.parametrize("text", [TEXT, RANKED])
def test_another_edition_has_its_own_grounds_and_costs_nothing(text: str) -> None:
    of_now = found(modelled(text))
    before, grounds = judged(), {ground for row in of_now for one in row.blocked_by for ground in one.grounds}
    then = text.replace("position-00", "earlier-").replace("Insist on all", "Insist")
    rows = found(modelled(then.replace("The Skerries", "Of old")))
    assert judged() == before
    assert "ranking" in text or "position-002" in grounds
    assert {ground for row in rows for one in row.blocked_by for ground in one.grounds} == {
        ground.replace("position-00", "earlier-") for ground in grounds
    }
    assert [row.verdict for row in rows] == [row.verdict for row in of_now]
    assert {title for row in rows for title in row.called.values()} >= {"Insist"}


def test_readings_that_differ_in_what_somebody_wants_are_judged_apart() -> None:
    dossier = modelled(TEXT)
    found(dossier)
    before = judged()
    found(modelled(TEXT.replace('{ says = "close"', '{ says = "not close"')))
    assert all(now > then for now, then in zip(judged(), before, strict=True))


def test_how_uncertain_a_rank_is_counts_for_shares_alone() -> None:
    found(modelled(TEXT))
    before = judged()
    found(modelled(TEXT.replace("about = 1", "about = 2")))
    assert judged() == (before[0], before[1] + 1)


def test_another_concept_is_judged_apart() -> None:
    dossier = modelled(TEXT)
    found(dossier)
    before = judged()
    found(dossier, concept="nash")
    assert all(now > then for now, then in zip(judged(), before, strict=True))
