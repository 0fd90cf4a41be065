"""What a case is about: its question, its dyad, and the lists that its entries refer to."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date

from hikiwake.actors import Name
from hikiwake.dossier.compared import Comparison
from hikiwake.periods import Period


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the case's own lists (an issue, a mechanism, a measure, a survey table): id and title."""

    id: str
    title: str


PAIRS = ("between", "together")  # of a variable: the keys that name two actors


@dataclass(frozen=True, slots=True)
class Variable(Term):
    """A cause or an effect that drivers join, with the kind of acts of the record that it is told by.

    acts: types of act, or cooperation or conflict for all of these; none: of any type, or of none, by their words
    less: types that tell less of it; issues: what the acts are about, one of these; words: a summary has one
    by, towards: whose acts, towards whom; between: of either of two towards the other; together: what both do at once
    note: the editor's reason: why these acts tell it, or why none does. Without acts and words the title is read.
    """

    acts: tuple[str, ...] = ()
    less: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    towards: tuple[str, ...] = ()
    between: tuple[str, ...] = ()
    together: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    note: str = ""

    @property
    def told(self) -> bool:
        """Whether it is said here by which acts it is told."""
        return bool(self.acts or self.words)

    @property
    def actors(self) -> tuple[str, ...]:
        """Everybody who is named as acting or acted on."""
        return (*self.by, *self.towards, *self.between, *self.together)


@dataclass(frozen=True, slots=True)
class Question:
    """A question that readings answer; its kind says whether answers are rival, an author's own, or turning points.

    Of rival answers one is right, unless the question is ``open``: then several may be (a "why" often is).
    """

    id: str
    wording: str
    kind: str = "rival"
    open: bool = False


@dataclass(frozen=True, slots=True)
class Era:
    """A stretch of the dispute within which positions are compared."""

    id: str
    title: str
    period: Period


@dataclass(frozen=True, slots=True)
class Scale:
    """Formulas ordered as one actor ranks them from its own side, best first; those of one group are not ordered.

    ``against`` is the actor that ranks them the other way round: the other one of the case's dyad where it is not said.

    ``open`` names formulas whose content is left open, each with the formulas it may be read as; ``refusals`` names
    formulas that, when an actor takes them up, mean that it refuses to talk.
    """

    id: str
    title: str
    actor: str
    order: tuple[tuple[str, ...], ...]
    open: tuple[tuple[str, ...], ...] = ()
    refusals: tuple[str, ...] = ()
    against: str = ""

    @property
    def formulas(self) -> tuple[str, ...]:
        """All formulas of the scale, best first."""
        return tuple(formula for group in self.order for formula in group)

    @property
    def heads(self) -> frozenset[str]:
        """The formulas whose content is open."""
        return frozenset(group[0] for group in self.open)

    def ranking(self, formulas: Collection[str]) -> Scale | None:
        """The scale of some formulas only, or ``None`` where it would rank none of them."""

        def known(groups: Iterable[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
            kept = (tuple(formula for formula in group if formula in formulas) for group in groups)
            return tuple(filter(None, kept))

        left_open = tuple(group for group in known(self.open) if len(group) > 1 and group[0] in self.heads)
        refusals = tuple(formula for formula in self.refusals if formula in formulas)
        kept = replace(self, order=known(self.order), open=left_open, refusals=refusals)
        return kept if kept.order else None


@dataclass(frozen=True, slots=True)
class Place:
    """A place with its names by side and language, and where its label stands (degrees)."""

    id: str
    names: tuple[Name, ...]
    longitude: float
    latitude: float
    kind: str = "island"
    disputed: bool = False
    held_by: str = ""
    claimed_by: tuple[str, ...] = ()
    note: str = ""

    def name(self, language: str = "en", side: str = "") -> str:
        """The name in a language that a side uses; the neutral one, or any, where the side has none of its own."""
        fitting = [name for name in self.names if name.language == language] or list(self.names)
        own = [name for name in fitting if name.side == side] or [name for name in fitting if not name.side] or fitting
        return own[0].text if own else self.id


@dataclass(frozen=True, slots=True)
class Case:
    """The frame of a dossier: title, question, dyad, and the lists of issues, eras, questions, variables and so on.

    ``dyad`` are the two between whom acts and ranges are measured where nothing else is asked; ``parties`` all whose
    dispute it is, where these are more than the two. ``texts`` is the folder inside the case with texts of which
    passages may be shown to everybody, where it has such.
    """

    title: str
    question: str
    dyad: tuple[str, str]
    summary: str = ""
    editor: str = ""
    map: str = ""
    texts: str = ""
    issues: tuple[Term, ...] = ()
    eras: tuple[Era, ...] = ()
    scales: tuple[Scale, ...] = ()
    places: tuple[Place, ...] = ()
    questions: tuple[Question, ...] = ()
    variables: tuple[Variable, ...] = ()
    mechanisms: tuple[Term, ...] = ()
    measures: tuple[Term, ...] = ()
    tables: tuple[Term, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    parties: tuple[str, ...] = ()

    @property
    def sides(self) -> tuple[str, ...]:
        """All whose dispute it is: the parties where they are named, else the two of the dyad."""
        return self.parties or self.dyad

    def pair(self, scale: Scale) -> tuple[str, str]:
        """The two whose range a scale is about: the dyad where it ranks for both, else those that it ranks for."""
        ranked = scale.actor, self.against(scale)
        return self.dyad if {*ranked} == {*self.dyad} else ranked

    def against(self, scale: Scale) -> str:
        """The actor that ranks a scale the other way round: the other of the dyad where the scale does not say it."""
        return scale.against or next((each for each in self.dyad if each != scale.actor), "")

    def era_of(self, period: Period) -> tuple[str, ...]:
        """The ids of the eras that a period falls into."""
        return tuple(era.id for era in self.eras if era.period.overlaps(period))

    def as_of(self, day: date, formulas: Collection[str], compared: Collection[str] = ()) -> Case:
        """The frame as it could be on a day: the eras that had begun, the scales of the formulas that were known.

        compared: the ids of the comparison series that had a value
        """
        eras = tuple(era for era in self.eras if era.period.start <= day)
        scales = tuple(filter(None, (scale.ranking(formulas) for scale in self.scales)))
        comparisons = tuple(each for each in self.comparisons if each.id in compared)
        return replace(self, eras=eras, scales=scales, comparisons=comparisons)
