"""How the page was made: what its words mean, what it cannot show, which record it shows; and how it is cited."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import version

from hikiwake.comparison.bargaining import OVERLAPS
from hikiwake.documents import Document
from hikiwake.documents.bibliography import Author, Reference, bibliography_text
from hikiwake.documents.bibliography.names import apart
from hikiwake.dossier.folder.onefile import DIGITS
from hikiwake.modelling.case_models import case_models
from hikiwake.report.grounds import SEED, Grounds
from hikiwake.settlement.findings import DRAWS
from hikiwake.wording import ranges
from hikiwake.wording.clauses import method as wording
from hikiwake.wording.phrases import capital, dated

FORMS = (("bibtex", "BibTeX"), ("csl", "CSL-JSON"))  # beside the plain text


@dataclass(frozen=True, slots=True)
class Context:
    """What the template of the method shows."""

    definitions: list[tuple[str, str]]
    """The words of the page, each with what it means."""
    limits: list[str]
    """What the page cannot show."""
    digest: str
    """The digest of the record, in a sentence."""


@dataclass(frozen=True, slots=True)
class CitingContext:
    """What the template of the citation shows."""

    text: str
    """The citation as a list of references has it."""
    edition: str
    """Of which edition it is, in a sentence; nothing for a case without documents."""
    forms: list[tuple[str, str, str]]
    """The other forms: id, name, and the citation in it."""


def context(grounds: Grounds) -> Context:
    """What the section shows: terms of a scale or of a model only where the case has one."""
    case, model = grounds.dossier.case, bool(case_models(grounds.dossier))
    told = wording.definitions(scale=bool(case.scales), model=model)
    if case.scales:
        told.append(("Words for a range", wording.words([(word, ranges.gloss(word)) for word in OVERLAPS])))
    told.append(("Real and apparent", wording.REAL))
    if model:
        told.append(("Shares", wording.sampled(DRAWS, SEED)))
    return Context(told, wording.limits(model=model), wording.whole_digest(grounds.read_as.digest))


def citing_context(grounds: Grounds) -> CitingContext:
    """The record as a reference, in words and in the forms that programs for references take."""
    reference = cited(grounds)
    newest = _newest(grounds)
    editor = " and ".join(map(str, reference.authors))
    return CitingContext(
        text=wording.cited(editor, reference.date[:4], reference.title, reference.within),
        edition=wording.edition_of(dated(newest.written)) if newest else "",
        forms=[(form, name, bibliography_text([reference], form).strip()) for form, name in FORMS],
    )


def cited(grounds: Grounds) -> Reference:
    """The record as a reference: its editor, its title with as what it is read, and which state of it; no address."""
    case, (read_as, digest) = grounds.dossier.case, grounds.read_as
    newest = _newest(grounds)
    role = case.editor[:1].islower()  # an office, no name
    return Reference(
        key=f"record-{digest[:DIGITS]}",
        kind="document",
        title=wording.cited_title(case.title, read_as),
        authors=(Author(literal=capital(case.editor)),) if role else apart(case.editor),
        within=wording.within(version("hikiwake"), digest[:DIGITS]),
        date=newest.written.last.isoformat()[: {"day": 10, "month": 7}.get(newest.written.precision, 4)]
        if newest
        else "",
    )


def _newest(grounds: Grounds) -> Document | None:
    """The document that was finished last."""
    return max(grounds.dossier.documents, key=lambda each: (each.written.last, each.id), default=None)
