"""The statistical appendix: every line in its place, what is blank blank, what is derived told apart."""

from __future__ import annotations

import csv
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from cchc_core import (
    CATALOGUE,
    Catalogue,
    DeclarationError,
    Figure,
    FigureKind,
    Level,
    OpenBound,
    Record,
    Report,
    check,
    describe,
    form_of,
)
from cchc_core.forms import LevelTable, LineGroup, Ratio, count, form, line_order, listed, part, ratio
from cchc_core.forms.tables import ByLevel, Part, by_level
from cchc_core.indicators import IndicatorLine, indicator_lines, wording_notes
from cchc_core.law import Instrument
from cchc_core.numbers import percent_of
from cchc_core.schema import report_schema
from example_for_tests import example, with_figures
from forms_for_tests import NONNEGATIVE, SOURCE, SUMS

with (Path(__file__).parent / "catalogue" / "indicators.csv").open(encoding="utf-8") as file:
    GOLDEN = list(csv.DictReader(file))

LINES = indicator_lines(example())
SHARES = [
    (form.key, name)
    for form in CATALOGUE
    for name, share in form.ratios.items()
    if share.line and share.reported is not None
]


def line_of(report: Report, number: str) -> IndicatorLine:
    """Give the line of a number."""
    return next(line for line in indicator_lines(report) if line.number == number)


def written(line: IndicatorLine) -> str:
    """Write what a line shows, as the file of expected lines does."""
    if line.is_share and line.is_derived:
        assert line.derived is not None
        return str(percent_of(line.derived, line.decimals))
    value = line.value if line.is_share else line.quantity
    if isinstance(value, OpenBound):
        return f"{value.word.value} {value.value}"
    return "" if value is None else str(value)


def share_at(key: str, name: str) -> Ratio:
    """Give the declaration of a share."""
    return next(form for form in CATALOGUE if form.key == key).ratios[name]


class TestList:
    """Which lines there are, and in which order."""

    def test_every_line_is_as_set_down(self) -> None:
        """Number, label, unit and value of each, in the order of the appendix."""
        found = [(line.number, line.label, line.unit, written(line)) for line in LINES]
        assert [tuple(row.values()) for row in GOLDEN] == found

    def test_there_are_seven_groups(self) -> None:
        """Direction and the six areas, each under the title of its section."""
        groups = [line for line in LINES if line.depth == 0]
        assert ["1", "2", "3", "4", "5", "6", "7"] == [line.number for line in groups]
        titles = {form.title for form in CATALOGUE}
        assert all(line.is_heading and line.label in titles for line in groups)

    def test_lines_are_sorted_by_their_numbers(self) -> None:
        """1.2 comes before 1.10."""
        numbers = [line.number for line in LINES]
        assert sorted(numbers, key=line_order) == numbers
        assert len(set(numbers)) == len(numbers)

    def test_every_line_stands_under_another(self) -> None:
        """No number has a gap above it or before it."""
        numbers = {line.number for line in LINES}
        for number in numbers:
            above, _, last = number.rpartition(".")
            assert not above or above in numbers
            assert int(last) == 1 or f"{above}.{int(last) - 1}".lstrip(".") in numbers

    def test_every_share_has_its_figures_beneath_it(self) -> None:
        """Denominator and numerator, with numbers of their own, and at least the denominator a line of its own."""
        shares = [line for line in LINES if line.is_share]
        assert 25 == len(shares)
        for share in shares:
            below = [line for line in LINES if line.number.startswith(f"{share.number}.")]
            shown = [line.numerator or (line.path,) for line in below]
            assert [share.denominator, share.numerator] == shown

    def test_headings_hold_nothing(self) -> None:
        """A heading has a title, and neither unit nor value."""
        for line in LINES:
            assert not line.is_heading or (line.unit, line.path, line.quantity, line.share) == ("", "", None, None)
            assert line.is_heading or line.unit

    def test_a_level_that_is_gone_is_said_to_be(self) -> None:
        """Since 01/7/2025 there are no districts; their lines stay on the form, and say so."""
        district = "2.1.3"
        assert "" == line_of(example(), district).note
        assert "Cấp huyện không còn trong kỳ báo cáo này." == line_of(with_figures({}, "2026-12-14"), district).note
        note = line_of(with_figures({}, "2026-12-14"), "7.2.2").note
        assert note == "Cấp huyện không còn trong kỳ báo cáo này."
        assert "" == line_of(with_figures({}, "2026-12-14"), "2.1.2").note


