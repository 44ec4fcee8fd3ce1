"""Watching a call: what it asks of clock, chance, environment, network, files and processes.

Calls of built-in functions are seen by the profiler of the interpreter, what the operating system is asked for by
its audit events; so a function is seen under whatever name it was imported.
"""

from __future__ import annotations

import datetime as dt
import os
import random
import sys
import sysconfig
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import Enum
from functools import cache
from pathlib import Path
from types import FrameType
from typing import Any

__all__ = ["Asked", "note_builtin", "watched"]


class Asked(Enum):
    """What a pure function asks of nobody."""

    CLOCK = "clock"
    CHANCE = "chance"
    ENVIRONMENT = "environment"
    NETWORK = "network"
    FILES = "files"
    PROCESSES = "processes"


_Seen = dict[Asked, dict[str, None]]

_CLOCKS = (time.time, time.time_ns, time.localtime, time.ctime, time.mktime)
_SURROUNDINGS = (os.getcwd, os.getpid, os.getlogin)
_BUILTINS: dict[int, tuple[Asked, str]] = {
    **{id(each): (Asked.CLOCK, f"time.{each.__name__}") for each in _CLOCKS},
    **{id(each): (Asked.ENVIRONMENT, f"os.{each.__name__}") for each in _SURROUNDINGS},
    id(os.urandom): (Asked.CHANCE, "os.urandom"),
}
"""Functions by identity, since not everything that is called has a hash."""
_STANDARD = sysconfig.get_path("stdlib")
_DAYS = frozenset({"now", "utcnow", "today"})
_ENVIRON = {getattr(type(os.environ), name).__code__ for name in ("__getitem__", "__iter__", "__len__", "copy")}
_EVENTS = {
    "open": Asked.FILES,
    "os.listdir": Asked.FILES,
    "os.scandir": Asked.FILES,
    "os.remove": Asked.FILES,
    "os.rename": Asked.FILES,
    "os.mkdir": Asked.FILES,
    "os.system": Asked.PROCESSES,
    "os.exec": Asked.PROCESSES,
    "os.fork": Asked.PROCESSES,
    "os.posix_spawn": Asked.PROCESSES,
    "subprocess.Popen": Asked.PROCESSES,
    "urllib.Request": Asked.NETWORK,
    "ftplib.connect": Asked.NETWORK,
    "smtplib.connect": Asked.NETWORK,
    "socket.gethostname": Asked.ENVIRONMENT,
}
_WITHOUT_TIME = {"gmtime": 1, "strftime": 2, "asctime": 1}
"""Functions that ask the clock when they are not given a time, and with how many arguments they are given one."""

_EXCUSED: dict[Asked, frozenset[str]] = {
    **dict.fromkeys(Asked, frozenset()),
    Asked.CLOCK: frozenset({"logging"}),
    Asked.ENVIRONMENT: frozenset({"logging", "subprocess"}),
    Asked.FILES: frozenset({"importlib.metadata"}),
}
"""Modules of the standard library that ask on their own account; that they are used at all is told otherwise."""

_watching: list[Callable[[Asked, str, tuple[Any, ...]], None]] = []
"""The one watch that is on; the interpreter keeps an audit hook for good, so it is put in once."""


def watched(call: Callable[[], object]) -> dict[Asked, tuple[str, ...]]:
    """Call something, and give what it asked for, by kind; each thing once, with the line of code that asked.

    Connections are not made: asking for one raises `PermissionError` where it is asked.

    Args:
        call: What to call. Call it once before, so that modules imported late are there.

    >>> [kind.value for kind, asked in watched(lambda: time.time()).items() if asked]
    ['clock']
    """
    seen: _Seen = {kind: {} for kind in Asked}
    previous, home = sys.getprofile(), threading.get_ident()

    def profile(frame: FrameType, event: str, called: Any) -> None:  # pragma: no cover - nobody traces a profiler
        if event == "c_call":
            note_builtin(seen, frame, called)
        elif event == "call" and frame.f_code in _ENVIRON:
            _note(seen, Asked.ENVIRONMENT, "os.environ", frame)

    def audit(kind: Asked, event: str, facts: tuple[Any, ...]) -> None:
        if threading.get_ident() == home or threading.current_thread() in helpers:
            profiling = sys.getprofile()
            sys.setprofile(None)
            try:
                _note_event(seen, kind, event, facts)
            finally:
                sys.setprofile(profiling)

    helpers = _NewThreads()
    _install()
    with _without_a_time(seen):
        _watching.append(audit)
        threading.setprofile(profile)
        sys.setprofile(profile)
        try:
            call()
        finally:
            sys.setprofile(previous)
            threading.setprofile(None)
            _watching.pop()
    return {kind: tuple(asked) for kind, asked in seen.items()}


