"""What an act is in its sentence's own words: short, without its time, and never so many that it is the sentence."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from hikiwake.coding import propose
from hikiwake.vocabulary.actors import actor_rows
from hikiwake.wording.entering.acts import MOST, summary
from hikiwake.workbench.accepting import OWN_WORDS
from hikiwake.workbench.proposal import Proposal

TEXTS = Path(__file__).parent.parent / "texts"
READ = ("beagle", "cod", "hawar", "isfara", "perejil", "saar")  # texts by which the rules were written


def own(proposal: Proposal) -> tuple[str, str]:
    """The own words of an act with their kind."""
    return next(((kind, words) for kind, words in proposal.why if kind in OWN_WORDS), ("", ""))


def told(proposal: Proposal) -> str:
    """What the event of a proposal would be called, with the ids of the actors for their names."""
    sources = [*proposal.sources]
    others = [each for each in proposal.targets if each not in sources]
    return summary(proposal.type, sources, others, own(proposal), proposal.happened)


EXAMPLES = {
    "Norway offered Sweden a corridor north of Bergen for an equal area of land.":
        "act: offer Sweden a corridor north of Bergen",
    "Norway broke off relations with Sweden on 17 March 1978.": "act: break off relations with Sweden",
    "In 1999 Norway called the visit off.": "act: call off the visit",
    "In 1999 Norway rejected the proposal at once, and it closed the border.": "act: reject the proposal",
    "Norway supports roads, ports and customs for Sweden.": "act: support roads, ports and customs for Sweden",
    "In 1999 Norway insisted that the treaty of 1904 settled the border.":
        "act: insist that the treaty of 1904 settled the border",
    "In 1999 the islands were occupied by Norway.": "act: occupy the islands",
    "In 1999 Norway rejected our offer, because Sweden held its port.": "act: reject the offer",
    "In 1999 Norway recalled its ambassador.": "act: recall its ambassador",
    "In 1999 Norway lost 120,000 tons of fish to Sweden.": "told: lost 120,000 tons of fish",
    "In 1999 Norway drew a line around the land.": "told: drew a line around the land",
    "In 1999 there were talks on the border between Norway and Sweden.":
        "called: talks on the border between Norway and Sweden",
    "In 1999 Norway and Sweden held talks that were long.": "act: hold talks",
}  # fmt: skip


@pytest.mark.parametrize(("text", "words"), EXAMPLES.items())
def test_the_verb_and_its_object(text: str, words: str) -> None:
    assert words in {": ".join(own(each)) for each in propose("a", text) if each.kind == "event"}


def test_a_pronoun_for_whom_it_is_done_to_gives_no_words() -> None:
    """The target is named anyway: the type tells what is done."""
    made = propose("a", "In 1999 Sweden closed the border, and in 2001 Norway invaded it.")
    assert "NOR attacks SWE." in {told(each) for each in made if each.kind == "event"}


@pytest.mark.parametrize(
    ("words", "happened", "sentence"),
    [
        (("act", "deny the claim"), "occurred", "Norland denies the claim, against Suderland."),
        (("act", "deny the claim"), "negated", "Norland does not deny the claim, against Suderland."),
        (("act", "sign no treaty"), "negated", "Norland signs no treaty, against Suderland."),
        (("act", "visit Suderland"), "planned", "Norland is to visit Suderland."),
        (("act", "fire on a Suderlandic ship"), "alleged", "Norland is said to fire on a Suderlandic ship."),
        (("act", "leave the island"), "proposed", "Norland accuses Suderland: “leave the island”."),
        (("called", "charge of fraud"), "occurred", "Norland accuses Suderland: “charge of fraud”."),
        (("told", "went to the judge"), "occurred", "Norland went to the judge, against Suderland."),
        (("", ""), "occurred", "Norland accuses Suderland."),
        (("called", " ".join(["long"] * (MOST + 1))), "occurred", "Norland accuses Suderland."),
    ],
)
def test_the_sentence_names_who_takes_part(words: tuple[str, str], happened: str, sentence: str) -> None:
    assert summary("ACCUSE", ["Norland"], ["Suderland"], words, happened) == sentence


def test_several_do_what_one_does() -> None:
    assert summary("AGREE", ["A", "B"], [], ("act", "push for a line"), "occurred") == "A and B push for a line."
    assert summary("AGREE", ["A", "B"], [], ("act", "sign it"), "negated") == "A and B do not sign it."


def test_no_sentence_of_a_document_becomes_a_summary() -> None:
    """Never do twelve words of a summary stand one behind the other in its text, with the names that a case gives."""
    names = {row.id: row.names[0] for row in actor_rows() if row.names}
    longest = 0
    for name in READ:
        text = (TEXTS / f"{name}.txt").read_text(encoding="utf-8")
        there = " ".join(re.findall(r"\w+", text.casefold()))
        for each in (each for each in propose(name, text) if each.kind == "event"):
            sources, targets = ([names.get(id_, id_) for id_ in side] for side in (each.sources, each.targets))
            words = re.findall(r"\w+", summary(each.type, sources, targets, own(each), each.happened).casefold())
            runs = (end - at for at in range(len(words)) for end in range(at + 1, len(words) + 1)
                    if f" {' '.join(words[at:end])} " in f" {there} ")  # fmt: skip
            longest = max(longest, *runs, 0)
    assert 4 < longest < 12
