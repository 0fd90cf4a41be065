"""Third states of which the record tells that they are for or against what the two sides would sign.

Such a state is a decision maker that owns no option of the settlement: it prefers, and can do nothing. Whether its
consent is needed the record of positions does not say, so that a draft gives it none; it says how to give it one: an
**option of consent**, named in what the state wants and in the settlement. Then it is a party, and its refusal a veto.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from hikiwake.conflict.model.conflict import Conflict, DecisionMaker, Settlement, Statements
from hikiwake.modelling.drafted_options import option_id
from hikiwake.wording import grounds as wording


@dataclass(frozen=True, slots=True)
class Consent:
    """A decision maker that has a wish about a joint settlement and no part in it.

    title: that of the formula; option: the id that an option of consent would have
    wishes: for each statement what it says now, and what it would say with the option
    when: what the settlement would say with the option
    """

    decision_maker: str
    title: str
    option: str
    wishes: tuple[tuple[str, str], ...]
    when: str

    @property
    def words(self) -> str:
        """That it is for or against the formula and can do nothing about it, as a sentence."""
        against = [after.startswith("not ") for _, after in self.wishes]
        return wording.no_part(self.decision_maker, self.title, not all(against), any(against))


def consents(conflict: Conflict, titles: Mapping[str, str]) -> tuple[Consent, ...]:
    """The decision makers of a draft that could be asked for their consent, settlement by settlement.

    titles: by the id of a formula what it is called
    """
    return tuple(
        found
        for settlement in conflict.settlements
        for maker in conflict.decision_makers
        for found in _consent(maker, settlement, titles[settlement.formula])
    )


def _consent(maker: DecisionMaker, settlement: Settlement, title: str) -> Iterator[Consent]:
    """What a decision maker without a part in a joint settlement would need; nothing where it says nothing of it."""
    signed, when = {*settlement.when.options}, settlement.when.text
    said = maker.preference.statements if isinstance(maker.preference, Statements) else ()
    told = [one.says.text for one in said if {*one.says.options} == signed]
    if len(signed) > 1 and told and signed.isdisjoint(option.id for option in maker.options):
        option = option_id(f"{settlement.formula}_{maker.actor}")
        wishes = tuple((text, f"{when} and {option}" if text == when else f"not {option}") for text in told)
        yield Consent(maker.name, title, option, wishes, f"{when} and {option}")
