"""The check: every rule at every place, what blanks mean, and the words for it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_core import (
    ND09_2019,
    CheckResult,
    DossierRow,
    FieldRow,
    FieldTable,
    Finding,
    InForce,
    LevelTable,
    OnlineBase,
    Period,
    PeriodKind,
    Procedures,
    Record,
    Report,
    ReturnedPolicy,
    RuleOutcome,
    Settings,
    Severity,
    Status,
    check,
    check_record,
    describe,
    describe_basis,
    describe_outcome,
    describe_place,
    facts_of,
    form_of,
    load,
)
from cchc_core.catalogue.sources import TT01_2020
from cchc_core.checks import describe_reason, describe_worked_out, system_of
from cchc_core.checks.blanks import blanks_of
from cchc_core.forms import ByLevel, Figure, bound, by_level, count, form, identity, money, share
from cchc_core.testing import any_reports, tables
from cchc_core.words import LANGUAGES
from cchc_core.words.messages import MESSAGES
from example_for_tests import as_bytes, example, example_tree, set_at, with_figures
from forms_for_tests import BOUND, IDENTITY, NONNEGATIVE, PERCENTAGES, PRINTED, SOURCE, SUMS

OLDEST = {"DOS-002", "DOS-003", "DOS-004", "DOS-005", "DOS-009", "DOS-021", "ONL-001", "ONL-002", "ARE-004"} | {
    "LVL-001",
    "LVL-002",
}
RECEIVED_ONLINE = "procedures.online.total.received"
UNANNOUNCED = "civil_service.unannounced_communes"
ROW = "procedures.dossiers.district"

TOLD_ONCE = {
    f"{ROW}.pending": 21,
    f"{ROW}.pending_overdue": 2,
    f"{ROW}.pending_not_due": 11,
    f"{ROW}.paused_tax_notice": 4,
    f"{ROW}.paused_supplement": 3,
}
"""Column (12) is left out; its parts make it 18, column (11) makes it 19."""

TWO_VALUES = {
    "procedures.dossiers.district.pending_in_time": 18,
    "procedures.dossiers.commune.pending_in_time": 10,
    "procedures.dossiers.total.pending": 28,
    "procedures.dossiers.total.pending_overdue": 0,
    "procedures.dossiers.total.pending_not_due": 30,
    "procedures.dossiers.total.paused_tax_notice": 0,
    "procedures.dossiers.total.paused_supplement": 0,
}
"""The total of column (12) is left out; the levels make it 28, its parts make it 30."""


def check_figures(figures: dict[str, Any], day: str = "2021-12-14") -> CheckResult:
    """Check a report of nothing but these figures."""
    return check(with_figures(figures, day))


def outcome_of(result: CheckResult, relation: str, place: str | None = None) -> RuleOutcome:
    """Give the one outcome of a relation, at a place if there are several."""
    (found,) = [each for each in result.outcomes if each.relation == relation and place in {None, each.place.path}]
    return found


def arithmetic(result: CheckResult) -> list[Finding]:
    """Give the findings of relations and ranges; those of functions have tests of their own."""
    return [each for each in result.findings if each.rule.kind.is_arithmetic]


class TestExample:
    """The figures of huyện Định Hóa for 2021 contradict one another in two facts, and in no others."""

    def test_exactly_its_contradictions_are_found(self) -> None:
        """19.024 for 19.042 breaks three rules; unannounced inspections are 11 here and 12 there."""
        assert [
            ("ONL-001", RECEIVED_ONLINE, -18),
            ("LVL-001", RECEIVED_ONLINE, -18),
            ("ONL-002", RECEIVED_ONLINE, -18),
            ("ARE-004", UNANNOUNCED, -1),
        ] == [(each.code, each.place.path, int(each.gap or 0)) for each in arithmetic(check(example()))]
        assert [11, 12] == [
            int(side or 0) for each in arithmetic(check(example()))[3:] for side in (each.reported, each.expected)
        ]

    def test_every_rule_else_holds_or_does_not_apply(self) -> None:
        """What was not checked is listed with its reason; everything else passed."""
        outcomes = [each for each in check(example()).outcomes if each.rule.code in OLDEST]
        not_applied = [
            (each.rule.code, each.relation, each.place.path, each.reason.kind) for each in outcomes if each.reason
        ]
        assert [
            ("LVL-002", "dossiers_sum", "procedures.dossiers", "not_in_force"),
            ("LVL-002", "online_sum", "procedures.online", "not_in_force"),
            ("LVL-001", "overdue_sum", "procedures.overdue", "absent"),
            ("LVL-002", "overdue_sum", "procedures.overdue", "not_in_force"),
            ("DOS-009", "dossiers_by_field_sum", "procedures.dossiers_by_field", "absent"),
            ("DOS-009", "dossiers_by_agency_sum", "procedures.dossiers_by_agency", "absent"),
            ("DOS-021", "field_totals_agree", "procedures.dossiers_by_field", "absent"),
            ("DOS-021", "agency_totals_agree", "procedures.dossiers_by_agency", "absent"),
        ] == [each for each in not_applied if each[3] != "blank"]
        assert {Status.PASSED, Status.FAILED, Status.NOT_APPLICABLE} == {each.status for each in outcomes}
        assert 4 == sum(each.status is Status.FAILED for each in outcomes)

    def test_with_both_facts_corrected_nothing_is_found(self) -> None:
        """Two cells are wrong, and correcting them is enough."""
        tree = example_tree()
        set_at(tree, RECEIVED_ONLINE, 19042)
        set_at(tree, UNANNOUNCED, 12)
        result = check(load(as_bytes(tree)))
        assert [] == arithmetic(result)
        assert {"CIT-001"} == {each.code for each in result.findings if each.severity is Severity.ERROR}

    def test_findings_are_found_by_the_figures_they_speak_of(self) -> None:
        """The wrong cell takes part in three findings, its online total in one, others in none."""
        result = check(example())
        assert ["ONL-001", "LVL-001", "ONL-002"] == [each.code for each in result.findings_at(RECEIVED_ONLINE)]
        assert ["ONL-002"] == [each.code for each in result.findings_at("procedures.dossiers.total.received_online")]
        assert () == result.findings_at("direction.tasks_all")

    def test_blanks_were_worked_out_where_rules_force_them(self) -> None:
        """Column (12) is left out; its parts give 160, 76 and 236, so that (11) = (12) + (13) is tested."""
        found = {
            place: [(operand.place.figure, operand.value, operand.worked_out_by) for operand in each.worked_out]
            for place in ("district", "commune", "total")
            for each in [outcome_of(check(example()), "pending_by_term", f"procedures.dossiers.{place}.pending")]
        }
        assert {
            "district": [("pending_in_time", 160, "DOS-007"), ("pending_overdue", 0, "LVL-001")],
            "commune": [("pending_in_time", 76, "DOS-007"), ("pending_overdue", 0, "LVL-001")],
            "total": [("pending_in_time", 236, "DOS-007")],
        } == found

    def test_the_outcome_does_not_depend_on_chance(self) -> None:
        """Another process, with other hash seeds, gives the same facts; so does a report without any tables."""
        program = (
            "import json, sys; from cchc_core import check, facts_of, load;"
            "print(json.dumps([facts_of(check(load(data.encode()))) for data in json.load(sys.stdin)]))"
        )
        empty = as_bytes({**example_tree(), "procedures": {}}).decode()
        given_ = json.dumps([as_bytes(example_tree()).decode(), empty])
        outputs = {
            subprocess.run(
                [sys.executable, "-c", program],
                input=given_,
                env={**os.environ, "PYTHONHASHSEED": seed},
                capture_output=True,
                text=True,
                check=True,
            ).stdout
            for seed in ("1", "2", "3")
        }
        assert 1 == len(outputs)
        places = {
            each["place"]["path"]
            for each in json.loads(outputs.pop())[1]["statuses"]
            if each["reason"] == "absent" and each["code"] in OLDEST
        }
        assert {
            "procedures.online",
            "procedures.dossiers",
            "procedures.dossiers_by_field",
            "procedures.dossiers_by_agency",
            "procedures.overdue",
        } == places


class TestBlanks:
    """A blank is not zero. It is never passed over: either nothing is said, or the other rules say what it is."""

    def test_a_blank_that_must_be_filled_stops_the_rule(self) -> None:
        """Without the late dossiers nothing is said of their sum."""
        outcome = outcome_of(
            check_figures({f"{ROW}.resolved": 5, f"{ROW}.resolved_early": 5, f"{ROW}.resolved_on_time": 0}),
            "resolved_by_term",
        )
        assert outcome.reason is not None
        assert "blank" == outcome.reason.kind
        assert [f"{ROW}.resolved_late"] == [place.path for place in outcome.reason.places]
        assert "không áp dụng: để trống: (10) Hồ sơ giải quyết quá hạn (Cấp huyện)" == describe_outcome(outcome)
        assert "not applicable: left blank: (10) resolved late (District)" == describe_outcome(outcome, "en")

    def test_a_blank_line_that_would_have_to_be_something_decides_the_rule(self) -> None:
        """14 pending and 12 in time leave 2 for the blank; whether they are overdue nobody knows."""
        outcome = outcome_of(check_figures({f"{ROW}.pending": 14, f"{ROW}.pending_in_time": 12}), "pending_by_term")
        assert outcome.reason is not None
        assert ("blank_decides", 2) == (outcome.reason.kind, outcome.reason.value)
        assert (
            "không áp dụng: chưa kết luận được: ô để trống (13) Hồ sơ đang giải quyết quá hạn (Cấp huyện) "
            "phải bằng 2 thì mới khớp" == describe_outcome(outcome)
        )

    def test_a_total_without_any_part_is_no_contradiction(self) -> None:
        """Where only the total is given, its parts are not missing, they are not reported."""
        outcome = outcome_of(check_figures({f"{ROW}.pending": 14}), "pending_by_term")
        assert outcome.reason is not None
        assert "no_parts" == outcome.reason.kind
        assert "not applicable: only the total is reported, none of its parts" == describe_outcome(outcome, "en")

    def test_two_blanks_among_other_parts_stop_the_rule(self) -> None:
        """Which of them holds the rest cannot be said."""
        outcome = outcome_of(
            check_figures({f"{ROW}.pending_in_time": 14, f"{ROW}.pending_not_due": 12}), "in_time_by_kind"
        )
        assert outcome.reason is not None
        assert ("blank", 2) == (outcome.reason.kind, len(outcome.reason.places))

    def test_blanks_on_both_sides_stop_the_rule(self) -> None:
        """A blank total and a blank part can be anything."""
        outcome = outcome_of(
            check_figures({f"{ROW}.pending_not_due": 12, f"{ROW}.paused_tax_notice": 1}), "in_time_by_kind"
        )
        assert outcome.reason is not None
        assert ("blank", 2) == (outcome.reason.kind, len(outcome.reason.places))

    def test_a_blank_in_a_bound_stops_the_rule(self) -> None:
        """A blank may be above or below; a blank row is as good as a blank."""
        result = check_figures({f"{ROW}.paused_tax_notice": None, f"{ROW}.pending": 3, "procedures.postal_dossiers": 5})
        for relation in ("tax_notice_within_pending", "postal_within_received"):
            outcome = outcome_of(result, relation)
            assert outcome.reason is not None
            assert "blank" == outcome.reason.kind

    def test_a_blank_is_nothing_where_the_sum_is_already_reached(self) -> None:
        """12 of 12 are in time, so that the line left out is nothing, and the outcome says so."""
        outcome = outcome_of(check_figures({f"{ROW}.pending": 12, f"{ROW}.pending_in_time": 12}), "pending_by_term")
        assert Status.PASSED is outcome.status
        assert ("(13) Hồ sơ đang giải quyết quá hạn (Cấp huyện) để trống, tính là không có",) == describe_worked_out(
            outcome.worked_out
        )

    def test_a_blank_does_not_excuse_parts_above_their_total(self) -> None:
        """No blank can be below zero, so the contradiction stands."""
        (finding,) = check_figures({f"{ROW}.pending": 12, f"{ROW}.pending_in_time": 13}).findings
        assert ("DOS-004", -1) == (finding.code, int(finding.gap or 0))
        assert "(11) ≠ (12) + (13): 12 ≠ 13 + 0 = 13, lệch -1" == describe(finding)

    def test_a_rule_is_not_checked_with_a_value_it_gave_itself(self) -> None:
        """Column (12) is left out and (11) is wrong: had (11) = (12) + (13) given (12), it would pass."""
        result = check_figures(TOLD_ONCE)
        assert ["DOS-004"] == [each.code for each in result.findings]
        assert [
            "số 18 của (12) Hồ sơ đang giải quyết trong hạn (Cấp huyện) suy ra từ DOS-007, báo cáo để trống"
        ] == list(describe_worked_out(result.findings[0].operands))
        assert [
            "18 for (12) pending in time (District) is worked out from DOS-007; the report leaves it blank"
        ] == list(describe_worked_out(result.findings[0].operands, "en"))

    def test_a_contradiction_through_a_blank_is_told_once(self) -> None:
        """(11) = (12) + (13) and the parts of (12) contradict each other: one finding, and a reference to it."""
        outcome = outcome_of(check_figures(TOLD_ONCE), "in_time_by_kind")
        assert outcome.reason is not None
        assert ("told", "DOS-004") == (outcome.reason.kind, outcome.reason.code)
        assert "not applicable: fails, but the same contradiction is told at DOS-004" == describe_outcome(outcome, "en")

    def test_a_blank_on_which_rules_disagree_spreads_nothing(self) -> None:
        """Levels and parts give the total of column (12) two values; (11) = (12) + (13) is then not tested."""
        outcome = outcome_of(check_figures(TWO_VALUES), "pending_by_term", "procedures.dossiers.total.pending")
        assert outcome.reason is not None
        assert "disputed" == outcome.reason.kind
        assert (
            "không áp dụng: các quy tắc khác cho giá trị khác nhau đối với ô để trống "
            "(12) Hồ sơ đang giải quyết trong hạn (Tổng số)" == describe_outcome(outcome)
        )

    def test_no_value_below_zero_is_worked_out(self) -> None:
        """What would have to be below zero is not taken for the value of a blank."""
        system = system_of(with_figures({f"{ROW}.pending": 2, f"{ROW}.pending_overdue": 3}))
        assert {} == blanks_of(system).values

    def test_several_blanks_are_nothing_where_their_sum_is(self) -> None:
        """The total of overdue dossiers is 0, so that both levels, left out, are 0."""
        figures = {
            f"procedures.dossiers.{row}.{name}": value
            for row, values in {
                "district": {"pending": 5, "pending_in_time": 5},
                "commune": {"pending": 7, "pending_in_time": 7},
                "total": {"pending": 12, "pending_in_time": 12, "pending_overdue": 0},
            }.items()
            for name, value in values.items()
        }
        outcome = outcome_of(check_figures(figures), "pending_by_term", f"{ROW}.pending")
        assert Status.PASSED is outcome.status
        assert [(0, "LVL-001")] == [(each.value, each.worked_out_by) for each in outcome.worked_out]

    @pytest.mark.parametrize(
        ("figures", "relation", "kind"),
        [
            ({f"{ROW}.received": 5}, "dossiers_sum", "no_total"),
            ({"procedures.dossiers.total.received": 5}, "dossiers_sum", "no_parts"),
            ({"procedures.communes": 23}, "dossiers_sum", "absent"),
            ({"procedures.communes": 23}, "online_received_agrees", "absent"),
        ],
    )
    def test_a_table_that_cannot_be_added_up_says_why(self, figures: dict[str, Any], relation: str, kind: str) -> None:
        """Without total, without rows, or not there at all."""
        (outcome,) = [
            each
            for each in check_figures(figures).outcomes
            if each.relation == relation and each.rule.code != "LVL-002"
        ]
        assert outcome.reason is not None
        assert kind == outcome.reason.kind
        assert Status.NOT_APPLICABLE is outcome.status
        for lang in LANGUAGES:
            assert describe_outcome(outcome, lang)

    def test_a_record_without_figures_has_no_range(self) -> None:
        """Nothing reported is neither right nor wrong."""
        result = check_figures({})
        assert {"no_figures"} == {
            each.reason.kind for each in result.outcomes if each.relation == "range" and each.reason
        }
        assert {Status.NOT_APPLICABLE} == {each.status for each in result.outcomes if each.rule.kind.is_arithmetic}

    def test_every_reason_is_among_the_known(self) -> None:
        """The reasons a reader may meet are those that are documented."""
        results = [
            check(example()),
            check_figures({f"{ROW}.pending": 14}),
            check_figures({f"{ROW}.pending": 14, f"{ROW}.pending_in_time": 12}),
            check_figures(TWO_VALUES),
            check_figures(TOLD_ONCE),
            check(in_2026(example())),
            check(example(), settings=Settings(off=["CIT-002"])),
            check(example().revise(citations=example().citations[-1:])),
            check(example().revise(period=attrs.evolve(example().period, calendar="rieng"))),
            check_figures({f"{ROW}.resolved": 0, f"{ROW}.resolved_late": 0, f"{ROW}.late_share_printed": "0"}),
        ]
        kinds = {each.reason.kind for result in results for each in result.outcomes if each.reason}
        said = {key.removeprefix("reason.") for key in MESSAGES if key.startswith("reason.")}
        assert said - {"some_blank"} == kinds

    @given(any_reports())
    def test_no_rule_passes_on_a_blank_that_must_be_filled(self, report: Report) -> None:
        """Whatever is left out: what passed was tested on figures, or on blanks that may be left out."""
        system = system_of(report)
        of_relations = [each for each in check(report).outcomes if each.relation != "range"]
        for relation, outcome in zip(system.relations, of_relations, strict=False):
            assert (relation.name, relation.paths[0]) == (outcome.relation, outcome.place.path)
            blanks = {path for path in relation.paths if system.cells[path].number is None}
            if outcome.status is Status.NOT_APPLICABLE:
                assert blanks
                assert outcome.reason is not None
                continue
            assert blanks == {operand.place.path for operand in outcome.worked_out}
            for operand in outcome.worked_out:
                assert operand.worked_out_by != "" or relation.operator == "=="
                assert operand.worked_out_by != "" or operand.value is None
                assert system.cells[operand.place.path].figure().may_be_blank


class TestRules:
    """Severity, force and kinds of rules."""

    def test_a_rule_that_only_warns_does_not_send_the_report_back(self) -> None:
        """More by public post than in person or by post is implausible, not impossible."""
        result = check_figures({"procedures.postal_dossiers": 21, "procedures.dossiers.total.received_in_person": 20})
        assert [("ONL-008", Severity.WARNING)] == [(each.code, each.severity) for each in result.findings]
        assert not result.has_errors

    def test_a_contradiction_sends_the_report_back(self) -> None:
        """An identity that does not hold is an error."""
        result = check_figures({"direction.tasks_planned": 5, "direction.tasks_all_district": 6})
        assert [("ARE-002", Severity.ERROR)] == [(each.code, each.severity) for each in result.findings]
        assert result.has_errors

    @pytest.mark.parametrize(("day", "code"), [("2025-06-30", "LVL-001"), ("2025-07-01", "LVL-002")])
    def test_the_period_decides_which_sum_is_in_force(self, day: str, code: str) -> None:
        """Two levels since 01/7/2025; the other rule says that it is not in force."""
        figures = {"procedures.dossiers.province.received": 1, "procedures.dossiers.total.received": 2}
        outcomes = [each for each in check_figures(figures, day).outcomes if each.relation == "dossiers_sum"]
        assert {code} == {each.rule.code for each in outcomes if each.status is Status.FAILED}
        (other,) = [each for each in outcomes if each.rule.code != code]
        assert other.reason is not None
        assert "not_in_force" == other.reason.kind

    def test_the_norm_of_part_time_staff_is_a_product(self) -> None:
        """13 for the one commune of type 1 and 12 for each of the 22 others are 277; 278 are too many."""
        tree = example_tree()
        set_at(tree, "organisation.nonspecialist_commune", 278)
        (finding,) = [each for each in check(load(as_bytes(tree))).findings if each.code == "ARE-016"]
        assert [277, 1] == [int(finding.expected or 0), int(finding.gap or 0)]
        assert [0, 0, 1, 1, 2, 2] == [each.term for each in finding.right]
        assert describe(finding).endswith(": 278 > 13 × 1 + 12 × 23 - 12 × 1 = 277, lệch +1")
        assert (
            "nonspecialist commune must not exceed nonspecialist quota type1 × communes type1 "
            "+ nonspecialist quota other × communes - nonspecialist quota other × communes type1: "
            "278 > 13 × 1 + 12 × 23 - 12 × 1 = 277, gap +1" == describe(finding, "en")
        )

    def test_a_blank_factor_is_named_once(self) -> None:
        """The norm cannot be worked out; the blank stands twice in it and is named once."""
        tree = example_tree()
        set_at(tree, "organisation.nonspecialist_quota_other", None)
        outcome = outcome_of(check(load(as_bytes(tree))), "nonspecialists_within_norm")
        assert outcome.reason is not None
        assert ["nonspecialist_quota_other"] == [place.figure for place in outcome.reason.places]

    @pytest.mark.parametrize(
        ("path", "value", "code", "vietnamese", "english"),
        [
            (
                "direction.tasks_done",
                -1,
                "FIG-001",
                "Nhiệm vụ đã hoàn thành là -1, nhỏ hơn 0, lệch -1",
                "tasks done is -1, below 0, gap -1",
            ),
            (
                f"{ROW}.received",
                -1250,
                "DOS-001",
                "(3) là -1.250, nhỏ hơn 0, lệch -1.250",
                "(3) is -1,250, below 0, gap -1,250",
            ),
            (
                "digital_government.digitised",
                "100.50",
                "ARE-017",
                "Tỷ lệ văn bản đi, đến được số hóa là 100,50, lớn hơn 100, lệch +0,5",
                "digitised is 100.50, above 100, gap +0.5",
            ),
            (
                "digital_government.official_mail_use",
                {"over": "101"},
                "ARE-017",
                "Tỷ lệ cán bộ, công chức thường xuyên dùng thư công vụ là 101, lớn hơn 100, lệch +1",
                "official mail use is 101, above 100, gap +1",
            ),
        ],
    )
    def test_a_figure_out_of_its_range(self, path: str, value: Any, code: str, vietnamese: str, english: str) -> None:
        """Nothing is below zero, and no percentage above 100."""
        (finding,) = check_figures({path: value}).findings
        assert (code, path) == (finding.code, finding.place.path)
        assert (vietnamese, english) == (describe(finding), describe(finding, "en"))

    @pytest.mark.parametrize("value", ["0", "100", "100.00"])
    def test_the_ends_of_a_range_belong_to_it(self, value: str) -> None:
        """100% is possible."""
        assert () == check_figures({"digital_government.digitised": value}).findings


class TestWords:
    """Findings read like sentences an official would accept, made from their facts alone."""

    @pytest.mark.parametrize(
        ("index", "vietnamese", "english"),
        [
            (
                0,
                (
                    "Đã tiếp nhận ≠ Trả trước hạn + Trả đúng hạn + Trả quá hạn + Đang giải quyết: "
                    "19.024 ≠ 18.528 + 429 + 14 + 71 = 19.042, lệch -18"
                ),
                (
                    "received ≠ returned early + returned on time + returned late + pending: "
                    "19,024 ≠ 18,528 + 429 + 14 + 71 = 19,042, gap -18"
                ),
            ),
            (
                1,
                "Tổng số ≠ Cấp huyện + Cấp xã: 19.024 ≠ 1.113 + 17.929 = 19.042, lệch -18",
                "Total ≠ District + Commune: 19,024 ≠ 1,113 + 17,929 = 19,042, gap -18",
            ),
            (
                2,
                "Hồ sơ trực tuyến đã tiếp nhận ≠ (4) Hồ sơ tiếp nhận trực tuyến: 19.024 ≠ 19.042, lệch -18",
                "received ≠ (4) received online: 19,024 ≠ 19,042, gap -18",
            ),
            (
                3,
                "Xã, thị trấn được kiểm tra công vụ đột xuất ≠ Xã, thị trấn được kiểm tra đột xuất: 11 ≠ 12, lệch -1",
                "unannounced communes (civil service) ≠ unannounced communes (direction): 11 ≠ 12, gap -1",
            ),
        ],
    )
    def test_the_findings_of_the_example(self, index: int, vietnamese: str, english: str) -> None:
        """The relation, the numbers put into it, the gap."""
        finding = check(example()).findings[index]
        assert (vietnamese, english) == (describe(finding), describe(finding, "en"))

    def test_places_are_named(self) -> None:
        """Table, row and figure; or section and figure."""
        findings = arithmetic(check(example()))
        assert (
            "Hồ sơ dịch vụ công trực tuyến mức độ 3, mức độ 4 theo cấp, dòng “Tổng số”: Hồ sơ trực tuyến đã tiếp nhận"
            == describe_place(findings[0].place)
        )
        assert "online, row “Total”: received" == describe_place(findings[0].place, "en")
        assert "civil service: unannounced communes" == describe_place(findings[3].place, "en")
        records = {each.place for each in check(example()).outcomes if each.place.path == "civil_service"}
        assert {"Cải cách chế độ công vụ"} == {describe_place(record) for record in records}

    def test_fields_and_agencies_keep_their_names(self) -> None:
        """Only the rows by level have English names."""
        rows = [{"field": "Đất đai", "figures": {"received": 6}}]
        (finding,) = check_figures(
            {"procedures.dossiers_by_field": {"fields": rows, "total": {"received": 7}}}
        ).findings
        assert "Tổng số ≠ Đất đai: 7 ≠ 6, lệch +1" == describe(finding)
        assert "Total ≠ Đất đai: 7 ≠ 6, gap +1" == describe(finding, "en")

    def test_columns_stand_where_the_form_has_them(self) -> None:
        """Form II.06a is spoken of by its column numbers; a column is never called "Tổng số" alone."""
        findings = check_figures({f"{ROW}.resolved": 5, f"{ROW}.received": 4, f"{ROW}.pending": 3}).findings
        assert [
            "(3) ≠ (7) + (11): 4 ≠ 5 + 3 = 8, lệch -4",
            "(7) phải không lớn hơn (3): 5 > 4, lệch +1",
        ] == [describe(each) for each in findings]
        (finding,) = check_figures({f"{ROW}.paused_tax_notice": 4, f"{ROW}.pending": 3}).findings
        assert "Chờ thông báo thuế phải không lớn hơn (11) Tổng số hồ sơ đang giải quyết: 4 > 3, lệch +1" == describe(
            finding
        )

    def test_money_is_printed_with_its_decimals(self) -> None:
        """Sums of decimals are decimals, not fractions."""
        (finding,) = check_figures(
            {
                "public_finance.savings": "2055.50",
                "public_finance.savings_district": "1567",
                "public_finance.savings_commune": "488.25",
            }
        ).findings
        assert describe(finding).endswith(": 2.055,50 ≠ 1.567 + 488,25 = 2.055,25, lệch +0,25 (chỉ do làm tròn)")

    def test_the_basis_is_the_reason_or_the_printed_line(self) -> None:
        """A line that the form prints needs no other reason."""
        (finding,) = check_figures({"direction.tasks_planned": 5, "direction.tasks_all_district": 6}).findings
        assert "lý do: tổng số phải bằng các phần của nó" == describe_basis(finding)
        assert "reason: a total equals its parts" == describe_basis(finding, "en")
        seen = attrs.evolve(finding, printed="(1)=(2)", source=TT01_2020.at("mẫu II.06a", verified=True))
        assert "căn cứ: Thông tư số 01/2020/TT-VPCP, mẫu II.06a (in trên biểu)" == describe_basis(seen)
        ruled = attrs.evolve(finding, rule=attrs.evolve(finding.rule, source=TT01_2020.at("", verified=True)))
        assert "reason: a total equals its parts; source: Thông tư số 01/2020/TT-VPCP" == describe_basis(ruled, "en")
        unreasoned = attrs.evolve(finding, rule=attrs.evolve(finding.rule, because=None))
        assert "reason: " == describe_basis(unreasoned, "en")

    def test_what_passed_needs_no_reason(self) -> None:
        """Only the status is said."""
        passed = next(each for each in check(example()).outcomes if each.status is Status.PASSED)
        assert ("đạt", "passed") == (describe_outcome(passed), describe_outcome(passed, "en"))
        assert "" == describe_reason(passed)


@form("report", title="Báo cáo thử", source=SOURCE, nonnegative=NONNEGATIVE)
class Small(Record):
    """A report of one's own, with constants, factors and lower bounds."""

    period: Period
    a: Figure[int] = count("A", column=1, may_be_blank=True)
    b: Figure[int] = count("B", column=2, may_be_blank=True)
    c: Figure[int] = count("C", column=3, may_be_blank=True)
    d: Figure[int] = count("D", column=4, may_be_blank=True)
    e: Figure[int] = count("E", column=5)
    m: Figure[Decimal] = money("M")
    n: Figure[Decimal] = money("N")

    shifted = identity(IDENTITY, a == b + 1)
    lowered = bound(BOUND, 2 * a - 3 >= b)
    least = bound(BOUND, c >= 2)
    fixed = identity(IDENTITY, e == 5)
    sums = identity(PRINTED, a + b == c + d, printed="(1)+(2)=(3)+(4)")
    third = identity(IDENTITY, 3 * m == n)


