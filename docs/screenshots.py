"""Make the pictures of the documentation anew: ``python docs/screenshots.py``, from the root of the repository.

It needs the test dependencies, Chromium, LibreOffice and poppler-utils.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright

from cchc_core import check, load
from cchc_core.plugins import ExportJob, find_plugins

PICTURES = Path("docs/_static")
EXAMPLE = "examples/dinh-hoa-2021.json"
HEADING = "TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH"
"""What the sheet says of which a picture is taken."""


def main() -> None:
    """Export the example, and take a picture of each way to look at it."""
    report = load(EXAMPLE)
    job = ExportJob(report=report, result=check(report))
    exporters = find_plugins().exporters
    with TemporaryDirectory() as name:
        folder = Path(name)
        for each in ("html", "xlsx"):
            (folder / f"report.{each}").write_bytes(exporters[each].render(job))
        with sync_playwright() as driver:
            browser = driver.chromium.launch(executable_path=_program("chromium"), args=["--no-sandbox"])
            page = (folder / "report.html").as_uri()
            _look(browser, page, "html-desktop.png", width=1280, height=800)
            _look(browser, page, "html-phone.png", width=360, height=760, at="[id='bang.procedures.online.1']")
            _look(browser, page, "html-findings.png", width=1280, height=640, at=".findings", is_dark=True)
            browser.close()
        _print(folder)


def _look(
    browser: Browser, address: str, picture: str, *, width: int, height: int, at: str = "", is_dark: bool = False
) -> None:
    """Take a picture of what a window of this size shows, from an element on."""
    page = browser.new_page(
        viewport={"width": width, "height": height},
        reduced_motion="reduce",
        color_scheme="dark" if is_dark else "light",
    )
    page.goto(address)
    if at:
        page.eval_on_selector(at, "each => each.scrollIntoView()")
    page.screenshot(path=PICTURES / picture)
    page.close()


def _print(folder: Path) -> None:
    """Let LibreOffice print the workbook, and take one sheet of it."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    _run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, folder / "report.xlsx")
    sheets = _run("pdftotext", folder / "report.pdf", "-").decode().split("\f")
    number = str(next(number for number, sheet in enumerate(sheets, 1) if HEADING in " ".join(sheet.split())))
    only = ("-singlefile", "-f", number, "-l", number)
    _run("pdftoppm", "-png", "-r", "80", *only, folder / "report.pdf", PICTURES / "workbook")


def _run(name: str, *arguments: str | Path) -> bytes:
    done = subprocess.run([_program(name), *arguments], check=True, capture_output=True, timeout=300)  # noqa: S603
    return done.stdout


def _program(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise SystemExit(f"{name} is not installed")
    return found


if __name__ == "__main__":
    main()
