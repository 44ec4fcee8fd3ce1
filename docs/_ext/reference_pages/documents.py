"""The documents known to the library as Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from cchc_core import KnownDocument
from cchc_core.plugins import find_plugins
from cchc_core.report import printed_date
from reference_pages.marks import table, text

__all__ = ["documents"]


def documents() -> Iterator[str]:
    """Give every known document with its dates, and where they were read."""
    yield from table(
        ("Document", "Issued", "Amends", "Out of force", "Known from"),
        map(_row, find_plugins().documents),
    )


def _row(known: KnownDocument) -> tuple[str, ...]:
    repealed = f"{printed_date(known.repealed)}, {known.repealed_by}" if known.repealed else ""
    page = known.source.instrument.title
    source = text(known.source.describe("en"))
    return (
        text(f"{known.type} số {known.notation}"),
        printed_date(known.issued),
        text(known.amends),
        text(repealed),
        f"[{source}](https://{page})" if page else source,
    )
