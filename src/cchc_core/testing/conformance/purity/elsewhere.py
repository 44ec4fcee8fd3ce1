"""Calling a function in another process: other seed of hashes, other locale, other time zone, other folder.

Run as a program, this file is the other process: it reads a pickled call and writes what came of it. It imports
nothing of the library on its own, so that the other process has only what the call needs.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from attrs import frozen

__all__ = ["PLACES", "Elsewhere", "ElsewherePlace", "called_elsewhere", "main"]

_LIMIT = 300
"""Seconds after which the other process is given up."""


@frozen(kw_only=True)
class ElsewherePlace:
    """What is different in the other process."""

    title: str
    environ: dict[str, str]


PLACES = (
    ElsewherePlace(
        title="hash seed 1, locale C, ten hours west",
        environ={"PYTHONHASHSEED": "1", "LC_ALL": "C", "LANG": "C", "TZ": "WST10", "HOME": "/nowhere"},
    ),
    ElsewherePlace(
        title="hash seed 2, Vietnamese locale, fourteen hours east",
        environ={"PYTHONHASHSEED": "2", "LC_ALL": "vi_VN.UTF-8", "LANG": "vi", "TZ": "EST-14", "USER": "nobody"},
    ),
)
"""Two processes that differ from each other and from this one."""


@frozen(kw_only=True)
class Elsewhere:
    """What came of a call in another process.

    Args:
        place: What was different there.
        values: What was returned for each argument.
        printed: What the process wrote to its standard output and standard error.
        failure: Why there are no values, if there are none.
    """

    place: ElsewherePlace
    values: tuple[Any, ...] = ()
    printed: str = ""
    failure: str = ""


def called_elsewhere(function: Callable[[Any], Any], arguments: Sequence[Any]) -> tuple[Elsewhere, ...]:
    """Call a function with each argument in two other processes.

    Args:
        function: A function that can be imported; it is sent by its name.
        arguments: What it is given, one call each.

    Raises:
        ValueError: If the function cannot be imported elsewhere.
    """
    try:
        call = pickle.dumps((function, tuple(arguments)))
    except (pickle.PicklingError, AttributeError, TypeError) as error:
        raise ValueError(f"it cannot be sent to another process: {error}") from error
    with tempfile.TemporaryDirectory() as folder:
        started = [_started(place, call, Path(folder) / str(number)) for number, place in enumerate(PLACES)]
        return tuple(_ended(*each) for each in started)


def _started(place: ElsewherePlace, call: bytes, folder: Path) -> tuple[ElsewherePlace, subprocess.Popen[str], Path]:
    folder.mkdir()
    (folder / "call").write_bytes(pickle.dumps([str(Path(each).absolute()) for each in sys.path]) + call)
    environ = {
        **os.environ,
        **place.environ,
        "PYTHONPATH": os.pathsep.join(str(Path(each).absolute()) for each in sys.path),
    }
    command = [sys.executable, __file__, "call", "made"]
    process = subprocess.Popen(  # noqa: S603 - this file itself
        command,
        cwd=folder,
        env=environ,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="backslashreplace",
    )
    return place, process, folder / "made"


def _ended(place: ElsewherePlace, process: subprocess.Popen[str], made: Path) -> Elsewhere:
    try:
        printed, _ = process.communicate(timeout=_LIMIT)
    except subprocess.TimeoutExpired:
        process.kill()
        printed, _ = process.communicate()
    if not made.exists():
        return Elsewhere(place=place, printed=printed, failure=printed.strip() or f"exit code {process.returncode}")
    values, failure = pickle.loads(made.read_bytes())  # noqa: S301 - written by the process that was started here
    return Elsewhere(place=place, values=values, printed=printed, failure=failure)


def main(arguments: Sequence[str]) -> None:
    """Make the call that one file holds, and write what came of it into another."""
    source, target = arguments
    with Path(source).open("rb") as file:
        sys.path[:] = pickle.load(file)  # noqa: S301 - written by the process that started this one
        function, given = pickle.load(file)  # noqa: S301 - see above
    values: tuple[Any, ...] = ()
    failure = ""
    try:
        values = tuple(function(each) for each in given)
    except Exception as error:  # noqa: BLE001 - told to the process that asked
        failure = f"{type(error).__name__}: {error}"
    Path(target).write_bytes(pickle.dumps((values, failure)))


if __name__ == "__main__":  # pragma: no cover - this line runs in the other process
    main(sys.argv[1:])
