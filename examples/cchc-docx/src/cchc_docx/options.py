"""What the user may choose."""

from __future__ import annotations

from attrs import frozen

from cchc_core import option

__all__ = ["DocxOptions"]


@frozen(kw_only=True)
class DocxOptions:
    """Options of the exporter: with neither, the document is as it will be signed, and no figure is marked."""

    findings: bool = option(
        default=True,
        vi="Thêm phần phát hiện ở cuối văn bản và đánh dấu số liệu nghi sai",
        en="Add the findings at the end, and mark figures in doubt with their numbers",
    )
    comments: bool = option(
        default=True,
        vi="Ghi phát hiện thành nhận xét của Word tại số liệu nghi sai",
        en="Write the findings as Word comments at the figures in doubt",
    )

    @property
    def marks(self) -> bool:
        """Whether figures in doubt are marked."""
        return self.findings or self.comments
