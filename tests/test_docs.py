"""The documentation says what the code does: every registered name, every command, the published schema."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType

import click
import pytest

import cchc_core
from cchc_core import (
    CATALOGUE,
    RULE_BOOK,
    Form,
    Grade,
    Rule,
    RuleKind,
    Severity,
    Source,
    engine,
    plugins,
    prose,
    testing,
)
from cchc_core.catalogue import sources
from cchc_core.checks import example_of
from cchc_core.cli.ending import CLEAN, FINDINGS, MISUSE
from cchc_core.cli.main import build, main
from cchc_core.engine import RepairKind, Status
from cchc_core.plugins import find_plugins, hooks
from cchc_core.report import printed_date
from cchc_core.schema import result_schema
from cchc_core.testing import conformance, pytest_plugin
from cchc_core.words import LANGUAGES, say

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = sorted(path for path in DOCS.rglob("*.md") if "_build" not in path.parts)
FORMS = list(CATALOGUE)
INTERRUPTED = 130
_OF_THE_ENGINE = {Status.EXCESS_DIGITS, Status.CONTRADICTORY}
_PUBLIC = [
    "checks",
    "conditions",
    "convert",
    "corrections",
    "errors",
    "forms",
    "indicators",
    "interchange",
    "law",
    "numbers",
    "numerals",
    "plugins",
    "reading",
    "report",
    "rules",
    "schema",
    "tables",
    "words",
]


@pytest.fixture(scope="module")
def generated() -> Iterator[ModuleType]:
    """The generators of the reference pages, which the documentation itself imports in the same way."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(DOCS / "_ext"))
        yield import_module("reference_pages")


@cache
def _page(generated: ModuleType, name: str) -> str:
    return str(generated.filled((DOCS / "reference" / f"{name}.md").read_text(encoding="utf-8")))


def _unescaped(page: str) -> str:
    return re.sub(r"\\([\\`*_<\[\]|])", r"\1", page)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.key)
def test_every_form_stands_in_the_reference_with_all_its_parts(form: Form, generated: ModuleType) -> None:
    """Whoever looks a form up finds each of its figures, tables, relations and shares."""
    page = _unescaped(_page(generated, "forms"))
    start = page.index(f"(form-{form.key})=")
    section = page[start : page.find("\n(form-", start)] if "\n(form-" in page[start:] else page[start:]

    assert form.title in section
    assert form.source.describe("en") in section
    for figure in form.figures.values():
        assert f"| `{figure.name}` | {figure.label} | {figure.unit} |" in section
    for name in (*form.nested, *form.ratios, *{relation.name.partition(".")[0] for relation in form.relations}):
        assert f"| `{name}` |" in section


@pytest.mark.parametrize("rule", RULE_BOOK.rules, ids=lambda rule: rule.code)
def test_every_rule_can_be_linked_to_and_says_why_and_where(rule: Rule, generated: ModuleType) -> None:
    """Whoever is sent a finding finds its rule, in both languages, with reason and places."""
    page = _unescaped(_page(generated, "rules"))
    section = page[page.index(f"(rule-{rule.code.lower()})=") :].split("\n(rule-", 1)[0]

    for lang in LANGUAGES:
        assert rule.statement.to(lang) in section
        assert rule.because is None or rule.because.to(lang) in section
        assert rule.blank_means.to(lang) in section
        assert example_of(rule, lang) in section
    conditions = list(RULE_BOOK.conditions_of(rule))
    looked_at = {record for condition in conditions for record in RULE_BOOK.records_of(condition)}
    for form in CATALOGUE:
        assert (f"](#form-{form.key})" in section) == (rule in form.rules or form.record in looked_at)
    for condition in conditions:
        assert f"condition `{condition.name}`" in section


