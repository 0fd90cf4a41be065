"""Words that were likely meant, for an error about one that nothing knows."""

from __future__ import annotations

from collections.abc import Iterable

from hikiwake.wording.phrases import listed, number

QUOTE = '"'  # the mark around words that were given to a model
MOST_NEAR, MOST_NAMED = 3, 5  # words that were likely meant, and of those that there are
LONGEST_ASKED, LEAST_PART = 80, 4  # letters of a word that is compared, and of a part of one
ALMOST = 90  # of 100: likeness to a part of a word
WORSE = 12  # of 100: by how much a word may be less like than the nearest one
LIKE = 70  # of 100: likeness of a word to the one that was given, from which on it was likely meant


def did_you_mean(given: str, known: Iterable[str], mark: str = "'") -> str:
    """A question after the words that were likely meant, to stand behind what was expected; nothing where none is near.

    mark: the quotation mark around each

    >>> did_you_mean("ocurred", ["occurred", "planned"]), did_you_mean("x", ["occurred"])
    ("; did you mean 'occurred'?", '')
    """
    near = nearest(given, known)
    return f"; did you mean {listed((f'{mark}{word}{mark}' for word in near), 'or')}?" if near else ""


def near_or_some(given: str, known: Iterable[str], mark: str = "'") -> str:
    """The same; where none is near what there is, of many the first five.

    >>> near_or_some("nord", ["norm", "south"]), near_or_some("x", ["norm", "south"]), near_or_some("x", [])
    ("; did you mean 'norm'?", '; there are norm and south', '; there are none')
    >>> near_or_some("x", "abcdefg")
    '; there are a, b, c, d, e and two more'
    """
    words = list(dict.fromkeys(known))
    if near := did_you_mean(given, words, mark):
        return near
    more = [f"{number(len(words) - MOST_NAMED)} more"] if len(words) > MOST_NAMED else []
    return f"; there are {listed([*words[:MOST_NAMED], *more]) or 'none'}"


def nearest(given: str, known: Iterable[str]) -> list[str]:
    """The words that were likely meant, the nearest first: at most three, by their letters and by their parts.

    >>> nearest("declaration", ["talks", "declarations", "declaration-of-1956"])
    ['declarations', 'declaration-of-1956']
    """
    from rapidfuzz import fuzz, process

    words = {word.casefold(): word for word in known}
    asked = given[:LONGEST_ASKED].casefold()
    found = process.extract(asked, words.keys(), scorer=fuzz.ratio, score_cutoff=LIKE, limit=MOST_NEAR)
    found = [each for each in found if each[1] >= found[0][1] - WORSE]
    if len(asked) >= LEAST_PART:
        found += process.extract(asked, words.keys(), scorer=fuzz.partial_ratio, score_cutoff=ALMOST, limit=MOST_NEAR)
    return [words[word] for word in dict.fromkeys(each[0] for each in found)][:MOST_NEAR]
