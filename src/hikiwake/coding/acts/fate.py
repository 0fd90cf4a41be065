"""What became of what a noun names: "the visit ... never took place", "the talks ... were put off"."""

from __future__ import annotations

from hikiwake.coding.acts.closed import BE, NEGATIONS, listed

FARTHEST = 16
_POSTPONED = listed("postponed delayed deferred shelved")
_CANCELLED = listed("cancelled canceled abandoned scrapped aborted")
_EXPECTED = listed("planned scheduled due expected foreseen slated")
_UNDONE = listed("unsigned unratified unfulfilled unimplemented unbuilt unrealised unrealized")
_HAPPEN = listed(
    """place materialise materialised materialize materialized happen happened occur occurred held carried come came
    implemented built realised realized signed ratified"""
)
_PAIRS = {("put", "off"): "postponed", ("on", "hold"): "postponed", ("called", "off"): "cancelled"}


def fate(words: list[str], last: int) -> tuple[str, str] | None:
    """The status that the words after a noun tell of it, and why; ``None`` where they tell none.

    >>> fate("the visit never took place".split(), 1)
    ('negated', 'did not come about')
    """
    expected = ""
    for at in range(last + 1, min(len(words), last + FARTHEST)):
        word = words[at]
        if word in (".", ";", ":"):
            break
        if word in _EXPECTED and words[at - 1] in BE:
            expected = word
        if word in _POSTPONED or word in _CANCELLED:
            return ("postponed" if word in _POSTPONED else "cancelled"), f"was {word}"
        pair = _PAIRS.get((word, words[at + 1] if at + 1 < len(words) else ""))
        if pair:
            return pair, f"was {word} {words[at + 1]}"
        if word in ("pending", "awaits", "awaiting"):
            return "planned", f"is told as {word}"
        if word in _UNDONE or (word in NEGATIONS and not _HAPPEN.isdisjoint(words[at + 1 : at + 4])):
            return "negated", "did not come about"
    return ("planned", f"is told as {expected}") if expected else None