def test_every_known_document_and_every_line_of_the_appendix_is_listed(generated: ModuleType) -> None:
    """Whoever is told a date can see where it is known from; whoever fills a line in finds its figure."""
    page, forms = _page(generated, "plugins"), _page(generated, "forms")
    appendix = forms[forms.index("## The statistical appendix") :]

    for known in find_plugins().documents:
        assert f"| {known.type} số {known.notation} | {printed_date(known.issued)} |" in _unescaped(page)
    for form in CATALOGUE:
        for number in form.lines.numbers:
            assert f"| {number} | " in appendix


def test_every_exporter_calendar_and_hook_is_documented(generated: ModuleType) -> None:
    """A plugin author finds what there is to register, and what is registered already."""
    page = _page(generated, "plugins")
    names = [name for name in vars(hooks) if name.startswith("cchc_register_")]

    assert names
    assert ".. automodule:: cchc_core.plugins.hooks" in page
    for name in (*find_plugins().exporters, *find_plugins().calendars, *names):
        assert f"`{name}`" in page
    assert set(names) <= set(hooks.__all__)
    for reader in find_plugins().readers.values():
        assert f"| `{reader.name}` | {', '.join(f'`{each}`' for each in reader.suffixes)} | " in page
    for exporter in find_plugins().exporters.values():
        for spec in exporter.option_specs:
            assert f"| `{exporter.name}` | `{spec.name}` | " in page
            assert spec.title.en in page


def test_every_entry_point_of_the_project_is_documented(generated: ModuleType) -> None:
    """No plugin that the project promises is missing because it failed to load, and each door to it is named."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    points = project["entry-points"]

    for name, module in points.pop("cchc").items():
        assert f"| `{name}` | `{module}` | " in _page(generated, "plugins")
    assert points == {"pytest11": {"cchc": "cchc_core.testing.pytest_plugin"}}
    assert ":: cchc_core.testing.pytest_plugin" in _page(generated, "testing")
    assert [*project["scripts"]] == ["cchc"]
    for extra in project["optional-dependencies"]:
        assert any(f"cchc[{extra}]" in path.read_text(encoding="utf-8") for path in PAGES)


def test_every_source_is_listed_with_whether_its_text_was_seen(generated: ModuleType) -> None:
    """Whoever doubts a form, a rule or a calendar sees what it rests on, and whether anybody read that."""
    page = str(generated.filled((DOCS / "explanation" / "sources.md").read_text(encoding="utf-8")))
    tables = dict(re.findall(r"^\*\*(.*?)\*\*(.*?)(?=^\*\*|\Z)", _unescaped(page), re.MULTILINE | re.DOTALL))

    def is_listed(source: Source, use: str) -> bool:
        row = f"| {source.place or '*as a whole*'} | {'seen' if source.verified else 'not seen'} | "
        lines = tables[source.instrument.notation].splitlines()
        return any(line.startswith(row) and use in line for line in lines)

    assert {getattr(sources, name).notation for name in sources.__all__} == set(tables)
    assert all(is_listed(form.source, f"(#form-{form.key})") for form in CATALOGUE)
    assert all(is_listed(rule.source, f"[{rule.code}]") for rule in RULE_BOOK.rules if rule.source)
    for calendar in find_plugins().calendars.values():
        assert all(is_listed(source, f"`{calendar.name}`") for source in calendar.source.values())


def test_every_public_name_is_documented(generated: ModuleType) -> None:
    """What can be imported from the library stands in its reference, once: what is the engine's, on its own page."""
    python, engines = _page(generated, "python"), _page(generated, "engine")

    for name in engine.__all__:
        assert len(re.findall(rf":: cchc_core\.engine\.{name}(?![\w.])", engines)) == 1
    for name in cchc_core.__all__:
        page = next((each for each in (engine, plugins) if getattr(cchc_core, name) is getattr(each, name, None)), None)
        assert len(re.findall(rf":: cchc_core\.{name}(?![\w.])", python)) == (0 if page else 1)
        assert page is None or f"`{name}`: see [" in python


