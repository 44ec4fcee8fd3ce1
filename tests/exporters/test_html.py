"""The HTML exporter: one page that stands alone, in which no figure is lost, repaired or taken for markup."""

from __future__ import annotations

import re
import subprocess
import sys
from base64 import b64encode
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from hashlib import sha256
from itertools import count, pairwise
from unicodedata import is_normalized
from xml.etree.ElementTree import Element

import html5lib
import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from annexes_for_tests import DEEP, SURVEY, Office
from cchc_core import (
    Agency,
    AgencyRow,
    AgencyTable,
    CheckResult,
    Citation,
    DossierRow,
    FieldRow,
    FieldTable,
    IssuerLevel,
    Level,
    LevelTable,
    Narrative,
    OpenBound,
    Procedures,
    Report,
    Signatory,
    Tier,
    check,
    describe_cause,
)
from cchc_core.checks import marks_of
from cchc_core.numbers import printed
from cchc_core.plugins import ExportJob, find_plugins
from cchc_core.prose import BLANK, shown_text
from cchc_core.testing import any_reports, texts
from cchc_core.words import Language
from cchc_exporters.html import HtmlOptions, render
from cchc_exporters.html.anchors import Anchors
from cchc_exporters.html.escaping import safe
from numbered_for_tests import EMPTY, numbered_records, reported_values
from plugins_for_tests import Survey

pytestmark = pytest.mark.unmeasured

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
REFERENCES = ("aria-labelledby", "aria-describedby", "headers")
BRIEF = HtmlOptions(findings=False, rules=False)
SWAPPED = "procedures.online.total.received"
"""The figure of the example in which two digits are swapped: 19.024 for 19.042."""
EITHER = ("direction.unannounced_communes", "civil_service.unannounced_communes")
"""Two figures of the example of which one must be wrong."""


def written(report: Report, lang: Language = "vi", *, options: HtmlOptions | None = None) -> str:
    return render(ExportJob(report=report, result=check(report), lang=lang, options=options)).decode()


def parsed(text: str) -> Element:
    """Parse a page as a browser does, and stop at whatever a browser would have to mend."""
    page: Element = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)
    return page


def tag(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]  # that of a comment is a function


def elements(page: Element, *names: str) -> list[Element]:
    return [each for each in page.iter() if tag(each) in names]


def words(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def by_id(page: Element, name: str) -> Element:
    (found,) = [each for each in page.iter() if each.get("id") == name]
    return found


def of_class(page: Element, name: str) -> list[Element]:
    return [each for each in page.iter() if name in each.get("class", "").split()]


def targets(element: Element) -> list[str]:
    return [each.get("href", "") for each in elements(element, "a")]


def rows(page: Element) -> Iterator[list[str]]:
    """Give the rows of all tables as the words of their cells."""
    for line in elements(page, "tr"):
        yield [words(cell) for cell in line]


def captions(page: Element) -> list[str]:
    return [words(each) for each in elements(page, "caption")]


def row(page: Element, label: str) -> list[str]:
    """Give the first row with this label, which is that of a section."""
    return next(line for line in rows(page) if label in line)


def assert_sound(page: Element) -> None:
    """Hold a page against what must be true of any: structure, names, links, nothing from elsewhere."""
    names = [each.get("id") for each in page.iter() if each.get("id") is not None]
    assert [] == [name for name, times in Counter(names).items() if times > 1]
    assert all(href.startswith("#") and href[1:] in names for href in targets(page))
    for each in page.iter():
        for reference in REFERENCES:
            assert set(each.get(reference, "").split()) <= set(names)
        assert not {"style", "src", "srcset", "background"} & set(each.attrib)
        assert not any(name.startswith("on") for name in each.attrib)
    assert [] == elements(page, "script", "link", "img", "iframe", "object", "embed", "base", "form")
    depths = [HEADINGS.index(tag(each)) + 1 for each in elements(page, *HEADINGS)]
    assert depths[0] == 1
    assert depths.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(depths))
    for each in elements(page, "table"):
        heads = elements(each, "th")
        assert all(head.get("scope") in {"col", "colgroup", "row", "rowgroup"} for head in heads)
        assert all(words(head) for head in heads)
    for each in of_class(page, "wide"):
        assert ("region", "0") == (each.get("role"), each.get("tabindex"))
        assert each.get("aria-labelledby")


