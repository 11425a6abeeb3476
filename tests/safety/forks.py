# SPDX-License-Identifier: GPL-3.0-or-later
"""Work in copies of this process, which has made its imports and compiled its statements already.

A round of killing or of faults then takes as long as the work that is tried. No connection is ever carried
over a fork: whoever forks has closed its own.
"""

import gc
import os
import sys
import traceback
from collections import deque

from hospes import children

AT_ONCE = 2
"""Works side by side: while one waits for the disk, the other goes on."""


def side_by_side(works):
    """Do each work in a copy of this process; gives how many broke, after saying what happened."""
    gc.freeze()
    waiting, running, broken = deque(works), set(), 0
    while waiting or running:
        while waiting and len(running) < AT_ONCE:
            running.add(_copy(waiting.popleft()))
        done, status = os.wait()
        running.discard(done)
        broken += status != 0
    return broken


def _copy(work):
    """A copy of this process that does one work and ends."""
    sys.stdout.flush()
    child = os.fork()
    if child:
        return child
    code = 1
    try:
        work()
        code = 0
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def ask(call, request, **limits):
    """`hospes.children.ask` with a copy of this process in place of a new interpreter.

    Starting one takes longer than the job itself, so that most kills would fall into it and try nothing.
    """
    asked, asking = os.pipe()
    answered, answering = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.dup2(asked, 0)
            os.dup2(answering, 1)
            os.closerange(3, 4096)
            children.main([call[-1]])
        finally:
            os._exit(0)
    os.close(asked)
    os.close(answering)
    with os.fdopen(asking, "wb") as pipe:
        pipe.write(request)
    with os.fdopen(answered, "rb") as pipe:
        said = pipe.read()
    os.waitpid(child, 0)
    return said
