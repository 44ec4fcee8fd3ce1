"""Tables that are tied to one another: rows are drawn once, and each table adds them up in its own way.

By level, by field and by agency the same things are counted, so each row of a table is the sum of some rows drawn,
and every total is the sum of all. Sums of rows that keep a rule keep it too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from attrs import frozen

from cchc_core.forms import (
    AgencyRow,
    AgencyTable,
    FieldRow,
    FieldTable,
    FigureValue,
    Level,
    LevelTable,
    Record,
    form_of,
)
from cchc_core.forms.relations import Path
from cchc_core.testing.extra import DrawFn, st
from cchc_core.testing.strategies.asked import Asked, draw_stated
from cchc_core.testing.strategies.frames import ROW, Bundle, TableSlot
from cchc_core.testing.strategies.keeping import keeping_of
from cchc_core.testing.strategies.lattice import Line
from cchc_core.testing.strategies.sheets import Sheet
from cchc_core.testing.strategies.values import build, draw_free, exact_of, printed_shares
from cchc_core.testing.strategies.walking import draw_point

__all__ = ["FIELDS", "Tables", "draw_tables"]

FIELDS = (
    "Đất đai",
    "Hộ tịch",
    "Chứng thực",
    "Bảo trợ xã hội",
    "Đăng ký kinh doanh",
    "Xây dựng",
    "Giáo dục và đào tạo",
    "Người có công",
    "Thi đua - khen thưởng",
    "Lâm nghiệp",
)
_AGENCIES = {
    Level.PROVINCE: "Sở Nội vụ",
    Level.DISTRICT: "Phòng Nội vụ",
    Level.COMMUNE: "Ủy ban nhân dân xã Mẫu",
}
_MOST_ROWS = 4
_FEWEST_SPREAD = 3
"""Tables of so many rows are looked at by LVL-011."""

Numbers = dict[Path, int]


@frozen
class Tables:
    """Tables drawn, and the whole numbers in their named rows.

    Args:
        values: The tables by path.
        named: The numbers of their rows by level and of their totals, by path.
    """

    values: Mapping[Path, Any]
    named: Mapping[Path, int]


def draw_tables(draw: DrawFn, bundle: Bundle, asked: Asked) -> Tables:
    """Draw the tables of a bundle; those whose rows single figures limit one by one stay absent."""
    tables = [table for table in bundle.tables if table.path not in asked.without]
    if not all(path in bundle.figures for tie in bundle.ties for path in tie.paths):
        return Tables({}, {})
    chosen = draw_stated(draw, [table.path for table in tables], is_full=asked.is_full)
    tables = [table for table in tables if table.path in chosen]
    sheet = _sheet(draw, bundle, tables, asked)
    if not sheet.stated:
        return Tables({}, {})
    levels, count = _shape(draw, bundle, tables, asked)
    alive = list(_alive(bundle, tables, sheet))
    rows = _draw_rows(draw, bundle, sheet, _leads(bundle, tables, sheet), alive, asked, count)
    values: dict[Path, Any] = {}
    named: dict[Path, int] = {}
    for table in tables:
        if _own(sheet.stated, bundle.same_as[table.path]):
            values[table.path] = _Filling(table, bundle, sheet, asked, rows, levels, named).drawn(draw)
    return Tables(values, named)


def _own(paths: Iterable[Path], origin: Path) -> list[Path]:
    """Give the figures of the rows of a table that repeats no other."""
    return [path for path in paths if path[: len(origin)] == origin]


def _record_of(bundle: Bundle, origin: Path) -> type[Record]:
    record: type[Record] = next(table.declared.record for table in bundle.tables if table.path == origin)
    return record


def _sheet(draw: DrawFn, bundle: Bundle, tables: Sequence[TableSlot], asked: Asked) -> Sheet:
    """Draw which columns are stated, the same in each row of tables that repeat one another."""
    stated: set[Path] = set()
    for origin in dict.fromkeys(bundle.same_as[table.path] for table in tables):
        keeping = keeping_of(_record_of(bundle, origin))
        hidden = keeping.hidden(asked.day)
        columns = [path for path in _own(bundle.figures, origin) if path[-1] not in hidden]
        chosen = draw_stated(draw, columns, is_full=asked.is_full)
        if keeping.is_alive and not any(bundle.figures[path].can_be_summed for path in chosen):
            continue
        stated |= chosen
        stated |= {(*origin, ROW, needed) for name, needed in keeping.needs.items() if (*origin, ROW, name) in chosen}
        if chosen:
            stated |= {(*origin, ROW, name) for name in keeping.together}
    return Sheet(figures=bundle.figures, stated=stated, given={}, decimals=asked.decimals)


def _shape(draw: DrawFn, bundle: Bundle, tables: Sequence[TableSlot], asked: Asked) -> tuple[tuple[Level, ...], int]:
    """Draw the levels that tables by level have, and the number of rows drawn."""
    every = 2 ** len(asked.levels) - 1
    chosen = every if asked.is_full else draw(st.integers(0, every))
    levels = tuple(level for number, level in enumerate(asked.levels) if chosen >> number & 1)
    if not bundle.rows_add_up:
        return levels[:1], 1
    has_names = any(table.declared.value is not LevelTable for table in tables)
    count = asked.rows or (draw(st.integers(1, _MOST_ROWS)) if has_names else 1)
    return levels, max(count, len(levels))


def _leads(bundle: Bundle, tables: Sequence[TableSlot], sheet: Sheet) -> list[Path]:
    """Give the first column of each table by name, by which LVL-011 compares its rows."""
    found = []
    for origin in dict.fromkeys(bundle.same_as[each.path] for each in tables if each.declared.value is not LevelTable):
        path = (*origin, ROW, next(iter(form_of(_record_of(bundle, origin)).figures), ""))
        if path in sheet.stated and bundle.figures[path].can_be_summed:
            found.append(path)
    return found


def _draw_rows(
    draw: DrawFn,
    bundle: Bundle,
    sheet: Sheet,
    leads: Sequence[Path],
    alive: Sequence[Line],
    asked: Asked,
    count: int,
) -> list[Numbers]:
    """Draw the rows; from three on each is about as large as the first, and the last is larger."""
    cells = sheet.cells
    if not cells:
        return [{} for _ in range(count)]
    lines = [*sheet.lines(bundle.ties), *_kept(bundle, sheet)]
    if count < _FEWEST_SPREAD:
        return [draw_point(draw, cells, [*lines, *alive], asked.size) for _ in range(count)]
    above_zero = [Line(((1, (path,)),), ">=", -1) for path in leads]
    first = draw_point(draw, cells, [*lines, *alive, *above_zero], asked.size)
    limits = [Line(((-1, (path,)),), ">=", first[path]) for path in leads]
    rows = [first]
    for number in range(1, count):
        wanted = limits if number < count - 1 else [*limits, *above_zero]
        more = draw_point(draw, cells, [*lines, *wanted], asked.size)
        rows.append({path: first[path] + more[path] for path in cells})
    return rows


def _alive(bundle: Bundle, tables: Sequence[TableSlot], sheet: Sheet) -> Iterator[Line]:
    """Let no row be all zeros: none in a table that must have something, and none in the tables by level together."""
    shown = [path for path in sheet.cells if path in sheet.stated]
    origins = dict.fromkeys(bundle.same_as.values())
    must = [_own(shown, each) for each in origins if keeping_of(_record_of(bundle, each)).is_alive]
    by_level = {bundle.same_as[table.path] for table in tables if table.declared.value is LevelTable}
    together = [path for path in shown if any(path[: len(each)] == each for each in by_level)]
    for paths in filter(None, [*filter(None, must), together] if any(must) or together else [shown]):
        yield Line(tuple((1, (path,)) for path in paths), ">=", -1)


def _kept(bundle: Bundle, sheet: Sheet) -> Iterator[Line]:
    """Give what conditions on the rows ask of their figures."""
    cells = set(sheet.cells)
    for origin in dict.fromkeys(bundle.same_as.values()):
        prefix = (*origin, ROW)
        stated = {path[-1] for path in sheet.stated if path[:-1] == prefix}
        for shares, constant in keeping_of(_record_of(bundle, origin)).lines(stated, {}):
            paths = {name: (*prefix, name) for name in shares}
            terms = tuple((share, (paths[name],)) for name, share in shares.items() if paths[name] in cells)
            yield Line(terms, ">=", constant)


@frozen(eq=False)
class _Filling:
    """One table being filled with sums of the rows drawn."""

    table: TableSlot
    bundle: Bundle
    sheet: Sheet
    asked: Asked
    rows: Sequence[Numbers]
    levels: tuple[Level, ...]
    named: dict[Path, int]

    def drawn(self, draw: DrawFn) -> Any:
        """Draw whatever is left open: how rows are grouped, named and numbered, whether a total is given."""
        decimals = draw(st.integers(0, 2))
        total = None
        if self.asked.is_full or draw(st.booleans()):
            total = self._record(draw, self.rows, "total", decimals)
        if self.table.declared.value is LevelTable:
            groups = zip(self.levels, self._groups(len(self.levels)), strict=True)
            by_level = {each.value: self._record(draw, rows, each.value, decimals) for each, rows in groups}
            return LevelTable(**by_level, total=total)
        count = len(self.rows)
        if not self.asked.is_full and count >= 1:
            count = draw(st.sampled_from(tuple(dict.fromkeys((1, min(count, 2), count)))))
        records = [self._record(draw, rows, "", decimals) for rows in self._groups(count)]
        is_numbered = draw(st.booleans())
        numbers: list[int | None] = [number if is_numbered else None for number in range(1, count + 1)]
        if self.table.declared.value is FieldTable:
            names = _names(count, draw(st.integers(0, len(FIELDS) - 1)))
            fields = tuple(
                FieldRow(field=name, figures=record, number=number)
                for name, record, number in zip(names, records, numbers, strict=True)
            )
            return FieldTable(fields=fields, total=total)
        level = draw(st.sampled_from(self.asked.levels))
        agencies = tuple(
            AgencyRow(agency=_agency(level, place), level=level, figures=record, number=number)
            for place, (record, number) in enumerate(zip(records, numbers, strict=True), 1)
        )
        return AgencyTable(agencies=agencies, total=total)

    def _groups(self, count: int) -> list[Sequence[Numbers]]:
        return [self.rows[number::count] for number in range(count)]

    def _record(self, draw: DrawFn, rows: Sequence[Numbers], step: str, decimals: int) -> Any:
        """Give the record of the sum of some rows."""
        prefix = (*self.bundle.same_as[self.table.path], ROW)
        figures = self.table.row.figures
        own = {path for path in figures if (*prefix, *path) in self.sheet.stated}
        sums = {path: sum(row[(*prefix, *path)] for row in rows) for path in figures if (*prefix, *path) in rows[0]}
        if step:
            self.named.update({(*self.table.path, step, *path): number for path, number in sums.items()})
        values: dict[Path, FigureValue] = exact_of(sums, figures, own, self.asked.decimals)
        printed = [each for each in self.table.row.shares if each.path in own]
        tied = {each.path for each in self.table.row.shares}
        values |= printed_shares(printed, values.get, decimals)
        free = {path: figures[path] for path in own if path not in tied and not figures[path].can_be_summed}
        values |= draw_free(draw, dict(sorted(free.items())), self.asked.size)
        return build(self.table.declared.record, values, {}, {})


def _names(count: int, first: int) -> list[str]:
    """Give names of fields, none of them twice."""
    found = []
    for number in range(first, first + count):
        again, index = divmod(number - first, len(FIELDS))
        name = FIELDS[(first + index) % len(FIELDS)]
        found.append(f"{name} {again + 1}" if again else name)
    return found


def _agency(level: Level, number: int) -> str:
    return f"{_AGENCIES[level]} số {number}" if number > 1 else _AGENCIES[level]
