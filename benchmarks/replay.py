"""The calls of XlsxWriter that an export makes, recorded, and made again on a fresh workbook with nothing in between.

That is the least any program needs to write these cells with XlsxWriter, and so the baseline of the exporter.
"""

from __future__ import annotations

import copy
import gc
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from inspect import isfunction
from io import BytesIO
from typing import Any
from unittest import mock

from attrs import define, field, frozen
from xlsxwriter import Workbook
from xlsxwriter.chart import Chart
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

__all__ = ["Recording", "record"]

_CREATES = {"add_worksheet", "add_format", "add_chart"}


@frozen
class _Made:
    """Stands for an object that a call made: the workbook is 0, what it adds is numbered from 1."""

    number: int


@frozen
class _Call:
    """One call: the object it is made on, the method, what it is given."""

    on: int
    method: str
    args: tuple[Any, ...]
    kwargs: dict[str, Any]


@define
class Recording:
    """Every call an export makes.

    Args:
        options: Options of the workbook.
        calls: The calls in order.
    """

    options: dict[str, Any] = field(factory=dict)
    calls: list[_Call] = field(factory=list)

    def replayed(self) -> bytes:
        """Give the workbook that the calls write."""
        return self._run()[1]

    def seconds(self) -> float:
        """Make the calls again and say how long they took; looking up what they are made on is not counted."""
        gc.collect()
        return self._run()[0]

    def _run(self) -> tuple[float, bytes]:
        stream = BytesIO()
        options = copy.deepcopy(self.options)  # XlsxWriter changes what it is given
        start = time.perf_counter()
        workbook = Workbook(stream, options)
        spent = time.perf_counter() - start
        made: list[Any] = [workbook]
        for call in self.calls:
            if call.method in _CREATES:
                method, args = getattr(workbook, call.method), _resolved(call.args, made)
                start = time.perf_counter()
                made.append(method(*args, **call.kwargs))
                spent += time.perf_counter() - start
        others = [
            (getattr(made[call.on], call.method), _resolved(call.args, made), _resolved(call.kwargs, made))
            for call in self.calls
            if call.method not in _CREATES
        ]
        start = time.perf_counter()
        for method, args, kwargs in others:
            if kwargs:
                method(*args, **kwargs)
            else:
                method(*args)
        return spent + time.perf_counter() - start, stream.getvalue()


def record(export: Callable[[], object]) -> Recording:
    """Record the calls of one export."""
    recording = Recording()
    with _watched(recording):
        export()
    return recording


@contextmanager
def _watched(recording: Recording) -> Iterator[None]:
    """Watch every public method of XlsxWriter, as far as it is called from outside."""
    watcher = _Watcher(recording)
    with ExitStack() as stack:
        for kind in (Workbook, Worksheet, Chart, Format):
            for name in dir(kind):
                method = getattr(kind, name)
                if isfunction(method) and (not name.startswith("_") or (kind is Workbook and name == "__init__")):
                    stack.enter_context(mock.patch.object(kind, name, watcher.watched(name, method)))
        yield


@define
class _Watcher:
    """Writes down calls that are not made by other calls.

    Args:
        recording: Where they are written down.
        numbers: Number of each object that is known, by identity.
        kept: These objects but for the workbook, so that none of them is forgotten.
        depth: How many calls are being made.
    """

    recording: Recording
    numbers: dict[int, int] = field(factory=dict)
    kept: list[object] = field(factory=list)
    depth: int = 0

    def watched(self, name: str, method: Callable[..., Any]) -> Callable[..., Any]:
        """Give a method that writes its calls down."""

        def call(on: object, *args: Any, **kwargs: Any) -> Any:
            if self.depth == 0:
                self._write_down(on, name, args, kwargs)
            self.depth += 1
            try:
                result = method(on, *args, **kwargs)
            finally:
                self.depth -= 1
            if self.depth == 0 and name in _CREATES:
                self.kept.append(result)
                self.numbers[id(result)] = len(self.kept)
            return result

        return call

    def _write_down(self, on: object, name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
        if name == "__init__":
            self.recording.options = copy.deepcopy(args[1])
            self.numbers[id(on)] = 0
        elif name != "get_name" and id(on) in self.numbers:
            known = {key: self._known(value) for key, value in kwargs.items()}
            self.recording.calls.append(_Call(self.numbers[id(on)], name, tuple(map(self._known, args)), known))

    def _known(self, value: object) -> object:
        """Put the number of an object in the place of the object."""
        if id(value) in self.numbers:
            return _Made(self.numbers[id(value)])
        if isinstance(value, dict):
            return {key: self._known(each) for key, each in value.items()}
        return type(value)(map(self._known, value)) if isinstance(value, list | tuple) else value


def _resolved(value: Any, made: list[Any]) -> Any:
    if isinstance(value, _Made):
        return made[value.number]
    if isinstance(value, dict):
        return {key: _resolved(each, made) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(_resolved(each, made) for each in value)
    return copy.copy(value)
