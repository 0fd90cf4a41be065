"""Checking the conflicts of a case: that each file reads, and that every preference stands on the record.

Beside the faults of the model itself, a fault is: an era that the case does not have, a settlement that is no formula
of it, an actor it does not know, a statement whose grounds are none (``grounds`` has the rule), and an option that has
one id in one era and another in the next. It is warned of a ground that is too little for its statement (``carrying``
has the definition), and of a statement in which the members of a merged state differ. What only one side's voice tells
is noted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from hikiwake.conflict.files.places import line_of
from hikiwake.conflict.files.reading import examined
from hikiwake.conflict.model.checks import case_faults
from hikiwake.conflict.model.conflict import (
    Conflict,
    DecisionMaker,
    Option,
    Preference,
    PreferenceStatement,
    Statements,
)
from hikiwake.conflict.model.faults import Place, written
from hikiwake.conflict.model.merging import divided
from hikiwake.conflict.model.states import states_of
from hikiwake.dossier import Dossier, load
from hikiwake.dossier.folder.faults import Fault, refusal
from hikiwake.errors import ModelError
from hikiwake.modelling.carrying import not_by, only_talked_of, too_little
from hikiwake.modelling.case_models import grounds_of
from hikiwake.modelling.grounds import Grounds, told_by_others
from hikiwake.wording import grounds as wording


@dataclass(frozen=True, slots=True)
class ConflictCheck:
    """What a check of the conflicts found: faults, warnings, notes, how many statements and grounds were looked at."""

    faults: tuple[Fault, ...]
    warnings: tuple[Fault, ...]
    notes: tuple[str, ...]
    statements: int
    grounds: int


def load_sound(case: str | Path) -> Dossier:
    """The dossier of a case that ``check`` finds no fault in. Raises ``CaseError`` with its first faults else."""
    dossier = load(case)
    refuse_unsound(dossier)
    return dossier


def refuse_unsound(dossier: Dossier) -> None:
    """Raise ``CaseError`` with the first faults where ``check`` finds any in the conflicts of a dossier."""
    if faults := check_conflicts(dossier).faults:
        place = dossier.read_from.folder if dossier.read_from else dossier.case.title
        raise refusal(place, faults)


def check_conflicts(dossier: Dossier) -> ConflictCheck:
    """Check every conflict of a case against its dossier.

    >>> import hikiwake as hw
    >>> check_conflicts(hw.load("japan_russia")).faults
    ()
    """
    faults: list[Fault] = []
    read: list[tuple[_File, Conflict]] = []
    for name, text in dossier.conflicts:
        file = _File(dossier, f"conflicts/{name}.toml", text)
        try:
            conflict, found = examined(text, file.name)
        except ModelError as error:
            faults += [Fault(**each) for each in error.faults]
            continue
        faults += [file.fault(each.place, each.message) for each in found] or file.faults(conflict)
        read += [] if found else [(file, conflict)]
    faults += _options(read)
    told = [
        part for _, conflict in read for _, _, preference in _preferences(conflict) for part in grounds_of(preference)
    ]
    notes = tuple(note for file, conflict in read for note in _notes(file, conflict))
    warnings = () if faults else tuple(warning for file, conflict in read for warning in file.warnings(conflict))
    return ConflictCheck(tuple(faults), warnings, notes, len(told), sum(len(grounds) for _, grounds in told))


@dataclass(frozen=True)
class _File:
    """One conflict file of a case."""

    dossier: Dossier
    name: str
    text: str

    def fault(self, place: Place, found: str, expected: str = "") -> Fault:
        return Fault(self.name, line_of(self.text, place) or 0, written(place), found, expected)

    def faults(self, conflict: Conflict) -> Iterator[Fault]:
        for one in case_faults(conflict):
            yield self.fault(one.place, one.message)
        eras = [era.id for era in self.dossier.case.eras]
        if conflict.era and conflict.era not in eras:
            yield self.fault(("era",), conflict.era, f"an era of the case: {', '.join(eras)}")
            return
        yield from self._settlements(conflict)
        for number, maker in enumerate(conflict.decision_makers):
            if maker.actor and maker.actor not in self.dossier.actor:
                yield self.fault(("decision_makers", number, "actor"), maker.actor, "an actor of the case")
        yield from self._grounds(conflict)

    def _settlements(self, conflict: Conflict) -> Iterator[Fault]:
        formulas = {formula.id for formula in self.dossier.formulas}
        for number, settlement in enumerate(conflict.settlements):
            if settlement.formula not in formulas:
                yield self.fault(("settlements", number, "formula"), settlement.formula, "a formula of the case")

    def _grounds(self, conflict: Conflict) -> Iterator[Fault]:
        for place, maker, preference in _preferences(conflict):
            if not conflict.era or maker.actor not in self.dossier.actor:
                continue
            rule = Grounds(self.dossier, maker.actor, self.dossier.era(conflict.era).period)
            for number, (_, grounds) in enumerate(grounds_of(preference)):
                found = rule.fault(grounds) if grounds else ""
                if found:
                    inside = ("statements", number, "grounds") if isinstance(preference, Statements) else ("grounds",)
                    yield self.fault((*place, *inside), found, f"entries of {maker.actor} in {conflict.era}")

    def warnings(self, conflict: Conflict) -> Iterator[Fault]:
        """What a conflict without faults should not rest on."""
        states = states_of(conflict)
        for place, maker, preference in _preferences(conflict):
            rule = Grounds(self.dossier, maker.actor, self.dossier.era(conflict.era).period)
            for number, said in enumerate(preference.statements if isinstance(preference, Statements) else ()):
                at = (*place, "statements", number)
                yield from (self.fault((*at, "grounds"), why) for why in _too_little(rule, said, conflict, place))
                for state in divided(states, states.holding(said.says)) if conflict.coalesce else ():
                    yield self.fault((*at, "says"), wording.in_part(said.says.text, states.text(state)))


def _too_little(rule: Grounds, said: PreferenceStatement, conflict: Conflict, place: Place) -> Iterator[str]:
    if said.inferred:
        return
    for ground in said.grounds:
        yield from too_little(rule, rule.dossier.by_id[ground], said.says.tree, conflict.era)
    yield from only_talked_of(rule, said.grounds)
    if place[0] == "variants":
        yield from not_by(rule, said.grounds, conflict.variants[int(place[1])].name, conflict.era)


def _preferences(conflict: Conflict) -> Iterator[tuple[Place, DecisionMaker, Preference]]:
    for maker in conflict.decision_makers:
        yield ("preferences", maker.name), maker, maker.preference
    for number, variant in enumerate(conflict.variants):
        for name, preference in variant.preferences:
            yield ("variants", number, "preferences", name), conflict.decision_maker(name), preference


def _options(read: list[tuple[_File, Conflict]]) -> Iterator[Fault]:
    """Options of one id with two titles; of one actor with one title, but one id in one file and another in the next.

    Two decision makers may well call what they do by the same title.
    """
    titles: dict[str, str] = {}
    ids: dict[tuple[str, str], set[str]] = {}
    for file, conflict in read:
        here: dict[tuple[str, str], dict[str, Place]] = {}
        for place, maker, option in _places(conflict):
            title = option.title or option.id
            here.setdefault((maker.actor, title), {})[option.id] = place
            if titles.setdefault(option.id, title) != title:
                yield file.fault((*place, "title"), title, f'the title it has elsewhere, "{titles[option.id]}"')
        for key, given in here.items():
            known = ids.setdefault(key, {*given})
            if known.isdisjoint(given):
                yield file.fault((*given[min(given)], "id"), key[1], f'the id it has elsewhere, "{min(known)}"')


def _places(conflict: Conflict) -> Iterator[tuple[Place, DecisionMaker, Option]]:
    for number, maker in enumerate(conflict.decision_makers):
        for place, option in enumerate(maker.options):
            yield ("decision_makers", number, "options", place), maker, option


def _notes(file: _File, conflict: Conflict) -> Iterator[str]:
    for maker in conflict.decision_makers:
        told = [ground for _, grounds in grounds_of(maker.preference) for ground in grounds]
        if maker.actor not in file.dossier.actor or not all(ground in file.dossier.by_id for ground in told):
            continue
        seen = [told_by_others(file.dossier, ground, maker.actor) for ground in told]
        others = sorted({voice for voices in seen for voice in voices})
        if others:
            count = sum(map(bool, seen))
            yield f"{file.name}: {maker.name}: {count} of {len(told)} grounds told by documents of others only"
    inferred = [one for _, _, preference in _preferences(conflict) for one in getattr(preference, "statements", ())
                if one.inferred]  # fmt: skip
    if inferred:
        yield f"{file.name}: {len(inferred)} statements say more than their grounds and are marked inferred"
