"""What records and results look like where programmers meet them: on the prompt, on a console, in a notebook."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from html.parser import HTMLParser
from typing import ClassVar

import pytest
from attrs import evolve
from rich.console import Console
from rich.pretty import pretty_repr

from cchc_core import (
    CATALOGUE,
    RULE_BOOK,
    Agency,
    AgencyRow,
    AgencyTable,
    CheckResult,
    Direction,
    Document,
    DossierRow,
    FieldRow,
    FieldTable,
    Level,
    LevelTable,
    OnlineRow,
    OpenBound,
    OpenWord,
    Period,
    PeriodKind,
    Procedures,
    Record,
    Report,
    Severity,
    Source,
    Tier,
    check,
    describe,
    describe_cause,
    describe_place,
    form_of,
)
from cchc_core.catalogue.rules import FIG_001
from cchc_core.forms import Figure, count, form
from cchc_core.law import Instrument
from example_for_tests import example

HOSTILE = '</td></table><script>alert(1)</script>\x00\x1b\ud800" onload="x\' & Ủy ban'

NAMES: dict[str, object] = {
    name: value
    for name, value in globals().items()
    if isinstance(value, type) and name not in {"Console", "HTMLParser"}
}


class Page(HTMLParser):
    """Reads HTML strictly: each tag is known and closed, and the text of each cell is kept."""

    KNOWN: ClassVar = {
        "div",
        "p",
        "strong",
        "em",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "ul",
        "li",
        "details",
        "summary",
    }
    ATTRIBUTES: ClassVar = {("scope", "col"), ("scope", "row"), ("style", "text-align:right")}

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.rows: list[list[str]] = []
        self.text = ""
        self.titles: list[str] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Refuse what is not known."""
        assert tag in self.KNOWN
        assert set(attrs) <= self.ATTRIBUTES
        self.open.append(tag)
        if tag == "tr":
            self.rows.append([])
        if tag in {"td", "th"}:
            self.rows[-1].append("")
        if tag == "summary":
            self.titles.append("")

    def handle_endtag(self, tag: str) -> None:
        """Refuse what was not opened last."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Keep the text where it stands."""
        self.text += data
        if self.open[-1] in {"td", "th"}:
            self.rows[-1][-1] += data
        if self.open[-1] == "summary":
            self.titles[-1] += data


def page(shown: object) -> Page:
    """Give what a notebook shows of an object, after its HTML was read."""
    html = shown._repr_html_()  # type: ignore[attr-defined]
    assert isinstance(html, str)
    assert unicodedata.is_normalized("NFC", html)
    assert html == shown._repr_html_()  # type: ignore[attr-defined]
    html.encode()
    return Page(html)


ROW = DossierRow(received=1250, received_online=0)
TABLES: tuple[LevelTable[DossierRow] | FieldTable[DossierRow] | AgencyTable[DossierRow], ...] = (
    LevelTable(commune=ROW, total=ROW.revise(received=None)),
    FieldTable(fields=(FieldRow(field="Đất đai", figures=ROW),), total=ROW),
    AgencyTable(agencies=(AgencyRow(agency="Sở Nội vụ", level=Level.PROVINCE, figures=ROW, number=3),)),
)


class TestPrompt:
    """``repr``: short where there is much, evaluable where it can be."""

    def test_a_result_counts_what_it_found(self) -> None:
        """And not 270 outcomes."""
        result = check(example())
        (finding, *_) = result.findings

        assert repr(result) == "<CheckResult: 5 errors, 26 warnings, 4 notes; 2 causes>"
        assert repr(CheckResult()) == "<CheckResult: 0 errors, 0 warnings, 0 notes; 0 causes>"
        one = CheckResult(findings=(finding, evolve(finding, severity=Severity.INFO)), causes=result.causes[:1])
        assert repr(one) == "<CheckResult: 1 error, 0 warnings, 1 note; 1 cause>"
        assert result.count(Severity.WARNING) == 26

    def test_a_finding_says_its_rule_and_place(self) -> None:
        """The sentence is asked for with `describe`."""
        finding = check(example()).findings[0]

        assert repr(finding) == "<Finding ONL-001 (error): procedures.online.total.received>"
        whole = evolve(finding, place=evolve(finding.place, path=""))
        assert repr(whole) == "<Finding ONL-001 (error): online>"

    def test_books_say_what_is_in_them(self) -> None:
        """Not every declaration that they are made of."""
        assert repr(RULE_BOOK) == f"<RuleBook: {len(RULE_BOOK.rules)} rules of {len(CATALOGUE.forms)} forms>"
        assert repr(CATALOGUE).startswith("<Catalogue: report, direction, institutions, ")
        assert repr(form_of(DossierRow)) == f"<Form dossiers: II.06a {form_of(DossierRow).title}>"
        assert repr(form_of(OnlineRow)) == f"<Form online: {form_of(OnlineRow).title}>"

    @pytest.mark.parametrize("table", TABLES, ids=lambda table: type(table).__name__)
    def test_a_table_shows_what_it_has(self, table: object) -> None:
        """It can be typed in again."""
        assert "None" not in repr(table)
        assert eval(repr(table).replace("<Level.PROVINCE: 'province'>", "Level.PROVINCE"), NAMES) == table  # noqa: S307

    def test_a_record_leaves_out_what_is_blank(self) -> None:
        """A zero is not blank; a part or table in which nothing is reported is."""
        assert repr(ROW) == "DossierRow(received=1250, received_online=0)"
        procedures = Procedures(online=LevelTable(total=OnlineRow(received=1)), postal_dossiers=0)
        assert repr(procedures) == "Procedures(online=LevelTable(total=OnlineRow(received=1)), postal_dossiers=0)"
        assert eval(repr(procedures), NAMES) == procedures  # noqa: S307
        assert "=Institutions(" not in repr(example().revise(institutions=type(example().institutions)()))
        assert repr(Procedures(dossiers=LevelTable(total=DossierRow()))).count("DossierRow()") == 1

    def test_the_real_report_is_shown_without_blanks_among_its_figures(self) -> None:
        """Every figure and every row that is there is there."""
        shown = repr(example().procedures)

        assert "None" not in shown
        assert eval(shown, NAMES) == example().procedures  # noqa: S307


