"""A project of another program taken into a case: its texts as documents, its coded passages as proposals for a review.

A code becomes a reading, where no rule says otherwise: its question is the code that it is part of, its side the code.
What the case holds already, coded in the same way at the same place, is passed over.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from hikiwake.dossier import Dossier, load
from hikiwake.exports.qualitative.of_dossier import paths_of
from hikiwake.exports.qualitative.project import Project, Selection
from hikiwake.exports.qualitative.reading import read_project
from hikiwake.taking.coded import Coded, proposal_of
from hikiwake.taking.mapping import Rule
from hikiwake.taking.sources import Placed, placed
from hikiwake.taking.taken import Taken
from hikiwake.workbench import Proposal, Workbench


@dataclass(frozen=True, slots=True)
class Standing:
    """What a case holds: document, start, end, and the names of the code, for each code of each passage."""

    places: frozenset[tuple[str, int, int, tuple[str, ...]]]

    @classmethod
    def of(cls, dossier: Dossier) -> Standing:
        """The coded places of a case."""
        return cls(
            frozenset(
                (passage.document, passage.start, passage.end, path)
                for entry in dossier.entries
                for passage in map(dossier.passage.__getitem__, entry.passages)
                for path in paths_of(dossier, entry)
            )
        )


def take_codebook(file: Path) -> Taken:
    """The codes of a codebook, listed. Raises ``UnreadError``."""
    project = read_project(file)
    paths = [(" / ".join(project.path(code.guid)), " ".join(code.description.split())) for code in project.codes]
    return Taken("codes", [f"{path}: {said}" if said else path for path, said in paths])


def take_project(folder: Path, file: Path, rules: Mapping[str, Rule]) -> Taken:
    """Take the texts and the coded passages of a project. Raises ``UnreadError``."""
    project = read_project(file)
    left_out = [*project.left_out]
    with Workbench(folder, create=True) as bench:
        bench.take_in()
        sources = [*placed(project, bench, load(folder), left_out)]
        dossier = load(folder)
        standing = Standing.of(dossier)
        found = [each for source in sources for each in _coded(project, source, standing, left_out)]
        told = [(each.user, proposal_of(each, rules, dossier, file.name)) for each in found if not each.known]
        new = _propose(bench, [(user, proposal) for user, proposal in told if proposal])
    return Taken("proposals", new, len(found) - len(new), left_out)


def _propose(bench: Workbench, told: list[tuple[str, Proposal]]) -> list[str]:
    """Keep proposals under the names of those who coded; the ids of the new ones."""
    before = {each.id for each in bench.proposals()}
    for user in dict.fromkeys(user for user, _ in told):
        bench.propose((proposal for by, proposal in told if by == user), user)
    return list(dict.fromkeys(proposal.id for _, proposal in told if proposal.id not in before))


def _coded(project: Project, source: Placed, standing: Standing, left_out: list[str]) -> Iterator[Coded]:
    """The coded stretches of a source, each once for each code."""
    users, notes = dict(project.users), {note.guid: note.text for note in project.notes}
    paths = {code.guid: project.path(code.guid) for code in project.codes}
    said = {code.guid: code.description for code in project.codes}
    for selection in source.selections:
        span = source.span(selection)
        if span is None:
            left_out.append(f"{source.name}: {selection.start} to {selection.end} lies beyond its text")
            continue
        memo = _memo(selection, notes)
        for coding in selection.codings:
            if path := paths.get(coding.code):
                user = " ".join(users.get(coding.user, "").split()) or project.origin.strip() or "another program"
                known = (span.document, span.start, span.end, path) in standing.places
                yield Coded(span, path, user.replace(";", ","), memo, said[coding.code], known)


def _memo(selection: Selection, notes: Mapping[str, str]) -> str:
    """What was noted on a stretch."""
    parts = (selection.memo, *(notes.get(id_, "") for id_ in selection.notes))
    return "\n".join(part.strip() for part in parts if part.strip())
