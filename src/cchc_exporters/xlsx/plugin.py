"""What the package registers; the package that writes workbooks is imported when one is written."""

from __future__ import annotations

from attrs import frozen

from cchc_core.plugins import Exporter, ExportJob, hookimpl, option

__all__ = ["XlsxOptions", "cchc_register_exporters", "render"]


@frozen(kw_only=True)
class XlsxOptions:
    """Which sheets the workbook has beside the appendices and the findings.

    Args:
        charts: Whether there is a sheet of charts.
        rules: Whether there is a sheet of every rule, those that hold too.
    """

    charts: bool = option(default=True, vi="Thêm trang biểu đồ", en="Add the sheet of charts")
    rules: bool = option(default=True, vi="Thêm trang các quy tắc đã kiểm tra", en="Add the sheet of rules checked")


def render(job: ExportJob) -> bytes:
    """Write the appendices. The same job gives the same bytes."""
    from cchc_exporters.xlsx import workbook  # noqa: PLC0415 - only who writes a workbook needs it

    return workbook.render(job)


@hookimpl
def cchc_register_exporters() -> list[Exporter]:
    """Register the Excel exporter."""
    return [
        Exporter(
            name="xlsx",
            suffix=".xlsx",
            media_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            title="Phụ lục Excel: chỉ tiêu thống kê, hồ sơ thủ tục hành chính, văn bản viện dẫn",
            render=render,
            options=XlsxOptions,
        )
    ]
