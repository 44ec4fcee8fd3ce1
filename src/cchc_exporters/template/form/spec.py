"""What a fill-in form holds: which areas' lines, which tables, how many rows; the form's layout follows from it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from attrs import frozen

from cchc_core.errors import Fault, ReadError, UnknownNameError
from cchc_core.forms import FieldTable, Level, LevelTable, NestedDeclaration, form_of
from cchc_core.plugins import TemplateJob
from cchc_core.report import Report, structure_on

__all__ = [
    "LEVELS",
    "MOST_ROWS",
    "STEPS",
    "WHOLE_REPORT",
    "TableSpec",
    "TemplateSpec",
    "area_of",
    "areas",
    "declared_at",
    "kind_of",
    "known_forms",
    "spec_for",
    "spec_of",
    "spec_text",
]

WHOLE_REPORT = "report"
"""The form that stands for all of them."""

LEVEL, FIELD, AGENCY = "level", "field", "agency"
KINDS = (LEVEL, FIELD, AGENCY)
_USUAL = (LEVEL, FIELD)

STEPS = ("province", "district", "commune", "total")
"""Rows of a table by level, in their order."""

LEVELS = (Level.PROVINCE, Level.DISTRICT, Level.COMMUNE, Level.VILLAGE, Level.TOTAL)
"""Levels that an agency may be listed under."""

MOST_ROWS = 2000
"""The most rows a table by field or by agency has room for."""

_LONGEST_TEXT = 20_000


@frozen(kw_only=True)
class TableSpec:
    """One table of a form.

    Args:
        path: Path of the table, e.g. ``procedures.dossiers``.
        steps: Rows of a table by level, in the order of `STEPS`, the total last; none for other tables.
        rows: How many rows a table by field or by agency has room for; 0 for a table by level.
    """

    path: str
    steps: tuple[str, ...] = ()
    rows: int = 0

    @property
    def kind(self) -> str:
        """``level``, ``field`` or ``agency``."""
        return kind_of(declared_at(self.path))


@frozen(kw_only=True)
class TemplateSpec:
    """What a form holds.

    Args:
        parts: Areas whose lines are in it, in the order of the report.
        tables: Its tables, in the order of the report.
    """

    parts: tuple[str, ...] = ()
    tables: tuple[TableSpec, ...] = ()


def areas() -> tuple[str, ...]:
    """Give section I and the reform areas by name, in the order of the report."""
    return tuple(form_of(Report).nested)


def area_of(path: str) -> str:
    """Give the area that a path lies in."""
    return path.partition(".")[0]


def declared_at(path: str) -> NestedDeclaration:
    """Give the declaration of a table by its path.

    Raises:
        KeyError: If the report has no such table.

    >>> declared_at("procedures.dossiers").label
    'Kết quả giải quyết hồ sơ theo cấp'
    """
    area, _, name = path.partition(".")
    return form_of(form_of(Report).nested[area].record).nested[name]


def kind_of(declared: NestedDeclaration) -> str:
    """Tell of which kind a table is: ``level``, ``field`` or ``agency``."""
    return LEVEL if declared.value is LevelTable else FIELD if declared.value is FieldTable else AGENCY


def known_forms() -> dict[str, str]:
    """Give every key that a form can be asked for by, with its title.

    >>> list(known_forms())[:3]
    ['report', 'direction', 'institutions']
    """
    report = form_of(Report)
    found = {WHOLE_REPORT: report.title}
    found |= {name: form_of(part.record).title for name, part in report.nested.items()}
    for path in _tables():
        row = form_of(declared_at(path).record)
        found.setdefault(row.key, row.title)
    return found


def spec_for(job: TemplateJob) -> TemplateSpec:
    """Say what a form holds that was asked for.

    Raises:
        UnknownNameError: If there is no such form, or none of its tables is of a kind that was asked for.
        ReadError: If a table would need more than `MOST_ROWS` rows.
    """
    wanted = set(job.forms or (WHOLE_REPORT,))
    known = known_forms()
    for name in job.forms:
        if name not in known:
            raise UnknownNameError("form", name, tuple(known))
    parts = tuple(name for name in areas() if wanted & {WHOLE_REPORT, name})
    of_form = [path for path in _tables() if area_of(path) in parts or form_of(declared_at(path).record).key in wanted]
    kinds = set(job.tables) or {*_USUAL, *(kind_of(declared_at(path)) for path in of_form if _has_rows(job, path))}
    there = {kind_of(declared_at(path)): None for path in of_form}
    for kind in job.tables:
        if kind not in KINDS or (kind not in there and not parts):
            raise UnknownNameError("table", kind, tuple(there) if kind in KINDS else KINDS)
    tables = tuple(_table_for(job, path) for path in of_form if kind_of(declared_at(path)) in kinds)
    return TemplateSpec(parts=parts, tables=tables)


def spec_text(spec: TemplateSpec) -> str:
    """Write what a form holds as one line of JSON."""
    tables = [
        {"path": table.path, "steps": list(table.steps)} if table.steps else {"path": table.path, "rows": table.rows}
        for table in spec.tables
    ]
    return json.dumps({"parts": list(spec.parts), "tables": tables}, separators=(",", ":"))


def spec_of(text: str) -> TemplateSpec:
    """Read what a form holds.

    Raises:
        ValueError: If it is not what `spec_text` writes: unknown names, another order, too many rows.

    >>> spec_of('{"parts":["direction"],"tables":[]}').parts
    ('direction',)
    """
    if len(text) > _LONGEST_TEXT:
        raise ValueError("the text is too long")
    try:
        tree: Any = json.loads(text)
        spec = TemplateSpec(
            parts=tuple(tree["parts"]),
            tables=tuple(
                TableSpec(path=each["path"], steps=tuple(each.get("steps", ())), rows=each.get("rows", 0))
                for each in tree["tables"]
            ),
        )
        written = spec_text(spec)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise ValueError("not a specification") from error
    if written != text or not _is_sound(spec):
        raise ValueError("not a specification that a form is made of")
    return spec


def _tables() -> Iterator[str]:
    """Give the path of every table of the report."""
    for area, part in form_of(Report).nested.items():
        yield from (f"{area}.{name}" for name in form_of(part.record).nested)


def _table_for(job: TemplateJob, path: str) -> TableSpec:
    if kind_of(declared_at(path)) == LEVEL:
        return TableSpec(path=path, steps=_steps(job, path))
    rows = max(job.rows, len(_steps_there(job, path) - {"total"}))
    if not 1 <= rows <= MOST_ROWS:
        raise ReadError([Fault(path, "too_many_rows", {"found": str(rows), "limit": str(MOST_ROWS)})])
    return TableSpec(path=path, rows=rows)


def _steps(job: TemplateJob, path: str) -> tuple[str, ...]:
    """Give the levels there are in the period, every level if it is not known, and those the report states anyway."""
    period = job.period or (job.report.period if job.report else None)
    legal = {tier.value for tier in structure_on(period.end).tiers} if period else set(STEPS)
    there = legal | _steps_there(job, path) | {"total"}
    return tuple(step for step in STEPS if step in there)


def _has_rows(job: TemplateJob, path: str) -> bool:
    return bool(_steps_there(job, path))


def _steps_there(job: TemplateJob, path: str) -> set[str]:
    """Give the rows of a table that the report to be filled in has."""
    if job.report is None:
        return set()
    area, _, name = path.partition(".")
    return {row.step for row in getattr(getattr(job.report, area), name).rows()}


def _is_sound(spec: TemplateSpec) -> bool:
    paths = tuple(table.path for table in spec.tables)
    return (
        spec.parts == tuple(name for name in areas() if name in spec.parts)
        and paths == tuple(path for path in _tables() if path in paths)
        and all(_is_possible(table) for table in spec.tables)
        and bool(spec.parts or spec.tables)
    )


def _is_possible(table: TableSpec) -> bool:
    if table.kind == LEVEL:
        ordered = tuple(step for step in STEPS if step in table.steps)
        return table.steps == ordered and "total" in ordered and table.rows == 0
    return not table.steps and type(table.rows) is int and 1 <= table.rows <= MOST_ROWS
