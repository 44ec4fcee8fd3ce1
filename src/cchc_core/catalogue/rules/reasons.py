"""Reasons that several rules share, where no text of law was seen to print them."""

from __future__ import annotations

from cchc_core.words import Text

__all__ = ["ONE_FACT", "PART", "SUM"]

SUM = Text("tổng số phải bằng các phần của nó", "a total equals its parts")
PART = Text("phần không thể lớn hơn toàn thể", "a part is never above the whole")
ONE_FACT = Text("một sự việc chỉ có một số liệu", "one fact has one figure")
