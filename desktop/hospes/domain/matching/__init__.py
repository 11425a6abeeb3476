# SPDX-License-Identifier: GPL-3.0-or-later
"""Guests and hosts: musts, wishes, the best plan and its reasons (domain 2.4, decisions 32 to 36).

Everything here works on the plain values of `values` and knows neither file nor window. `fit` says how well
one party and one home suit each other, `solve` finds the best plan for all, `late` the plan with the fewest
telephone calls after something changed. The points shown are the terms of the very sum that is maximised.
"""