class _NewThreads:
    """The threads that were started after this was made."""

    def __init__(self) -> None:
        self._old = set(threading.enumerate())

    def __contains__(self, thread: threading.Thread) -> bool:
        return thread not in self._old


@cache
def _install() -> None:
    """Put the audit hook in, for good; it does nothing while nothing is watched."""

    def hook(event: str, facts: tuple[Any, ...]) -> None:
        kind = _EVENTS.get(event, Asked.NETWORK if event.startswith("socket.") else None)
        if kind is not None and _watching:
            _watching[-1](kind, event, facts)

    hook.__cantrace__ = True  # type: ignore[attr-defined]  # else no debugger, and no measure of coverage, sees it
    sys.addaudithook(hook)


def note_builtin(seen: _Seen, frame: FrameType, called: Any) -> None:
    """Note what a built-in function asks for, if it asks for anything.

    Args:
        seen: Where it is noted.
        frame: Where it is called.
        called: The function.
    """
    if id(called) in _BUILTINS:
        kind, what = _BUILTINS[id(called)]
        _note(seen, kind, what, frame)
        return
    owner, name = getattr(called, "__self__", None), getattr(called, "__name__", "")
    if isinstance(owner, random.Random) and (owner is _hidden_random() or isinstance(owner, random.SystemRandom)):
        _note(seen, Asked.CHANCE, f"random.{name}", frame)
    elif name in _DAYS and isinstance(owner, type) and issubclass(owner, dt.date):
        _note(seen, Asked.CLOCK, f"{owner.__name__}.{name}", frame)


def _hidden_random() -> random.Random | None:
    """Give the generator behind ``random.random()`` and its like, which is seeded by chance."""
    owner = getattr(random.random, "__self__", None)
    return owner if isinstance(owner, random.Random) else None


def _note_event(seen: _Seen, kind: Asked, event: str, facts: tuple[Any, ...]) -> None:
    frame = sys._getframe(3)
    if kind is Asked.FILES and (_is_import(frame) or _is_own_data(event, facts)):
        return
    _note(seen, kind, f"{event} {facts[0]!r}" if facts else event, frame)
    if kind is Asked.NETWORK:
        raise PermissionError("the conformance kit lets nothing reach the network")


def _outside(frame: FrameType) -> tuple[FrameType, set[str]]:
    """Give the frame that called into the standard library, and the modules of the library that it went through."""
    passed = set()
    while frame.f_back is not None and _is_standard(frame.f_code.co_filename):
        passed.add(str(frame.f_globals.get("__name__")))
        frame = frame.f_back
    return frame, passed


def _is_standard(file: str) -> bool:
    return file.startswith("<frozen") or (file.startswith(_STANDARD) and "-packages" not in file)


def _is_import(frame: FrameType | None) -> bool:
    """Tell whether a module is being looked for, as happens again and again for one that is not installed."""
    while frame is not None:
        if frame.f_code.co_filename.startswith("<frozen importlib"):
            return True
        frame = frame.f_back
    return False


def _is_own_data(event: str, facts: tuple[Any, ...]) -> bool:
    """Tell whether a file is only read, and comes with an installed package."""
    path, *rest = facts
    if event != "open" or not isinstance(path, str | bytes | os.PathLike):
        return event == "open"
    mode, flags = (*rest, None, 0)[:2]
    writes = any(each in (mode or "") for each in "wax+") or bool((flags or 0) & (os.O_WRONLY | os.O_RDWR))
    if writes:
        return False
    asked = Path(os.fsdecode(path)).resolve()
    return any(asked.is_relative_to(Path(folder).resolve()) for folder in _package_folders())


def _package_folders() -> Iterator[str]:
    """Give the folders of the interpreter, of what is installed, and of every package that is imported."""
    yield from {sysconfig.get_path(name) for name in ("stdlib", "platstdlib", "purelib", "platlib")}
    for module in list(sys.modules.values()):
        yield from (each for each in getattr(module, "__path__", ()) if isinstance(each, str))


def _note(seen: _Seen, kind: Asked, what: str, frame: FrameType) -> None:
    asking, passed = _outside(frame)
    if passed.isdisjoint(_EXCUSED[kind]):
        seen[kind][f"{what} ({asking.f_code.co_filename}:{asking.f_lineno})"] = None


@contextmanager
def _without_a_time(seen: _Seen) -> Iterator[None]:
    """Look at how the functions of `time` are called that only sometimes ask the clock."""
    kept = {name: getattr(time, name) for name in _WITHOUT_TIME}

    def looking(name: str) -> Callable[..., Any]:
        def called(*args: Any) -> Any:
            if len(args) < _WITHOUT_TIME[name]:
                _note(seen, Asked.CLOCK, f"time.{name}", sys._getframe(1))
            return kept[name](*args)

        return called

    for name in kept:
        setattr(time, name, looking(name))
    try:
        yield
    finally:
        for name, function in kept.items():
            setattr(time, name, function)
