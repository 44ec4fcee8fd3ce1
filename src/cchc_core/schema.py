"""The JSON Schemas of the contract: of a report file, made from the classes that fill it, and of a check."""

from __future__ import annotations

import types
import typing
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

import attrs
from attrs import Factory, define

from cchc_core.checks import RESULT_VERSION, Place, Status
from cchc_core.conditions import Grade
from cchc_core.convert import DECIMAL, FORMAT, VERSION
from cchc_core.engine import LocalisationStatus, RepairKind
from cchc_core.forms import Catalogue, Figure, Form, Level, OpenBound, OpenWord, Record, form_of
from cchc_core.report import ANNEX_FORM, CATALOGUE, Report, can_be_annexed
from cchc_core.rules import Severity
from cchc_core.words import say

__all__ = ["report_schema", "result_schema"]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_DECIMAL_PATTERN = f"^{DECIMAL.pattern}$"


def report_schema(forms: Catalogue = CATALOGUE) -> dict[str, Any]:
    """Give the JSON Schema (2020-12) of a report file.

    Args:
        forms: The forms that annexes may be of, those of plugins included.

    Labels, units, columns and notes come from the declarations. What a schema cannot say is checked
    by `cchc_core.load` alone: repeated keys, figures of more than 15 digits, whole numbers written
    12.0, and texts that hold half a character.

    >>> report_schema()["properties"]["version"]
    {'const': 1}
    """
    definitions = _Definitions()
    body = _object(Report, definitions)
    annexes = _annex_forms(forms, definitions)
    body["properties"]["annexes"] = {"type": "array", "items": {"anyOf": annexes} if annexes else False}
    return {
        "$schema": _DIALECT,
        "$id": f"urn:cchc:report:{VERSION}",
        "title": form_of(Report).title,
        **body,
        "properties": {"format": {"const": FORMAT}, "version": {"const": VERSION}, **body["properties"]},
        "required": ["format", "version", *body["required"]],
        "$defs": dict(sorted(definitions.schemas.items())),
    }


def _annex_forms(forms: Catalogue, definitions: _Definitions) -> list[dict[str, Any]]:
    """Describe the record of each form with the key that names it, by which annexes are told apart."""
    found: list[dict[str, Any]] = []
    for form in forms:
        if can_be_annexed(form):
            body = _object(form.record, definitions)
            body["properties"] = {ANNEX_FORM: {"const": form.key}, **body["properties"]}
            found.append({"title": form.title, **body, "required": [ANNEX_FORM, *body["required"]]})
    return found


_TEXT: dict[str, Any] = {"type": "string"}
_TEXTS: dict[str, Any] = {"type": "array", "items": _TEXT}
_BLANK: dict[str, Any] = {"type": "null"}
_EXACT: dict[str, Any] = {"anyOf": [{"type": "integer"}, _TEXT]}
_EXACT_OR_BLANK: dict[str, Any] = {"anyOf": [*_EXACT["anyOf"], _BLANK]}
_PLACE: dict[str, Any] = {"$ref": "#/$defs/place"}


def result_schema() -> dict[str, Any]:
    """Give the JSON Schema (2020-12) of what ``cchc check --format json`` prints.

    >>> sorted(result_schema()["properties"])
    ['causes', 'file', 'findings', 'statuses', 'summary', 'version']
    """
    counts: dict[str, Any] = {
        name: {"type": "integer"} for name in ("findings", "causes", *(_key(status) for status in Status))
    }
    body = {
        "version": {"const": RESULT_VERSION},
        "findings": {"type": "array", "items": {"$ref": "#/$defs/finding"}},
        "causes": {"type": "array", "items": {"$ref": "#/$defs/cause"}},
        "statuses": {"type": "array", "items": {"$ref": "#/$defs/status"}},
        "summary": _with({"has_errors": {"type": "boolean"}, **counts}),
    }
    return {
        "$schema": _DIALECT,
        "$id": f"urn:cchc:result:{RESULT_VERSION}",
        **_with(body),
        "properties": {"file": _TEXT, **body},
        "$defs": {
            "finding": _finding(),
            "cause": _cause(),
            "candidate": _candidate(),
            "status": _outcome(),
            "place": _place(),
            "operand": _with(_operand()),
        },
    }


