"""Printed shares: held against their base exactly, and told apart where they are only rounded otherwise."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_core import CheckResult, DossierRow, Severity, Status, check_record, describe, describe_outcome, form_of
from cchc_core.checks import describe_place
from cchc_core.conditions import Grade
from cchc_core.forms import (
    ByLevel,
    Figure,
    Part,
    Record,
    ShareRules,
    by_level,
    count,
    form,
    notation_of,
    part,
    quotient_of,
    ratio,
    share,
)
from cchc_core.law import InForce
from cchc_core.numbers import percent_of, round_half_up
from forms_for_tests import BOUND, NONNEGATIVE, PERCENTAGES, SHARES, SOURCE, SUMS

DAY = date(2021, 12, 14)
DECIMALS = st.integers(0, 4)
COUNTS = st.integers(0, 10**6)


@form("t", title="Bảng", source=SOURCE, nonnegative=NONNEGATIVE, percentages=PERCENTAGES)
class Done(Record):
    """A share printed beside what it is made of."""

    done: Figure[int] = count("Đã làm")
    all_: Figure[int] = count("Tất cả")
    printed: Figure[Decimal] = share("Tỷ lệ in")

    done_share = ratio("Tỷ lệ", done / all_, reported=printed, rules=attrs.evolve(SHARES, part=BOUND))


@form("o", title="Bảng", source=SOURCE, nonnegative=NONNEGATIVE, percentages=PERCENTAGES)
class Outer(Record):
    """A share of what stands in a part, and of a sum and a product."""

    inner: Part[Done] = part(Done)
    a: Figure[int] = count("A")
    printed: Figure[Decimal] = share("Tỷ lệ in")
    other: Figure[Decimal] = share("Tỷ lệ khác")

    total_share = ratio("Tỷ lệ", (inner.done + 1) / (2 * a * inner.all_), reported=printed, rules=SHARES)
    unruled = ratio("Tỷ lệ khác", a / inner.all_, reported=other, rules=ShareRules(recomputed=SHARES.recomputed))


def checked(done: int | None, all_: int | None, printed: str | None) -> CheckResult:
    """Check a share printed as given."""
    return check_record(Done(done=done, all_=all_, printed=None if printed is None else Decimal(printed)), DAY)


def statuses(result: CheckResult) -> dict[str, str]:
    """Give what became of the rules on the share, by code, with the reason."""
    return {
        each.rule.code: each.reason.kind if each.reason else each.status.value
        for each in result.outcomes
        if each.relation in {"done_share", "shares"}
    }


class TestRecomputed:
    """Printed = numerator / denominator × 100, rounded half up with the decimals printed."""

    def test_a_share_that_its_figures_give(self) -> None:
        """87.300 of 89.390 is 97,66%, printed with any number of decimals."""
        for printed in ("98", "97.7", "97.66", "97.662", "97.6619"):
            assert {"TST-008": "passed", "TST-009": "passed", "TST-010": "passed"} == statuses(
                checked(87300, 89390, printed)
            )

    def test_a_share_that_they_do_not_give(self) -> None:
        """The finding names the share, what it is made of, and what it should be."""
        (finding,) = checked(87300, 89390, "97.60").findings
        assert "97,60% in trong báo cáo, nhưng 87.300/89.390 = 97,66%" == describe(finding)
        assert "97.60% is printed, but 87,300/89,390 = 97.66%" == describe(finding, "en")
        assert ("TST-008", "done_share", "==") == (finding.code, finding.relation, finding.operator)
        assert (Fraction("97.6"), Fraction("97.66")) == (finding.reported, finding.expected)
        assert ["printed"] == [operand.place.path for operand in finding.left]
        assert [("done", 0), ("all_", 1)] == [(operand.place.path, operand.term) for operand in finding.right]
        assert (Grade.WRONG, Severity.ERROR) == (finding.grade, finding.severity)
        assert "Bảng: Tỷ lệ in" == describe_place(finding.place)
        assert finding.source is SOURCE

    @pytest.mark.parametrize("printed", ["97.65", "97.67", "97.6", "97.8"])
    def test_one_unit_off_is_a_matter_of_rounding(self, printed: str) -> None:
        """Truncated, or nudged so that shares add to 100: said as such, and for information only."""
        (finding,) = checked(87300, 89390, printed).findings
        assert (Grade.ROUNDING, Severity.INFO) == (finding.grade, finding.severity)
        assert describe(finding).endswith(": chỉ do làm tròn")
        assert describe(finding, "en").endswith(": rounding only")

    def test_a_half_may_be_printed_either_way(self) -> None:
        """1 of 8 is 12,5%: 13% is half up, and 12% is no further from it."""
        assert () == checked(1, 8, "13").findings
        assert () == checked(1, 8, "12").findings
        assert [Grade.ROUNDING] == [finding.grade for finding in checked(1, 8, "14").findings]

    @given(COUNTS, COUNTS, DECIMALS)
    def test_half_up_always_passes(self, part_: int, rest: int, decimals: int) -> None:
        """Whatever the figures and the decimals, and also as our own documents print it."""
        base = part_ + rest or 1
        for printed in (
            round_half_up(Fraction(100 * part_, base), decimals),
            percent_of(Fraction(part_, base), decimals),
        ):
            result = checked(part_, base, str(printed))
            assert "passed" == statuses(result)["TST-008"]

    @given(COUNTS, COUNTS, DECIMALS, st.integers(-5, 5) | st.integers(-(10**6), 10**6))
    def test_any_other_value_is_graded(self, part_: int, rest: int, decimals: int, units: int) -> None:
        """Consistent within half a unit; rounding one unit off, truncation being no more; wrong beyond."""
        base = part_ + rest or 1
        exact = Fraction(100 * part_, base)
        unit = Fraction(1, 10**decimals)
        right = round_half_up(exact, decimals)
        printed = round_half_up(Fraction(right) + units * unit, decimals)
        found = [each for each in checked(part_, base, str(printed)).findings if each.code == "TST-008"]
        if abs(Fraction(printed) - exact) <= unit / 2 or printed == percent_of(Fraction(part_, base), decimals):
            assert [] == found
        else:
            assert [Grade.ROUNDING if abs(units) == 1 else Grade.WRONG] == [each.grade for each in found]

    @given(COUNTS, COUNTS, DECIMALS)
    def test_truncation_is_at_most_rounding(self, part_: int, rest: int, decimals: int) -> None:
        """Digits cut off make no share wrong."""
        base = part_ + rest or 1
        cut = Fraction(100 * part_ * 10**decimals // base, 10**decimals)
        found = checked(part_, base, str(round_half_up(cut, decimals))).findings
        assert {each.grade for each in found if each.code == "TST-008"} <= {Grade.ROUNDING}


class TestExtremes:
    """Rounding must not hide the last one."""

    def test_all_but_one_is_not_100(self) -> None:
        """100,00% is the right rounding, and still not to be printed; 99,99% is."""
        (finding,) = checked(89389, 89390, "100.00").findings
        assert "TST-009" == finding.code
        assert describe(finding) == ("in 100,00% trong khi mới có 89.389 trên 89.390, còn thiếu 1; nên in 99,99%")
        assert describe(finding, "en") == (
            "100.00% is printed although it is 89,389 of 89,390, which leaves 1 out; print 99.99%"
        )
        assert () == checked(89389, 89390, "99.99").findings

    def test_one_is_not_0(self) -> None:
        """Also where it is printed without decimals; then more of them are proposed."""
        (finding,) = checked(1, 89390, "0").findings
        assert "in 0% trong khi vẫn có 1 trên 89.390; nên in 0,01%" == describe(finding)
        assert "0% is printed although it is 1 of 89,390; print 0.01%" == describe(finding, "en")
        assert () == checked(1, 89390, "0.01").findings

    def test_all_is_100_and_none_is_0(self) -> None:
        """What is true may be printed."""
        assert () == checked(5, 5, "100").findings
        assert () == checked(0, 5, "0.00").findings


class TestNoBase:
    """There is no share of nothing."""

    @pytest.mark.parametrize("done", [0, None])
    def test_a_share_of_nothing_is_left_blank(self, done: int | None) -> None:
        """Neither 0 nor 100 is right, whatever the numerator."""
        for printed in ("0.00", "100.00"):
            (finding,) = checked(done, 0, printed).findings
            assert "TST-010" == finding.code
            assert (None, None) == (finding.operator, finding.expected)
        assert "in 100,00% trong khi mẫu số bằng 0; nên để trống" == describe(finding)
        assert "100.00% is printed although its base is 0; leave it blank" == describe(finding, "en")

    def test_the_other_rules_do_not_apply(self) -> None:
        """They say why."""
        result = checked(0, 0, "0.00")
        assert {"TST-008": "no_base", "TST-009": "no_base", "TST-010": "failed"} == statuses(result)
        (outcome,) = [each for each in result.outcomes if each.rule.code == "TST-008"]
        assert "không áp dụng: mẫu số bằng 0 nên không có tỷ lệ" == describe_outcome(outcome)


class TestNotApplicable:
    """Blanks are not zeros."""

    def test_a_report_that_prints_no_share(self) -> None:
        """Each rule says so once for the record."""
        result = checked(1, 2, None)
        assert dict.fromkeys(("TST-008", "TST-009", "TST-010"), "no_shares") == statuses(result)

    def test_a_blank_figure(self) -> None:
        """The reason names it; a numerator is no matter to the rule on the base."""
        assert {"TST-008": "blank", "TST-009": "blank", "TST-010": "passed"} == statuses(checked(None, 2, "50"))
        result = checked(1, None, "50")
        assert dict.fromkeys(("TST-008", "TST-009", "TST-010"), "blank") == statuses(result)
        (outcome,) = [each for each in result.outcomes if each.rule.code == "TST-010"]
        assert "không áp dụng: để trống: Tất cả" == describe_outcome(outcome)

    def test_a_blank_share_beside_one_that_is_printed(self) -> None:
        """It is named as blank."""
        outer = Outer(inner=Done(done=1, all_=4), a=1, other=Decimal(25))
        reasons = {
            (each.rule.code, each.relation): each.reason and each.reason.kind
            for each in check_record(outer, DAY).outcomes
            if each.relation in {"total_share", "unruled"}
        }
        assert reasons == {
            ("TST-008", "total_share"): "blank",
            ("TST-009", "total_share"): "blank",
            ("TST-010", "total_share"): "blank",
            ("TST-008", "unruled"): None,
        }

    def test_a_row_that_the_report_has_not(self) -> None:
        """A share over a row that is absent cannot be held against anything."""

        @form("p", title="P", source=SOURCE, nonnegative=NONNEGATIVE, percentages=PERCENTAGES)
        class OfRows(Record):
            rows: ByLevel[DossierRow] = by_level(DossierRow, "Bảng", sums=SUMS)
            printed: Figure[Decimal] = share("Tỷ lệ in")
            rate = ratio("Tỷ lệ", rows.commune.received / rows.total.received, reported=printed, rules=SHARES)

        outcomes = check_record(OfRows(printed=Decimal(50)), DAY).outcomes
        assert {"absent"} == {each.reason.kind for each in outcomes if each.relation == "rate" and each.reason}

    def test_a_rule_that_is_not_in_force(self) -> None:
        """It says so, as every rule does."""
        later = attrs.evolve(SHARES.recomputed, in_force=InForce(start=date(2022, 1, 1)))

        @form("q", title="Q", source=SOURCE, nonnegative=NONNEGATIVE, percentages=PERCENTAGES)
        class Later(Record):
            a: Figure[int] = count("A")
            b: Figure[int] = count("B")
            printed: Figure[Decimal] = share("Tỷ lệ in")
            rate = ratio("Tỷ lệ", a / b, reported=printed, rules=ShareRules(recomputed=later))

        record = Later(a=1, b=2, printed=Decimal(1))
        (outcome,) = [each for each in check_record(record, DAY).outcomes if each.relation == "rate"]
        assert outcome.reason is not None
        assert "not_in_force" == outcome.reason.kind
        assert ["TST-008"] == [each.code for each in check_record(record, date(2022, 1, 1)).findings]


class TestDeclaration:
    """What a form says of its shares."""

    def test_a_share_over_a_part_with_a_constant_and_a_product(self) -> None:
        """(3 + 1) / (2 × 5 × 4) = 10%, each figure an operand."""
        outer = Outer(inner=Done(done=3, all_=4), a=5, printed=Decimal("11.5"))
        (finding,) = [each for each in check_record(outer, DAY).findings if each.relation == "total_share"]
        assert "11,5% in trong báo cáo, nhưng 4/40 = 10,0%" == describe(finding)
        assert [("inner.done", 1, 0), ("a", 2, 1), ("inner.all_", 2, 1)] == [
            (each.place.path, each.coefficient, each.term) for each in finding.right
        ]

    def test_a_part_is_a_bound_of_the_form(self) -> None:
        """The numerator is never above the denominator, which is checked and printed like any bound."""
        (relation,) = form_of(Done).relations
        assert "Đã làm ≤ Tất cả" == notation_of(form_of(Done), relation)
        assert ["TST-002 done_share_within_base"] == [
            f"{each.code} {each.relation}" for each in checked(5, 4, None).findings
        ]

    def test_the_rules_belong_to_the_form(self) -> None:
        """They are listed with all others."""
        assert ["TST-002", "TST-004", "TST-005", "TST-008", "TST-009", "TST-010"] == [
            rule.code for rule in form_of(Done).rules
        ]

    def test_what_it_is_made_of_can_be_printed(self) -> None:
        """With labels, or with column numbers where the form has them."""
        assert "Đã làm / Tất cả" == quotient_of(form_of(Done), Done.done_share)
        assert "((8) + (9)) / (7)" == quotient_of(form_of(DossierRow), DossierRow.on_time_share)
        assert "(Đã làm + 1) / 2 × A × Tất cả" == quotient_of(form_of(Outer), Outer.total_share)

    def test_every_printed_share_of_form_06a_has_its_base(self) -> None:
        """Early, on time, late and online; those of decision 766 are derived only."""
        ratios = form_of(DossierRow).ratios.items()
        reported = {name: each.reported.name for name, each in ratios if each.reported is not None}
        assert reported == {
            "on_time_share": "on_time_share_printed",
            "early_share": "early_share_printed",
            "exactly_on_time_share": "exactly_on_time_share_printed",
            "late_share": "late_share_printed",
            "online_share": "online_share_printed",
        }

    def test_decision_766_is_cited_but_not_called_verified(self) -> None:
        """((8) + (9) + (12)) / ((7) + (11)), with the place where it is said to stand."""
        assert "((8) + (9) + (12)) / ((7) + (11))" == quotient_of(form_of(DossierRow), DossierRow.in_time_share)
        assert "Quyết định số 766/QĐ-TTg" in DossierRow.in_time_share.note
        assert "chưa kiểm chứng nguyên văn" in DossierRow.in_time_share.note
        row = DossierRow(resolved=8, resolved_early=4, resolved_on_time=3, pending=4, pending_in_time=2)
        assert Fraction(9, 12) == row.in_time_share


@given(st.integers(1, 10**6), st.integers(0, 10**6), st.integers(0, 10**6), DECIMALS)
def test_the_shares_of_a_row_as_printed_never_contradict_it(early: int, on_time: int, late: int, decimals: int) -> None:
    """Whatever is resolved, the shares that we print for it pass every rule on shares."""
    resolved = early + on_time + late
    row = DossierRow(resolved=resolved, resolved_early=early, resolved_on_time=on_time, resolved_late=late)
    names = ("early_share", "exactly_on_time_share", "late_share", "on_time_share")
    shares = {f"{name}_printed": percent_of(getattr(row, name), decimals) for name in names}
    result = check_record(row.revise(**shares), DAY)
    assert () == result.findings
    assert {Status.PASSED} == {each.status for each in result.outcomes if each.rule.code == "DOS-018"}
