"""Clauses that tell of a party something done, or at a time, of which no trigger says what kind of act it is.

They are proposed with the likeliest type by what else the clause names, or without one, so that a person sees the
passage; never surely enough for the setting ``precision``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from hikiwake.coding.acts import roles, status
from hikiwake.coding.acts.act import Act, Refused
from hikiwake.coding.acts.closed import BE, CLAUSE_ENDS, DO, HAVE, JOINERS, MODALS, RELATIVES, REPORTS, listed
from hikiwake.coding.acts.inflection import forms
from hikiwake.coding.acts.standing import standing
from hikiwake.coding.acts.stands import Standing
from hikiwake.coding.words import Words
from hikiwake.vocabulary.acts import classes, rows

TRUST = 0.3  # for a verb that no table knows
SAID = ("REQUEST", "REJECT")  # the likeliest of what is said
REFUSED = ("REJECT", "AGREE")  # the likeliest of what was not done, where nothing else tells
_TOLD = frozenset(["past", "perfect", "present", "progressive", "modal"])
_STATES = listed(
    """seem seems seemed remain remains remained become becomes became contain contains lie lies lay mean means meant
    belong belongs belonged exist exists existed know knows knew think thinks thought feel feels felt like likes liked
    need needs needed used born based related located called named known left united limited interested armed"""
)
_NOTHING = listed("nobody nothing none no-one")
_REGULAR = "dn"  # what a word in "-ed" that may be a verb is
_NO_ACTS = BE | HAVE | DO | MODALS
_BOUNDS = CLAUSE_ENDS | RELATIVES | JOINERS | listed(", while when after before because although though since until as")


def unknown(sentence: Words, dates: Sequence[int], found: Sequence[Act], refused: Sequence[Refused]) -> Iterator[Act]:
    """The acts of an unknown kind that the clauses without another act tell, in order."""
    if not dates and not sentence.parties:
        return
    words, known = sentence.words, {each.at for each in refused}
    taken = sorted({at for act in found for at in (act.at, act.last)})
    irregular = _irregular()
    for at, word in enumerate(words):
        letters = irregular.get(word) or (_REGULAR if word[-2:] == "ed" and len(word) > 4 else "")
        if not letters or at in known or word in _STATES or _shared(words, at, taken):
            continue
        stands = standing(sentence, at, letters)
        act = _act(sentence, at, stands, bool(dates)) if stands and stands.form in _TOLD else None
        if act:
            taken.append(at)
            yield act


def _act(sentence: Words, at: int, stands: Standing, dated: bool) -> Act | None:
    """The act of an unknown verb, where it has a party, and in the present two of them or a time."""
    happened, why = status.of_verb(sentence, stands, sentence.words[at])
    if not happened:
        return None
    first, last = _clause(sentence.words, at)
    if not _NOTHING.isdisjoint(sentence.words[at + 1 : last + 1]) or "no one" in " ".join(
        sentence.words[at + 1 : last + 1]
    ):
        return None
    types = _likeliest(sentence.words, first, at, last, happened)
    sources, targets = roles.of_verb(sentence, at, stands, sentence.words[at], "".join(types[:1]), ((), ()))
    if not sources and not targets and not dated:
        return None
    if stands.form == "present" and not dated and not (sources and targets):
        return None
    rule = "a verb that no frame knows, with a party or a time"
    how = "passive" if stands.passive else "active"
    word = sentence.text[sentence.starts[at] : sentence.ends[at]]
    return Act(at, at, word, rule, types, "", TRUST, stands, sources, targets, how, happened, why)


def _likeliest(words: list[str], first: int, at: int, last: int, happened: str) -> tuple[str, ...]:
    """The likeliest types of what a clause tells, by what it names after its verb, then before; else none."""
    if words[at] in REPORTS:
        return SAID
    for place in (*range(at + 1, last + 1), *range(at - 1, first - 1, -1)):
        if words[place] in _by_word():
            return _by_word()[words[place]]
    return REFUSED if happened == "negated" else ()


@cache
def _by_word() -> dict[str, tuple[str, str]]:
    """The likeliest types by each word that a clause may name."""
    found: dict[str, tuple[str, str]] = {}
    for row in rows("likeliest"):
        for word in classes()[row["object"]]:
            found.setdefault(word, (row["type"], row["also"]))
    return found


def _clause(words: list[str], at: int) -> tuple[int, int]:
    """The first and the last word of the clause of a verb."""
    first = last = at
    while first > 0 and words[first - 1] not in _BOUNDS:
        first -= 1
    while last + 1 < len(words) and words[last + 1] not in _BOUNDS:
        last += 1
    return first, last


def _shared(words: list[str], at: int, taken: list[int]) -> bool:
    """Whether another act stands in the clause of a verb."""
    if not taken:
        return False
    first, last = _clause(words, at)
    return any(first <= each <= last for each in taken)


@cache
def _irregular() -> dict[str, str]:
    """The forms of irregular verbs that tell a past."""
    return {
        form: letters
        for row in rows("irregular")
        for form, letters in forms(row["verb"]).items()
        if set(letters) & {"d", "n"} and form not in _NO_ACTS
    }
