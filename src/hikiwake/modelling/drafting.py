"""A first draft of an era's conflict, made from the record: for the analyst to edit, and for `check` to verify.

The draft takes decision makers, options and preference statements from the entries of the era, each statement with its
grounds, ordered by the strength of the grounds and then by the number of holders. Where strength does not tell two
statements apart, ``about`` says by how many places the order may be wrong. What the record does not say is listed, not
guessed: which decision maker has no preference on which option, and which options exclude each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from hikiwake.conflict.model.conflict import (
    Conflict,
    DecisionMaker,
    Option,
    Settlement,
    Statements,
)
from hikiwake.conflict.model.statements import parse
from hikiwake.dossier import Dossier
from hikiwake.modelling.draft_text import draft_text, line_of_key
from hikiwake.modelling.drafted_consent import Consent, consents
from hikiwake.modelling.drafted_makers import acting, makers, told_of_others
from hikiwake.modelling.drafted_options import (
    DraftedOption,
    concluded,
    drafted_options,
    together,
)
from hikiwake.modelling.drafted_wishes import Signing, no_wishes, wants, with_places
from hikiwake.modelling.grounds import Grounds
from hikiwake.results import Result
from hikiwake.wording import grounds as wording


@dataclass(frozen=True, slots=True)
class Missing:
    """A decision maker of whom the record of the era does not say whether it wants an option."""

    decision_maker: str
    option: str


@dataclass(frozen=True)
class Draft(Result[Missing]):
    """A drafted conflict and what is open about it.

    missing: preferences that the record does not give; exclusive: pairs of what may exclude each other
    silent: decision makers that say nothing about what others propose or do; left_out: options that few entries suggest
    consents: decision makers that have a wish about a joint settlement and no part in it
    no_wishes: why no wish is made of a position on a formula, one after another
    others: who wants something without being a decision maker, in sentences
    """

    conflict: Conflict
    missing: tuple[Missing, ...]
    exclusive: tuple[tuple[str, str], ...]
    silent: tuple[str, ...]
    left_out: tuple[str, ...] = ()
    consents: tuple[Consent, ...] = ()
    no_wishes: tuple[str, ...] = ()
    others: tuple[str, ...] = ()

    @property
    def thin(self) -> bool:
        """Whether the record is too thin: of some decision maker nothing is told about what others propose or do."""
        return bool(self.silent)

    @property
    def text(self) -> str:
        """The draft as a conflict file, with what is open as comments."""
        open_ = self.exclusive, self.silent, self.left_out, self.consents, self.no_wishes, self.others
        return draft_text(self.conflict, self._by_name, *open_)

    def to_be_set(self, file: str) -> str:
        """What the text lacks for `check` to pass where it was written into a case, as a sentence with lines."""
        return wording.to_be_set(file, line_of_key(self.text, "outcome"), line_of_key(self.text, "status_quo"))

    @property
    def _by_name(self) -> dict[str, list[str]]:
        options: dict[str, list[str]] = {}
        for one in self.missing:
            options.setdefault(one.decision_maker, []).append(one.option)
        return options

    @property
    def rows(self) -> tuple[Missing, ...]:
        """The preferences that the record does not give."""
        return self.missing

    def as_records(self) -> list[dict[str, Any]]:
        """The preferences that the record does not give: decision_maker, option."""
        return [asdict(one) for one in self.missing]

    @property
    def sentences(self) -> tuple[str, ...]:
        """What is open about the draft."""
        return (
            *self.others,
            *(wording.silent(name) for name in self.silent),
            *(wording.not_said(name, options) for name, options in self._by_name.items()),
            *([wording.few_suggest(self.left_out)] if self.left_out else []),
            *(one.words for one in self.consents),
        )

    def shown(self) -> tuple[Sequence[str], Iterable[Sequence[object]]]:
        """The options of which the record does not say whether a decision maker wants them, by title."""
        titles = {option.id: option.title or option.id for option in self.conflict.options}
        return ("of", "the record does not say whether it wants"), (
            (one.decision_maker, titles[one.option]) for one in self.missing
        )


def draft(dossier: Dossier, era: str, decision_makers: Sequence[str] = ()) -> Draft:
    """Draft the conflict of an era.

    decision_makers: ids of actors; without them the case's dyad and every other state with a position in the era, or
        government that is part of none.
    ModelError for an era or an actor that the case does not have.

    >>> import hikiwake as hw
    >>> drafted = draft(hw.load("japan_russia"), "1956-1959")
    >>> drafted.conflict.names
    ('Japan', 'Soviet Union', 'United States')
    """
    asked = makers(dossier, era, decision_makers)
    rules = [acting(dossier, rule) for rule in asked]
    options, left_out = drafted_options(dossier, rules)
    deciding = tuple(_decision_maker(dossier, rule, options) for rule in rules)
    settlements = tuple(
        Settlement(group[0].formula, parse(concluded(group))) for group in _in_order(dossier, together(options))
    )
    title = dossier.era(era).title
    conflict = Conflict(deciding, title, settlements=settlements, status_quo="N" * len(options), era=era)
    exclusive = tuple(_exclusive(dossier, options))
    silent, few = _silent(dossier, rules, options), tuple(one.id for one in left_out)
    none_made = tuple(reason for rule in rules for reason in no_wishes(dossier, rule, era, (*options, *left_out)))
    agreeing = consents(conflict, {formula.id: formula.title for formula in dossier.formulas})
    others = told_of_others(dossier, asked)
    return Draft(conflict, missing_in(conflict), exclusive, silent, few, agreeing, none_made, others)


def _decision_maker(dossier: Dossier, rule: Grounds, options: Sequence[DraftedOption]) -> DecisionMaker:
    own = tuple(Option(option.id, option.title) for option in options if option.owner == rule.actor)
    wanted = [found for group in together(options) for found in wants(dossier, rule, group)]
    statements = Statements(with_places(dossier, wanted))
    return DecisionMaker(dossier.actor[rule.actor].name(), own, statements, rule.actor)


def _in_order(dossier: Dossier, groups: Iterable[Signing]) -> list[Signing]:
    """The options of formulas, in the order of the formulas in the case."""
    places = {formula.id: place for place, formula in enumerate(dossier.formulas)}
    return sorted((group for group in groups if group[0].formula), key=lambda group: places[group[0].formula])


def missing_in(conflict: Conflict) -> tuple[Missing, ...]:
    """Which decision maker has no statement about which option."""
    return tuple(_missing(conflict))


def _missing(conflict: Conflict) -> Iterator[Missing]:
    for maker in conflict.decision_makers:
        spoken = _spoken(maker)
        yield from (Missing(maker.name, option.id) for option in conflict.options if option.id not in spoken)


def _spoken(maker: DecisionMaker) -> set[str]:
    if not isinstance(maker.preference, Statements):
        return {option.id for option in maker.options}
    return {option for one in maker.preference.statements for option in one.says.options}


def _silent(dossier: Dossier, rules: Sequence[Grounds], options: Sequence[DraftedOption]) -> tuple[str, ...]:
    """Decision makers that say nothing about anything that another does, or wants as well."""
    others = {rule.actor: [each for each in together(options) if {*each[0].wanted_by} - {rule.actor}] for rule in rules}
    silent = (rule for rule in rules if not any([*wants(dossier, rule, each)] for each in others[rule.actor]))
    return tuple(dossier.actor[rule.actor].name() for rule in silent)


def _exclusive(dossier: Dossier, options: Sequence[DraftedOption]) -> Iterator[tuple[str, str]]:
    """Pairs of formulas of one kind, of which perhaps only one can be carried out."""
    kinds = {formula.id: formula.kind for formula in dossier.formulas}
    of_land = [concluded(group) for group in together(options) if kinds.get(group[0].formula) == "sovereignty"]
    for place, first in enumerate(of_land):
        yield from ((first, second) for second in of_land[place + 1 :])
