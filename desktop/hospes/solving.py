# SPDX-License-Identifier: GPL-3.0-or-later
"""Finding the best hosting plan in a process of its own (decisions 31 and 36).

`plan_in_child` is called in a worker of the window (`desk.tasks.run`) or by the command line: it blocks until
the plan is there, tells progress, and ends the child at once when it is told to stop. Nothing is written; the
plan is applied by `actions.placements.ApplyPlan`. The child is told plain values and knows no file.

What the two say to each other is pickled: both ends are this program, and the values come from nowhere else.
"""

import pickle
import sys
from collections.abc import Callable
from dataclasses import dataclass

from hospes import children
from hospes.domain.errors import UserError
from hospes.domain.matching.late import Late
from hospes.domain.matching.values import Case, Plan, Progress

Telling = Callable[[Progress], bool]
"""Gets how far it is; answers False to stop."""

MEMORY = 4 * 1024 * 1024 * 1024
RESIDENT = 2 * 1024 * 1024 * 1024
"""Address space the child may ask for, and memory it may really use."""

GRACE = 45.0
"""Seconds beyond the limit after which a child is taken for stuck; loading and hints need some of them."""

PROCESSORS = 8
"""So many processors the solver uses at most; the limit on its working time counts them all."""


class Stopped(UserError):
    """The person stopped the search; nothing was changed."""

    code = "stopped"

    def __init__(self) -> None:
        super().__init__("Stopped. Nobody was placed.")


class NoPlan(UserError):
    """The search ended without an answer."""

    code = "no-plan"

    def __init__(self) -> None:
        super().__init__(
            "No plan was found: the search took too much time or memory. Nothing was changed. "
            "Place some people by hand, or give it more time, and try again."
        )


@dataclass(frozen=True, slots=True)
class Question:
    """What the child is asked."""

    case: Case
    seconds: float
    replan: bool = False
    late: bool = False
    """After a late change: the plan with the fewest calls."""


def plan_in_child(
    case: Case,
    seconds: float = 60,
    *,
    replan: bool = False,
    progress: Telling | None = None,
) -> Plan:
    """The best plan for everybody, found in a child process.

    Args:
        case: the visit as it stands, from `queries.hosting.hosting_case`.
        seconds: how long to search; what is best by then is the answer.
        replan: free everybody who is not locked, also who was placed by hand.
        progress: told how far it is; False ends the search at once.

    Raises:
        Stopped: `progress` said so.
        NoPlan: the child died, or had to be ended.
    """
    plan = _asked(Question(case, seconds, replan=replan), progress)
    if not isinstance(plan, Plan):
        raise NoPlan
    return plan


def late_in_child(case: Case, seconds: float = 60, *, progress: Telling | None = None) -> Late:
    """The plan with the fewest people to telephone after something changed, found in a child process.

    `case` comes from `queries.hosting_late.late_case`. Raises the same as `plan_in_child`.
    """
    late = _asked(Question(case, seconds, late=True), progress)
    if not isinstance(late, Late):
        raise NoPlan
    return late


def _asked(question: Question, progress: Telling | None) -> object:
    def look(said: bytes) -> None:
        if progress is not None and not progress(_last_progress(said)):
            raise Stopped

    try:
        said = children.ask(
            children.command("match"),
            pickle.dumps(question),
            seconds=question.seconds + GRACE,
            resident=RESIDENT,
            look=look,
        )
        answer: object = pickle.loads(said)
    except (children.Overdue, pickle.UnpicklingError, EOFError):
        raise NoPlan from None
    return answer


def _last_progress(said: bytes) -> Progress:
    """What the child told last; it writes lines of figures."""
    for line in reversed(said.splitlines()):
        words = line.decode("utf-8", "replace").split()
        if len(words) == 6 and words[0] == _MARK:
            stage, placed, score, bound, seconds = words[1:]
            return Progress(
                stage, int(placed), int(score), None if bound == "-" else int(bound), float(seconds)
            )
    return Progress("placing", 0, 0, None, 0.0)


# ---- the child's side -----------------------------------------------------------------------------------

_MARK = "hospes-progress"


def be_child() -> int:
    """Be the child: one question from standard input, one answer to standard output."""
    with children.answers() as stream:
        question = pickle.loads(sys.stdin.buffer.read())
        assert isinstance(question, Question)
        children.limit(MEMORY, (question.seconds + GRACE) * PROCESSORS)
        try:
            answer = _answer(question)
        except MemoryError:
            return 3
        pickle.dump(answer, stream)
    return 0


def _answer(question: Question) -> Plan | Late:
    from hospes.domain.matching.late import late
    from hospes.domain.matching.solve import solve

    if question.late:
        return late(question.case, seconds=question.seconds, progress=_tell)
    return solve(question.case, seconds=question.seconds, replan=question.replan, progress=_tell)


def _tell(progress: Progress) -> bool:
    bound = "-" if progress.bound is None else str(progress.bound)
    words = (_MARK, progress.stage, progress.placed, progress.score, bound, f"{progress.seconds:.2f}")
    print(*words, file=sys.stderr, flush=True)
    return True