def is_no_character(char: str) -> bool:
    return ord(char) & 0xFFFE == 0xFFFE or char in map(chr, range(0xFDD0, 0xFDF0))


@pytest.fixture(scope="module")
def text(example: Report) -> str:
    """The page of 2021."""
    return written(example)


@pytest.fixture(scope="module")
def page(text: str) -> Element:
    """The page of 2021, parsed."""
    return parsed(text)


@pytest.fixture(scope="module")
def annexed(example: Report) -> Element:
    """The page of 2021 with two annexes."""
    return parsed(written(example.revise(annexes=(SURVEY, DEEP))))


@pytest.fixture(scope="module")
def result(example: Report) -> CheckResult:
    """What the check finds in the report of 2021."""
    return check(example)


class TestBytes:
    """The file."""

    def test_stable(self, example: Report, result: CheckResult) -> None:
        """The same job gives the same bytes, and the report is left as it was."""
        job = ExportJob(report=example, result=result)
        before = repr(job.report), repr(job.result.findings)
        assert render(job) == render(job)
        assert before == (repr(job.report), repr(job.result.findings))

    def test_plain(self, text: str) -> None:
        """The file is UTF-8 in NFC and says so in its first bytes."""
        assert is_normalized("NFC", text)
        assert text.startswith("<!DOCTYPE html>\n")
        assert '<meta charset="utf-8">' in text[:200]
        assert text.endswith("</html>\n")

    def test_registered(self) -> None:
        """The exporter is found by its name, with its options."""
        exporter = find_plugins().exporter("html")
        assert (".html", "text/html", render) == (exporter.suffix, exporter.media_type, exporter.render)
        assert ["charts", "findings", "rules"] == [each.name for each in exporter.option_specs]

    def test_late(self) -> None:
        """Who writes no page does not load the engine of its templates."""
        program = (
            "import sys, cchc_exporters.html; print([each for each in ('jinja2', 'markupsafe') if each in sys.modules])"
        )
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
        assert "[]\n" == done.stdout


class TestStandingAlone:
    """The page asks nothing of anyone, and lets nobody ask."""

    def test_policy(self, page: Element) -> None:
        """The policy forbids everything but the one style, by its digest."""
        (style,) = elements(page, "style")
        digest = b64encode(sha256((style.text or "").encode()).digest()).decode()
        (policy,) = [each for each in elements(page, "meta") if each.get("http-equiv") == "Content-Security-Policy"]
        expected = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
        assert expected == policy.get("content")

    def test_style(self, page: Element) -> None:
        """The style fetches nothing."""
        (style,) = elements(page, "style")
        fetched = re.findall(r"url\(([^)]*)\)", style.text or "")
        assert ["#hoa-van.1", "#hoa-van.2", "#hoa-van.3"] == fetched
        assert ["pattern"] * 3 == [tag(by_id(page, each[1:])) for each in fetched]
        assert "@import" not in (style.text or "")

    def test_sound(self, page: Element) -> None:
        """The page of 2021 is well formed in every respect."""
        assert_sound(page)


