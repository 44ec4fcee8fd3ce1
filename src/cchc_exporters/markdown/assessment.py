"""What the report says in words: assessment, orientation and proposals."""

from __future__ import annotations

from collections.abc import Iterator

from cchc_core import Narrative
from cchc_core.prose import NO_WORDS, assessment_of
from cchc_exporters.markdown.syntax import bullets, escape, heading

__all__ = ["assessment"]


def assessment(narrative: Narrative) -> Iterator[str]:
    """Write sections III to V; one without a word says so."""
    for passage in assessment_of(narrative):
        yield heading(3 if passage.is_within else 2, passage.heading)
        if not passage.is_heading:
            yield bullets(map(escape, passage.points)) if passage.points else NO_WORDS
