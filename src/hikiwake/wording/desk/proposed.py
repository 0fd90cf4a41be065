"""What a proposal is and why it is made, in plain words: its kind, whether it happened, its time, its rule."""

from __future__ import annotations

import re
from collections.abc import Iterable

KINDS = {
    "event": "what was done",
    "claim": "a figure, or what else can be checked",
    "reading": "how an author explains it",
    "position": "what an actor wants",
    "driver": "a cause and its effect",
    "merge": "two reports of one act",
}
HAPPENED = {
    "": "",
    "occurred": "",
    "ongoing": "goes on",
    "planned": "only planned",
    "proposed": "only proposed",
    "postponed": "postponed",
    "cancelled": "cancelled",
    "alleged": "only alleged",
    "negated": "told as not done",
}
NO_TIME = "no time"
NOBODY = "nobody named"
MERGED = "one entry of both"
BASIS = {
    "stated": "the sentence tells the time",
    "context": "the time is taken from the sentences before",
    "written": "the time is that of writing",
    "footnote": "the time is told in a footnote",
    "instrument": "the time is that of the agreement that is named",
    "none": "no time is told",
}
_STATUS = {
    "past": "told as done", "perfect": "told as done", "present": "told in the present", "named": "named by a noun",
    "negated": "told as not so", "gerund": "told beside another act", "infinitive": "told after another verb",
    "stated": "", "held": "", "argued": "", "actual": "", "forecast": "told as a forecast", "planned": "told as a plan",
}  # fmt: skip
_ROLES = {
    "active": "who acts is the subject",
    "passive": "told in the passive",
    "noun": "the parties stand beside the noun",
    "noun with an object": "the parties stand beside the noun",
    "both sides of the text": "both sides of the text are meant",
    "target: the other side of the text": "to whom, it does not say: the other side of the text is taken",
    "source: the other side of the text": "by whom, it does not say: the other side of the text is taken",
    "target: its own state, as none other is named": "to whom, it does not say: its own state is taken",
    "no actor named": "it names no actor",
    "held by the author": "held by the author",
}
_BY = {"name": "named", "office": "known by an office", "pronoun": "a pronoun", "both": "", "metonym": "a capital"}
_RULES = {
    "a verb that no frame knows, with a party or a time": "a verb of which the program does not know what act it tells",
    "position by verb": "a verb that tells a wish",
    "position by noun": "a noun that tells a wish",
    "position by adjective": "an adjective that tells a wish",
    "position by modal": "an auxiliary verb that tells a wish",
    "position by condition": "a condition",
    "claim by count": "a number of something",
    "claim by rank": "a rank",
    "claim by share": "a share",
    "claim by comparison": "a comparison",
    "claim by factor": "a number of times",
    "claim by frequency": "how often something is",
    "claim by table": "a cell of a table",
    "driver, cause first": "words that join a cause to its effect",
    "driver, effect first": "words that join an effect to its cause",
    "language model": "read by a language model",
}
_SHOWN = ("act", "called", "told")  # what the passage shows anyway
_AGREES = {"participants": "parties", "type": "kind of act", "time": "time", "words": "words"}  # of two reports


def because(kind: str, why: Iterable[tuple[str, str]]) -> str:
    """Why something is proposed, in plain words; what the passage or the proposal itself shows is left out.

    >>> because("event", [("rule", "verb sign with treaty"), ("trigger", "signed"), ("roles", "active"),
    ...                   ("date basis", "stated"), ("status", "past"), ("act", "sign a treaty")])
    '“signed”: the verb “sign” with “treaty”; who acts is the subject; told as done; the sentence tells the time'
    >>> because("merge", [("participants", "0.30"), ("names", "none")])
    'the same parties (0.30)'
    """
    told = {name: value for name, value in why if value and name not in _SHOWN}
    if kind == "merge":
        said = [f"the same {_AGREES[name]} ({value})" for name, value in told.items() if name in _AGREES]
        return "; ".join([*said, *([f"both name {told['names']}"] if told.get("names", "none") != "none" else [])])
    trigger, rule = told.pop("trigger", ""), _rule(told.pop("rule", ""))
    said = [": ".join(filter(None, (f"“{trigger}”" if trigger else "", rule)))]
    roles = told.pop("roles", "")
    said.append(_roles(roles) if kind in ("event", "position", "reading") else "")
    said += [_STATUS.get(status, status) for status in [told.pop("status", "")]]
    said += [BASIS.get(basis, basis) for basis in (told.pop("date basis", ""), told.pop("date", ""))]
    further = told.pop("further cues", "")
    said.append(f"also “{further}”" if further else "")
    return "; ".join(filter(None, (*said, *(f"{name} {value}" for name, value in told.items()))))


def _rule(rule: str) -> str:
    """A rule in plain words.

    >>> _rule("noun war with "), _rule("noun talks with light verb, 2 parties"), _rule("reading in the abstract")
    ('the noun “war”', 'the noun “talks” with a verb that only carries it, 2 parties', 'an answer in the abstract')
    """
    if found := re.fullmatch(r"verb (.+?)(?: with (.*))?", rule):
        objects = ", ".join(f"“{each}”" for each in (found[2] or "").split(", ") if each)
        return f"the verb “{found[1]}”{f' with {objects}' if objects else ''}"
    if found := re.fullmatch(r"noun (.+?) with (.*)", rule):
        near = found[2].replace("light verb", "a verb that only carries it").replace("date", "a date")
        return f"the noun “{found[1]}”{f' with {near}' if near else ''}"
    if found := re.fullmatch(r"reading in the (.+)", rule):
        return f"an answer in the {found[1]}"
    return _RULES.get(rule, rule)


def _roles(roles: str) -> str:
    """How the parties were found, in plain words."""
    if found := re.fullmatch(r"actor (“.*”) by (\w+)", roles):
        return ", ".join(filter(None, (found[1], _BY.get(found[2], f"by {found[2]}"))))
    return "; ".join(filter(None, (_ROLES.get(each, each) for each in roles.split("; "))))
