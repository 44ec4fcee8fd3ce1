"""The HTML page as Chromium shows it: on the screen, on the phone, by keyboard, in the dark, and on paper."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from cchc_core import (
    ND09_2019,
    Agency,
    AgencyRow,
    AgencyTable,
    CheckResult,
    CivilService,
    Document,
    DossierRow,
    Level,
    Narrative,
    PeriodKind,
    Procedures,
    Report,
    Tier,
    check,
)
from cchc_core.plugins import ExportJob
from cchc_exporters.html import render

pytestmark = [pytest.mark.chromium, pytest.mark.unmeasured]

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
PHONE, TABLET, DESKTOP = 360, 768, 1280
HEIGHT = 800
FOCUSED = """() => {
    const each = document.activeElement, style = getComputedStyle(each), box = each.getBoundingClientRect();
    return {
        tag: each.tagName, href: each.getAttribute("href"), role: each.getAttribute("role"),
        ring: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
        seen: box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
        color: style.outlineColor,
    };
}"""
FOCUSABLE = "a[href], summary, [tabindex='0']"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Headless Chromium, as the system has it."""
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        pytest.skip("Chromium is not installed; install chromium to run this test")
    with sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def address(example: Report, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where the page of 2021 lies."""
    return saved(tmp_path_factory.mktemp("page"), example)


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where the page of a report with long words, many agencies and large numbers lies."""
    record = DossierRow(received=10**14, received_online=10**13, received_in_person=9, carried_over=1, resolved=5)
    agencies = tuple(
        AgencyRow(agency=f"Ủy ban nhân dân xã {'Nguyễn' * 9} {each}", level=Level.COMMUNE, figures=record)
        for each in range(35)
    )
    report = Report(
        agency=Agency(name="U" * 200, tier=Tier.PROVINCE, parent="https://" + "a" * 100),
        period=ND09_2019.period(PeriodKind.QUARTER, 2025, 4),
        document=Document(title="x" * 300, recipients=("y" * 300,)),
        narrative=Narrative(strengths=("z" * 300,)),
        procedures=Procedures(dossiers_by_agency=AgencyTable(agencies=agencies, total=record)),
    )
    return saved(tmp_path_factory.mktemp("crowded"), report)


@pytest.fixture(scope="module")
def shortened(example: Report, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where a page with one or some of everything in that of 2021 lies."""
    report = example.revise(
        citations=example.citations[:9], civil_service=CivilService(unannounced_communes=11), narrative=Narrative()
    )
    result = check(report)
    short = CheckResult(outcomes=result.outcomes[:9], findings=result.findings, causes=result.causes)
    return saved(tmp_path_factory.mktemp("shortened"), report, short)


def saved(folder: Path, report: Report, result: CheckResult | None = None) -> str:
    file = folder / "page.html"
    file.write_bytes(render(ExportJob(report=report, result=result or check(report))))
    return file.as_uri()


def opened(browser: Browser, address: str, width: int = DESKTOP, **settings: Any) -> Page:
    page = browser.new_page(viewport={"width": width, "height": HEIGHT}, reduced_motion="reduce", **settings)
    page.goto(address)
    return page


@pytest.fixture(scope="module")
def sheets(browser: Browser, address: str, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The text of each sheet."""
    program = shutil.which("pdftotext")
    if program is None:
        pytest.skip("pdftotext is not installed; install poppler-utils to run this test")
    page = opened(browser, address, color_scheme="dark")
    file = tmp_path_factory.mktemp("paper") / "page.pdf"
    page.pdf(path=file, prefer_css_page_size=True)
    page.close()
    done = subprocess.run([program, "-layout", file, "-"], capture_output=True, check=True)
    return done.stdout.decode().split("\f")[:-1]


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """The page of 2021 on a desktop."""
    shown = opened(browser, address)
    yield shown
    shown.close()


class TestScreen:
    """What is seen."""

    @pytest.mark.parametrize("scheme", ["light", "dark"])
    @pytest.mark.parametrize("width", [PHONE, TABLET, DESKTOP])
    @pytest.mark.parametrize("which", ["address", "crowded"])
    def test_width(self, browser: Browser, request: pytest.FixtureRequest, which: str, width: int, scheme: str) -> None:
        """Nothing is wider than the screen but tables, in regions of their own; the browser complains of nothing."""
        page = browser.new_page(viewport={"width": width, "height": HEIGHT}, color_scheme=scheme)  # type: ignore[arg-type]
        said: list[str] = []
        asked: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("request", lambda made: asked.append(made.url))
        address = request.getfixturevalue(which)
        page.goto(address)
        assert width >= page.evaluate("document.documentElement.scrollWidth")
        assert [] == said
        assert [address] == asked
        page.close()

    @pytest.mark.parametrize(("scheme", "width"), [("light", PHONE), ("light", DESKTOP), ("dark", DESKTOP)])
    def test_accessible(self, browser: Browser, shortened: str, scheme: str, width: int) -> None:
        """Axe finds nothing against WCAG 2.2 AA, contrast included, with folds open."""
        page = opened(browser, shortened, width, color_scheme=scheme)
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        options = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
        found = Axe().run(page, options=options)
        assert "" == "\n".join(f"{each['id']}: {each['nodes'][0]['html']}" for each in found.response["violations"])
        assert len(found.response["passes"]) > 20
        page.close()

    def test_dark(self, browser: Browser, address: str) -> None:
        """Who prefers the dark gets light letters on dark ground."""

        def ground(scheme: Any) -> tuple[int, ...]:
            page = opened(browser, address, color_scheme=scheme)
            colour = page.evaluate("getComputedStyle(document.querySelector('main')).backgroundColor")
            page.close()
            return tuple(int(each) for each in colour.removeprefix("rgb(").removesuffix(")").split(","))

        assert min(ground("light")) > 200
        assert max(ground("dark")) < 60

    def test_first_column(self, browser: Browser, address: str) -> None:
        """What heads a row stays while the row is scrolled."""
        page = opened(browser, address, PHONE)
        region = page.locator(".wide").first
        head = region.locator("tbody th").first
        cell = region.locator("tbody td").first
        region.scroll_into_view_if_needed()
        before = head.bounding_box(), cell.bounding_box()
        region.evaluate("each => each.scrollLeft = 200")
        after = head.bounding_box(), cell.bounding_box()
        assert before[0] is not None
        assert after[0] is not None
        assert abs(before[0]["x"] - after[0]["x"]) < 2
        assert before[1] is not None
        assert after[1] is not None
        assert before[1]["x"] - after[1]["x"] == pytest.approx(200)
        page.close()

    def test_head(self, browser: Browser, crowded: str) -> None:
        """What heads the columns of a long table stays while its rows are scrolled."""
        page = opened(browser, crowded, PHONE)
        region = page.locator(".long").first
        head, cell = region.locator("thead th").first, region.locator("tbody td").first
        region.scroll_into_view_if_needed()
        before = head.bounding_box(), cell.bounding_box()
        region.evaluate("each => each.scrollTop = 300")
        after = head.bounding_box(), cell.bounding_box()
        moved = [then["y"] - now["y"] for then, now in zip(before, after, strict=True) if then and now]
        assert [True, True] == [moved[0] < 60, moved[1] == pytest.approx(300)]
        page.close()

    def test_charts(self, page: Page) -> None:
        """Bars are drawn: the pattern of each part is there, and as wide as its part."""
        bar = page.locator(".bar > svg").first.bounding_box()
        part = page.locator(".bar > svg > rect").first.bounding_box()
        assert bar is not None
        assert part is not None
        assert 0.85 < part["width"] / bar["width"] < 0.95
        assert "hoa-van.1" in page.locator(".part-1").first.evaluate("each => getComputedStyle(each).fill")


class TestKeyboard:
    """Everything is reached, seen and used by keyboard."""

    def test_order(self, page: Page) -> None:
        """The first key leads to the link past the contents; it is seen, and moves the focus into the report."""
        page.keyboard.press("Tab")
        first = page.evaluate(FOCUSED)
        assert ("A", "#bao-cao", True) == (first["tag"], first["href"], first["seen"])
        page.keyboard.press("Enter")
        assert "bao-cao" == page.evaluate("document.activeElement.id")
        page.keyboard.press("Tab")
        assert page.evaluate("document.querySelector('main').contains(document.activeElement)")

    def test_focus(self, browser: Browser, address: str) -> None:
        """Whatever the focus comes to is on the screen then, with a ring around it that stands out."""
        page = opened(browser, address, PHONE)
        reachable = page.evaluate(
            f'[...document.querySelectorAll("{FOCUSABLE}")].filter(each => each.checkVisibility()).length'
        )
        stops = []
        for _ in range(reachable):
            page.keyboard.press("Tab")
            stops.append(page.evaluate(FOCUSED))
        assert [] == [stop for stop in stops if stop["ring"] < 2 or not stop["seen"]]
        assert {"A", "SUMMARY", "DIV"} == {stop["tag"] for stop in stops}
        assert ["A"] == [stop["tag"] for stop in stops if stop["href"] == "#phat-hien.1"][:1]
        page.close()

    def test_scrolling(self, browser: Browser, address: str) -> None:
        """A table that is wider than the screen is scrolled by its arrow keys."""
        page = opened(browser, address, PHONE)
        region = page.locator(".wide").first
        region.focus()
        page.keyboard.press("ArrowRight")
        page.wait_for_function("each => each.scrollLeft > 0", arg=region.element_handle(), timeout=5000)
        page.close()

    def test_folds(self, page: Page) -> None:
        """A fold opens by its key; a link to a rule opens the folds about it."""
        fold = page.locator("details.all")
        fold.locator("> summary").focus()
        page.keyboard.press("Enter")
        assert fold.evaluate("each => each.open")
        page.keyboard.press("Enter")
        assert not fold.evaluate("each => each.open")
        page.locator("a[href='#quy-tac.ARE-004']").first.click()
        assert fold.evaluate("each => each.open")

    def test_there_and_back(self, page: Page) -> None:
        """The mark of a figure leads to its finding, and this back to the figure."""
        page.locator("main a[href='#phat-hien.1']").first.click()
        article = page.locator("article").first
        assert article.evaluate("each => each.matches(':target')")
        article.locator("a").first.click()
        home = page.locator(":target")
        assert "19.024" in home.inner_text()
        box = home.bounding_box()
        assert box is not None
        assert 0 <= box["y"] < HEIGHT


class TestPaper:
    """What is printed."""

    def test_findings(self, sheets: list[str]) -> None:
        """Findings are printed, and begin on a sheet of their own; so are the rules, though they are folded."""
        (start,) = [number for number, sheet in enumerate(sheets) if "Phát hiện số 1 " in " ".join(sheet.split())]
        assert start > 10
        assert any("CIT-006" in sheet for sheet in sheets[start:])
        assert any("DOS-001 Số hồ sơ là số nguyên không âm." in sheet for sheet in sheets[start:])

    def test_heads(self, sheets: list[str]) -> None:
        """The head of a table that goes on is repeated."""
        assert 2 <= sum("Chỉ tiêu thống kê" in sheet for sheet in sheets)

    def test_numbers(self, sheets: list[str]) -> None:
        """Sheets are numbered from the second on."""
        assert "2" == sheets[1].split()[0]
        assert "1" != sheets[0].split()[0]

    def test_screen_only(self, sheets: list[str]) -> None:
        """The contents and the first link are for screens."""
        assert not any("Mục lục" in sheet or "Đến nội dung báo cáo" in sheet for sheet in sheets)

    def test_size(self, browser: Browser, address: str) -> None:
        """No table is cut off at the edge of the paper."""
        page = opened(browser, address, 643)  # 170 mm, what A4 leaves between its margins
        page.emulate_media(media="print")
        assert [] == page.evaluate(
            "[...document.querySelectorAll('table')].filter(each => each.scrollWidth > 643).map(each => each.innerText)"
        )
        page.close()
