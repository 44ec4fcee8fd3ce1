"""The fixture that every project gets with the library: a report, ours or one of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cchc_core import Report, check, dump
from cchc_core.testing import sample_report
from example_for_tests import EXAMPLE, example

A_TEST = """
def test_a_report(cchc_report):
    print("number", cchc_report.document.number, cchc_report.agency.name)
"""


def run_pytest(folder: Path, *arguments: str) -> str:
    """Run pytest in a folder of its own, and give what it printed."""
    (folder / "test_it.py").write_text(A_TEST, encoding="utf-8")
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-m", "pytest", "-q", "-s", "-p", "no:cacheprovider", *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False, env=environment, encoding="utf-8")
    assert "1 passed" in done.stdout, done.stdout + done.stderr
    return done.stdout


def test_the_fixture_gives_a_report_that_keeps_every_rule(cchc_report: Report) -> None:
    """Here too, unless this run was given another."""
    assert () == check(sample_report()).findings
    assert isinstance(cchc_report, Report)
    assert cchc_report.procedures.dossiers.total is not None


def test_the_report_is_the_same_every_time() -> None:
    """It is fixed, to the byte."""
    assert dump(sample_report()) == dump(sample_report())


def test_a_file_may_be_given_instead(tmp_path: Path) -> None:
    """By the option, by the setting; the option goes first."""
    assert "number 05 Ủy ban nhân dân huyện Mẫu" in run_pytest(tmp_path)
    assert example().agency.name in run_pytest(tmp_path, "--cchc-report", str(EXAMPLE))
    (tmp_path / "mine.json").write_bytes(dump(example()))
    (tmp_path / "pytest.ini").write_text("[pytest]\ncchc_report = mine.json\n", encoding="utf-8")
    assert example().agency.name in run_pytest(tmp_path)
    other = tmp_path / "other.json"
    other.write_bytes(dump(sample_report().revise(document=sample_report().document)))
    assert "huyện Mẫu" in run_pytest(tmp_path, "--cchc-report", "other.json")


@pytest.mark.parametrize("used", ["import cchc_core.testing.pytest_plugin", "import cchc_core.testing"])
def test_a_run_without_the_fixture_imports_nothing_of_the_library(used: str) -> None:
    """Every run of pytest imports the plugin, in projects that only have the library installed, too."""
    code = f"import sys; {used}; print(sorted(name for name in sys.modules if name.startswith(('hypothesis', 'cchc'))))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    imported = {"cchc_core", "cchc_core.testing"}
    imported |= {"cchc_core.testing.pytest_plugin"} if "plugin" in used else set()
    assert str(sorted(imported)) == done.stdout.strip()


def test_the_fixture_needs_no_hypothesis() -> None:
    """Whoever has only the library and pytest gets the report all the same."""
    code = "import sys; sys.modules['hypothesis'] = None; from cchc_core.testing.sample import sample_report; sample_report()"
    subprocess.run([sys.executable, "-c", code], check=True)
