"""The exporter: a page filled in, made into bytes."""

from __future__ import annotations

from cchc_core.plugins import Exporter, ExportJob, hookimpl
from cchc_exporters.html.options import HtmlOptions

__all__ = ["cchc_register_exporters", "render"]


def render(job: ExportJob) -> bytes:
    """Write the report as a page: figures as reported, those that do not agree marked in place."""
    from cchc_exporters.html.page import written  # noqa: PLC0415 - only who writes a page needs Jinja2

    return written(job, job.options_as(HtmlOptions)).encode()


@hookimpl
def cchc_register_exporters() -> list[Exporter]:
    """Register the HTML exporter."""
    return [
        Exporter(
            name="html",
            suffix=".html",
            media_type="text/html",
            title="Báo cáo (trang web)",
            render=render,
            options=HtmlOptions,
        )
    ]
