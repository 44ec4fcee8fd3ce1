"""The public names with their signatures, one a line; a change to them is seen in ``public_api.txt``.

After a change that is meant, run: python tests/public_api.py
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from enum import Enum
from importlib import import_module
from pathlib import Path
from types import ModuleType

import attrs

FILE = Path(__file__).with_suffix(".txt")

PACKAGES = ("cchc_core", "cchc_core.engine", "cchc_core.prose", "cchc_core.testing", "cchc_core.testing.conformance")


def lines() -> Iterator[str]:
    """Give every public name of every public package, sorted, with what it can be called with or holds."""
    for name in PACKAGES:
        package = import_module(name)
        for each in sorted(package.__all__):
            yield from _described(package, each)


def _described(package: ModuleType, name: str) -> Iterator[str]:
    member = getattr(package, name)
    qualified = f"{package.__name__}.{name}"
    if package.__name__ != "cchc_core" and getattr(import_module("cchc_core"), name, None) is member:
        return
    if isinstance(member, type) and issubclass(member, Enum):
        yield f"{qualified}: {', '.join(each.name for each in member)}"
    elif isinstance(member, type):
        fields = [each.name + ("" if each.default is attrs.NOTHING else "=") for each in _fields(member)]
        yield f"{qualified}({', '.join(fields)})"
        own = (each for each in sorted(vars(member)) if not each.startswith("_") and not _is_field(member, each))
        yield from (f"{qualified}.{each}" for each in own)
    elif inspect.isfunction(member):
        parameters = inspect.signature(member).parameters.values()
        yield f"{qualified}({', '.join(map(_written, parameters))})"
    else:
        yield f"{qualified}: {type(member).__name__}"


def _fields(cls: type) -> tuple[attrs.Attribute[object], ...]:
    return tuple(attrs.fields(cls)) if attrs.has(cls) else ()


def _is_field(cls: type, name: str) -> bool:
    return any(each.name == name for each in _fields(cls))


def _written(parameter: inspect.Parameter) -> str:
    kinds: dict[object, str] = {inspect.Parameter.VAR_POSITIONAL: "*", inspect.Parameter.VAR_KEYWORD: "**"}
    star = kinds.get(parameter.kind, "")
    keyword = "--" if parameter.kind is inspect.Parameter.KEYWORD_ONLY else ""
    return f"{star}{keyword}{parameter.name}{'' if parameter.default is inspect.Parameter.empty else '='}"


if __name__ == "__main__":
    FILE.write_text("".join(f"{line}\n" for line in lines()), encoding="utf-8")
