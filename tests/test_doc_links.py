"""Links, pictures and tables of every page: each leads somewhere, says what it shows, and is whole."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = [
    *sorted(ROOT.glob("*.md")),
    *sorted(ROOT.glob("examples/*/README.md")),
    *sorted(path for path in DOCS.rglob("*.md") if "_build" not in path.parts),
]

_FENCED = re.compile(r"^(`{3,})[^\n]*\n.*?^\1[ \t]*$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(
    r"(?P<picture>!?)\[(?P<text>(?:\\.|[^\]\\])*)\]\((?P<target>[^)\s]+)\)|\{download\}`[^<`]*<(?P<file>[^>]+)>`"
)
_HEADING = re.compile(r"^#{1,6} (.*)$", re.MULTILINE)
_LABEL = re.compile(r"^\(([\w.-]+)\)=$", re.MULTILINE)


@pytest.fixture(scope="module")
def generated() -> Iterator[ModuleType]:
    """The generators of the reference pages."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(DOCS / "_ext"))
        yield import_module("reference_pages")


@cache
def _prose(generated: ModuleType, path: Path) -> str:
    """Give a page as it is published, without its blocks of code."""
    return _FENCED.sub("", str(generated.filled(path.read_text(encoding="utf-8"))))


@cache
def _anchors(generated: ModuleType, path: Path) -> frozenset[str]:
    page = _prose(generated, path)
    headings = (_slug(heading) for heading in _HEADING.findall(page))
    return frozenset((*headings, *_LABEL.findall(page)))


def _slug(heading: str) -> str:
    """Name a heading as links do: small letters, no signs, hyphens for spaces."""
    plain = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).replace("`", "").replace("\\", "")
    return re.sub(r"[^\w\- ]", "", unicodedata.normalize("NFC", plain).lower()).strip().replace(" ", "-")


def _links(page: str) -> Iterator[tuple[str, bool, str]]:
    """Give target, whether it is a picture, and text of each link."""
    for found in _LINK.finditer(page):
        yield found["file"] or found["target"], bool(found["picture"]), found["text"] or ""


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_leads_somewhere(path: Path, generated: ModuleType) -> None:
    """Nobody follows a link to a page, a file or a heading that is not there."""
    everywhere = {label for page in PAGES if DOCS in page.parents for label in _LABEL.findall(_prose(generated, page))}

    for target, _, _ in _links(_prose(generated, path)):
        if re.match(r"https?://|mailto:", target):
            continue
        name, _, anchor = target.partition("#")
        file = (path.parent / name).resolve() if name else path
        assert file.exists(), target
        assert ROOT in (file, *file.parents), target
        if anchor:
            known = _anchors(generated, file) | (everywhere if DOCS in path.parents and not name else frozenset())
            assert anchor in known, target


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_picture_says_what_it_shows(path: Path, generated: ModuleType) -> None:
    """Who cannot see a picture is told what is on it."""
    for target, is_picture, text in _links(_prose(generated, path)):
        if is_picture:
            assert len(text.split()) >= 5, target


def test_every_picture_is_shown() -> None:
    """No picture is kept that no page shows, and the README shows one."""
    shown = {
        Path(target).name for path in PAGES for target, is_picture, _ in _links(path.read_text("utf-8")) if is_picture
    }

    assert {path.name for path in (DOCS / "_static").glob("*.png")} == shown
    for name in ("README.md", "README.vi.md"):
        assert any(is_picture for _, is_picture, _ in _links((ROOT / name).read_text("utf-8")))


def test_every_page_can_be_reached_from_the_index() -> None:
    """Each page is in the contents once."""
    index = (DOCS / "index.md").read_text(encoding="utf-8")
    listed = [line for line in index.splitlines() if re.fullmatch(r"[\w-]+/[\w-]+", line)]

    assert sorted(listed) == sorted(
        str(path.relative_to(DOCS).with_suffix("")) for path in PAGES if DOCS in path.parents and path.stem != "index"
    )


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_row_of_a_table_has_the_cells_of_its_head(path: Path, generated: ModuleType) -> None:
    """No cell is pushed out of its column by a sign that was taken for a border."""
    for table in re.findall(r"(?:^\|.*\|$\n?)+", _prose(generated, path), re.MULTILINE):
        counts = {len(re.findall(r"(?<!\\)\|", line)) for line in table.splitlines()}
        assert len(counts) == 1, table


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_pages_are_in_nfc_and_tell_nothing_of_the_machine(path: Path) -> None:
    """Vietnamese letters can be searched for, and no page says where it was written."""
    page = path.read_text(encoding="utf-8")

    assert unicodedata.is_normalized("NFC", page)
    for each in ("/work/", "/home/", "/root/", "TODO", "FIXME", "localhost"):
        assert each not in page
