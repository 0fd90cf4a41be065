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


@pytest.mark.parametrize(
    ("text", "happened"),
    [
        ("The planned visit of the Swedish king to Norway never materialised.", "negated"),
        ("Talks between Norway and Sweden scheduled for March 1999 did not take place.", "negated"),
        ("The king's visit to Norway was postponed several times.", "postponed"),
        ("A visit to Norway had been planned for 1999 but was put on hold after the war.", "postponed"),
        ("Norway and Sweden have not signed a peace treaty.", "negated"),
        ("No peace treaty has been signed between Norway and Sweden.", "negated"),
        ("The sides could not agree on a border between Norway and Sweden.", "negated"),
        ("There was no agreement between Norway and Sweden on fishing in 1999.", "negated"),
        ("Norway stopped short of imposing sanctions on Sweden in 1999.", "negated"),
        ("Norway refrained from signing the treaty with Sweden.", "negated"),
        ("Norway has so far avoided condemning Sweden.", "negated"),
        ("The king was to have visited Norway in 1999.", "planned"),
        ("President Putin was due to visit Norway in autumn 2014.", "planned"),
        ("Norway intended to join the union in 1999.", "planned"),
        ("Norway is reportedly planning to buy Swedish missiles.", "planned"),
        ("The summit between Norway and Sweden was to be held in May 1999.", "planned"),
        ("A treaty between Norway and Sweden remains unsigned.", "negated"),
        ("Norway has never recognised the annexation.", "negated"),
        ("The visit of the minister to Oslo was cancelled in 1999.", "cancelled"),
        ("Sweden called off the talks with Norway.", "cancelled"),
        ("The meeting with the Norwegian minister was put off until June 1999.", "postponed"),
        ("The ceremony of signing the treaty between Norway and Sweden was delayed.", "postponed"),
        ("Norway is said to have shelled Sweden in 1999.", "alleged"),
        ("Norway supposedly agreed to the Swedish plan.", "alleged"),
        ("Rumours that Norway had mined the strait were never confirmed.", "alleged"),
        ("Norway plans to deploy missiles near Sweden.", "planned"),
        ("Norway is considering sanctions against Sweden.", "proposed"),
        ("Norway had wanted to sign the treaty with Sweden in 1999.", "planned"),
        ("Ratification of the treaty by Norway is still pending.", "planned"),
        ("The Swedish plan to attack Norway was never carried out.", "negated"),
        ("Nobody signed the treaty.", "negated"),
        ("Neither Norway nor Sweden ratified the treaty of 1999.", "negated"),
        ("Norway's failure to ratify the treaty angered Sweden.", "negated"),
        ("The expected visit of the Swedish king to Norway in 2025 is in doubt.", "planned"),
        ("Norway and Sweden will hold joint exercises in May 2030.", "planned"),
        ("Sweden would impose sanctions, Stockholm announced in 1999.", "planned"),
    ],
)
def test_what_became_of_it(text: str, happened: str) -> None:
    """What did not happen, or not yet, is told in many ways."""
    assert happened in {status for _, status in told(text)}


def test_a_refusal_is_an_act() -> None:
    """Somebody's refusal is an act of its own; what was refused is none."""
    assert told("Norway's refusal to sign the treaty surprised Sweden.") == {("REJECT", "occurred")}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Norway stopped shelling the Swedish town in 1999.", "RETREAT"),
        ("Norway ceased recognising the border with Sweden in 1999.", "REJECT"),
        ("Norway stopped supplying arms to Sweden in 1999.", "SANCTION"),
    ],
)
def test_to_stop_an_act_is_an_act(text: str, kind: str) -> None:
    """Stopping is told as done, with the type of what it is to stop."""
    assert (kind, "occurred") in told(text)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("In 1999 Norway agreed to withdraw its troops from Chad.", {"AGREE", "CONCEDE"}),
        ("In 1999 Norway agreed to meet Sweden and sign a treaty.", {"AGREE", "CONSULT"}),
    ],
)
def test_what_was_agreed_stands_beside_the_agreement(text: str, kinds: set[str]) -> None:
    """One proposal, of the governing act, with the type of its complement as the second; no act of its own."""
    made = [each for each in propose("a", text) if each.kind == "event"]
    assert [{name for name, _ in each.types} for each in made] == [kinds]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("No fee for lorries has been imposed by Norway since 1999.", ("COERCE", "negated")),
        ("Nothing was signed by Norway and Sweden in 1999.", ("SUPPORT", "negated")),
        ("In 1999 the Norwegian minister tried to telephone his Swedish colleague.", ("CONSULT", "negated")),
        ("A joint meeting of Norway and Sweden is planned for the autumn of 2030.", ("CONSULT", "planned")),
        ("The Swedish envoys were expected in Oslo in March 1999.", ("CONSULT", "planned")),
        ("Norway postponed the census on the border with Sweden in 1999.", ("REJECT", "postponed")),
        ("Sweden has recognised the islands, but Norway has never done so.", ("SUPPORT", "negated")),
    ],
)
def test_what_was_done_by_nobody_or_only_tried_or_awaited(text: str, expected: tuple[str, str]) -> None:
    """A subject that names nobody, a try and an expectation tell that it did not happen, or not yet."""
    assert expected in told(text)


@pytest.mark.parametrize(
    "text",
    ["Norway no longer buys Swedish steel in 1999.", "In 1999 Norway signed the treaty with Sweden without more ado."],
)
def test_no_longer_and_no_more_are_not_nobody(text: str) -> None:
    """Other words with "no" before or after a verb do not make its subject nobody."""
    assert not {each for each in told(text) if each[1] == "negated" and each[0] == "SUPPORT"}
