"""Work on many things in several processes: results in order, a death blamed on what was worked on, no one left behind."""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from time import monotonic
from typing import Any, Generic, TypeVar

from attrs import Factory, define

__all__ = ["MOST", "NoProcessError", "in_order", "usable"]

T = TypeVar("T")
R = TypeVar("R")

MOST = 60
"""So many processes can be waited for at once on every system."""

_AHEAD = 16
"""So many results a process may be ahead of the one that is waited for; the rest is not yet begun."""

_GRACE = 5
"""So many seconds a process has to finish what it is at."""


class NoProcessError(Exception):
    """Raised when no process is left and none can be started; what is not done yet has to be done in this one."""


def usable() -> int:
    """Count the processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def in_order(
    begin: Callable[[], Callable[[T], R]], items: Sequence[T], jobs: int, lost: Callable[[T, int | None], R]
) -> Generator[R, None, None]:
    """Do something with each item in several processes, and give the results in the order of the items.

    Each process is given one item at a time, so that if one dies it is known at which; it is replaced and the
    others go on. Results wait in memory only as long as one before them is not ready, and no further than some way
    ahead. If the iterator is closed, or if this process ends in whatever way, the others end too.

    Args:
        begin: Called once in each process; what it gives is called with each item. It is sent by its name.
        items: The items.
        jobs: How many processes.
        lost: Makes the result of an item whose process died, of the item and the exit code.

    Raises:
        NoProcessError: If no process is left, and a new one does not come as far as to ask for its first item.
    """
    crew = _Crew(begin, items, lost)
    try:
        for _ in range(jobs):
            crew.hire()
        crew.refuse_none()
        for number in range(len(items)):
            while number not in crew.results:
                crew.work(number + _AHEAD * jobs)
            yield crew.results.pop(number)
    finally:
        crew.dismiss()


def serve(begin: Callable[[], Callable[[T], R]], pipe: Connection[R | None, T]) -> None:
    """Say that one is ready, then answer each item that comes with its result, until nobody is there any more."""
    do = begin()
    with pipe:
        _answer(pipe, None)
        for item in _items(pipe):
            _answer(pipe, do(item))


def _items(pipe: Connection[R | None, T]) -> Iterator[T]:
    with suppress(EOFError, OSError):
        while True:
            yield pipe.recv()


def _answer(pipe: Connection[R | None, T], answer: R | None) -> None:
    with suppress(OSError):  # nobody is there any more, and the next item will not come
        pipe.send(answer)


def _live(begin: Callable[[], Callable[[T], R]], pipe: Connection[R | None, T]) -> None:
    """Serve as a process of its own, which leaves it to the one that started it to answer to Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    serve(begin, pipe)


@define(eq=False)
class _Worker:
    """A process, the pipe to it, and the number of the item it is at."""

    process: BaseProcess
    pipe: Connection[Any, Any]
    is_ready: bool = False
    item: int | None = None


@define
class _Crew(Generic[T, R]):
    """The processes, what is still to be done, and the results that nobody has asked for yet."""

    begin: Callable[[], Callable[[T], R]]
    items: Sequence[T]
    lost: Callable[[T, int | None], R]
    workers: list[_Worker] = Factory(list)
    results: dict[int, R] = Factory(dict)
    waiting: deque[int] = Factory(lambda self: deque(range(len(self.items))), takes_self=True)

    def hire(self) -> None:
        """Start a process; where no more can be started, those that are there do the work."""
        context = get_context("spawn")
        near, far = context.Pipe()
        process = context.Process(target=_live, args=(self.begin, far), daemon=True)
        with far, _interrupts_ignored():
            try:
                process.start()
            except OSError:
                near.close()
                return
        self.workers.append(_Worker(process, near))

    def work(self, end: int) -> None:
        """Wait for whoever speaks first; before and after, give items below ``end`` to whoever has none."""
        self._give_out(end)
        ready = wait([each.pipe for each in self.workers])
        for worker in [each for each in self.workers if each.pipe in ready]:
            self._hear(worker)
        self._give_out(end)

    def dismiss(self) -> None:
        """Let every process end: a closed pipe tells it so, and patience has an end."""
        for worker in self.workers:
            worker.pipe.close()
        end = monotonic() + _GRACE
        for worker in self.workers:
            worker.process.join(max(0, end - monotonic()))
            worker.process.kill()
            worker.process.join()

    def _give_out(self, end: int) -> None:
        for worker in self.workers:
            if worker.is_ready and worker.item is None and self.waiting and self.waiting[0] < end:
                with suppress(OSError):  # it died meanwhile, and not of this item; waiting for it says so
                    worker.pipe.send(self.items[self.waiting[0]])
                    worker.item = self.waiting.popleft()

    def _hear(self, worker: _Worker) -> None:
        try:
            answer = worker.pipe.recv()
        except (EOFError, OSError):
            self._bury(worker)
            return
        if worker.item is not None:
            self.results[worker.item] = answer
        worker.is_ready, worker.item = True, None

    def _bury(self, worker: _Worker) -> None:
        """Replace a process that died; one that never was ready would only die again."""
        self.workers.remove(worker)
        worker.pipe.close()
        worker.process.join()
        if worker.item is not None:
            self.results[worker.item] = self.lost(self.items[worker.item], worker.process.exitcode)
        if worker.is_ready and self.waiting:
            self.hire()
        self.refuse_none()

    def refuse_none(self) -> None:
        """Say that there is work and nobody left to do it."""
        if not self.workers and self.waiting:
            raise NoProcessError


@contextmanager
def _interrupts_ignored() -> Iterator[None]:
    """Start processes so that they are deaf to Ctrl-C from their first moment on; only the main thread can say so."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
