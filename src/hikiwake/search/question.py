"""A question in plain words as terms: names, dates and words, each with what to look for.

Words that only make it a question are left out. A name is looked for under all its names, a date as it may be written,
a word with its endings (``exact``) and, at a discount, with the words of its family (``near``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from hikiwake.documents.dates import DateFound, dates_in
from hikiwake.periods import Period
from hikiwake.search.dates import words_for
from hikiwake.search.fulltext import Look, phrase
from hikiwake.search.names import Named, Names, key
from hikiwake.vocabulary import families, question_words

LONGEST_FAMILY_PHRASE = 4  # words
SHORTEST_BEGINNING = 5  # letters: shorter names begin too many other words
_TOKEN = re.compile(r"\"[^\"]+\"|“[^”]+”|[^\W_]+(?:[-.+&/][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s\b|['’](?=\s|$)")
_EASTERN = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_RUN = re.compile("[\u3400-\u9fff]{2,}|[\u30a0-\u30ff]{2,}")
_CYRILLIC = re.compile("[\u0400-\u04ff]{3,}")


NOTHING = Look((), ())


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that a question is about: the words used, their kind (name, date, word, light), what to look for.

    ``documents`` are those of whose author it is the name: it chooses them, and is looked for nowhere.
    """

    text: str
    kind: str
    exact: Look
    near: Look = NOTHING
    periods: tuple[Period, ...] = ()
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """A question, or a part of one: its wording, its terms, what it asks for, and whose documents it is put to.

    ``asks_for`` is ``date``, ``number``, ``actor`` or nothing special; no ``documents`` are all of them.
    """

    wording: str
    terms: tuple[Term, ...]
    asks_for: str = ""
    documents: tuple[str, ...] = ()

    @property
    def needed(self) -> tuple[Term, ...]:
        """The terms that must stand in an answer: all but the light ones, or these where there are no others."""
        return tuple(term for term in self.terms if term.kind != "light") or self.terms


def read_question(wording: str, names: Names) -> Question:
    """The terms of a question, each once, in order, but for the names of authors."""
    dates = dates_in(wording)
    terms = [*(_date_term(wording, date) for date in dates), *_terms(_without(wording, dates), names)]
    documents = dict.fromkeys(id_ for term in terms for id_ in term.documents)
    looked = {term.exact: term for term in terms if not term.documents}
    return Question(wording, tuple(looked.values()), asked_for(wording), tuple(documents))


def asked_for(wording: str) -> str:
    """What the answer must hold, by the words with which the question begins.

    >>> [asked_for(each) for each in ("Since when?", "By whom was it built?", "島は何島ですか", "Why?")]
    ['date', 'actor', 'number', '']
    """
    begins = " ".join(re.findall(r"\w+", wording.casefold())[:6])
    for kind, words in question_words().asks_for.items():
        if any(re.search(rf"\b{word}\b", begins) if not _EASTERN.search(word) else word in wording for word in words):
            return kind
    return ""


def _date_term(wording: str, date: DateFound) -> Term:
    exact, near = (Look(tuple(f"dates : {word}" for word in words)) for words in words_for(date))
    return Term(wording[date.start : date.end], "date", exact, near, date.periods)


def _without(wording: str, dates: list[DateFound]) -> str:
    for date in dates:
        wording = wording[: date.start] + " " * (date.end - date.start) + wording[date.end :]
    return _POSSESSIVE.sub(" ", wording)


def _terms(wording: str, names: Names) -> Iterator[Term]:
    """Names as long as they go, then families of several words, then single words."""
    tokens = _TOKEN.findall(wording)
    place = 0
    while place < len(tokens):
        for size in range(min(names.longest, len(tokens) - place), 0, -1):
            part = tokens[place : place + size]
            if (found := _together(part, names)) is not None:
                yield found
                place += size
                break
        else:
            yield from _single(tokens[place], names, first=place == 0)
            place += 1


