"""Figures and sentences in Markdown: marks beside figures in doubt, italics for what was worked out."""

from __future__ import annotations

from collections.abc import Iterable

from cchc_core.prose import WARNING, Piece, Point, Quoted, Shown
from cchc_exporters.markdown.syntax import bullets, escape

__all__ = ["figure", "points"]


def figure(shown: Shown) -> str:
    """Write a figure, with references to the findings that put it in doubt."""
    number = f"*{shown.text}*" if shown.is_worked_out else shown.text
    references = "".join(f"[^{each}]" for each in shown.entries)
    if shown.must_be_wrong:
        return f"**{number}** {WARNING}{references}"
    return f"{number} {WARNING}{references}" if references else number


def points(said: Iterable[Point]) -> str:
    """Write what is said, one topic an item."""
    return bullets(f"{each.topic}: {' '.join(map(_sentence, each.sentences))}" for each in said)


def _sentence(pieces: Iterable[Piece]) -> str:
    return "".join(map(_piece, pieces))


def _piece(piece: Piece) -> str:
    if isinstance(piece, str):
        return piece
    return escape(piece.text) if isinstance(piece, Quoted) else figure(piece)
