"""What the words of a page mean, what it cannot show, and how it is cited."""

from __future__ import annotations

from collections.abc import Sequence

from hikiwake.wording.phrases import capital, counted, sentence

SCALE, MODEL = "scale", "model"
REAL = (
    "A disagreement is real where two statements cannot both hold; it is apparent where they differ "
    "in period, precision or word only, or where a question has room for both answers. None is settled here."
)
_DEFINITIONS = (
    ("Way to settle", "", "A way to settle is one outcome of the dispute that somebody has put forward or refused."),
    (
        "Range", SCALE,
        "A side accepts a way to settle where a position in the record says so, and with it what its side of the scale "
        "ranks better; what both accept is shared.",
    ),
    (
        "Model", MODEL,
        "In a model each side has options, and ranks what comes of them by what the record says that it wants.",
    ),
    (
        "Would be signed", MODEL,
        "A settlement would be signed where no party is worse off with it, however things would go otherwise, and one "
        "is better off.",
    ),
    (
        "Would hold", MODEL,
        "A settlement would hold where nobody can leave it and gain once the others have answered (sequential "
        "stability).",
    ),
    (
        "Agreed, and blocked", MODEL,
        "A settlement is agreed where it would be signed and would hold; it is blocked by the parties that lose by it, "
        "and by whoever could leave it and gain.",
    ),
    (
        "Least change", MODEL,
        "A change is least where no smaller one, of those that were tried, makes a settlement agreed.",
    ),
    ("Red line", "", "A red line is what the record says a side will not give up."),
)  # fmt: skip
LIMITS = (
    "The record holds what its editor took from the documents, in the editor’s words: what no document says is not "
    "here, and another reader would word or class some entries otherwise.",
    "A day, a place or a figure is only as exact as the document that tells it.",
    "How many documents tell of something is no measure of how true it is: they may rest on one another.",
)
_MODELS_LIMIT = (
    "A model knows the options and the wishes that the record tells, and no others; what its eras show is told of "
    "them, and foretells nothing."
)


def definitions(*, scale: bool = True, model: bool = True) -> list[tuple[str, str]]:
    """The terms and what each means; without those of a scale or of a model where a case has none.

    >>> [term for term, _ in definitions(scale=False, model=False)]
    ['Way to settle', 'Red line']
    """
    has = {"": True, SCALE: scale, MODEL: model}
    return [(term, text) for term, needs, text in _DEFINITIONS if has[needs]]


def sampled(draws: int, seed: int) -> str:
    """How the shares of draws come about.

    >>> sampled(200, 0)[-64:]
    '200 draws, with the seed 0; the same seed gives the same shares.'
    """
    return (
        "A share of draws says how often a verdict comes out when one of the readings is taken by lot and every wish "
        "is moved at random within the places by which its rank is uncertain: "
        f"{counted(draws, 'draw')}, with the seed {seed}; the same seed gives the same shares."
    )


def words(pairs: Sequence[tuple[str, str]]) -> str:
    """Words with what each of them says.

    >>> words([("open", "something is shared"), ("none", "nothing is")])
    'Open: something is shared; none: nothing is.'
    """
    return sentence("; ".join(f"{word}: {meaning}" for word, meaning in pairs))


def limits(*, model: bool) -> list[str]:
    """What a page cannot show."""
    return [*LIMITS, *([_MODELS_LIMIT] if model else [])]


def stated(version: str, digest: str) -> str:
    """Which version of the program, and which state of the record, a page or a brief was made by.

    >>> stated("1.2", "0123456789ab")
    'Version 1.2 of the program; the SHA-256 sum of the record begins with 0123456789ab.'
    """
    return f"Version {version} of the program; the SHA-256 sum of the record begins with {digest}."


def whole_digest(digest: str) -> str:
    """The digest of a record in full, and what it is good for.

    >>> whole_digest("0123456789ab")[:70]
    'The SHA-256 sum of the record is 0123456789ab. The same sum is the sam'
    """
    return (
        f"The SHA-256 sum of the record is {digest}. The same sum is the same record, entry for entry; "
        "the command “hikiwake check” tells it of any case."
    )


def within(version: str, digest: str) -> str:
    """In what a cited record appears: the program that made its page, and which state of the record it is.

    >>> within("1.2", "0123456789ab")
    'Record of a case, hikiwake 1.2, SHA-256 0123456789ab'
    """
    return f"Record of a case, hikiwake {version}, SHA-256 {digest}"


def cited_title(title: str, read_as: str) -> str:
    """The title of a case as it is cited, with as what its page is read where that is not as a whole.

    >>> cited_title("The Skerries", "as written by May 2018"), cited_title("The Skerries", "")
    ('The Skerries (as written by May 2018)', 'The Skerries')
    """
    return f"{title} ({read_as})" if read_as else title


def cited(editor: str, year: str, title: str, place: str) -> str:
    """A record as a list of references has it: editor, year of its newest document, title, and where it appeared.

    >>> cited("A. Adams", "1990", "The Skerries", "Record"), cited("", "", "The Skerries", "Record")
    ('A. Adams (1990). The Skerries. Record.', 'The Skerries. Record.')
    """
    when = f" ({year})" if year else ""
    parts = (f"{capital(editor)}{when}", title) if editor else (f"{title}{when}",)
    return " ".join(each if each.endswith((".", "?", "!")) else f"{each}." for each in (*parts, place))


def edition_of(day: str) -> str:
    """Of which edition a citation is: by the newest document.

    >>> edition_of("May 2018")
    'The date is that of the newest document of the record: May 2018.'
    """
    return f"The date is that of the newest document of the record: {day}."
