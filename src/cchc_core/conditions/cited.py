"""Breaches at cited documents: where they stand, what they are called."""

from __future__ import annotations

from collections.abc import Mapping

from cchc_core.conditions.condition import Breach, Fact
from cchc_core.conditions.names import named
from cchc_core.report import Citation
from cchc_core.rules import Severity
from cchc_core.words import Text

__all__ = ["TITLE", "breach_at", "place_of"]

TITLE = "Văn bản viện dẫn"
"""What the list of cited documents is called."""


def place_of(index: int) -> str:
    """Give the path of a cited document within the report."""
    return f"citations[{index}]"


def breach_at(
    index: int, cited: Citation, said: Text, facts: Mapping[str, Fact], severity: Severity | None = None
) -> Breach:
    """Say what is wrong with a cited document; its name is the fact ``document``.

    Args:
        index: Its place in the list of citations, from 0.
        cited: The document.
        said: What is wrong.
        facts: The other facts.
        severity: How grave it is, where that is not what the rule says.
    """
    document = named(cited, index + 1)
    return Breach(
        said=said,
        facts={"document": document, **facts},
        at=place_of(index),
        title=TITLE,
        subject=document,
        severity=severity,
    )
