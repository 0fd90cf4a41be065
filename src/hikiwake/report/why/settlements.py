"""Which settlement would be signed, and would hold: the matrix of verdicts by what changes hands, and every finding."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from hikiwake.dossier import Era
from hikiwake.figures import shapes
from hikiwake.report.grounds import SEED, Grounds
from hikiwake.report.models import outlooks
from hikiwake.report.models.outlooks import Line
from hikiwake.report.models.shelf import shelf_of
from hikiwake.report.why import levers
from hikiwake.report.why.ordering import Ordering
from hikiwake.settlement.findings import DRAWS
from hikiwake.wording import leads
from hikiwake.wording import models as wording
from hikiwake.wording.phrases import the


@dataclass(frozen=True, slots=True)
class Context:
    """What the template of the settlements shows."""

    lead: str
    """What the models answer, and how many there are."""
    eras: tuple[Era, ...]
    """The eras of the case."""
    looks: dict[str, tuple[str, str]]
    """For every outlook its short word and its meaning."""
    words: list[tuple[str, str, str]]
    """The outlooks for the legend: outlook, short word, meaning."""
    groups: list[tuple[str, list[Line]]]
    """The settlements, those that both would have to sign before those that one side brings about; with a heading."""
    shares: dict[str, str]
    """What share of the land a settlement transfers, in percent, where it is told."""
    wordless: str
    """The ways to settle that no model expresses, as a sentence; or nothing."""
    shapes: str
    """The signs of the outlooks, as SVG text."""


def context(grounds: Grounds) -> Context | None:
    """What the section shows, or ``None`` for a case without models."""
    shelf = shelf_of(grounds)
    if not shelf:
        return None
    case, models, found = grounds.dossier.case, shelf.models, grounds.findings
    unsaid = Counter((one.settlement, one.title) for one in found.unsaid)
    modelled = {model.conflict.era for model in models}
    wordless = [title for (_, title), count in unsaid.items() if count == len(modelled)]
    readings = sum(len(model.readings) for model in models)
    return Context(
        lead=leads.models(
            [the(grounds.names.actor(side)) for side in case.sides],
            wording.opening(len(modelled), len(case.eras), readings, DRAWS, SEED),
        ),
        eras=case.eras,
        looks={word: wording.outlook(word) for word in wording.OUTLOOKS},
        words=[(word, *wording.outlook(word)) for word in _seen(grounds)],
        groups=_groups(Ordering(grounds), outlooks.lines(shelf, found)),
        shares={each.id: each.share for each in grounds.dossier.formulas if each.share},
        wordless=wording.wordless(wordless) if wordless else "",
        shapes=shapes("looks"),
    )


def _seen(grounds: Grounds) -> list[str]:
    """The outlooks that the matrix has, those under an assumption included: only what a reader meets."""
    found = grounds.findings
    seen = {each.look for each in found} | ({"unsaid"} if found.unsaid else set())
    modelled = {each.era for each in found}
    seen |= {"thin"} if any(era.id not in modelled for era in grounds.dossier.case.eras) else set()
    assumed = levers.context(grounds)
    seen |= {after.look for era in assumed.eras for each in era.switches for after in each.after} if assumed else set()
    return [word for word in wording.OUTLOOKS if word in seen]


def _groups(order: Ordering, lines: list[Line]) -> list[tuple[str, list[Line]]]:
    ordered = sorted(lines, key=lambda line: order.place(line.settlement))
    deals = [line for line in ordered if line.settlement in order.signed_together]
    alone = [line for line in ordered if line.settlement not in order.signed_together]
    return [(heading, each) for heading, each in ((wording.DEALS, deals), (wording.ONE_SIDED, alone)) if each]
