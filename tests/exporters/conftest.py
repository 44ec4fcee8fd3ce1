"""Fixtures for exporters: the example as a job, and a workbook recalculated by LibreOffice."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from cchc_core import Report, check, load
from cchc_core.cli.processes import usable
from cchc_core.plugins import ExportJob

_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">
<value>0</value></prop></item>
</oor:items>
"""
"""A user profile in which every formula of an opened workbook is calculated anew."""


@pytest.fixture(scope="session")
def example() -> Report:
    """The real report of 2021."""
    return load("examples/dinh-hoa-2021.json")


@pytest.fixture
def example_job(example: Report) -> ExportJob:
    """The real report of 2021, checked."""
    return ExportJob(report=example, result=check(example))


@pytest.fixture(scope="session")
def recalculate(tmp_path_factory: pytest.TempPathFactory) -> Callable[[dict[str, bytes]], dict[str, bytes]]:
    """Open workbooks in headless LibreOffice, calculate every formula anew, and save them."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        pytest.skip("LibreOffice is not installed; install libreoffice-calc to run this test")
    profiles = [_profile(tmp_path_factory.mktemp("profile")) for _ in range(usable())]

    def run(workbooks: dict[str, bytes]) -> dict[str, bytes]:
        source, target = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("target")
        for name, content in workbooks.items():
            (source / f"{name}.xlsx").write_bytes(content)
        files = sorted(source.iterdir())
        shares = [files[start :: len(profiles)] for start in range(len(profiles))]

        def convert(profile: Path, share: list[Path]) -> None:
            subprocess.run(
                [
                    str(office),
                    f"-env:UserInstallation={profile.as_uri()}",
                    "--headless",
                    "--convert-to",
                    "xlsx:Calc MS Excel 2007 XML",
                    "--outdir",
                    str(target),
                    *map(str, share),
                ],
                check=True,
                capture_output=True,
                timeout=600,
            )

        with ThreadPoolExecutor() as pool:
            list(pool.map(convert, profiles, filter(None, shares)))
        return {name: Path(target / f"{name}.xlsx").read_bytes() for name in workbooks}

    return run


def _profile(folder: Path) -> Path:
    """Make a user profile; two programs cannot share one."""
    (folder / "user").mkdir()
    (folder / "user" / "registrymodifications.xcu").write_text(_PROFILE, encoding="utf-8")
    return folder
