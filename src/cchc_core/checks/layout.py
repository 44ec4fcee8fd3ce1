"""Laying a report out: its cells, its records, and every relation at the places where it applies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from attrs import Factory, define, field

from cchc_core.checks.places import Place
from cchc_core.checks.system import Addend, Cell, NotApplied, PlacedRecord, PlacedRelation, System
from cchc_core.forms import (
    Figure,
    FigureValue,
    Form,
    FormRelation,
    Level,
    LevelTable,
    NestedDeclaration,
    Record,
    form_of,
)
from cchc_core.forms.relations import Path, ResolvedTerm, Side
from cchc_core.report import Report, annexes_of, structure_on
from cchc_core.rules import Rule

__all__ = ["Layout", "system_of", "system_of_record"]


_NO_CELLS: Mapping[str, str] = MappingProxyType({})


def system_of(report: Report, cells: Mapping[str, str] = _NO_CELLS) -> System:
    """Lay a report out as cells and relations.

    Args:
        report: The report.
        cells: Sheet and cell that figures were read from, by their path.

    >>> from cchc_core import load
    >>> system = system_of(load("examples/dinh-hoa-2021.json"))
    >>> system.cells["procedures.online.total.received"].value
    19024
    """
    builder = Layout(report.period.end, cells)
    for path, record in ("", report), *annexes_of(report):
        form = form_of(record)
        builder.add_record(record, Place(path=path, form=form.key, number=form.number, title=form.title))
    return builder.system


def system_of_record(record: Record, on: date, cells: Mapping[str, str] = _NO_CELLS) -> System:
    """Lay a record of any form out as cells and relations.

    Args:
        record: The record.
        on: Last day of the reporting period, by which rules are in force or not.
        cells: Sheet and cell that figures were read from, by their path.
    """
    builder = Layout(on, cells)
    form = form_of(record)
    builder.add_record(record, Place(path="", form=form.key, number=form.number, title=form.title))
    return builder.system


def _has_figures(record: Record) -> bool:
    """Tell whether a row states anything; a form that was filled in has rows that it leaves blank."""
    return any(getattr(record, name) is not None for name in form_of(record).figures)


def _levels_on(day: date) -> set[Level]:
    """Give the levels that a table may have rows for on a day, the total among them."""
    return {Level.TOTAL, *(Level(tier.value) for tier in structure_on(day).tiers)}


_LEVELS = {level.value: level for level in Level}
"""Levels by the names of their rows, which stand in the order of the enum."""


@define(eq=False)
class Layout:
    """Walks the forms of a report once, cells first, so that relations find theirs.

    Args:
        day: Last day of the reporting period.
        cells: Sheet and cell that figures were read from, by their path.
        system: What is laid out so far.
    """

    day: date
    cells: Mapping[str, str] = _NO_CELLS
    system: System = field(default=Factory(lambda self: System(self.day, located=self.cells), takes_self=True))

    def add_record(self, record: Record, place: Place) -> None:
        """Add the cells of the record at a place, of all that is nested in it, and then its relations."""
        form = form_of(record)
        own: dict[str, Cell] = {}
        self.system.records.append(PlacedRecord(place=place, form=form, record=record, cells=own))
        for name in form.order:
            path = _joined(place.path, name)
            if name in form.figures:
                own[name] = self._cell(form, form.figures[name], path, place, getattr(record, name))
            elif name in form.nested:
                self._add_nested(record, form.nested[name], path)
        for relation in form.relations:
            self._add_relation(record, form, relation, place.path)
        for relation in form.supports:
            self._add_support(record, form, relation, place.path)

    def _add_nested(self, record: Record, declared: NestedDeclaration, path: str) -> None:
        value = getattr(record, declared.name)
        form = form_of(declared.record)
        if not declared.is_table:
            self.add_record(value, Place(path=path, form=form.key, number=form.number, title=form.title))
            return
        rows = list(value.rows())
        for row in rows:
            level = row.level if row.is_total or declared.value is LevelTable else None
            place = Place(
                path=_joined(path, row.step),
                form=form.key,
                number=form.number,
                title=declared.label,
                row=row.label,
                level=level,
            )
            self.add_record(row.record, place)
        legal = _levels_on(self.day) if declared.value is LevelTable else set(Level)
        rows = [row for row in rows if row.level in legal or _has_figures(row.record)]
        parts = [row.step for row in rows if not row.is_total]
        missing = "absent" if not rows else "no_total" if len(parts) == len(rows) else "" if parts else "no_parts"
        if not {row.level for row in rows} <= legal:
            missing = "no_such_level"
        for rule in declared.sums:
            reason = missing if self.day in rule.in_force else "not_in_force"
            if reason:
                self._skip(f"{declared.name}_sum", rule, form, path, declared.label, reason)
            else:
                self._add_sums(declared, rule, path, parts)

    def _add_sums(self, declared: NestedDeclaration, rule: Rule, path: str, steps: list[str]) -> None:
        """Add one relation a column: the reported total against the sum of the rows."""
        form = form_of(declared.record)
        for name, figure in form.figures.items():
            if not figure.can_be_summed:
                continue
            paths = [_joined(path, step, name) for step in steps]
            total = _joined(path, "total", name)
            for each in (total, *paths):
                self._blank(form, figure, each, declared.label)
            addends = self._stated(tuple(Addend(1, (each,)) for each in paths))
            self.system.relations.append(
                PlacedRelation(
                    name=f"{declared.name}_sum",
                    rule=rule,
                    form=form,
                    left=(Addend(1, (total,)),),
                    operator="==",
                    right=addends,
                )
            )

    def _add_relation(self, record: Record, form: Form, relation: FormRelation, path: str) -> None:
        steps = [step[0] for step in relation.paths if len(step) > 1 and form.nested[step[0]].is_table]
        tables = list(dict.fromkeys(steps))
        if any(not list(getattr(record, table).rows()) for table in tables):
            base = relation.name.partition(".")[0]
            if base == relation.name:
                place = _joined(path, min(tables, key=lambda table: bool(list(getattr(record, table).rows()))))
                self._skip(base, relation.rule, form, place, form.title, "absent")
            return
        if self.day not in relation.rule.in_force:
            self._skip(relation.name, relation.rule, form, path, form.title, "not_in_force")
            return
        self.system.relations += self._placed(record, form, relation, path)

    def _add_support(self, record: Record, form: Form, relation: FormRelation, path: str) -> None:
        if self.day in relation.rule.in_force:
            self.system.supports += self._placed(record, form, relation, path)

    def _placed(self, record: Record, form: Form, relation: FormRelation, path: str) -> Iterator[PlacedRelation]:
        """Place a relation at the record, or at every row that a relation between columns speaks of."""
        for step in _rows(record, relation):
            yield self.placed_at(form, relation, path, step)

    def placed_at(self, form: Form, relation: FormRelation, path: str, step: str) -> PlacedRelation:
        """Place a relation of a form at a path, with the row that a relation between columns speaks of."""
        return PlacedRelation(
            name=relation.name,
            rule=relation.rule,
            form=form,
            left=self._addends(form, relation.left, path, step),
            operator=relation.operator,
            right=self._addends(form, relation.right, path, step),
            left_constant=relation.left.constant,
            right_constant=relation.right.constant,
            printed=relation.printed,
        )

    def blank_at(self, form: Form, figure: Figure[Any], record: Place) -> str:
        """Enter a blank figure of a record that stands at a place, and give its path."""
        path = _joined(record.path, figure.name)
        self._cell(form, figure, path, record, None)
        return path

    @property
    def levels(self) -> tuple[Level, ...]:
        """The levels of local government on the day, the highest first."""
        return tuple(Level(tier.value) for tier in structure_on(self.day).tiers)

    def _addends(self, form: Form, side: Side, path: str, step: str) -> tuple[Addend, ...]:
        return self._stated(tuple(self._addend(form, term, path, step) for term in side.terms))

    def _stated(self, addends: tuple[Addend, ...]) -> tuple[Addend, ...]:
        """Leave out what only who has it states, where it is blank; a side that has nothing else keeps its blanks."""
        cells = self.system.cells
        stated = [
            addend
            for addend in addends
            if any(cells[path].value is not None or not cells[path].figure().optional for path in addend.paths)
        ]
        return tuple(stated) or addends

    def _addend(self, form: Form, term: ResolvedTerm, path: str, step: str) -> Addend:
        paths = []
        for factor in term.factors:
            steps = tuple(step if each == "*" else each for each in factor)
            paths.append(_joined(path, *steps))
            if paths[-1] not in self.system.cells:
                owner, figure, title = _declared_at(form, steps)
                self._blank(owner, figure, paths[-1], title)
        return Addend(term.coefficient, tuple(paths))

    def _cell(self, form: Form, figure: Figure[Any], path: str, record: Place, value: FigureValue | None) -> Cell:
        place = Place(
            path=path,
            form=form.key,
            number=form.number,
            title=record.title,
            row=record.row,
            level=record.level,
            figure=figure.name,
            label=figure.label,
            header=figure.header,
            column=figure.column,
            cell=self.cells.get(path, ""),
        )
        cell = Cell(place=place, form=form, value=value)
        self.system.cells[path] = cell
        return cell

    def _blank(self, form: Form, figure: Figure[Any], path: str, title: str) -> None:
        """Make a blank cell where the report has no such row."""
        if path not in self.system.cells:
            above, _, _ = path.rpartition(".")
            level = _LEVELS.get(above.rpartition(".")[2])
            row = level.label if level else ""
            self._cell(form, figure, path, Place(path=above, form=form.key, title=title, row=row, level=level), None)

    def _skip(self, name: str, rule: Rule, form: Form, path: str, title: str, reason: str) -> None:
        place = Place(path=path, form=form.key, number=form.number, title=title)
        self.system.not_applied.append(NotApplied(name=name, rule=rule, place=place, reason=reason))


def _rows(record: Record, relation: FormRelation) -> Iterator[str]:
    """Give the rows over which a relation between columns is spread; one empty step if there are none."""
    tables = [path[path.index("*") - 1] for path in relation.paths if "*" in path]
    if not tables:
        yield ""
        return
    steps = [row.step for table in tables for row in getattr(record, table).rows()]
    yield from sorted(set(steps), key=list(_LEVELS).index)


def _declared_at(form: Form, steps: Path) -> tuple[Form, Figure[Any], str]:
    """Find the declaration of a figure by its path from a form, with the title of its table."""
    title = form.title
    for step in steps[:-1]:
        if step in form.nested:
            declared = form.nested[step]
            form, title = form_of(declared.record), declared.label
    return form, form.figures[steps[-1]], title


def _joined(*steps: str) -> str:
    return ".".join(step for step in steps if step)
