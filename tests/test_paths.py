"""One figure is changed in a copy; everything else stays, the original too."""

from __future__ import annotations

import pytest

from cchc_core import DossierRow, FieldRow, FieldTable, FigureValueError, revised
from example_for_tests import example


def test_a_figure_in_a_table_is_changed_and_nothing_else() -> None:
    """The copy differs from the report in the one figure, and back again is the report."""
    changed = revised(example(), "procedures.online.total.received", 19042)
    total = changed.procedures.online.total

    assert total is not None
    assert 19042 == total.received
    assert changed != example()
    assert example() == revised(changed, "procedures.online.total.received", 19024)


def test_a_figure_in_a_row_by_field_is_found_by_its_number() -> None:
    """A path such as fields[1].figures.received leads to the second row."""
    rows = tuple(FieldRow(field=name, figures=DossierRow(received=1)) for name in ("Đất đai", "Hộ tịch"))
    report = revised(example(), "procedures.dossiers_by_field", FieldTable(fields=rows))
    changed = revised(report, "procedures.dossiers_by_field.fields[1].figures.received", 7)

    assert [1, 7] == [row.figures.received for row in changed.procedures.dossiers_by_field.fields]


@pytest.mark.parametrize(
    "path",
    [
        "",
        "procedures.nothing",
        "procedures.online.province.received",
        "procedures.dossiers_by_field.fields[0].figures.received",
        "procedures.online[0].received",
        "direction.tasks_done.real",
        "direction.tasks done",
    ],
)
def test_a_path_that_leads_nowhere_is_refused_by_name(path: str) -> None:
    """No row and no figure is made up."""
    with pytest.raises(LookupError, match=r".*") as caught:
        revised(example(), path, 1)
    assert (path,) == caught.value.args


def test_a_value_that_the_figure_cannot_hold_is_refused() -> None:
    """A count stays a count."""
    with pytest.raises(FigureValueError):
        revised(example(), "direction.tasks_done", "21")
