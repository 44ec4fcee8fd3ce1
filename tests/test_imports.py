"""What is imported when: nobody pays for what he does not use."""

from __future__ import annotations

import json
import subprocess
import sys

import click
import pytest

import cchc_core
from cchc_core import Record, convert
from cchc_core.cli.localised import Commands

_HEAVY = {"hypothesis", "xlsxwriter", "openpyxl", "python_calamine", "jinja2", "rich", "asyncio", "numpy", "pytest"}
_LISTED = "import json, sys; print(json.dumps(sorted(sys.modules)))"


def _imported_by(code: str) -> set[str]:
    """Run code in a Python of its own, and give the modules that it has imported."""
    done = subprocess.run([sys.executable, "-c", f"{code}\n{_LISTED}"], check=True, capture_output=True, text=True)
    found: list[str] = json.loads(done.stdout.splitlines()[-1])
    return set(found)


def test_the_package_itself_imports_nothing_of_it() -> None:
    """Its names are found when they are asked for."""
    found = _imported_by("import cchc_core")
    assert {name for name in found if name.startswith("cchc")} == {"cchc_core"}
    assert not found & (_HEAVY | {"attrs", "attr", "cattrs", "click", "pluggy"})


@pytest.mark.parametrize(
    ("code", "unwanted"),
    [
        ("from cchc_core import Relation, localise", {"cattrs", "click", "pluggy", "cchc_core.report"}),
        ("from cchc_core import DossierRow", {"cattrs", "click", "pluggy", "cchc_core.checks"}),
        ("from cchc_core import check, Report", {"cattrs", "click", "pluggy"}),
        ("from cchc_core import dump", {"click", "pluggy"}),
        ("from cchc_core import load; load('examples/dinh-hoa-2021.json')", {"click"}),
        ("from cchc_core.plugins import find_plugins; find_plugins()", {"click"}),
        ("from cchc_core.cli.main import main; main(['--help'])", {"cattrs", "pluggy", "cchc_core.checks"}),
        ("from cchc_core.cli.main import main; main(['check', 'examples/dinh-hoa-2021.json'])", set()),
        ("from cchc_core.cli.main import main; main(['explain', 'DOS-002'])", set()),
    ],
)
def test_what_each_use_leaves_alone(code: str, unwanted: set[str]) -> None:
    """Exporters' libraries wait for rendering, the testing kit for tests, the terminal's for a terminal."""
    assert not _imported_by(code) & (_HEAVY | unwanted)


def test_a_run_of_pytest_that_does_not_ask_for_a_report_pays_nothing() -> None:
    """Every run of pytest imports the plugin, wherever the library is installed."""
    found = _imported_by("import cchc_core.testing.pytest_plugin")
    assert {name for name in found if name.startswith("cchc_core.")} == {
        "cchc_core.testing",
        "cchc_core.testing.pytest_plugin",
    }
    assert "hypothesis" not in found


def test_every_name_is_there() -> None:
    """Names are found on first use, so a wrong one would only fail then."""
    for name in cchc_core.__all__:
        assert getattr(cchc_core, name) is not None
    assert len(cchc_core.__all__) == len(set(cchc_core.__all__))
    with pytest.raises(AttributeError):
        cchc_core.khong_co  # type: ignore[attr-defined]  # noqa: B018


def test_commands_are_made_once_and_can_be_replaced() -> None:
    """As click asks of the commands of a group."""
    made: list[str] = []

    def make(name: str) -> click.Command:
        made.append(name)
        return click.Command(name)

    commands = Commands(make, ["a", "b"])
    assert commands["a"] is commands["a"]
    assert made == ["a"]
    commands["b"] = commands["a"]
    del commands["a"]
    assert list(commands) == ["b"]
    assert len(commands) == 1


def test_an_annex_without_its_form_is_refused() -> None:
    """Those of a report are made one by one, each of the form it names."""
    with pytest.raises(Exception, match="not_object"):
        convert._converter().structure({}, Record)
