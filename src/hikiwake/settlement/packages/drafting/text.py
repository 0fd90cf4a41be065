"""A negotiation as the text of a package file, with comments on top; reading it gives an equal negotiation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from textwrap import wrap

from hikiwake.conflict.files.toml import quoted, toml_key
from hikiwake.settlement.packages.negotiation import Negotiation, Order, Package, Party, Range, Voice
from hikiwake.wording.packages import drafting as wording

WIDTH = 110


def draft_text(negotiation: Negotiation, open_: Sequence[str]) -> str:
    """A draft as a package file: what its numbers mean and what is open as comments, then the file itself."""
    lines = (line for each in (*wording.head(), *open_) for line in wrap(each, WIDTH, break_on_hyphens=False))
    head = [f"# {line}" for line in lines]
    return "\n".join([*head, "", as_toml(negotiation)])


def as_toml(negotiation: Negotiation) -> str:
    """The text of a package file."""
    return "\n\n".join("\n".join(block) for block in _blocks(negotiation) if block) + "\n"


def _blocks(told: Negotiation) -> Iterator[list[str]]:
    yield [f"{key} = {quoted(value)}" for key, value in (("title", told.title), ("conflict", told.conflict)) if value]
    if told.status_quo is not None:
        yield [f"status_quo = {_package(told, told.status_quo)}"]
    for issue in told.issues:
        titles = [f"titles = {_inline({one: quoted(issue.called(at)) for at, one in enumerate(issue.alternatives)})}"]
        yield ["[[issues]]", f"id = {quoted(issue.id)}", *([f"title = {quoted(issue.title)}"] if issue.title else []),
               f"alternatives = {_texts(issue.alternatives)}", *(titles if issue.titles else [])]  # fmt: skip
    for party in told.parties:
        yield ["[[parties]]", f"name = {quoted(party.name)}", *_rule(party)]
        yield from _voice(told, party.voice, "parties")
        for voice in party.constituencies:
            yield ["[[parties.constituencies]]", f"name = {quoted(voice.name)}", f"floor = {_level(told, voice)}"]
            yield from _voice(told, voice, "parties.constituencies", weighed=False)
    for link in told.links:
        issues = [told.issues[at].id for at in link.issues]
        yield ["[[links]]", f"issues = {_texts(issues)}", f"grounds = {_texts(link.grounds)}",
               f"says = {quoted(link.says)}"]  # fmt: skip
    for part, when in told.states:
        named = {told.issues[issue].id: quoted(told.issues[issue].alternatives[at]) for issue, at in part}
        yield ["[[states]]", f"package = {_inline(named)}", f"when = {quoted(when.text)}"]
    for one in told.tabled:
        beyond = {issue.id: quoted(issue.alternatives[at]) for issue, at, base in
                  zip(told.issues, one.package, told.status_quo or (), strict=False) if at != base}  # fmt: skip
        package = _inline(beyond) if told.status_quo is not None else _package(told, one.package)
        grounds = [f"grounds = {_texts(one.grounds)}"] if one.grounds else []
        yield ["[[tabled]]", f"name = {quoted(one.name)}", f"package = {package}", *grounds]


def _rule(party: Party) -> list[str]:
    return ['ratification = "all"'] if party.constituencies else []


def _voice(told: Negotiation, voice: Voice, place: str, *, weighed: bool = True) -> Iterator[list[str]]:
    if weighed:
        weights = {issue.id: _span(stake.weight) for issue, stake in zip(told.issues, voice.stakes, strict=True)}
        yield [f"[{place}.weights]", *_lines(weights)]
    for issue, stake in zip(told.issues, voice.stakes, strict=True):
        spans = stake.evaluations.between if isinstance(stake.evaluations, Order) else stake.evaluations
        yield [f"[{place}.evaluations.{toml_key(issue.id)}]",
               *_lines(dict(zip(issue.alternatives, map(_span, spans), strict=True)))]  # fmt: skip
    orders = {issue.id: _order(issue.alternatives, stake.evaluations)
              for issue, stake in zip(told.issues, voice.stakes, strict=True)
              if isinstance(stake.evaluations, Order)}  # fmt: skip
    if orders:
        yield [f"[{place}.orders]", *_lines(orders)]
    for issue in told.issues:
        own = {each: _texts(ids) for (of, each), ids in voice.particular.items() if of == issue.id}
        if own:
            yield [f"[{place}.grounds.{toml_key(issue.id)}]", *_lines(own)]


def _order(alternatives: Sequence[str], order: Order) -> str:
    return f"[{', '.join(_texts([alternatives[at] for at in group]) for group in order.groups)}]"


def _level(told: Negotiation, voice: Voice) -> str:
    return _span(voice.level) if isinstance(voice.level, Range) else _package(told, voice.level)


def _package(told: Negotiation, package: Package) -> str:
    return _inline({key: quoted(value) for key, value in told.named(package).items()})


def _span(span: Range) -> str:
    return _number(span.low) if span.is_known else f"[{_number(span.low)}, {_number(span.high)}]"


def _number(number: Fraction) -> str:
    return str(number.numerator) if number.denominator == 1 else str(float(number))


def _lines(table: Mapping[str, str]) -> list[str]:
    return [f"{toml_key(key)} = {value}" for key, value in table.items()]


def _inline(table: Mapping[str, str]) -> str:
    return f"{{ {', '.join(_lines(table))} }}"


def _texts(texts: Sequence[str]) -> str:
    return f"[{', '.join(map(quoted, texts))}]"
