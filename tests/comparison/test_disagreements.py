"""Disagreements: what was planted is found, what only looks like one is not, and each can be read and followed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hikiwake.comparison import disagreements
from hikiwake.comparison.clash import KINDS, Disagreement
from hikiwake.dossier import Dossier, load
from tests import planted as planted_views
from tests import planted_acts
from tests.planted import planted, score
from tests.synthetic import skerries


@pytest.fixture(scope="module")
def found() -> dict[str, Disagreement]:
    """The disagreements of the small synthetic dispute by id."""
    return {each.id: each for each in disagreements(skerries().dossier())}


@pytest.mark.parametrize("seed", range(5))
def test_what_was_planted_is_found_and_nothing_else(seed: int) -> None:
    """Precision and recall are one: the decoys differ from the plants in exactly the point that matters."""
    kinds = (*planted_views.KINDS, *planted_acts.KINDS)
    result = score(planted(seed, 12, kinds))
    assert result.planted == 12 * len(kinds) == 252
    assert (result.precision, result.recall) == (1, 1)


@pytest.mark.parametrize("kind", (*planted_views.KINDS, *planted_acts.KINDS), ids=lambda kind: kind.__name__)
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
    assert meetings.groups == (("north-1996",), ("south-1997",))
    doubt = disagreements(skerries().dossier()).doubts[0]
    assert (doubt.id, doubt.across) == ("disagreement-doubt-001", False)
    assert doubt.explanation.endswith("No passage speaks against it.")


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