@form("row", title="Dòng", source=SOURCE, nonnegative=NONNEGATIVE, percentages=PERCENTAGES)
class Line(Record):
    """A row with a percentage beside its count."""

    a: Figure[int] = count("A")
    p: Figure[Decimal] = share("P")


@form("report", title="Báo cáo thử", source=SOURCE, nonnegative=NONNEGATIVE)
class Lines(Record):
    """A report of one's own, of a table alone."""

    period: Period
    lines: ByLevel[Line] = by_level(Line, "Bảng", sums=SUMS)


def _small(**figures: Any) -> Any:
    return Small(period=ND09_2019.period(PeriodKind.YEAR, 2021), **figures)


def in_2026(report: Report) -> Report:
    """Give the report a period after the district level was gone."""
    return report.revise(period=ND09_2019.period(PeriodKind.YEAR, 2026))


class TestDatesInForce:
    """A rule is applied to the periods for which it is in force, wherever it stands."""

    def test_relations_and_ranges_end_with_their_rules(self) -> None:
        """A rule that ended in 2000 says nothing of 2026, and says so."""
        ended = InForce(end=date(2000, 12, 31))
        old, range_ = (attrs.evolve(each, in_force=ended) for each in (IDENTITY, NONNEGATIVE))

        @form("t", title="T", source=SOURCE, nonnegative=range_)
        class Ended(Record):
            a: Figure[int] = count("A")
            b: Figure[int] = count("B")
            same_sum = identity(old, a == b + 1)

        result = check_record(Ended(a=-7, b=1), date(2026, 12, 14))
        assert () == result.findings
        assert ["not_in_force"] * 2 == [each.reason.kind for each in result.outcomes if each.reason]
        assert ["TST-004", "TST-001"] == [
            each.code for each in check_record(Ended(a=-7), date(2000, 1, 1)).findings
        ] + [each.code for each in check_record(Ended(a=7, b=1), date(2000, 1, 1)).findings]

    def test_a_level_that_is_gone_is_not_added_up(self) -> None:
        """District rows in a table of 2026 are no provincial departments, so no sum is called right."""
        outcomes = [each for each in check(in_2026(example())).outcomes if each.rule.code in {"LVL-001", "LVL-002"}]
        reasons = [
            (each.rule.code, each.reason.kind)
            for each in outcomes
            if each.reason and each.place.path != "procedures.overdue"
        ]
        assert [("LVL-001", "not_in_force"), ("LVL-002", "no_such_level")] * 2 == reasons

    def test_a_blank_row_of_a_level_that_is_gone_hides_nothing(self) -> None:
        """A filled-in form of 2026 keeps a district row without figures, and the wrong total is found all the same."""
        rows = {"province.received": 5, "commune.received": 9, "total.received": 99, "district.received": None}
        given = {f"procedures.dossiers.{path}": value for path, value in rows.items()}
        codes = {each.code for each in check(with_figures(given, "2026-12-14")).findings}
        assert "LVL-002" in codes

    def test_two_levels_add_up_since_july_2025(self) -> None:
        """Departments of the province and its communes give the total."""
        row, total = DossierRow(received=2), DossierRow(received=5)
        table = LevelTable(province=row, commune=row, total=total)
        report = in_2026(example()).revise(procedures=type(example().procedures)(dossiers=table))
        assert ["LVL-002"] == [each.code for each in check(report).findings if each.place.figure == "received"]