class TestStructure:
    """What a reader finds his way by."""

    def test_languages(self, example: Report) -> None:
        """The report is Vietnamese; in English, what is not the report says that it is."""
        page = parsed(written(example, "en"))
        assert "vi" == page.get("lang")
        own = [each for each in page.iter() if each.get("lang") == "en"]
        assert "Skip to the report" in map(words, own)
        assert {"verdict", "signs", "findings", "rules"} <= {each.get("class") for each in own}
        assert_sound(page)

    def test_skip(self, page: Element) -> None:
        """The first link leads past letterhead and contents."""
        (main,) = elements(page, "main")
        assert f"#{main.get('id')}" == targets(page)[0]

    def test_landmarks(self, page: Element) -> None:
        """There is one of each landmark, and nothing visible beside them but the first link."""
        assert [1, 1, 1] == [len(elements(page, each)) for each in ("header", "nav", "main")]

    def test_contents(self, page: Element) -> None:
        """The contents list every heading of the report down to the reform areas, as it stands there."""
        (nav,) = elements(page, "nav")
        for link in elements(nav, "a"):
            assert words(link) == words(by_id(page, link.get("href", "")[1:]))
        assert "II. KẾT QUẢ THỰC HIỆN CÁC LĨNH VỰC CẢI CÁCH HÀNH CHÍNH" in map(words, elements(nav, "a"))
        assert "2. Cải cách thủ tục hành chính" in map(words, elements(nav, "a"))

    def test_title(self, page: Element) -> None:
        """The title of the window names report and agency."""
        (title,) = elements(page, "title")[:1]
        expected = "Báo cáo: Kết quả thực hiện công tác Cải cách hành chính năm 2021 - ỦY BAN NHÂN DÂN HUYỆN ĐỊNH HÓA"
        assert expected == words(title)

    def test_groups(self, page: Element) -> None:
        """A head over several columns covers as many columns as the body has."""
        for table in of_class(page, "grid"):
            lines = elements(table, "tr")
            widths = {sum(int(cell.get("colspan", "1")) for cell in line) for line in lines if elements(line, "td")}
            columns = sum(int(group.get("span", "1")) for group in elements(table, "colgroup"))
            assert {columns} == widths

    def test_frame(self, example: Report) -> None:
        """Letterhead, addressee, signature and recipients stand as an administrative document has them."""
        agency = evolve(example.agency, parent="UBND tỉnh Thái Nguyên")
        signatory = Signatory(name="A", position="CHỦ TỊCH", on_behalf_of="TM. ỦY BAN NHÂN DÂN")
        page = parsed(written(example.revise(agency=agency, signatory=signatory)))
        (head,) = elements(page, "header")
        assert words(head).startswith("UBND TỈNH THÁI NGUYÊN ỦY BAN NHÂN DÂN HUYỆN ĐỊNH HÓA Số: …/BC-UBND CỘNG HÒA")
        assert "Kính gửi: Sở Nội vụ" == words(of_class(page, "addressee")[0])
        assert "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH A" == words(of_class(page, "signatory")[0])
        assert words(of_class(page, "recipients")[0]).endswith("Lưu: VT, NV.")


class TestFigures:
    """Figures as reported."""

    def test_every_figure(self) -> None:
        """Every figure that an agency reports stands in a table of the page."""
        report = numbered_records(count(1_000_000))
        standing = {
            number for line in rows(parsed(written(report))) for number in re.findall(r"\d{1,3}(?:\.\d{3})+", str(line))
        }
        reported = {printed(each.value if isinstance(each, OpenBound) else each) for each in reported_values(report)}
        assert set() == reported - standing

    def test_as_printed(self, page: Element) -> None:
        """Decimals, open bounds and derived shares are printed as a Vietnamese report prints them."""
        assert "trên 200" == row(page, "Tin, bài tuyên truyền")[-1]
        assert "95,45%" == row(page, "Tỷ lệ hoàn thành kế hoạch")[-1]
        assert "Đã tiết kiệm thêm 2.055 triệu đồng, gồm 232 triệu đồng chi hội nghị" in words(page)

    def test_blank(self) -> None:
        """A blank is an ellipsis that is read out as one; a zero is 0."""
        page = parsed(written(EMPTY.revise(direction=EMPTY.direction.revise(tasks_planned=0))))
        appendix = of_class(page, "appendix-rows")[0]
        assert "0" == row(appendix, "Nhiệm vụ trọng tâm trong kế hoạch của huyện")[3]
        assert "… để trống" == row(appendix, "Nhiệm vụ đã hoàn thành")[3]

    def test_worked_out(self, page: Element) -> None:
        """A value that rules force stands in italics, with the rules."""
        assert any(words(each) == "160" for each in elements(page, "i"))
        assert "Số in nghiêng: báo cáo để trống, suy ra theo quy tắc DOS-004, DOS-007, LVL-001." in words(page)

    def test_largest(self) -> None:
        """Fifteen digits are printed, every one."""
        report = EMPTY.revise(direction=EMPTY.direction.revise(tasks_planned=10**15 - 1))
        assert "999.999.999.999.999" in words(parsed(written(report)))


