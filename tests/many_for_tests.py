"""What other processes do in tests, where they can find it: work that ends them, and files that end their reader."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable
from pathlib import Path

from cchc_core import Fault, MissingExtraError, load
from cchc_core.plugins import Reader, Reading, hookimpl

DEAF = signal.getsignal(signal.SIGINT) == signal.SIG_IGN
"""Whether this process is deaf to Ctrl-C by the time it finds its work."""

TOTAL = "procedures.online.total.received"
EXAMPLE = Path(__file__).parents[1] / "examples" / "dinh-hoa-2021.json"


def begin_to_square() -> Callable[[int], int]:
    """Square numbers, and die of every fifth."""
    return _square


def begin_to_sleep() -> Callable[[int], int]:
    """Answer the first number with the number of the process, and never another."""
    return _sleep


def begin_to_tarry() -> Callable[[int], float]:
    """Answer with the time, after a while if it is the first number."""
    return _tarry


def begin_to_leave() -> Callable[[int], tuple[int, bool]]:
    """Answer whether one is deaf to Ctrl-C, and die when nobody waits for an answer any more."""
    return _leave


def begin_never() -> Callable[[int], int]:
    """Die before there is anything to do."""
    os._exit(3)


def _square(number: int) -> int:
    if number % 5 == 2:
        os._exit(9)
    return number * number


def _sleep(number: int) -> int:
    if number:
        time.sleep(600)
    return os.getpid()


def _tarry(number: int) -> float:
    if number == 0:
        time.sleep(0.3)
    return time.monotonic()


def _leave(number: int) -> tuple[int, bool]:
    if number == 0:
        threading.Timer(0.05, os._exit, [0]).start()
    return number, DEAF


def _read(content: bytes) -> Reading:
    if content == b"MARK deadly":
        os._exit(9)
    if content == b"MARK broken":
        raise ZeroDivisionError
    if content == b"MARK missing":
        raise MissingExtraError("python-calamine", "excel")
    notice = Fault("Phụ lục II!P12", "empty")
    return Reading(report=load(EXAMPLE), cells={TOTAL: "Phụ lục II!H12"}, notices=(notice,))


@hookimpl
def cchc_register_readers() -> list[Reader]:
    """Register a reader of files that begin with a mark."""
    return [
        Reader(
            name="marked",
            suffixes=(".marked",),
            media_type="application/octet-stream",
            title="Tệp thử",
            accepts=lambda content: content.startswith(b"MARK"),
            read=_read,
        )
    ]
