"""The forms of a verb: regular ones by rule, irregular ones from the table ``vocabulary/acts/irregular.csv``.

Each form has letters for what it may be: ``b`` base, ``s`` third person, ``d`` past, ``n`` participle, ``g`` gerund.
"""

from __future__ import annotations

import re
from functools import cache

from hikiwake.vocabulary.acts import rows

_SHORT = re.compile(r"(?:qu|[^aeiou\s])*[aeiou][^aeiou\s]")  # one short syllable: its last letter is doubled
FORMS = ("third", "past", "participle", "gerund")
LETTERS = dict(zip(FORMS, "sdng", strict=True))


def forms(verb: str) -> dict[str, str]:
    """The forms of a verb with what each may be.

    >>> forms("sign")
    {'sign': 'b', 'signs': 's', 'signed': 'dn', 'signing': 'g'}
    >>> forms("withdraw")["withdrew"]
    'd'
    >>> "skipped" in forms("skip")
    True
    """
    found = {verb: "b"}
    for name, made in (_irregular().get(verb) or _regular(verb)).items():
        for form in made.split("|"):
            if LETTERS[name] not in found.get(form, ""):
                found[form] = found.get(form, "") + LETTERS[name]
    return found


@cache
def _irregular() -> dict[str, dict[str, str]]:
    return {row["verb"]: {name: row[name] for name in FORMS} for row in rows("irregular")}


def _regular(verb: str) -> dict[str, str]:
    """The forms of a regular verb."""
    stem = verb + verb[-1] if _SHORT.fullmatch(verb) and verb[-1] not in "wxy" else verb
    past = f"{verb}d" if verb.endswith("e") else f"{stem}ed"
    third = f"{verb}es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else f"{verb}s"
    gerund = f"{verb[:-1]}ing" if verb.endswith("e") and not verb.endswith(("ee", "ye", "oe")) else f"{stem}ing"
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        past, third = f"{verb[:-1]}ied", f"{verb[:-1]}ies"
    return {"third": third, "past": past, "participle": past, "gerund": gerund}
