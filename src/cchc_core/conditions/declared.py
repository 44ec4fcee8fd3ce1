"""Conditions on what a report says of its figures: the words of the time, and what a number counts."""

from __future__ import annotations

from datetime import date

from cchc_core.catalogue import Procedures
from cchc_core.conditions.condition import Breach, Context, Judgement, Skipped
from cchc_core.words import Text

__all__ = ["online_base_is_stated", "procedures_base_is_stated", "words_are_of_the_period"]

_FULL_AND_PARTIAL = date(2022, 8, 15)
"""First day of NĐ 42/2022, Điều 11."""

_BEFORE = {"level_4": "mức độ 4", "level_3": "mức độ 3"}
_SINCE = {"full_online": "toàn trình", "partial_online": "một phần"}

_TOO_OLD = Text(
    "báo cáo dùng “{word}” trong khi kỳ kết thúc ngày {end}; từ 15/8/2022 dịch vụ công trực tuyến chia thành toàn trình"
    " và một phần",
    "the report speaks of “{word}”, and its period ends on {end}; since 15/8/2022 online services are full or partial",
)
_TOO_NEW = Text(
    "báo cáo dùng “{word}” trong khi kỳ kết thúc ngày {end}; trước 15/8/2022 dịch vụ công trực tuyến chia theo mức độ 3"
    " và mức độ 4",
    "the report speaks of “{word}”, and its period ends on {end}; before 15/8/2022 online services had levels 3 and 4",
)
_NO_ONLINE_BASE = Text(
    "có {count} hồ sơ trực tuyến nhưng không nêu tỷ lệ tính trên mọi hồ sơ hay chỉ trên hồ sơ của thủ tục có dịch vụ công"
    " trực tuyến; hãy nêu cách tính",
    "there are {count} online dossiers, and it is not said whether their share is of all dossiers or of those of"
    " procedures offered online; say which",
)
_NO_PROCEDURES_BASE = Text(
    "báo cáo không nêu tổng số {total} thủ tục đã gồm {vertical} thủ tục của ngành dọc hay chưa; hãy nêu rõ",
    "it is not said whether the total of {total} procedures includes the {vertical} of vertical agencies; say so",
)


def words_are_of_the_period(procedures: Procedures, context: Context) -> Judgement:
    """ONL-007: levels 3 and 4 until 14/8/2022, full and partial from then on, by the last day of the period."""
    used = [(name, word) for name, word in (_BEFORE | _SINCE).items() if getattr(procedures, name) is not None]
    if not used:
        return Skipped(kind="no_figures")
    said, wrong = (_TOO_OLD, _BEFORE) if context.day >= _FULL_AND_PARTIAL else (_TOO_NEW, _SINCE)
    return tuple(
        Breach(said=said, facts={"word": word, "end": context.day}, at=name) for name, word in used if name in wrong
    )


def online_base_is_stated(procedures: Procedures, _context: Context) -> Judgement:
    """ONL-009: what the share of online dossiers is a share of."""
    total = procedures.dossiers.total
    count = total.received_online if total is not None else None
    if not count:
        return Skipped(kind="no_figures")
    if procedures.online_base is not None:
        return ()
    title = "Hồ sơ trực tuyến"
    return (Breach(said=_NO_ONLINE_BASE, facts={"count": count}, at="online_base", title=title),)


def procedures_base_is_stated(procedures: Procedures, _context: Context) -> Judgement:
    """ARE-008: whether the total of procedures has those of vertical agencies in it."""
    vertical = (procedures.vertical_police or 0) + (procedures.vertical_social_insurance or 0)
    if procedures.total is None or not vertical:
        return Skipped(kind="no_figures")
    if procedures.procedures_base is not None:
        return ()
    facts = {"total": procedures.total, "vertical": vertical}
    title = "Thủ tục công khai tại Bộ phận một cửa"
    return (Breach(said=_NO_PROCEDURES_BASE, facts=facts, at="procedures_base", title=title),)
