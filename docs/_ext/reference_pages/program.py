"""Exporters, hooks, Python names and commands of the library as Markdown."""

from __future__ import annotations

import ast
import importlib
import inspect
import sys
from collections.abc import Callable, Iterator
from enum import Enum
from itertools import pairwise
from types import ModuleType
from typing import Any

import click

import cchc_core
import cchc_core.engine
from cchc_core import CchcError, Record, form_of
from cchc_core.cli.main import build
from cchc_core.cli.setting import values_of
from cchc_core.plugins import find_plugins
from cchc_core.plugins import hooks as hook_page
from reference_pages.marks import code, rst, table, text

__all__ = ["api", "commands", "engine", "exporters", "hooks", "options", "readers"]

_GROUPS = {
    "Reading and writing": ("reading", "convert", "numerals"),
    "The report": ("report",),
    "Checking": ("checks",),
    "Taking suggestions up": ("corrections",),
    "Rules that are functions": ("conditions",),
    "Forms and records": ("forms",),
    "The forms of the catalogue": ("catalogue",),
    "Rules": ("rules",),
    "Sources of law": ("law",),
    "A report laid out": ("tables", "indicators"),
    "Numbers and words": ("numbers", "words"),
    "Schemas": ("schema",),
    "Results for other tools": ("interchange",),
    "Plugins": ("plugins",),
    "Errors": ("errors",),
    "The engine": ("engine",),
}
"""Headings of the Python reference, with the modules and packages that define what stands beneath them."""

_PREFIXES = tuple(f"cchc_core.{module}" for modules in _GROUPS.values() for module in modules)

_ELSEWHERE = {"engine": "[the engine](engine.md)", "plugins": "[plugins](plugins.md)"}
"""Packages whose names have a page of their own."""

_WIDTH = 100


def exporters() -> Iterator[str]:
    """Give the exporters that are installed with the library."""
    yield from table(
        ("Name", "Suffix", "Media type", "What it writes"),
        (
            (code(each.name), code(each.suffix), code(each.media_type), text(each.title))
            for each in find_plugins().exporters.values()
        ),
    )


def options() -> Iterator[str]:
    """Give the options of these exporters, as ``--set`` takes them."""
    yield from table(
        ("Exporter", "Option", "Values", "Default", "What it does"),
        (
            (code(each.name), code(spec.name), values_of(spec, "en"), code(spec.default_text), text(spec.title.en))
            for each in find_plugins().exporters.values()
            for spec in each.option_specs
        ),
    )


def readers() -> Iterator[str]:
    """Give the readers that are installed with the library."""
    yield from table(
        ("Name", "Suffixes", "What it reads"),
        (
            (code(each.name), ", ".join(map(code, each.suffixes)), text(each.title))
            for each in find_plugins().readers.values()
        ),
    )


def hooks() -> Iterator[str]:
    """Give every hook with the first line of its docstring."""
    names = [name for name in vars(hook_page) if name.startswith("cchc_register_")]
    yield from table(
        ("Hook", "What a plugin gives"), ((code(name), _first_line(getattr(hook_page, name))) for name in names)
    )


def api() -> Iterator[str]:
    """Give every public name of the library, grouped by where it is defined; the engine has a page of its own."""
    homes = _homes(cchc_core)
    for title, modules in _GROUPS.items():
        yield from ("", f"## {title}", "")
        for name in cchc_core.__all__:
            if homes[name].split(".")[1] not in modules:
                continue
            if modules[0] in _ELSEWHERE:
                yield f"- {code(name)}: see {_ELSEWHERE[modules[0]]}."
            else:
                yield from _public(cchc_core, name, homes[name])


def engine() -> Iterator[str]:
    """Give every public name of the engine: what can be asked of it, then what it takes and gives."""
    homes = _homes(cchc_core.engine)
    functions = [name for name in homes if inspect.isfunction(getattr(cchc_core.engine, name))]
    others = [name for name in homes if name not in functions]
    for title, names in (("Functions", functions), ("What they take and give", others)):
        yield from ("", f"## {title}", "")
        for name in names:
            yield from _public(cchc_core.engine, name, homes[name])


def commands() -> Iterator[str]:
    """Give the help of the command and of each of its commands."""
    group = build("en")
    root = click.Context(group, info_name="cchc", terminal_width=_WIDTH)
    yield from _help(group, root)
    for name, command in sorted(group.commands.items()):
        yield from ("", f"(cchc-{name})=", f"## cchc {name}")
        yield from _help(command, click.Context(command, parent=root, info_name=name, terminal_width=_WIDTH))


def _help(command: click.Command, context: click.Context) -> Iterator[str]:
    yield from ("", "```text", *command.get_help(context).splitlines(), "```", "")


def _first_line(documented: Callable[..., Any]) -> str:
    return text((inspect.getdoc(documented) or "").partition("\n")[0])


def _homes(package: ModuleType) -> dict[str, str]:
    """Give the module that defines each public name of a package; two modules may have different things of one name."""
    found: dict[str, str] = {}
    for name in package.__all__:
        getattr(package, name)  # which imports the module that defines it
    for path, module in list(sys.modules.items()):
        if path.startswith(_PREFIXES) and not hasattr(module, "__path__"):
            names = set(getattr(module, "__all__", ())).intersection(package.__all__)
            found |= {name: path for name in names if getattr(module, name) is getattr(package, name)}
    return {name: found[name] for name in package.__all__}


def _public(package: ModuleType, name: str, home: str) -> Iterator[str]:
    member = getattr(package, name)
    qualified = f"{package.__name__}.{name}"
    if not isinstance(member, type):
        kind = "autofunction" if inspect.isfunction(member) else ""
        yield from rst(f".. {kind}:: {qualified}") if kind else _constant(qualified, home)
    elif issubclass(member, CchcError):
        yield from rst(f".. autoexception:: {qualified}", "   :members:")
    elif issubclass(member, Record) and member is not Record:
        yield from rst(f".. autoclass:: {qualified}(**figures)")
        yield f"Its figures stand at the form [{code(form_of(member).key)}](#form-{form_of(member).key})."
    else:
        undocumented = ("   :undoc-members:",) if issubclass(member, Enum) else ()
        yield from rst(f".. autoclass:: {qualified}", "   :members:", *undocumented)


def _constant(qualified: str, home: str) -> Iterator[str]:
    yield from rst(f".. py:data:: {qualified}", "", f"   {_comment(qualified.rpartition('.')[2], home)}")


def _comment(name: str, home: str) -> str:
    """Give the docstring under a constant, which only the source text has."""
    body = ast.parse(inspect.getsource(importlib.import_module(home))).body
    for statement, following in pairwise(body):
        match statement, following:
            case (
                ast.Assign(targets=[ast.Name(id=found)]) | ast.AnnAssign(target=ast.Name(id=found)),
                ast.Expr(value=ast.Constant(value=str(comment))),
            ) if found == name:
                return comment
    raise ValueError(f"{home}.{name} has no docstring under it")
