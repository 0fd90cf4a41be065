"""The conflicts of a case: its models, by name, in their readings.

A *reading* is the model's own preferences (named "") or one of its variants. A case may have one model per era; where
it has none the record may be too thin, and ``drafting`` says what is missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from hikiwake.conflict.files.places import line_of
from hikiwake.conflict.files.reading import conflict_from
from hikiwake.conflict.model.conflict import Conflict, Preference, Ranking, Statements, Weights
from hikiwake.dossier import Dossier
from hikiwake.errors import ModelError
from hikiwake.wording.terminal.near import QUOTE, near_or_some

REMEMBERED = 128


@dataclass(frozen=True, slots=True)
class CaseModel:
    """A conflict of a case, with the name of its file."""

    name: str
    conflict: Conflict

    @property
    def readings(self) -> tuple[tuple[str, Conflict], ...]:
        """The model's own preferences first, named "", then its variants."""
        own = self.conflict
        return (("", own), *((one.name, own.variant(one.name)) for one in own.variants))


def read_by(dossier: Dossier, variant: str) -> str:
    """Whose reading a variant is: the document (author, year) or holder that it is named after; "" for the record's.

    >>> import hikiwake as hw
    >>> case = hw.load("japan_russia")
    >>> read_by(case, "hirose-2018"), read_by(case, "many-academics-especially-soviet-scholars")
    ('Yoko Hirose 2018', 'Many academics, especially Soviet scholars')
    """
    document = dossier.document.get(variant)
    if document:
        return document.label
    return holders(dossier).get(plain(variant), variant)


def holders(dossier: Dossier) -> dict[str, str]:
    """Who holds some position, claim, reading or driver, by plain name: a reading may be named after any of them."""
    sorts = dossier.positions, dossier.claims, dossier.readings, dossier.drivers
    return {plain(each.holder): each.holder for sort in sorts for each in sort}


@lru_cache(maxsize=1024)
def plain(name: str) -> str:
    """A name as an id has it: a variant may be named after a holder in either way.

    >>> plain("Many academics, especially Soviet scholars"), plain("soviet-scholars")
    ('many-academics-especially-soviet-scholars', 'soviet-scholars')
    """
    return re.sub(r"[\W_]+", "-", name.casefold()).strip("-")


def case_models(dossier: Dossier, era: str | None = None) -> tuple[CaseModel, ...]:
    """The models of a case in the order of its eras; those of one era where one is asked for.

    Raises ModelError where a file has faults, or where there is no such era.

    >>> import hikiwake as hw
    >>> [model.name for model in case_models(hw.load("japan_russia"), "1956-1959")]
    ['1956-1959']
    """
    known = [each.id for each in dossier.case.eras]
    if era is not None and era not in known:
        raise ModelError(f'no era "{era}" in the case{near_or_some(era, known, QUOTE)}')
    read = [_read(name, text, tuple(known)) for name, text in dossier.conflicts]
    order = {id_: place for place, id_ in enumerate(known)}
    chosen = [model for model in read if era is None or model.conflict.era == era]
    return tuple(sorted(chosen, key=lambda model: (order.get(model.conflict.era, len(order)), model.name)))


def refuse_unknown_reading(models: Sequence[CaseModel], variant: str | None) -> None:
    """Raise ModelError where a reading is asked for that no model has; "" is the models' own, None asks for all.

    >>> refuse_unknown_reading((), None)
    """
    known = dict.fromkeys(name for model in models for name, _ in model.readings if name)
    if variant and variant not in known:
        raise ModelError(f'no variant "{variant}" in these models{near_or_some(variant, known, QUOTE)}')


@lru_cache(maxsize=REMEMBERED)
def _read(name: str, text: str, eras: tuple[str, ...]) -> CaseModel:
    """Read a model; refused are one of an era that the case does not have, and a draft that nobody finished.

    The last ones are remembered: each analysis of a case asks for them again.
    """
    file = f"conflicts/{name}.toml"
    conflict = conflict_from(text, file)
    if conflict.era not in eras:
        given = f'no era "{conflict.era}"' if conflict.era else "no era given"
        line = line_of(text, ("era",))
        raise ModelError(f"{file}{f':{line}' * bool(line)}: era: {given}; the case has {', '.join(eras) or 'none'}")
    missing = [name for name in ("status_quo", "outcome") if not getattr(conflict, name)]
    if missing:
        raise ModelError(f"{file}: {' and '.join(missing)} missing; an unfinished draft: no status quo or no outcome, "
                         "give the state at the beginning of the era and that at its end")  # fmt: skip
    return CaseModel(name, conflict)


def grounds_of(preference: Preference) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What a preference says with the grounds of each part: statement by statement, or a ranking or weights whole."""
    match preference:
        case Statements(statements):
            yield from ((one.says.text, one.grounds) for one in statements)
        case Ranking(_, grounds) | Weights(_, grounds):
            yield "", grounds


def written_before(dossier: Dossier, model: CaseModel, conflict: Conflict) -> bool:
    """Whether a reading rests only on documents written before its outcome: before the end of the era.

    The outcome of an era that goes on is what the latest document tells; the others were written before it.
    """
    end = dossier.era(model.conflict.era).period.end or max(each.written.last for each in dossier.documents)
    early = {each.id for each in dossier.documents if each.written.last < end}
    grounds = {id_ for maker in conflict.decision_makers for _, ids in grounds_of(maker.preference) for id_ in ids}
    return all(early.intersection(dossier.documents_of(dossier.by_id[id_])) for id_ in grounds)
