"""Hypothesis, or the command that installs it."""

from __future__ import annotations

from cchc_core.errors import MissingExtraError

try:
    from hypothesis import strategies as st
    from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
    from hypothesis.strategies import DrawFn, SearchStrategy
except ImportError as error:
    raise MissingExtraError("hypothesis", "testing") from error

__all__ = [
    "DrawFn",
    "RuleBasedStateMachine",
    "SearchStrategy",
    "initialize",
    "invariant",
    "precondition",
    "rule",
    "st",
]