def _together(part: list[str], names: Names) -> Term | None:
    """Tokens that are one name, or one phrase of a family."""
    text = " ".join(part)
    named = names.at(key(text))
    if named is not None and not _only_a_stop_word(text):
        return _name_term(text, named)
    family = _families().get(key(text), ())
    if 1 < len(key(text)) <= LONGEST_FAMILY_PHRASE and family:
        return Term(text, "word", Look((phrase(text),)), _look(family))
    return None


def _only_a_stop_word(text: str) -> bool:
    """``us`` is a pronoun, ``US`` is not."""
    return text in question_words().stop_words


def _name_term(text: str, named: Named) -> Term:
    documents = () if text.islower() else named.documents
    return Term(text, "name", _look(named.names), _look(named.kin), documents=documents)


def _look(words: tuple[str, ...]) -> Look:
    """What finds any of some words or names: stems as phrases, other scripts as substrings."""
    western = tuple(dict.fromkeys(phrase(word) for word in words if not _EASTERN.search(word) and key(word)))
    eastern = tuple(word for word in words if _EASTERN.search(word))
    return Look(western, (*eastern, *(_root(word) for word in words if _CYRILLIC.fullmatch(word))))


def _root(word: str) -> str:
    """A Russian word without its ending, for which there is no stemmer here: what is left finds its other cases."""
    return word[: max(4, len(word) - 2)] if len(word) > 4 else word


def _single(token: str, names: Names, *, first: bool) -> Iterator[Term]:
    """The terms of one token: a quoted phrase, a run of unspaced script, a word."""
    folded = token.casefold()
    if token[0] in '"“':
        yield Term(token, "name", Look((phrase(token),)))
    elif _EASTERN.search(token):
        yield from _unspaced(token, names)
    elif folded not in question_words().stop_words or (token.isupper() and not first and len(token) > 1):
        family = tuple(word for word in _families().get(key(token), ()) if key(word) != key(token))
        if token[0].isupper() and not first and not family:
            yield Term(token, "name", _look((token,)), _beginning(folded))
        else:
            yield Term(token, "light" if _is_light(folded) else "word", _look((token,)), _look(family))


def _beginning(name: str) -> Look:
    """The words that begin with a name, such as those for what or who belongs to a place."""
    return Look((f"{phrase(name)} *",)) if len(name) >= SHORTEST_BEGINNING else Look()


def _is_light(word: str) -> bool:
    return any(form in question_words().light_words for form in (word, *_without_ending(word)))


def _without_ending(word: str) -> Iterator[str]:
    """What a word may be without its ending."""
    for ending in ("s", "ed", "d", "ing", "es"):
        if word.endswith(ending):
            yield from (word.removesuffix(ending), word.removesuffix(ending) + "e")


def _unspaced(token: str, names: Names) -> Iterator[Term]:
    """The known names in a token without spaces, then what is left of it between its endings."""
    for name, named in names.within(token):
        if name in token:
            yield _name_term(name, named)
            token = token.replace(name, " ")
    for run in _RUN.findall(token):
        yield Term(run, "word", Look((), (run,)))


@cache
def _families() -> dict[tuple[str, ...], tuple[str, ...]]:
    """For each word of the synonym table, with or without a common ending, all words of its families."""
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for family in families("synonyms"):
        for word in family:
            for form in _forms(word):
                found[form] = tuple(dict.fromkeys((*found.get(form, ()), *family)))
    return found


def _forms(word: str) -> Iterator[tuple[str, ...]]:
    """A word, or a verb with its particle, with the endings under which a question may use it."""
    parts = key(word)
    yield from ((*parts[:-1], form) for form in _with_endings(parts[-1]))
    yield from ((form, *parts[1:]) for form in _with_endings(parts[0]))


def _with_endings(word: str) -> list[str]:
    stem = word[:-1] if word[-1] == "e" else word
    endings = {word, word + "s", word + "d", stem + "ed", stem + "ing", stem + "es", stem + word[-1] + "ed"}
    endings |= {word + word[-1] + "ing", stem[:-1] + "ies" if word[-1] == "y" else word}
    return sorted(endings)
