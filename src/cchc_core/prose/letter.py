"""The frame of an administrative document: head, opening, closing, signature."""

from __future__ import annotations

from attrs import frozen

from cchc_core.prose.shown import BLANK
from cchc_core.prose.text import one_line
from cchc_core.report import Report, printed_date

__all__ = ["MOTTO", "NATION", "Letter", "attached_to", "letter_of", "short_name"]

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
_LONG_NAMES = ("Ủy ban nhân dân", "Uỷ ban nhân dân")
_OPENING = "Mở đầu"


@frozen(kw_only=True)
class Letter:
    """What surrounds the body of the report; what it leaves open is `BLANK`, what it has not is empty.

    Args:
        parent: The agency above, in capitals; may be empty.
        agency: Who reports, in capitals.
        number: Number and symbol.
        issued: Place and day.
        title: What the report is about.
        addressee: Whom it is made for; may be empty.
        opening: Who reports, on which days, on whose instruction.
        closing: The end of the text.
        recipients: The list "Nơi nhận", with its punctuation.
        on_behalf_of: The line above the position; may be empty.
        position: Position of who signs.
        name: Name of who signs.
    """

    parent: str
    agency: str
    number: str
    issued: str
    title: str
    addressee: str
    opening: str
    closing: str
    recipients: tuple[str, ...]
    on_behalf_of: str
    position: str
    name: str


def letter_of(report: Report) -> Letter:
    """Write the frame of a report.

    >>> from cchc_core import load
    >>> letter = letter_of(load("examples/dinh-hoa-2021.json"))
    >>> letter.agency, letter.number, letter.issued
    ('ỦY BAN NHÂN DÂN HUYỆN ĐỊNH HÓA', '…/BC-UBND', 'Định Hóa, ngày … tháng … năm 2022')
    """
    document, signatory = report.document, report.signatory
    recipients = [text for each in document.recipients if (text := one_line(each.rstrip("; .")))]
    return Letter(
        parent=one_line(report.agency.parent.upper()),
        agency=one_line(report.agency.name.upper()) or BLANK,
        number=one_line(document.notation),
        issued=f"{one_line(report.agency.place) or BLANK}, {document.date_line}",
        title=one_line(document.title) or f"Kết quả công tác cải cách hành chính {report.period.describe()}",
        addressee=one_line(document.addressee),
        opening=_opening(report),
        closing=_closing(report),
        recipients=tuple([f"{each};" for each in recipients[:-1]] + [f"{each}." for each in recipients[-1:]]),
        on_behalf_of=one_line(signatory.on_behalf_of),
        position=one_line(signatory.position) or BLANK,
        name=one_line(signatory.name) or BLANK,
    )


def _opening(report: Report) -> str:
    """Say who reports, on which days, and on whose instruction."""
    ordered = [one_line(each.describe()) for each in report.citations if _OPENING in each.sections]
    basis = f"Thực hiện {'; '.join(ordered)}, " if ordered else ""
    name = one_line(report.agency.name) or BLANK
    short = short_name(report)
    known_as = f" (sau đây viết tắt là {short})" if short != name else ""
    period = report.period
    return (
        f"{basis}{name}{known_as} báo cáo tình hình, kết quả cải cách hành chính {period.describe()}. "
        f"Số liệu tính từ ngày {printed_date(period.start)} đến hết ngày {printed_date(period.end)}."
    )


def _closing(report: Report) -> str:
    addressee = one_line(report.document.addressee)
    to = f"; trân trọng báo cáo {addressee} xem xét, tổng hợp" if addressee else ""
    return f"Trên đây là kết quả cải cách hành chính {report.period.describe()} của {short_name(report)}{to}./."


def attached_to(report: Report) -> str:
    """Say which report an appendix belongs to."""
    document = report.document
    return f"Kèm theo Báo cáo số {one_line(document.notation)} {document.date_line} của {short_name(report)}"


def short_name(report: Report) -> str:
    """Name the agency shortly: ``UBND huyện Định Hóa``."""
    name = report.agency.name
    for each in _LONG_NAMES:
        name = name.replace(each, "UBND")
    return one_line(name) or BLANK
