"""Sets of least weight that hit every clause, where new clauses may turn up while one looks.

Sets are whole numbers, one bit for each member.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from cchc_core.engine.budget import Budget

__all__ = ["HittingSets", "TooHeavyError", "TooManyError", "members"]


class TooHeavyError(Exception):
    """Raised when every hitting set weighs more than allowed."""


class TooManyError(Exception):
    """Raised when there are more least hitting sets than allowed."""


def members(chosen: int) -> list[int]:
    """Give the members of a set in ascending order.

    >>> members(0b10110)
    [1, 2, 4]
    """
    found = []
    while chosen:
        lowest = chosen & -chosen
        found.append(lowest.bit_length() - 1)
        chosen ^= lowest
    return found


class HittingSets:
    """The search for all hitting sets of least weight.

    It goes through the sets up to a limit of weight, depth first, and raises the limit as little as it must
    until there is a set. Each set is met once: a branch excludes the members of the branches before it.

    Args:
        weights: Weight of each member, positive.
        refuse: Given a set that hits all clauses, gives further clauses that it does not hit; none accepts it.
        budget: Work that may be done.

    >>> search = HittingSets([1, 1, 1], lambda chosen: [], Budget())
    >>> search.add(0b011)
    >>> search.add(0b110)
    >>> search.find(), search.bound
    ([2], 1)
    """

    def __init__(self, weights: Sequence[int], refuse: Callable[[int], Sequence[int]], budget: Budget) -> None:
        self._weights = weights
        self._same = weights[0] if len(set(weights)) == 1 else 0
        self._refuse = refuse
        self._budget = budget
        self._clauses: list[int] = []
        self.found: list[int] = []
        """Hitting sets of least weight found so far."""
        self.bound = 0
        """No hitting set weighs less."""

    def add(self, clause: int) -> None:
        """Add a set, with at least one member, that must be hit."""
        if all(clause & other != other for other in self._clauses):
            self._clauses = [other for other in self._clauses if clause & other != clause]
            self._clauses.append(clause)

    def raise_bound(self) -> None:
        """Let the bound take account of the clauses added."""
        self.bound = max(self.bound, self._least_weight(self._clauses))

    def find(self, limit: int | None = None, most: int | None = None) -> list[int]:
        """Find all hitting sets of least weight.

        Args:
            limit: Weight they may have at most.
            most: How many there may be at most.

        Raises:
            TooHeavyError: If they weigh more than the limit; `bound` says how much they weigh at least.
            TooManyError: If there are more; `found` has the first of them.
            OutOfBudgetError: If the budget is used up first; `bound` and `found` hold good.
        """
        self.raise_bound()
        while not self.found:
            if limit is not None and self.bound > limit:
                raise TooHeavyError
            self.bound = self._search(most)
        return self.found

    def _search(self, most: int | None) -> int:
        """Find all hitting sets that weigh as much as the bound; give the bound, a higher one if there is none."""
        higher: list[int] = []
        stack = [(0, 0, 0)]
        while stack:
            chosen, weight, excluded = stack.pop()
            self._budget.spend()
            left = [clause & ~excluded for clause in self._clauses if not clause & chosen]
            if not all(left):
                continue
            least = weight + self._least_weight(left)
            if least > self.bound:
                higher.append(least)
            elif left:
                stack.extend(self._branches(left, chosen, weight, excluded))
            elif refused := self._refuse(chosen):
                for clause in refused:
                    self.add(clause)
                stack.append((chosen, weight, excluded))
            else:
                self.found.append(chosen)
                if most is not None and len(self.found) > most:
                    raise TooManyError
        return self.bound if self.found else min(higher)

    def _branches(self, left: list[int], chosen: int, weight: int, excluded: int) -> list[tuple[int, int, int]]:
        """Choose each member of the shortest clause in turn, the last to be tried first in the list."""
        shortest = min(left, key=int.bit_count)
        hits = {member: sum(clause >> member & 1 for clause in left) for member in members(shortest)}
        branches = []
        for member in sorted(hits, key=lambda each: -hits[each]):
            branches.append((chosen | 1 << member, weight + self._weights[member], excluded))
            excluded |= 1 << member
        return branches[::-1]

    def _least_weight(self, clauses: list[int]) -> int:
        """Give a weight that hitting these clauses takes at least: clauses that share no member, short ones first.

        Taken the other way round, the long ones first, it may be more.
        """
        ascending = sorted(clauses, key=int.bit_count)
        return max(self._disjoint(ascending), self._disjoint(ascending[::-1]))

    def _disjoint(self, clauses: list[int]) -> int:
        used = total = 0
        for clause in clauses:
            if not clause & used:
                used |= clause
                total += self._same or min(self._weights[member] for member in members(clause))
        return total
