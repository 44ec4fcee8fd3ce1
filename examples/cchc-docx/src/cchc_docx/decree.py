"""What Nghị định số 30/2020/NĐ-CP lays down for the look of a document, each with its place in Phụ lục I.

Phụ lục I, Phần I was read in an unofficial copy and not held against the Công báo. Where it gives a
range, the value here is that of its table of samples (Mục V), if the table has one. What has no
place is a choice of this package.
"""

from __future__ import annotations

from enum import Enum

from attrs import evolve, frozen

__all__ = ["CELL_SIZES", "FONT", "LANDSCAPE", "PORTRAIT", "STYLES", "STYLES_BY_KEY", "Align", "Page", "Style", "twips"]

FONT = "Times New Roman"
"""Mục I khoản 4."""


def twips(hundredths: int) -> int:
    """Turn hundredths of a millimetre into twentieths of a point, the unit of Word.

    >>> twips(21000), twips(29700)
    (11906, 16838)
    """
    return (hundredths * 144 + 127) // 254


@frozen(kw_only=True)
class Page:
    """A page, in millimetres.

    Args:
        width: Its width.
        height: Its height.
        top: Margin at the top.
        bottom: Margin at the bottom.
        left: Margin on the left.
        right: Margin on the right.
        header: From the upper edge to the page number, which stands in the upper margin.
    """

    width: int
    height: int
    top: int = 20
    bottom: int = 20
    left: int = 30
    right: int = 20
    header: int = 10

    @property
    def usable(self) -> int:
        """Width between the margins, in twips."""
        return twips(100 * (self.width - self.left - self.right))


PORTRAIT = Page(width=210, height=297)
"""Mục I khoản 1-3: A4; margins of 20-25 mm above and below, 30-35 mm on the left, 15-20 mm on the right."""

LANDSCAPE = Page(width=297, height=210)
"""Mục I khoản 2 speaks of tables outside appendices; that wide appendices lie on their side is usage."""


