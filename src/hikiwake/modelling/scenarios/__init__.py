"""Scenarios: named assumptions about a model or a position, under which a case is looked at; never part of the record.

A scenario names an era and a reading of its model. An assumption is about

- a *statement* of a decision maker: it is dropped, turned round (``flip``), moved to another rank, or one is added;
- an *option*: it is taken away;
- a *position*: it is left aside (``drop``), turned round, or one is added: an actor accepts a formula, say.

A position that is left aside or turned round carries no statement any more: a statement that stands on nothing else
falls with it, in every model and reading. What its opposite would make somebody want is not guessed.

``scenario`` has the values and their text, ``files`` the TOML file, ``checking`` what a case does not know, and
``supposing`` the case as it would be; ``examples`` says by one from the case how an assumption is written.
"""

from hikiwake.modelling.scenarios.checking import case_scenarios, check_scenarios
from hikiwake.modelling.scenarios.examples import assumptions
from hikiwake.modelling.scenarios.files import as_toml, scenario_from
from hikiwake.modelling.scenarios.scenario import Assumption, Scenario, assumption
from hikiwake.modelling.scenarios.supposing import suppose

__all__ = [
    "Assumption",
    "Scenario",
    "as_toml",
    "assumption",
    "assumptions",
    "case_scenarios",
    "check_scenarios",
    "scenario_from",
    "suppose",
]
