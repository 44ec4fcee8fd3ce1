"""Rules that no relation among figures can say: functions of a record, with the metadata of every rule."""

from cchc_core.conditions.agencies import agencies_known_as
from cchc_core.conditions.condition import (
    Breach,
    Condition,
    Context,
    Fact,
    Facts,
    Grade,
    Judgement,
    Skipped,
)
from cchc_core.conditions.known import KnownDocument
from cchc_core.conditions.shipped import CONDITIONS
from cchc_core.conditions.shipped_documents import KNOWN_DOCUMENTS

__all__ = [
    "CONDITIONS",
    "KNOWN_DOCUMENTS",
    "Breach",
    "Condition",
    "Context",
    "Fact",
    "Facts",
    "Grade",
    "Judgement",
    "KnownDocument",
    "Skipped",
    "agencies_known_as",
]
