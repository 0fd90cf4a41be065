"""Exports: a dossier, or the selected part of it, as files for other programs."""

from hikiwake.exports.exporting import Exported, export
from hikiwake.exports.formats import FORMATS

__all__ = ["FORMATS", "Exported", "export"]
