"""Findings are told as causes: which figure must be wrong, what it probably was, and what speaks for it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest
from attrs import evolve

from cchc_core import (
    Cause,
    CheckResult,
    DossierRow,
    FieldRow,
    FieldTable,
    LocalisationStatus,
    RepairKind,
    Report,
    Settings,
    Severity,
    check,
    check_record,
    correct,
    describe_cause,
    facts_of,
    load,
    revised,
)
from cchc_core.checks import located, suspects, system_of
from cchc_core.checks.marks import entries_of, marks_of
from cchc_core.words import LANGUAGES
from example_for_tests import as_bytes, empty_tree, example

ONLINE = "procedures.online.total.received"
DOSSIERS = "procedures.dossiers"
DAY = date(2021, 12, 14)


def right() -> Report:
    """The real report with its two contradictions mended, which no arithmetic rule finds fault with."""
    return with_values(example(), {ONLINE: 19042, "civil_service.unannounced_communes": 12})


def with_values(report: Report, values: Mapping[str, object]) -> Report:
    """Put values into a report."""
    for path, value in values.items():
        report = revised(report, path, value)
    return report


def told(result: CheckResult) -> list[list[str]]:
    """Give the suspects of each cause."""
    return [[place.path for place in cause.suspects] for cause in result.causes]


def only(result: CheckResult) -> Cause:
    """Give the one cause there is."""
    (cause,) = result.causes
    return cause


class TestTheRealReport:
    """The 2021 report: one transposed total behind three findings, and one fact stated twice."""

    def test_three_findings_are_one_story(self) -> None:
        """The online total is the one figure whose change repairs all three broken relations."""
        result = check(example())
        cause = result.causes[0]

        assert [ONLINE] == [place.path for place in cause.suspects]
        assert ["LVL-001", "ONL-001", "ONL-002"] == sorted(finding.code for finding in result.findings_of(cause))
        assert (LocalisationStatus.SOLVED, 1, 3, 10) == (cause.status, cause.weight, cause.voters, cause.confirmed)

    def test_the_digits_were_swapped_and_all_three_agree(self) -> None:
        """19.024 is 19.042 with two digits swapped, and each of the three relations says so."""
        suggestion = check(example()).causes[0].suggestion

        assert suggestion is not None
        assert [(ONLINE, 19024, 19042)] == [
            (change.place.path, change.reported, change.value) for change in suggestion.changes
        ]
        assert (RepairKind.TRANSPOSITION, 1) == (suggestion.kind, suggestion.distance)
        assert ["LVL-001", "ONL-001", "ONL-002"] == sorted(suggestion.votes)

    def test_of_two_statements_of_one_fact_none_is_preferred(self) -> None:
        """Twelve communes or eleven: both are named, nothing is suggested, and the remark speaks for twelve."""
        cause = check(example()).causes[1]
        supported = {
            change.place.path: (change.reported, change.value, [support.rule.code for support in candidate.supports])
            for candidate in cause.candidates
            for change in candidate.changes
        }

        assert cause.suggestion is None
        assert {
            "direction.unannounced_communes": (12, 11, []),
            "civil_service.unannounced_communes": (11, 12, ["ARE-029"]),
        } == supported

    def test_the_story_reads_well_in_both_languages(self) -> None:
        """The sentences name the figure, the slip, the nine and the votes."""
        result = check(example())
        first, second = ({lang: describe_cause(cause, lang) for lang in LANGUAGES} for cause in result.causes)

        assert (
            "có lẽ đúng là 19.042: 19.024 là 19.042 bị đảo hai chữ số liền nhau (lệch 18 = 2 × 9, cùng các chữ số);"
            " 3 trên 3 quan hệ không đạt cùng cho giá trị này"
        ) == first["vi"][1]
        assert (
            "online: one figure, once changed, repairs everything that is broken here (3 relations): received (Total);"
            " relations that confirm the other figures: 10"
        ) == first["en"][0]
        assert "tham khảo: 10 + 12 + 1 = 23 nghiêng về cách (2), theo ARE-029" == second["vi"][-1]
        assert "for reference: 10 + 12 + 1 = 23 speaks for (2), by ARE-029" == second["en"][-1]

    def test_only_the_figures_in_doubt_are_marked(self) -> None:
        """The transposed total is wrong, either of the two statements may be, and nothing else is marked."""
        marks = marks_of(check(example()))

        assert ONLINE in marks.wrong
        assert {"direction.unannounced_communes", "civil_service.unannounced_communes"} == set(marks.possible)
        assert (1,) == marks.numbers(ONLINE)
        assert "procedures.online.total.returned_early" not in marks.wrong

    def test_the_result_as_data_has_the_causes(self) -> None:
        """Programs find suspects, candidates and the suggestion without reading sentences."""
        facts = facts_of(check(example()), "en")
        cause = facts["causes"][0]

        assert 2 == facts["summary"]["causes"]
        assert [ONLINE] == [place["path"] for place in cause["suspects"]]
        assert 19042 == cause["candidates"][cause["suggestion"]]["changes"][0]["value"]
        assert "transposition" == cause["candidates"][0]["kind"]
        assert facts["causes"][1]["suggestion"] is None
        assert ["ARE-029"] == facts["causes"][1]["candidates"][1]["supported_by"]


class TestOneMistake:
    """A single slip in a report whose tables hold each figure in several relations."""

    @pytest.mark.parametrize(
        ("path", "wrong", "value", "kind"),
        [
            (f"{DOSSIERS}.commune.received_online", 17992, 17929, RepairKind.TRANSPOSITION),
            (f"{DOSSIERS}.commune.resolved_early", 83753, 83752, RepairKind.DIGIT_SLIP),
            (f"{DOSSIERS}.commune.resolved_early", 8375, 83752, RepairKind.DIGIT_SLIP),
            (f"{DOSSIERS}.commune.resolved_early", 837520, 83752, RepairKind.TIMES_10),
            (f"{DOSSIERS}.district.received", 4190, 4019, RepairKind.DIGIT_SLIP),
            (f"{DOSSIERS}.total.resolved", -89390, 89390, RepairKind.SIGN),
            (f"{DOSSIERS}.total.received", 896260, 89626, RepairKind.TIMES_10),
        ],
    )
    def test_it_is_located(self, path: str, wrong: int, value: int, kind: RepairKind) -> None:
        """The figure is found, with the value it had and the slip that was made."""
        cause = only(check(revised(right(), path, wrong)))
        (change,) = cause.candidates[0].changes

        assert [path] == [place.path for place in cause.suspects]
        assert (path, wrong, value, kind) == (change.place.path, change.reported, change.value, change.kind)

    @pytest.mark.parametrize("lang", LANGUAGES)
    @pytest.mark.parametrize(
        ("path", "wrong", "words"),
        [
            (f"{DOSSIERS}.commune.resolved_early", 83753, {"vi": "gõ sai một chữ số", "en": "one digit mistyped"}),
            (f"{DOSSIERS}.commune.resolved_early", 8375, {"vi": "gõ thiếu chữ số", "en": "a digit missing"}),
            (f"{DOSSIERS}.commune.resolved_early", 837525, {"vi": "gõ thừa chữ số", "en": "a digit too many"}),
            (f"{DOSSIERS}.commune.resolved_early", 8375200, {"vi": "gấp 100 lần", "en": "100 times"}),
            (f"{DOSSIERS}.total.resolved", -89390, {"vi": "sai dấu", "en": "wrong sign"}),
            (f"{DOSSIERS}.total.carried_over", 5000, {"vi": "không giống một lỗi gõ", "en": "not look like a slip"}),
            (f"{DOSSIERS}.total.carried_over", 138000, {"vi": "gấp 1.000 lần", "en": "not sure enough"}),
        ],
    )
    def test_the_slip_is_said(self, path: str, wrong: int, words: dict[str, str], lang: str) -> None:
        """Each kind of slip has its words."""
        story = " ".join(describe_cause(only(check(revised(right(), path, wrong))), "vi" if lang == "vi" else "en"))
        assert words[lang] in story

    def test_two_neighbours_that_changed_places_are_one_slip(self) -> None:
        """Early and on-time dossiers of a row exchanged: both figures are named, and exchanged back."""
        row = f"{DOSSIERS}.district"
        changed = with_values(right(), {f"{row}.resolved_early": 309, f"{row}.resolved_on_time": 3548})
        cause = only(check(changed))

        assert cause.suggestion is not None
        assert (RepairKind.NEIGHBOURS_SWAPPED, 1) == (cause.suggestion.kind, cause.suggestion.distance)
        assert [3548, 309] == [change.value for change in cause.suggestion.changes]
        assert "309 và 3.548 đổi chỗ cho nhau" in " ".join(describe_cause(cause))

    def test_a_figure_that_only_one_rule_knows_is_not_told_from_its_neighbours(self) -> None:
        """An item of the budget stands in one sum only, so each of the six is a candidate and none is suggested."""
        cause = only(check(revised(right(), "public_finance.budget", Decimal(4990))))

        assert 6 == len(cause.candidates)
        assert cause.suggestion is None
        assert Decimal(4900) == cause.candidates[0].changes[0].value

    def test_an_amount_that_is_off_by_rounding_is_no_cause(self) -> None:
        """Five amounts printed in whole millions may miss their sum by one, and nothing is blamed for it."""
        result = check(revised(right(), "public_finance.budget", Decimal(4901)))

        assert () == result.causes
        assert [("ARE-014", Severity.INFO, "rounding")] == [
            (finding.code, finding.severity, finding.grade.value)
            for finding in result.findings
            if finding.code == "ARE-014"
        ]

    def test_a_negative_count_is_wrong_by_itself(self) -> None:
        """A count below zero that stands in no relation is still the figure that must change."""
        cause = only(check(revised(right(), "civil_service.rotated", -52)))

        assert ["civil_service.rotated"] == [place.path for place in cause.suspects]
        assert cause.suggestion is None
        assert "chưa xác định được giá trị đúng" in " ".join(describe_cause(cause))


class TestSeveralMistakes:
    """Mistakes that do not touch are told apart, those that do are told together."""

    def test_mistakes_in_different_places_are_different_stories(self) -> None:
        """A transposition in the communes' row and a zero too many in the district's have nothing to do with another."""
        changed = {f"{DOSSIERS}.commune.resolved_early": 83725, f"{DOSSIERS}.district.carried_over": 700}
        result = check(with_values(right(), changed))

        assert sorted([path] for path in changed) == sorted(told(result))
        assert [True, True] == [cause.suggestion is not None for cause in result.causes]
        assert [70, 83752] == sorted(int(cause.candidates[0].changes[0].value or 0) for cause in result.causes)

    def test_mistakes_in_one_sum_are_one_story(self) -> None:
        """Two figures of one row that are both wrong explain the row's sum only together."""
        row = f"{DOSSIERS}.commune"
        result = check(with_values(right(), {f"{row}.resolved_early": 83725, f"{row}.resolved_late": 62}))

        assert [[f"{row}.resolved_early", f"{row}.resolved_late"]] == told(result)

    def test_no_finding_belongs_to_two_causes(self) -> None:
        """Every error of arithmetic is told once."""
        changed = {
            f"{DOSSIERS}.{level}.{name}": 7 for level in ("district", "commune") for name in ("resolved", "received")
        }
        result = check(with_values(right(), changed))
        numbers = [number for cause in result.causes for number in cause.findings]

        assert sorted(set(numbers)) == sorted(numbers)
        assert set() == {
            number
            for number, finding in enumerate(result.findings)
            if finding.severity is Severity.ERROR and finding.operands
        } - set(numbers)

    def test_a_warning_that_the_same_figure_explains_belongs_to_the_story(self) -> None:
        """The offline residual only warns, but it is the carried-over dossiers that break it."""
        result = check(revised(right(), f"{DOSSIERS}.district.carried_over", 700))

        assert ["DOS-002", "LVL-001", "ONL-004"] == sorted(each.code for each in result.findings_of(only(result)))

    def test_a_warning_alone_blames_no_figure(self) -> None:
        """What only warns leaves a way out, so no figure must be wrong."""
        result = check(revised(right(), "organisation.nonspecialist_commune", 1000))

        assert "ARE-016" in {finding.code for finding in result.findings}
        assert () == result.causes