class TestGravity:
    """A contradiction through a blank is told once, but never by a less grave rule alone."""

    @pytest.mark.parametrize(
        ("first", "told"), [(Severity.INFO, ["TST-001", "TST-008"]), (Severity.ERROR, ["TST-001"])]
    )
    def test_an_error_is_not_hidden_behind_a_remark(self, first: Severity, told: list[str]) -> None:
        """Both say that b is wrong; the graver one is always heard."""
        remark = attrs.evolve(IDENTITY, severity=first)
        error = attrs.evolve(IDENTITY, code="TST-008")

        @form("t", title="T", source=SOURCE, nonnegative=NONNEGATIVE)
        class Twice(Record):
            a: Figure[int] = count("A")
            b: Figure[int] = count("B", may_be_blank=True)
            c: Figure[int] = count("C")
            d: Figure[int] = count("D")
            one = identity(remark, a == b + c)
            two = identity(error, d == b + c)

        result = check_record(Twice(a=5, c=1, d=6), date(2021, 12, 14))
        assert told == [each.code for each in result.findings]
        assert result.has_errors


class TestFormsOfOneSOwn:
    """Constants, factors and lower bounds, which the shipped forms do not use."""

    @pytest.mark.parametrize(
        ("figures", "text"),
        [
            ({"a": 5, "b": 3}, "(1) ≠ (2) + 1: 5 ≠ 3 + 1 = 4, lệch +1"),
            ({"a": 1, "b": 0}, "2 × (1) - 3 phải không nhỏ hơn (2): 2 × 1 - 3 = -1 < 0, lệch -1"),
            ({"c": 1}, "(3) là 1, nhỏ hơn 2, lệch -1"),
            ({"e": 7}, "(5) ≠ 5: 7 ≠ 5, lệch +2"),
        ],
    )
    def test_constants_and_factors_are_written(self, figures: dict[str, int], text: str) -> None:
        """The sentence shows the whole relation."""
        assert text in [describe(each) for each in check(_small(**figures)).findings]

    def test_a_printed_relation_cites_the_form(self) -> None:
        """The source of the form is the basis."""
        (finding,) = [each for each in check(_small(a=6, b=5, c=5, d=5)).findings if each.relation == "sums"]
        assert (
            "căn cứ: Thông tư số 00/2000/TT-TEST, mẫu 1 (chưa kiểm chứng nguyên văn) (in trên biểu)"
            == describe_basis(finding)
        )

    def test_two_blanks_beside_others_are_not_a_lone_total(self) -> None:
        """Blanks of one side, as many as the other side has figures, are still only blanks."""
        outcome = outcome_of(check(_small(c=5, d=5)), "sums")
        assert outcome.reason is not None
        assert "blank" == outcome.reason.kind
        assert "no_parts" == getattr(outcome_of(check(_small(a=5, b=4)), "sums").reason, "kind", None)

    def test_percentages_are_not_added_up(self) -> None:
        """The total row is the sum of the levels in its counts alone."""
        row = Line(a=1, p=Decimal(50))
        lines: Any = Lines(
            period=ND09_2019.period(PeriodKind.YEAR, 2021),
            lines=LevelTable(district=row, commune=row, total=row.revise(a=2)),
        )
        assert ["lines.total.a"] == [each.paths[0] for each in system_of(lines).relations]
        assert () == check(lines).findings

    def test_a_value_worked_out_may_be_no_decimal(self) -> None:
        """A third is kept exactly."""
        finding = next(
            each for each in check(_small(m=Decimal("0.5"), n=Decimal(1))).findings if each.relation == "third"
        )
        assert Fraction(1, 2) == finding.gap
        thirds = attrs.evolve(finding, reported=Fraction(1, 3), expected=Fraction(2))
        facts = facts_of(CheckResult(findings=(thirds,)))["findings"][0]
        assert ("1/3", 2, "-5/3") == (facts["reported"], facts["expected"], facts["gap"])


