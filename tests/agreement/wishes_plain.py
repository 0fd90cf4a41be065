"""What a statement says that somebody wants, in words, once more: by rules on nested tuples."""

from __future__ import annotations

from tests.agreement.plain import Formula


def wish(formula: Formula) -> str:
    """A statement as a clause: what somebody wants, or does not."""
    against, words = _wish(formula)
    return f"does not want {words}" if against else f"wants {words}"


def _wish(formula: Formula) -> tuple[bool, str]:
    word, *parts = simple = _simple(formula)
    if word == "not" and parts[0][0] == "option":
        return True, _title(parts[0])
    if word == "not" and parts[0][0] == "and":
        has, lacks, rest = _sides([_simple(each) for each in parts[0][1:]])
        if not rest and has:
            return True, f"{listed(has)} without {listed(lacks, 'or')}" if lacks else f"{listed(has)} together"
    if word == "and":
        has, lacks, rest = _sides(parts)
        if not rest:
            without = f" without {listed(lacks, 'or')}" if lacks else ""
            return (False, listed(has) + without) if has else (True, listed(lacks, "or"))
    if word == "if":
        then, condition = parts
        if all(each[0] == "not" and each[1][0] == "option" for each in parts):
            return True, f"{_title(then[1])} without {_title(condition[1])}"
        against, words = _wish(then)
        return against, f"{words} if {_condition(condition)}"
    if word == "iff" and parts[0][0] == "not":  # the first side is told without its denial
        return False, f"{_inner(parts[0][1])} exactly when {_condition(('not', parts[1]))}"
    if word == "iff":
        return False, f"{_inner(parts[0])} exactly when {_condition(parts[1])}"
    return False, _words(simple)


def _condition(formula: Formula) -> str:
    word, *parts = simple = _simple(formula)
    if word == "option" or (word == "not" and parts[0][0] == "option"):
        word, parts = "and", [simple]
    has, lacks, rest = _sides(parts) if word == "and" else ([], [], [simple])
    if rest:
        return _words(simple)
    if has:
        without = f" without {listed(lacks, 'or')}" if lacks else ""
        return f"{listed(has)} {'are' if len(has) > 1 else 'is'} taken up{without}"
    return f"{lacks[0]} is not taken up" if len(lacks) == 1 else f"neither {listed(lacks, 'nor')} is taken up"


def _simple(formula: Formula) -> Formula:
    """With as few denials as can be."""
    word, *parts = formula
    if word == "and":
        return ("and", *_flat([_simple(each) for each in parts]))
    if word != "not":
        return formula
    inner, *within = parts[0]
    if inner == "not":
        return _simple(within[0])
    if inner == "or":
        return ("and", *_flat([_simple(("not", each)) for each in within]))
    if inner == "and" and all(each[0] == "not" for each in within):
        return ("or", *(_simple(("not", each)) for each in within))
    if inner == "if":
        return ("and", *_flat([_simple(within[1]), _simple(("not", within[0]))]))
    if inner == "iff":
        return ("iff", within[0], ("not", within[1]))
    return formula


def _flat(parts: list[Formula]) -> list[Formula]:
    return [each for part in parts for each in (part[1:] if part[0] == "and" else (part,))]


def _sides(parts: list[Formula]) -> tuple[list[str], list[str], list[Formula]]:
    """The options that parts name, those that they deny, and the parts that are more than that."""
    has = [_title(each) for each in parts if each[0] == "option"]
    lacks = [_title(each[1]) for each in parts if each[0] == "not" and each[1][0] == "option"]
    rest = [each for each in parts if each[0] != "option" and (each[0] != "not" or each[1][0] != "option")]
    return has, lacks, rest


def _title(option: Formula) -> str:
    return f"“o{option[1]}”"


def _words(formula: Formula) -> str:
    word, *parts = formula
    if word == "option":
        return _title(formula)
    if word == "not":
        return f"not {_inner(parts[0])}"
    return f" {'exactly when' if word == 'iff' else word} ".join(map(_inner, parts))


def _inner(formula: Formula) -> str:
    plain = formula[0] == "option" or (formula[0] == "not" and formula[1][0] == "option")
    return _words(formula) if plain else f"({_words(formula)})"


def listed(words: list[str], joint: str = "and") -> str:
    """Words as a list."""
    return f" {joint} ".join(part for part in (", ".join(words[:-1]), words[-1]) if part)
