"""How far a side goes by one holder, in the titles of formulas that the holder's own positions name.

That a side accepts what it ranks better, and not what it ranks worse, follows from the scale and is nobody's word. So a
bound is told by what a position names: how far the side goes, how far for a time and when it refuses that, what it
refuses. Where everything that it accepts on record is counted as refused, since by the same holder it refuses at the
same time that or what is better for it, both are told, and no formula is put in their place.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hikiwake.comparison.acceptance import Account, Formulas, Ranking
from hikiwake.dossier.entries import Position
from hikiwake.dossier.speaking import REFUSING, comes_first
from hikiwake.wording.clauses import bounds as wording


def account_told(
    ranking: Ranking, positions: Sequence[Position], titles: Mapping[str, str], side: str
) -> wording.Account:
    """What one holder tells of a side, of whose positions there is at least one."""
    found = ranking.account(positions)
    accepted = ranking.accepted(positions)
    named = frozenset(each.on for each in accepted)
    read = frozenset(each for on in named & ranking.scale.heads for each in ranking.readings(on))
    sure = ranking.furthest(found.told & named)
    perhaps = ranking.furthest((found.possible & read) | (found.possible - found.passing) & named)
    refused = ranking.nearest(found.rejected)
    studied = (each.on for each in positions if each.verb == "studies" and each.on in titles)
    return wording.Account(
        side,
        positions[0].holder,
        titles.get(sure, ""),
        titles.get(perhaps, "") if perhaps != sure else "",
        titles.get(refused, ""),
        tuple(titles[each] for each in dict.fromkeys(studied)),
        found.silent,
        _passing(ranking, found, accepted, [each for each in positions if each.on == refused], titles),
        titles.get(_lost(ranking, found, named, refused), ""),
        bool(found.told),
    )


def _passing(
    ranking: Ranking,
    found: Account,
    accepted: Sequence[Position],
    on_refused: Sequence[Position],
    titles: Mapping[str, str],
) -> wording.Passing | None:
    """What is accepted for a time, the furthest and longest of it, beside the refusal that follows or precedes it."""
    refusing = [each for each in on_refused if each.verb in REFUSING]
    own = [each for each in accepted if each.on in found.passing & ranking.while_accepted(each, refusing)]
    if not own:
        return None
    furthest = ranking.furthest(frozenset(each.on for each in own))
    last = max((each for each in own if each.on == furthest), key=lambda each: each.period.last)
    after = [each.period.start for each in refusing if comes_first(last, each)]
    before = [each.period.last for each in refusing if comes_first(each, last)]
    until = last.period.last if after else None
    since = last.period.start if before else None
    return wording.Passing(titles[furthest], since, until, max(before, default=None), min(after, default=None))


def _lost(ranking: Ranking, found: Account, named: Formulas, refused: str) -> str:
    """What is accepted on record and yet not counted: what is refused as well, else the furthest."""
    lost = named & frozenset(ranking.scale.formulas) - found.possible
    return refused if refused in lost else ranking.furthest(lost)
