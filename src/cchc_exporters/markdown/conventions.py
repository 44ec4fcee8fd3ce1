"""The signs that the document uses, explained once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cchc_core.prose import BLANK, WARNING, Area, Printer
from cchc_exporters.markdown.syntax import bullets

__all__ = ["conventions"]


def conventions(areas: Sequence[Area], body: str, printer: Printer) -> Iterator[str]:
    """Explain the signs that occur; nothing if none does.

    Args:
        areas: The sections of the report and of its annexes.
        body: The document after this.
        printer: What showed its figures.
    """
    notes = []
    if BLANK in body:
        notes.append(f"“{BLANK}”: báo cáo để trống hoặc không đủ số liệu để tính; không có nghĩa là bằng 0.")
    if printer.worked_out or any(line.is_derived for area in areas for line in area.lines):
        notes.append("Chữ, số *in nghiêng* trong bảng: tính ra từ số liệu báo cáo, không phải số báo cáo.")
    if printer.marks.wrong:
        notes.append(
            f"**Số in đậm** kèm {WARNING}: số liệu sai hoặc trái quy tắc, giữ nguyên như báo cáo; chú thích ở cuối văn bản."
        )
    if printer.marks.possible:
        notes.append(
            f"Số thường kèm {WARNING}: một trong vài số liệu có thể sai, trong đó ít nhất một số sai; giữ nguyên như báo cáo."
        )
    if notes:
        yield f"*Quy ước trình bày:*\n\n{bullets(notes)}"
