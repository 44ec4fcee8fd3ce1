"""Many threads at once: the library keeps nothing that one of them could change for another."""

from __future__ import annotations

import ast
import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from cchc_core import ExportJob, Report, check, dump, facts_of, find_plugins, load, read, render, revised
from cchc_core.plugins import TemplateJob

pytestmark = pytest.mark.unmeasured

ROOT = Path(__file__).parents[1]
EXAMPLE = "examples/dinh-hoa-2021.json"
PATH = "procedures.online.total.received"
THREADS = 4


def _varied(number: int) -> Report:
    return revised(load(EXAMPLE), PATH, 19024 + number)


def _checked(number: int) -> str:
    return json.dumps(facts_of(check(_varied(number))), sort_keys=True)


def _written(name: str) -> Callable[[int], bytes]:
    def write(number: int) -> bytes:
        report = _varied(number)
        return render(find_plugins().exporter(name), ExportJob(report=report, result=check(report)))

    return write


def _form_read(number: int) -> bytes:
    (reader,) = find_plugins().readers.values()
    assert reader.template is not None
    return dump(read(reader.template(TemplateJob(report=_varied(number)))).report)


USES: dict[str, Callable[[int], object]] = {
    "load and dump": lambda number: dump(load(dump(_varied(number)))),
    "check": _checked,
    "forms filled in and read": _form_read,
    **{f"export to {name}": _written(name) for name in sorted(find_plugins().exporters)},
}


@pytest.mark.parametrize("use", USES)
def test_threads_do_not_meet(use: str) -> None:
    """What each thread gets, all starting at once, is what it would get alone."""
    barrier = Barrier(THREADS)

    def together(number: int) -> object:
        barrier.wait()
        return USES[use](number)

    with ThreadPoolExecutor(THREADS) as threads:
        found = list(threads.map(together, range(THREADS)))
    assert found == [USES[use](number) for number in range(THREADS)]
    assert len(set(map(repr, found))) == THREADS


@pytest.mark.parametrize(
    "path", sorted((ROOT / "src").rglob("*.py")), ids=lambda path: path.relative_to(ROOT).as_posix()
)
def test_no_module_has_anything_to_change(path: Path) -> None:
    """No function rebinds a name of its module, and what modules call constants are not filled in by functions."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.Global)]
    mutable = {
        target.id
        for node in tree.body
        if isinstance(node, ast.Assign | ast.AnnAssign) and isinstance(node.value, ast.Dict | ast.List | ast.Set)
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Name)
    }
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    changed = {
        found.id
        for function in functions
        for node in ast.walk(function)
        for found in _changed_by(node)
        if isinstance(found, ast.Name)
    }
    assert not mutable & changed - _EXCUSED.keys()


_EXCUSED = {
    "_FORMULAS": "a bounded cache of formulas that follow from declarations and cells alone",
    "_watching": "an audit hook of Python cannot be taken away again, so it asks here whether it is wanted",
}

_CHANGING = {"append", "add", "update", "setdefault", "pop", "extend", "insert", "remove", "clear", "discard", "sort"}


def _changed_by(node: ast.AST) -> list[ast.expr]:
    """Give what a statement or call changes in place."""
    match node:
        case ast.Call(func=ast.Attribute(value=value, attr=name)) if name in _CHANGING:
            return [value]
        case ast.Assign(targets=targets) | ast.Delete(targets=targets):
            return [each.value for each in targets if isinstance(each, ast.Subscript)]
        case ast.AugAssign(target=ast.Subscript(value=value)):
            return [value]
        case ast.AugAssign(target=target):
            return [target]
    return []
