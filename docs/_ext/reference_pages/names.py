"""The public names of the library's packages as Markdown."""

from __future__ import annotations

import ast
import importlib
import inspect
import sys
from collections.abc import Iterator
from enum import Enum
from functools import partial
from itertools import pairwise
from types import ModuleType

import cchc_core
import cchc_core.engine
import cchc_core.prose
from cchc_core import CchcError, Record, form_of
from reference_pages.marks import code, rst

__all__ = ["api", "engine", "prose"]

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

_PREFIXES = (*(f"cchc_core.{module}" for modules in _GROUPS.values() for module in modules), "cchc_core.prose")

_ELSEWHERE = {"engine": "[the engine](engine.md)", "plugins": "[plugins](plugins.md)"}
"""Packages whose names have a page of their own."""


def api() -> Iterator[str]:
    """Give every public name of the library, grouped by where it is defined."""
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


def _package(package: ModuleType) -> Iterator[str]:
    """Give every public name of one package: what can be asked of it, then what it takes and gives."""
    homes = _homes(package)
    functions = [name for name in homes if inspect.isfunction(getattr(package, name))]
    others = [name for name in homes if name not in functions]
    for title, names in (("Functions", functions), ("What they take and give", others)):
        yield from ("", f"## {title}", "")
        for name in names:
            yield from _public(package, name, homes[name])


engine = partial(_package, cchc_core.engine)
prose = partial(_package, cchc_core.prose)


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
        yield from rst(f".. {kind}:: {qualified}") if kind else _constant(qualified, member, home)
    elif issubclass(member, CchcError):
        yield from rst(f".. autoexception:: {qualified}", "   :members:")
    elif issubclass(member, Record) and member is not Record:
        yield from rst(f".. autoclass:: {qualified}(**figures)")
        yield f"Its figures stand at the form [{code(form_of(member).key)}](#form-{form_of(member).key})."
    else:
        undocumented = ("   :undoc-members:",) if issubclass(member, Enum) else ()
        yield from rst(f".. autoclass:: {qualified}", "   :members:", *undocumented)


def _constant(qualified: str, member: object, home: str) -> Iterator[str]:
    """Give a constant with the docstring under it; texts, whose value says it all, with their value."""
    is_text = isinstance(member, str) or (isinstance(member, tuple) and all(isinstance(each, str) for each in member))
    value = (f"   :value: {member!r}",) if is_text else ()
    comment = _comment(qualified.rpartition(".")[2], home)
    if not (comment or value):
        raise ValueError(f"{qualified} has no docstring under it")
    yield from rst(f".. py:data:: {qualified}", *value, "", f"   {comment}")


def _comment(name: str, home: str) -> str:
    """Give the docstring under a constant, which only the source text has; empty if there is none."""
    body = ast.parse(inspect.getsource(importlib.import_module(home))).body
    for statement, following in pairwise(body):
        match statement, following:
            case (
                ast.Assign(targets=[ast.Name(id=found)]) | ast.AnnAssign(target=ast.Name(id=found)),
                ast.Expr(value=ast.Constant(value=str(comment))),
            ) if found == name:
                return comment
    return ""
