"""The JSON contract: bytes to a report and back, strict, lossless and byte-stable."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, NoReturn, TypeVar

import attrs
from cattrs import Converter
from cattrs.errors import AttributeValidationNote, ForbiddenExtraKeysError, IterableValidationNote
from cattrs.gen import make_dict_structure_fn

from cchc_core.errors import Fault, ReadError
from cchc_core.forms import Catalogue, OpenBound, OpenWord, Record, form_of
from cchc_core.jsontext import NotAnInteger, parse_json
from cchc_core.numbers import LARGEST_DIGITS
from cchc_core.report import ANNEX_FORM, Report, can_be_annexed

__all__ = ["FORMAT", "VERSION", "dump", "load"]

FORMAT = "cchc-report"
"""Value of the key ``format`` in every report file."""

VERSION = 1
"""Version of the contract that this library reads and writes."""

DECIMAL = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?", re.ASCII)
_LONGEST_EXCERPT = 60
_ANNEXES = "annexes"

R = TypeVar("R", bound=Record)


class _RefusedError(Exception):
    """A value that its place cannot hold; becomes a `Fault` once the path is known."""

    def __init__(self, kind: str, found: object, **facts: str) -> None:
        super().__init__(kind)
        self.kind = kind
        self.facts = {"found": _named(found), **facts}


def load(content: bytes, forms: Callable[[], Catalogue]) -> Report:
    """Read a report from the content of a JSON file.

    Args:
        content: The bytes of the file.
        forms: Gives the forms that annexes may be of, found by key and the last day of the period; asked only if
            there are annexes.

    Raises:
        ReadError: If it is not a report in this format; it lists every fault with its path.
    """
    tree, faults = parse_json(content)
    if not faults or tree is not None:
        tree, more = _opened(tree)
        faults = [*faults, *more]
        if not more and isinstance(tree, dict):
            report, wrong = _structured({key: tree[key] for key in tree if key != _ANNEXES}, Report, "")
            annexes, besides = _annexes(tree.get(_ANNEXES, []), forms, report)
            faults += (*wrong, *besides)
            if report is not None and not faults:
                return report.revise(annexes=annexes)
    raise ReadError(faults)


def _structured(tree: object, cls: type[R], path: str) -> tuple[R | None, list[Fault]]:
    """Make a record of plain values, or say what is wrong with them."""
    try:
        made: R = _converter().structure(tree, cls)
    except Exception as error:  # noqa: BLE001 - what is not a refused value is raised again
        return None, _faults_of(error, path)
    return made, []


def _annexes(
    tree: object, forms: Callable[[], Catalogue], report: Report | None
) -> tuple[tuple[Record, ...], list[Fault]]:
    """Make the annexes, each of the form that it names; a report that is wrong itself does not hide their faults."""
    if not isinstance(tree, list):
        return (), [Fault(_ANNEXES, "not_list", {"found": _named(tree)})]
    made: list[Record] = []
    faults: list[Fault] = []
    known = [form for form in forms() if can_be_annexed(form)] if tree else []
    for index, each in enumerate(tree):
        path = f"{_ANNEXES}[{index}]"
        if not isinstance(each, dict):
            faults.append(Fault(path, "not_object", {"found": _named(each)}))
            continue
        key = each.get(ANNEX_FORM)
        found = [form for form in known if form.key == key and (report is None or report.period.end in form.in_force)]
        if not found:
            names = ", ".join(dict.fromkeys(form.key for form in known)) or "-"
            faults.append(Fault(f"{path}.{ANNEX_FORM}", "unknown_form", {"found": _named(key), "known": names}))
            continue
        if any(form_of(other).key == key for other in made):
            faults.append(Fault(f"{path}.{ANNEX_FORM}", "repeated_form", {"found": _named(key)}))
            continue
        values = {name: each[name] for name in each if name != ANNEX_FORM}
        record, wrong = _structured(values, found[0].record, path)
        faults += wrong
        made += [] if record is None else [record]
    return tuple(made), faults


def dump(report: Report) -> bytes:
    """Write a report as JSON: UTF-8, keys sorted, decimals as text, blanks as ``null``.

    ``load(dump(report)) == report``, printed decimals included, and the same report always gives the same bytes.
    """
    converter = _converter()
    tree = converter.unstructure(report.revise(annexes=())) | {"format": FORMAT, "version": VERSION}
    tree[_ANNEXES] = [{ANNEX_FORM: form_of(each).key, **converter.unstructure(each)} for each in report.annexes]
    if not report.annexes:
        del tree[_ANNEXES]
    text = json.dumps(tree, ensure_ascii=False, indent=2, sort_keys=True, allow_nan=False)
    return text.encode() + b"\n"


def _opened(tree: object) -> tuple[object, list[Fault]]:
    """Take the format marks off the outermost object, or say what is wrong with them."""
    if not isinstance(tree, dict):
        return tree, [Fault("", "not_object", {"found": _named(tree)})]
    marks = {"format": FORMAT, "version": VERSION}
    faults = [
        Fault(key, f"wrong_{key}", {"expected": json.dumps(value), "found": _named(tree.get(key))})
        for key, value in marks.items()
        if type(tree.get(key)) is not type(value) or tree[key] != value
    ]
    return {key: value for key, value in tree.items() if key not in marks}, faults


def _faults_of(error: Exception, path: str) -> list[Fault]:
    """Flatten the errors of all keys, each with its path."""
    if isinstance(error, ExceptionGroup):
        return [fault for each in error.exceptions for fault in _faults_of(each, _extended(path, each))]
    if isinstance(error, ForbiddenExtraKeysError):
        return [Fault(_joined(path, key), "unknown_key") for key in sorted(error.extra_fields)]
    if isinstance(error, KeyError):
        return [Fault(path, "missing_key")]
    if isinstance(error, _RefusedError):
        return [Fault(path, error.kind, error.facts)]
    raise error


def _extended(path: str, error: BaseException) -> str:
    note = next(iter(getattr(error, "__notes__", ())), None)
    if isinstance(note, AttributeValidationNote):
        return _joined(path, note.name)
    return f"{path}[{note.index}]" if isinstance(note, IterableValidationNote) else path


def _joined(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key


def _named(value: object) -> str:
    """Show a JSON value in a message, as it is written."""
    if isinstance(value, NotAnInteger):
        return value.text
    if isinstance(value, dict):
        return "{…}"
    if isinstance(value, list):
        return "[…]"
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _LONGEST_EXCERPT else f"{text[:_LONGEST_EXCERPT]}…"


@cache
def _converter() -> Converter:
    """Make the one converter of the process; nothing in it changes afterwards."""
    converter = Converter(forbid_extra_keys=True, detailed_validation=True)
    converter.register_structure_hook_factory(attrs.has, lambda cls: _object_hook(cls, converter))
    converter.register_structure_hook_factory(_is_annex, lambda _: _refuse_annex)
    converter.register_structure_hook(Enum, _choice)
    converter.register_structure_hook_factory(_is_tuple, lambda cls: _list_hook(cls, converter))
    converter.register_structure_hook(str, _text)
    converter.register_structure_hook(int, lambda value, _: _integer(value, "not_integer"))
    converter.register_structure_hook(date, _date)
    for optional, read in _OPTIONAL.items():
        converter.register_structure_hook(optional, _blank_or(read))
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_unstructure_hook(Decimal, lambda value: format(value, "f"))
    converter.register_unstructure_hook(OpenBound, lambda value: {value.word.value: format(value.value, "f")})
    return converter


def _object_hook(cls: Any, converter: Converter) -> Callable[[Any, Any], Any]:
    read = make_dict_structure_fn(cls, converter)

    def structure(value: Any, _: Any) -> Any:
        if not isinstance(value, dict):
            raise _RefusedError("not_object", value)
        return read(value, cls)

    return structure


def _list_hook(cls: Any, converter: Converter) -> Callable[[Any, Any], Any]:
    read = converter.get_structure_hook(list[cls.__args__[0]])

    def structure(value: Any, _: Any) -> Any:
        if not isinstance(value, list):
            raise _RefusedError("not_list", value)
        return tuple(read(value, list[cls.__args__[0]]))

    return structure


def _choice(value: Any, cls: Any) -> Any:
    choices = _choices(cls)
    if not isinstance(value, str) or value not in choices:
        raise _RefusedError("not_choice", value, choices=", ".join(choices))
    return choices[value]


@cache
def _choices(cls: Any) -> dict[str, Any]:
    return {each.value: each for each in cls}


def _is_annex(cls: Any) -> bool:
    return cls is Record


def _refuse_annex(value: Any, _: Any) -> NoReturn:
    """Refuse an annex that has no form yet; those of a report are made one by one, each of the form it names."""
    raise _RefusedError("not_object", value)


def _is_tuple(cls: Any) -> bool:
    return getattr(cls, "__origin__", None) is tuple


def _blank_or(read: Callable[[Any], Any]) -> Callable[[Any, Any], Any]:
    return lambda value, _: None if value is None else read(value)


def _integer(value: Any, kind: str) -> int:
    if type(value) is not int:
        raise _RefusedError(kind, value)
    if len(str(abs(value))) > LARGEST_DIGITS:
        _refuse_long(value, len(str(abs(value))))
    return value


def _decimal(value: Any) -> Decimal:
    if not isinstance(value, str) or not DECIMAL.fullmatch(value):
        raise _RefusedError("not_decimal", value)
    digits = sum(character.isdigit() for character in value)
    if digits > LARGEST_DIGITS:
        _refuse_long(value, digits)
    return Decimal(value)


def _refuse_long(value: object, digits: int) -> NoReturn:
    raise _RefusedError("number_too_long", value, digits=str(digits), limit=str(LARGEST_DIGITS))


def _open_bound(value: Any) -> OpenBound:
    words = {word.value: word for word in OpenWord}
    if not isinstance(value, dict) or len(value) != 1 or not value.keys() <= words.keys():
        raise _RefusedError("not_open_bound", value, choices=", ".join(words))
    ((word, number),) = value.items()
    if number is None:
        raise _RefusedError("blank_bound", value)
    return OpenBound(words[word], _decimal(number))


def _text(value: Any, _: Any) -> str:
    if not isinstance(value, str):
        raise _RefusedError("not_text", value)
    return value


def _date(value: Any, _: Any = None) -> date:
    try:
        if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value, re.ASCII):
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise _RefusedError("not_date", value)


_OPTIONAL: dict[Any, Callable[[Any], Any]] = {
    int | None: lambda value: _integer(value, "not_count"),
    Decimal | None: _decimal,
    OpenBound | None: _open_bound,
    date | None: _date,
}
