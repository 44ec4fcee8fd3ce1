"""What stands in a file of a known format, as text."""

from cchc_core.testing.conformance.text.faults import faults_of, took_effect
from cchc_core.testing.conformance.text.numbers import holds_negative, holds_number, surroundings, times_held, windows
from cchc_core.testing.conformance.text.quoting import quoted
from cchc_core.testing.conformance.text.reading import is_known, marked_text_of, text_of
from cchc_core.testing.conformance.text.skeleton import skeleton

__all__ = [
    "faults_of",
    "holds_negative",
    "holds_number",
    "is_known",
    "marked_text_of",
    "quoted",
    "skeleton",
    "surroundings",
    "text_of",
    "times_held",
    "took_effect",
    "windows",
]
