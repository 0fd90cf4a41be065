"""What is said of competing hypotheses: what the evidence speaks against least, what decides it, what would change it.

No sentence says that a hypothesis is true, or how likely it is: the method compares inconsistency, and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from hikiwake.wording.phrases import capital, counted, listed, number, tally

CELLS = {"CC": "very consistent", "C": "consistent", "N": "neutral", "I": "inconsistent", "II": "very inconsistent"}
OPEN = "not judged"
CAVEAT = (
    "Least inconsistent does not mean true or likely: it says which hypothesis this evidence, as judged here, speaks "
    "against least."
)
UNWEIGHED = "Nothing is judged yet."
NONE = "The case has no competing hypotheses; `hikiwake hypotheses CASE --draft QUESTION` drafts them from readings."
METHOD = (
    "A cell says how consistent a piece of evidence is with a hypothesis: CC very consistent, C consistent, N neutral, "
    "I inconsistent, II very inconsistent. Only inconsistency counts: I takes 1 and II takes 2, times credibility and "
    "relevance (high √2, medium 1, low 1/√2). The hypothesis from which least is taken comes first."
)


def points(score: float) -> str:
    """A score with a minus sign, to two digits.

    >>> points(-1.414), points(0.0), points(-2.0)
    ('−1.41', '0', '−2')
    """
    digits = f"{abs(score):.2f}".rstrip("0").rstrip(".")
    return f"−{digits}" if digits != "0" else "0"


def quoted(texts: Iterable[str]) -> str:
    """Hypotheses in quotation marks, in a list."""
    return listed([f"“{text}”" for text in texts])


def held_by(actor: str, stance: str) -> str:
    """A position as evidence.

    >>> held_by("Norland", "Half of it.")
    'Norland: Half of it.'
    """
    return f"{actor}: {stance}"


def by(analyst: str) -> str:
    """Who judged.

    >>> by("case editor")
    'Judged by case editor, '
    """
    return f"Judged by {analyst}, "


def conclusion(title: str, analyst: str, first: Sequence[str], score: float, then: Sequence[tuple[str, float]]) -> str:
    """Which hypotheses come first, and in which order the others follow.

    >>> conclusion("Who did it?", "case editor", ["North"], -1.0, [("South", -2.0)])
    'Who did it? Judged by case editor, the evidence is least inconsistent with “North” (−1); then “South” (−2).'
    """
    tie = ", which tie" if len(first) > 1 else ""
    others = "".join(f"; then “{text}” ({points(each)})" for text, each in then)
    head = title if title.endswith("?") else f"{title}:"
    return (
        f"{head} {by(analyst)}the evidence is least inconsistent with {quoted(first)} ({points(score)}){tie}{others}."
    )


def nothing_judged(title: str, hypotheses: int, evidence: int) -> str:
    """That nobody has judged.

    >>> nothing_judged("Who did it?", 2, 3)
    'Who did it? Nothing is judged yet: 2 hypotheses, 3 pieces of evidence.'
    """
    count = "1 hypothesis" if hypotheses == 1 else f"{hypotheses} hypotheses"
    pieces = "1 piece of evidence" if evidence == 1 else f"{evidence} pieces of evidence"
    return f"{title if title.endswith('?') else f'{title}:'} {UNWEIGHED[:-1]}: {count}, {pieces}."


def unjudged(count: int, of: int) -> str:
    """How many cells are not judged; nothing where all are.

    >>> unjudged(2, 6)
    '2 of 6 cells are not judged, and take nothing: the order may change when they are.'
    """
    if not count:
        return ""
    verb, take = ("is", "takes") if count == 1 else ("are", "take")
    return f"{count} of {of} cells {verb} not judged, and {take} nothing: the order may change when they are."


def decided_by(sets: Sequence[tuple[Sequence[str], Sequence[str]]], most: int, pieces: int) -> str:
    """What the first place hangs on: the smallest sets of evidence without which others come first.

    >>> decided_by([(["“the letter”"], ["South"])], 3, 5)
    'It hangs on one piece of evidence: without “the letter”, “South” comes first.'
    >>> decided_by([], 3, 5)
    'No one, two or three pieces of evidence decide it: without any of them the same comes first.'
    """
    if pieces < 2:
        return "There is one piece of evidence: all hangs on it." if pieces else "There is no evidence yet."
    if not sets:
        tried = ("one", "one or two", "one, two or three")[min(most, pieces - 1) - 1]
        verb = "decides" if tried == "one" else "decide"
        noun = "piece" if tried == "one" else "pieces"
        return f"No {tried} {noun} of evidence {verb} it: without any of them the same comes first."
    size = len(sets[0][0])
    told = "; ".join(f"without {listed(gone)}, {leads(then)}" for gone, then in sets[:3])
    more = f"; and {counted(len(sets) - 3, 'other set')}" if len(sets) > 3 else ""
    words = {1: "one piece of evidence", 2: "two pieces of evidence together", 3: "three pieces of evidence together"}
    each = words[size] if len(sets) == 1 else f"{words[size]}, in {number(len(sets))} ways"
    return f"It hangs on {each}: {told}{more}."


def leads(first: Sequence[str]) -> str:
    """Which hypotheses come first.

    >>> leads(["North"]), leads(["North", "South"])
    ('“North” comes first', '“North” and “South” come first together')
    """
    return f"{quoted(first)} {'come first together' if len(first) > 1 else 'comes first'}"


def same_document(document: str, pieces: int, then: Sequence[str]) -> str:
    """That pieces of evidence of one document are not independent, and who would come first without them.

    >>> same_document("Adams 2020", 3, ["South"])
    'Three pieces of evidence rest on Adams 2020 alone and are not independent: without them, “South” comes first.'
    """
    count = "one piece of evidence rests" if pieces == 1 else f"{number(pieces)} pieces of evidence rest"
    dependent = "" if pieces == 1 else " and are not independent"
    them = "it" if pieces == 1 else "them"
    end = f"{leads(then)}" if then else "no evidence is left"
    return f"{capital(count)} on {document} alone{dependent}: without {them}, {end}."


def no_document(count: int) -> str:
    """That no document decides by itself.

    >>> no_document(3), no_document(1)
    ('Without any one of the three documents or sources the same comes first.', 'Without the evidence that rests on \
one document or source alone the same comes first.')
    """
    if count == 1:
        return "Without the evidence that rests on one document or source alone the same comes first."
    return f"Without any one of the {number(count)} documents or sources the same comes first." if count else ""


def deciding_nothing(names: Sequence[str]) -> str:
    """Evidence that takes as much from each hypothesis.

    >>> deciding_nothing(["“the letter”"])
    '“the letter” decides nothing: it takes the same from every hypothesis.'
    """
    if not names:
        return ""
    verbs = ("decides", "it takes") if len(names) == 1 else ("decide", "they take")
    return f"{listed(names)} {verbs[0]} nothing: {verbs[1]} the same from every hypothesis."


def steps(count: int) -> str:
    """How many cells would change the first place, one step different.

    >>> steps(1), steps(12)
    ('One cell, one step different, changes it.', 'Twelve cells change it, each by itself, one step different.')
    """
    if count < 2:
        return f"{'One' if count else 'No single'} cell, one step different, changes it."
    return f"{capital(number(count))} cells change it, each by itself, one step different."


def weights_decide(first: Sequence[str]) -> str:
    """That without weights others come first.

    >>> weights_decide(["South"])
    'Where all evidence counts alike, “South” comes first.'
    """
    return f"Where all evidence counts alike, {leads(first)}."


def analysts_differ(title: str, firsts: Mapping[str, Sequence[str]], apart: int) -> str:
    """Whether several analysts come to the same, and in how many cells they differ.

    >>> analysts_differ("Who did it?", {"A": ["North"], "B": ["South"]}, 2)
    'Who did it? The analysts come to different ends: A “North”, B “South”; they differ in 2 cells.'
    """
    differ = f"they differ in {tally(apart, 'cell')}" if apart else "they differ in no cell"
    head = title if title.endswith("?") else f"{title}:"
    if len({tuple(each) for each in firsts.values()}) == 1:
        return f"{head} The {len(firsts)} analysts put the same first; {differ}."
    told = ", ".join(f"{who} {quoted(each)}" for who, each in firsts.items())
    return f"{head} The analysts come to different ends: {told}; {differ}."


def standing(text: str, score: float | None, against: Sequence[tuple[str, str]], not_judged: int) -> str:
    """What speaks against one hypothesis.

    >>> standing("North", -1.0, [("“the letter”", "I")], 0)
    '“North” (−1): inconsistent with it is “the letter”.'
    """
    if score is None:
        return f"“{text}”: nothing is judged yet."
    left = f" {tally(not_judged, 'cell')} of it {'is' if not_judged == 1 else 'are'} not judged." if not_judged else ""
    if not against:
        return f"“{text}” ({points(score)}): nothing of the evidence is inconsistent with it.{left}"
    told = listed([f"{name}{' (very)' if cell == 'II' else ''}" for name, cell in against])
    return f"“{text}” ({points(score)}): inconsistent with it {'is' if len(against) == 1 else 'are'} {told}.{left}"


def piece(name: str, spread: int, weight: float, *, decides: bool, then: Sequence[str]) -> str:
    """What one piece of evidence does.

    >>> piece("“the letter”", 3, 1.0, decides=True, then=["South"])
    '“the letter”: its cells lie 3 steps apart, weight 1; without it, “South” comes first.'
    """
    head = f"{name}: its cells lie {tally(spread, 'step')} apart, weight {weight:.2f}".removesuffix(".00")
    if not decides:
        return f"{head}; it decides nothing, for it takes the same from every hypothesis."
    return f"{head}; without it, {leads(then)}." if then else f"{head}; without it the same comes first."


def weighed(credibility: str, relevance: str, weight: float) -> str:
    """How much a piece of evidence weighs.

    >>> weighed("high", "medium", 1.41421)
    'Credibility high, relevance medium: weight 1.41.'
    """
    return f"Credibility {credibility}, relevance {relevance}: weight {f'{weight:.2f}'.removesuffix('.00')}."


def does(*, decides: bool, then: Sequence[str]) -> str:
    """What a piece of evidence does to the order.

    >>> does(decides=False, then=[])
    'It decides nothing: it takes the same from every hypothesis.'
    """
    if not decides:
        return "It decides nothing: it takes the same from every hypothesis."
    return f"Without it, {leads(then)}." if then else "Without it the same comes first."


def change(kind: str, what: str, then: Sequence[str]) -> str:
    """One thing that would change the first place.

    kind: evidence, document or cell

    >>> change("document", "Adams 2020", ["South"])
    'Without what rests on Adams 2020 alone, “South” comes first.'
    """
    heads = {"evidence": f"Without {what}", "document": f"Without what rests on {what} alone", "cell": what}
    end = f"{leads(then)}" if then else "no evidence is left"
    return f"{heads[kind]}, {end}."


def cell_step(evidence: str, hypothesis: str, before: str, after: str) -> str:
    """A cell as it would have to be.

    >>> cell_step("“the letter”", "North", "N", "I")
    'Were “the letter” inconsistent with “North” (now neutral)'
    """
    return f"Were {evidence} {CELLS[after]} with “{hypothesis}” (now {CELLS[before]})"


def unchanging(title: str) -> str:
    """That nothing small changes the first place."""
    return f"{title if title.endswith('?') else f'{title}:'} nothing of what was tried changes what comes first."


def cell_apart(evidence: str, hypothesis: str, cells: Mapping[str, str]) -> str:
    """How analysts judge one cell.

    >>> cell_apart("“the letter”", "North", {"A": "C", "B": "I"})
    '“the letter” with “North”: A consistent, B inconsistent.'
    """
    told = ", ".join(f"{who} {CELLS[cell]}" for who, cell in cells.items())
    return f"{evidence} with “{hypothesis}”: {told}."


ONE_ANALYST = "No analysis has two analysts who judged the same cell: there is nothing to compare."
DRAFT = (
    "Competing hypotheses, drafted from the readings of one question. Nothing is judged: say below how consistent each",
    "piece of evidence is with each hypothesis. Make the hypotheses exclude each other, add what nobody puts forward,",
    "and add evidence: an entry by its id, or a text with a source. credibility and relevance: high, medium or low.",
)
DRAFT_CELLS = ("One table for each piece of evidence and analyst; cells: CC, C, N, I or II; what is left out is open.",)


def drafted(hypotheses: int, evidence: int) -> str:
    """What a draft holds.

    >>> drafted(3, 1)
    'Drafted: 3 hypotheses, 1 piece of evidence; nothing is judged.'
    """
    count = "1 hypothesis" if hypotheses == 1 else f"{hypotheses} hypotheses"
    return f"Drafted: {count}, {tally(evidence, 'piece')} of evidence; nothing is judged."
