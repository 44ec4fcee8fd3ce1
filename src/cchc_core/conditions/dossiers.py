"""Conditions on dossiers: classes and shares, what late dossiers come with, online dossiers without procedures."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from cchc_core.catalogue import DossierRow, OverdueRow, Procedures
from cchc_core.conditions.condition import Breach, Context, Judgement, Skipped
from cchc_core.forms import Row
from cchc_core.numbers import decimals_printed, round_half_up
from cchc_core.words import Text

__all__ = [
    "every_dossier_has_a_class",
    "late_dossiers_are_explained",
    "no_online_dossiers_without_procedures",
    "returned_and_withdrawn_have_a_policy",
    "shares_add_up_to_the_whole",
]

_REASONS = ("by_agency", "by_coordination", "by_regulation", "by_system", "by_other")

_NO_POLICY = Text(
    "có {count} hồ sơ trả lại, xin rút mà không nêu tính vào đúng hạn, nêu riêng hay không tính; hãy nêu cách tính",
    "{count} dossiers were returned or withdrawn, and it is not said whether they count as on time, apart or not at"
    " all; say how they count",
)
_NO_CLASS = Text(
    "còn {count} hồ sơ đã giải quyết chưa xếp vào trước hạn, đúng hạn hay quá hạn; hãy xếp loại",
    "{count} dossiers resolved are in no class; put them under early, on time or late",
)
_PARTITIONS = (
    (
        ("early_share_printed", "exactly_on_time_share_printed", "late_share_printed"),
        Text(
            "trước hạn {share_1}% + đúng hạn {share_2}% + quá hạn {share_3}% = {sum}%, không phải {whole}%",
            "early {share_1}% + on time {share_2}% + late {share_3}% = {sum}%, not {whole}%",
        ),
    ),
    (
        ("on_time_share_printed", "late_share_printed"),
        Text(
            "trước và đúng hạn {share_1}% + quá hạn {share_2}% = {sum}%, không phải {whole}%",
            "early or on time {share_1}% + late {share_2}% = {sum}%, not {whole}%",
        ),
    ),
)
"""Printed shares of classes that make up all dossiers that have a class, and what is said where they do not."""
_NO_REASON = Text(
    "có {count} hồ sơ quá hạn mà chưa nêu nguyên nhân; hãy nêu số hồ sơ theo từng nguyên nhân",
    "{count} dossiers are late and no reason is given; say how many are late for which reason",
)
_NO_APOLOGY = Text(
    "có {count} hồ sơ quá hạn mà chưa nêu số phiếu xin lỗi và hẹn lại; hãy bổ sung",
    "{count} dossiers are late and the number of letters of apology is not given; add it",
)
_NO_PROCEDURES = Text(
    "có {count} hồ sơ trực tuyến trong khi không thủ tục nào được cung cấp trực tuyến; hãy xem lại cả hai số",
    "{count} dossiers came online although no procedure is provided online; look at both figures again",
)


def returned_and_withdrawn_have_a_policy(procedures: Procedures, _context: Context) -> Judgement:
    """DOS-013: where dossiers were returned or withdrawn, the report says how they count."""
    rows = [
        (f"{name}.{row.step}", row.record)
        for name in ("dossiers", "dossiers_by_field", "dossiers_by_agency")
        for row in reversed(list(getattr(procedures, name).rows()))
    ]
    stated = [(path, row) for path, row in rows if row.returned or row.withdrawn]
    if not stated:
        return Skipped(kind="absent")
    if procedures.returned_policy is not None:
        return ()
    path, row = stated[0]
    figures = [f"{path}.{name}" for name in ("returned", "withdrawn") if getattr(row, name)]
    count = (row.returned or 0) + (row.withdrawn or 0)
    return (Breach(said=_NO_POLICY, facts={"count": count}, at=figures[0], others=tuple(figures[1:])),)


def every_dossier_has_a_class(row: DossierRow, _context: Context) -> Judgement:
    """DOS-014: what is stated to be unclassified is nothing but dossiers returned or withdrawn."""
    if row.unclassified is None:
        return Skipped(kind="blank", at=("unclassified",))
    count = row.unclassified - (row.returned or 0) - (row.withdrawn or 0)
    if count <= 0:
        return ()
    return (Breach(said=_NO_CLASS, facts={"count": count}, at="unclassified", others=("returned", "withdrawn")),)


def late_dossiers_are_explained(procedures: Procedures, _context: Context) -> Judgement:
    """DOS-016: a report that explains late dossiers does so for every level that has some."""
    explained = {row.step: row.record for row in procedures.overdue.rows()}
    if not explained:
        return Skipped(kind="absent")
    by_level = set(explained) != {"total"}
    rows = [row for row in procedures.dossiers.rows() if row.step in explained or (by_level and not row.is_total)]
    return tuple(breach for row in rows for breach in _unexplained(row, explained.get(row.step, OverdueRow())))


def _unexplained(row: Row[DossierRow], explained: OverdueRow) -> Iterator[Breach]:
    late = {"resolved_late": row.record.resolved_late or 0, "pending_overdue": row.record.pending_overdue or 0}
    figures = [f"dossiers.{row.step}.{name}" for name, count in late.items() if count > 0]
    if not figures:
        return
    facts = {"count": sum(late.values())}
    if all(getattr(explained, name) is None for name in _REASONS):
        yield Breach(said=_NO_REASON, facts=facts, at=figures[0], others=tuple(figures[1:]))
    if explained.apologies is None:
        yield Breach(said=_NO_APOLOGY, facts=facts, at=figures[0], others=tuple(figures[1:]))


def shares_add_up_to_the_whole(row: DossierRow, _context: Context) -> Judgement:
    """DOS-018: printed shares of all classes add up to 100, less the share of those in no class, but for rounding."""
    printed = {name: getattr(row, name) for names, _ in _PARTITIONS for name in names}
    blanks = tuple(name for name, share in printed.items() if share is None)
    complete = [(names, said) for names, said in _PARTITIONS if not set(names) & set(blanks)]
    if not complete:
        return Skipped(kind="no_shares") if len(blanks) == len(printed) else Skipped(kind="blank", at=blanks)
    whole = Fraction(100)
    if row.resolved == 0:
        return Skipped(kind="no_base")
    if row.unclassified and row.resolved is None:
        return Skipped(kind="blank", at=("resolved",))
    if row.unclassified and row.resolved:
        whole -= Fraction(100 * row.unclassified, row.resolved)
    return tuple(breach for names, said in complete for breach in _not_the_whole(row, names, said, whole))


def _not_the_whole(row: DossierRow, names: tuple[str, ...], said: Text, whole: Fraction) -> Iterator[Breach]:
    shares: list[Decimal] = [getattr(row, name) for name in names]
    slack = sum((Fraction(1, 10 ** decimals_printed(share)) for share in shares), Fraction())
    total = sum(map(Fraction, shares), Fraction())
    if abs(total - whole) > slack:
        facts = {f"share_{number}": share for number, share in enumerate(shares, 1)}
        facts |= {"sum": round_half_up(total, 2), "whole": round_half_up(whole, 2)}
        yield Breach(said=said, facts=facts, at=names[0], others=names[1:])


def no_online_dossiers_without_procedures(procedures: Procedures, _context: Context) -> Judgement:
    """ONL-006: where no procedure is provided online, no dossier comes online."""
    received = {f"online.{row.step}.received": row.record.received for row in procedures.online.rows()}
    received |= {
        f"dossiers.{row.step}.received_online": row.record.received_online for row in procedures.dossiers.rows()
    }
    counts = [(path, count) for path, count in received.items() if count is not None]
    if not counts:
        return Skipped(kind="absent")
    levels = {name: getattr(procedures, name) for name in ("level_4", "level_3")}
    extents = {name: getattr(procedures, name) for name in ("full_online", "partial_online")}
    provided = next((each for each in (extents, levels) if None not in each.values()), None)
    if provided is None:
        return Skipped(kind="blank", at=tuple(name for name, count in (levels | extents).items() if count is None))
    path, most = max(counts, key=lambda each: each[1])
    if any(provided.values()) or most <= 0:
        return ()
    return (Breach(said=_NO_PROCEDURES, facts={"count": most}, at=path, others=tuple(provided)),)
