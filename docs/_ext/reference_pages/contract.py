"""The published JSON Schema: its file, and its outline as Markdown."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from cchc_core import CATALOGUE
from cchc_core.schema import report_schema
from reference_pages.marks import code, table, text

__all__ = ["SCHEMA_FILE", "definitions", "schema_text", "top_level"]

_FORMS = {form.record.__name__: form.key for form in CATALOGUE}

SCHEMA_FILE = Path(__file__).parents[2] / "reference" / "report.schema.json"


def schema_text() -> str:
    """Give the schema as its file holds it, which is what ``cchc schema`` prints."""
    return json.dumps(report_schema(), indent=2, ensure_ascii=False) + "\n"


def top_level() -> Iterator[str]:
    """Give the keys of a report file."""
    yield from _keys(report_schema())


def definitions() -> Iterator[str]:
    """Give the keys of every object below it that is not a form; those stand with the forms."""
    for name, definition in report_schema()["$defs"].items():
        if name not in _FORMS:
            yield from ("", f"(contract-{name.lower()})=", f"### {name}")
            yield from _keys(definition)


def _keys(definition: Mapping[str, Any]) -> Iterator[str]:
    yield from table(
        ("Key", "Value", "Required", "Label"),
        (
            (
                code(name),
                _value(declared),
                "yes" if name in definition["required"] else "",
                text(declared.get("title", "")),
            )
            for name, declared in definition["properties"].items()
        ),
    )


def _value(declared: Mapping[str, Any]) -> str:
    """Say in a few words what a key holds."""
    match declared:
        case {"$ref": reference}:
            return _link(str(reference).rpartition("/")[2])
        case {"anyOf": options}:
            return " or ".join(map(_value, options))
        case {"const": constant}:
            return code(json.dumps(constant))
        case {"enum": choices}:
            return ", ".join(map(code, choices))
        case {"items": items}:
            return f"list of {_value(items) if items else 'records of plugins, each with its `form`'}"
    return _PLAIN[declared["type"], declared.get("format", ""), "pattern" in declared]


_PLAIN = {
    ("integer", "", False): "whole number",
    ("null", "", False): "null",
    ("object", "", False): "open bound",
    ("string", "", False): "text",
    ("string", "", True): "decimal as text",
    ("string", "date", False): "date",
}


def _link(name: str) -> str:
    anchor = f"form-{_FORMS[name]}" if name in _FORMS else f"contract-{name.lower()}"
    return f"[{name}](#{anchor})"
