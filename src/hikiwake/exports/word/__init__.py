"""Word: a brief as an Office Open XML file with real footnotes, made with the standard library."""

from hikiwake.exports.word.package import word_file

__all__ = ["word_file"]