class TestValues:
    """What the lines show."""

    def test_a_blank_stays_blank(self) -> None:
        """A report that states nothing fills no line in."""
        lines = indicator_lines(with_figures({}))
        assert [line.number for line in LINES] == [line.number for line in lines]
        assert not any(line.is_stated or line.is_derived for line in lines)

    def test_a_reported_quantity_is_as_reported(self) -> None:
        """A zero is a zero, and an open figure keeps its word."""
        assert 0 == line_of(example(), "2.1.4").quantity
        assert isinstance(line_of(example(), "1.5.3").quantity, OpenBound)
        assert not line_of(example(), "2.1.4").is_derived

    def test_a_share_nobody_printed_is_derived(self) -> None:
        """21 of 22 tasks."""
        line = line_of(example(), "1.1.1")
        assert (Fraction(21, 22), True) == (line.share, line.is_derived)
        assert line.quantity is None

    def test_a_printed_share_is_shown_as_printed(self) -> None:
        """Also where it is wrong; the exact one is still there to compare."""
        given = {"tasks_planned": 22, "tasks_done": 21, "plan_completion_printed": "95.5"}
        report = with_figures({f"direction.{name}": value for name, value in given.items()})
        line = line_of(report, "1.1.1")
        assert (Decimal("95.5"), Fraction(21, 22), False) == (line.share, line.derived, line.is_derived)
        assert "direction.plan_completion_printed" == line.path

    def test_figures_of_tables_are_added_up(self) -> None:
        """Dossiers resolved early and on time stand in two columns of form II.06a."""
        line = line_of(example(), "3.3.2.2")
        assert (3857, True, "") == (line.quantity, line.is_derived, line.path)
        assert ("resolved_early", "resolved_on_time") == tuple(path.rpartition(".")[2] for path in line.numerator)

    def test_a_single_figure_declared_elsewhere_is_named(self) -> None:
        """The service units of area 4 are also those to be divided by autonomy."""
        line = line_of(example(), "6.2.1")
        assert (74, "civil_service.service_units") == (line.quantity, line.path)

    def test_a_row_that_prints_its_share_lends_it(self) -> None:
        """The share on time of the communes is that of their row."""
        row = "procedures.dossiers.commune"
        report = with_figures(
            {
                f"{row}.resolved": 4,
                f"{row}.resolved_early": 1,
                f"{row}.resolved_on_time": 2,
                f"{row}.on_time_share_printed": "75.00",
            }
        )
        line = line_of(report, "3.3.3")
        assert (Decimal("75.00"), None) == (line.share, line.kind)

    def test_money_may_have_decimals(self) -> None:
        """Amounts stay as printed."""
        report = with_figures({"public_finance.investment_planned": "80.50"})
        assert Decimal("80.50") == line_of(report, "6.1.1.1").quantity


class TestWording:
    """Whether a line's wording was seen in the text that prescribes it."""

    def test_no_wording_was_verified(self) -> None:
        """The text of 725/BNV-CCHC could not be seen, and no line claims that it was."""
        assert not any(line.verified for line in LINES)
        assert ("Lời văn chỉ tiêu chưa kiểm chứng nguyên văn với Công văn số 725/BNV-CCHC.",) == wording_notes(LINES)
        assert () == wording_notes([])

    def test_the_schema_says_so(self) -> None:
        """Whoever reads the contract learns the line of a figure, and that its wording is ours."""
        direction = report_schema()["$defs"]["Direction"]["properties"]
        for name, number in (("tasks_planned", "1.1.1.1"), ("plan_completion_printed", "1.1.1")):
            assert f"dòng {number} Phụ lục I (lời văn chưa kiểm chứng nguyên văn)" in direction[name]["description"]
        assert "Phụ lục I" not in direction["tasks_all"]["description"]


