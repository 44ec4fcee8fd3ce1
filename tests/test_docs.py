"""The documentation says what the code does: every registered name, every command, the published schema."""

from __future__ import annotations

import ast
import re
import shlex
import shutil
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType

import click
import pytest
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser

import cchc_core
from cchc_core import CATALOGUE, RULE_BOOK, Form, Rule, engine, plugins
from cchc_core.checks import example_of
from cchc_core.cli.main import build, main
from cchc_core.plugins import find_plugins, hooks
from cchc_core.report import printed_date
from cchc_core.schema import result_schema
from cchc_core.words import LANGUAGES

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = sorted(path for path in DOCS.rglob("*.md") if "_build" not in path.parts)
GUIDES = sorted(ROOT.glob("*.md"))
FORMS = list(CATALOGUE)
_PUBLIC = (
    "checks conditions convert corrections errors forms indicators interchange law numbers numerals plugins reading"
    " report rules schema tables words"
).split()
CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


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
    for exporter in find_plugins().exporters.values():
        for spec in exporter.option_specs:
            assert f"| `{exporter.name}` | `{spec.name}` | " in page
            assert spec.title.en in page


def test_every_exporter_of_the_project_is_documented(generated: ModuleType) -> None:
    """No exporter that the project promises is missing because it failed to load."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    for name in project["entry-points"]["cchc"]:
        assert f"| `{name}` |" in _page(generated, "plugins")


def test_every_public_name_is_documented(generated: ModuleType) -> None:
    """What can be imported from the library stands in its reference, once: what is the engine's, on its own page."""
    python, engines = _page(generated, "python"), _page(generated, "engine")

    for name in engine.__all__:
        assert len(re.findall(rf":: cchc_core\.engine\.{name}(?![\w.])", engines)) == 1
    for name in cchc_core.__all__:
        page = next((each for each in (engine, plugins) if getattr(cchc_core, name) is getattr(each, name, None)), None)
        assert len(re.findall(rf":: cchc_core\.{name}(?![\w.])", python)) == (0 if page else 1)
        assert page is None or f"`{name}`: see [" in python


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


def test_the_worked_example_of_the_contributing_guide_works() -> None:
    """The five steps can be followed as they stand."""
    examples = list(Sybil([PythonCodeBlockParser()]).parse(ROOT / "CONTRIBUTING.md").examples())

    assert examples
    for example in examples:
        example.evaluate()


def _commands(path: Path) -> Iterator[tuple[str, list[str]]]:
    """Give every ``cchc`` command that a page shows, with the lines of output shown after it."""
    for block in CONSOLE.findall(path.read_text(encoding="utf-8")):
        for shown in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            line, *output = shown.splitlines()
            if "cchc" in line.split("#")[0].split()[:3]:
                yield line, output


def _is_printed(shown: str, printed: str) -> bool:
    """Tell whether a line stands in the output; ``...`` stands for any lines, and within a line for any text."""
    pattern = ".*".join(map(re.escape, shown.split("...")))
    return shown == "..." or any(re.fullmatch(pattern, each) for each in printed.splitlines())


@pytest.mark.parametrize("path", [each for each in (*GUIDES, *PAGES) if list(_commands(each))], ids=str)
def test_every_command_shown_works_and_prints_what_is_shown(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who copies the commands of a page, one after another, gets what the page promises."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CCHC_LANG", raising=False)

    for line, output in _commands(path):
        words = shlex.split(re.split(r" [>|] ", line)[0], comments=True)
        code = main(words[words.index("cchc") + 1 :])
        printed = capsys.readouterr()
        assert code in {0, 1}, f"{line}: {printed.err}"
        for each in output:
            assert _is_printed(each, printed.out), f"{line}: {each}"
