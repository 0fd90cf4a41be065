"""Entries that say more than their passages: views given to another, conditions and caution lost, times not told.

- An entry is held by who says it. Where it is held by somebody else than its author, the sentences of one passage at
  least have quotation marks of some script, or a word of saying; else the author imputes it. A holder that names its
  own text in brackets says where it is said, and a poll counts what others say: both are left.
- A stance, an answer or a claim keeps the condition of its one passage. A position that sets conditions says so by its
  verb; a driver says of itself when it works.
- An entry is as sure as its one passage: what may be, seems or is likely stays so. A driver that is expected or only
  meant says so by its kind.
- A driver whose one passage names it as one reason among several does not give it as the only one.
- A period is `stated` where the sentences name a time; else it is inferred, and its basis is `context`.
- What a mention says that its passage calls the act stands in that passage, letter by letter and as whole words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import chain

from hikiwake.documents.letters import UNSPACED
from hikiwake.dossier.dossier import Dossier
from hikiwake.dossier.entries import Claim, Driver, Mention, Position, Reading
from hikiwake.dossier.scrutiny.heard import Heard
from hikiwake.dossier.scrutiny.remark import Remark
from hikiwake.periods import Period
from hikiwake.vocabulary import speech

Texts = Mapping[str, Heard]
Held = Claim | Reading | Position | Driver
_HELD = ("claims", "readings", "positions", "drivers")
_TOLD = (("positions", "stance"), ("readings", "answer"), ("claims", "summary"))
_SURE = (*_TOLD, ("drivers", "summary"))
_SPACED = rf"[^\W{UNSPACED}\uac00-\ud7af]"  # a letter at which a word can be cut: endings are joined to Korean ones


def imputed(dossier: Dossier, texts: Texts) -> Iterator[Remark]:
    """Entries given to somebody whom their passages neither quote nor say to speak."""
    for kind in _HELD:
        for entry in getattr(dossier, kind):
            if _of_another(dossier, entry) and not any(each.quotes for each in _heard(entry, texts, silent=True)):
                author = " or ".join(dict.fromkeys(dossier.document[id_].author for id_ in dossier.documents_of(entry)))
                expected = f"{author}, who imputes it: no passage quotes {entry.holder} or says that it was said"
                yield Remark(kind, entry.id, "holder", entry.holder, expected)


def _of_another(dossier: Dossier, entry: Held) -> bool:
    """Whether an entry is given to somebody whose own words it would have to be."""
    documents = [dossier.document[id_] for id_ in dossier.documents_of(entry)]
    own = {name for each in documents for name in (each.author, each.publisher)}
    counted = isinstance(entry, Claim) and entry.table
    whole = {*entry.holder.split("; ")} <= own or any(each.author == entry.holder for each in documents)
    return not (whole or counted or "(" in entry.holder or speech("counting").search(entry.holder))


def _heard(entry: Held, texts: Texts, *, silent: bool) -> list[Heard]:
    """The passages of an entry as they read; where one is not at hand, ``silent`` says that it may hold anything."""
    found = [texts[id_] for id_ in entry.passages if id_ in texts]
    return found if len(found) == len(entry.passages) or not silent else [Heard('"', '"', inside=True)]


def lost_conditions(dossier: Dossier, texts: Texts) -> Iterator[Remark]:
    """Entries of one passage that makes a condition, in whose words there is none."""
    for kind, column in _TOLD:
        for entry in getattr(dossier, kind):
            words, found = str(getattr(entry, column)), _heard(entry, texts, silent=False)
            sets = isinstance(entry, Position) and entry.verb == "conditions"
            if len(entry.passages) != 1 or sets or not found or not (condition := found[0].condition):
                continue
            if not speech("condition").search(words) and not speech("kept").search(words):
                yield Remark(kind, entry.id, column, words, f'the condition of its passage, which says "{condition}"')


def lost_caution(dossier: Dossier, texts: Texts) -> Iterator[Remark]:
    """Entries of one passage that is not sure of what it says, in whose words nothing says so."""
    for kind, column in _SURE:
        for entry in getattr(dossier, kind):
            words, found = str(getattr(entry, column)), _heard(entry, texts, silent=False)
            if len(entry.passages) != 1 or _no_fact(entry) or not found or not (caution := found[0].caution):
                continue
            if not speech("unsure").search(words) and not speech("unsure_kept").search(words):
                yield Remark(kind, entry.id, column, words, f'the caution of its passage, which says "{caution}"')


def _no_fact(entry: Held) -> bool:
    """Whether an entry says by its kind that it is no fact: an argument expected or meant, a forecast, a plan."""
    return isinstance(entry, Claim | Driver) and entry.kind not in ("", "actual")


def lost_shares(dossier: Dossier, texts: Texts) -> Iterator[Remark]:
    """Drivers of one passage that names one reason among several, told as if it were the only one."""
    for driver in dossier.drivers:
        found = _heard(driver, texts, silent=False)
        if len(driver.passages) != 1 or not found or not (share := found[0].share):
            continue
        if not speech("shared").search(driver.summary) and not speech("shared_kept").search(driver.summary):
            expected = f'one reason among several, for its passage says "{share}"'
            yield Remark("drivers", driver.id, "summary", driver.summary, expected)


def inferred_times(dossier: Dossier, texts: Texts) -> Iterator[Remark]:
    """Periods called stated where the sentences name no time."""
    mentions = chain.from_iterable(event.mentions for event in dossier.events)
    told: chain[tuple[str, Mention | Held, Period | None]] = chain(
        (("mentions", each, each.period) for each in mentions),
        (("positions", each, each.period) for each in dossier.positions),
        (("readings", each, each.as_of) for each in dossier.readings),
        (("claims", each, each.as_of) for each in dossier.claims),
    )
    for kind, entry, period in told:
        found = [texts[id_] for id_ in entry.passages if id_ in texts]
        if period and period.basis == "stated" and found and not any(each.dated for each in found):
            yield Remark(kind, entry.id, "basis", "stated", "context, for its sentences name no time: it is inferred")


def not_its_word(dossier: Dossier, texts: Texts) -> Iterator[Remark]:
    """Mentions that quote a word for the act which their passage has not."""
    expected = "a word of its passage, as it stands there"
    for mention in chain.from_iterable(event.mentions for event in dossier.events):
        here = texts.get(mention.passage)
        if here and not _whole(_plain(mention.called)).search(_plain(here.words)):
            yield Remark("mentions", mention.id, "called", mention.called, expected)


def _whole(words: str) -> re.Pattern[str]:
    """Words that are cut out of no longer word, where a script sets its words apart."""
    before = rf"(?<!{_SPACED})" if re.match(_SPACED, words) else ""
    after = rf"(?!{_SPACED})" if re.match(_SPACED, words[-1:]) else ""
    return re.compile(before + re.escape(words) + after)


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())
