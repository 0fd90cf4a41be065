"""The acts that one sentence tells: its triggers in order, those that belong to another act left out."""

from __future__ import annotations

from dataclasses import replace

from hikiwake.coding.acts import status
from hikiwake.coding.acts.act import Act, Refused, Roles
from hikiwake.coding.acts.announced import PROMISED
from hikiwake.coding.acts.lexicon import nouns, triggers, verbs
from hikiwake.coding.acts.nominal import nominal
from hikiwake.coding.acts.subjects import speaker
from hikiwake.coding.acts.unknown import unknown
from hikiwake.coding.acts.verbal import verbal
from hikiwake.coding.words import Words

DEMANDED = 0.5
NEAR = 8  # words between two verbs of one type that tell one act
MOST_TRIGGERS = 60  # in one sentence: what has more is a list


def acts(sentence: Words, dates: tuple[int, ...] = ()) -> tuple[list[Act], list[Refused]]:
    """The acts of a sentence, and the triggers that are none, with the reason. ``dates``: the words that tell times."""
    starts, known = sentence.words, triggers()
    times = {*dates}
    places = [at for at, word in enumerate(starts) if word in known and at not in times][:MOST_TRIGGERS]
    if not places:
        return [*unknown(sentence, dates, (), ())], []
    found, refused = _verbal(sentence, places)
    taken = {at for act in found for at in (*range(act.at, act.last + 1), *act.objects)}
    inherited = (found[0].sources, found[0].targets) if found else ((), ())
    for at in places:
        if at in taken or starts[at] not in nouns():
            continue
        told = nominal(sentence, at, dates, inherited)
        if isinstance(told, Act):
            found.append(told)
            taken.update(range(told.at, told.last + 1))
        elif told is not None:
            refused.append(told)
    found += _demands(sentence, found)
    kept = _distinct(found)
    return [*kept, *unknown(sentence, dates, found, refused)], refused


def _verbal(sentence: Words, places: list[int]) -> tuple[list[Act], list[Refused]]:
    found: list[Act] = []
    refused: list[Refused] = []
    inherited: Roles = ((), ())
    behind = -1
    for at in places:
        if at <= behind or sentence.words[at] not in verbs():
            continue
        told = verbal(sentence, at, inherited)
        if isinstance(told, Act):
            found.append(told)
            inherited, behind = (told.sources, told.targets), told.at
        elif told is not None:
            refused.append(told)
    return [_promised(act, refused) for act in found], refused


def _promised(act: Act, refused: list[Refused]) -> Act:
    """An agreement with the type of what was agreed beside its own: "agreed to withdraw" concedes."""
    if act.types != ("AGREE",):
        return act
    told = next((each.types[0] for each in refused if each.governor == act.at and each.types), "")
    other = PROMISED.get(told, "") if told == "RETREAT" else told
    return replace(act, types=("AGREE", other)) if other not in ("", "AGREE") else act


def _demands(sentence: Words, found: list[Act]) -> list[Act]:
    """What a party is told to have said that another must do, where no other trigger tells it."""
    for at, word in enumerate(sentence.words):
        if word == "must" and status.urged(sentence, at) and not any(at < act.at < at + 5 for act in found):
            sources = speaker(sentence, at)
            before = sentence.within(0, at - 1)[-1:]
            targets = tuple(each for party in before for each in party.actors if each not in sources)
            if sources:
                return [
                    Act(at, at, word, "said that it must", ("REQUEST",), "", DEMANDED, None, sources, targets, "said")
                ]
    return []


def _distinct(found: list[Act]) -> list[Act]:
    """One of those acts that say the same: the same type by the same parties; a noun inside what a verb tells."""
    kept: list[Act] = []
    for act in sorted(found, key=lambda each: (-each.trust, each.at)):
        if not any(_same(act, other) for other in kept):
            kept.append(act)
    return sorted(kept, key=lambda each: each.at)


def _same(act: Act, other: Act) -> bool:
    """Whether two acts of a sentence are one told twice: one type, parties that fit, not far apart or one a noun."""
    if act.types[:1] != other.types[:1] or act.happened != other.happened:
        return False
    fits = not act.sources or not other.sources or bool({*act.sources} & {*other.sources})
    nominal = act.standing is None or other.standing is None
    return fits and (nominal or abs(act.at - other.at) <= NEAR)
