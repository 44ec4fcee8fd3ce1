"""Conditions on the report as a document: titles of its areas, outer marks, days, forms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from cchc_core.conditions.cited import breach_at
from cchc_core.conditions.condition import Breach, Context, Judgement, Skipped
from cchc_core.conditions.names import folded, is_committee
from cchc_core.conditions.walk import reported_forms
from cchc_core.forms import Form
from cchc_core.report import PROGRAMMES, PrintedTitle, ReformArea, ReformProgramme, Report, printed_date, programmes_of
from cchc_core.words import Text

__all__ = ["areas_are_of_one_programme", "days_lie_in_the_period", "forms_are_in_force", "marks_are_complete"]

_AREA = re.compile(r"\s*II\.\d+\.?\s*")
_AFTER_RESULTS = ("III", "IV", "V")
_ON_BEHALF = ("TM.", "TL.", "TUQ.")
_TITLES = "Tên các mục"
_DAYS = "Các mốc thời gian"
_DOCUMENT = "Thể thức văn bản"

_NO_AREA = Text(
    "không thấy mục về lĩnh vực “{area}” của {programme}; hãy bổ sung hoặc sửa tên mục",
    "there is no section on the area “{area}” of {programme}; add it, or correct its title",
)
_OTHER_PROGRAMME = Text(
    "mục {section} tên là “{title}”, theo {other}, trong khi các mục khác theo {programme}; hãy đổi thành “{area}”",
    "section {section} is titled “{title}”, after {other}, while the others follow {programme}; call it “{area}”",
)
_MISSING = Text(
    "báo cáo chưa có {mark}; hãy ghi trước khi phát hành", "the report has no {mark}; add it before it is sent"
)
_NO_ON_BEHALF = Text(
    "trên chức vụ người ký chưa có dòng “TM. ỦY BAN NHÂN DÂN”; hãy ghi thêm",
    "the line “TM. ỦY BAN NHÂN DÂN” is missing above the position of the signatory; add it",
)
_EARLY = Text(
    "báo cáo đề {date_line}, trước ngày cuối kỳ là {end}; hãy kiểm tra lại ngày",
    "the report is dated “{date_line}”, before its period ends on {end}; check the date",
)
_OUTSIDE = Text(
    "mục {section} nêu “{subject}” tính đến {day}, ngoài kỳ từ {start} đến {end}; hãy lấy số liệu đến ngày cuối kỳ",
    "section {section} states “{subject}” as of {day}, outside the period from {start} to {end};"
    " give the figure as of its last day",
)
_CITED_LATER = Text(
    "{document} ban hành ngày {day}, sau ngày cuối kỳ là {end}; hãy xem lại, hoặc chuyển sang phần phương hướng hay kỳ"
    " sau",
    "{document} was issued on {day}, after the period ended on {end}; check it, or move it to the orientation or to the"
    " next period",
)
_NOT_IN_FORCE = Text(
    "các phần {parts} lập theo {source}, áp dụng cho kỳ kết thúc {days}, trong khi kỳ này kết thúc ngày {end};"
    " hãy dùng biểu mẫu của kỳ",
    "the parts {parts} follow {source}, for periods ending {days}, but this one ends on {end};"
    " use the forms of the period",
)


def areas_are_of_one_programme(report: Report, context: Context) -> Judgement:
    """DOC-002: each of the six areas has a title, and none the title that another programme gives it.

    Titles are compared by the words that tell an area, so that short ones and "nền hành chính nhà nước" for
    "hành chính" pass; a title that has words of both programmes passes too. Only sections II.1, II.2 ... are
    looked at. Until Nghị quyết 76/NQ-CP was issued, a report of 2021 may keep to the programme before.
    """
    titles = [(index, each) for index, each in enumerate(report.titles) if _AREA.fullmatch(each.section)]
    programmes = programmes_of(report.period.year, context.day)
    if not titles or not programmes:
        return Skipped(kind="not_stated")
    found = [tuple(_title_faults(titles, programme)) for programme in programmes]
    return min(found, key=len)


def _title_faults(titles: list[tuple[int, PrintedTitle]], programme: ReformProgramme) -> Iterator[Breach]:
    for number, area in enumerate(programme.areas):
        if any(_speaks_of(each, area) for _, each in titles):
            continue
        misnamed = [
            (index, each, other)
            for other in PROGRAMMES
            for index, each in titles
            if _speaks_of(each, other.areas[number])
        ]
        facts = {"area": area.title, "programme": programme.name}
        if not misnamed:
            yield Breach(said=_NO_AREA, facts=facts, at="titles", title=_TITLES, subject=area.title)
            continue
        index, printed, other = misnamed[0]
        more = {"section": printed.section.strip(), "title": printed.title.strip(), "other": other.name}
        at = f"titles[{index}]"
        yield Breach(said=_OTHER_PROGRAMME, facts=facts | more, at=at, title=_TITLES, subject=printed.section.strip())


def _speaks_of(printed: PrintedTitle, area: ReformArea) -> bool:
    title = f" {folded(printed.title)} "
    return any(f" {folded(each)} " in title for each in area.words)


def marks_are_complete(report: Report, _context: Context) -> Judgement:
    """DOC-003: number, symbol, place, date, signatory, recipients; and on whose behalf a committee's is signed."""
    document, signatory = report.document, report.signatory
    marks = (
        ("document.number", document.number, Text("số văn bản", "number")),
        ("document.symbol", document.symbol, Text("ký hiệu", "symbol")),
        ("agency.place", report.agency.place, Text("địa danh", "place")),
        ("document.date", "x" if document.date else "", Text("ngày, tháng ban hành", "date")),
        ("signatory.position", signatory.position, Text("chức vụ người ký", "position of the signatory")),
        ("signatory.name", signatory.name, Text("họ tên người ký", "name of the signatory")),
        ("document.recipients", "".join(document.recipients), Text("nơi nhận", "list of recipients")),
    )
    missing = [
        Breach(said=_MISSING, facts={"mark": name}, at=at, title=_DOCUMENT, subject=name.vi)
        for at, value, name in marks
        if not value.strip()
    ]
    line = f"{signatory.on_behalf_of.strip() or signatory.position.strip()}".upper()
    if is_committee(report.agency.name) and not line.startswith(_ON_BEHALF):
        missing.append(
            Breach(said=_NO_ON_BEHALF, at="signatory.on_behalf_of", title=_DOCUMENT, subject="TM. ỦY BAN NHÂN DÂN")
        )
    return tuple(missing)