class TestLimits:
    """What a clean report pays, and what happens past the limits."""

    def test_a_clean_report_pays_nothing(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Where no rule of arithmetic is broken, nothing is located."""

        def fail(*_: object, **__: object) -> None:
            raise AssertionError("located although nothing is broken")

        monkeypatch.setattr(located, "localise", fail)
        monkeypatch.setattr(suspects, "linear_of", fail)
        assert () == check(right()).causes

    def test_past_a_cap_the_cause_says_so_and_blames_nobody(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A search that is cut short gives what is known: the findings, and how much must change at least."""
        monkeypatch.setattr(located, "_MOST_STEPS", 1)
        result = check(example())

        assert {LocalisationStatus.NOT_SOLVED} == {cause.status for cause in result.causes}
        assert {()} == {cause.candidates for cause in result.causes}
        for lang in LANGUAGES:
            assert 1 == len(describe_cause(result.causes[0], lang))
        assert ONLINE in marks_of(result).wrong
        assert facts_of(result)["causes"][0]["weight"] is None

    def test_the_same_report_gives_the_same_causes(self) -> None:
        """No search depends on the clock or on chance."""
        assert check(example()).causes == check(example()).causes

    def test_a_table_of_many_rows_with_several_mistakes_is_located(self) -> None:
        """Two hundred fields of activity, five slips: each is found in its row."""
        row = DossierRow(
            received=10, received_online=4, received_in_person=5, carried_over=1,
            resolved=9, resolved_early=6, resolved_on_time=2, resolved_late=1,
            pending=1, pending_in_time=1, pending_overdue=0, pending_not_due=1, paused_tax_notice=0, paused_supplement=0,
        )  # fmt: skip
        rows = [row] * 200
        total = DossierRow(**{name: value * 200 for name, value in vars(row).items() if value is not None})
        for number, figure, value in ((3, "resolved_early", 61), (50, "received_online", 44), (120, "resolved", 90)):
            rows[number] = rows[number].revise(**{figure: value})
        table = FieldTable(
            fields=tuple(FieldRow(field=f"Lĩnh vực {number}", figures=each) for number, each in enumerate(rows)),
            total=total,
        )
        result = check(revised(load(as_bytes(empty_tree())), "procedures.dossiers_by_field", table))
        stories = {path for story in told(result) for path in story if "by_field" in path}

        assert {
            "procedures.dossiers_by_field.fields[3].figures.resolved_early",
            "procedures.dossiers_by_field.fields[50].figures.received_online",
            "procedures.dossiers_by_field.fields[120].figures.resolved",
        } == stories


class TestShares:
    """A printed share that is wrong is a cause of its own, unless a figure it is made of is in doubt."""

    def test_a_slip_in_a_share_is_suggested(self) -> None:
        """The early share of the district, mistyped by one digit, beside figures that two identities confirm."""
        path = f"{DOSSIERS}.district.early_share_printed"
        cause = only(check(revised(right(), path, Decimal("91.84"))))

        assert [path] == [place.path for place in cause.suspects]
        assert cause.suggestion is not None
        assert [Decimal("91.94")] == [change.value for change in cause.suggestion.changes]

    def test_two_rules_on_one_share_are_one_cause(self) -> None:
        """A share printed 100% although some dossiers were not early is told once."""
        result = check(revised(right(), f"{DOSSIERS}.district.early_share_printed", Decimal(100)))
        assert ["DOS-017", "DOS-019"] == [finding.code for finding in result.findings_of(only(result))]

    def test_a_share_of_figures_in_doubt_waits_for_them(self) -> None:
        """Where the dossiers themselves are wrong, the share may be right."""
        row = f"{DOSSIERS}.district"
        result = check(
            with_values(right(), {f"{row}.early_share_printed": Decimal("91.94"), f"{row}.resolved_early": 3458})
        )
        assert [[f"{row}.resolved_early"]] == told(result)
        assert "DOS-017" in {finding.code for finding in result.findings}


class TestTruth:
    """A story never claims to repair what it does not."""

    @pytest.mark.parametrize("seed", range(25))
    def test_accepting_every_sure_candidate_leaves_none_of_its_findings(self, seed: int) -> None:
        """Whatever is wrong, the findings of a cause with one candidate are gone once that is accepted."""
        random = Random(seed)  # noqa: S311 - reproducible, not secret
        report = right()
        cells = [path for path, cell in system_of(report).cells.items() if isinstance(cell.value, int)]
        for path in random.sample(cells, random.randint(1, 4)):
            report = revised(report, path, random.randint(0, 500))
        result = check(report)
        for cause in result.causes:
            changes = [change for candidate in cause.candidates[:1] for change in candidate.changes]
            if len(cause.candidates) == 1 and all(change.value is not None for change in changes):
                others = [each for each in result.causes if each is not cause and len(each.candidates) == 1]
                fixed, _ = correct(report, result, [(cause, cause.candidates[0])])
                left = {(each.code, each.relation, each.place.path) for each in check(fixed).findings}
                mine = {(each.code, each.relation, each.place.path) for each in result.findings_of(cause)}
                touched = {place.path for each in others for place in each.suspects}
                assert set() == {each for each in mine & left if each[2] not in touched}

    def test_tables_that_disagree_do_not_hide_a_slip_in_one_of_them(self) -> None:
        """A table by field on another base misses every total; the slip in the table by level is found all the same."""
        rows = tuple(FieldRow(field=f"Lĩnh vực {number}", figures=_consistent(number)) for number in range(1, 5))
        fields = FieldTable(fields=rows, total=_consistent(10))
        path = f"{DOSSIERS}.total.received"
        report = with_values(right(), {"procedures.dossiers_by_field": fields, path: 89662})
        result = check(report)
        story = next(cause for cause in result.causes if [path] == [place.path for place in cause.suspects])

        assert {"DOS-002", "DOS-005", "LVL-001"} == {finding.code for finding in result.findings_of(story)}
        assert story.suggestion is not None
        assert [LocalisationStatus.NOT_SOLVED] == [
            cause.status
            for cause in result.causes
            if {"DOS-021"} == {finding.code for finding in result.findings_of(cause)}
        ]

    def test_any_two_of_many_figures_are_told_quickly(self) -> None:
        """Many rows of which any two may be wrong are one story, and no combination is tried twice."""
        row = FieldRow(field="Lĩnh vực", figures=DossierRow(received=5))
        rows = tuple(FieldRow(field=f"Lĩnh vực {number}", figures=row.figures) for number in range(24))
        total = DossierRow(received=5 * 24 - 8, received_online=112, received_in_person=0, carried_over=0)
        table = FieldTable(fields=rows, total=total)
        result = check(revised(load(as_bytes(empty_tree())), "procedures.dossiers_by_field", table))

        assert len(result.causes) == 1


def _consistent(times: int) -> DossierRow:
    """A row in which everything adds up."""
    return DossierRow(
        received=10 * times, received_online=4 * times, received_in_person=5 * times, carried_over=times,
        resolved=9 * times, resolved_early=6 * times, resolved_on_time=2 * times, resolved_late=times,
        pending=times, pending_in_time=times, pending_overdue=0,
    )  # fmt: skip


class TestSites:
    """A site's settings decide what is certain."""

    def test_a_rule_that_only_warns_at_a_site_locates_nothing(self) -> None:
        """Where a site takes a rule for a mere warning, its breach blames no figure."""
        result = check(example(), settings=Settings(severities={"ARE-004": Severity.WARNING}))
        assert [[ONLINE]] == told(result)

    def test_a_rule_that_is_switched_off_neither_accuses_nor_confirms(self) -> None:
        """Without the rule between blocks, two relations are left to speak of the online total."""
        result = check(example(), settings=Settings(off=["ONL-002"]))
        assert 2 == result.causes[0].voters

    def test_a_rule_that_is_switched_off_silences_no_other(self) -> None:
        """Where two rules tell one contradiction and the first is switched off, the second tells it."""
        report = revised(right(), f"{DOSSIERS}.district.paused_supplement", 13)
        codes = [
            {each.code for each in check(report, settings=Settings(off=off)).findings} for off in ((), ("DOS-004",))
        ]

        assert "DOS-004" in codes[0]
        assert "DOS-007" not in codes[0]
        assert "DOS-007" in codes[1]

    def test_a_support_that_is_switched_off_supports_nothing(self) -> None:
        """A site that does not hold with a rule of plausibility is not told of it."""
        cause = check(example(), settings=Settings(off=["ARE-029"])).causes[1]
        assert {()} == {candidate.supports for candidate in cause.candidates}

    def test_a_severity_of_the_site_leaves_rounding_what_it_is(self) -> None:
        """An amount that is only rounded otherwise stays a note, however grave the site takes its rule to be."""
        report = revised(right(), "public_finance.budget", Decimal(4901))
        result = check(report, settings=Settings(severities={"ARE-014": Severity.WARNING}))
        assert [Severity.INFO] == [each.severity for each in result.findings if each.code == "ARE-014"]


def test_a_finding_of_another_result_has_no_cause_here() -> None:
    """Findings are looked for in their own result."""
    result = check(example())
    assert result.causes[0] is result.cause_of(result.findings[0])
    assert result.cause_of(result.findings[-1]) is None
    with pytest.raises(ValueError, match="not in"):
        check(right()).cause_of(result.findings[0])


def test_a_record_on_its_own_is_located_too() -> None:
    """A row outside any report: the total of the resolved stands in two identities, and only it repairs both."""
    row = DossierRow(
        received=910, received_online=400, received_in_person=500, carried_over=10,
        resolved=870, resolved_early=610, resolved_on_time=100, resolved_late=70, pending=130,
    )  # fmt: skip
    result = check_record(row, DAY)

    assert [["resolved"]] == told(result)
    assert Fraction(780) == only(result).candidates[0].changes[0].value


def test_entries_put_the_findings_of_one_rule_on_texts_together() -> None:
    """Nine incomplete citations are one entry; two figures are never told as one."""
    entries = entries_of(check(example()))
    incomplete = [entry for entry in entries if entry.codes == ("CIT-004",)]

    assert 1 == len(incomplete)
    assert 9 == len(incomplete[0].findings)
    assert sum(len(entry.findings) for entry in entries) == len(check(example()).findings)


def test_of_several_candidates_the_one_that_stands_out_is_named() -> None:
    """Though the others are least sets too."""
    cause = check(load("examples/dinh-hoa-2021.json")).causes[1]
    assert "có lẽ đúng là cách (2)" in describe_cause(evolve(cause, suggestion=cause.candidates[1]))
