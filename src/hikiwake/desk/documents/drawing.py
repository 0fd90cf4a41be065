"""A block of a text as HTML: each piece as it stands, under one mark where something lies over it.

Written without a template: a long text has tens of thousands of pieces. Everything that is not ours is escaped.
"""

from __future__ import annotations

from html import escape

from markupsafe import Markup

from hikiwake.desk.documents.marks import Block, Piece
from hikiwake.desk.showing import verbatim


def drawn(block: Block) -> Markup:
    """A block as HTML.

    >>> from hikiwake.desk.documents.marks import Mark, blocks
    >>> str(drawn(blocks("a<b", [Mark(0, 1, "x", "passage")])[0]))
    '<mark class="layer1 passage" data-marks="x"><a class="at" id="at-x"></a>a</mark>&lt;b'
    """
    return Markup("".join(map(_drawn, block.pieces)))


def _drawn(piece: Piece) -> str:
    words = verbatim(piece.text)
    if not piece.marks:
        return words
    begins = "".join([f'<a class="at" id="at-{escape(id_)}"></a>' for id_ in piece.begins])
    looks, ids = escape(piece.looks), escape(piece.ids)
    return f'<mark class="layer{piece.layers} {looks}" data-marks="{ids}">{begins}{words}</mark>'
