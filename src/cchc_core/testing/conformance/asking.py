"""Checks of pure functions, exporters' and readers': that they ask nothing of their surroundings and leave them alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TypeVar

from cchc_core.testing.conformance.purity import Asked, Traces, traced, undone, watched
from cchc_core.testing.conformance.suite import Conformance, demand

__all__ = ["AskingChecks", "Watched"]


class Watched:
    """Functions that are called and watched."""

    def call_everything(self) -> None:
        """Call all there is."""
        raise NotImplementedError

    @cached_property
    def asked(self) -> Mapping[Asked, tuple[str, ...]]:
        """What they ask for; they are called once before, so that what they import late is there."""
        with undone():
            self.call_everything()
            return watched(self.call_everything)

    @cached_property
    def traces(self) -> Traces:
        """What they leave behind."""
        return traced(self.call_everything)


W = TypeVar("W", bound=Watched)


class AskingChecks(Conformance[W]):
    """Nothing is asked of the surroundings, and nothing is left there."""

    @demand("Take dates from what is given: the date and the period of the report.", after_groundwork=True)
    def test_asks_no_clock(self) -> Iterator[str]:
        """It reads neither time nor date of the day."""
        yield from self.bench.asked[Asked.CLOCK]

    @demand("Derive identifiers from the content (a hash of it, a running number).", after_groundwork=True)
    def test_asks_no_chance(self) -> Iterator[str]:
        """It draws no random numbers and makes no random identifiers."""
        yield from self.bench.asked[Asked.CHANCE]

    @demand(
        "Take what can be chosen as an argument; options of an exporter are declared with `cchc_core.plugins.option`.",
        after_groundwork=True,
    )
    def test_asks_no_environment(self) -> Iterator[str]:
        """It reads no environment variables, no working folder, no name of the machine or of a process."""
        yield from self.bench.asked[Asked.ENVIRONMENT]

    @demand("Ship what is needed (fonts, schemas, style sheets) with the package.", after_groundwork=True)
    def test_asks_no_network(self) -> Iterator[str]:
        """It opens no connection and looks no name up."""
        yield from self.bench.asked[Asked.NETWORK]

    @demand(
        "Write into memory (io.BytesIO); read what the package ships through importlib.resources.",
        after_groundwork=True,
    )
    def test_touches_no_files(self) -> Iterator[str]:
        """It writes no file, and reads none but those of installed packages."""
        yield from self.bench.asked[Asked.FILES]

    @demand("Use a library instead of a program.", after_groundwork=True)
    def test_starts_no_process(self) -> Iterator[str]:
        """It starts no other program."""
        yield from self.bench.asked[Asked.PROCESSES]

    @demand("Take print and logging out; raise an error where something cannot be done.", after_groundwork=True)
    def test_prints_nothing(self) -> Iterator[str]:
        """It writes nothing to standard output or standard error, and logs no warning."""
        yield from self.bench.traces.printed

    @demand("Mend what is warned of; whoever treats warnings as errors could not use it.", after_groundwork=True)
    def test_warns_of_nothing(self) -> Iterator[str]:
        """No warning is given."""
        yield from self.bench.traces.warned

    @demand("Use decimal.localcontext and the like, and put back what you change.", after_groundwork=True)
    def test_changes_nothing_around_it(self) -> Iterator[str]:
        """Environment, folder, locale, decimal context, warning filters, logging and the like stay as they are."""
        yield from self.bench.traces.changed
