"""Exports: a dossier, or the selected part of it, as files for other programs."""

from hikiwake.exports.exporting import FORMATS, Exported, export

__all__ = ["FORMATS", "Exported", "export"]
