"""The exporters, the reader and the forms that come with the library do all that the kit demands."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from cchc_core import CATALOGUE, DossierRow, Record
from cchc_core.plugins import find_plugins
from cchc_core.testing.conformance import (
    ExporterConformance,
    FormConformance,
    ReaderConformance,
    VerdictStatus,
    check_form,
)

_PLUGINS = find_plugins()
_PARTS = "it is a part of the report, with which it is stored"


class TestJson(ExporterConformance):
    """The contract between programs."""

    exporter = _PLUGINS.exporter("json")
    waived: Mapping[str, str] = {
        "a_broken_figure_is_marked": "the file is the report alone; findings are data of their own"
    }


class TestMarkdown(ExporterConformance):
    """The document."""

    exporter = _PLUGINS.exporter("markdown")


class TestXlsx(ExporterConformance):
    """The appendices."""

    exporter = _PLUGINS.exporter("xlsx")


class TestHtml(ExporterConformance):
    """The page."""

    exporter = _PLUGINS.exporter("html")


class TestTemplate(ReaderConformance):
    """The form to fill in."""

    reader = _PLUGINS.readers["template"]


class TestDossiers(FormConformance):
    """One of the forms; all of them are checked below."""

    record = DossierRow


def test_every_shipped_format_is_held_to_the_contract() -> None:
    """Whoever adds one adds it here."""
    suites = [each() for name, each in globals().items() if name.startswith("Test")]
    exporters = {each.exporter for each in suites if isinstance(each, ExporterConformance)}
    readers = {each.reader for each in suites if isinstance(each, ReaderConformance)}
    assert _PLUGINS.problems == ()
    assert exporters == set(find_plugins().exporters.values())
    assert readers == set(find_plugins().readers.values())


@pytest.mark.parametrize("record", [form.record for form in CATALOGUE], ids=lambda record: record.__name__)
def test_every_shipped_form_is_held_to_the_contract(record: type[Record]) -> None:
    """Its words, its sources, its rules."""
    verdicts = check_form(record, examples=2)
    assert [verdict.describe() for verdict in verdicts if verdict.failed] == []
    not_made = [verdict for verdict in verdicts if verdict.status is not VerdictStatus.MET]
    assert {verdict.seen for verdict in not_made} <= {(_PARTS,)}