class TestFacts:
    """A check as plain data, the shape of ``cchc check --format json``."""

    def test_a_finding_carries_every_fact(self) -> None:
        """Code, place, operands, numbers, basis and sentence."""
        facts = facts_of(check(example()), "en")["findings"][1]
        assert {
            "code": "LVL-001",
            "severity": "error",
            "relation": "online_sum",
            "operator": "==",
            "reported": 19024,
            "expected": 19042,
            "gap": -18,
            "printed": "",
            "basis": "reason: until 30/6/2025 district and commune figures add up to the total",
            "message": "Total ≠ District + Commune: 19,024 ≠ 1,113 + 17,929 = 19,042, gap -18",
        }.items() <= facts.items()
        assert [
            ("left", "procedures.online.total.received", 0, 1, 19024, None),
            ("right", "procedures.online.district.received", 0, 1, 1113, None),
            ("right", "procedures.online.commune.received", 1, 1, 17929, None),
        ] == [
            (
                each["side"],
                each["place"]["path"],
                each["term"],
                each["coefficient"],
                each["value"],
                each["worked_out_by"],
            )
            for each in facts["operands"]
        ]

    def test_the_summary_counts_the_statuses(self) -> None:
        """As many as are listed."""
        result = check(example())
        statuses = Counter(each.status for each in result.outcomes)
        assert {
            "has_errors": True,
            "findings": len(result.findings),
            "causes": len(result.causes),
            **{status.value.replace(" ", "_"): statuses[status] for status in Status},
        } == facts_of(result)["summary"]

    def test_decimals_are_text(self) -> None:
        """Money keeps every decimal on its way through JSON."""
        result = check_figures(
            {
                "public_finance.savings": "2.50",
                "public_finance.savings_district": "1",
                "public_finance.savings_commune": "1.25",
            }
        )
        facts = facts_of(result)["findings"][0]
        assert ("2.5", "2.25", "0.25") == (facts["reported"], facts["expected"], facts["gap"])
        assert ["2.5", 1, "1.25"] == [each["value"] for each in facts["operands"]]

    @given(any_reports())
    def test_any_check_can_be_told(self, report: Report) -> None:
        """Whatever is reported: plain data, the same in both languages but for the sentences."""
        result = check(report)
        vietnamese, english = (facts_of(result, lang) for lang in LANGUAGES)
        assert vietnamese == json.loads(json.dumps(vietnamese, ensure_ascii=False, allow_nan=False))
        sentences = ("basis", "facts", "message", "source", "text")
        assert _without(vietnamese, sentences) == _without(english, sentences)
        for finding in result.findings:
            if finding.reported is None or finding.expected is None:
                assert finding.gap is None
            else:
                assert finding.reported - finding.expected == finding.gap


