"""How an assumption is written, by an example from a case: said where a text is none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hikiwake.conflict.model.conflict import Statements
from hikiwake.dossier import Dossier
from hikiwake.errors import ModelError
from hikiwake.modelling.case_models import CaseModel, case_models
from hikiwake.modelling.scenarios.scenario import CHANGES, FORMS, Assumption, assumption
from hikiwake.wording.clauses import scenarios as wording


def assumptions(dossier: Dossier, era: str, texts: Iterable[str]) -> tuple[Assumption, ...]:
    """Assumptions from lines of text. Raises ``ModelError`` for a text that is none, with an example from the era."""
    found = []
    for text in texts:
        try:
            found.append(assumption(text))
        except ModelError as error:
            raise ModelError(f"{error}{wording.for_example(*example(dossier, text, era))}") from None
    return tuple(found)


def how_to_assume(dossier: Dossier, text: str) -> str:
    """How an assumption is given on the line, with an example that comes near a text; nothing for a mere name.

    >>> import hikiwake as hw
    >>> how_to_assume(hw.load("japan_russia"), "offer")
    ''
    """
    first = text.split()[:1]
    if first and any(each.split()[:1] == first for each in CHANGES):
        return wording.to_assume(*example(dossier, text), FORMS)
    return ""


def example(dossier: Dossier, text: str, era: str = "") -> tuple[str, str]:
    """An era of a case and an assumption that can be made of it, the nearest to a text; two empty texts for none.

    The nearest is of a decision maker that the text names, and of the change with which it begins.

    >>> import hikiwake as hw
    >>> example(hw.load("japan_russia"), "drop Japan", "2001-2012")
    ('2001-2012', 'drop Japan: insist_four')
    """
    possible = list(_possible(dossier, era))
    words, change = text.casefold(), next((each for each in CHANGES if text.startswith(each)), "")
    near = [one for one in possible if one[1].decision_maker and one[1].decision_maker.casefold() in words]
    alike = [one for one in near or possible if one[1].change == change]
    chosen = next(iter(alike or near or possible), None)
    return (chosen[0], chosen[1].text) if chosen else ("", "")


def _possible(dossier: Dossier, era: str) -> Iterator[tuple[str, Assumption]]:
    """Assumptions that can be made of an era, else of any, the latest first: of models, then of positions."""
    eras = [each for each in reversed(dossier.case.eras) if era in ("", each.id)]
    for each in eras:
        for model in _models(dossier, each.id):
            for maker in model.conflict.decision_makers:
                if isinstance(maker.preference, Statements):
                    for change, rank in (("drop", 0), ("flip", 0), ("move", 1)):
                        last = maker.preference.statements[-1].says.text
                        says = last if rank else maker.preference.statements[0].says.text
                        yield each.id, Assumption(change, decision_maker=maker.name, says=says, rank=rank)
            yield from ((each.id, Assumption("take away", option=one.id)) for one in model.conflict.options)
    for each in eras:
        for position in dossier.positions:
            if position.period.overlaps(each.period):
                yield each.id, Assumption("drop", position=position.id)


def _models(dossier: Dossier, era: str) -> tuple[CaseModel, ...]:
    """The model of an era, where there is one alone and it can be read."""
    try:
        found = case_models(dossier, era)
    except ModelError:
        return ()
    return found if len(found) == 1 else ()
