"""What could be signed together: the package files of the case that can be answered at once, each with its answers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from hikiwake.errors import ModelError
from hikiwake.report.grounds import SEED, Grounds
from hikiwake.report.sections.package_file import File, Making
from hikiwake.settlement.packages import Packages, negotiation_from
from hikiwake.settlement.packages import packages as answers
from hikiwake.wording.models import OUTLOOKS, outlook
from hikiwake.wording.packages import page as wording

DRAWS, MOST_FILES, MOST_PACKAGES = 200, 8, 50_000


@dataclass(frozen=True, slots=True)
class Context:
    """What the template of the packages shows."""

    lead: str
    """What packages are, and by whose evaluations."""
    files: list[File]
    """The package files of the case, at most eight."""
    left_out: list[str]
    """The files that are not shown, each with the reason."""
    judged: bool
    """Whether some package stands beside a verdict of a model."""
    looks: dict[str, tuple[str, str]]
    """For every outlook its short word and its meaning."""


def context(grounds: Grounds) -> Context | None:
    """What the section shows, or ``None`` for a case without package files."""
    files: list[File] = []
    left_out: list[str] = []
    for name, text in grounds.dossier.packages:
        reason = _why_not(name, text)
        if reason or len(files) == MOST_FILES:
            left_out.append(wording.left_out(name, reason or wording.NOT_SHOWN))
        else:
            found = replace(_answered(text), dossier=grounds.dossier)
            files.append(Making(grounds, len(files) + 1, found).file())
    if not files and not left_out:
        return None
    sides = [grounds.names.actor(side) for side in grounds.dossier.case.sides]
    judged = any(row.own for file in files for row in file.rows)
    looks = {word: outlook(word) for word in OUTLOOKS}
    return Context(wording.lead(sides), files, left_out, judged, looks)


def _why_not(name: str, text: str) -> str:
    """Why a file cannot be shown; nothing where it can."""
    try:
        told = negotiation_from(text, f"packages/{name}.toml")
    except ModelError:
        return wording.FAULTY
    if told.count > MOST_PACKAGES:
        return wording.TOO_MANY
    if not told.count:
        return wording.NO_ALTERNATIVES
    return wording.ONE_PARTY if len(told.parties) == 1 else ""


@lru_cache(maxsize=2 * MOST_FILES)
def _answered(text: str) -> Packages:
    """The answers to the text of a file, remembered: an edition, or another page, asks for the same."""
    return answers(negotiation_from(text), draws=DRAWS, seed=SEED)
