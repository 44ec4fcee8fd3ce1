"""Whoever copies a block from a page gets what the page promises: each is run, or at least parsed by what it is for."""

from __future__ import annotations

import ast
import doctest
import json
import re
import shlex
import shutil
import tomllib
from collections.abc import Callable, Iterator, Mapping
from importlib.metadata import EntryPoint
from pathlib import Path

import click
import pytest
import yaml
from attrs import frozen
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser

import cchc_core
from cchc_core import read_settings
from cchc_core.cli.main import build, main
from cchc_core.plugins.hooks import PROJECT

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
GUIDES = [*sorted(ROOT.glob("*.md")), *sorted(ROOT.glob("examples/*/README.md"))]
PAGES = [*GUIDES, *sorted(path for path in DOCS.rglob("*.md") if "_build" not in path.parts)]
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

_BLOCK = re.compile(
    r"^(?P<fence>`{3,})(?P<language>[^\n`]*)\n(?P<content>.*?)^(?P=fence)`*[ \t]*$", re.MULTILINE | re.DOTALL
)
_DOCTESTS = doctest.DocTestParser()
_PROMISED = {
    "cchc_core",
    "cchc_core.engine",
    "cchc_core.prose",
    "cchc_core.testing",
    "cchc_core.testing.conformance",
    "cchc_core.catalogue.rules",
    "cchc_core.catalogue.sources",
}
_NOT_PROMISED = {"cchc_core.checks.linear"}
"""What the reference shows and says of it that it may change."""


@frozen
class Block:
    """One fenced block of a page."""

    path: Path
    language: str
    content: str

    def __str__(self) -> str:
        """Name page and beginning."""
        return f"{self.path.relative_to(ROOT)}: {self.content.splitlines()[0] if self.content else self.language}"

    @property
    def is_in_docs(self) -> bool:
        """Whether the page is one of the documentation."""
        return DOCS in self.path.parents


def _blocks(path: Path) -> Iterator[Block]:
    for found in _BLOCK.finditer(path.read_text(encoding="utf-8")):
        yield Block(path, found["language"].strip(), found["content"])


BLOCKS = [block for path in PAGES for block in _blocks(path)]


def _run_as_python(block: Block) -> None:
    """Sybil runs those of the documentation and the README; those of the guide are run below."""
    assert block.is_in_docs or block.path.name in {"README.md", "README.vi.md", "CONTRIBUTING.md"}
    assert block.path.parent == ROOT or block.is_in_docs
    _source(block)


def _parse_console(block: Block) -> None:
    lines = [line[2:] for line in block.content.splitlines() if line.startswith("$ ")]
    assert lines, "a console block shows a command after '$ '"
    for line in lines:
        _parse_command(line)


def _parse_shell(block: Block) -> None:
    for line in block.content.replace("\\\n", " ").splitlines():
        for command in line.split("&&"):
            _parse_command(command)


def _parse_toml(block: Block) -> None:
    content = tomllib.loads(block.content)
    assert content
    if "project" in content:
        for group, points in content["project"]["entry-points"].items():
            for name, value in points.items():
                assert EntryPoint(name, value, group).module
        assert set(content["project"]["entry-points"]) <= set(SETTINGS["project"]["entry-points"])
    else:
        read_settings(block.content.encode(), str(block.path))


def _parse_yaml(block: Block) -> None:
    for command in _commands_in(yaml.safe_load(block.content)):
        _parse_command(command)


def _commands_in(content: object) -> Iterator[str]:
    """Give what a pipeline runs: under ``run`` on GitHub, in the list ``script`` on GitLab."""
    if isinstance(content, dict):
        for key, value in content.items():
            if key in {"run", "script"}:
                yield from [value] if isinstance(value, str) else value
            else:
                yield from _commands_in(value)
    elif isinstance(content, list):
        for each in content:
            yield from _commands_in(each)


def _parse_json(block: Block) -> None:
    json.loads(block.content)


def _look_at_text(block: Block) -> None:
    """Text is for trees and drawings; what can be typed has a language of its own."""
    for line in block.content.splitlines():
        words = line.split()
        assert not words or words[0] not in {"$", "cchc", "pip", "python", "pytest", "nox"}, line


def _include(block: Block) -> None:
    """The file is there, and so are the lines between which it is shown."""
    content = (block.path.parent / block.language.split()[1]).resolve().read_text(encoding="utf-8")
    for name, text in re.findall(r'^:(start-at|end-before): "?(.*?)"?$', block.content, re.MULTILINE):
        assert text in content, name


def _left_to_sphinx(block: Block) -> None:
    """A directive is carried out when the documentation is built, in which a warning fails."""
    assert block.is_in_docs


READERS: Mapping[str, Callable[[Block], None]] = {
    "python": _run_as_python,
    "console": _parse_console,
    "sh": _parse_shell,
    "toml": _parse_toml,
    "yaml": _parse_yaml,
    "json": _parse_json,
    "text": _look_at_text,
    "{literalinclude}": _include,
    "{toctree}": _left_to_sphinx,
    "{eval-rst}": _left_to_sphinx,
}
"""What is done with a block of each language; one of any other is read by nobody, and fails."""


@pytest.mark.parametrize("block", BLOCKS, ids=str)
def test_every_block_is_read_by_what_it_is_for(block: Block) -> None:
    """No page shows settings that are refused, a command that is not there, or code that nobody ran."""
    READERS[block.language.partition(" ")[0]](block)