class TestMarks:
    """Figures in doubt are marked where they stand, and lead to the finding and back."""

    def test_wrong(self, page: Element) -> None:
        """A figure that must be wrong is bold, has a sign, and is linked with its finding both ways."""
        home = by_id(page, f"so-lieu.{SWAPPED}")
        assert "19.024" == words(elements(home, "strong")[0])
        (number,) = set(targets(home))
        finding = by_id(page, number[1:])
        assert f"#so-lieu.{SWAPPED}" in targets(finding)
        (mark,) = of_class(home, "mark")
        assert "⚠\ufe0e1sai hoặc trái quy tắc, xem phát hiện số 1" == words(mark)

    def test_possible(self, page: Element) -> None:
        """Figures of which one must be wrong are marked otherwise than such as must be wrong."""
        for path in EITHER:
            home = by_id(page, f"so-lieu.{path}")
            assert [] == elements(home, "strong")
            assert 1 == len(of_class(home, "possible"))
            assert "có thể sai" in words(home)

    def test_everywhere(self, page: Element, result: CheckResult) -> None:
        """The mark follows the figure into sentences, tables and the appendix; no other figure has one."""
        shown = {words(each) for each in (*of_class(page, "wrong"), *of_class(page, "possible"))}
        assert {"19.024", "12", "11", "Số in đậm", "Số gạch chân chấm"} == shown
        assert {SWAPPED} == set(marks_of(result).wrong)

    def test_not_repaired(self, page: Element) -> None:
        """What was suggested stands among the findings alone."""
        table = [line for line in rows(page) if line[0] == "Tổng số" and "18.528" in line]
        assert [True] == [line[1].startswith("19.024") for line in table]

    def test_without_findings(self, example: Report) -> None:
        """Without the list a figure in doubt is marked all the same, and leads nowhere."""
        page = parsed(written(example, options=HtmlOptions(findings=False)))
        assert {"⚠\ufe0esai hoặc trái quy tắc", "⚠\ufe0ecó thể sai"} == {words(each) for each in of_class(page, "mark")}
        assert {"span"} == {tag(each) for each in of_class(page, "mark")}
        assert not any(href.startswith("#phat-hien") for href in targets(page))
        assert_sound(page)

    def test_unchecked(self, example: Report) -> None:
        """A report that was not checked says so, and marks nothing."""
        page = parsed(render(ExportJob(report=example, result=CheckResult())).decode())
        assert [] == of_class(page, "mark")
        assert "Số liệu của báo cáo chưa được kiểm tra." in words(by_id(page, "bao-cao"))
        assert_sound(page)


class TestFindings:
    """What the check found."""

    def test_stories(self, page: Element, result: CheckResult) -> None:
        """Every cause is told in its own words, choices as a list."""
        findings = words(of_class(page, "findings")[0])
        for cause in result.causes:
            for sentence in describe_cause(cause):
                assert sentence.strip()[1:] in findings
        assert 2 == len(elements(of_class(page, "choices")[0], "li"))

    def test_all(self, page: Element, result: CheckResult) -> None:
        """Every entry has an article with its severity in words and the codes of its rules."""
        entries = marks_of(result).entries
        articles = elements(page, "article")
        assert len(entries) == len(articles)
        for entry, article in zip(entries, articles, strict=True):
            assert {"error": "lỗi", "warning": "cảnh báo", "info": "lưu ý"}[entry.severity.value] in words(article)
            assert all(code in words(article) for code in entry.codes)

    def test_places(self, page: Element) -> None:
        """A finding on a document leads to its row in the list; one on the letterhead leads there."""
        linked = {href for article in elements(page, "article") for href in targets(article)}
        assert "Nghị định" in words(by_id(page, "so-lieu.citations-9-"))
        assert {"#so-lieu.citations-9-", "#so-lieu.document.number"} <= linked

    def test_none(self) -> None:
        """A report without a fault says that nothing was found."""
        report = EMPTY.revise(direction=EMPTY.direction.revise(tasks_planned=2, tasks_done=1, tasks_ongoing=1))
        outcomes = check(report).outcomes
        page = parsed(render(ExportJob(report=report, result=CheckResult(outcomes=outcomes))).decode())
        assert "Không có phát hiện" in words(of_class(page, "verdict")[0])
        assert [] == elements(page, "article")

    def test_rules(self, page: Element, result: CheckResult) -> None:
        """Every rule that was applied stands in its own fold, with each of its outcomes."""
        folds = of_class(page, "rule")
        assert {outcome.rule.code for outcome in result.outcomes} == {each.get("id", "")[8:] for each in folds}
        assert len(result.outcomes) == sum(len(of_class(fold, "place")) for fold in folds)
        assert "81 quy tắc, 270 lượt kiểm tra: 122 đạt, 18 không đạt, 130 không áp dụng." in words(page)


