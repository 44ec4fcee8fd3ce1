"""The real report, as bytes, as a tree, as a report; and small reports made from pieces."""

from __future__ import annotations

import copy
import json
from functools import cache
from pathlib import Path
from typing import Any

from cchc_core import Report, load

EXAMPLE = Path(__file__).parents[1] / "examples" / "dinh-hoa-2021.json"


@cache
def _tree() -> dict[str, Any]:
    tree: dict[str, Any] = json.loads(EXAMPLE.read_bytes())
    return tree


def example_tree() -> dict[str, Any]:
    """Give a copy of the example's JSON tree, to be changed freely."""
    return copy.deepcopy(_tree())


@cache
def example() -> Report:
    """Give the example, read."""
    return load(EXAMPLE)


def empty_tree(day: str = "2021-12-14") -> dict[str, Any]:
    """Give the least that is a report: no figures at all."""
    return {
        "format": "cchc-report",
        "version": 1,
        "agency": {"name": "UBND huyện", "tier": "district"},
        "period": {"kind": "year", "year": int(day[:4]), "start": "2020-12-15", "end": day},
        "document": {"title": "Báo cáo"},
    }


def as_bytes(tree: Any) -> bytes:
    """Write a tree as JSON; half characters are escaped."""
    return json.dumps(tree).encode()


def set_at(tree: Any, path: str, value: Any) -> None:
    """Put a value at a path such as ``a.b[0].c``, making objects on the way."""
    *steps, last = path.replace("[", ".[").split(".")
    for step in steps:
        tree = tree[int(step[1:-1])] if step.startswith("[") else tree.setdefault(step, {})
    if last.startswith("["):
        tree[int(last[1:-1])] = value
    else:
        tree[last] = value


def value_at(tree: Any, path: str) -> Any:
    """Give the value at a path; ``None`` where an object on the way is blank."""
    for step in path.replace("[", ".[").split("."):
        if tree is None:
            return None
        tree = tree[int(step[1:-1])] if step.startswith("[") else tree[step]
    return tree


def formal_tree(day: str = "2021-12-14") -> dict[str, Any]:
    """Give a report without figures that says everything else a report has to say; other days have their own calendar."""
    tree = empty_tree(day)
    tree["agency"] |= {"place": "Định Hóa"}
    tree["document"] |= {"number": "01", "symbol": "BC-UBND", "date": day, "recipients": ["Lưu: VT"]}
    tree["signatory"] = {"name": "Nguyễn Văn A", "position": "CHỦ TỊCH", "on_behalf_of": "TM. ỦY BAN NHÂN DÂN"}
    tree["procedures"] = {"online_base": "all_dossiers", "procedures_base": "with_vertical"}
    if day.endswith("12-14"):
        tree["period"] |= {"start": f"{int(day[:4]) - 1}-12-15"}
    else:
        tree["period"] |= {"calendar": "lich-rieng"}
    return tree


def with_figures(figures: dict[str, Any], day: str = "2021-12-14") -> Report:
    """Make a report of nothing but the figures at the given paths, formally complete."""
    tree = formal_tree(day)
    for path, value in figures.items():
        set_at(tree, path, value)
    return load(as_bytes(tree))
