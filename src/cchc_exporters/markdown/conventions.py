"""The signs that the document uses, explained once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cchc_core.tables import Section
from cchc_exporters.markdown.areas import has_lines
from cchc_exporters.markdown.printing import BLANK, WARNING, Printer
from cchc_exporters.markdown.syntax import bullets

__all__ = ["conventions"]


def conventions(sections: Sequence[Section], body: str, printer: Printer) -> Iterator[str]:
    """Explain the signs that occur; nothing if none does.

    Args:
        sections: The sections of the report.
        body: The document after this.
        printer: What printed its figures.
    """
    has_shares = any(line.share is not None for section in sections if has_lines(section) for line in section.lines)
    notes = []
    if BLANK in body:
        notes.append(f"“{BLANK}”: báo cáo để trống hoặc không đủ số liệu để tính; không có nghĩa là bằng 0.")
    if has_shares or printer.worked_out:
        notes.append("Chữ, số *in nghiêng* trong bảng: tính ra từ số liệu báo cáo, không phải số báo cáo.")
    if printer.marks.wrong:
        notes.append(
            f"**Số in đậm** kèm {WARNING}: số liệu nghi sai, giữ nguyên như báo cáo; chú thích ở cuối văn bản."
        )
    if printer.marks.possible:
        notes.append(f"Số thường kèm {WARNING}: một trong vài số liệu mà ít nhất một số sai, giữ nguyên như báo cáo.")
    if notes:
        yield f"*Quy ước trình bày:*\n\n{bullets(notes)}"
