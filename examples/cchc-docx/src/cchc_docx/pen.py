"""Writing what the report says: pieces of sentences, and figures with their marks."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import define, field

from cchc_core import Language, Marks
from cchc_core.prose import BLANK, Piece, Quoted, Shown
from cchc_docx.decree import Align
from cchc_docx.entries import bookmark, headline, told
from cchc_docx.markup import attribute, paragraph, run
from cchc_docx.options import DocxOptions
from cchc_docx.tables import Box

__all__ = ["Pen"]

_AUTHOR = "cchc"
_REFERENCE = '<w:rPr><w:rStyle w:val="CommentReference"/></w:rPr>'
_ANCHOR = f"<w:r>{_REFERENCE}<w:annotationRef/></w:r>"


@define
class Pen:
    """Writes figures, and keeps the comments that belong to them.

    Args:
        marks: Which figures are in doubt.
        options: What the user chose.
        lang: Language of the comments.
        comments: The comments so far, as Word has them.
    """

    marks: Marks
    options: DocxOptions
    lang: Language
    comments: list[str] = field(factory=list)
    _commented: set[str] = field(factory=set, init=False)

    def sentence(self, pieces: Iterable[Piece]) -> str:
        """Write a sentence."""
        return "".join(self._piece(piece) for piece in pieces)

    def figure(self, shown: Shown, *, italic: bool = False) -> str:
        """Write a figure as reported, marked if it is in doubt and marks are wanted; a value worked out is slanted."""
        is_doubted = bool(shown.entries) and self.options.marks
        style = ("Wrong" if shown.must_be_wrong else "Doubtful") if is_doubted else ""
        text = run(shown.text, italic=italic or shown.is_worked_out, style=style)
        if not is_doubted:
            return text
        if self.options.comments and shown.path not in self._commented:
            self._commented.add(shown.path)
            text = self._comment(text, shown)
        return text + (self._reference(shown) if self.options.findings else "")

    def box(self, shown: Shown | None, *, italic: bool = False) -> Box:
        """Write a figure in a cell of its own."""
        if shown is None:
            return Box.of("")
        align = Align.CENTER if shown.text == BLANK else Align.RIGHT
        marks = "".join(f"[{number}]" for number in shown.entries) if self.options.findings else ""
        measured = shown.text + marks[: len(marks) // 2]  # raised letters are about half as wide
        return Box(measured, self.figure(shown, italic=italic), align)

    def _piece(self, piece: Piece) -> str:
        if isinstance(piece, Shown):
            return self.figure(piece)
        return run(piece.text if isinstance(piece, Quoted) else piece)

    def _reference(self, shown: Shown) -> str:
        return "".join(
            f"<w:hyperlink w:anchor={attribute(bookmark(number))}>{run(f'[{number}]', style='Mark')}</w:hyperlink>"
            for number in shown.entries
        )

    def _comment(self, text: str, shown: Shown) -> str:
        """Put a comment at the text: python-docx would give it the time of the clock."""
        number = len(self.comments)
        entries = [self.marks.entries[each - 1] for each in shown.entries]
        said = [each for entry in entries for each in (headline(entry, self.lang), *told(entry, self.lang))]
        first, *rest = (run(each) for each in said)
        paragraphs = [paragraph("CommentText", _ANCHOR, first), *(paragraph("CommentText", each) for each in rest)]
        self.comments.append(
            f'<w:comment w:id="{number}" w:author="{_AUTHOR}" w:initials="{_AUTHOR}">{"".join(paragraphs)}</w:comment>'
        )
        return (
            f'<w:commentRangeStart w:id="{number}"/>{text}<w:commentRangeEnd w:id="{number}"/>'
            f'<w:r>{_REFERENCE}<w:commentReference w:id="{number}"/></w:r>'
        )
