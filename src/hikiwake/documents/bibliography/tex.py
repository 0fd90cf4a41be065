"""TeX: a text with its commands made plain, and a plain text in which TeX sees no command."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_SIGNS = {"\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}"}
_SIGNS |= {sign: f"\\{sign}" for sign in "&%$#_{}"}
_BACK = {"textbackslash": "\\", "textasciitilde": "~", "textasciicircum": "^", "textbraceleft": "{"}
_BACK |= {"textbraceright": "}", "lbrace": "{", "rbrace": "}", "textquotesingle": "'", "textquotedbl": '"'}
_BACK |= {"i": "i", "j": "j", "par": " ", "newline": " "}
_ACCENTS = {"`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306", ".": "\u0307"}
_ACCENTS |= {'"': "\u0308", "r": "\u030a", "H": "\u030b", "v": "\u030c", "d": "\u0323", "c": "\u0327", "k": "\u0328"}
_ACCENTS |= {"b": "\u0331"}
_ACCENT = r"\\(?P<accent>[`'^~=.\"]|[uvHcdkrb](?![a-zA-Z]))\s{0,3}(?P<open>\{)?\\?(?P<letter>[^\W\d_])(?(open)\})"
_TEX = re.compile(
    r"\\(?P<sign>[&%$#_{}])"
    rf"|{_ACCENT}"
    r"|\\(?P<command>[a-zA-Z]{1,40})(?:\{\}|[ \t\r\n]{1,3}|(?![a-zA-Z]))"
    r"|\\(?P<other>.)|(?P<brace>[{}])|(?P<space>~)|(?P<dash>-{2,3}(?!-))|(?P<quote>``|'')",
    re.DOTALL,
)
_ACCENTED = re.compile(rf"\\(?P<sign>\\)|{_ACCENT}")


def plain(value: str) -> str:
    r"""A value without TeX: accents made letters, commands for signs made signs, braces gone.

    >>> plain(r"M{\"u}ller \& {\O}kologie -- 50\%")
    'Müller & Økologie – 50%'
    """
    return " ".join(_TEX.sub(_without_tex, with_letters(value)).split())


def with_letters(value: str) -> str:
    r"""A value whose accents are made letters, with all else of TeX as it stands: ``~`` of an accent is no blank.

    >>> with_letters(r"Jo\~{a}o and {\"O}zal and Jan~Smit")
    'João and {Ö}zal and Jan~Smit'
    """
    once = _ACCENTED.sub(_accented, value)
    return _ACCENTED.sub(_accented, once)  # an accent on an accent


def _accented(match: re.Match[str]) -> str:
    return match[0] if match["sign"] else unicodedata.normalize("NFC", match["letter"] + _ACCENTS[match["accent"]])


def _without_tex(match: re.Match[str]) -> str:
    found = match.groupdict()
    if found["accent"]:
        return unicodedata.normalize("NFC", found["letter"] + _ACCENTS[found["accent"]])
    if found["command"]:
        return _BACK.get(found["command"], "") or _letter(found["command"])
    if found["other"]:
        return " " if found["other"] in "\\ ,;:~" else ""
    if found["dash"]:
        return "–" if len(found["dash"]) == 2 else "—"
    if found["quote"]:
        return "“" if found["quote"] == "``" else "”"
    return found["sign"] or (" " if found["space"] else "")


@cache
def _letter(command: str) -> str:
    """The sign that a command without argument stands for; nothing for others."""
    from pylatexenc.latex2text import get_default_latex_context_db  # type: ignore[import-untyped]

    spec = get_default_latex_context_db().get_macro_spec(command)
    sign = getattr(spec, "simplify_repl", None)
    return sign if isinstance(sign, str) and "%" not in sign and len(sign) <= 2 else ""


def escaped(text: str) -> str:
    """A text in which TeX sees no command, makes no dash of hyphens and no quotation mark of accents."""
    single = " ".join(text.split())
    signs = _SIGNS if _balanced(single) else _SIGNS | {"{": "\\textbraceleft{}", "}": "\\textbraceright{}"}
    return re.sub("(?<=-)(?=-)|(?<=`)(?=`)|(?<=')(?=')", "{}", "".join(signs.get(sign, sign) for sign in single))


def _balanced(text: str) -> bool:
    depth = 0
    for sign in text:
        depth += {"{": 1, "}": -1}.get(sign, 0)
        if depth < 0:
            return False
    return depth == 0
