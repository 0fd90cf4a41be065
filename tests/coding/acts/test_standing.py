"""How verbs stand in sentences."""

from __future__ import annotations

import pytest

from hikiwake.coding.actors import named
from hikiwake.coding.acts.inflection import forms
from hikiwake.coding.acts.standing import standing
from hikiwake.coding.times import times
from hikiwake.coding.words import Words, words_of


def sentence(text: str) -> Words:
    """A sentence as words with its parties."""
    return words_of(text, 0, len(text), named(text, times(text)))


def stands(text: str, word: str, verb: str) -> tuple[str, bool, bool] | None:
    """Form, passive, negated of a verb; ``None`` where it is no verb."""
    read = sentence(text)
    found = standing(read, read.words.index(word), forms(verb)[word])
    return None if found is None else (found.form, found.passive, found.negated)


@pytest.mark.parametrize(
    ("text", "word", "verb", "expected"),
    [
        ("Norway signed the treaty.", "signed", "sign", ("past", False, False)),
        ("The treaty was signed by Norway.", "signed", "sign", ("past", True, False)),
        ("The treaty was never signed.", "signed", "sign", ("past", True, True)),
        ("Norway has not signed the treaty.", "signed", "sign", ("perfect", False, True)),
        ("Norway had already signed it.", "signed", "sign", ("past", False, False)),
        ("Norway did not sign it.", "sign", "sign", ("past", False, True)),
        ("Norway will soon sign it.", "sign", "sign", ("modal", False, False)),
        ("Norway is signing it.", "signing", "sign", ("progressive", False, False)),
        ("After signing the treaty Norway left.", "signing", "sign", ("gerund", False, False)),
        ("Norway left without signing the treaty.", "signing", "sign", ("gerund", False, True)),
        ("Norway signs the treaty.", "signs", "sign", ("present", False, False)),
        ("Norway would have signed it.", "signed", "sign", ("modal", False, False)),
    ],
)
def test_forms(text: str, word: str, verb: str, expected: tuple[str, bool, bool]) -> None:
    """Voice, time and negation are read from the words before a verb."""
    assert stands(text, word, verb) == expected


@pytest.mark.parametrize(
    ("text", "word", "verb"),
    [
        ("The planned visit was short.", "planned", "plan"),
        ("Chad sent armed men.", "armed", "arm"),
        ("A visit to Oslo is good.", "visit", "visit"),
        ("The attack was brief.", "attack", "attack"),
        ("An occupied town lies there.", "occupied", "occupy"),
        ("There were attacks on Chad.", "attacks", "attack"),
    ],
)
def test_nouns_and_adjectives_are_no_verbs(text: str, word: str, verb: str) -> None:
    """A form that could be a verb is none after an article, a preposition or another verb."""
    assert stands(text, word, verb) is None


@pytest.mark.parametrize(
    ("text", "effect"),
    [
        ("Chad agreed to sign it.", "own"),
        ("Chad refused to sign it.", "own"),
        ("Chad failed to sign it.", "failed"),
        ("Chad has yet to sign it.", "failed"),
        ("Chad decided to sign it.", "planned"),
        ("Chad managed to sign it.", "done"),
        ("Chad was the first to sign it.", "done"),
        ("Chad asked Libya and the Union to sign it.", "own"),
        ("Chad urged the African Union (AU) to sign it.", "own"),
        ("Chad sent a minister to sign it.", "purpose"),
        ("Chad tried to sign it.", "tried"),
    ],
)
def test_governors(text: str, effect: str) -> None:
    """What becomes of an act is told by the word that governs it."""
    read = sentence(text)
    found = standing(read, read.words.index("sign"), "b")
    assert found and found.governor and found.governor.effect == effect
