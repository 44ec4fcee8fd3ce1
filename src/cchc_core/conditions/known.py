"""Documents whose dates and repeals are known: what is known of one, and finding it for a citation."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from attrs import field, frozen
from attrs.validators import instance_of

from cchc_core.conditions.names import folded, issuer_key, symbol_key
from cchc_core.law import Source
from cchc_core.report import Citation
from cchc_core.words import Text

__all__ = ["KnownDocument", "known_of"]


@frozen(kw_only=True)
class KnownDocument:
    """What is known of a document that reports cite.

    Args:
        type: Vietnamese name of its type, e.g. ``Nghị định``.
        notation: Number and symbol, e.g. ``37/2014/NĐ-CP``.
        issued: Date of issue.
        issuer: Who issued it, where the symbol does not tell, e.g. ``HĐND tỉnh Thái Nguyên``.
        repealed: First day on which it was no longer in force; ``None`` while it is, or if not known.
        repealed_by: What replaced it.
        amends: Notation of the document that it amends, if it amends one.
        source: Where this is known from; verified only if the text was seen.
    """

    type: str
    notation: str
    issued: date = field(validator=instance_of(date))
    issuer: str = ""
    repealed: date | None = None
    repealed_by: str = ""
    amends: str = ""
    source: Source

    @property
    def name(self) -> str:
        """What tells it from any other; a number without a year comes again each year.

        >>> from cchc_core import Instrument
        >>> page = Instrument(notation="trang thông tin").at("")
        >>> KnownDocument(type="Chỉ thị", notation="10/CT-TTg", issued=date(2019, 4, 22), source=page).name
        'Chỉ thị số 10/CT-TTg năm 2019'
        """
        of = f" của {self.issuer}" if self.issuer else ""
        return f"{self.type} số {self.notation} năm {self.issued.year}{of}"

    @property
    def said_by(self) -> Text:
        """Where this is known from, in both languages; says so where the text was not seen."""
        return Text(self.source.describe("vi"), self.source.describe("en"))


def known_of(cited: Citation, known: Sequence[KnownDocument]) -> KnownDocument | None:
    """Find what is known of a cited document.

    Types and notations must be the same. A number without a year comes again each year, so such a document is
    found only by the year of the printed date.
    """
    if not cited.number.strip() or not cited.symbol.strip():
        return None
    notation, type_ = symbol_key(cited.notation), folded(cited.type)
    for each in known:
        if symbol_key(each.notation) != notation or folded(each.type) != type_:
            continue
        same_issuer = not each.issuer or issuer_key(each.issuer) == issuer_key(cited.issuer)
        same_year = cited.year is not None or (cited.date is not None and cited.date.year == each.issued.year)
        if same_issuer and same_year:
            return each
    return None
