# SPDX-License-Identifier: GPL-3.0-or-later
"""Bringing together what two laptops made of one file: three-way, by row and field (decision 26).

Everything here is about plain values: no file, no clock, no words. `three_way.merge` says what fits by itself
and what somebody has to decide; `answers.resolve` turns decisions into the rows to be written. Which laptop
is called mine changes only who is asked.
"""
