"""Selecting from a dossier gives a dossier: by dyad, actor, period, issue, document, holder, and what happened."""

from __future__ import annotations

import pytest

from hikiwake.dossier import Dossier
from tests.synthetic import skerries


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    """The small synthetic dispute."""
    return skerries().dossier()


def ids(dossier: Dossier) -> set[str]:
    """The ids of all entries."""
    return {entry.id for entry in dossier.entries}


def test_by_dyad(dossier: Dossier) -> None:
    """Acts between the two, and positions of either; a third party has neither."""
    assert {event.id for event in dossier.select(dyad=("SUD", "NOR")).events} == {event.id for event in dossier.events}
    assert len(dossier.select(dyad=("NOR", "SUD")).positions) == 4
    assert not ids(dossier.select(dyad=("NOR", "TRD"))) - {position.id for position in dossier.positions}
    assert not dossier.select(dyad=("NOR", "TRD")).events


def test_by_actor(dossier: Dossier) -> None:
    """Events an actor takes part in, and its positions."""
    chosen = dossier.select(actor="SUD")
    assert {position.actor for position in chosen.positions} == {"SUD"}
    assert len(chosen.events) == 3


def test_by_period(dossier: Dossier) -> None:
    """Entries whose own period overlaps; kinds without a period are left out."""
    chosen = dossier.select(period="1995/")
    assert {event.id for event in chosen.events} == {"event-visit"}
    assert {claim.table for claim in chosen.claims} == {"poll"}
    assert not chosen.drivers


def test_by_issue_or_formula(dossier: Dossier) -> None:
    """An issue selects events; a formula selects itself and the positions on it."""
    assert ids(dossier.select(issue="security")) == {"event-strait-closed"}
    assert ids(dossier.select(issue="half")) == {"half", "position-001", "position-002"}
    with pytest.raises(KeyError, match="no issue or formula"):
        dossier.select(issue="weather")


def test_by_document(dossier: Dossier) -> None:
    """An event reported by two documents keeps, from one of them, that document's mentions."""
    chosen = dossier.select(documents=["south-1997"])
    assert [document.id for document in chosen.documents] == ["south-1997"]
    closed = next(event for event in chosen.events if event.id == "event-strait-closed")
    assert [mention.period.precision for mention in closed.mentions] == ["day"]
    with pytest.raises(KeyError, match="east"):
        dossier.select(documents=["east"])


def test_by_holder_and_happened(dossier: Dossier) -> None:
    """Who says it, and whether it happened."""
    assert {entry.holder for entry in dossier.select(holder="Institute of the South").claims} == {
        "Institute of the South"
    }
    assert ids(dossier.select(happened="cancelled")) == {"event-visit"}


def test_criteria_add_up(dossier: Dossier) -> None:
    """Every criterion must be met, in whatever order they are asked."""
    both = dossier.select(actor="NOR", period="1991")
    assert ids(both) == ids(dossier.select(actor="NOR").select(period="1991"))
    assert dossier.select() == dossier


def test_hindsight(dossier: Dossier) -> None:
    """By 1996 only the first document could be known, and with it only what it says."""
    then = dossier.as_written_by("1996")
    assert [document.id for document in then.documents] == ["north-1996"]
    assert "event-visit" not in ids(then)
    assert not dossier.as_written_by("1996-02").documents
    assert dossier.as_written_by("1997").documents == dossier.documents


def test_a_formula_has_its_positions(dossier: Dossier) -> None:
    """Who offered and who refused, earliest first."""
    assert [position.verb for position in dossier.positions_on("half")] == ["offers", "rejects"]
    assert dossier.documents_of(dossier.by_id["event-strait-closed"]) == ("north-1996", "south-1997")
    assert dossier.by_id["mention-001"].holder == "Institute of the North"


def test_eras_of_a_period(dossier: Dossier) -> None:
    """A period may fall into several eras."""
    assert dossier.case.era_of(dossier.positions[2].period) == ("1990-1994",)
    assert dossier.era("1995-").period.end is None
