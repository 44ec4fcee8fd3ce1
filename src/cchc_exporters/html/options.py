"""What may be chosen about the page."""

from __future__ import annotations

from attrs import frozen

from cchc_core.plugins import option

__all__ = ["HtmlOptions"]


@frozen(kw_only=True)
class HtmlOptions:
    """What a page holds beside the report.

    Args:
        charts: Whether charts stand under the tables of dossiers.
        findings: Whether the findings are listed; figures in doubt are marked in any case.
        rules: Whether the outcome of every rule is listed.
    """

    charts: bool = option(
        default=True, vi="Vẽ biểu đồ dưới các bảng hồ sơ", en="Draw charts under the tables of dossiers"
    )
    findings: bool = option(
        default=True,
        vi="Liệt kê phát hiện; số liệu nghi sai luôn được đánh dấu",
        en="List the findings; figures in doubt are marked in any case",
    )
    rules: bool = option(default=True, vi="Liệt kê kết quả của từng quy tắc", en="List the outcome of every rule")
