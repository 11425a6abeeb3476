# SPDX-License-Identifier: GPL-3.0-or-later
"""Whole-number programmes for HiGHS: built row by row, solved with fixed settings.

The same programme gives the same answer: one thread, a fixed seed, and columns in the order in which they
were made. HiGHS and numpy are loaded when the first one is solved.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Interrupt = Callable[[float | None, float | None], bool]
"""Told the best value and bound so far; True ends the search."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of it."""

    values: tuple[float, ...] | None
    """By column; None where nothing was found."""
    value: float
    bound: float
    proved: bool
    """Nothing is better, or nothing is possible."""


@dataclass(frozen=True, slots=True)
class Relaxed:
    """The answer without whole numbers: no plan is better than `value` less the price of what it takes."""

    value: float
    prices: tuple[float, ...]
    """By column: how much the bound falls if a column that is at nought becomes one."""
    values: tuple[float, ...] = ()
    """By column."""


class Milp:
    """Columns from nought to one, rows between two bounds; the sum of the objective is maximised."""

    def __init__(self) -> None:
        """Nothing to choose yet."""
        self.uppers: list[float] = []
        self.rows: list[tuple[float, float, list[int], list[float]]] = []
        self._matrix: _Matrix | None = None
        self._open: tuple[Any, Mapping[int, float], int, int] | None = None
        """A solver of the problem without whole numbers, its objective, its columns and rows."""

    def column(self, upper: float = 1) -> int:
        """A new whole-number column."""
        self.uppers.append(upper)
        return len(self.uppers) - 1

    def row(self, terms: Iterable[tuple[int, float]], low: float, high: float) -> None:
        """A sum that must lie between two values."""
        some = list(terms)
        if some:
            self.rows.append((low, high, [column for column, _ in some], [factor for _, factor in some]))

    def at_most(self, terms: Iterable[tuple[int, float]], high: float) -> None:
        """A sum that is not higher."""
        self.row(terms, -INFINITY, high)

    def at_least(self, terms: Iterable[tuple[int, float]], low: float) -> None:
        """A sum that is not lower."""
        self.row(terms, low, INFINITY)

    def relaxed(self, objective: Mapping[int, float], seconds: float) -> Relaxed | None:
        """Solve without whole numbers; None where that is not possible in time."""
        import highspy

        solver = self._relaxing(objective, seconds)
        solver.run()
        if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        info, solution = solver.getInfo(), solver.getSolution()
        prices = [max(0.0, -float(dual)) for dual in solution.col_dual]
        return Relaxed(float(info.objective_function_value), tuple(prices), tuple(solution.col_value))

    def solve(
        self,
        objective: Mapping[int, float],
        seconds: float,
        *,
        start: Sequence[float] | None = None,
        without: set[int] | None = None,
        interrupt: Interrupt | None = None,
    ) -> Answer:
        """The best choice, or the best found in time.

        Args:
            objective: Worth of each column that has one.
            seconds: Time to search.
            start: A choice to begin with.
            without: Columns that stay at nought.
            interrupt: Asked now and then.
        """
        import highspy

        solver = self._solver(objective, without or set(), seconds, whole=True)
        if start is not None:
            solution = highspy.HighsSolution()
            solution.col_value = [float(value) for value in start]
            solver.setSolution(solution)
        if interrupt is not None:
            _listen(solver, interrupt)
        solver.run()
        status, info = solver.getModelStatus(), solver.getInfo()
        found = info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
        values = tuple(float(value) for value in solver.getSolution().col_value) if found else None
        proved = status in {highspy.HighsModelStatus.kOptimal, highspy.HighsModelStatus.kInfeasible}
        value = float(info.objective_function_value) if found else -INFINITY
        bound = float(info.mip_dual_bound)
        solver.clear()
        return Answer(values, value, max(value, bound), proved)

    def _relaxing(self, objective: Mapping[int, float], seconds: float) -> Any:  # noqa: ANN401 - HiGHS has no types
        """The solver of before with the rows that are new, which begins where it ended; else a new one."""
        import numpy as np

        if self._open is not None and self._open[1] is objective and self._open[2] == len(self.uppers):
            solver, _, _, known = self._open
            fresh = _flat(self.rows[known:])
            solver.setOptionValue("time_limit", max(0.05, seconds) + solver.getRunTime())
            if fresh.lows.size:
                solver.addRows(
                    fresh.lows.size, fresh.lows, fresh.highs, fresh.columns.size,
                    fresh.starts[:-1].astype(np.int32), fresh.columns, fresh.factors,
                )  # fmt: skip
        else:
            solver = self._solver(objective, set(), seconds, whole=False)
        self._open = (solver, objective, len(self.uppers), len(self.rows))
        return solver

    def _flattened(self) -> "_Matrix":
        """All rows as arrays; those of before are not looked at again."""
        known = 0 if self._matrix is None else self._matrix.lows.size
        if self._matrix is None or known < len(self.rows):
            fresh = _flat(self.rows[known:])
            self._matrix = fresh if self._matrix is None else self._matrix.and_(fresh)
        return self._matrix

    def _solver(
        self, objective: Mapping[int, float], without: set[int], seconds: float, *, whole: bool
    ) -> Any:  # noqa: ANN401 - HiGHS has no types
        import highspy
        import numpy as np

        solver: Any = highspy.Highs()  # type: ignore[no-untyped-call]  # HiGHS has no types
        for name, value in SETTINGS.items():
            solver.setOptionValue(name, value)
        solver.setOptionValue("time_limit", max(0.05, seconds))
        size = len(self.uppers)
        lp = highspy.HighsLp()
        lp.num_col_, lp.num_row_ = size, len(self.rows)
        lp.sense_ = highspy.ObjSense.kMaximize
        lp.col_cost_ = np.array([objective.get(at, 0.0) for at in range(size)], dtype=float)
        lp.col_lower_ = np.zeros(size)
        lp.col_upper_ = np.array([0.0 if at in without else up for at, up in enumerate(self.uppers)])
        rows = self._flattened()
        lp.row_lower_, lp.row_upper_ = rows.lows, rows.highs
        matrix = lp.a_matrix_
        matrix.format_ = highspy.MatrixFormat.kRowwise
        matrix.num_col_, matrix.num_row_ = size, len(self.rows)
        matrix.start_, matrix.index_, matrix.value_ = rows.starts, rows.columns, rows.factors
        if whole:
            lp.integrality_ = [highspy.HighsVarType.kInteger] * size
        solver.passModel(lp)
        return solver


