"""Where package files are: a file, or one of a case, named ``CASE:NAME``, whose grounds are entries of the case."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from hikiwake.conflict.files.incoming import refuse_with_places
from hikiwake.conflict.files.reading import conflict_from
from hikiwake.conflict.model.faults import Fault, Place, nearest
from hikiwake.dossier import Dossier, load
from hikiwake.errors import Found, ModelError
from hikiwake.modelling.loading import text_in_case
from hikiwake.settlement.packages.files.reading import negotiation_from, refuse_unlisted
from hikiwake.settlement.packages.negotiation import Negotiation, Voice


def negotiation(source: str | Path | Negotiation, *, listed: bool = True) -> Negotiation:
    """The negotiation of a package file, of ``CASE:NAME`` (``packages/NAME.toml`` of a case), or one that is known.

    listed: whether every issue needs its alternatives. Raises ``ModelError`` with every fault of the file, and where a
    ground is no entry of the case.
    """
    return with_its_case(source, listed=listed)[0]


def with_its_case(source: str | Path | Negotiation, *, listed: bool = True) -> tuple[Negotiation, Dossier | None]:
    """The same with the case of the file; ``None`` where it is a lone file, or one that is known."""
    if isinstance(source, Negotiation):
        if listed:
            refuse_unlisted(source, "", source.title or "packages")
        return source, None
    text, name = text_in_case(source, "packages", "a package")
    found = negotiation_from(text, name)
    if listed:
        refuse_unlisted(found, text, name)
    if Path(source).exists():
        return found, None
    dossier = load(str(source).rpartition(":")[0])
    refuse_with_places(strangers(found, dossier), text, name)
    return found, dossier


def check_packages(dossier: Dossier) -> tuple[Found, ...]:
    """The faults of every package file of a case, grounds that are no entries of it included.

    >>> import hikiwake as hw
    >>> check_packages(hw.load("japan_russia"))
    ()
    """
    faults: list[Found] = []
    for name, text in dossier.packages:
        file = f"packages/{name}.toml"
        try:
            refuse_with_places(strangers(negotiation_from(text, file), dossier), text, file)
        except ModelError as error:
            faults += error.faults
    return tuple(faults)


def grounds(given: Negotiation) -> Iterator[tuple[Place, str]]:
    """Every ground of a negotiation with its place in the file."""
    for number, party in enumerate(given.parties):
        at: Place = ("parties", number)
        voices = [(at, party.voice), *_inner(at, "constituencies", party.constituencies)]
        for place, voice in (*voices, *_inner(at, "rivals", party.rivals)):
            for issue, ids in voice.grounds.items():
                yield from (((*place, "grounds", issue), id_) for id_ in ids)
    tied = {"links": [one.grounds for one in given.links], "tabled": [one.grounds for one in given.tabled]}
    for key, each in tied.items():
        yield from (((key, number, "grounds"), id_) for number, ids in enumerate(each) for id_ in ids)


def strangers(given: Negotiation, dossier: Dossier) -> Iterator[Fault]:
    """Grounds that are no entries of a case, a model that it does not have, and options that its model does not."""
    for place, id_ in grounds(given):
        if id_ not in dossier.by_id:
            yield Fault(place, f'no entry "{id_}" in the case; name an entry of it')
    models = dict(dossier.conflicts)
    if given.conflict and given.conflict not in models:
        yield Fault(("conflict",), f'no conflict "{given.conflict}" in the case; {nearest(given.conflict, [*models])}')
    elif given.conflict and given.states:
        yield from _strange_options(given, models[given.conflict])


def _strange_options(given: Negotiation, model: str) -> Iterator[Fault]:
    """Options in the statements of states that the model does not have; nothing of a model that is itself at fault."""
    try:
        known = [option.id for option in conflict_from(model).options]
    except ModelError:
        return
    for number, (_, when) in enumerate(given.states):
        for option in when.options:
            if option not in known:
                yield Fault(("states", number, "when"), f'no option "{option}"; {nearest(option, known)}')


def _inner(at: Place, key: str, voices: tuple[Voice, ...]) -> Iterator[tuple[Place, Voice]]:
    yield from (((*at, key, number), voice) for number, voice in enumerate(voices))
