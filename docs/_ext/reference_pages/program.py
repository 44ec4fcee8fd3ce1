"""Exporters, hooks, Python names and commands of the library as Markdown."""

from __future__ import annotations

import ast
import importlib
import inspect
import sys
from collections.abc import Callable, Iterator
from enum import Enum
from itertools import pairwise
from typing import Any

import click

import cchc_core
from cchc_core import CchcError, Record, form_of
from cchc_core.cli.main import build
from cchc_core.plugins import find_plugins
from cchc_core.plugins import hooks as hook_page
from reference_pages.marks import code, rst, table, text

__all__ = ["api", "commands", "exporters", "hooks"]

_GROUPS = {
    "convert": "Reading and writing",
    "report": "The report",
    "checks": "Checking",
    "forms": "Forms and records",
    "catalogue": "The forms of the catalogue",
    "rules": "Rules",
    "law": "Sources of law",
    "errors": "Errors",
}
"""Headings of the Python reference, by the module or package that defines a name."""

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


def hooks() -> Iterator[str]:
    """Give every hook with the first line of its docstring."""
    names = [name for name in vars(hook_page) if name.startswith("cchc_register_")]
    yield from table(
        ("Hook", "What a plugin gives"), ((code(name), _first_line(getattr(hook_page, name))) for name in names)
    )


def api() -> Iterator[str]:
    """Give every public name of the library, grouped by where it is defined."""
    homes = _homes()
    for module, title in _GROUPS.items():
        yield from ("", f"## {title}", "")
        for name in cchc_core.__all__:
            if homes[name].split(".")[1] == module:
                yield from _public(name, homes[name])


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


def _homes() -> dict[str, str]:
    """Give the module that defines each public name."""
    found: dict[str, str] = {}
    for path, module in sys.modules.items():
        if path.startswith(tuple(f"cchc_core.{group}" for group in _GROUPS)) and not hasattr(module, "__path__"):
            found |= dict.fromkeys(getattr(module, "__all__", ()), path)
    return found


def _public(name: str, home: str) -> Iterator[str]:
    member = getattr(cchc_core, name)
    qualified = f"cchc_core.{name}"
    if not isinstance(member, type):
        kind = "autofunction" if inspect.isfunction(member) else ""
        yield from rst(f".. {kind}:: {qualified}") if kind else _constant(name, home)
    elif issubclass(member, CchcError):
        yield from rst(f".. autoexception:: {qualified}", "   :members:")
    elif issubclass(member, Record) and member is not Record:
        yield from rst(f".. autoclass:: {qualified}(**figures)")
        yield f"Its figures stand at the form [{code(form_of(member).key)}](#form-{form_of(member).key})."
    else:
        undocumented = ("   :undoc-members:",) if issubclass(member, Enum) else ()
        yield from rst(f".. autoclass:: {qualified}", "   :members:", *undocumented)


def _constant(name: str, home: str) -> Iterator[str]:
    yield from rst(f".. py:data:: cchc_core.{name}", "", f"   {_comment(name, home)}")


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
