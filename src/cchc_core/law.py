"""Where a fact comes from: instruments of law, places in them, and dates in force."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from cchc_core.words import Language, say

__all__ = ["ALWAYS", "InForce", "Instrument", "Source"]


@frozen(kw_only=True)
class InForce:
    """The days from ``start`` to ``end``, both included; ``None`` leaves that side open.

    >>> date(2025, 6, 30) in InForce(end=date(2025, 6, 30))
    True
    """

    start: date | None = None
    end: date | None = None

    def __contains__(self, day: date) -> bool:
        """Tell whether ``day`` lies within."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)

    def overlaps(self, other: InForce) -> bool:
        """Tell whether the two have a day in common."""
        return (self.start is None or other.end is None or self.start <= other.end) and (
            other.start is None or self.end is None or other.start <= self.end
        )


ALWAYS = InForce()
"""In force on every day."""


@frozen(kw_only=True)
class Instrument:
    """A document that orders or guides reporting.

    Args:
        notation: Number and symbol as cited, e.g. ``Thông tư số 01/2020/TT-VPCP``.
        issued: Date of issue, where known.
        title: What it is about, shortened.
    """

    notation: str
    issued: date | None = None
    title: str = ""

    def at(self, place: str, *, verified: bool = False) -> Source:
        """Cite a place in this instrument; ``verified`` only if its text was seen there."""
        return Source(instrument=self, place=place, verified=verified)


@frozen(kw_only=True)
class Source:
    """A place in an instrument.

    Args:
        instrument: The document cited.
        place: Article, clause, appendix or form in it.
        verified: Whether the text was seen to say so; what was not seen is not asserted.
    """

    instrument: Instrument
    place: str = ""
    verified: bool = False

    def describe(self, lang: Language = "vi") -> str:
        """Cite the place, and say so when the text was not seen.

        >>> Instrument(notation="Nghị định số 09/2019/NĐ-CP").at("Điều 12").describe()
        'Nghị định số 09/2019/NĐ-CP, Điều 12 (chưa kiểm chứng nguyên văn)'
        """
        cited = self.instrument.notation + (f", {self.place}" if self.place else "")
        return cited if self.verified else f"{cited} ({say('law.unverified', lang)})"
