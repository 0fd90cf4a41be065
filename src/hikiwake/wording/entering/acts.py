"""An act as a sentence of its own: by its type, or by a few words of the passage that tells it."""

from __future__ import annotations

from collections.abc import Sequence

from hikiwake.wording.phrases import listed

MOST = 11  # words that may stand as in a passage: a case holds no sentence of another
_OTHERWISE = frozenset(["proposed", "postponed", "cancelled"])  # what has become of it is no part of the verb


def summary(
    type_: str, sources: Sequence[str], targets: Sequence[str], own: tuple[str, str] = ("", ""), happened: str = ""
) -> str:
    """Who does what, towards whom; by the act's ``own`` words where they are known, else by its PLOVER type.

    own: ``act`` with a verb in its base form and its object, ``told`` with a verb as it stands, ``called`` with a noun

    >>> summary("REJECT", ["Norland"], ["Suderland"]), summary("AGREE", ["Norland", "Suderland"], [])
    ('Norland refuses Suderland.', 'Norland and Suderland agree.')
    >>> summary("REJECT", ["Norland"], ["Suderland"], ("act", "turn down the weir"))
    'Norland turns down the weir, towards Suderland.'
    >>> summary("CONSULT", ["Norland", "Suderland"], [], ("called", "talks on the weir"))
    'Norland and Suderland meet: “talks on the weir”.'
    """
    kind, words = own
    if kind in ("act", "told") and happened not in _OTHERWISE:
        verb = f" {_verb(words, len(sources), happened)}" if kind == "act" else f" {words}"
        if sources and len(f"{listed(sources)}{verb}".split()) <= MOST:
            return f"{listed(sources)}{verb}{_towards(type_, targets, words)}."
    by_type = _by_type(type_, sources, targets)
    return f"{by_type}: “{words}”." if words and len(words.split()) <= MOST else f"{by_type}."


def _verb(words: str, number: int, happened: str) -> str:
    """A verb with its object as so many do it, or do not, or are to."""
    one, negated = number == 1, happened == "negated" and " no " not in f" {words} "
    if negated:
        return f"{'does' if one else 'do'} not {words}"
    if happened == "planned":
        return f"{'is' if one else 'are'} to {words}"
    if happened == "alleged":
        return f"{'is' if one else 'are'} said to {words}"
    verb, space, rest = words.partition(" ")
    return f"{_third(verb) if one else verb}{space}{rest}"


def _third(verb: str) -> str:
    """A verb as one does it.

    >>> [_third(verb) for verb in ("reject", "go", "deny", "push", "have", "pay")]
    ['rejects', 'goes', 'denies', 'pushes', 'has', 'pays']
    """
    if verb in ("be", "have"):
        return "is" if verb == "be" else "has"
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else f"{verb}s"


def _towards(type_: str, targets: Sequence[str], words: str) -> str:
    """Towards whom, where the words do not name them."""
    unnamed = [each for each in targets if not _named(each, words.casefold())]
    mutual = type_ == "CONSULT" or words.split()[-1] in _BETWEEN
    joined = " with" if mutual else ", against" if type_ in _AGAINST else ", towards"
    return f"{joined} {listed(unnamed)}" if unnamed else ""


def _named(name: str, words: str) -> bool:
    """Whether a name, or a word that is made from it, stands in some words in small letters."""
    return any(part[:4] in words for part in name.casefold().split() if len(part) > 3 or part == name.casefold())


_BETWEEN = frozenset(["relations", "ties", "talks", "contacts", "trade", "negotiations"])
_AGAINST = frozenset(["ASSAULT", "COERCE", "PROTEST", "THREATEN", "ACCUSE"])


def _by_type(type_: str, sources: Sequence[str], targets: Sequence[str]) -> str:
    verb, towards = _ACTS.get(type_, ("acts", "towards"))
    who = f"{listed(sources)} {verb if len(sources) == 1 else _plural(verb)}"
    return " ".join(part for part in (who, towards if targets else "", listed(targets)) if part)


def _plural(verb: str) -> str:
    """A verb as several do it."""
    first, _, rest = verb.partition(" ")
    return f"{first.removesuffix('s')} {rest}".strip()


_ACTS = {  # the verb, and what joins it to whom it is done to
    "AGREE": ("agrees", "with"),
    "CONSULT": ("meets", "with"),
    "SUPPORT": ("supports", ""),
    "CONCEDE": ("gives way", "to"),
    "COOPERATE": ("works", "with"),
    "AID": ("helps", ""),
    "RETREAT": ("withdraws", "towards"),
    "REQUEST": ("makes demands or proposals", "to"),
    "ACCUSE": ("accuses", ""),
    "REJECT": ("refuses", ""),
    "THREATEN": ("threatens", ""),
    "PROTEST": ("protests", "against"),
    "SANCTION": ("reduces relations", "with"),
    "MOBILIZE": ("shows force", "towards"),
    "COERCE": ("puts pressure", "on"),
    "ASSAULT": ("attacks", ""),
}
