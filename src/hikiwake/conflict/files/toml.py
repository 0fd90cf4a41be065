"""A conflict as the text of its TOML file: keys in a fixed order, nothing that says no more than the default."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from hikiwake.conflict.model.conflict import Conflict, Option, Preference, PreferenceStatement, Ranking, Statements

_BARE = re.compile(r"[A-Za-z0-9_-]+")


def as_toml(conflict: Conflict) -> str:
    """The text of a conflict file; reading it gives an equal conflict.

    >>> from hikiwake.conflict.model.conflict import DecisionMaker
    >>> print(as_toml(Conflict((DecisionMaker("A", (Option("a"),)),), title="Small")))
    title = "Small"
    <BLANKLINE>
    [[decision_makers]]
    name = "A"
    options = [
      { id = "a" },
    ]
    <BLANKLINE>
    [preferences.A]
    statements = []
    <BLANKLINE>
    """
    return "\n\n".join("\n".join(block) for block in _blocks(conflict) if block) + "\n"


def quoted(text: str) -> str:
    """A text as a TOML string on one line."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _blocks(conflict: Conflict) -> Iterator[list[str]]:
    yield [f"{key} = {quoted(getattr(conflict, key))}"
           for key in ("title", "era", "status_quo", "outcome") if getattr(conflict, key)]  # fmt: skip
    for maker in conflict.decision_makers:
        actor = [f"actor = {quoted(maker.actor)}"] if maker.actor else []
        yield ["[[decision_makers]]", f"name = {quoted(maker.name)}", *actor,
               *_list("options", map(_option, maker.options))]  # fmt: skip
    for sort, rules in (("infeasible", conflict.infeasible), ("coalesce", conflict.coalesce)):
        for rule in rules:
            yield [f"[[{sort}]]", f"when = {quoted(rule.text)}"]
    for move in conflict.forbidden_moves:
        yield ["[[forbidden_moves]]", f"from = {quoted(move.origin.text)}", f"to = {quoted(move.target.text)}"]
    for maker in conflict.decision_makers:
        yield [f"[preferences.{toml_key(maker.name)}]", *_preference(maker.preference)]
    for settlement in conflict.settlements:
        yield ["[[settlements]]", f"formula = {quoted(settlement.formula)}", f"when = {quoted(settlement.when.text)}"]
    for variant in conflict.variants:
        empty = [] if variant.preferences else ["preferences = {}"]
        yield ["[[variants]]", f"name = {quoted(variant.name)}", *empty]
        for name, preference in variant.preferences:
            yield [f"[variants.preferences.{toml_key(name)}]", *_preference(preference)]


def _option(option: Option) -> str:
    parts = [f"id = {quoted(option.id)}"]
    parts += [f"title = {quoted(option.title)}"] if option.title else []
    parts += [f"one_way = {quoted(option.one_way)}"] if option.one_way else []
    return f"{{ {', '.join(parts)} }}"


def _preference(preference: Preference) -> list[str]:
    if isinstance(preference, Statements):
        return _list("statements", map(_statement, preference.statements))
    grounds = [f"grounds = {_texts(preference.grounds)}"] if preference.grounds else []
    if isinstance(preference, Ranking):
        return [*_list("ranking", map(_texts, preference.groups)), *grounds]
    weights = ", ".join(f"{toml_key(option)} = {weight:f}" for option, weight in preference.weights)
    return [f"weights = {{ {weights} }}", *grounds]


def _statement(statement: PreferenceStatement) -> str:
    parts = [f"says = {quoted(statement.says.text)}"]
    parts += [f"grounds = {_texts(statement.grounds)}"] if statement.grounds else []
    parts += [f"about = {statement.about}"] if statement.about else []
    parts += [f"inferred = {quoted(statement.inferred)}"] if statement.inferred else []
    return f"{{ {', '.join(parts)} }}"


def _texts(texts: Iterable[str]) -> str:
    return f"[{', '.join(map(quoted, texts))}]"


def _list(key: str, entries: Iterable[str]) -> list[str]:
    lines = [f"  {entry}," for entry in entries]
    return [f"{key} = [", *lines, "]"] if lines else [f"{key} = []"]


def toml_key(name: str) -> str:
    """A name as a key: bare where it can be, else quoted."""
    return name if _BARE.fullmatch(name) else quoted(name)