class TestRules:
    """Every share of the appendix keeps the same rules."""

    @staticmethod
    def findings(key: str, name: str, some: Any, base: Any, printed: str) -> list[str]:
        """Give the codes found on a share of two figures."""
        declared = share_at(key, name)
        assert declared.reported is not None
        numerator, denominator = declared.numerator.paths[0][0], declared.denominator.paths[0][0]
        is_money = next(form for form in CATALOGUE if form.key == key).figures[numerator].kind is FigureKind.MONEY
        values = {numerator: some, denominator: base}
        given = {each: str(value) if is_money and value is not None else value for each, value in values.items()}
        given[declared.reported.name] = printed
        report = with_figures({f"{key}.{figure}": value for figure, value in given.items() if value is not None})
        ours = {"ARE-003", "ARE-018", "ARE-023", "ARE-024", "ARE-025", "ARE-026"}
        found = [each for each in check(report).findings if each.code in ours]
        assert all(describe(each, lang) for each in found for lang in ("vi", "en"))
        return sorted(each.code for each in found)

    @pytest.mark.parametrize(("key", "name"), SHARES)
    def test_a_share_is_recomputed(self, key: str, name: str) -> None:
        """Two thirds are 66,67%; 66% are one unit of rounding off the whole per cent, 60% are wrong."""
        assert [] == self.findings(key, name, 2, 3, "66.67")
        assert [] == self.findings(key, name, 2, 3, "67")
        assert ["ARE-024"] == self.findings(key, name, 2, 3, "60.00")

    @pytest.mark.parametrize(("key", "name"), SHARES)
    def test_the_extremes_hide_nothing(self, key: str, name: str) -> None:
        """9.999 of 10.000 are not 100%, 1 of 10.000 is not 0%, though they round to it."""
        assert ["ARE-025"] == self.findings(key, name, 99_999, 100_000, "100")
        assert ["ARE-025"] == self.findings(key, name, 1, 100_000, "0.0")
        assert [] == self.findings(key, name, 3, 3, "100")

    @pytest.mark.parametrize(("key", "name"), SHARES)
    def test_nothing_has_no_share(self, key: str, name: str) -> None:
        """With a denominator of zero the share is left blank; it does not lack figures."""
        assert ["ARE-026"] == self.findings(key, name, 0, 0, "100")
        assert ["ARE-026"] == self.findings(key, name, None, 0, "100")

    @pytest.mark.parametrize(("key", "name"), SHARES)
    def test_a_share_comes_with_its_figures(self, key: str, name: str) -> None:
        """Whoever prints a share states both figures."""
        for some, base in ((None, 3), (2, None), (None, None)):
            assert ["ARE-018"] == self.findings(key, name, some, base, "66.67")

    def test_a_missing_figure_is_named(self) -> None:
        """The finding stands where the blank is, and says which share needs it."""
        report = with_figures({"digital_government.exchanged_online": "100"})
        (finding,) = [each for each in check(report).findings if each.code == "ARE-018"]
        assert "digital_government.documents_online" == finding.place.path
        assert describe(finding).startswith("để trống trong khi báo cáo ghi 100% ở chỉ tiêu “Tỷ lệ văn bản trao đổi")
        assert describe(finding, "en") == (
            "left blank although 100% is stated for “exchanged online”; give “documents online” and “documents”,"
            " so that the share can be worked out again"
        )

    def test_a_report_without_shares_is_passed_over(self) -> None:
        """There is nothing that could come with figures."""
        (outcome,) = [each for each in check(with_figures({})).outcomes if each.rule.code == "ARE-018"]
        assert outcome.reason is not None
        assert "no_shares" == outcome.reason.kind


