"""The last part of a brief: the documents, how it was made, and what its words mean."""

from __future__ import annotations

from collections.abc import Iterator

from hikiwake.modelling.case_models import case_models
from hikiwake.report.brief.content import Block, Clause, Heading, Paragraph
from hikiwake.report.brief.noting import Notes
from hikiwake.report.brief.standing import Standing
from hikiwake.report.grounds import SEED, Grounds
from hikiwake.report.sections.sources import address, documents_context
from hikiwake.report.sections.voices import record
from hikiwake.settlement.findings import DRAWS
from hikiwake.wording.clauses import brief as wording
from hikiwake.wording.clauses.method import definitions
from hikiwake.wording.models import opening
from hikiwake.wording.page import made_by


def sourcing(standing: Standing, _: Notes) -> Iterator[Block]:
    """The blocks of the last part, which stands on the record as a whole."""
    grounds = standing.grounds
    yield Heading(wording.SOURCES)
    yield from _documents(grounds)
    yield Heading(wording.METHOD)
    said = [record(grounds)]
    if models := case_models(grounds.dossier):
        eras = {model.conflict.era for model in models}
        readings = sum(len(model.readings) for model in models)
        said.append(opening(len(eras), len(grounds.dossier.case.eras), readings, DRAWS, SEED))
    yield Paragraph((Clause(" ".join(said)),))
    yield Paragraph((Clause(" ".join(text for _, text in definitions())),))
    made = made_by(grounds.dossier.case.editor, grounds.quotes, grounds.library is not None)
    yield Paragraph((Clause(f"{made} {grounds.stated}"),))


def _documents(grounds: Grounds) -> Iterator[Block]:
    """Every document as a reference, with what it gives the record."""
    shown = documents_context(grounds)
    if shown is None:
        yield Paragraph((Clause(wording.NO_SOURCE),))
        return
    for source in shown.sources:
        document = source.document
        year = document.year or str(document.written.last.year)
        said = wording.reference(document.author, year, document.title, document.publisher)
        given = wording.gives(source.state, source.written, source.holds)
        yield Paragraph((Clause(f"{said} {given} {address(document)}".rstrip()),), "item")
