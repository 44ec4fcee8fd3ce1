"""All figures of a record: its tables first, then what stands beside them, then the shares printed of both."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import frozen

from cchc_core.forms import FigureValue, figure_at, form_of
from cchc_core.forms.relations import Path
from cchc_core.testing.extra import DrawFn, st
from cchc_core.testing.strategies.asked import Asked, draw_stated
from cchc_core.testing.strategies.choosing import Choice
from cchc_core.testing.strategies.frames import Frame
from cchc_core.testing.strategies.keeping import keeping_of
from cchc_core.testing.strategies.lattice import Line, NoPointError
from cchc_core.testing.strategies.rows import draw_tables
from cchc_core.testing.strategies.sheets import Sheet
from cchc_core.testing.strategies.values import build, draw_free, exact_of, printed_shares
from cchc_core.testing.strategies.walking import draw_point

__all__ = ["Drawn", "draw_figures", "record_of"]


@frozen(eq=False)
class Drawn:
    """The figures of a record and its tables, by path."""

    values: Mapping[Path, FigureValue]
    tables: Mapping[Path, Any]


def draw_figures(draw: DrawFn, frame: Frame, asked: Asked) -> Drawn:
    """Draw figures that keep every rule of the form.

    Raises:
        NoPointError: If the relations of the form contradict one another.
    """
    tables: dict[Path, Any] = {}
    named: dict[Path, int] = {}
    for bundle in frame.bundles:
        found = draw_tables(draw, bundle, asked)
        tables |= found.values
        named |= found.named
    stated = frozenset[Path]()
    for path, record in frame.parts.items():
        hidden = keeping_of(record).hidden(asked.day)
        names = [name for name in form_of(record).figures if name not in hidden]
        paths = [(*path, name) for name in names if (*path, name) not in asked.without]
        stated |= draw_stated(draw, paths, is_full=asked.is_full)
    try:
        values = _beside(draw, frame, asked, stated, tables, named)
    except NoPointError:  # figures that rows of these tables rule out
        if not tables:
            raise
        tables = {}
        values = _beside(draw, frame, asked, stated, tables, {})
    return Drawn(values, tables)


def _beside(
    draw: DrawFn,
    frame: Frame,
    asked: Asked,
    stated: frozenset[Path],
    tables: Mapping[Path, Any],
    named: Mapping[Path, int],
) -> dict[Path, FigureValue]:
    """Draw the figures that stand beside tables."""
    outer = {path for tie in frame.ties for path in tie.paths} - frame.figures.keys()
    form = form_of(frame.record)
    sheet = Sheet(
        figures={**frame.figures, **{path: figure_at(form, path) for path in outer}},
        stated=stated,
        given={path: named[path] for path in outer if path in named},
        decimals=asked.decimals,
    )
    cells = sheet.cells
    lines = [*sheet.lines(frame.ties), *_kept(frame, stated, tables)]
    values = exact_of(draw_point(draw, cells, lines, asked.size), frame.figures, stated, asked.decimals)
    tied = {each.path for each in frame.shares}
    free = {path: frame.figures[path] for path in stated if path not in tied}
    values |= draw_free(draw, {path: free[path] for path in sorted(free) if not free[path].can_be_summed}, asked.size)
    printed = [each for each in frame.shares if each.path in stated]
    if printed:
        at = _Lookup(values, tables)
        values |= printed_shares(printed, at, draw(st.integers(0, 2)))
    return values


@frozen(eq=False)
class _Lookup:
    """Finds a figure by its path, in the record or in a named row of one of its tables."""

    values: Mapping[Path, FigureValue]
    tables: Mapping[Path, Any]

    def __call__(self, path: Path) -> FigureValue | None:
        table = next((each for each in self.tables if each == path[: len(each)]), None)
        if table is None:
            return self.values.get(path)
        found = self.tables[table]
        for step in path[len(table) :]:
            found = None if found is None else getattr(found, step)
        value: FigureValue | None = found
        return value


def _kept(frame: Frame, stated: frozenset[Path], tables: Mapping[Path, Any]) -> Iterator[Line]:
    """Give what conditions on the record and its parts ask of their figures."""
    for path, record in frame.parts.items():
        names = {each[-1] for each in stated if each[:-1] == path}
        for shares, constant in keeping_of(record).lines(names, _tables_at(record, path, tables)):
            terms = tuple((share, ((*path, name),)) for name, share in shares.items() if name in names)
            yield Line(terms, ">=", constant)


def record_of(choice: Choice, frame: Frame, drawn: Drawn, others: Mapping[str, Any]) -> Any:
    """Make the record, and choose what its parts say beside figures, where there are figures that need it said.

    Args:
        choice: How that is chosen.
        frame: The form of the record.
        drawn: Its figures.
        others: What the record itself states beside figures.
    """
    found: dict[Path, Mapping[str, Any]] = {}
    for path, record in frame.parts.items():
        has_figures = any(each[: len(path)] == path for each in (*drawn.values, *drawn.tables))
        if has_figures:
            found[path] = keeping_of(record).others(choice, _tables_at(record, path, drawn.tables))
    found[()] = {**others, **found.get((), {})}
    return build(frame.record, drawn.values, drawn.tables, found)


def _tables_at(record: Any, path: Path, tables: Mapping[Path, Any]) -> dict[str, Any]:
    """Give the tables of a record that stands at a path, by name; those that are absent are empty."""
    declared = {name: each for name, each in form_of(record).nested.items() if each.is_table}
    return {name: tables.get((*path, name), each.value()) for name, each in declared.items()}