class TestCharts:
    """Bars drawn by exact arithmetic, with the exact numbers beside them."""

    def test_numbers(self, page: Element) -> None:
        """Each bar tells its numbers as reported, to who sees it and to who does not."""
        (first, *_) = of_class(page, "bar")
        assert "Cấp huyện" in words(first)
        assert "Trước hạn: 3.548; Đúng hạn: 309; Quá hạn: 2" == words(elements(first, "desc")[0])
        assert ["Trước hạn: 3.548", "Đúng hạn: 309", "Quá hạn: 2"] == [words(each) for each in elements(first, "li")]

    @given(st.lists(st.integers(0, 10**15 - 1), min_size=3, max_size=3))
    def test_lengths(self, values: list[int]) -> None:
        """The parts fill the bar exactly; what is not nothing is drawn, and what is nothing is not."""
        early, on_time, late = values
        record = DossierRow(resolved_early=early, resolved_on_time=on_time, resolved_late=late)
        procedures = Procedures(dossiers=LevelTable(commune=record))
        bars = of_class(parsed(written(EMPTY.revise(procedures=procedures), options=BRIEF)), "bar")
        assert bool(bars) is any(values)
        for bar in bars:
            parts = elements(bar, "rect")
            widths = [Decimal(each.get("width", "").removesuffix("%")) for each in parts]
            assert sum(widths) == 100
            assert [bool(value) for value in values] == [width > 0 for width in widths]
            starts = [Decimal(each.get("x", "").removesuffix("%")) for each in parts]
            assert [Decimal(0), widths[0], widths[0] + widths[1]] == starts

    @pytest.mark.parametrize("late", [None, -1])
    def test_not_drawn(self, late: int | None) -> None:
        """A row that leaves a part blank, or has one below zero, is no whole to be drawn."""
        record = DossierRow(resolved_early=1, resolved_on_time=1, resolved_late=late)
        page = parsed(written(EMPTY.revise(procedures=Procedures(dossiers=LevelTable(commune=record)))))
        assert [] == of_class(page, "chart")

    def test_long_table(self) -> None:
        """A table of more rows than anybody can compare is not drawn; one of thirty is."""
        record = DossierRow(resolved_early=1, resolved_on_time=1, resolved_late=1)

        def bars(number: int) -> int:
            fields = tuple(FieldRow(field=f"Lĩnh vực {each}", figures=record) for each in range(number))
            report = EMPTY.revise(procedures=Procedures(dossiers_by_field=FieldTable(fields=fields)))
            return len(of_class(parsed(written(report)), "bar"))

        assert [30, 0] == [bars(30), bars(31)]

    def test_patterns(self, page: Element) -> None:
        """Parts differ in their pattern and not in colour alone."""
        drawn = [[each.get("d") for each in elements(pattern, "path")] for pattern in elements(page, "pattern")]
        assert [0, 1, 1] == [len(each) for each in drawn]
        assert drawn[1] != drawn[2]


class TestOptions:
    """What may be left out."""

    @pytest.mark.parametrize(
        ("option", "left_out"), [("charts", "chart"), ("findings", "findings"), ("rules", "rules")]
    )
    def test_left_out(self, example: Report, option: str, left_out: str) -> None:
        """Each option leaves out its part, its line in the contents, and nothing else."""
        every, some = parsed(written(example)), parsed(written(example, options=HtmlOptions(**{option: False})))
        assert of_class(every, left_out)
        assert [] == of_class(some, left_out)
        assert len(elements(every, "table")) == len(elements(some, "table"))
        assert_sound(some)


