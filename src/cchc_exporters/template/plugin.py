"""What the package registers; the packages that Excel needs are imported when it is asked for."""

from __future__ import annotations

from cchc_core.plugins import AnnotateJob, Reader, Reading, TemplateJob, hookimpl

__all__ = ["cchc_register_readers"]

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_OTHERS = (".xlsm", ".xlsb", ".xls", ".ods")
"""Other spreadsheets are taken from a folder too, so that each is refused by name and none is passed over."""


def _accepts(content: bytes) -> bool:
    """Tell whether this is a workbook, or the container of older and of encrypted ones, which is refused by name."""
    return content.startswith((_ZIP, _OLE))


def _read(content: bytes) -> Reading:
    from cchc_exporters.template.reading.read import read  # noqa: PLC0415 - only who reads a workbook needs it

    return read(content)


def _template(job: TemplateJob) -> bytes:
    from cchc_exporters.template.writing.write import write  # noqa: PLC0415 - only who makes a workbook needs it

    return write(job)


def _annotate(job: AnnotateJob) -> bytes:
    from cchc_exporters.template.annotate import annotate  # noqa: PLC0415 - only who annotates a workbook needs it

    return annotate(job)


@hookimpl
def cchc_register_readers() -> list[Reader]:
    """Register the reader of filled forms."""
    return [
        Reader(
            name="template",
            suffixes=(".xlsx", *_OTHERS),
            media_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            title="Biểu mẫu Excel tạo bằng cchc template, đã điền số liệu",
            accepts=_accepts,
            read=_read,
            template=_template,
            annotate=_annotate,
        )
    ]