def days_lie_in_the_period(report: Report, context: Context) -> Judgement:
    """DOC-004: the report's own date, the days it counts up to, and the dates of what it cites among its results.

    Documents cited only under orientation and proposals, in sections III and later, may be younger.
    """
    own = report.document.date
    later = [
        (index, cited, cited.date)
        for index, cited in enumerate(report.citations)
        if cited.date is not None and not _only_ahead(cited.sections)
    ]
    if own is None and report.document.year is None and not report.stated_days and not later:
        return Skipped(kind="not_stated")
    return (
        *_own_date(report, context.day),
        *_stated(report, context.day),
        *(
            breach_at(index, cited, _CITED_LATER, {"day": day, "end": context.day})
            for index, cited, day in later
            if day > context.day
        ),
    )


def _only_ahead(sections: tuple[str, ...]) -> bool:
    return bool(sections) and all(each.strip().partition(".")[0] in _AFTER_RESULTS for each in sections)


def _own_date(report: Report, end: date) -> Iterator[Breach]:
    document = report.document
    early = document.date < end if document.date else document.year is not None and document.year < end.year
    if early:
        yield Breach(
            said=_EARLY,
            facts={"date_line": document.date_line, "end": end},
            at="document.date",
            title=_DOCUMENT,
            subject="ngày ban hành",
        )


def _stated(report: Report, end: date) -> Iterator[Breach]:
    start = report.period.start
    for index, each in enumerate(report.stated_days):
        if not start <= each.day <= end:
            yield Breach(
                said=_OUTSIDE,
                facts={
                    "section": each.section,
                    "subject": each.subject,
                    "day": each.day,
                    "start": start,
                    "end": end,
                },
                at=f"stated_days[{index}]",
                title=_DAYS,
                subject=printed_date(each.day),
            )


def forms_are_in_force(report: Report, context: Context) -> Judgement:
    """DOC-007: told once for each instrument whose forms were filled in outside their time."""
    filled = list(reported_forms(report))
    if not filled:
        return Skipped(kind="no_figures")
    wrong: dict[str, list[tuple[str, Form, str]]] = {}
    for path, form, title in filled:
        if context.day not in form.in_force:
            wrong.setdefault(form.source.instrument.notation, []).append((path, form, title))
    return tuple(_form_breach(each, context.day) for each in wrong.values())


def _form_breach(parts: list[tuple[str, Form, str]], end: date) -> Breach:
    path, form, title = parts[0]
    days = form.in_force
    since = Text(f"từ {printed_date(days.start)}", f"from {printed_date(days.start)}") if days.start else Text("", "")
    until = Text(f"đến {printed_date(days.end)}", f"until {printed_date(days.end)}") if days.end else Text("", "")
    return Breach(
        said=_NOT_IN_FORCE,
        facts={
            "parts": tuple(dict.fromkeys(f"“{each}”" for _, _, each in parts)),
            "source": form.source.instrument.notation,
            "days": Text(f"{since.vi} {until.vi}".strip(), f"{since.en} {until.en}".strip()),
            "end": end,
        },
        at=path,
        title=title,
        subject="",
    )
