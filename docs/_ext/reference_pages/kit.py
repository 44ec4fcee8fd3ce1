"""The checks of the conformance kit as Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from cchc_core.testing.conformance import ExporterConformance, FormConformance, ReaderConformance, demands_of
from cchc_core.testing.conformance.suite import Conformance
from reference_pages.marks import code, table, text

__all__ = ["demands"]

_SUITES: Mapping[str, type[Conformance[Any]]] = {
    "Exporters": ExporterConformance,
    "Readers": ReaderConformance,
    "Forms": FormConformance,
}


def demands() -> Iterator[str]:
    """Give every check of every suite: its name, what it demands, how to mend a failure."""
    for title, suite in _SUITES.items():
        listed = demands_of(suite)
        yield from ("", f"## {title}: {len(listed)} checks", "")
        yield from table(
            ("Check", "What it demands", "How to mend it", "May be waived"),
            [
                (code(each.name), _told(each.sentence), _told(each.mend), "yes" if each.may_be_waived else "")
                for each in listed
            ],
        )


def _told(sentence: str) -> str:
    """Write a sentence; names in it that stand between backticks stay code."""
    parts = sentence.split("`")
    return "".join(code(part) if number % 2 else text(part) for number, part in enumerate(parts))
