"""Rules on dossiers that are functions: that they hold, that they fail, and what a blank means for them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from cchc_core import (
    CONDITIONS,
    Agency,
    AgencyRow,
    AgencyTable,
    CheckResult,
    DossierRow,
    FieldRow,
    FieldTable,
    Level,
    LevelTable,
    OnlineRow,
    OverdueRow,
    Procedures,
    Report,
    ReturnedPolicy,
    Severity,
    Tier,
    check,
    check_record,
    describe,
    describe_place,
    dump,
    load,
)
from example_for_tests import example, with_figures

ROW = DossierRow(received=1)


def told(result: CheckResult, code: str) -> list[tuple[str, str, str]]:
    """Give the findings of a condition: path, and the sentence in both languages."""
    functions = {condition.name for condition in CONDITIONS if condition.rule.code == code}
    return [
        (each.place.path, describe(each), describe(each, "en"))
        for each in result.findings
        if each.code == code and each.relation in functions
    ]


def outcome(result: CheckResult, code: str) -> str:
    """Give what became of a condition at its first place: the status, or the reason why it was not applied."""
    functions = {condition.name for condition in CONDITIONS if condition.rule.code == code}
    found = next(each for each in result.outcomes if each.rule.code == code and each.relation in functions)
    return found.reason.kind if found.reason else found.status.value


def procedures(**values: Any) -> CheckResult:
    """Check what a report says of procedures, and nothing else."""
    return check_record(Procedures(**values), date(2021, 12, 14))


def row(**values: Any) -> CheckResult:
    """Check one row of form II.06a."""
    return check_record(DossierRow(**values), date(2021, 12, 14))


def by_field(*names: str, numbers: tuple[int | None, ...] = ()) -> FieldTable[DossierRow]:
    """Make a table by field."""
    numbers += (None,) * (len(names) - len(numbers))
    rows = zip(names, numbers, strict=True)
    return FieldTable(fields=tuple(FieldRow(field=name, figures=ROW, number=number) for name, number in rows))


def by_agency(*rows: tuple[str, Level], numbers: tuple[int | None, ...] = ()) -> AgencyTable[DossierRow]:
    """Make a table by agency."""
    numbers += (None,) * (len(rows) - len(numbers))
    return AgencyTable(
        agencies=tuple(
            AgencyRow(agency=name, level=level, figures=ROW, number=number)
            for (name, level), number in zip(rows, numbers, strict=True)
        )
    )


def report(agency: Tier = Tier.DISTRICT, day: str = "2021-12-14", **values: Any) -> CheckResult:
    """Check a report of an agency of a tier with nothing but these tables."""
    bare = with_figures({}, day)
    return check(bare.revise(agency=Agency(name="UBND", tier=agency), procedures=Procedures(**values)))


class TestNames:
    """DOS-010: one row for each name, and no total among the rows."""

    def test_it_holds(self) -> None:
        """Names that differ; an agency of one name in two bands is two agencies."""
        assert "passed" == outcome(
            procedures(dossiers_by_field=by_field("Đất đai", "Tổng cục Thuế", "Công an")), "DOS-010"
        )
        twins = by_agency(("Công an", Level.DISTRICT), ("Công an", Level.COMMUNE))
        assert "passed" == outcome(procedures(dossiers_by_agency=twins), "DOS-010")

    def test_a_name_twice(self) -> None:
        """Capitals and spaces make no other field of it."""
        result = procedures(dossiers_by_field=by_field("Đất đai", "Tư pháp", " đất  ĐAI:"))
        assert told(result, "DOS-010") == [
            (
                "dossiers_by_field.fields[2]",
                "“ đất  ĐAI:” có 2 dòng; mỗi tên chỉ một dòng",
                "“ đất  ĐAI:” has 2 rows; there is one row for a name",
            )
        ]
        assert Severity.ERROR is result.findings[0].severity

    def test_no_name(self) -> None:
        """The row is told by its position and its place."""
        result = procedures(dossiers_by_agency=by_agency(("UBND xã Bảo Cường", Level.COMMUNE), ("  ", Level.COMMUNE)))
        assert told(result, "DOS-010") == [
            (
                "dossiers_by_agency.agencies[1]",
                "dòng thứ 2 không có tên; hãy ghi tên",
                "row 2 has no name; give it one",
            )
        ]
        assert "Kết quả giải quyết hồ sơ theo cơ quan" in describe_place(result.findings[0].place)

    @pytest.mark.parametrize("name", ["Tổng cộng", "TỔNG SỐ:", "Cộng", "Tổng", "Tổng cộng cấp xã"])
    def test_a_total_among_the_rows(self, name: str) -> None:
        """Whatever it is called, it would be counted twice."""
        (found,) = told(procedures(dossiers_by_field=by_field("Đất đai", name)), "DOS-010")
        assert found == (
            "dossiers_by_field.fields[1]",
            f"“{name}” là dòng tổng đứng giữa các dòng, bị cộng hai lần; hãy chuyển xuống dòng tổng của bảng",
            f"“{name}” is a total among the rows and is counted twice; move it to the total of the table",
        )

    def test_an_agency_in_the_band_of_the_total(self) -> None:
        """An agency stands at a level, the total stands apart."""
        result = procedures(dossiers_by_agency=by_agency(("Toàn huyện", Level.TOTAL)))
        assert ["dossiers_by_agency.agencies[0]"] == [path for path, _, _ in told(result, "DOS-010")]

    def test_no_rows(self) -> None:
        """There is nothing to look at."""
        assert "absent" == outcome(procedures(), "DOS-010")


class TestNumbers:
    """DOS-011: running numbers go on from 1."""

    def test_it_holds(self) -> None:
        """Through the whole table, or anew under each band; a row without number is passed over."""
        assert "passed" == outcome(
            procedures(dossiers_by_field=by_field("A", "B", "C", numbers=(1, None, 3))), "DOS-011"
        )
        rows = (("A", Level.DISTRICT), ("B", Level.DISTRICT), ("C", Level.COMMUNE))
        for numbers in ((1, 2, 3), (1, 2, 1)):
            assert "passed" == outcome(procedures(dossiers_by_agency=by_agency(*rows, numbers=numbers)), "DOS-011")

    def test_a_number_is_passed_over(self) -> None:
        """The first that is off is told, not every one that follows."""
        result = procedures(dossiers_by_field=by_field("A", "B", "C", numbers=(1, 3, 4)))
        assert told(result, "DOS-011") == [
            (
                "dossiers_by_field.fields[1]",
                "số thứ tự 3 ở chỗ của số 2; hãy đánh lại số hoặc xem lại các dòng",
                "number 3 stands where number 2 belongs; number the rows again, or look for a row missing",
            )
        ]
        assert Severity.INFO is result.findings[0].severity

    def test_no_numbers(self) -> None:
        """A report that prints none is not asked for any."""
        assert "absent" == outcome(procedures(dossiers_by_field=by_field("A", "B")), "DOS-011")


class TestEmptyRows:
    """DOS-012: a row of zeros and blanks has to be confirmed."""

    def test_it_holds(self) -> None:
        """One dossier is enough."""
        assert "passed" == outcome(report(dossiers=LevelTable(district=ROW)), "DOS-012")

    def test_blanks_and_zeros_are_told_apart(self) -> None:
        """A row left blank wants figures, a row of zeros a confirmation."""
        result = report(
            dossiers=LevelTable(district=DossierRow(), commune=DossierRow(received=0, pending=0)),
            dossiers_by_field=FieldTable(fields=(FieldRow(field="Đất đai", figures=DossierRow(resolved=0)),)),
        )
        assert told(result, "DOS-012") == [
            (
                "procedures.dossiers.district",
                "dòng này để trống mọi ô; không phát sinh thì ghi 0, chưa có số liệu thì bổ sung",
                "every cell of this row is blank; write 0 if there was nothing, or enter the figures",
            ),
            (
                "procedures.dossiers.commune",
                "dòng này không có số nào khác 0; hãy xác nhận là không phát sinh hồ sơ",
                "no figure of this row is other than 0; confirm that there were no dossiers",
            ),
            (
                "procedures.dossiers_by_field.fields[0].figures",
                "dòng này không có số nào khác 0; hãy xác nhận là không phát sinh hồ sơ",
                "no figure of this row is other than 0; confirm that there were no dossiers",
            ),
        ]
        found = [each for each in result.findings if each.code == "DOS-012"]
        assert {Severity.WARNING} == {each.severity for each in found}
        assert "Kết quả giải quyết hồ sơ theo lĩnh vực, dòng “Đất đai”" == describe_place(found[2].place)

    @pytest.mark.parametrize(
        ("agency", "day", "expected"),
        [
            (Tier.PROVINCE, "2021-12-14", ["province", "district", "commune"]),
            (Tier.DISTRICT, "2021-12-14", ["district", "commune"]),
            (Tier.COMMUNE, "2021-12-14", ["commune"]),
            (Tier.PROVINCE, "2025-07-01", ["province", "commune"]),
        ],
    )
    def test_levels_that_the_agency_has_not(self, agency: Tier, day: str, expected: list[str]) -> None:
        """A district has no provincial dossiers, and since July 2025 nobody has a district."""
        empty = DossierRow(received=0)
        result = report(agency, day, dossiers=LevelTable(province=empty, district=empty, commune=empty))
        assert [f"procedures.dossiers.{level}" for level in expected] == [
            path for path, _, _ in told(result, "DOS-012")
        ]

    def test_no_rows(self) -> None:
        """Without a table, or with rows of other levels only, there is nothing to look at."""
        assert "absent" == outcome(report(), "DOS-012")
        assert "absent" == outcome(report(dossiers=LevelTable(province=DossierRow())), "DOS-012")


class TestReturned:
    """DOS-013: how dossiers returned or withdrawn count is said."""

    @pytest.mark.parametrize("policy", ReturnedPolicy)
    def test_it_holds(self, policy: ReturnedPolicy) -> None:
        """Any declared way will do."""
        dossiers = LevelTable(total=DossierRow(returned=3))
        assert "passed" == outcome(procedures(dossiers=dossiers, returned_policy=policy), "DOS-013")

    def test_it_fails(self) -> None:
        """The total is named where it states them, and both figures."""
        table = LevelTable(commune=DossierRow(returned=60), total=DossierRow(returned=60, withdrawn=30))
        result = procedures(dossiers=table)
        assert told(result, "DOS-013") == [
            (
                "dossiers.total.returned",
                "có 90 hồ sơ trả lại, xin rút mà không nêu tính vào đúng hạn, nêu riêng hay không tính; hãy nêu cách tính",
                (
                    "90 dossiers were returned or withdrawn, and it is not said whether they count as on time, "
                    "apart or not at all; say how they count"
                ),
            )
        ]
        (finding,) = [each for each in result.findings if each.code == "DOS-013"]
        assert ["dossiers.total.returned", "dossiers.total.withdrawn"] == [each.place.path for each in finding.operands]
        assert Severity.WARNING is finding.severity

    def test_a_field_alone_states_them(self) -> None:
        """Rows of any table of dossiers are looked at."""
        table = FieldTable(fields=(FieldRow(field="Đất đai", figures=DossierRow(withdrawn=1)),))
        result = procedures(dossiers_by_field=table)
        assert ["dossiers_by_field.fields[0].figures.withdrawn"] == [path for path, _, _ in told(result, "DOS-013")]

    def test_none_was(self) -> None:
        """Blank or 0: nothing needs to be said."""
        assert "absent" == outcome(procedures(), "DOS-013")
        assert "absent" == outcome(procedures(dossiers=LevelTable(total=DossierRow(returned=0))), "DOS-013")


class TestUnclassified:
    """DOS-014: each dossier resolved is early, on time or late."""

    def test_it_holds(self) -> None:
        """None is left, or those left were returned or withdrawn."""
        assert "passed" == outcome(row(unclassified=0), "DOS-014")
        assert "passed" == outcome(row(unclassified=5, returned=3, withdrawn=2), "DOS-014")

    def test_it_fails(self) -> None:
        """Stated openly they are no contradiction with (7), and still to be put under a class."""
        result = row(resolved=10, resolved_early=4, resolved_on_time=2, resolved_late=1, unclassified=3, returned=1)
        assert ["DOS-014"] == [each.code for each in result.findings]
        assert told(result, "DOS-014") == [
            (
                "unclassified",
                "còn 2 hồ sơ đã giải quyết chưa xếp vào trước hạn, đúng hạn hay quá hạn; hãy xếp loại",
                "2 dossiers resolved are in no class; put them under early, on time or late",
            )
        ]
        assert Severity.WARNING is result.findings[0].severity

    def test_where_nothing_is_stated_the_classes_have_to_add_up(self) -> None:
        """A blank means none: it is DOS-003 then, in the words of the form."""
        result = row(resolved=10, resolved_early=4, resolved_on_time=2, resolved_late=1)
        assert "blank" == outcome(result, "DOS-014")
        assert ["(7) ≠ (8) + (9) + (10): 10 ≠ 4 + 2 + 1 = 7, lệch +3"] == [describe(each) for each in result.findings]


class TestExplained:
    """DOS-016: late dossiers come with reasons and letters of apology."""

    LATE = LevelTable(district=DossierRow(resolved_late=2), commune=DossierRow(resolved_late=61, pending_overdue=1))

    def test_it_holds(self) -> None:
        """For each level that has late dossiers."""
        explained = OverdueRow(by_agency=1, apologies=0)
        overdue = LevelTable(district=explained, commune=explained)
        assert "passed" == outcome(procedures(dossiers=self.LATE, overdue=overdue), "DOS-016")

    def test_reasons_and_apologies_are_missing(self) -> None:
        """What is missing is told apart, at the level where it is."""
        overdue = LevelTable(district=OverdueRow(by_system=2), commune=OverdueRow(apologies=61))
        result = procedures(dossiers=self.LATE, overdue=overdue)
        assert told(result, "DOS-016") == [
            (
                "dossiers.district.resolved_late",
                "có 2 hồ sơ quá hạn mà chưa nêu số phiếu xin lỗi và hẹn lại; hãy bổ sung",
                "2 dossiers are late and the number of letters of apology is not given; add it",
            ),
            (
                "dossiers.commune.resolved_late",
                "có 62 hồ sơ quá hạn mà chưa nêu nguyên nhân; hãy nêu số hồ sơ theo từng nguyên nhân",
                "62 dossiers are late and no reason is given; say how many are late for which reason",
            ),
        ]

    def test_a_level_is_left_out(self) -> None:
        """A table by level speaks of every level that has late dossiers."""
        overdue = LevelTable(district=OverdueRow(by_agency=2, apologies=2))
        found = told(procedures(dossiers=self.LATE, overdue=overdue), "DOS-016")
        assert ["dossiers.commune.resolved_late"] * 2 == [path for path, _, _ in found]

    def test_a_total_alone(self) -> None:
        """A table with a total alone speaks of the total, which here is in time."""
        dossiers = LevelTable(commune=DossierRow(resolved_late=61), total=DossierRow(resolved_late=0))
        overdue = LevelTable(total=OverdueRow(by_agency=0))
        assert "passed" == outcome(procedures(dossiers=dossiers, overdue=overdue), "DOS-016")

    def test_a_report_without_such_a_table(self) -> None:
        """The real report has 63 late dossiers and no table of reasons: nothing is held against it."""
        assert "absent" == outcome(check(example()), "DOS-016")


class TestSharesAddUp:
    """DOS-018: shares of all classes make 100."""

    def test_it_holds(self) -> None:
        """Each may be off by one unit of its last digit."""
        assert "passed" == outcome(
            row(
                early_share_printed=Decimal("97.67"),
                exactly_on_time_share_printed=Decimal("2.28"),
                late_share_printed=Decimal("0.08"),
            ),
            "DOS-018",
        )

    def test_three_classes(self) -> None:
        """The sentence adds them up."""
        result = row(
            early_share_printed=Decimal("97.66"),
            exactly_on_time_share_printed=Decimal("2.27"),
            late_share_printed=Decimal("0.70"),
        )
        assert told(result, "DOS-018") == [
            (
                "early_share_printed",
                "trước hạn 97,66% + đúng hạn 2,27% + quá hạn 0,70% = 100,63%, không phải 100,00%",
                "early 97.66% + on time 2.27% + late 0.70% = 100.63%, not 100.00%",
            )
        ]
        assert 3 == len(result.findings[0].operands)
        assert Severity.WARNING is result.findings[0].severity

    def test_two_classes(self) -> None:
        """Early or on time, and late; one unit of each is all that rounding explains."""
        values = {"on_time_share_printed": Decimal("99.9"), "late_share_printed": Decimal("0.31")}
        assert told(row(**values), "DOS-018") == [
            (
                "on_time_share_printed",
                "trước và đúng hạn 99,9% + quá hạn 0,31% = 100,21%, không phải 100,00%",
                "early or on time 99.9% + late 0.31% = 100.21%, not 100.00%",
            )
        ]
        assert "passed" == outcome(row(**values | {"late_share_printed": Decimal("0.21")}), "DOS-018")

    def test_dossiers_in_no_class_have_a_share_too(self) -> None:
        """With 10 of 100 in no class the others make 90%."""
        values = {"on_time_share_printed": Decimal("80.00"), "late_share_printed": Decimal("10.00"), "unclassified": 10}
        assert "passed" == outcome(row(**values, resolved=100), "DOS-018")
        assert "blank" == outcome(row(**values), "DOS-018")

    def test_not_applicable(self) -> None:
        """No share printed, one missing, or nothing resolved."""
        late = {"late_share_printed": Decimal("0.00")}
        assert "no_shares" == outcome(row(), "DOS-018")
        assert "blank" == outcome(row(**late), "DOS-018")
        assert "no_base" == outcome(row(**late, on_time_share_printed=Decimal("0.00"), resolved=0), "DOS-018")


class TestOnline:
    """ONL-006: where no procedure is provided online, no dossier comes online."""

    def test_it_holds(self) -> None:
        """With procedures, or without dossiers."""
        online = LevelTable(total=OnlineRow(received=25))
        assert "passed" == outcome(procedures(online=online, level_4=1, level_3=0), "ONL-006")
        none = LevelTable(total=OnlineRow(received=0))
        assert "passed" == outcome(procedures(online=none, level_4=0, level_3=0), "ONL-006")

    def test_it_fails(self) -> None:
        """The largest number is told, from the online block or from column (4)."""
        online = LevelTable(commune=OnlineRow(received=5))
        dossiers = LevelTable(commune=DossierRow(received_online=25))
        result = procedures(online=online, dossiers=dossiers, level_4=0, level_3=0)
        assert told(result, "ONL-006") == [
            (
                "dossiers.commune.received_online",
                "có 25 hồ sơ trực tuyến trong khi không thủ tục nào được cung cấp trực tuyến; hãy xem lại cả hai số",
                "25 dossiers came online although no procedure is provided online; look at both figures again",
            )
        ]

    def test_the_terms_used_since_2022(self) -> None:
        """Procedures provided in full and in part count just so."""
        online = LevelTable(total=OnlineRow(received=25))
        result = procedures(online=online, full_online=0, partial_online=0)
        assert ["online.total.received"] == [path for path, _, _ in told(result, "ONL-006")]
        (finding,) = [each for each in result.findings if each.code == "ONL-006"]
        assert ["full_online", "partial_online"] == [each.place.figure for each in finding.right]
        assert "passed" == outcome(procedures(online=online, full_online=0, partial_online=1), "ONL-006")

    def test_blanks(self) -> None:
        """A blank is not 0 procedures, and a report without such dossiers is left in peace."""
        assert "blank" == outcome(procedures(online=LevelTable(total=OnlineRow(received=5)), level_4=0), "ONL-006")
        assert "absent" == outcome(procedures(level_4=0, level_3=0), "ONL-006")


def test_the_real_report_breaks_none_of_these_rules() -> None:
    """Nothing false is told of it."""
    codes = {"DOS-010", "DOS-011", "DOS-012", "DOS-013", "DOS-014", "DOS-016", "DOS-018", "ONL-006"}
    assert codes <= {condition.rule.code for condition in CONDITIONS}
    assert set() == codes & {finding.code for finding in check(example()).findings}


def test_a_report_with_all_of_it_survives_being_saved() -> None:
    """Policy, running numbers, reasons and printed shares are part of the contract."""
    held = Procedures(
        returned_policy=ReturnedPolicy.SEPARATE,
        dossiers_by_field=by_field("Đất đai", numbers=(1,)),
        overdue=LevelTable(total=OverdueRow(by_agency=1)),
        dossiers=LevelTable(total=DossierRow(late_share_printed=Decimal("0.10"))),
    )
    saved: Report = example().revise(procedures=held)
    assert saved == load(dump(saved))