def _finding() -> dict[str, Any]:
    operands = _with({"side": {"enum": ["left", "right"]}, **_operand()})
    return _with(
        {
            "code": _TEXT,
            "severity": {"enum": [severity.value for severity in Severity]},
            "relation": _TEXT,
            "place": _PLACE,
            "operator": {"enum": ["==", "<=", ">=", None]},
            "operands": {"type": "array", "items": operands},
            "reported": _EXACT_OR_BLANK,
            "expected": _EXACT_OR_BLANK,
            "gap": _EXACT_OR_BLANK,
            "grade": {"enum": [grade.value for grade in Grade]},
            "facts": {"type": "object"},
            "source": _TEXT,
            "printed": _TEXT,
            "basis": _TEXT,
            "message": _TEXT,
        }
    )


def _cause() -> dict[str, Any]:
    whole = {"type": "integer"}
    places = {"type": "array", "items": _PLACE}
    evidence = {"codes": _TEXTS, "places": places, "gap": _EXACT_OR_BLANK}
    return _with(
        {
            "findings": {"type": "array", "items": whole},
            "codes": _TEXTS,
            "status": {"enum": [status.value for status in LocalisationStatus]},
            "weight": _EXACT_OR_BLANK,
            "at_least": _EXACT,
            "suspects": places,
            "candidates": {"type": "array", "items": {"$ref": "#/$defs/candidate"}},
            "suggestion": {"anyOf": [whole, _BLANK]},
            "confirmed": whole,
            "evidence": {"type": "array", "items": _with(evidence)},
            "message": _TEXTS,
        }
    )


def _candidate() -> dict[str, Any]:
    kind = {"enum": [*(kind.value for kind in RepairKind), None]}
    change = {"place": _PLACE, "reported": _EXACT_OR_BLANK, "value": _EXACT_OR_BLANK, "kind": kind}
    return _with(
        {
            "changes": {"type": "array", "items": _with(change)},
            "kind": kind,
            "distance": {"anyOf": [{"type": "integer"}, _BLANK]},
            "votes": _TEXTS,
            "supported_by": _TEXTS,
            "message": _TEXT,
        }
    )


def _outcome() -> dict[str, Any]:
    return _with(
        {
            "code": _TEXT,
            "relation": _TEXT,
            "place": _PLACE,
            "status": {"enum": [status.value for status in Status]},
            "reason": {"anyOf": [_TEXT, _BLANK]},
            "message": _TEXT,
            "worked_out": {"type": "array", "items": {"$ref": "#/$defs/operand"}},
        }
    )


def _place() -> dict[str, Any]:
    places: dict[str, Any] = {field.name: _TEXT for field in attrs.fields(Place)}
    places["level"] = {"enum": [*(level.value for level in Level), None]}
    places["column"] = {"anyOf": [{"type": "integer"}, _BLANK]}
    return _with({**places, "text": _TEXT})


def _operand() -> dict[str, Any]:
    return {
        "place": _PLACE,
        "term": {"type": "integer", "minimum": 0},
        "coefficient": {"type": "integer"},
        "value": _EXACT_OR_BLANK,
        "worked_out_by": {"anyOf": [_TEXT, _BLANK]},
    }


def _with(properties: dict[str, Any]) -> dict[str, Any]:
    """Describe an object that has these keys; later versions may add others."""
    return {"type": "object", "properties": properties, "required": list(properties)}


def _key(status: Status) -> str:
    return status.value.replace(" ", "_")


