# SPDX-License-Identifier: GPL-3.0-or-later
"""Who can host in Rosenau, and who sleeps where on the Ascension visit of 2026.

23 households can host in general. 21 host this year: 18 of them, and Albrecht, Kessler and Schäfer, who
help out once. 37 beds; 29 guests are placed, 8 beds are free. Anne Leroy, allergic to cats, was placed
with Baumann's two cats: the one conflict. Claire and Manon Dubois, Gérard Petit, Sylvie Moreau and Luc
Fontaine have no host yet.
"""

FACTS = """
Nowak | guest: single+single | stairs=8; car=4; km=2.4; pets=no; smoke=no; minors
Hartwig–Roux | study: single / guest: single+single |
    ground; stairs=0; car=0; km=0.6; pets=no; smoke=no; minors; old
Baumann | guest: single+single |
    stairs=4; car=4; km=0.4; cats; smoke=no; cooks=vegetarian; old; remark=two_cats
Weber | guest: single+single | stairs=12; car=5; km=0.9; dogs; smoke=no; old
Lindner | guest: single | stairs=22; car=4; km=1.1; pets=no; smoke=no; old
Fischer | guest: double | stairs=14; car=4; km=0.8; pets=no; smoke=no; old
Hoffmann | guest: double | stairs=6; car=5; km=1.3; pets=no; smoke=outside; old
Krause | guest: single+single | stairs=2; car=5; km=0.7; pets=no; smoke=no; old
Wagner | attic: double | stairs=18; car=5; km=1.8; pets=no; smoke=no; old
Szabó | guest: single+single | stairs=10; car=5; km=1.0; pets=no; smoke=no; minors; old
Beck | child: single+single | stairs=15; car=7; km=1.6; pets=no; smoke=no; cooks=vegetarian; minors
Yıldız | guest: double | stairs=9; car=5; km=2.1; pets=no; smoke=no; cooks=vegetarian,no_pork; minors
Schneider | guest: single+single | stairs=3; car=4; km=0.5; pets=no; smoke=no; old
Romero–Klein | study: double | stairs=11; car=5; km=1.9; other=canary; smoke=outside
Becker | guest: single+single | stairs=7; car=0; km=0.3; pets=no; smoke=no; old
Hahn | guest: single / study: single | stairs=5; car=5; km=0.6; dogs; smoke=outside; old
Lang | guest: single | stairs=24; car=4; km=1.4; pets=no; smoke=no; cooks=vegetarian,vegan
Möller | study: single | stairs=30; car=0; km=0.5; pets=no; smoke=outside
Brandt | guest: single+single | stairs=6; car=4; km=1.2; pets=no; smoke=no; old
Peters | guest: single+single | stairs=13; car=5; km=1.0; cats; smoke=no; old
Wójcik | child: single | stairs=20; car=7; km=1.5; pets=no; smoke=no
van den Berg | guest: double | ground; stairs=0; car=5; km=2.6; dogs; smoke=no; old
Friedrich | guest: single+single | stairs=4; car=5; km=5.2; dogs; smoke=no; cooks=vegetarian; old
"""
"""Households that can host, their rooms with beds, and what else is known."""

ONCE = """
Albrecht | study: single | stairs=16; car=4; km=0.9; pets=no; smoke=no
Kessler | guest: single | stairs=5; car=5; km=4.8; dogs; smoke=outside
Schäfer | guest: single | stairs=3; car=4; km=6.1; pets=no; smoke=no; old
"""
"""Households that take somebody in this year only."""

STAYS_2026 = """
Nowak |
Hartwig–Roux | Paul Girard
Baumann | Anne Leroy
Weber | Marc Simon
Lindner |
Albrecht |
Kessler | Nadège Thomas
Schäfer | Alain Perrin
Fischer | Jean-Luc Martin, Brigitte Martin
Hoffmann | Michel Lefèvre, Françoise Lefèvre
Krause | Bernard Garnier, Monique Garnier
Wagner | Philippe Roussel, Catherine Roussel
Szabó | Olena Kovalenko, Daryna Kovalenko
Beck | Sophie Lambert, Julie Lambert
Yıldız | Nicolas Chevalier, Hélène Chevalier
Schneider | Yvette Marchand, Odile Blanchard
Romero–Klein | José García, Marie García
Becker | Jeanne Richard, Isabelle Noël
Hahn | Thierry Faure, Daniel Henry
Lang | Camille Bertrand
Möller | Hugo Masson
"""
"""The 21 hosts of the Ascension visit of 2026, and whom they have already. Weber's beds are free from
Thursday on."""

UNPLACED_2026 = ("Claire Dubois", "Manon Dubois", "Gérard Petit", "Sylvie Moreau", "Luc Fontaine")
"""In the order in which they registered."""

TOGETHER_2026 = """
Dubois | same_room | Claire Dubois, Manon Dubois
Lefèvre | same_room | Michel Lefèvre, Françoise Lefèvre
Martin | same_room | Jean-Luc Martin, Brigitte Martin
Garnier | same_room | Bernard Garnier, Monique Garnier
Roussel | same_room | Philippe Roussel, Catherine Roussel
Kovalenko | same_room | Olena Kovalenko, Daryna Kovalenko
Lambert | same_room | Sophie Lambert, Julie Lambert
Chevalier | same_room | Nicolas Chevalier, Hélène Chevalier
Marchand, Blanchard | same_house | Yvette Marchand, Odile Blanchard
García | same_room | José García, Marie García
"""
"""Who belongs together and how near."""
