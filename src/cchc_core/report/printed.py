"""What the text of a report prints beside its figures: titles of sections, and days it counts up to."""

from __future__ import annotations

from datetime import date

from attrs import frozen

__all__ = ["PrintedTitle", "StatedDay"]


@frozen(kw_only=True)
class PrintedTitle:
    """The title of a section as the report prints it.

    Args:
        section: Number of the section as the report gives it, part first, e.g. ``II.6``.
        title: The title, letter by letter.
    """

    section: str
    title: str


@frozen(kw_only=True)
class StatedDay:
    """A day that the report states for something done or counted in its period; days of cited documents are no such days.

    Args:
        day: The day, e.g. of "tính đến 15/12/2021".
        subject: What is stated of it, shortened.
        section: Section of the report that states it.
    """

    day: date
    subject: str = ""
    section: str = ""