class TestHostileText:
    """Text of a report stays text."""

    @pytest.mark.parametrize(
        "hostile",
        ["<script>alert(1)</script>", "]]><!--", "&lt;b&gt;", "'\"><b>", "{{ 7 * 7 }}{% x %}", "</style><a href=//x>"],
    )
    def test_markup(self, example: Report, hostile: str) -> None:
        """Markup in a name, a point, a document and a row is read as it was written."""
        procedures = Procedures(
            dossiers_by_agency=AgencyTable(
                agencies=(AgencyRow(agency=hostile, level=Level.COMMUNE, figures=DossierRow(received=1)),)
            )
        )
        report = example.revise(
            agency=Agency(name=hostile, tier=Tier.DISTRICT, place=hostile),
            narrative=Narrative(strengths=(hostile,)),
            citations=(Citation(type=hostile, issuer=hostile, level=IssuerLevel.CENTRAL, sections=("Mở đầu",)),),
            procedures=procedures,
        )
        page = parsed(written(report))
        assert hostile in map(words, elements(page, "li"))
        assert 2 == sum(line.count(hostile) for line in rows(page) if line[0].isdigit())
        assert [hostile] in [line[:1] for line in rows(page)]
        assert_sound(page)

    @pytest.mark.parametrize("hostile", ["\x00", "\r", "\x0b\x7f\x9f", "\u202e\u2066", "\ufffe\U0010ffff", "\u0338x"])
    def test_characters(self, example: Report, hostile: str) -> None:
        """Characters that a page may not hold, or that melt into its markup, do no harm."""
        text = written(example.revise(narrative=Narrative(strengths=(f"a{hostile}b", f"{hostile}c"))))
        assert is_normalized("NFC", text)
        assert_sound(parsed(text))

    @given(texts())
    def test_safe(self, text: str) -> None:
        """Whatever is printed is read back as what can be shown of it."""
        body = parsed(f"<!DOCTYPE html><title>x</title><p title='{safe(text)}'>{safe(text)}</p>")
        (paragraph,) = elements(body, "p")
        shown = "".join("\ufffd" if is_no_character(char) else char for char in shown_text(text))
        assert [shown, shown] == [paragraph.text or "", paragraph.get("title")]

    @settings(max_examples=40)
    @given(any_reports())
    def test_any_report(self, report: Report) -> None:
        """Any report a file may hold becomes a sound page."""
        text = written(report)
        assert is_normalized("NFC", text)
        assert_sound(parsed(text))


class TestSizes:
    """The least report and the largest."""

    def test_empty(self) -> None:
        """A report without a figure or a word says so everywhere."""
        page = parsed(written(EMPTY))
        assert 7 == words(page).count("Báo cáo không có số liệu ở phần này.")
        assert 3 == words(page).count("Báo cáo không có nội dung ở phần này.")
        assert BLANK in words(of_class(page, "recipients")[0])
        assert_sound(page)

    def test_large(self) -> None:
        """Hundreds of rows by field and by agency become a sound page; each level of agencies has a band."""
        record = DossierRow(received=3, received_online=1, received_in_person=1, carried_over=1)
        agencies = tuple(
            AgencyRow(agency=f"Đơn vị {each}", level=Level.COMMUNE if each % 2 else Level.PROVINCE, figures=record)
            for each in range(60)
        )
        fields = tuple(FieldRow(field=f"Lĩnh vực {each}", figures=record) for each in range(300))
        procedures = Procedures(
            dossiers_by_agency=AgencyTable(agencies=agencies, total=record), dossiers_by_field=FieldTable(fields=fields)
        )
        page = parsed(written(EMPTY.revise(procedures=procedures)))
        figures, _ = [each for each in of_class(page, "grid") if of_class(each, "band")]
        assert ["Cấp tỉnh", "Cấp xã"] == [words(each) for each in of_class(figures, "band")]
        assert 300 == len({line[0] for line in rows(page) if line[0].startswith("Lĩnh vực ")})
        assert_sound(page)


