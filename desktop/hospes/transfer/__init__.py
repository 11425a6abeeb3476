# SPDX-License-Identifier: GPL-3.0-or-later
"""Bringing in what others wrote and taking out what we have.

Three visible lists say what there is: `readers.READERS` (kinds of files), `sources.RECOGNISERS` (programs
whose exports are known) and `writers.WRITERS` (kinds of files we write). This module itself loads nothing, so
that the child process that reads foreign files starts at once.
"""
