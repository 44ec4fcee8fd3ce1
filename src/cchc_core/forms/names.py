"""What a class body declares, by name and in order."""

from __future__ import annotations

from typing import Any

from attrs import define

from cchc_core.errors import DeclarationError
from cchc_core.forms.figures import Figure
from cchc_core.forms.listed import Listed
from cchc_core.forms.ratios import Ratio
from cchc_core.forms.relations import DeclaredRelation
from cchc_core.forms.tables import Nested, NestedDeclaration

__all__ = ["Names"]


@define(eq=False)
class Names:
    """The names a form declares, by kind and in order."""

    figures: dict[str, Figure[Any]]
    nested: dict[str, NestedDeclaration]
    ratios: dict[str, Ratio]
    relations: dict[str, DeclaredRelation]
    listed: dict[str, Listed]
    order: list[str]

    @classmethod
    def of(cls, owner: type) -> Names:
        """Collect what the class body declares."""
        names = cls({}, {}, {}, {}, {}, [])
        for name, value in vars(owner).items():
            if isinstance(value, Figure):
                names.figures[name] = value
            elif isinstance(value, Nested):
                names.nested[name] = value._declared
            elif isinstance(value, Ratio):
                names.ratios[name] = value
            elif isinstance(value, DeclaredRelation):
                names.relations[name] = value
                continue
            elif isinstance(value, Listed):
                names.listed[name] = value
                continue
            else:
                continue
            names.order.append(name)
        for name in names.order:
            names.refuse_incomplete(name)
        names.refuse_repeated_columns()
        return names

    def refuse_incomplete(self, name: str) -> None:
        """Refuse a figure without label or unit, and one object under two names."""
        declared = self.figures.get(name) or self.nested.get(name) or self.ratios[name]
        if declared.name != name:
            raise DeclarationError("", name, f"is {declared.name} again; declare each figure on its own")
        if not isinstance(declared, NestedDeclaration) and not declared.label.strip():
            raise DeclarationError("", name, "has no label")
        if isinstance(declared, Figure) and not declared.unit.strip():
            raise DeclarationError("", name, "has no unit")

    def refuse_repeated_columns(self) -> None:
        """Refuse two figures in one column of the printed form."""
        seen: dict[int, str] = {}
        for name, figure in self.figures.items():
            if figure.column is not None and figure.column in seen:
                raise DeclarationError("", name, f"stands in column ({figure.column}), as {seen[figure.column]} does")
            if figure.column is not None:
                seen[figure.column] = name
