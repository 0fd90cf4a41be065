"""The coder by rules: what a document supports, as proposals with their grounds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hikiwake.actors import Actor
from hikiwake.coding.between import named_between
from hikiwake.coding.merging import joined, redated
from hikiwake.coding.reading import proposals, read
from hikiwake.coding.statements import propose as statements
from hikiwake.coding.statements.formulas import on_formulas
from hikiwake.coding.times import times
from hikiwake.coding.weighing import setting as chosen_setting
from hikiwake.documents.front_matter import own_words
from hikiwake.periods import Period
from hikiwake.workbench.proposal import Proposal


def propose(
    document: str,
    text: str,
    written: Period | None = None,
    setting: str = "recall",
    actors: Iterable[Actor] = (),
    dyad: Sequence[str] = (),
    formulas: Sequence[tuple[str, str]] = (),
) -> tuple[Proposal, ...]:
    """What a text supports, its events first, each kind in the order of the text; the same text gives the same.

    ``document`` is its id, ``written`` when it was written (it settles "last year"); the setting is ``recall``, for
    somebody who reviews, or ``precision``; ``actors`` are a case's own, known beside those of the vocabulary,
    ``dyad`` its two sides, ``formulas`` its formulas by id and title. Raises ``ValueError`` for another setting.

    >>> propose("a", "Iran and Iraq signed a treaty in June 1975.")[0].type
    'SUPPORT'
    """
    chosen, text = chosen_setting(setting), own_words(text)
    dated = times(text, written)
    mentions, two = named_between(text, dated, actors, dyad)
    made = [each for told in read(text, dated, mentions, two=two) for each in proposals(document, told, chosen)]
    events = joined(redated(made), text)
    stated = on_formulas(statements(document, text, written, mentions, dated), text, formulas)
    return (*events, *(each for each in stated if each.confidence >= chosen.stated))
