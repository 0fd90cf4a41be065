"""Whether an act happened."""

from __future__ import annotations

import pytest

from hikiwake.coding import propose


def told(text: str) -> set[tuple[str, str]]:
    """Type and status of each event proposed for a text."""
    return {(name, each.happened) for each in propose("a", text) if each.kind == "event" for name, _ in each.types}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway will send troops to Chad in May 1999.", ("MOBILIZE", "planned")),
        ("In 1999 Norway announced that it would withdraw its troops from Chad.", ("RETREAT", "planned")),
        ("In 1999 Norway announced that it would withdraw its troops from Chad.", ("CONCEDE", "planned")),
        ("Norway cancelled the visit of the Swedish king in 1999.", ("REJECT", "cancelled")),
        ("Norway postponed the talks with Sweden in 1999.", ("REJECT", "postponed")),
        ("Norway failed to sign the treaty with Sweden in 1999.", ("SUPPORT", "negated")),
        ("Libya allegedly shelled a town in Chad in 1987.", ("ASSAULT", "alleged")),
        ("Chad claimed that Libya had shelled a town in 1987.", ("ASSAULT", "alleged")),
        ("Norway is deploying ships off Iceland.", ("MOBILIZE", "ongoing")),
        ("In 1999 Norway argued that Sweden should lift the sanctions.", ("CONCEDE", "proposed")),
        ("The king would go on to visit Norway in 1999.", ("CONSULT", "occurred")),
        ("In 1999 Sweden said it would not accept the proposal of Norway.", ("REJECT", "occurred")),
        ("Norway was the only member not to expel Russian diplomats in 1999.", ("SANCTION", "negated")),
        ("Norway will bomb Sweden unless it yields.", ("THREATEN", "planned")),
    ],
)
def test_status(text: str, expected: tuple[str, str]) -> None:
    """Modals, governing verbs, doubt, negation and cancelling tell the status."""
    assert expected in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Norway should sign the treaty with Sweden.",
        "Norway could sign the treaty with Sweden.",
        "If Norway signed the treaty, Sweden would withdraw its troops.",
        "Norway needs to lift the sanctions on Sweden.",
        "Unless Norway signs, Sweden might attack.",
    ],
)
def test_no_act(text: str) -> None:
    """Advice, possibility and condition are no acts."""
    assert not told(text)
