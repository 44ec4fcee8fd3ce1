"""Documents whose dates and repeals are known, each row with its source."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from cchc_core.law import Source

__all__ = ["KNOWN_DOCUMENTS", "KnownDocument"]


@frozen(kw_only=True)
class KnownDocument:
    """What is known of a document that reports cite.

    Args:
        type: Vietnamese name of its type, e.g. ``Nghị định``.
        notation: Number and symbol, e.g. ``37/2014/NĐ-CP``.
        issued: Date of issue.
        repealed: First day on which it was no longer in force; ``None`` while it is, or if not known.
        repealed_by: What replaced it.
        amends: Notation of the document that it amends, if it amends one.
        source: Where this is known from; verified only if the text was seen.
    """

    type: str
    notation: str
    issued: date
    repealed: date | None = None
    repealed_by: str = ""
    amends: str = ""
    source: Source


KNOWN_DOCUMENTS: tuple[KnownDocument, ...] = ()
"""The documents that come with the library."""