class TestAnnexes:
    """Forms of plugins, which come with a report and are no part of it."""

    def test_laid_out(self, annexed: Element) -> None:
        """The form of a plugin is laid out like those of the library, its parts and tables with it."""
        *_, annexes = of_class(annexed, "appendix")
        standing = {cell.split(" ")[0] for line in rows(annexes) for cell in line}
        assert {"120", "100", "21", "3", "4.321", "77"} <= standing
        assert_sound(annexed)

    def test_place(self, annexed: Element) -> None:
        """They stand after signature and appendices, before the findings; the rest of the page is as without them."""
        inner = list(by_id(annexed, "bao-cao"))
        *before, annexes, findings, _ = [each for each in inner if tag(each) in {"section", "div"}]
        assert ["appendix", "findings"] == [annexes.get("class"), findings.get("class")]
        assert "DANH MỤC VĂN BẢN ĐƯỢC VIỆN DẪN" == words(before[-1][0])
        assert "(Kèm theo Báo cáo số …/BC-UBND" in words(annexes)
        assert not any("Phiếu thu về" in words(each) for each in before)

    def test_depths(self, annexed: Element) -> None:
        """A part is one depth below what it is a part of, as far as a page has depths."""
        *_, annexes = of_class(annexed, "appendix")
        assert [
            ("h2", "BIỂU KÈM THEO"),
            ("h3", "Khảo sát sự hài lòng"),
            ("h4", "1. Lượt khảo sát theo cấp"),
            ("h4", "Nơi khảo sát"),
            ("h3", "02. Bậc ba"),
            ("h4", "Bậc bốn"),
            ("h5", "Bậc năm"),
            ("h6", "Bậc sáu"),
            ("h6", "Bậc bảy"),
        ] == [(tag(each), words(each)) for each in elements(annexes, *HEADINGS)]

    def test_contents(self, annexed: Element) -> None:
        """The contents list each annex within the heading of them all; the links need no escaping."""
        (nav,) = elements(annexed, "nav")
        (item,) = [each for each in elements(nav, "li") if words(each).startswith("BIỂU KÈM THEO")]
        assert ["#bieu", "#muc.annexes-0-", "#muc.annexes-1-"] == targets(item)
        assert ["BIỂU KÈM THEO", "Khảo sát sự hài lòng", "02. Bậc ba"] == [words(each) for each in elements(item, "a")]
        for link in elements(item, "a"):
            assert words(link) == words(by_id(annexed, link.get("href", "")[1:]))

    def test_announced(self, annexed: Element) -> None:
        """The body names them."""
        said = "Kèm theo báo cáo: Phụ lục 1, 2, 3; Biểu “Khảo sát sự hài lòng”; Biểu “Bậc ba”."
        assert said in map(words, elements(annexed, "p"))

    def test_captions(self, annexed: Element, page: Element) -> None:
        """Their tables are numbered after those of the report."""
        before, numbers = (re.findall(r"\bBảng (\d+)\. ", " ".join(captions(each))) for each in (page, annexed))
        assert len(numbers) == len(before) + 4
        assert [str(number) for number in range(1, len(numbers) + 1)] == numbers

    def test_marks(self, annexed: Element) -> None:
        """A figure of an annex in doubt leads to its finding and back."""
        home = by_id(annexed, "so-lieu.annexes-0-.returned")
        (number,) = targets(home)
        assert "#so-lieu.annexes-0-.returned" in targets(by_id(annexed, number[1:]))

    def test_nothing(self) -> None:
        """One that reports nothing says so; a part that reports nothing is left out."""
        page = parsed(written(EMPTY.revise(annexes=(Survey(), DEEP))))
        *_, annexes = of_class(page, "appendix")
        assert 1 == words(annexes).count("Báo cáo không có số liệu ở phần này.")
        assert "Khảo sát sự hài lòng Báo cáo không có số liệu ở phần này. 02. Bậc ba" in words(annexes)
        assert "Nơi khảo sát" not in words(annexes)
        assert "BIỂU KÈM THEO" not in words(parsed(written(EMPTY)))

    def test_signs(self) -> None:
        """A sign that only an annex uses is explained."""
        pages = (parsed(written(EMPTY.revise(annexes=each))) for each in ((SURVEY,), (DEEP,)))
        assert [False, True] == ["Chữ, số in nghiêng" in words(of_class(page, "signs")[0]) for page in pages]

    def test_charts(self) -> None:
        """A table of an annex is drawn as one of the report is."""
        record = DossierRow(resolved_early=1, resolved_on_time=1, resolved_late=1)
        page = parsed(written(EMPTY.revise(annexes=(Office(dossiers=LevelTable(total=record)),))))
        *_, annexes = of_class(page, "appendix")
        assert 1 == len(of_class(annexes, "bar"))


class TestAnchors:
    """Places are named once, by the first that shows them."""

    def test_unknown(self) -> None:
        """What the page shows nowhere has no anchor, nor has what holds it."""
        anchors = Anchors({"a.b"})
        assert "" == anchors.nearest("c.d[1].e")
        assert "so-lieu.a.b" == anchors.claimed("a.b")
        assert "so-lieu.a.b" == anchors.nearest("a.b[3].total.x")
