"""Who did it and to whom."""

from __future__ import annotations

import pytest

from hikiwake.coding import propose


def roles(text: str) -> set[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Type, sources and targets of each event proposed for a text."""
    return {(each.type, each.sources, each.targets) for each in propose("a", text) if each.kind == "event"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad attacked Libya in 1987.", ("ASSAULT", ("TCD",), ("LBY",))),
        ("Libya was attacked by Chad in 1987.", ("ASSAULT", ("TCD",), ("LBY",))),
        ("Norway and Sweden met in 1905.", ("CONSULT", ("NOR", "SWE"), ("NOR", "SWE"))),
        ("Norway met Sweden in 1905.", ("CONSULT", ("NOR", "SWE"), ("NOR", "SWE"))),
        ("Norway, a friend of Denmark, rejected the claim of Sweden in 1905.", ("REJECT", ("NOR",), ("SWE",))),
        ("One day after a Chadian aircraft bombed Libya in 1987, talks began.", ("ASSAULT", ("TCD",), ("LBY",))),
        ("In 1987 Chad accused Libya of arming rebels.", ("ACCUSE", ("TCD",), ("LBY",))),
        ("Chad's invasion of Libya began in 1987.", ("ASSAULT", ("TCD",), ("LBY",))),
        ("The Libyan attack on Chad was brief in 1987.", ("ASSAULT", ("LBY",), ("TCD",))),
        ("Norway said in 1905 that Sweden must withdraw its troops.", ("REQUEST", ("NOR",), ("SWE",))),
    ],
)
def test_sources_and_targets(text: str, expected: tuple[str, tuple[str, ...], tuple[str, ...]]) -> None:
    """Active and passive, mutual acts, appositions, clauses, nouns and what is said that another must do."""
    assert expected in roles(text)


def test_two_verbs_share_their_subject() -> None:
    """A verb joined to another has its subject, not its object."""
    told = roles("In 1905 Norway met Denmark and rejected the Swedish offer.")
    assert any(kind == "REJECT" and "NOR" in sources and "DNK" not in targets for kind, sources, targets in told)


def test_what_is_accused_is_not_told_as_done() -> None:
    """The act that somebody is accused of belongs to the accusation."""
    assert {kind for kind, _, _ in roles("In 1987 Chad accused Libya of bombing a village.")} == {"ACCUSE"}