class TestConsole:
    """Rich prints records over several lines."""

    def test_a_record_is_printed_line_by_line(self) -> None:
        """With what is reported, and nothing else."""
        assert pretty_repr(ROW, max_width=30) == "DossierRow(\n    received=1250,\n    received_online=0\n)"
        assert pretty_repr(TABLES[0], max_width=30).startswith(
            "LevelTable(\n    commune=DossierRow(\n        received="
        )

    def test_a_result_is_printed_as_its_counts(self) -> None:
        """It fits on a line."""
        stream = io.StringIO()
        Console(file=stream, width=100).print(check(example()))

        assert stream.getvalue() == "CheckResult(errors=5, warnings=26, notes=4, causes=2)\n"


class TestNotebook:
    """``_repr_html_``: tables with labels and units."""

    def test_a_record_has_a_line_for_each_figure_that_it_reports(self) -> None:
        """Label, unit and number as a report prints them; no line for a blank."""
        record = Direction(tasks_done=0, media_items=OpenBound(OpenWord.OVER, Decimal("1234.50")))
        figures = form_of(Direction).figures
        rows = page(record).rows

        assert rows[0] == ["Chỉ tiêu", "Đơn vị tính", "Giá trị"]
        assert rows[1:] == [
            [figures["tasks_done"].label, figures["tasks_done"].unit, "0"],
            [figures["media_items"].label, figures["media_items"].unit, "trên 1.234,50"],
        ]
        assert form_of(Direction).title in page(record).text

    @pytest.mark.parametrize("table", TABLES, ids=lambda table: type(table).__name__)
    def test_a_table_has_a_column_for_each_row(self, table: LevelTable[DossierRow]) -> None:
        """And a line for each figure that any of them reports; where one does not, it is empty and not 0."""
        head, *lines = page(table).rows
        received, online = (form_of(DossierRow).figures[name].label for name in ("received", "received_online"))

        assert head == ["Chỉ tiêu", "Đơn vị tính", *(row.label for row in table.rows())]
        assert [line[0] for line in lines] == [received, online]
        assert lines[0][2:] == ["" if row.record.received is None else "1.250" for row in table.rows()]
        assert lines[1][2:] == ["0" for _ in table.rows()]

    @pytest.mark.parametrize(
        "shown", [DossierRow(), LevelTable(), FieldTable(), AgencyTable(), LevelTable(total=DossierRow())], ids=repr
    )
    def test_what_reports_nothing_says_so(self, shown: object) -> None:
        """A heading over nothing would leave one guessing."""
        assert page(shown).text.endswith("để trống")
        assert page(shown).rows == []

    def test_a_report_folds_its_parts_and_tables(self) -> None:
        """Every figure that is reported is somewhere in it, under the titles of the forms."""
        report = example()
        shown = page(report)

        assert next(form_of(nested.record).title for nested in form_of(report).nested.values()) == shown.titles[0]
        assert "Kết quả giải quyết hồ sơ theo cấp" in shown.titles
        assert ["Hồ sơ trực tuyến đã tiếp nhận", "hồ sơ", "1.113", "17.929", "19.024"] in shown.rows
        assert any(row[0] == "agency" and "Ủy ban nhân dân huyện Định Hóa" in row[1] for row in shown.rows)
        assert ["citations", "80 mục"] in shown.rows
        assert not any(row[-1] == "" for row in shown.rows if len(row) == 2)

    def test_parts_that_report_nothing_are_left_out(self) -> None:
        """As they are left out of what is typed."""
        titles = page(Procedures(postal_dossiers=1)).titles

        assert titles == []

    def test_annexes_are_shown_with_the_titles_of_their_forms(self) -> None:
        """Records of forms that plugins bring are records too."""
        shown = page(example().revise(annexes=(Annex(number=7), Hostile())))

        assert shown.titles[-1] == "Phụ biểu"
        assert ["Số lượt", "lượt", "7"] in shown.rows
        assert not any(row[0] == "annexes" for row in shown.rows)

    def test_a_result_tells_counts_causes_and_findings(self) -> None:
        """In the words that the command prints."""
        result = check(example())
        shown = page(result)

        assert "5 lỗi, 26 cảnh báo, 4 lưu ý" in shown.text
        for number, cause in enumerate(result.causes, 1):
            assert f"Nguyên nhân {number} (" in shown.text
            for sentence in describe_cause(cause):
                assert sentence in shown.text
        head, *rows = shown.rows
        assert head == ["Mức độ", "Quy tắc", "Vị trí", "Phát hiện"]
        assert [(row[1], row[3]) for row in rows] == [(each.code, describe(each)) for each in result.findings]
        assert all(describe_place(each.place) in row[2] for each, row in zip(result.findings, rows, strict=True))

    def test_a_clean_result_has_no_table(self) -> None:
        """It has counts."""
        shown = page(CheckResult())

        assert shown.rows == []
        assert "0 lỗi" in shown.text

    def test_a_finding_is_told_in_words(self) -> None:
        """How grave, which rule, where with path or cell, what and why."""
        finding = check(example()).findings[0]
        rows = dict(page(finding).rows)

        assert rows["Mức độ"] == "lỗi"
        assert rows["Quy tắc"] == f"ONL-001 {finding.rule.statement.vi}"
        assert rows["Vị trí"].endswith("[procedures.online.total.received]")
        assert rows["Phát hiện"] == describe(finding)
        assert rows["Lý do, căn cứ"].startswith("lý do: ")
        in_cell = evolve(finding, place=evolve(finding.place, cell="Phụ lục II!H12"))
        assert dict(page(in_cell).rows)["Vị trí"].endswith("[Phụ lục II!H12]")
        nowhere = evolve(finding, place=evolve(finding.place, path=""))
        assert dict(page(nowhere).rows)["Vị trí"] == describe_place(nowhere.place)


