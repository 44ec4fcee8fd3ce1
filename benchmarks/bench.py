"""Speed and memory as ratios against a named baseline, both measured in turn in this run.

Absolute times of shared machines say little; a ratio of medians says how much the library adds. With ``--full`` a
thousand workbooks are written in one process and in two; without it, two hundred.
"""

from __future__ import annotations

import gc
import json
import statistics
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import orjson
from attrs import evolve
from replay import record

from cchc_core import DossierRow, FieldRow, FieldTable, Report, check, dump, load
from cchc_core.plugins import ExportJob, find_plugins, render
from cchc_exporters.xlsx import render as write_appendices

EXAMPLE = Path(__file__).parents[1] / "examples" / "dinh-hoa-2021.json"
ROUNDS = 15


def wide(report: Report, rows: int = 300) -> Report:
    """Give the report a table of ``rows`` fields of activity."""
    row = DossierRow(
        received=10,
        received_online=4,
        received_in_person=5,
        carried_over=1,
        resolved=9,
        resolved_early=6,
        resolved_on_time=2,
        resolved_late=1,
        pending=1,
        pending_in_time=1,
        pending_overdue=0,
        pending_not_due=1,
        paused_tax_notice=0,
        paused_supplement=0,
    )
    fields = tuple(FieldRow(field=f"Lĩnh vực {index}", figures=row) for index in range(rows))
    table = FieldTable(
        fields=fields, total=DossierRow(**{key: value * rows for key, value in vars(row).items() if value is not None})
    )
    return report.revise(procedures=evolve(report.procedures, dossiers_by_field=table))


def compare(what: str, subject: Callable[[], object], baseline: str, reference: Callable[[], object]) -> None:
    """Print the ratio of medians of two callables, run in turn."""
    subject(), reference()
    compare_seconds(what, lambda: _seconds(subject), baseline, lambda: _seconds(reference))


def compare_seconds(what: str, subject: Callable[[], float], baseline: str, reference: Callable[[], float]) -> None:
    """Print the ratio of medians of two callables that say how long they took, run in turn."""
    subject(), reference()
    pairs = [(subject(), reference()) for _ in range(ROUNDS)]
    ours, theirs = (statistics.median(column) for column in zip(*pairs, strict=True))
    ratios = sorted(mine / other for mine, other in pairs)
    spread = f"{ratios[0]:.2f}-{ratios[-1]:.2f}"
    print(f"{what:<46} {ours / theirs:>8.2f}x {baseline} ({ours * 1000:.2f} ms; pairs {spread})")


def _seconds(run: Callable[[], object]) -> float:
    gc.collect()
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def compare_export(name: str, job: ExportJob) -> None:
    """Print the ratio of an export to the calls of XlsxWriter that it makes, made again with nothing in between."""
    recording = record(lambda: write_appendices(job))
    assert recording.replayed() == write_appendices(job)
    compare_seconds(
        f"xlsx, {name}", lambda: _seconds(lambda: write_appendices(job)), "its XlsxWriter calls", recording.seconds
    )


def compare_processes(count: int) -> None:
    """Print the ratio of writing many workbooks in two processes to writing them in one; each is warmed up first."""
    content = EXAMPLE.read_bytes()
    spent = []
    for workers in (2, 1):
        with ProcessPoolExecutor(workers) as pool:
            list(pool.map(export_from, [content] * workers * 2))
            start = time.perf_counter()
            assert all(pool.map(export_from, [content] * count, chunksize=10))
            spent.append(time.perf_counter() - start)
    two, one = spent
    print(f"{f'{count} workbooks, read, checked, written':<46} {two / one:>8.2f}x one process ({two:.1f} s on two)")


def export_from(content: bytes) -> int:
    """Read, check and export one report, and say how long the workbook is."""
    report = load(content)
    return len(write_appendices(ExportJob(report=report, result=check(report))))


def peak(what: str, run: Callable[[], object]) -> None:
    """Print the peak of memory allocated by Python while a callable runs."""
    tracemalloc.start()
    run()
    _, highest = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    print(f"{what:<46} {highest / 1e6:>8.1f} MB")


def main() -> None:
    """Print one line a measurement."""
    content = EXAMPLE.read_bytes()
    report = load(content)
    large = wide(report)
    large_content = dump(large)
    plain, large_plain = json.loads(content), json.loads(large_content)
    compare("load the example", lambda: load(content), "orjson.loads", lambda: orjson.loads(content))
    compare("load, 300 fields", lambda: load(large_content), "orjson.loads", lambda: orjson.loads(large_content))
    compare("dump the example", lambda: dump(report), "orjson.dumps", lambda: orjson.dumps(plain))
    compare("dump, 300 fields", lambda: dump(large), "orjson.dumps", lambda: orjson.dumps(large_plain))
    compare("check the example", lambda: check(report), "load", lambda: load(content))
    compare("check, 300 fields", lambda: check(large), "load", lambda: load(large_content))
    exporters = find_plugins().exporters
    for name, each in (("the example", report), ("300 fields", large)):
        compare_export(name, ExportJob(report=each, result=check(each)))
    compare_processes(1000 if "--full" in sys.argv else 200)
    compare(
        "cchc --help",
        lambda: subprocess.run([sys.executable, "-m", "cchc_core", "--help"], capture_output=True, check=True),
        "python -c pass",
        lambda: subprocess.run([sys.executable, "-c", "pass"], capture_output=True, check=True),
    )
    peak("memory: load and check, 300 fields", lambda: check(load(large_content)))
    peak("memory: xlsx, 300 fields", lambda: render(exporters["xlsx"], ExportJob(report=large, result=check(large))))


if __name__ == "__main__":
    main()
