"""The comments of one sheet: those that are there stay as they are, ours stand between two marks."""

from __future__ import annotations

from xml.dom.minidom import Element

from cchc_exporters.template.annotate.boxes import Boxes
from cchc_exporters.template.annotate.marked import MarkedSheet
from cchc_exporters.template.annotate.trees import add, children, created, first, held, put_text, text_of, texts
from cchc_exporters.template.form.sheets import cell_at

__all__ = ["BEGIN", "Notes"]

_AUTHOR = "cchc"
BEGIN, _END = "——— cchc ———", "————————————"
"""Our part of a comment stands between these."""

_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


class Notes:
    """The comments of a sheet.

    Args:
        sheet: The sheet.
    """

    def __init__(self, sheet: MarkedSheet) -> None:
        self._sheet = sheet
        self._links = sheet.parts.related(sheet.name, "comments")
        self._boxes = Boxes(sheet)

    def clear(self) -> None:
        """Take out what an earlier time wrote; whatever someone else wrote stays."""
        for name in self._links.values():
            comments = self._list(name)
            for comment in list(children(comments, "comment")):
                if BEGIN in _text(comment):
                    _cut(comment)
                    if not _text(comment).strip():
                        comments.removeChild(comment)
                        self._boxes.remove(*cell_at(comment.getAttribute("ref")))

    def write(self, told: dict[str, str]) -> None:
        """Write comments by cell; where there is one already, below what it says."""
        name = self._name()
        there = {each.getAttribute("ref"): each for each in children(self._list(name), "comment")}
        author = self._author(name)
        for cell, text in told.items():
            comment = there.get(cell)
            if comment is None:
                comment = add(self._list(name), "comment", ref=cell, authorId=author)
                add(comment, "text")
            _append(comment, text)
            self._boxes.put(*cell_at(cell), _text(comment))
        for cell, comment in there.items():
            self._boxes.ensure(*cell_at(cell), _text(comment))
        self._boxes.enter()

    def tidy(self) -> None:
        """Leave no empty parts behind."""
        parts = self._sheet.parts
        if any(next(children(self._list(name), "comment"), None) for name in self._links.values()):
            return
        for link, name in self._links.items():
            parts.unrelate(self._sheet.name, link)
            parts.remove(name)
        self._links = {}
        self._boxes.discard()

    def _name(self) -> str:
        """Give the part that holds the comments, which is made if there is none."""
        if not self._links:
            parts = self._sheet.parts
            name = parts.free_name("xl/comments{}.xml")
            parts.put(
                name, f'<comments xmlns="{_MAIN}"><authors></authors><commentList></commentList></comments>', _KIND
            )
            self._links = {parts.relate(self._sheet.name, "comments", name): name}
        return next(iter(self._links.values()))

    def _list(self, name: str) -> Element:
        root = self._sheet.parts.tree(name)
        return first(root, "commentList") or add(root, "commentList")

    def _author(self, name: str) -> int:
        root = self._sheet.parts.tree(name)
        authors = first(root, "authors")
        if authors is None:
            authors = created(root, "authors")
            root.insertBefore(authors, root.firstChild)
        known = [text_of(each) for each in children(authors, "author")]
        if _AUTHOR not in known:
            put_text(add(authors, "author"), _AUTHOR)
            known.append(_AUTHOR)
        return known.index(_AUTHOR)


def _text(comment: Element) -> str:
    return "".join(text_of(each) for each in texts(comment))


def _append(comment: Element, text: str) -> None:
    """Write our part of a comment, after whatever it says already."""
    before = "\n" if _text(comment).strip() else ""
    body = first(comment, "text") or add(comment, "text")
    run = add(body, "r")
    looks = add(run, "rPr")
    for name, value in (("sz", "10"), ("rFont", "Times New Roman"), ("family", "1")):
        add(looks, name, val=value)
    put_text(add(run, "t"), f"{before}{BEGIN}\n{held(text)}\n{_END}")


def _cut(comment: Element) -> None:
    """Take our part out of a comment, over however many runs a program has spread it."""
    text = _text(comment)
    start = text.index(BEGIN)
    end = text.find(_END, start)
    end = len(text) if end < 0 else end + len(_END)
    if text[:start].endswith("\n"):
        start -= 1
    reached = 0
    for each in texts(comment):
        said = text_of(each)
        keep = said[: max(0, start - reached)] + said[max(0, end - reached) :]
        reached += len(said)
        if keep != said:
            put_text(each, keep)
    for body in children(comment, "text"):
        for run in list(children(body, "r")):
            if not any(text_of(each) for each in texts(run)):
                body.removeChild(run)
