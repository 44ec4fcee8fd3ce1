"""The document that carries a report: number, date, recipients, signature, texts."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from cchc_core.report.citation import printed_date

__all__ = ["OPEN", "Document", "Narrative", "Signatory"]


OPEN = "…"
"""What stands where a document leaves something open."""


@frozen(kw_only=True)
class Document:
    """The outer marks of the report.

    Args:
        title: What the report is about, under the word "BÁO CÁO".
        symbol: Symbol after the number, e.g. ``BC-UBND``.
        number: Number in the register; empty while not yet given.
        date: Date of issue; ``None`` while not yet given.
        year: Year printed in the date line while day and month are still open.
        addressee: Who the report is made for.
        recipients: The list "Nơi nhận", in order.
        appendices: Numbers of the appendices that the text announces, as printed.
    """

    title: str
    symbol: str = ""
    number: str = ""
    date: date | None = None
    year: int | None = None
    addressee: str = ""
    recipients: tuple[str, ...] = ()
    appendices: tuple[str, ...] = ()

    @property
    def notation(self) -> str:
        """Number and symbol, with "…" for what is still open.

        >>> Document(title="", symbol="BC-UBND").notation
        '…/BC-UBND'
        """
        return f"{self.number.strip() or OPEN}/{self.symbol.strip() or OPEN}"

    @property
    def date_line(self) -> str:
        """Day, month and year in words, with "…" for what is still open.

        >>> Document(title="", year=2022).date_line
        'ngày … tháng … năm 2022'
        """
        if self.date is None:
            return f"ngày {OPEN} tháng {OPEN} năm {self.year or OPEN}"
        day, month, year = printed_date(self.date).split("/")
        return f"ngày {day} tháng {month} năm {year}"


@frozen(kw_only=True)
class Signatory:
    """Who signs.

    Args:
        name: Full name.
        position: Position as printed, e.g. ``CHỦ TỊCH``.
        on_behalf_of: The line above the position, e.g. ``TM. ỦY BAN NHÂN DÂN``; empty if there is none.
    """

    name: str = ""
    position: str = ""
    on_behalf_of: str = ""


@frozen(kw_only=True)
class Narrative:
    """What a report says in words, one entry a point.

    Args:
        strengths: What went well.
        limitations: What did not, and why.
        orientation: Tasks for the next period.
        proposals: What is asked of the level above.
    """

    strengths: tuple[str, ...] = ()
    limitations: tuple[str, ...] = ()
    orientation: tuple[str, ...] = ()
    proposals: tuple[str, ...] = ()
