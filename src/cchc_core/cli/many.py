"""Doing one thing with many files, in this process or in several; one bad file never stops the others."""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator
from contextlib import closing, nullcontext
from functools import partial

from attrs import frozen

from cchc_core.cli.ending import Stop
from cchc_core.cli.files import Site, site_by
from cchc_core.cli.inputs import Input, Inputs
from cchc_core.cli.processes import MOST, NoProcessError, in_order, usable
from cchc_core.cli.progress import bar_of
from cchc_core.cli.tasks import DOCUMENTS, Outcome, Task
from cchc_core.cli.tellers import Tally, complain_of, teller_of
from cchc_core.interchange import Trouble
from cchc_core.words import Language, say

__all__ = ["run"]


def run(task: Task, inputs: Inputs, site: Site, jobs: int | None = None) -> int:
    """Do it with every file, and tell what came of each, in the order of the files, and of all.

    A file that is alone is told alone, and what is wrong with it ends the command, unless a document says so.

    Args:
        task: What is done with each file.
        inputs: The files.
        site: What holds for all of them.
        jobs: How many processes; ``None`` for as many as pay.

    Returns:
        The exit code: 2 if anything could not be read or written, else 1 if any report has errors, else 0.

    Raises:
        Stop: If nothing can be done with the only file, or if there are no processes to do it.
    """
    lang, count = site.lang, len(inputs.items)
    teller, tally = teller_of(task.form, lang, are_several=inputs.are_several), Tally()
    processes = min(jobs or max(1, min(usable(), count // task.WORTH)), count, MOST)
    with bar_of(count) as bar, closing(_outcomes(task, inputs, site, processes)) as outcomes:
        for outcome in outcomes:
            tally.count(outcome)
            is_on_terminal = sys.stdout.isatty() or outcome.notices or outcome.troubles
            with bar.aside() if is_on_terminal else nullcontext():
                teller.tell(outcome)
                complain_of(outcome, lang, named=inputs.are_several or task.form in DOCUMENTS)
            bar.step(outcome.name)
    teller.end(tally)
    return tally.code


def _outcomes(task: Task, inputs: Inputs, site: Site, processes: int) -> Generator[Outcome, None, None]:
    if not inputs.are_several:
        (item,) = inputs.items
        if item.fault:
            raise Stop(item.fault)
        yield _alone(task, site, item)
    elif processes == 1:
        yield from map(partial(_attempt, task, site), inputs.items)
    else:
        begin = _Begin(task=task, config=site.config, lang=site.lang)
        try:
            yield from in_order(begin, inputs.items, processes, partial(_lost, site.lang))
        except NoProcessError:
            raise Stop(say("cli.no_process", site.lang)) from None


@frozen(kw_only=True)
class _Begin:
    """How another process begins: it finds the plugins itself, for their functions stay where they are."""

    task: Task
    config: bytes | None
    lang: Language

    def __call__(self) -> Callable[[Input], Outcome]:
        return partial(_attempt, self.task, site_by(self.config, self.lang))


def _alone(task: Task, site: Site, item: Input) -> Outcome:
    """Do it with the only file; a document is written even if there is nothing to say but that it cannot be read."""
    try:
        return task.do(item, site)
    except Stop as stop:
        if task.form not in DOCUMENTS:
            raise
        return Outcome.stopped(item.name, stop, site.lang)


def _attempt(task: Task, site: Site, item: Input) -> Outcome:
    """Do it with one of several files; whatever happens is said of this file."""
    if item.fault:
        return Outcome.failed(item.name, [Trouble(message=item.fault)])
    try:
        return task.do(item, site)
    except Stop as stop:
        return Outcome.stopped(item.name, stop, site.lang)
    except Exception as error:  # noqa: BLE001 - a mistake in a reader or here is named as one, and costs one file
        reason = f"{type(error).__name__}: {error}"
        return Outcome.failed(item.name, [Trouble(message=say("cli.unexpected", site.lang, reason=reason))])


def _lost(lang: Language, item: Input, code: int | None) -> Outcome:
    return Outcome.failed(item.name, [Trouble(message=say("cli.process_died", lang, code=code))])