class TestDeclarations:
    """Lines as a form declares them."""

    @staticmethod
    def form_with(number: str, *, group: LineGroup | None = None) -> type[Record]:
        """Declare a form with one line."""

        @form("lines", title="Biểu", source=SOURCE, nonnegative=NONNEGATIVE, lines=group or LineGroup("1"))
        class Lines(Record):
            a: Figure[int] = count("A", line=number)

        return Lines

    @pytest.mark.parametrize("number", ["1.", "a", "1.0", "1.a", " 1.1", "1,1", "0"])
    def test_a_line_has_dotted_numbers(self, number: str) -> None:
        """Whatever else is refused, by form and field."""
        with pytest.raises(DeclarationError, match=r"form lines\.a: .*lines are numbered 1, 1\.1, 1\.1\.1"):
            self.form_with(number)

    def test_two_lines_of_one_number_are_refused(self) -> None:
        """In a form: a figure and a heading."""
        with pytest.raises(DeclarationError, match=r"form lines\.a: stands on line 1\.1, as lines does"):
            self.form_with("1.1", group=LineGroup("1", {"1.1": "Mục"}))

    def test_two_forms_never_share_a_line(self) -> None:
        """In a catalogue: two groups of one number, or two figures."""
        first, second = self.form_with("1.1"), self.form_with("1.1", group=LineGroup("2"))

        @form("other", title="Biểu", source=SOURCE, nonnegative=NONNEGATIVE, lines=LineGroup("1"))
        class Other(Record):
            a: Figure[int] = count("A", line="1.2")

        @form("more", title="Biểu", source=SOURCE, nonnegative=NONNEGATIVE)
        class More(Record):
            a: Figure[int] = count("A", line="1.2")

        assert ("1", "1.1") == form_of(first).lines.numbers
        assert ("2", "1.1") == form_of(second).lines.numbers
        with pytest.raises(DeclarationError, match=r"form other\.lines: stands on line 1, as a line of 'lines'"):
            Catalogue.of((first, Other))
        with pytest.raises(DeclarationError, match=r"form more\.a: stands on line 1\.2, as a line of 'other'"):
            Catalogue.of((Other, More))
        assert 2 == len(list(Catalogue.of((first, More))))

    def test_a_listed_line_shows_figures_of_one_row(self) -> None:
        """A column of a table has many rows, and none of them is meant."""

        @form("row", title="Dòng", source=SOURCE, nonnegative=NONNEGATIVE)
        class Row(Record):
            a: Figure[int] = count("A")
            b: Figure[int] = count("B")
            share = ratio("Tỷ lệ", a / b)

        def declare(line: Any, **more: Any) -> None:
            @form("listing", title="Biểu", source=SOURCE, nonnegative=NONNEGATIVE)
            class Listing(Record):
                rows: ByLevel[Row] = by_level(Row, "Bảng", sums=SUMS)
                shown = listed("1.1", "Dòng", line(rows), **more)

            assert {"1.1"} <= set(form_of(Listing).lines.numbers)
            assert Listing.shown is Listing(rows=LevelTable()).shown

        declare(lambda rows: rows.total.a)
        declare(lambda rows: rows.total.share, base="Mẫu số", part="Tử số")
        for line, more in (
            (lambda rows: rows.a, {}),
            (lambda rows: rows.total.share, {}),
            (lambda rows: rows.total.a, {"base": "Mẫu số", "part": "Tử số"}),
            (lambda rows: rows.total.share, {"base": "Mẫu số"}),
            (lambda rows: rows.total.missing, {}),
        ):
            with pytest.raises(DeclarationError, match=r"form listing\.shown: "):
                declare(line, **more)

    def test_what_a_part_declares_is_listed_through_it(self) -> None:
        """A verified source makes a verified line."""
        seen = Instrument(notation="Thông tư số 01/2000/TT-TEST").at("mẫu 1", verified=True)

        @form("seen", title="Biểu", source=seen, nonnegative=NONNEGATIVE, lines=LineGroup("1"))
        class Seen(Record):
            a: Figure[int] = count("A", line="1.1", level=Level.COMMUNE)

        @form("whole", title="Báo cáo", source=SOURCE, nonnegative=NONNEGATIVE)
        class Whole(Record):
            period: Any
            seen: Part[Seen] = part(Seen)
            rows: ByLevel[Seen] = by_level(Seen, "Bảng", sums=SUMS)

        whole: Any = Whole(period=example().period, seen=Seen(a=3))
        lines = indicator_lines(whole)
        assert [("1", None, True), ("1.1", 3, True)] == [(each.number, each.quantity, each.verified) for each in lines]
        assert () == wording_notes(lines)
