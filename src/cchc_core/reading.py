"""Reading a report from a file of any known format: JSON, or what a plugin reads."""

from __future__ import annotations

from codecs import BOM_UTF8
from os import PathLike
from pathlib import Path
from warnings import warn

from cchc_core.convert import load as load_json
from cchc_core.errors import ReadError
from cchc_core.plugins import Plugins, Reading, called, find_plugins
from cchc_core.report import Report

__all__ = ["NoticeWarning", "load", "read"]


class NoticeWarning(UserWarning):
    """Warned of by `load` for each notice of a reading; `read` gives them as data."""


def load(source: str | PathLike[str] | bytes) -> Report:
    """Read a report from a file or from bytes: a JSON file, or a filled template.

    Args:
        source: Path of the file, or its content.

    Raises:
        ReadError: If it is not a report; it lists every fault with its path, or its sheet and cell.
        MissingExtraError: If reading such files needs a package that is not installed.
        PluginError: If the reader itself fails.
        OSError: If the file cannot be opened.

    Warns:
        NoticeWarning: Of what does not touch the figures, such as an edited check formula.
    """
    reading = read(source)
    for notice in reading.notices:
        warn(notice.describe(), NoticeWarning, stacklevel=2)
    return reading.report


def read(source: str | PathLike[str] | bytes, plugins: Plugins | None = None) -> Reading:
    """Read a report, and say where in the file its figures stand.

    Args:
        source: Path of the file, or its content.
        plugins: The plugins, if they are found already.

    Raises:
        ReadError: If it is not a report; it lists every fault with its path, or its sheet and cell.
        MissingExtraError: If reading such files needs a package that is not installed.
        PluginError: If the reader itself fails.
        OSError: If the file cannot be opened.

    >>> reading = read("examples/dinh-hoa-2021.json")
    >>> reading.report.procedures.dossiers.total.received, dict(reading.cells)
    (89626, {})
    """
    content = source if isinstance(source, bytes) else Path(source).read_bytes()
    origin = "" if isinstance(source, bytes) else str(source)

    def found() -> Plugins:
        return plugins or find_plugins()

    try:
        is_json = content.removeprefix(BOM_UTF8).lstrip()[:1] in {b"{", b"[", b""}
        reader = None if is_json else found().reader_of(content)
        if reader is None:
            return Reading(report=load_json(content, lambda: found().catalogue))
        return called(found().label_of("readers", reader.name), "read", reader.read, content, Reading)
    except ReadError as error:
        raise ReadError(error.faults, origin) from None
