# SPDX-License-Identifier: GPL-3.0-or-later
"""Earlier visits: the old notebook from 1979 on, the years since 1998 with their hosts, and what is only
an idea.

A line is: year | direction | first day | last day | state | title key. Directions: `in` Montclair came,
`out` Rosenau went, `third` both met in Lipowiec. Remembered stays stand below; `stays` draws the rest
from its lists, the same every time.
"""

VISITS = """
1979 | in | 1979-05-23 | 1979-05-27 | done | ascension
1984 | in | 1984-06-07 | 1984-06-11 | done | jubilee_10
1989 | in | 1989-05-03 | 1989-05-07 | done | ascension
1994 | in | 1994-05-11 | 1994-05-15 | done | ascension
1998 | in | 1998-05-20 | 1998-05-24 | done | ascension
1999 | out | 1999-06-03 | 1999-06-06 | done | jubilee_25
2001 | in | 2001-05-23 | 2001-05-27 | done | ascension
2003 | out | 2003-05-28 | 2003-06-01 | done | ascension
2004 | in | 2004-05-19 | 2004-05-23 | done | ascension
2007 | in | 2007-05-16 | 2007-05-20 | done | ascension
2008 | out | 2008-04-30 | 2008-05-04 | done | ascension
2010 | in | 2010-05-12 | 2010-05-16 | done | ascension
2012 | out | 2012-05-16 | 2012-05-20 | done | ascension
2013 | in | 2013-05-08 | 2013-05-12 | done | ascension
2014 | third | 2014-09-11 | 2014-09-14 | reported | three_towns
2016 | in | 2016-05-04 | 2016-05-08 | reported | ascension
2017 | out | 2017-05-24 | 2017-05-28 | reported | ascension
2019 | in | 2019-05-29 | 2019-06-02 | reported | ascension
2020 | out | 2020-05-20 | 2020-05-24 | cancelled | ascension
2022 | out | 2022-05-25 | 2022-05-29 | reported | ascension
2023 | in | 2023-05-17 | 2023-05-21 | reported | ascension
2024 | out | 2024-06-06 | 2024-06-10 | reported | jubilee_50
2025 | third | 2025-05-28 | 2025-06-01 | done | ascension
"""

STAYS = """
1979 | Vogel | Roger Caron
1984 | Vogel | Simone Caron
1989 | Vogel | André Delmas
1994 | Vogel | Paulette Aubert
1998 | Vogel | Thérèse Dumas
2001 | Vogel | Nicole Barbier
2004 | Vogel | Denise Colin
2007 | Vogel | Solange Picard
2010 | Vogel | Colette Gaillard
2013 | Vogel | Christiane Mercier
2019 | Vogel | Martine Jacob
2019 | Brandt | Claire Dubois
2023 | Brandt | Claire Dubois
2016 | Peters | Anne Leroy
2019 | Peters | Valérie Legrand, Pascal Legrand
2016 | Schäfer | Alain Perrin
2019 | Schäfer | Alain Perrin
2007 | Fischer | Jean-Luc Martin, Brigitte Martin
2013 | Fischer | Jean-Luc Martin, Brigitte Martin
2019 | Fischer | Jean-Luc Martin, Brigitte Martin
2013 | Becker | Jeanne Richard
2023 | Becker | Jeanne Richard
2016 | Wagner | Henri Fabre, Mireille Fabre
2010 | Hoffmann | Michel Lefèvre, Françoise Lefèvre
2023 | Hoffmann | Michel Lefèvre, Françoise Lefèvre
2023 | Krause | Bernard Garnier, Monique Garnier
2023 | Wagner | Didier Renaud, Corinne Renaud
2004 | Schäfer | Guy Hubert
2010 | Becker | Josiane Vidal, Raymond Vidal
1998 | Fischer | Jacques Barbier
2001 | Schneider | Mireille Fabre
2023 | Hahn | Daniel Henry
"""
"""Remembered stays. Renate Vogel's eleven guests since 1979 are all here."""

MORE_GUESTS = {1998: 9, 2001: 9, 2004: 8, 2007: 8, 2010: 8, 2013: 10, 2016: 9, 2019: 8, 2023: 7}
"""How many further guests each visit had, drawn from the list of earlier guests."""

TRAVELLERS = {1999: 14, 2003: 10, 2008: 12, 2012: 11, 2014: 8, 2017: 12, 2022: 10, 2024: 22, 2025: 12}
"""How many of our members went along."""