def _object(cls: Any, definitions: _Definitions) -> dict[str, Any]:
    """Describe an attrs class, its keys in the order of the class."""
    origin = typing.get_origin(cls) or cls
    form = form_of(origin) if issubclass(origin, Record) else None
    attrs.resolve_types(origin)
    names = dict(zip(getattr(origin, "__parameters__", ()), typing.get_args(cls), strict=False))
    hints = {field.name: _filled(field.type, names) for field in attrs.fields(origin)}
    properties = {
        field.name: {**_type(hints[field.name], definitions), **_described(form, field.name)}
        for field in attrs.fields(origin)
    }
    required = [field.name for field in attrs.fields(origin) if field.default is attrs.NOTHING]
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def _described(form: Form | None, name: str) -> dict[str, Any]:
    """Give label, unit and column of a figure, and the title of a table."""
    if form is None:
        return {}
    if name in form.figures:
        figure = form.figures[name]
        facts = [f"đơn vị tính: {figure.unit}"]
        facts += [f"cột ({figure.column}) biểu {form.number}"] if figure.column is not None else []
        facts += [f"mức: {figure.level.label}"] if figure.level is not None else []
        facts += _line(form, figure)
        facts += [figure.note] if figure.note else []
        return {"title": figure.label, "description": "; ".join(facts)}
    if name in form.nested and form.nested[name].label:
        return {"title": form.nested[name].label}
    return {}


def _line(form: Form, figure: Figure[Any]) -> list[str]:
    """Give the line of the statistical appendix on which a figure stands, and whether its wording was seen there."""
    number = figure.line or next((each.line for each in form.ratios.values() if each.reported is figure), "")
    if not number:
        return []
    seen = (figure.source or form.source).verified
    return [f"dòng {number} Phụ lục I" + ("" if seen else f" (lời văn {say('law.unverified')})")]


def _type(hint: Any, definitions: _Definitions) -> dict[str, Any]:
    """Describe a type; an attrs class is defined once and referred to."""
    origin = typing.get_origin(hint)
    if origin in {types.UnionType, typing.Union}:
        options = [_type(each, definitions) for each in typing.get_args(hint) if each is not type(None)]
        return {"anyOf": [*options, {"type": "null"}]}
    if origin is tuple:
        return {"type": "array", "items": _type(typing.get_args(hint)[0], definitions)}
    if hint in _PLAIN:
        return _PLAIN[hint]()
    if isinstance(hint, type) and issubclass(hint, Enum):
        return {"enum": [each.value for each in hint]}
    return {"$ref": f"#/$defs/{definitions.name_of(hint)}"}


@define
class _Definitions:
    """The classes described so far, each once under a name of its own; plugins may have classes of any name."""

    names: dict[Any, str] = Factory(dict)
    schemas: dict[str, Any] = Factory(dict)

    def name_of(self, hint: Any) -> str:
        """Give the name of a class, which is described first if it was not."""
        if hint not in self.names:
            name, number = _name(hint), 2
            while name in self.schemas:
                name, number = f"{_name(hint)}{number}", number + 1
            self.names[hint] = name
            self.schemas[name] = {}
            self.schemas[name] = _object(hint, self)
        return self.names[hint]


def _name(hint: Any) -> str:
    arguments = "".join(each.__name__ for each in typing.get_args(hint))
    return f"{(typing.get_origin(hint) or hint).__name__}{arguments}"


def _filled(hint: Any, names: dict[Any, Any]) -> Any:
    """Put a table's row class in place of its type variable."""
    if hint in names:
        return names[hint]
    if not names or not typing.get_args(hint):
        return hint
    arguments = tuple(_filled(each, names) for each in typing.get_args(hint))
    origin = typing.get_origin(hint)
    if origin in {types.UnionType, typing.Union}:
        return typing.Union[arguments]  # noqa: UP007 - made of a tuple
    return origin[arguments]


def _open_bound() -> dict[str, Any]:
    number = {"type": "string", "pattern": _DECIMAL_PATTERN}
    return {
        "type": "object",
        "properties": {word.value: number for word in OpenWord},
        "minProperties": 1,
        "maxProperties": 1,
        "additionalProperties": False,
    }


_PLAIN: dict[Any, Callable[[], dict[str, Any]]] = {
    Record: lambda: {"type": "object"},
    str: lambda: {"type": "string"},
    int: lambda: {"type": "integer"},
    Decimal: lambda: {"type": "string", "pattern": _DECIMAL_PATTERN},
    date: lambda: {"type": "string", "format": "date"},
    OpenBound: _open_bound,
}
