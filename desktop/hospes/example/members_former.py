# SPDX-License-Identifier: GPL-3.0-or-later
"""Former members of Rosenau: who moved, resigned or died. Same table as `members_ours.py`.

`left=` is the last day of membership, `why=` its reason, `died=` the day of death. Barbara Novak is there
to be mistaken for Barbara Nowak.
"""

HOUSEHOLDS = """
Novak | Hauptstr. 8 | Oberrosenau |
  Barbara | Novak | f | 1969-03-11 | 2009 | single | left=2021-12-31; why=resigned; job=secretary
Bergmann | Lindenallee 21 | Rosenau |
  Wilhelm | Bergmann | m | 1924-02-16 | 1974-06-08 | honorary |
    founding; died=2009-11-03; job=retired; title=Dr.
  Charlotte | Bergmann | f | 1928-09-07 | 1974-06-08 | honorary |
    founding; died=2016-01-22; job=retired; as=wife
Schade | Burgweg 9 | Rosenau |
  Helmut | Schade | m | 1931-07-19 | 1975 | single | died=2012-10-14; job=retired; likes=boules
Engelhardt | Obergasse 11 | Rosenau |
  Friedhelm | Engelhardt | m | 1937-12-01 | 1978 | couple | died=2019-08-08; job=retired
  Ottilie | Engelhardt | f | 1939-01-28 | 1978 | couple | died=2022-12-19; job=retired; as=wife
Kupfer | Kirchplatz 5 | Rosenau |
  Emil | Kupfer | m | 1919~ | 1974-06-08 | single | founding; died=1998
Reinhardt | Marktplatz 8 | Rosenau |
  Hannes | Reinhardt | m | 1933-10-10 | 1980 | honorary | died=2024-02-02; job=retired; likes=history
Steiner | Hochstr. 14 | Rosenau |
  Lore | Steiner | f | 1941-08-31 | 1986 | single | died=2023-09-27; job=retired; likes=choir
Behrens | Rosenweg 9 | Rosenau |
  Kurt | Behrens | m | 1935-03-25 | 1983 | single | died=2015-06-11; job=retired
Wendt | Feldstr. 12 | Rosenau |
  Nicole | Wendt | f | 1980-10-03 | 2012 | couple | left=2018-12-31; why=moved; job=teacher
  Oliver | Wendt | m | 1978-12-22 | 2012 | couple | left=2018-12-31; why=moved; job=engineer; as=husband
Kolb | Talstr. 21 | Rosenau |
  Jörg | Kolb | m | 1970-01-16 | 2003 | single | left=2014-12-31; why=resigned; job=mechanic
Ritter | Gartenstr. 33 | Rosenau |
  Simone | Ritter | f | 1975-09-04 | 2008 | single | left=2019-12-31; why=moved; job=nurse
Vollmer | Schulstr. 17 | Rosenau |
  Albert | Vollmer | m | 1948-11-26 | 1990 | couple | left=2020-12-31; why=resigned; job=retired
  Gertrud | Vollmer | f | 1950-02-04 | 1990 | couple | left=2020-12-31; why=resigned; job=retired; as=wife
Nagel | Am Wehr 15 | Rosenau |
  Carsten | Nagel | m | 1985-08-17 | 2016 | single | left=2022-12-31; why=unpaid; job=driver
Thiele | Birkenweg 22 | Rosenau |
  Anneliese | Thiele | f | 1944-10-30 | 1992 | single | left=2023-12-31; why=resigned; job=retired
Marquardt | Sonnenhang 8 | Rosenau |
  Leon | Marquardt | m | 1999-12-05 | 2017 | youth | left=2023-12-31; why=moved; job=student
Dietz | Mühlweg 14 | Seligenbach |
  Rudolf | Dietz | m | 1946-01-07 | 1985 | single | left=2024-12-31; why=resigned; job=retired
Blum | Wiesenweg 2 | Rosenau |
  Vera | Blum | f | 1967-09-13 | 2005 | single | left=2025-12-31; why=moved; job=cook; likes=cooking
"""
