"""One figure of a record by its path: read, and changed in a copy."""

from __future__ import annotations

import re
from typing import Any, TypeVar

import attrs

from cchc_core.forms.record import Record

__all__ = ["revised"]

C = TypeVar("C", bound=Record)

_STEP = re.compile(r"([a-z_0-9]+)((?:\[\d+\])*)", re.ASCII)


def revised(record: C, path: str, value: object) -> C:
    """Give a copy of a record in which the figure at a path has another value.

    Args:
        record: The record, usually a report; it stays as it is.
        path: Path of the figure, as findings give it.
        value: The new value.

    Raises:
        LookupError: If the record has no such figure, or the row it stands in is absent.
        FigureValueError: If the figure cannot hold the value.

    >>> from cchc_core import load
    >>> report = revised(load("examples/dinh-hoa-2021.json"), "procedures.online.total.received", 19042)
    >>> report.procedures.online.total.received
    19042
    """
    steps: list[str | int] = []
    for piece in path.split("."):
        found = _STEP.fullmatch(piece)
        if found is None:
            raise LookupError(path)
        steps.append(found[1])
        steps += [int(index) for index in re.findall(r"\d+", found[2])]
    changed: C = _with(record, steps, value, path)
    return changed


def _with(holder: Any, steps: list[str | int], value: object, path: str) -> Any:
    """Change what lies at the end of the steps, and rebuild everything on the way."""
    if not steps:
        return value
    step, *rest = steps
    if isinstance(step, int):
        if not isinstance(holder, tuple) or step >= len(holder):
            raise LookupError(path)
        return (*holder[:step], _with(holder[step], rest, value, path), *holder[step + 1 :])
    if not attrs.has(type(holder)) or step not in attrs.fields_dict(type(holder)):
        raise LookupError(path)
    return attrs.evolve(holder, **{step: _with(getattr(holder, step), rest, value, path)})