def _without(value: Any, names: tuple[str, ...]) -> Any:
    if isinstance(value, dict):
        return {key: _without(each, names) for key, each in value.items() if key not in names}
    return [_without(each, names) for each in value] if isinstance(value, list) else value


def _with_dossiers(table: LevelTable[DossierRow]) -> Report:
    return with_figures({}).revise(
        procedures=Procedures(
            dossiers=table, online_base=OnlineBase.ALL_DOSSIERS, returned_policy=ReturnedPolicy.SEPARATE
        )
    )


DOSSIERS = tables(DossierRow, LevelTable, complete=True)
"""Dossiers of a district and its communes that keep every rule of the form."""


class TestConsistentDossiers:
    """Biểu số II.06a/VPCP/KSTT.

    (3) = (4) + (5) + (6); (7) = (8) + (9) + (10); (11) = (12) + (13); (3) = (7) + (11); the total row is
    the sum of the levels.
    """

    @given(DOSSIERS)
    def test_consistent_dossiers_have_no_findings(self, table: LevelTable[DossierRow]) -> None:
        """Every rule on dossiers passes."""
        result = check(_with_dossiers(table))
        assert () == result.findings
        of_dossiers = [each for each in result.outcomes if each.place.form == "dossiers"]
        assert {Status.PASSED, Status.NOT_APPLICABLE} == {each.status for each in of_dossiers}
        shares = {"DOS-017", "DOS-018", "DOS-019", "DOS-020"}
        optional = {"LVL-001", "ONL-010", "DOS-014", "ARE-017"}
        assert {"LVL-002", "DOS-009"} <= {each.rule.code for each in of_dossiers if each.reason}
        assert {"LVL-002", "DOS-009"} | shares | optional >= {each.rule.code for each in of_dossiers if each.reason}

    @given(DOSSIERS, st.data())
    def test_one_wrong_figure_is_always_found(self, table: LevelTable[DossierRow], data: st.DataObject) -> None:
        """Whichever figure is changed, by whatever, in whichever row: a rule with it in it is broken.

        What the printed shares add up to (DOS-018) also depends on dossiers in no class, and names none of them.
        """
        row = data.draw(st.sampled_from(["district", "commune", "total"]))
        figure = data.draw(
            st.sampled_from([name for name, each in form_of(DossierRow).figures.items() if not each.optional])
        )
        gap = data.draw(st.integers(1, 9) | st.integers(1, 10**6)) * data.draw(st.sampled_from([-1, 1]))
        record: DossierRow = getattr(table, row)
        wrong = attrs.evolve(table, **{row: record.revise(**{figure: getattr(record, figure) + gap})})
        result = check(_with_dossiers(wrong))
        assert result.has_errors
        assert result.findings_at(f"procedures.dossiers.{row}.{figure}")
        path = f"procedures.dossiers.{row}.{figure}"
        assert all(_speaks_of(each, path) or each.code == "DOS-018" for each in result.findings)

    @given(DOSSIERS)
    def test_lines_left_out_are_no_findings(self, table: LevelTable[DossierRow]) -> None:
        """Column (12) may be left out of every row, since its parts are given."""
        rows = {row.step: row.record.revise(pending_in_time=None) for row in table.rows()}
        assert () == check(_with_dossiers(LevelTable(**rows))).findings


