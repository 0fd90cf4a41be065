"""Of which kind a published file is: by the columns that it has, or by the kind that the user names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from hikiwake.errors import HikiwakeError
from hikiwake.relation.comparing.files import Published
from hikiwake.vocabulary.comparisons import Kind, Layout, kinds
from hikiwake.wording.terminal.near import near_or_some

MOST_NAMED = 30  # columns of a file that a message names


@dataclass(frozen=True, slots=True)
class Recognised:
    """A file with its kind and layout, and the files beside it that tell when (of votes alone)."""

    file: Published
    kind: Kind
    layout: Layout
    days: tuple[Published, ...] = ()

    @property
    def files(self) -> tuple[Published, ...]:
        """All files that its values are made of."""
        return (self.file, *self.days)


def recognised(files: Sequence[Published], kind: str = "") -> tuple[Recognised, ...]:
    """Each series that the files hold. Raises ``HikiwakeError`` for a kind or a file that nothing is known of.

    A file that fits no kind and has the days of roll calls is read with the votes that lack them.
    """
    if kind and kind not in kinds():
        raise HikiwakeError(f"kind: {kind!r} is none of {', '.join(kinds())}{near_or_some(kind, [*kinds()])}")
    fitting = [(file, _fitting(file, kind)) for file in files]
    telling = [file for file, found in fitting if found is None and _tells_days(file)]
    made = [_with_days(file, *found, telling) for file, found in fitting if found is not None]
    for file, found in fitting:
        if found is None and not (file in telling and any(each.days for each in made)):
            raise HikiwakeError(_unknown(file, kind))
    return tuple(made)


def _fitting(file: Published, kind: str) -> tuple[Kind, Layout] | None:
    """The first kind and layout all of whose columns a file has."""
    asked = [kinds()[kind]] if kind else list(kinds().values())
    found = ((each, layout) for each in asked for layout in each.layouts if file.has(tuple(layout.columns.values())))
    return next(found, None)


def _all_days() -> Iterator[tuple[str, ...]]:
    yield from (tuple(layout.days.values()) for each in kinds().values() for layout in each.layouts if layout.days)


def _tells_days(file: Published) -> bool:
    return any(map(file.has, _all_days()))


def _with_days(file: Published, kind: Kind, layout: Layout, telling: Iterable[Published]) -> Recognised:
    days = tuple(each for each in telling if layout.days and each.has(tuple(layout.days.values())))
    if layout.days and not days:
        wanted = ", ".join(layout.days.values())
        raise HikiwakeError(
            f"{file.path}: found votes without days, expected a second file with the columns {wanted}; give it too"
        )
    return Recognised(file, kind, layout, days)


def _unknown(file: Published, kind: str) -> str:
    named = ", ".join(name or "(no name)" for name in file.columns[:MOST_NAMED])
    more = f" and {len(file.columns) - MOST_NAMED} more" if len(file.columns) > MOST_NAMED else ""
    asked = [kinds()[kind]] if kind else list(kinds().values())
    known = "; ".join(f"{each.id} ({_columns(each)})" for each in asked)
    return f"{file.path}: found the columns {named}{more}, expected those of a kind of series: {known}"


def _columns(kind: Kind) -> str:
    return ", or ".join(" ".join(layout.columns.values()) for layout in kind.layouts)
