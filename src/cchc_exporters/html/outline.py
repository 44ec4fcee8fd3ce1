"""The table of contents: every heading of the first two depths, and where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from cchc_core.prose import ANNEXES_TITLE, Annex, Area, Passage
from cchc_exporters.html.anchors import name_of

__all__ = ["Item", "annex_items", "area_id", "area_items", "nested", "passage_items"]


@frozen(kw_only=True)
class Item:
    """A heading.

    Args:
        target: Name of its anchor.
        text: What it says.
        is_within: Whether it stands within the heading before it.
        within: The headings within it.
        is_own: Whether it is of the page and not of the report, and so in the language of the page.
    """

    target: str
    text: str
    is_within: bool = False
    within: tuple[Item, ...] = ()
    is_own: bool = False


def area_id(area: Area) -> str:
    """Name the anchor of a section."""
    return f"muc.{name_of(area.path)}"


def area_items(areas: Sequence[Area]) -> Iterator[Item]:
    """Give the headings of the sections, and of the parts that they make up."""
    for area in areas:
        if area.part:
            yield Item(target=f"phan.{area.path}", text=area.part)
        yield _item(area, is_within=area.is_within_part)


def passage_items(passages: Sequence[Passage]) -> Iterator[Item]:
    """Give the headings of what the report says in words."""
    for number, passage in enumerate(passages, 1):
        yield Item(target=f"danh-gia.{number}", text=passage.heading, is_within=passage.is_within)


def annex_items(annexes: Sequence[Annex]) -> Iterator[Item]:
    """Give the heading of the annexes, and that of each; nothing if there are none."""
    if annexes:
        yield Item(target="bieu", text=ANNEXES_TITLE)
    for annex in annexes:
        yield _item(annex.area, is_within=True)


def nested(items: Sequence[Item]) -> tuple[Item, ...]:
    """Put the headings that stand within others into these."""
    found: list[Item] = []
    for item in items:
        if item.is_within and found:
            found[-1] = evolve(found[-1], within=(*found[-1].within, item))
        else:
            found.append(item)
    return tuple(found)


def _item(area: Area, *, is_within: bool) -> Item:
    text = f"{area.number}. {area.title}" if area.number else area.title
    return Item(target=area_id(area), text=text, is_within=is_within)