@pytest.mark.parametrize("package", [prose, testing, conformance], ids=lambda package: package.__name__)
def test_every_name_of_a_package_of_its_own_is_documented(package: ModuleType, generated: ModuleType) -> None:
    """What the library promises to keep beside ``cchc_core`` and the engine stands on a page of its own."""
    page = _page(generated, package.__name__.rpartition(".")[2])
    shown = {name.rpartition(".")[2] for name in re.findall(r":: (cchc_core\.[\w.]+)", page)}
    for module, members in re.findall(r"automodule:: (cchc_core\.[\w.]+)\n   :members:(.*)$", page, re.MULTILINE):
        listed = members.split(", ") if members else import_module(module).__all__
        shown |= {name.strip() for name in listed}

    assert set(package.__all__) <= shown


def test_every_check_of_the_conformance_kit_is_listed(generated: ModuleType) -> None:
    """Whoever fails a check finds what it demands, and how to mend it."""
    page = _unescaped(_page(generated, "conformance"))

    for suite in conformance.ExporterConformance, conformance.ReaderConformance, conformance.FormConformance:
        assert conformance.demands_of(suite)
        for demand in conformance.demands_of(suite):
            assert f"| `{demand.name}` | {demand.sentence} | {demand.mend} | " in page


def test_every_way_to_tell_pytest_of_a_report_is_documented(generated: ModuleType) -> None:
    """Who tests with pytest finds the option, the setting and the fixture."""
    pages = _page(generated, "testing") + (DOCS / "how-to" / "test-by-properties.md").read_text(encoding="utf-8")
    parser = _Asked()
    pytest_plugin.pytest_addoption(parser)  # type: ignore[arg-type]

    assert parser.names
    for name in (*parser.names, *(each for each in pytest_plugin.__all__ if not each.startswith("pytest_"))):
        assert name in pages