class Align(Enum):
    """How a paragraph is set; the values are Word's."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    BOTH = "both"


@frozen(kw_only=True)
class Style:
    """A style of paragraphs.

    Args:
        key: Its identifier in the file.
        name: Its name in Word.
        size: Size of its letters, in points.
        bold: Whether they are bold.
        italic: Whether they are italic.
        align: How it is set.
        first_line: Indent of its first line, in hundredths of a millimetre.
        before: Space before it, in points.
        after: Space after it, in points.
        lines: Distance of its lines, in hundredths of a single line.
        exact: Distance of its lines in points, whatever stands in them; 0 for ``lines``.
        keep_next: Whether it stays on the page of the paragraph after it.
        outline: Level in the navigation, from 1; 0 for none.
        place: Where Phụ lục I, Phần I lays it down; empty for a choice of this package.
    """

    key: str
    name: str
    size: int
    bold: bool = False
    italic: bool = False
    align: Align = Align.LEFT
    first_line: int = 0
    before: int = 0
    after: int = 0
    lines: int = 100
    exact: int = 0
    keep_next: bool = False
    outline: int = 0
    place: str = ""


_BODY = Style(
    key="BodyText",
    name="Body Text",
    size=14,
    align=Align.BOTH,
    first_line=1270,
    after=6,
    lines=110,
    place="Mục II khoản 6 điểm e",
)
_HEADING = evolve(
    _BODY,
    key="Heading1",
    name="heading 1",
    bold=True,
    before=6,
    keep_next=True,
    outline=1,
    place="Mục II khoản 6 điểm đ; Mục V dòng 6b",
)
_CENTRED = Style(
    key="Title",
    name="Title",
    size=14,
    bold=True,
    align=Align.CENTER,
    before=12,
    keep_next=True,
    place="Mục II khoản 5 điểm b",
)
_HEAD = evolve(_CENTRED, before=0, keep_next=False)
CELL_SIZES = (12, 11, 10, 9, 8)
"""Sizes of letters in tables, the first that fits is taken; not laid down."""

_CELLS = tuple(Style(key=f"Cell{size}", name=f"Ô bảng {size}", size=size) for size in CELL_SIZES)

STYLES: tuple[Style, ...] = (
    Style(key="Normal", name="Normal", size=14),
    evolve(_HEAD, key="Nation", name="Quốc hiệu", size=12, place="Mục II khoản 1 điểm a"),
    evolve(_HEAD, key="Motto", name="Tiêu ngữ", size=13, place="Mục II khoản 1 điểm b"),
    evolve(_HEAD, key="Parent", name="Cơ quan chủ quản", size=12, bold=False, place="Mục II khoản 2 điểm b"),
    evolve(_HEAD, key="Agency", name="Cơ quan ban hành", size=12, place="Mục II khoản 2 điểm b"),
    evolve(_HEAD, key="Number", name="Số, ký hiệu", size=13, bold=False, place="Mục II khoản 3 điểm c"),
    evolve(
        _HEAD,
        key="PlaceAndDate",
        name="Địa danh, thời gian",
        size=13,
        bold=False,
        italic=True,
        place="Mục II khoản 4 điểm c",
    ),
    Style(key="Rule", name="Đường kẻ", size=2, after=6, exact=2),
    _CENTRED,
    evolve(_CENTRED, key="Subtitle", name="Subtitle", before=0),
    evolve(
        _CENTRED,
        key="Addressee",
        name="Kính gửi",
        bold=False,
        after=12,
        keep_next=False,
        place="Mục II khoản 9 điểm d",
    ),
    _BODY,
    _HEADING,
    evolve(_HEADING, key="Heading2", name="heading 2", outline=2),
    evolve(_HEADING, key="Heading3", name="heading 3", bold=False, before=0, outline=3),
    evolve(_CENTRED, key="Authority", name="Quyền hạn, chức vụ", before=0, place="Mục II khoản 7 điểm đ"),
    evolve(
        _CENTRED, key="Signatory", name="Họ tên người ký", before=72, keep_next=False, place="Mục II khoản 7 điểm đ"
    ),
    Style(key="RecipientsHead", name="Nơi nhận", size=12, bold=True, italic=True, place="Mục II khoản 9 điểm d"),
    Style(key="Recipients", name="Nơi nhận, danh sách", size=11, place="Mục II khoản 9 điểm d"),
    evolve(_CENTRED, key="Appendix", name="Phụ lục", before=0, outline=1, place="Mục III khoản 1 điểm b"),
    evolve(_CENTRED, key="AppendixTitle", name="Tên phụ lục", before=0, place="Mục III khoản 1 điểm b"),
    evolve(
        _CENTRED,
        key="AttachedTo",
        name="Kèm theo",
        bold=False,
        italic=True,
        before=0,
        place="Mục III khoản 1 điểm c",
    ),
    evolve(_HEAD, key="Header", name="header", bold=False, place="Mục I khoản 7; Mục V dòng 14"),
    Style(key="Caption", name="caption", size=13, bold=True, align=Align.CENTER, before=12, after=4, keep_next=True),
    *_CELLS,
    *(
        evolve(each, key=f"Head{each.key}", name=f"Đầu bảng {each.size}", bold=True, align=Align.CENTER)
        for each in _CELLS
    ),
    Style(key="TableNote", name="Ghi chú bảng", size=12, italic=True, align=Align.BOTH, before=4, after=6),
    Style(key="Finding", name="Phát hiện", size=12, align=Align.BOTH, after=3),
    Style(key="FindingHead", name="Số phát hiện, quy tắc", size=12, bold=True, before=6, after=3, keep_next=True),
    Style(key="CommentText", name="annotation text", size=10),
)
"""Every style of the document."""

STYLES_BY_KEY = {style.key: style for style in STYLES}
