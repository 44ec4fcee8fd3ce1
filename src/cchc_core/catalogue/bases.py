"""What a number of a report is counted on, where a form leaves it open and the report has to say."""

from __future__ import annotations

from enum import Enum

__all__ = ["OnlineBase", "ProceduresBase"]


class ProceduresBase(Enum):
    """Whether a total of procedures counts those that vertical agencies handle at the one-stop shop."""

    WITHOUT_VERTICAL = "without_vertical"
    WITH_VERTICAL = "with_vertical"


class OnlineBase(Enum):
    """Which dossiers an online share is a share of."""

    ALL_DOSSIERS = "all_dossiers"
    ONLINE_PROCEDURES = "online_procedures"
