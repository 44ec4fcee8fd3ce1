"""The frame of an administrative document: head, opening, closing, signature."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from cchc_core import Report
from cchc_core.report import printed_date
from cchc_exporters.markdown.printing import BLANK
from cchc_exporters.markdown.syntax import escape, heading, table

__all__ = ["attached_to", "closing", "head", "opening", "short_name", "signature"]

_NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
_MOTTO = "**Độc lập - Tự do - Hạnh phúc**"
_LONG_NAMES = ("Ủy ban nhân dân", "Uỷ ban nhân dân")
_OPENING = "Mở đầu"


def head(report: Report) -> Iterator[str]:
    """Write agency, nation, number and date as an administrative document lays them out; then the title."""
    agency = f"**{escape(report.agency.name.upper()) or BLANK}**"
    parent = escape(report.agency.parent.upper())
    left = [parent, agency] if parent else [agency]
    place = escape(report.agency.place) or BLANK
    left.append(f"Số: {escape(report.document.notation)}")
    right = [_NATION, _MOTTO, f"*{place}, {report.document.date_line}*"]
    first, *rest = zip_longest(left, right, fillvalue="")
    yield table(first, rest, "cc")
    yield heading(1, "BÁO CÁO")
    yield f"**{escape(report.document.title) or f'Kết quả công tác cải cách hành chính {report.period.describe()}'}**"
    addressee = escape(report.document.addressee)
    if addressee:
        yield f"**Kính gửi: {addressee}**"


def opening(report: Report) -> Iterator[str]:
    """Say who reports, on which days, and on whose instruction."""
    ordered = [escape(each.describe()) for each in report.citations if _OPENING in each.sections]
    basis = f"Thực hiện {'; '.join(ordered)}, " if ordered else ""
    name = escape(report.agency.name) or BLANK
    short = short_name(report)
    known_as = f" (sau đây viết tắt là {short})" if short != name else ""
    period = report.period
    yield (
        f"{basis}{name}{known_as} báo cáo tình hình, kết quả cải cách hành chính {period.describe()}. "
        f"Số liệu tính từ ngày {printed_date(period.start)} đến hết ngày {printed_date(period.end)}."
    )


def closing(report: Report) -> Iterator[str]:
    """End the text."""
    addressee = escape(report.document.addressee)
    to = f"; trân trọng báo cáo {addressee} xem xét, tổng hợp" if addressee else ""
    yield f"Trên đây là kết quả cải cách hành chính {report.period.describe()} của {short_name(report)}{to}./."


def signature(report: Report) -> Iterator[str]:
    """Write the recipients beside the signature."""
    recipients = [text for each in report.document.recipients if (text := escape(each.rstrip("; .")))]
    listed = [f"- {each};" for each in recipients[:-1]] + [f"- {each}." for each in recipients[-1:]]
    left = ["*Nơi nhận:*", *(listed or [BLANK])]
    signatory = report.signatory
    above = [f"**{text}**" for text in [escape(signatory.on_behalf_of)] if text]
    space = [""] * 3
    right = [*above, f"**{escape(signatory.position) or BLANK}**", *space, f"**{escape(signatory.name) or BLANK}**"]
    first, *rest = zip_longest(left, right, fillvalue="")
    yield table(first, rest, "lc")


def attached_to(report: Report) -> str:
    """Say which report an appendix belongs to."""
    return (
        f"Kèm theo Báo cáo số {escape(report.document.notation)} {report.document.date_line} của {short_name(report)}"
    )


def short_name(report: Report) -> str:
    """Name the agency shortly: ``UBND huyện Định Hóa``."""
    name = report.agency.name
    for each in _LONG_NAMES:
        name = name.replace(each, "UBND")
    return escape(name) or BLANK
