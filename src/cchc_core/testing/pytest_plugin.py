"""The pytest plugin: a report as a fixture, ours or one that is read from a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from cchc_core.report import Report

__all__ = ["cchc_report", "pytest_addoption"]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option ``--cchc-report`` and the setting ``cchc_report``."""
    group = parser.getgroup("cchc", "reports of administrative reform")
    group.addoption("--cchc-report", metavar="FILE", help="give the report in FILE as the fixture cchc_report")
    parser.addini("cchc_report", "file with the report that the fixture cchc_report gives", default="")


@pytest.fixture(scope="session")
def cchc_report(pytestconfig: pytest.Config) -> Report:
    """Give one small report that keeps every rule, or that of ``--cchc-report``, or of the setting ``cchc_report``.

    The option names a file from where pytest was started, the setting one from the folder of its own file.
    """
    option: str | None = pytestconfig.getoption("--cchc-report")
    setting: str = pytestconfig.getini("cchc_report")
    if option is None and not setting:
        from cchc_core.testing.sample import sample_report  # noqa: PLC0415 - every run of pytest imports this file

        return sample_report()
    from cchc_core.reading import load  # noqa: PLC0415

    return load(Path(option) if option is not None else pytestconfig.rootpath / setting)