def _speaks_of(finding: Finding, path: str) -> bool:
    return any(operand.place.path == path for operand in finding.operands)


def test_a_row_that_is_not_there_is_named_by_its_level() -> None:
    """Where one table has a level and another has not, the reason says which row is blank."""
    report = example()
    dossiers = attrs.evolve(report.procedures.dossiers, district=None)
    result = check(report.revise(procedures=report.procedures.revise(dossiers=dossiers)))
    (outcome,) = [
        each
        for each in result.outcomes
        if each.rule.code == "ONL-002" and each.place.path == "procedures.online.district.received"
    ]
    assert "không áp dụng: để trống: (4) Hồ sơ tiếp nhận trực tuyến (Cấp huyện)" == describe_outcome(outcome)
    assert "not applicable: left blank: (4) received online (District)" == describe_outcome(outcome, "en")


def test_totals_of_two_tables_are_told_apart() -> None:
    """Where both rows are called total, the tables are named."""
    by_field = FieldTable(fields=(FieldRow(field="Đất đai", figures=DossierRow()),), total=DossierRow(received=1))
    report = example().revise(procedures=example().procedures.revise(dossiers_by_field=by_field))
    (finding,) = [each for each in check(report).findings if each.code == "DOS-021"]
    assert describe(finding) == (
        "Tổng số (Kết quả giải quyết hồ sơ theo lĩnh vực) ≠ Tổng số (Kết quả giải quyết hồ sơ theo cấp): "
        "1 ≠ 89.626, lệch -89.625"
    )
    assert describe(finding, "en").startswith("Total (dossiers by field) ≠ Total (dossiers): 1 ≠ 89,626")


def test_a_long_column_is_told_by_the_number_of_its_rows() -> None:
    """Forty addends are for the finding's data, not for a sentence."""
    rows = tuple(FieldRow(field=f"Lĩnh vực {index}", figures=DossierRow(received=1)) for index in range(40))
    table = FieldTable(fields=rows, total=DossierRow(received=89626))
    report = example().revise(procedures=example().procedures.revise(dossiers_by_field=table))
    (finding,) = [each for each in check(report).findings if each.code == "DOS-009"]
    assert "Tổng số ≠ tổng 40 dòng: 89.626 ≠ 40, lệch +89.586" == describe(finding)
    assert 41 == len(finding.operands)


def test_a_negative_value_stands_in_brackets() -> None:
    """Two signs in a row would be read wrongly."""
    row = DossierRow(resolved=1, resolved_early=3, resolved_on_time=-1, resolved_late=0)
    (finding,) = [each for each in check_record(row, date(2021, 1, 1)).findings if each.code == "DOS-003"]
    assert "(7) ≠ (8) + (9) + (10): 1 ≠ 3 + (-1) + 0 = 2, lệch -1" == describe(finding)