@dataclass(frozen=True, slots=True)
class _Matrix:
    """Rows one after the other, as HiGHS takes them."""

    lows: Any
    highs: Any
    starts: Any
    columns: Any
    factors: Any

    def and_(self, more: "_Matrix") -> "_Matrix":
        """These rows and more of them."""
        import numpy as np

        return _Matrix(
            np.concatenate([self.lows, more.lows]),
            np.concatenate([self.highs, more.highs]),
            np.concatenate([self.starts, more.starts[1:] + self.starts[-1]]),
            np.concatenate([self.columns, more.columns]),
            np.concatenate([self.factors, more.factors]),
        )


def _flat(rows: Sequence[tuple[float, float, list[int], list[float]]]) -> _Matrix:
    import numpy as np

    sizes = np.array([len(row[2]) for row in rows], dtype=np.int32)
    return _Matrix(
        np.array([row[0] for row in rows], dtype=float),
        np.array([row[1] for row in rows], dtype=float),
        np.concatenate([np.zeros(1, dtype=np.int32), np.cumsum(sizes, dtype=np.int32)]),
        np.fromiter((at for row in rows for at in row[2]), dtype=np.int32),
        np.fromiter((value for row in rows for value in row[3]), dtype=float),
    )


INFINITY = float("inf")

SETTINGS: dict[str, object] = {
    "output_flag": False,
    "threads": 1,
    "random_seed": 0,
    "mip_rel_gap": 0.0,
    "mip_abs_gap": 1e-6,
    # The search begins with a good plan: looking for others costs more time than it saves, and so does
    # trying all values of a row's columns beforehand (rule 16 of HiGHS).
    "mip_heuristic_run_rens": False,
    "mip_heuristic_run_root_reduced_cost": False,
    "presolve_rule_off": 1 << 16,
}


def _listen(solver: Any, interrupt: Interrupt) -> None:  # noqa: ANN401 - HiGHS has no types
    """Ask `interrupt` whenever HiGHS is ready to stop."""

    def asked(event: Any) -> None:  # noqa: ANN401 - HiGHS has no types
        best, bound = float(event.data_out.mip_primal_bound), float(event.data_out.mip_dual_bound)
        if interrupt(best if abs(best) < FAR else None, bound if abs(bound) < FAR else None):
            event.interrupt()

    solver.cbMipInterrupt.subscribe(asked)


FAR = 1e20
