"""Whether an act happened: planned, proposed, postponed, cancelled, alleged, negated; or is none, as advice is."""

from __future__ import annotations

from hikiwake.coding.acts.closed import (
    ADVICE,
    BE,
    CLAUSE_ENDS,
    CONDITIONS,
    DOUBTED,
    FUTURE,
    HAVE,
    MODALS,
    REPORTS,
    listed,
)
from hikiwake.coding.acts.stands import Standing
from hikiwake.coding.words import Words

CANCELS = frozenset(["cancel", "call off", "scrap", "scrub", "abort"])
POSTPONES = frozenset(["postpone", "delay", "defer", "put off"])
EXPECTS = frozenset(["expect", "await", "schedule", "slate", "foresee", "plan"])
FARTHEST_CONDITION = 14
FARTHEST_REPORT = 16
FARTHEST_NOBODY = 10
COULD_NOT = "could not"
SPOKEN = ("ACCUSE", "REQUEST")
BEFORE_NOUN = {
    **dict.fromkeys(
        ("planned", "scheduled", "upcoming", "forthcoming", "future", "next", "coming", "expected"), "planned"
    ),
    "proposed": "proposed",
    "postponed": "postponed",
    "delayed": "postponed",
    **dict.fromkeys(("cancelled", "canceled", "aborted", "abandoned"), "cancelled"),
    **dict.fromkeys(("alleged", "reported", "suspected", "purported", "supposed"), "alleged"),
    **dict.fromkeys(("failed", "no", "without", "never"), "negated"),
    **dict.fromkeys(("possible", "potential", "eventual", "threatened", "hypothetical", "any", "further"), ""),
}
BY_GOVERNOR = {
    "planned": ("planned", "decided or planned, not told as done"),
    "failed": ("negated", "did not come about"),
    "stopped": ("negated", "was kept from it"),
    "tried": ("negated", "was only tried"),
}
NO_ACT = {
    "own": "belongs to what was agreed, asked or refused",
    "absorbed": "belongs to what was said of it",
    "purpose": "is told as a purpose",
    "nominal": "belongs to a demand, a right or a wish",
    "nominal-own": "belongs to what was agreed or offered",
    "nominal-refused": "belongs to a refusal",
    "advice": "is advice",
}


def of_verb(sentence: Words, standing: Standing, verb: str, kind: str = "") -> tuple[str, str]:
    """Whether the act of a verb happened, and why it is said; the first is empty where it is no act.

    ``standing`` is how the verb stands, ``verb`` its base form, ``kind`` its type: who tried to kill has attacked, who
    came to complain has complained.
    """
    ruled = standing.governor
    attempted = kind in ("ASSAULT", "COERCE") and ruled is not None and ruled.effect.endswith("tried")
    spoken = kind in SPOKEN and ruled is not None and ruled.effect == "purpose"
    if ruled and ruled.effect in NO_ACT and not attempted and not spoken:
        return "", NO_ACT[ruled.effect]
    if condition(sentence.words, standing.first):
        return "", "is a condition"
    told, why = _by_modal(sentence, standing) if standing.form == "modal" else ("occurred", standing.form)
    if ruled and told and not attempted:
        told, why = BY_GOVERNOR.get(ruled.effect.removeprefix("nominal-"), (told, why))
    if told and (standing.negated or nobody(sentence.words, standing.first)) and why != COULD_NOT:
        return ("occurred", "not negated twice") if told == "negated" else ("negated", "negated")
    if told == "occurred" and doubted(sentence.words, standing.first):
        return "alleged", "told with doubt"
    if told == "occurred" and verb in CANCELS | POSTPONES:
        return ("cancelled" if verb in CANCELS else "postponed"), verb
    if told == "occurred" and standing.passive and verb in EXPECTS:
        return "planned", f"somebody is to {verb} it"
    if told == "occurred" and standing.form == "progressive":
        return "ongoing", "progressive"
    return told, why


def _by_modal(sentence: Words, standing: Standing) -> tuple[str, str]:
    """What a modal verb makes of an act."""
    modal, words = standing.modal, sentence.words
    if modal in FUTURE:
        return "planned", f"told with “{modal}”"
    if modal == "would":
        later = words[standing.first + 1 : standing.first + 3]
        if "go" in later or "later" in later or "eventually" in later or "become" in later:
            return "occurred", "future in the past"
        after = words[standing.first :]
        behind = after[after.index(",") :] if "," in after else []
        if not REPORTS.isdisjoint((*words[max(0, standing.first - 14) : standing.first], *behind[:6])):
            return "planned", "announced with “would”"
        return "", "is hypothetical"
    if modal in ADVICE or modal.split()[0] in ADVICE:
        return ("proposed", f"told as what “{modal}” be done") if urged(sentence, standing.first) else ("", "is advice")
    if modal in ("could", "can", "could not", "cannot") and standing.negated:
        return "negated", COULD_NOT
    if modal in ("may have", "might have"):
        return "alleged", f"told with “{modal}”"
    return "", "is only possible"


def urged(sentence: Words, at: int) -> bool:
    """Whether a party is told to have said that something should be done: "X argued that Y must"."""
    words = sentence.words
    for before in range(at - 1, max(-1, at - FARTHEST_REPORT), -1):
        if words[before] in REPORTS:
            return any(each.last < before for each in sentence.parties) and words[before] != "suggested"
    return False


def nobody(words: list[str], first: int) -> bool:
    """Whether the subject before a verb says that there is none: "nothing was signed", "no such fee has been".

    >>> nobody("no date for that has been announced".split(), 4)
    True
    >>> nobody("it no longer buys oil".split(), 3)
    False
    """
    for at in range(first - 1, max(-1, first - FARTHEST_NOBODY), -1):
        if words[at] in CLAUSE_ENDS or words[at] in BE or words[at] in HAVE or words[at] in MODALS:
            return False
        if words[at] in _NOBODY or words[at] == "no":
            return words[at] != "no" or words[at + 1] not in _NO_SUBJECT
    return False


_NOBODY = listed("nobody neither none nothing")
_NO_SUBJECT = listed("longer more less sooner doubt matter")
_ALLEGING = listed("alleged alleges claimed claims alleging claiming rumoured rumored rumours rumors")


def condition(words: list[str], at: int) -> bool:
    """Whether a word stands in a clause of condition: one of "if", "unless" before it with no comma between."""
    for before in range(at - 1, max(-1, at - FARTHEST_CONDITION), -1):
        if words[before] in (",", ";", ":", "."):
            return False
        if words[before] in CONDITIONS:
            return not (before > 0 and words[before - 1] in ("as", "even"))
    return False


def doubted(words: list[str], at: int) -> bool:
    """Whether a word of doubt stands near."""
    near = words[max(0, at - 4) : at + 4]
    said = words[max(0, at - FARTHEST_REPORT) : at]
    if "that" in said and not _ALLEGING.isdisjoint(said[: len(said) - said[::-1].index("that")]):
        return True
    return not DOUBTED.isdisjoint(near) or ("said" in near and "have" in near)


def before_noun(words: list[str], at: int) -> tuple[str, str] | None:
    """The status that an adjective gives to the noun after it; ``None`` where there is none.

    >>> before_noun("a planned visit".split(), 2)
    ('planned', 'told as planned')
    """
    for word in words[max(0, at - 3) : at]:
        if word in BEFORE_NOUN:
            told = BEFORE_NOUN[word]
            return told, f"told as {word}" if told else "is only possible"
    return None
