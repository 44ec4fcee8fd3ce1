"""What is drawn to break one rule breaks that rule and no other: every rule there is."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import Phase, find, given, settings

from cchc_core import (
    CATALOGUE,
    CONDITIONS,
    RULE_BOOK,
    Breach,
    Catalogue,
    Condition,
    Context,
    DossierRow,
    Procedures,
    Record,
    Report,
    Rule,
    RuleBook,
    RuleKind,
    UnknownNameError,
    check,
    check_record,
    form_of,
)
from cchc_core.checks import system_of
from cchc_core.forms import Figure, count, form, identity, same
from cchc_core.testing import REGISTER, NoBreachError, comes_with, records_breaking, reports_breaking
from forms_for_tests import (
    BECAUSE,
    IDENTITY,
    NONNEGATIVE,
    SAME,
    SOURCE,
    USERS_FORMS,
    Offices,
    Products,
    Spending,
    Steps,
    Visits,
)

DAY = date(2021, 12, 14)
SHRINK = settings(max_examples=500, phases=[Phase.generate, Phase.shrink])
NEVER_A_FINDING = {"ARE-029"}


@form("twice", title="Twice", source=SOURCE, nonnegative=NONNEGATIVE)
class Twice(Record):
    """One thing said by two rules."""

    one: Figure[int] = count("Một")
    other: Figure[int] = count("Hai")

    equal = identity(IDENTITY, one == other)
    the_same = same(SAME, one == other)


def codes_of(report: Report, conditions: Any = CONDITIONS) -> set[str]:
    """Give the codes that a check finds, where it knows the register of the agencies drawn."""
    context = Context(day=report.period.end, agencies=(REGISTER,))
    return {finding.code for finding in check(report, conditions=conditions, context=context).findings}


@pytest.mark.parametrize("code", [rule.code for rule in RULE_BOOK.rules if rule.code not in NEVER_A_FINDING])
def test_each_rule_is_broken_alone(code: str) -> None:
    """No other error, no other warning, nothing else to look at; but for what is said to come with it."""

    @settings(max_examples=12)
    @given(reports_breaking(code))
    def breaks_it(report: Report) -> None:
        assert {code, *comes_with(code)} == codes_of(report)

    breaks_it()


def test_what_comes_with_a_rule_is_little_and_has_a_reason() -> None:
    """One rule of all comes with another, and that one only has something to be looked at."""
    together = {rule.code: comes_with(rule.code) for rule in RULE_BOOK.rules}
    assert {"CIT-007": {"CIT-006"}} == {code: set(others) for code, others in together.items() if others}
    assert "dated on a Saturday" in together["CIT-007"]["CIT-006"].en
    report = find(reports_breaking("CIT-007"), lambda report: True, settings=SHRINK)
    severities = {each.code: each.severity.value for each in check(report).findings}
    assert {"CIT-007": "warning", "CIT-006": "info"} == severities


class TestWhereItIsNotPossible:
    """It is said, before anything is drawn where that can be known."""

    @pytest.mark.parametrize("code", sorted(NEVER_A_FINDING))
    def test_what_only_lends_support(self, code: str) -> None:
        """It is never a finding."""
        with pytest.raises(NoBreachError, match="only lends support to figures, and is never a finding") as caught:
            reports_breaking(code)
        assert code == caught.value.code
        assert caught.value.reason in str(caught.value)

    def test_a_code_that_is_not_known(self) -> None:
        """The known ones are named."""
        with pytest.raises(UnknownNameError):
            reports_breaking("XYZ-001")

    def test_a_function_of_a_user(self) -> None:
        """Nobody can derive how to break a function."""
        rule = Rule(code="OWN-001", kind=RuleKind.DOCUMENT, statement=BECAUSE, because=BECAUSE)
        own: Condition[Any] = Condition(rule=rule, on=Report, judge=lambda report, context: (), name="own")
        with pytest.raises(NoBreachError, match="OWN-001 is a function, for which no way to break it is known"):
            reports_breaking("OWN-001", book=RuleBook(CATALOGUE, (*CONDITIONS, own)))

    def test_a_rule_of_another_form(self) -> None:
        """The form is named."""
        with pytest.raises(NoBreachError, match="is no rule that the form of DossierRow lays down"):
            records_breaking(DossierRow, "ARE-001")

    def test_a_rule_that_always_comes_with_another(self) -> None:
        """Two rules that say the same are broken together."""
        with pytest.raises(NoBreachError, match="has no place at which it can be broken and no other rule is"):
            find(records_breaking(Twice, "TST-001", on=DAY), lambda record: True, settings=SHRINK)


class TestRecords:
    """Forms of users, by their declarations alone."""

    @pytest.mark.parametrize(
        ("record", "code"),
        [
            (record, rule.code)
            for record in USERS_FORMS
            for rule in form_of(record).rules
            if (record, rule.code) != (Products, "TST-001")
        ],
        ids=lambda value: value if isinstance(value, str) else value.__name__,
    )
    def test_each_rule_is_broken_alone(self, record: type[Record], code: str) -> None:
        """Relations, sums of tables, ranges, printed shares."""

        @settings(max_examples=12)
        @given(records_breaking(record, code))
        def breaks_it(drawn: Record) -> None:
            assert {code} == {finding.code for finding in check_record(drawn, DAY).findings}

        breaks_it()

    @settings(max_examples=20)
    @given(records_breaking(Procedures, "DOS-015", on=date(2026, 12, 14)))
    def test_on_another_day(self, record: Procedures) -> None:
        """By the levels of that day."""
        assert {"DOS-015"} == {finding.code for finding in check_record(record, date(2026, 12, 14)).findings}

    def test_a_rule_of_the_whole_report(self) -> None:
        """A report is a record."""
        report = find(records_breaking(Report, "ARE-004"), lambda report: True, settings=SHRINK)
        assert {"ARE-004"} == codes_of(report)

    def test_the_least_breach_is_small(self) -> None:
        """Three figures, and no number larger than it must be."""
        row = find(records_breaking(DossierRow, "DOS-005"), lambda row: True, settings=SHRINK)
        assert DossierRow(received=1, resolved=0, pending=0) == row
        assert Steps(high=2, low=0) == find(records_breaking(Steps, "TST-001"), lambda steps: True, settings=SHRINK)

    def test_money_is_off_by_more_than_rounding(self) -> None:
        """So that the finding is an error, and not something to look at."""

        @settings(max_examples=20)
        @given(records_breaking(Spending, "TST-001"))
        def is_an_error(record: Spending) -> None:
            assert {"error"} == {each.severity.value for each in check_record(record, DAY).findings}

        is_an_error()


class TestReports:
    """Whole reports around the breach."""

    @pytest.mark.parametrize("code", ["LVL-001", "DOS-002", "ARE-016", "DOC-004"])
    def test_the_least_report_is_small(self, code: str) -> None:
        """No figure but those of the breach, and those small."""
        report = find(reports_breaking(code), lambda report: True, settings=SHRINK)
        cells = [cell for cell in system_of(report).cells.values() if cell.value is not None]
        assert 5 >= len(cells)
        assert 9 >= max((cell.number or 0 for cell in cells), default=0)

    def test_what_the_breach_leaves_alone_is_drawn(self) -> None:
        """Other sections have figures, and the report cites documents."""
        search = settings(max_examples=2000, phases=[Phase.generate])
        wanted = reports_breaking("DOS-002")
        cited = find(wanted, lambda report: bool(report.institutions.issued and report.citations), settings=search)
        assert cited.citations
        of_a_commune = find(wanted, lambda report: report.agency.tier.value == "commune", settings=search)
        assert {"DOS-002"} == codes_of(of_a_commune)

    @settings(max_examples=30)
    @given(reports_breaking("ONL-002"))
    def test_what_functions_hold_against_a_table_stays_blank(self, report: Report) -> None:
        """Online procedures, which must not be none where dossiers came online (ONL-006)."""
        assert (None, None) == (report.procedures.level_4, report.procedures.level_3)

    def test_a_rule_of_a_plugin_s_form_is_broken_in_an_annex(self) -> None:
        """The form is no part of the report, so its record is annexed."""
        book = RuleBook(Catalogue((*CATALOGUE.forms, form_of(Visits))), CONDITIONS)

        @settings(max_examples=12)
        @given(reports_breaking("TST-002", book=book))
        def breaks_it(report: Report) -> None:
            assert {"TST-002"} == codes_of(report)
            assert (Visits,) == tuple(type(annex) for annex in report.annexes)

        breaks_it()

    def test_a_user_s_function_is_kept(self) -> None:
        """Places at which a condition of one's own finds something as well are left out."""
        rule = Rule(code="OWN-001", kind=RuleKind.DOCUMENT, statement=BECAUSE, because=BECAUSE)

        def never_resolved(report: Report, _context: Context) -> tuple[Breach, ...]:
            resolved = any(row.record.resolved is not None for row in report.procedures.dossiers.rows())
            return (Breach(said=BECAUSE),) if resolved else ()

        conditions = (*CONDITIONS, Condition(rule=rule, on=Report, judge=never_resolved))
        report = find(reports_breaking("DOS-006", book=RuleBook(CATALOGUE, conditions)), lambda report: True)
        assert {"DOS-006"} == codes_of(report, conditions)
        assert report.procedures.dossiers.total is not None
        assert report.procedures.dossiers.total.pending is not None


def test_offices_have_a_name() -> None:
    """What has no default is drawn in a record that breaks a rule, too."""
    assert "" == find(records_breaking(Offices, "TST-002"), lambda offices: True, settings=SHRINK).name
