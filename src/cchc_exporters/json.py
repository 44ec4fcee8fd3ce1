"""JSON: the contract itself, the file that `cchc_core.load` reads back."""

from __future__ import annotations

from cchc_core import dump
from cchc_core.plugins import Exporter, ExportJob, hookimpl

__all__ = ["cchc_register_exporters", "render"]


def render(job: ExportJob) -> bytes:
    """Write the report as reported; findings are not part of the contract."""
    return dump(job.report)


@hookimpl
def cchc_register_exporters() -> list[Exporter]:
    """Register the JSON exporter."""
    return [
        Exporter(
            name="json",
            suffix=".json",
            media_type="application/json",
            title="Dữ liệu báo cáo (JSON)",
            render=render,
        )
    ]
