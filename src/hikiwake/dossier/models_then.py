"""The models of a case as they could be written on a day: statements stand on what was known, or fall.

- A statement, a ranking or weights keep the grounds that were known. Where no position and no act is among them any
  more they are not used; an act told otherwise by what was known counts while its sources and its era are the same.
- A variant falls where it is named after a document that was not written, or where nothing of it stands.
- A model falls where its era had not begun, or where a decision maker has no preference left: silence is no wish.
- A settlement falls where nobody had told of its formula.
- While the era goes on, its outcome leaves every option open.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import tomli_w

from hikiwake.dossier.case import Era
from hikiwake.dossier.entries import Entry, Event, Position
from hikiwake.periods import Period
from hikiwake.storage.incoming import UnreadError
from hikiwake.storage.toml import toml

Table = dict[str, Any]


@dataclass(frozen=True)
class Then:
    """What was known on a day: the eras that had begun, the entries as they were told, and what is known now.

    fallen: the ids of the documents that were not written; told: the last day of which the documents of now tell
    """

    day: date
    eras: tuple[Era, ...]
    entries: Mapping[str, Entry]
    now: Mapping[str, Entry]
    fallen: frozenset[str]
    told: date

    def models(self, conflicts: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
        """The conflict files that could be written, as TOML, by name.

        A file that is no conflict stays as it is, for `check` to tell.
        """
        begun = {era.id: era.period for era in self.eras}
        for name, text in conflicts:
            try:
                told = toml(text)
                model = self._model(told, begun.get(told.get("era", "")))
            except (UnreadError, AttributeError, TypeError):
                yield name, text
                continue
            if model:
                yield name, text if model == told else tomli_w.dumps(model)

    def _model(self, told: Table, era: Period | None) -> Table:
        """What stands of a model, or nothing where it could not be written."""
        if era is None:
            return {}
        standing = Standing(self, era)
        preferences = standing.preferences(told.get("preferences", {}))
        if preferences.keys() != told.get("preferences", {}).keys():
            return {}
        model = {**told, "preferences": preferences} if preferences else {**told}
        if "settlements" in told:
            model["settlements"] = [each for each in told["settlements"] if each.get("formula") in self.entries]
        if variants := list(standing.variants(model.pop("variants", []))):
            model["variants"] = variants
        if "outcome" in told and (era.end or self.told) > self.day:
            model["outcome"] = "-" * len(told["outcome"])
        return model


@dataclass(frozen=True)
class Standing:
    """What stands of the preferences of a model, in its era."""

    then: Then
    era: Period

    def variants(self, variants: Iterable[Table]) -> Iterator[Table]:
        """The variants that could be written."""
        for variant in variants:
            preferences = self.preferences(variant.get("preferences", {}))
            if variant.get("name") not in self.then.fallen and (preferences or not variant.get("preferences")):
                yield {**variant, "preferences": preferences}

    def preferences(self, told: Table) -> Table:
        """The preferences of which something stands, by decision maker."""
        kept = {name: self._preference(preference) for name, preference in told.items()}
        return {name: preference for name, preference in kept.items() if preference}

    def _preference(self, told: Table) -> Table:
        if not told.get("statements"):
            return self._grounded(told)
        statements = [kept for each in told["statements"] if (kept := self._grounded(each))]
        return {**told, "statements": statements} if statements else {}

    def _grounded(self, told: Table) -> Table:
        """What rests on grounds with those that were known; nothing where no wish and no act is among them."""
        if not told.get("grounds"):
            return told
        grounds = [each for each in told["grounds"] if self._known(each)]
        carried = any(isinstance(self.then.entries[each], Event | Position) for each in grounds)
        return {**told, "grounds": grounds} if carried else {}

    def _known(self, id_: str) -> bool:
        """Whether an entry was known; an act that was told otherwise must be by the same and in the era still."""
        entry, now = self.then.entries.get(id_), self.then.now.get(id_)
        if entry is None or not isinstance(entry, Event) or not isinstance(now, Event) or entry == now:
            return entry is not None
        acting = {*entry.sources, *(source.partition("/")[0] for source in entry.sources)}
        return {*now.sources} <= acting and entry.period.overlaps(self.era)


def era_of(conflict: str) -> str:
    """The era of a conflict file, "" where it names none."""
    try:
        return str(toml(conflict).get("era", ""))
    except UnreadError:
        return ""