def test_every_fence_belongs_to_a_block() -> None:
    """No block is overlooked because its fence is indented, made of other characters or never closed."""
    for path in PAGES:
        rest = _BLOCK.sub("", path.read_text(encoding="utf-8"))
        assert not re.search(r"^\s*(```|~~~)", rest, re.MULTILINE), path


def _parse_command(line: str) -> None:
    """Hold one command against what there is: our own against its options, ``pip`` against our packages."""
    words = shlex.split(re.split(r" [>|] ", line)[0], comments=True)
    program, *rest = words or [""]
    if Path(program).name.startswith("python") and rest[:1] == ["-m"]:
        program, *rest = rest[1:]
    match Path(program).name, rest:
        case "cchc", _:
            _parse_ours(rest)
        case (("pip" | "pipx"), ["install", *options]):
            _parse_install([each for each in options if each not in {"--quiet", "-e", "--group"}])
        case "nox", [] | ["-s", *_]:
            assert set(rest[1:2]) <= _sessions()
        case "pytest", _:
            assert {each for each in rest if each.startswith("-")} <= {"-v", "-k", "--cchc-report"}
        case "mypy", []:
            pass
        case "venv", [".venv"]:
            pass
        case _:
            pytest.fail(f"nobody runs or reads: {line}")


def _parse_ours(words: list[str]) -> None:
    """Hold options and choices against the command, and carry nothing out: files and plugins may be the reader's."""
    group = build("en")
    name, *rest = words or ["--help"]
    if not name.startswith("-"):
        command = group.commands[name]
        context = click.Context(command, info_name=name)
        given, _, _ = command.make_parser(context).parse_args(list(rest))
        for param in command.params:
            if isinstance(param.type, click.Choice) and param.name in given:
                param.type.convert(given[param.name], param, context)


def _parse_install(wanted: list[str]) -> None:
    """Only packages of ours can be asked for, with the extras that they have, or tools of the guide."""
    extras = set(SETTINGS["project"]["optional-dependencies"])
    ours = {PROJECT, ".", *(path.parent.name for path in ROOT.glob("examples/*/pyproject.toml"))}
    for each in wanted:
        name, _, extra = each.removesuffix("]").partition("[")
        assert name in {"nox", "tests", "."} or Path(name).name in ours, each
        assert not extra or set(extra.split(",")) <= extras, each


def _sessions() -> set[str]:
    tree = ast.parse((ROOT / "noxfile.py").read_text(encoding="utf-8"))
    return {each.name for each in tree.body if isinstance(each, ast.FunctionDef) and each.decorator_list}


def _source(block: Block) -> ast.Module:
    """Parse a block of Python, with or without prompts."""
    if ">>> " not in block.content:
        return ast.parse(block.content)
    return ast.parse("".join(example.source for example in _DOCTESTS.get_examples(block.content)))


@pytest.mark.parametrize(
    "path", [each for each in PAGES if any(b.language == "python" for b in _blocks(each))], ids=str
)
def test_pages_import_only_what_is_promised(path: Path) -> None:
    """Code that follows the documentation goes on working, for it uses no private name."""
    exporters = set(SETTINGS["project"]["entry-points"][PROJECT].values())

    for block in _blocks(path):
        if block.language == "python":
            for node in ast.walk(_source(block)):
                if isinstance(node, ast.ImportFrom) and str(node.module).startswith("cchc_"):
                    known = _PROMISED | _NOT_PROMISED | exporters | {"cchc_csv"}
                    assert node.module in known, f"{node.module}: {[each.name for each in node.names]}"


def test_the_promise_names_each_of_these_modules() -> None:
    """What pages import is what the page on stability speaks of."""
    page = (DOCS / "explanation" / "stability.md").read_text(encoding="utf-8")
    reference = (DOCS / "reference" / "python.md").read_text(encoding="utf-8")

    for module in _PROMISED:
        assert f"`{module}`" in page
    for module in _NOT_PROMISED:
        assert f"`{module}`, and are not among the names that are promised" in reference
    assert cchc_core.__name__ in _PROMISED


def test_the_worked_example_of_the_contributing_guide_works() -> None:
    """The five steps can be followed as they stand."""
    examples = list(Sybil([PythonCodeBlockParser()]).parse(ROOT / "CONTRIBUTING.md").examples())

    assert examples
    for example in examples:
        example.evaluate()


def _commands(path: Path) -> Iterator[tuple[str, list[str]]]:
    """Give every ``cchc`` command that a page shows in a console, with the lines of output shown after it."""
    for block in _blocks(path):
        if block.language == "console":
            for shown in re.split(r"^\$ ", block.content, flags=re.MULTILINE)[1:]:
                line, *output = shown.splitlines()
                if "cchc" in line.split("#")[0].split()[:3]:
                    yield line, output


def _is_printed(shown: str, printed: str) -> bool:
    """Tell whether a line stands in the output; ``...`` stands for any lines, and within a line for any text."""
    pattern = ".*".join(map(re.escape, shown.split("...")))
    return shown == "..." or any(re.fullmatch(pattern, each) for each in printed.splitlines())


_RUN = [path for path in PAGES if "examples" not in path.parts and list(_commands(path))]


@pytest.mark.parametrize("path", _RUN, ids=str)
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