@form("annex", title="Phụ biểu", source=Source(instrument=Instrument(notation="x")), nonnegative=FIG_001)
class Annex(Record):
    """A form of somebody else."""

    number: Figure[int] = count("Số lượt", unit="lượt")


@form("hostile", title=f"Biểu {HOSTILE}", source=Source(instrument=Instrument(notation="x")), nonnegative=FIG_001)
class Hostile(Record):
    """A form whose words would break a page."""

    note: str = ""
    number: Figure[int] = count(f"Chỉ tiêu {HOSTILE}", unit=HOSTILE)


def _hostile_report() -> Report:
    day = date(2021, 12, 14)
    return Report(
        agency=Agency(name=HOSTILE * 5, tier=Tier.DISTRICT),
        period=Period(kind=PeriodKind.YEAR, year=2021, start=day, end=day),
        document=Document(title=HOSTILE),
    )


def _hostile_result() -> CheckResult:
    finding = check(example()).findings[0]
    place = evolve(finding.place, title=HOSTILE, row=HOSTILE, label=HOSTILE, header=HOSTILE, cell=HOSTILE)
    return CheckResult(findings=(evolve(finding, place=place),))


HOSTILES: dict[str, Callable[[], object]] = {
    "record": lambda: Hostile(note=HOSTILE, number=1),
    "table": lambda: FieldTable(fields=(FieldRow(field=HOSTILE, figures=Hostile(number=2)),)),
    "report": _hostile_report,
    "result": _hostile_result,
    "finding": lambda: _hostile_result().findings[0],
}


@pytest.mark.parametrize("name", HOSTILES)
def test_no_text_breaks_out_of_its_cell(name: str) -> None:
    shown = page(HOSTILES[name]())

    assert "<script>alert(1)</script>\ufffd\ufffd\ufffd" in shown.text
    assert not set(shown.text) & {"\x00", "\x1b", "\ud800"}


def test_text_is_composed() -> None:
    assert "Đất đai é" in page(FieldTable(fields=(FieldRow(field="Đất đai e\u0301", figures=ROW),))).text
