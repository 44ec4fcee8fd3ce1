"""What a call leaves behind: what it printed, warned of and logged, and the state of the process that it changed."""

from __future__ import annotations

import decimal
import io
import locale
import logging
import os
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from typing import Any

from attrs import frozen

__all__ = ["Traces", "traced", "undone"]


@frozen(kw_only=True)
class Traces:
    """What a call left behind.

    Args:
        printed: What it wrote to standard output and standard error, and what it logged.
        warned: What it warned of.
        changed: What it changed in the process and did not change back.
    """

    printed: tuple[str, ...]
    warned: tuple[str, ...]
    changed: tuple[str, ...]


@frozen
class _Part:
    """One part of the state of the process: how it is read, and how it is put back."""

    name: str
    read: Callable[[], Any]
    put: Callable[[Any], object]


def _put_environ(before: dict[str, str]) -> None:
    os.environ.clear()
    os.environ.update(before)


def _read_logging() -> tuple[int, bool, int, tuple[logging.Handler, ...]]:
    root = logging.root
    return root.level, root.disabled, root.manager.disable, tuple(root.handlers)


def _put_logging(before: tuple[int, bool, int, tuple[logging.Handler, ...]]) -> None:
    logging.root.level, logging.root.disabled, logging.root.manager.disable, handlers = before
    logging.root.handlers[:] = handlers


def _put_path(before: list[str]) -> None:
    sys.path[:] = before


_PARTS = (
    _Part("os.environ", lambda: dict(os.environ), _put_environ),
    _Part("os.getcwd()", os.getcwd, os.chdir),
    _Part("locale", lambda: locale.setlocale(locale.LC_ALL), lambda before: locale.setlocale(locale.LC_ALL, before)),
    _Part("decimal context", lambda: repr(decimal.getcontext()).partition(", flags")[0], lambda _: None),
    _Part("sys.path", lambda: list(sys.path), _put_path),
    _Part("recursion limit", sys.getrecursionlimit, sys.setrecursionlimit),
    _Part("switch interval", sys.getswitchinterval, sys.setswitchinterval),
    _Part("logging", _read_logging, _put_logging),
    _Part("warnings.filters", lambda: list(warnings.filters), lambda _: None),
    _Part("sys.stdout", lambda: sys.stdout, lambda _: None),
    _Part("sys.excepthook", lambda: sys.excepthook, lambda before: setattr(sys, "excepthook", before)),
)
"""The state that one part of a program can spoil for the others; some of it is put back by the call's surroundings."""


@contextmanager
def undone() -> Iterator[None]:
    """Put right afterwards whatever is changed within; warnings that are given there are not shown.

    >>> with undone():
    ...     os.environ["CCHC_EXAMPLE"] = "1"
    >>> "CCHC_EXAMPLE" in os.environ
    False
    """
    before = [part.read() for part in _PARTS]
    with warnings.catch_warnings(), decimal.localcontext():
        warnings.simplefilter("ignore")
        try:
            yield
        finally:
            for part, value in zip(_PARTS, before, strict=True):
                if part.read() != value:
                    part.put(value)


def traced(call: Callable[[], object]) -> Traces:
    """Call something, and give what it left behind; whatever it changed is put right again.

    >>> traced(lambda: print("x")).printed
    ('x',)
    """
    out = io.StringIO()
    logged: list[str] = []
    make = logging.getLogRecordFactory()

    def noting(*args: Any, **facts: Any) -> logging.LogRecord:
        record = make(*args, **facts)
        if record.levelno >= logging.WARNING:
            logged.append(f"log of {record.name}: {record.getMessage()}")
        return record

    with undone(), warnings.catch_warnings(record=True) as warned, redirect_stdout(out), redirect_stderr(out):
        warnings.simplefilter("always")
        logging.setLogRecordFactory(noting)
        before = [part.read() for part in _PARTS]
        try:
            call()
        finally:
            after = [part.read() for part in _PARTS]
            logging.setLogRecordFactory(make)
    compared = zip(_PARTS, before, after, strict=True)
    return Traces(
        printed=tuple(dict.fromkeys([*logged, *filter(None, out.getvalue().splitlines())])),
        warned=tuple(dict.fromkeys(f"{each.category.__name__}: {each.message}" for each in warned)),
        changed=tuple(part.name for part, old, new in compared if old != new),
    )
