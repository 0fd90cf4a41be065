"""Clashes about who acted on whom: two reports of one event with the sides exchanged.

Somebody fired first by one account and was fired at by another. A mutual act has no such sides.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from hikiwake.comparison.clash import Disagreement, clash, sides
from hikiwake.comparison.clashes_of_events import NOT_DONE
from hikiwake.dossier.dossier import Dossier
from hikiwake.dossier.entries import Event, Mention
from hikiwake.vocabulary import event_types
from hikiwake.wording import clashes as wording
from hikiwake.wording.phrases import listed

MUTUAL = ("AGREE", "CONSULT", "COOPERATE", "SUPPORT")  # types of act of which either side may be named first
MATERIAL_CONFLICT = 4  # the quad class of force and coercion: one says coerced where another says attacked
Way = tuple[frozenset[str], frozenset[str]]  # the states that act, and those acted on


def clashes(dossier: Dossier) -> Iterator[Disagreement]:
    """Every event of which it is told both that one side acted on the other and that the other did on it."""
    for event in dossier.events:
        yield from _exchanged(dossier, event)


def _exchanged(dossier: Dossier, event: Event) -> Iterator[Disagreement]:
    """Who acted on whom, told the other way round of one kind of act that is not mutual."""
    ways = {each.id: way for each in event.mentions if each.happened not in NOT_DONE and (way := _way(event, each))}
    for one, other in combinations(event.mentions, 2):
        if one.id in ways and other.id in ways and _reversed(event, (one, ways[one.id]), (other, ways[other.id])):
            said = {
                each.id: ways[each.id] for each in event.mentions if ways.get(each.id) in (ways[one.id], ways[other.id])
            }
            names = {id_: wording.towards(*(_named(dossier, ends) for ends in way)) for id_, way in said.items()}
            yield clash(
                dossier,
                f"{event.id}-who",
                "contradiction",
                real=True,
                what=event.summary,
                said=said,
                explanation=wording.exchanged(sides(dossier, said, names.items())),
            )
            return


def _way(event: Event, mention: Mention) -> Way | None:
    """The states that act and those acted on, as a mention has them; nothing where somebody is on both sides."""
    ends = (mention.sources or event.sources, mention.targets or event.targets)
    acting, acted_on = (frozenset(actor.partition("/")[0] for actor in end) for end in ends)
    return (acting, acted_on) if acting and acted_on and not acting & acted_on else None


def _reversed(event: Event, one: tuple[Mention, Way], other: tuple[Mention, Way]) -> bool:
    """Whether two mentions of one kind of act have somebody on each side of the one on the other side of the other."""
    types = [each.type or event.type for each, _ in (one, other)]
    quads = {event_types()[type_].quad if type_ in event_types() else 0 for type_ in types}
    alike = types[0] == types[1] or quads == {MATERIAL_CONFLICT}
    (acting, acted_on), (others_acting, others_acted_on) = one[1], other[1]
    crossed = bool(acting & others_acted_on and acted_on & others_acting)
    return crossed and alike and not {*types} & {*MUTUAL, ""}


def _named(dossier: Dossier, states: Iterable[str]) -> str:
    """The names of states in alphabetical order, as a sentence has them."""
    return listed(sorted(dossier.actor[each].name() if each in dossier.actor else each for each in states))