class _Asked:
    """Stands for pytest's parser, and keeps what a plugin asks of it."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.names: list[str] = []

    def getgroup(self, *_: str) -> _Asked:
        """Give itself as the group."""
        return self

    def addoption(self, name: str, **_: str) -> None:
        """Keep the name of an option."""
        self.names.append(name)

    def addini(self, name: str, *_: str, **__: str) -> None:
        """Keep the name of a setting."""
        self.names.append(name)


def test_every_kind_severity_and_status_is_explained(generated: ModuleType) -> None:
    """The words that the reference of rules is written in stand above it, the kinds of mistakes in the contract."""
    rules, contract = _page(generated, "rules"), _page(generated, "contract")

    for kind in RuleKind:
        assert f"| {kind.value} | " in rules
    for severity in Severity:
        assert f"| {severity.value} | {say(f'severity.{severity.value}')} | " in rules
    for status in set(Status) - _OF_THE_ENGINE:
        assert f"| {status.value} | " in rules
    for grade in Grade:
        assert f"`{grade.value}`" in contract
    for mistake in RepairKind:
        assert f"`{mistake.value}`" in contract


@pytest.mark.parametrize(
    "key",
    [f"severity.{each.value}" for each in Severity]
    + [f"status.{each.value}" for each in Status]
    + [
        f"plugin_gives.{name.removeprefix('cchc_register_')}"
        for name in hooks.__all__
        if name.startswith("cchc_register_")
    ],
)
def test_the_glossary_has_the_words_of_results_and_plugins(key: str) -> None:
    """Whoever reads no Vietnamese finds what the words in findings and lists mean."""
    rows = re.findall(
        r"^\| .* \| (.*) \| (.*) \|$", (DOCS / "explanation" / "glossary.md").read_text("utf-8"), re.MULTILINE
    )

    assert any(say(key) in words.split(", ") or f"({say(key)})" in meaning for words, meaning in rows)


def test_every_exit_code_is_documented(generated: ModuleType) -> None:
    """A script that looks at the exit code finds what each says, and no other is told of."""
    page = _page(generated, "command")
    section = page[page.index("## Exit codes") : page.index("## Many files")]

    assert {CLEAN, FINDINGS, MISUSE, INTERRUPTED} == {
        int(code) for code in re.findall(r"^\| (\d+) \|", section, re.MULTILINE)
    }
    for name in build("en").commands:
        help_of = page[page.index(f"## cchc {name}\n") :].split("\n## ", 1)[0]
        assert " ".join(say("cli.exit_codes", "en").split()) in " ".join(help_of.split())


@pytest.mark.parametrize("package", _PUBLIC)
def test_whatever_a_package_offers_can_be_imported_from_the_library(package: str) -> None:
    """Nobody needs to know in which package something is defined."""
    offered = import_module(f"cchc_core.{package}")

    for name in set(offered.__all__) - {"load" if package == "convert" else ""}:
        assert getattr(cchc_core, name) is getattr(offered, name)


def test_every_command_and_option_is_documented(generated: ModuleType) -> None:
    """What can be typed on the command line stands in its reference."""
    page = _page(generated, "command")

    for name, command in build("en").commands.items():
        section = page[page.index(f"## cchc {name}\n") :].split("\n## ", 1)[0]
        for param in command.get_params(click.Context(command)):
            names = param.opts if isinstance(param, click.Option) else [param.human_readable_name]
            for each in names:
                assert each in section


def test_every_marker_is_known_and_every_generator_is_used(generated: ModuleType) -> None:
    """No page has an unfilled place, and nothing is generated for nobody."""
    used = [name for page in PAGES for name in generated.MARKER.findall(page.read_text(encoding="utf-8"))]

    assert sorted(generated.GENERATORS) == sorted(used)


def test_every_key_of_a_result_is_documented(generated: ModuleType) -> None:
    """Who reads what a check printed finds what each key means."""
    page = _page(generated, "contract")
    section = page[page.index("## The result of a check") :]

    for key in _keys(result_schema()):
        assert f"`{key}`" in section


def _keys(schema: object) -> Iterator[str]:
    if isinstance(schema, dict):
        yield from schema.get("properties", ())
        for each in schema.values():
            yield from _keys(each)


def test_the_published_schema_is_the_one_of_the_code(generated: ModuleType) -> None:
    """After a form changes, run: cchc schema > docs/reference/report.schema.json."""
    contract = import_module("reference_pages.contract")

    assert generated is not None
    assert contract.SCHEMA_FILE.read_text(encoding="utf-8") == contract.schema_text()


def test_the_command_prints_the_published_schema(capsys: pytest.CaptureFixture[str]) -> None:
    """The schema can be had without the repository."""
    for name in ("report", "result"):
        assert main(["schema", "--of", name]) == 0
        published = (DOCS / "reference" / f"{name}.schema.json").read_text(encoding="utf-8")
        assert capsys.readouterr().out == published


@pytest.mark.parametrize("path", [ROOT / "CONTRIBUTING.md", DOCS / "explanation" / "architecture.md"], ids=str)
def test_the_layers_are_those_that_the_linter_proves(path: Path) -> None:
    """Nobody is told of a layer that is not there, or in another order."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    (layers,) = (contract["layers"] for contract in contracts if contract.get("containers") == ["cchc_core"])
    block = next(
        block for block in re.findall(r"```text\n(.*?)```", path.read_text("utf-8"), re.DOTALL) if block[:3] == "cli"
    )

    assert layers == [re.split(r"  +", line)[0] for line in block.splitlines()]


def test_every_session_is_in_the_contributing_guide() -> None:
    """Who sets the project up learns of each session."""
    tree = ast.parse((ROOT / "noxfile.py").read_text(encoding="utf-8"))
    sessions = {each.name for each in tree.body if isinstance(each, ast.FunctionDef) and each.decorator_list}

    assert sessions == set(
        re.findall(r"^\| `nox -s (\w+)` \|", (ROOT / "CONTRIBUTING.md").read_text("utf-8"), re.MULTILINE)
    )
