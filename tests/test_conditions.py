"""Rules that are functions of one's own: what they answer becomes outcomes, findings and sentences."""

from __future__ import annotations

from datetime import date

from attrs import evolve

from cchc_core import (
    RULE_BOOK,
    Breach,
    CheckResult,
    Condition,
    Context,
    Finding,
    Judgement,
    Report,
    Rule,
    RuleKind,
    Settings,
    Severity,
    Skipped,
    Status,
    check,
    describe,
    describe_outcome,
    revised,
)
from cchc_core.catalogue.rules import ARE_029, FIG_001
from cchc_core.catalogue.sources import ND30_2020
from cchc_core.checks.layout import system_of_record
from cchc_core.cli.text import result_lines
from cchc_core.forms import Figure, Record, count, form, support
from cchc_core.law import InForce
from cchc_core.report import ND09_2019, PeriodKind
from cchc_core.words import LANGUAGES, Text
from example_for_tests import example

RULE = Rule(
    code="TST-100",
    kind=RuleKind.DOCUMENT,
    severity=Severity.WARNING,
    statement=Text("Báo cáo có tên.", "The report has a title."),
    because=Text("không có tên thì không tìm được", "without a title it cannot be found"),
    example=Text("báo cáo không có tên", "a report without a title"),
)
NO_TITLE = Text("báo cáo năm {year} không có tên", "the report of {year} has no title")


def titled(report: Report, context: Context) -> Judgement:
    """Ask for a title."""
    if context.day.year < 2000:
        return Skipped(kind="before_titles", said=Text("thời ấy chưa có tên", "there were no titles then"))
    if not report.agency.name:
        return Skipped(kind="nobody", said=Text("không rõ đơn vị", "nobody knows whose"), could_not_run=True)
    return () if report.document.title else (Breach(said=NO_TITLE, facts={"year": report.period.year}),)


ARITHMETIC = [rule.code for rule in RULE_BOOK.rules if rule.kind.is_arithmetic]
CONDITION = Condition(rule=RULE, on=Report, judge=titled)


def checked(report: Report, *, settings: Settings | None = None) -> CheckResult:
    """Check by the one condition and the relations."""
    return check(report, conditions=(CONDITION,), settings=settings or Settings())


def untitled() -> Report:
    """The example without its title."""
    return example().revise(document=evolve(example().document, title=""))


def found_in(result: CheckResult) -> list[Finding]:
    """Give the findings of the rule."""
    return [finding for finding in result.findings if finding.rule is RULE]


def status_of(result: CheckResult) -> tuple[Status, tuple[str, ...]]:
    """Give what became of the rule, and how that is said."""
    (outcome,) = [each for each in result.outcomes if each.rule is RULE]
    return outcome.status, tuple(describe_outcome(outcome, lang) for lang in LANGUAGES)


def test_a_breach_is_a_finding_with_its_facts_in_both_languages() -> None:
    """The sentence is made of the facts, which programs find by name."""
    (finding,) = found_in(checked(untitled()))

    assert ("báo cáo năm 2.021 không có tên", "the report of 2,021 has no title") == tuple(
        describe(finding, lang) for lang in LANGUAGES
    )
    assert 2021 == finding.fact("year")
    assert finding.gap is None
    assert [] == found_in(checked(example()))


def test_a_breach_of_the_whole_report_is_told_without_a_path() -> None:
    """Where nothing in particular is at fault, no path is shown."""
    report = untitled()
    lines = [text for _, text in result_lines(report, checked(report), "a.json", "vi", every=False)]
    start = lines.index("CẢNH BÁO TST-100  Báo cáo có tên.")

    assert ["        báo cáo năm 2.021 không có tên", "    lý do: không có tên thì không tìm được"] == lines[
        start + 2 : start + 4
    ]


def test_a_reason_of_its_own_is_said_in_its_own_words() -> None:
    """A condition may pass over a report for a reason that the library does not know."""
    early = example().revise(period=ND09_2019.period(PeriodKind.YEAR, 1999))
    nobody = example().revise(agency=evolve(example().agency, name=""))

    assert (
        Status.NOT_APPLICABLE,
        ("không áp dụng: thời ấy chưa có tên", "not applicable: there were no titles then"),
    ) == status_of(checked(early))
    assert (
        Status.COULD_NOT_RUN,
        ("không chạy được: không rõ đơn vị", "could not run: nobody knows whose"),
    ) == status_of(checked(nobody))


def test_a_site_may_switch_it_off() -> None:
    """It is a rule like any other."""
    status, _ = status_of(checked(untitled(), settings=Settings(off=["TST-100"])))
    assert Status.NOT_APPLICABLE is status


def test_a_rule_out_of_force_is_not_asked() -> None:
    """A condition holds for the periods of its rule."""
    later = evolve(CONDITION, rule=evolve(RULE, in_force=InForce(start=ND09_2019.period(PeriodKind.YEAR, 2030).start)))
    (outcome,) = [each for each in check(untitled(), conditions=(later,)).outcomes if each.rule.code == "TST-100"]
    assert Status.NOT_APPLICABLE is outcome.status


def test_a_finding_without_words_says_its_rule() -> None:
    """A finding that a program makes by hand, without numbers or words, still says what is asked."""
    finding = evolve(found_in(checked(untitled()))[0], said=None, facts=())
    assert "The report has a title." == describe(finding, "en")


def test_what_lends_support_does_so_in_its_time() -> None:
    """A rule of plausibility out of force is not laid out."""
    later = InForce(start=ND09_2019.period(PeriodKind.YEAR, 2030).start)

    @form("supported", title="Biểu thử", source=ND30_2020.at(""), nonnegative=FIG_001)
    class Supported(Record):
        """Two figures of which one may speak for the other."""

        one: Figure[int] = count("Một", unit="số")
        other: Figure[int] = count("Hai", unit="số")
        agree = support(evolve(ARE_029, in_force=later), one == other)

    sizes = [
        len(system_of_record(Supported(one=1, other=1), day).supports) for day in (date(2021, 1, 1), date(2031, 1, 1))
    ]
    assert [0, 1] == sizes


def test_blanks_that_were_worked_out_are_told_with_a_finding() -> None:
    """A relation checked with a blank says where the value comes from, also where no cause is located."""
    report = example().revise(organisation=example().organisation.revise(nonspecialist_commune=None))
    path = "procedures.dossiers.district.paused_supplement"
    result = check(revised(report, path, 13), settings=Settings(severities=dict.fromkeys(ARITHMETIC, Severity.WARNING)))
    lines = [text for _, text in result_lines(report, result, "a.json", "vi", every=False)]
    assert any("suy ra từ" in line for line in lines)
