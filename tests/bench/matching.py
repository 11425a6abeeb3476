# SPDX-License-Identifier: GPL-3.0-or-later
"""The best hosting plan: seconds until it is proved, beside a bare HiGHS assignment of the same parties and
homes that knows neither rooms nor nights nor reasons. And one of 150 homes falling ill: who is moved by the
plan with the fewest calls, and who by planning anew.

Goals: 200 guests and 150 homes proved within 10 s, 400 and 300 within 60 s or 1 % of the wish sum.
`python tests/bench/matching.py [SIZES [ROUNDS]]`; SIZES as `60x45,200x150`.
"""

import statistics
import sys
import time
from dataclasses import replace
from pathlib import Path

from ratio import head

sys.path.insert(0, str(Path(__file__).parents[1] / "domain" / "matching"))

from visits import placed, visit

SIZES = ((60, 45), (200, 150), (400, 300))


def bare(found: object) -> float:
    """Seconds for the same choices as one programme: a party to one home, heads against places."""
    import highspy
    import numpy as np

    from hospes.domain.matching.beds import Home
    from hospes.domain.matching.units import Choices

    assert isinstance(found, Choices)
    start = time.perf_counter()
    whole = [choice for choice in found.choices if choice.people]
    hosts = {key: at for at, key in enumerate(found.view.hosts)}
    units, n = len(found.units), len(whole)
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_, lp.sense_ = n, units + len(hosts), highspy.ObjSense.kMaximize
    lp.col_cost_ = np.array([choice.points + 1000.0 * choice.people for choice in whole])
    lp.col_lower_, lp.col_upper_ = np.zeros(n), np.ones(n)
    lp.row_lower_ = np.full(lp.num_row_, -highspy.kHighsInf)
    places = [float(Home(host.beds).places) for host in found.view.hosts.values()]
    lp.row_upper_ = np.concatenate([np.ones(units), np.array(places)])
    lp.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    lp.a_matrix_.start_ = np.arange(0, 2 * n + 1, 2)
    rows = [(choice.unit, units + hosts[choice.host]) for choice in whole]
    lp.a_matrix_.index_ = np.array(rows).ravel()
    lp.a_matrix_.value_ = np.array([(1.0, float(choice.people)) for choice in whole]).ravel()
    lp.integrality_ = [highspy.HighsVarType.kInteger] * n
    solver = highspy.Highs()
    for name, value in {"output_flag": False, "threads": 1, "time_limit": 120.0, "mip_rel_gap": 0.0}.items():
        solver.setOptionValue(name, value)
    solver.passModel(lp)
    solver.run()
    return time.perf_counter() - start


def main(sizes: list[tuple[int, int]], rounds: int) -> None:
    """Measure for each size, with another visit each round."""
    from hospes.domain.matching.solve import solve
    from hospes.domain.matching.units import prepare
    from hospes.domain.matching.view import View

    head("Hosting: the best plan, proved")
    for guests, hosts in sizes:
        walls, cpus, theirs, notes = [], [], [], []
        for seed in range(1, rounds + 1):
            case = visit(seed, guests, hosts, split=0.03)
            wall, cpu = time.perf_counter(), time.process_time()
            plan = solve(case, seconds=60, hints=False)
            walls.append(time.perf_counter() - wall)
            cpus.append(time.process_time() - cpu)
            theirs.append(bare(prepare(View(case), {}, {}, lambda: None)))
            gap = (plan.bound - plan.score) / max(1, plan.score)
            notes.append(f"{len(plan.stays)}/{guests} {'proved' if plan.optimal else f'gap {gap:.2%}'}")
        ours, other = statistics.median(walls), statistics.median(theirs)
        goal = {200: "10 s", 400: "60 s or 1 %"}.get(guests, "")
        print(
            f"{f'{guests} guests, {hosts} homes':44} {ours:9.2f}s {other:9.2f}s {ours / other:6.2f}x  {goal}"
        )
        print(f"{'':44} longest {max(walls):.2f}s, processor {max(cpus):.2f}s; placed {', '.join(notes)}")
    ill(rounds)


def ill(rounds: int) -> None:
    """One of 150 homes falls ill after the plan was printed."""
    from hospes.domain.codes_visit import OfferState
    from hospes.domain.matching.late import late
    from hospes.domain.matching.solve import solve

    print("\nOne of 150 homes falls ill: people moved, and left without a home")
    for seed in range(1, rounds + 1):
        case = visit(seed, 180, 150, split=0.03)
        plan = solve(case, seconds=60, hints=False)
        stands = {stay.guest: dict(stay.nights) for stay in plan.stays}
        homes = [home for nights in stands.values() for home in set(nights.values())]
        sick = max(dict.fromkeys(homes), key=homes.count)
        hosts = tuple(
            replace(host, state=OfferState.WITHDRAWN) if host.key == sick else host for host in case.hosts
        )
        now = replace(case, hosts=hosts, placed=placed(case, stands))
        start = time.perf_counter()
        few = late(now, hints=False).plan
        took = time.perf_counter() - start
        anew = solve(now, replan=True, hints=False)
        print(
            f"visit {seed}: {homes.count(sick)} lose their home; fewest calls {len(few.moved)} moved, "
            f"{len(few.leftover)} without ({took:.1f} s); planned anew {len(anew.moved)} moved, "
            f"{len(anew.leftover)} without"
        )


if __name__ == "__main__":
    asked = sys.argv[1] if len(sys.argv) > 1 else ""
    some = [tuple(int(n) for n in one.split("x")) for one in asked.split(",") if "x" in one]
    main(some or list(SIZES), int(sys.argv[2]) if len(sys.argv) > 2 else 3)  # type: ignore[arg-type]  # pairs
