"""Strategies of whatever a file can hold: that they reach every corner, and that they name what is missing."""

from __future__ import annotations

import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, find, given, settings

import cchc_core.testing
from cchc_core import (
    Agency,
    AgencyTable,
    Citation,
    CivilService,
    DeclarationError,
    DigitalGovernment,
    Document,
    DossierRow,
    FieldTable,
    LevelTable,
    MissingExtraError,
    OpenBound,
    PublicFinance,
    Record,
    Report,
)
from cchc_core.forms import Figure, count, form
from cchc_core.testing import (
    any_agencies,
    any_citations,
    any_documents,
    any_records,
    any_reports,
    any_tables,
    texts,
)
from cchc_core.testing.strategies import anything
from forms_for_tests import NONNEGATIVE, SOURCE

SEARCH = settings(max_examples=5000, derandomize=True, database=None, phases=[Phase.generate])


def reaches(strategy: Any, wanted: Callable[[Any], bool]) -> bool:
    """Tell that a strategy gives a value of a certain kind; hypothesis raises if it gives none."""
    return wanted(find(strategy, wanted, settings=SEARCH))


@form("own", title="Own", source=SOURCE, nonnegative=NONNEGATIVE)
class Own(Record):
    """A form of one's own, with an attribute that is no figure."""

    name: str
    a: Figure[int] = count("A")


class TestFigures:
    """Figures of every kind: blank, zero, large, below zero."""

    @pytest.mark.parametrize(
        "wanted",
        [
            lambda value: value is None,
            lambda value: value == 0,
            lambda value: value is not None and value < 0,
            lambda value: value is not None and value > 10**12,
        ],
    )
    def test_counts(self, wanted: Callable[[Any], bool]) -> None:
        """A blank and a zero are both drawn."""
        assert reaches(any_records(DossierRow), lambda row: wanted(row.received))

    @pytest.mark.parametrize(
        "wanted",
        [
            lambda value: value is None,
            lambda value: isinstance(value, Decimal) and str(value).endswith(".00"),
            lambda value: isinstance(value, Decimal) and str(value)[-2:-1] == "." and value < 0,
            lambda value: isinstance(value, Decimal) and value > 10**9,
        ],
    )
    def test_money(self, wanted: Callable[[Any], bool]) -> None:
        """Zeros at the end of a decimal are kept."""
        assert reaches(any_records(PublicFinance), lambda record: wanted(record.budget))

    def test_shares_and_open_bounds(self) -> None:
        """Also a percentage above 100, and every word of an open bound."""
        assert reaches(any_records(DigitalGovernment), lambda each: each.digitised is not None and each.digitised > 100)
        assert reaches(
            any_records(DigitalGovernment),
            lambda each: isinstance(each.official_mail_use, OpenBound) and each.official_mail_use.word.value == "under",
        )

    def test_contradictions(self) -> None:
        """Nothing keeps the parts below the whole."""
        assert reaches(
            any_records(CivilService),
            lambda each: each.present is not None and each.quota is not None and each.present > each.quota,
        )

    @given(any_records(Own))
    def test_a_form_of_one_s_own(self, record: Own) -> None:
        """What stands beside the figures is drawn by its type."""
        assert isinstance(record.name, str)

    def test_a_class_that_is_no_form_is_refused(self) -> None:
        """Before anything is drawn."""
        with pytest.raises(DeclarationError):
            any_records(Record)


class TestTables:
    """Tables with and without rows and total."""

    def test_by_level(self) -> None:
        """Without the district, as since 01/7/2025, and empty."""
        assert reaches(any_tables(DossierRow, LevelTable), lambda table: table == LevelTable())
        assert reaches(
            any_tables(DossierRow, LevelTable), lambda table: table.province and table.total and not table.district
        )

    def test_by_field(self) -> None:
        """One field twice; a total alone."""
        assert reaches(
            any_tables(DossierRow, FieldTable),
            lambda table: len(table.fields) == 2 and table.fields[0].field == table.fields[1].field,
        )
        assert reaches(any_tables(DossierRow, FieldTable), lambda table: table != FieldTable() and not table.fields)

    def test_by_agency(self) -> None:
        """Levels in any order."""
        assert reaches(
            any_tables(DossierRow, AgencyTable),
            lambda table: [row.level.value for row in table.agencies] == ["commune", "province"],
        )

    def test_reports_have_tables_of_every_kind(self) -> None:
        """A report drawn is not only blanks."""
        assert reaches(any_reports(), lambda report: report.procedures.dossiers.total is not None)
        assert reaches(any_reports(), lambda report: report.procedures.dossiers_by_field.fields)
        assert reaches(any_reports(), lambda report: report.procedures.dossiers_by_agency.agencies)
        assert reaches(any_reports(), lambda report: report.citations)


class TestTexts:
    """Vietnamese text and hostile text, but nothing that no file can hold."""

    @pytest.mark.parametrize("part", ["Định", "=", "|", "\x00", "\n", "\u202e", "\u0301", "\U0001f600", "<b>"])
    def test_each_kind_of_text_is_drawn(self, part: str) -> None:
        """Formulas, markup, control characters, right-to-left marks, decomposed letters."""
        assert reaches(texts(), lambda text: part in text)

    @given(texts())
    def test_every_text_can_be_saved(self, text: str) -> None:
        """There is no lone half of a character."""
        assert text == text.encode().decode()

    @given(any_agencies(), any_documents(), any_citations())
    def test_the_parts_of_a_document(self, agency: Agency, document: Document, citation: Citation) -> None:
        """Each is what it says."""
        assert (Agency, Document, Citation) == (type(agency), type(document), type(citation))
        assert agency.code.isascii()


def test_without_hypothesis_the_command_that_installs_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Importing the strategies without the extra is an error that says what to do."""
    for name in [name for name in sys.modules if name.startswith("cchc_core.testing")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "hypothesis", None)
    with pytest.raises(MissingExtraError, match=r'pip install "cchc\[testing\]"') as caught:
        __import__("cchc_core.testing.strategies")
    assert ("hypothesis", "testing") == (caught.value.package, caught.value.extra)


def test_every_name_can_be_imported_and_is_documented() -> None:
    """From the one place, and with a docstring; and the reference page names it."""
    page = (Path(__file__).parents[1] / "docs" / "reference" / "testing.md").read_text(encoding="utf-8")
    for name in cchc_core.testing.__all__:
        assert getattr(cchc_core.testing, name) is not None
        assert name in page or name in anything.__all__


@given(any_reports())
def test_a_report_drawn_is_a_report(report: Report) -> None:
    """It can be shown, compared and revised like any other."""
    assert report == report.revise()
    assert repr(report).startswith("Report(")
