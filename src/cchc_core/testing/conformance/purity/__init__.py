"""Whether a function is pure: what it asks for, what it leaves behind, and what it does elsewhere and at once."""

from cchc_core.testing.conformance.purity.elsewhere import Elsewhere, called_elsewhere
from cchc_core.testing.conformance.purity.threads import called_at_once
from cchc_core.testing.conformance.purity.traces import Traces, traced, undone
from cchc_core.testing.conformance.purity.watching import Asked, watched

__all__ = ["Asked", "Elsewhere", "Traces", "called_at_once", "called_elsewhere", "traced", "undone", "watched"]
