"""Documents that a report cites, read from and printed in the official notation."""

from __future__ import annotations

import re
from datetime import date
from enum import Enum

from attrs import frozen

__all__ = ["Citation", "IssuerLevel", "Variant", "parse_notation", "printed_date"]

_LAST_PADDED_MONTH = 2
_NOTATION = re.compile(r"^(?P<number>\d+)(?:/(?P<year>\d{4}))?(?P<separator>[/-])(?P<symbol>\S.*)$", re.ASCII)


class IssuerLevel(Enum):
    """Where the issuer of a document stands."""

    CENTRAL = "central"
    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"

    @property
    def title(self) -> str:
        """Heading of the documents of this level.

        >>> IssuerLevel.CENTRAL.title
        'Văn bản của Trung ương'
        """
        return f"Văn bản của {_LEVELS[self]}"


_LEVELS = {
    IssuerLevel.CENTRAL: "Trung ương",
    IssuerLevel.PROVINCE: "tỉnh",
    IssuerLevel.DISTRICT: "huyện",
    IssuerLevel.COMMUNE: "xã",
}


@frozen(kw_only=True)
class Variant:
    """Another way in which the same report writes the same document.

    Args:
        section: Section of the report that writes it so.
        notation: Notation written there, empty if the same.
        date: Date written there, ``None`` if the same.
        subject: Subject written there, shortened, empty if the same.
    """

    section: str
    notation: str = ""
    date: date | None = None
    subject: str = ""


@frozen(kw_only=True)
class Citation:
    """A cited document, as the report prints it; what it leaves out is blank.

    Args:
        type: Vietnamese name of the type of document, e.g. ``Kế hoạch``.
        number: Number, with the zeros printed; empty if the report gives none.
        year: Year inside the notation, as in ``39/2018/QĐ-UBND``; ``None`` if there is none.
        symbol: Symbol after the number, e.g. ``KH-UBND``.
        separator: What stands between number and symbol; the Party writes ``01-NQ/TU``.
        date: Date of issue as printed; ``None`` if the report gives none.
        issuer: Who issued it.
        level: Where the issuer stands.
        subject: What it is about, shortened.
        sections: Sections of the report that cite it, as it numbers them; ``Mở đầu`` for its opening.
        variants: Other ways in which the report writes it.
    """

    type: str
    issuer: str
    level: IssuerLevel
    number: str = ""
    year: int | None = None
    symbol: str = ""
    separator: str = "/"
    date: date | None = None
    subject: str = ""
    sections: tuple[str, ...] = ()
    variants: tuple[Variant, ...] = ()

    @property
    def notation(self) -> str:
        """Number and symbol as printed.

        >>> Citation(type="Quyết định", issuer="UBND tỉnh", level=IssuerLevel.PROVINCE,
        ...     number="39", year=2018, symbol="QĐ-UBND").notation
        '39/2018/QĐ-UBND'
        """
        number = f"{self.number}/{self.year}" if self.year is not None else self.number
        return f"{number}{self.separator}{self.symbol}" if number and self.symbol else number or self.symbol

    def describe(self) -> str:
        """Cite the document in Vietnamese: type, number, date, issuer.

        >>> Citation(type="Kế hoạch", issuer="UBND huyện", level=IssuerLevel.DISTRICT,
        ...     number="05", symbol="KH-UBND", date=date(2021, 1, 7)).describe()
        'Kế hoạch số 05/KH-UBND ngày 07/01/2021 của UBND huyện'
        """
        number = f" số {self.notation}" if self.notation else ""
        day = f" ngày {printed_date(self.date)}" if self.date else ""
        return f"{self.type}{number}{day} của {self.issuer}"


def printed_date(day: date) -> str:
    """Print a date as an administrative document does: the day padded, months 3 to 9 not.

    >>> printed_date(date(2021, 7, 5)), printed_date(date(2021, 2, 28))
    ('05/7/2021', '28/02/2021')
    """
    month = f"{day.month:02d}" if day.month <= _LAST_PADDED_MONTH else str(day.month)
    return f"{day.day:02d}/{month}/{day.year}"


def parse_notation(notation: str) -> tuple[str, int | None, str, str]:
    """Take a notation apart into number, year, separator and symbol.

    >>> parse_notation("39/2018/QĐ-UBND")
    ('39', 2018, '/', 'QĐ-UBND')
    >>> parse_notation("01-NQ/TU")
    ('01', None, '-', 'NQ/TU')

    Raises:
        ValueError: If the text is not a number followed by a symbol.
    """
    found = _NOTATION.match(notation.strip())
    if found is None:
        raise ValueError(f"{notation!r} is not a number followed by a symbol, such as '05/KH-UBND'")
    year = found["year"]
    return found["number"], int(year) if year else None, found["separator"], found["symbol"]
