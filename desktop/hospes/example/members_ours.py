# SPDX-License-Identifier: GPL-3.0-or-later
"""The 96 member households of Rosenau as a table: 142 members and those who live with them.

A line without indent is a household: name | street | place | telephone. A line indented by two is a person:
given name | last name | sex | born | member since | class | more; what is indented by four goes on with it. A
person without "since" is no member. `more` holds `key=value` pairs divided by `;`, lists divided by `,` (see
`tables.py`). An empty telephone is given a number by `people`. Whoever pays late this year has `owes`; the
seven of them owe 35 euros each.
"""

HOUSEHOLDS = """
Albrecht | Lindenallee 30 | Rosenau | 06182 51 66 08
  Jürgen | Albrecht | m | 1955-10-02 | 1998 | single | job=electrician; likes=music,walking; speaks=en2
Baumann | Kirchplatz 8 | Rosenau | 06182 30 11 75
  Christel | Baumann | f | 1961-02-19 | 2011 | single | job=cook; likes=cooking,garden; speaks=fr2; email
Fischer | Rosenweg 4 | Rosenau | 06182 47 10 23
  Hannelore | Fischer | f | 1957-07-14 | 1989 | single |
    job=teacher; likes=history,choir; speaks=fr4,en3,pl1; email; mobile=0151 23 45 67 80
Hartwig–Roux | Am Anger 3 | Rosenau | 06182 90 33 12
  Lena | Hartwig | f | 1984-11-08 | 2019-03-02 | couple |
    job=nurse; likes=cycling,cooking; speaks=fr3,en3; email
  Étienne | Roux | m | 1982-01-23 | 2019-03-02 | couple |
    job=joiner; likes=boules,cooking; speaks=fr4,de3; country=FR; language=fr; as=partner;
    born_in=Tours; email
Kessler | Oberdorf 17 | Oberrosenau | 06183 60 15
  Dieter | Kessler | m | 1951-09-05 | 1984 | single | job=farmer; likes=history; speaks=fr1; owes
Lindner | Burgweg 5 | Rosenau | 06182 77 20 41
  Monika | Lindner | f | 1963-12-11 | 2003 | single |
    job=accountant; likes=reading,walking; speaks=fr2,en2; email
Nowak | Mühlgasse 14 | Rosenau | 06182 44 17 09
  Barbara | Nowak | f | 1971-09-03 | 2026-04-12 | couple |
    no=214; job=librarian; likes=choir,reading; speaks=pl4,fr3
  Piotr | Nowak | m | 1969-06-21 | 2026-04-12 | couple |
    no=215; job=engineer; likes=choir,cycling; speaks=pl4,en3; as=husband; born_in=Lublin
  Ola | Nowak | f | 2010-09-17 | | |
    speaks=pl3,fr2,en2; likes=choir,music; as=daughter; guardians=Barbara,Piotr
Schäfer | Hauptstr. 9 | Seligenbach | 06186 24 90
  Klaus | Schäfer | m | 1944-03-16 | 1976 | honorary | job=retired; likes=boules,history; speaks=fr3
Vogel | Steinweg 2 | Rosenau | 06182 47 25 80
  Renate | Vogel | f | 1946-04-29 | 1974-06-08 | honorary |
    founding; job=retired; likes=garden,choir; speaks=fr2
  Karl | Vogel | m | 1943-01-20 | 1974-06-08 | single |
    founding; died=2017-03-04; job=retired; as=husband
Weber | Bahnhofstr. 21 | Rosenau | 06182 88 02 46
  Thomas | Weber | m | 1972-08-30 | 2006 | couple | job=architect; likes=cycling,wine; speaks=en3,fr2; email
  Sabine | Weber | f | 1974-01-12 | 2006 | couple |
    job=physiotherapist; likes=walking; speaks=fr3; as=wife; email
Hoffmann | Schulstr. 11 | Rosenau |
  Gisela | Hoffmann | f | 1954-03-27 | 1992 | couple |
    job=secretary; likes=reading,theatre; speaks=fr3,en2; email
  Werner | Hoffmann | m | 1951-11-30 | 1992 | couple | job=retired; likes=boules; speaks=fr1; as=husband
Krause | Gartenstr. 7 | Rosenau |
  Petra | Krause | f | 1962-10-18 | 2001 | couple | job=nurse; likes=cooking,garden; speaks=fr3; email
  Uwe | Krause | m | 1960-12-04 | 2001 | couple | job=driver; likes=football,boules; speaks=fr1; as=husband
Wagner | Feldstr. 19 | Rosenau |
  Georg | Wagner | m | 1956-01-09 | 1994 | couple | job=engineer; likes=wine,history; speaks=fr3,en2; email
  Helga | Wagner | f | 1958-08-22 | 1994 | couple | job=retired; likes=theatre,garden; speaks=fr2; as=wife
Szabó | Tuchmachergasse 6 | Rosenau |
  Katalin | Szabó | f | 1968-02-03 | 2008 | couple |
    country=HU; order=surname; job=musician; likes=music,choir; speaks=hu4,de4,uk1,en2; born_in=Pécs;
    email
  Béla | Szabó | m | 1965-10-26 | 2008 | couple |
    country=HU; order=surname; job=engineer; likes=wine; speaks=hu4,de3; as=husband; born_in=Szeged;
    suffix=ifj.
Beck | Wiesenweg 23 | Rosenau |
  Florian | Beck | m | 1983-06-17 | 2014 | family | job=teacher; likes=sport,cycling; speaks=fr3,en4; email
  Miriam | Beck | f | 1985-09-29 | 2014 | family |
    job=doctor; likes=sport; speaks=fr2,en3; as=wife; title=Dr.; email
  Jonas | Beck | m | 2011-12-02 | 2025 | family |
    likes=football; speaks=fr1,en2; as=son; guardians=Florian,Miriam; job=pupil
  Lina | Beck | f | 2016-10-11 | | | as=daughter; guardians=Florian,Miriam
Yıldız | Ringstr. 48 | Rosenau |
  Aylin | Yıldız | f | 1979-11-21 | 2012 | family |
    country=TR; job=journalist; likes=reading,photography; speaks=tr4,de4,fr2,en3; email
  Emre | Yıldız | m | 1977-03-08 | 2012 | family |
    country=TR; job=baker; likes=football,cooking; speaks=tr4,de4; as=husband; born_in=İzmir
  Deniz | Yıldız | n | 2009-08-19 | 2024 | family |
    job=pupil; likes=music,photography; speaks=tr3,de4,fr2,en3; as=child; guardians=Aylin,Emre
Thoma | Postgasse 9 | Rosenau |
  Marlies | Thoma | f | 1948-12-23 | 1995 | single | job=retired; likes=reading; owes
Schneider | Brunnengasse 10 | Rosenau |
  Ingrid | Schneider | f | 1953-01-31 | 1990 | single | job=retired; likes=garden,reading; speaks=fr2
Romero–Klein | Sonnenhang 12 | Rosenau |
  Pablo | Romero | m | 1974-12-15 | 2009 | family |
    surname2=Ortega; country=ES; job=engineer; likes=wine,football; speaks=es4,de3,fr3; born_in=Cádiz;
    email
  Anja | Klein | f | 1976-06-27 | 2009 | family |
    job=translator; likes=theatre,reading; speaks=es4,fr4,en3; as=partner; email
  Lucía | Romero | f | 2007-11-05 | 2023 | family |
    surname2=Klein; country=ES; job=pupil; likes=music; speaks=es4,de4,fr2; as=daughter
Becker | Obergasse 16 | Rosenau |
  Ilse | Becker | f | 1949-10-07 | 1987 | single | job=retired; likes=choir,reading; speaks=fr3
Hahn | Am Wehr 1 | Rosenau |
  Rolf | Hahn | m | 1958-03-19 | 1999 | couple | job=retired; likes=fishing,football; speaks=fr1,en1
  Christa | Hahn | f | 1960-09-13 | 1999 | couple | job=baker; likes=cooking; speaks=fr2; as=wife
  Elfriede | Hahn | f | 1935-11-28 | 1979 | honorary | job=retired; likes=garden; as=parent; birth_name=Jung
Lang | Ahornweg 27 | Rosenau |
  Susanne | Lang | f | 1988-10-15 | 2021 | single | job=gardener; likes=walking,cooking; speaks=en3,fr2; email
Möller | Untergasse 3 | Rosenau |
  Jens | Möller | m | 1991-02-25 | 2022 | single | job=student; likes=football,music; speaks=en4,fr1; email
Brandt | Birkenweg 14 | Rosenau |
  Ute | Brandt | f | 1965-08-06 | 1997 | single | job=teacher; likes=choir,theatre; speaks=fr4,en2; email
Peters | Kapellenweg 8 | Rosenau |
  Horst | Peters | m | 1952-12-19 | 1988 | couple | job=retired; likes=walking,photography; speaks=fr2
  Karin | Peters | f | 1955-07-30 | 1988 | couple | job=retired; likes=cooking,walking; speaks=fr2; as=wife
Wójcik | Talstr. 33 | Rosenau |
  Tomasz | Wójcik | m | 1978-10-24 | 2013 | family |
    country=PL; job=mason; likes=fishing,football; speaks=pl4,de3; born_in=Łódź
  Agnieszka | Wójcik | f | 1980-01-17 | 2013 | family |
    country=PL; job=nurse; likes=choir,cooking; speaks=pl4,de3,en2; as=wife; born_in=Łódź; email
  Kacper | Wójcik | m | 2008-09-02 | 2022 | family |
    country=PL; job=apprentice; likes=football; speaks=pl4,de4,en3; as=son; guardians=Tomasz,Agnieszka
  Zofia | Wójcik | f | 2010-12-28 | 2024 | family |
    country=PL; job=pupil; likes=music,sport; speaks=pl4,de4,fr1; as=daughter;
    guardians=Tomasz,Agnieszka
van den Berg | Hochstr. 5 | Rosenau |
  Pieter | Berg | m | 1959-09-24 | 2005 | couple |
    prefix=van den; country=NL; job=retired; likes=cycling,wine; speaks=nl4,de4,fr2,en4; email
  Marijke | Berg | f | 1961-03-06 | 2005 | couple |
    prefix=van den; birth_name=Smit; country=NL; job=retired; likes=garden,cycling; speaks=nl4,de3,en3;
    as=wife
Friedrich | Waldstr. 21 | Oberrosenau |
  Andreas | Friedrich | m | 1970-07-11 | 2007 | family |
    job=forester; likes=walking,fishing; speaks=en2,fr1; email
  Kerstin | Friedrich | f | 1972-10-30 | 2007 | family |
    job=pharmacist; likes=reading; speaks=fr3,en2; as=wife; email
  Paula | Friedrich | f | 2008-03-21 | 2023 | family |
    job=pupil; likes=sport,photography; speaks=fr3,en3; as=daughter
Kern | Marktplatz 3 | Rosenau |
  Otto | Kern | m | 1938-02-27 | 1974-06-08 | honorary |
    founding; job=retired; likes=history; speaks=fr3; title=Dr.
Seidel | Im Winkel 4 | Rosenau |
  Holger | Seidel | m | 1966-11-14 | 2010 | single |
    job=driver; likes=football; speaks=en1; owes; email; by_email
Marx | Am Stadtgraben 15 | Rosenau |
  Lieselotte | Marx | f | 1937-08-18 | 1974-06-08 | honorary |
    founding; job=retired; likes=choir; speaks=fr2; birth_name=Hübner
Shevchuk | Ringstr. 52 | Rosenau |
  Iryna | Shevchuk | f | 1987-12-06 | 2023-10-14 | single |
    country=UA; given2=Oleksandrivna; script=Ірина Олександрівна Шевчук; job=teacher;
    likes=music,reading; speaks=uk4,de3,en3; born_in=Kyiv; email
Işık | Postgasse 22 | Rosenau |
  Zeynep | Işık | f | 1990-03-30 | 2018 | single |
    country=TR; job=doctor; likes=photography,walking; speaks=tr4,de4,en4; born_in=İstanbul; title=Dr.;
    email; by_email
Papadopoulos | Kirchplatz 2 | Rosenau |
  Georgios | Papadopoulos | m | 1956-11-03 | 2002 | couple |
    country=GR; script=Γεώργιος Παπαδόπουλος; job=innkeeper; likes=cooking,music; speaks=el4,de4,fr1
  Ulrike | Papadopoulos | f | 1959-07-09 | 2002 | couple |
    birth_name=Lotz; job=retired; likes=cooking; speaks=el2,fr1; as=wife
Rossi–Neumann | Gartenstr. 28 | Rosenau |
  Giulia | Rossi | f | 1981-08-12 | 2016 | couple |
    country=IT; job=physiotherapist; likes=theatre,wine; speaks=it4,de3,fr3; born_in=Lecce; email
  Sebastian | Neumann | m | 1979-12-20 | 2016 | couple |
    job=architect; likes=wine,cycling; speaks=it2,en3; as=husband; email
Whitfield | Burgweg 18 | Rosenau |
  Margaret | Whitfield | f | 1950-10-13 | 1996 | single |
    country=GB; suffix=OBE; language=en; job=retired; likes=garden,reading; speaks=en4,de4,fr3;
    born_in=Exeter
Miller | Hochstr. 20 | Rosenau |
  Robert | Miller | m | 1962-01-28 | 2015 | single |
    country=US; given2=T.; suffix=Jr.; job=engineer; likes=music,football; speaks=en4,de3;
    born_in=Dayton; email
von Auerbach | Schlossweg 1 | Rosenau |
  Friedrich | Auerbach | m | 1947-09-16 | 1983 | couple |
    prefix=von; job=forester; likes=history,wine; speaks=fr3,en3
  Mechthild | Auerbach | f | 1949-02-14 | 1983 | couple |
    prefix=von; birth_name=Dreyer; job=retired; likes=music; speaks=fr3; as=wife
Reuter | Lindenallee 12 | Rosenau |
  Hans | Reuter | m | 1945-11-11 | 1985 | couple |
    title=Prof. Dr.; job=historian; likes=history,reading; speaks=fr4,en4,pl2
  Brigitte | Reuter | f | 1948-08-03 | 1985 | couple | job=retired; likes=theatre; speaks=fr2; as=wife
Sander | Ahornweg 2 | Rosenau |
  Kim | Sander | n | 1998-10-09 | 2024 | youth |
    job=student; likes=music,photography; speaks=en4,fr2; email; by_email
Dorn | Untergasse 21 | Rosenau |
  Sascha | Dorn | u | 1986 | 2019 | single | job=mechanic; likes=cycling; speaks=en2
Müller | Schulstr. 2 | Rosenau |
  Anna | Müller | f | 1969-11-27 | 2004 | single | job=secretary; likes=choir,walking; speaks=fr2; email
Ludwig | Hauptstr. 31 | Oberrosenau |
  Erika | Ludwig | f | 1940-10-20 | 1982 | single | job=retired; likes=garden; speaks=fr1; owes
Mueller | Birkenweg 30 | Rosenau |
  Martin | Mueller | m | 1953-09-18 | 1993 | couple | job=retired; likes=fishing; speaks=fr1
  Rosemarie | Mueller | f | 1956-12-01 | 1993 | couple | job=retired; likes=garden; speaks=fr1; as=wife
Weiß | Am Anger 11 | Rosenau |
  Johannes | Weiß | m | 1973-01-05 | 2011 | couple | job=baker; likes=cooking,sport; speaks=fr2; email
  Stefanie | Weiß | f | 1975-10-19 | 2011 | couple | job=shop; likes=cooking; speaks=fr1; as=wife; email
Groß | Feldstr. 3 | Rosenau |
  Heinz | Groß | m | 1943-08-25 | 1978 | couple | job=retired; likes=boules,wine; speaks=fr2
  Edith | Groß | f | 1944~ | 1978 | couple | job=retired; likes=garden; speaks=fr1; as=wife
Kowalski | Talstr. 12 | Rosenau |
  Jan | Kowalski | m | 1967-02-21 | 2015 | couple |
    country=PL; job=driver; likes=football,fishing; speaks=pl4,de3; born_in=Kielce
  Ewa | Kowalska | f | 1970-09-10 | 2015 | couple |
    country=PL; job=cook; likes=choir,cooking; speaks=pl4,de3; as=wife; born_in=Kielce
Dvořák | Steinweg 26 | Rosenau |
  Tomáš | Dvořák | m | 1980-12-18 | 2020 | single |
    country=CZ; job=brewer; likes=music,football; speaks=cs4,de3,en2; email
Østergaard | Sonnenhang 3 | Rosenau |
  Søren | Østergaard | m | 1964-03-02 | 2012 | single |
    country=DK; job=pilot; likes=cycling,reading; speaks=da4,de4,en4; email
Schulz | Bahnhofstr. 40 | Rosenau |
  Manfred | Schulz | m | 1950-01-24 | 1991 | couple | job=retired; likes=walking,boules; speaks=fr2
  Renate | Schulz | f | 1952-11-09 | 1991 | couple | job=retired; likes=walking,cooking; speaks=fr1; as=wife
Zimmermann | Hauptstr. 14 | Oberrosenau |
  Karl-Heinz | Zimmermann | m | 1947-02-11 | 1980 | couple | job=retired; likes=history; speaks=fr1
  Margot | Zimmermann | f | 1950-09-30 | 1980 | couple | job=retired; likes=garden; as=wife
Braun | Waldstr. 6 | Oberrosenau |
  Ernst | Braun | m | 1942-12-31 | 1977 | single | job=retired; likes=fishing; speaks=fr1
Hartmann | Mühlweg 9 | Seligenbach |
  Dorothea | Hartmann | f | 1958-10-28 | 2000 | couple | job=organist; likes=music,choir; speaks=fr3; email
  Ulrich | Hartmann | m | 1955-02-17 | 2000 | couple |
    job=priest; likes=reading,history; speaks=fr3,en2; as=husband; email
Werner | Bachgasse 4 | Seligenbach |
  Elisabeth | Werner | f | 1951-07-24 | 1994 | single | job=retired; likes=garden,reading; speaks=fr1
Scholz | Hauptstr. 22 | Seligenbach |
  Günter | Scholz | m | 1949-08-08 | 1989 | couple | job=retired; likes=boules,football; speaks=fr1
  Waltraud | Scholz | f | 1951-12-14 | 1989 | couple | job=retired; likes=cooking; speaks=fr1; as=wife
Engel | Ringstr. 7 | Rosenau |
  Ralf | Engel | m | 1975-02-08 | 2017 | single |
    job=mechanic; likes=cycling; speaks=en2; owes; email; by_email
Köhler | Lindenallee 5 | Rosenau |
  Bernd | Köhler | m | 1961-09-06 | 2003 | couple | job=banker; likes=wine,cycling; speaks=fr2,en2; email
  Martina | Köhler | f | 1963-01-20 | 2003 | couple |
    job=shop; likes=theatre,walking; speaks=fr2; as=wife; email
Maier | Rosenweg 17 | Rosenau |
  Stefan | Maier | m | 1968-12-13 | 2010 | couple | job=policeman; likes=sport,football; speaks=en2; email
  Heike | Maier | f | 1970-03-04 | 2010 | couple | job=nurse; likes=sport,cooking; speaks=fr1,en2; as=wife
Fuchs | Brunnengasse 3 | Rosenau |
  Hildegard | Fuchs | f | 1939-11-17 | 1981 | single | job=retired; likes=choir,garden; speaks=fr1
Keller | Obergasse 5 | Rosenau |
  Michael | Keller | m | 1971-10-01 | 2008 | couple | job=winegrower; likes=wine,cooking; speaks=fr3; email
  Silke | Keller | f | 1973-08-16 | 2008 | couple |
    job=winegrower; likes=wine,garden; speaks=fr3; as=wife; email
Vogt | Marktplatz 11 | Rosenau |
  Irmgard | Vogt | f | 1944-07-22 | 1984 | single | job=retired; likes=theatre,reading; speaks=fr2
Jung | Am Stadtgraben 6 | Rosenau |
  Dirk | Jung | m | 1964-10-05 | 1998 | couple | job=carpenter; likes=boules,fishing; speaks=fr2
  Anke | Jung | f | 1966-12-26 | 1998 | couple | job=secretary; likes=choir; speaks=fr2; as=wife; email
Schmitt | Postgasse 13 | Rosenau |
  Rainer | Schmitt | m | 1957-11-19 | 1996 | single |
    job=retired; likes=photography,walking; speaks=fr2,en1; email
Roth | Tuchmachergasse 14 | Rosenau |
  Barbara | Roth | f | 1960-02-06 | 2002 | single |
    job=pharmacist; likes=reading,theatre; speaks=fr3,en3; email
Winter | Kapellenweg 19 | Rosenau |
  Joachim | Winter | m | 1954-09-11 | 1999 | couple | job=retired; likes=cycling,history; speaks=fr2
  Gudrun | Winter | f | 1957-01-03 | 1999 | couple | job=retired; likes=garden,cooking; speaks=fr2; as=wife
Lorenz | Wiesenweg 8 | Rosenau |
  Tanja | Lorenz | f | 1982-07-18 | 2017 | couple |
    job=teacher; likes=sport,theatre; speaks=fr3,en3; email; by_email
  Markus | Lorenz | m | 1981-10-22 | 2017 | couple |
    job=engineer; likes=cycling,football; speaks=en3; as=husband; email; by_email
Simonis | Schulstr. 25 | Rosenau |
  Hedwig | Simonis | f | 1936-09-01 | 1975 | single | job=retired; likes=reading; speaks=fr2
Ott | Gartenstr. 16 | Rosenau |
  Alfred | Ott | m | 1948-03-11 | 1987 | couple | job=retired; likes=boules; speaks=fr1
  Gerda | Ott | f | 1950-12-07 | 1987 | couple | job=retired; likes=cooking,choir; speaks=fr1; as=wife
Sommer | Feldstr. 40 | Rosenau |
  Nina | Sommer | f | 1993-09-26 | 2020 | single |
    job=bookseller; likes=reading,theatre; speaks=fr3,en4; owes; email; by_email
Arnold | Ringstr. 19 | Rosenau |
  Claudia | Arnold | f | 1967-09-20 | 2009 | single |
    job=journalist; likes=photography,reading; speaks=fr3,en3; email
Haas | Hochstr. 33 | Rosenau |
  Matthias | Haas | m | 1976-01-29 | 2013 | single |
    job=doctor; title=Dr.; likes=wine,music; speaks=fr3,en4; email
Graf | Sonnenhang 20 | Rosenau |
  Eva-Maria | Graf | f | 1955-11-25 | 1995 | single | job=musician; likes=music,choir; speaks=fr3,it2; email
Kraft | Steinweg 13 | Rosenau |
  Ludwig | Kraft | m | 1941-01-14 | 1976 | couple | job=retired; likes=history,boules; speaks=fr2
  Marianne | Kraft | f | 1943-10-31 | 1976 | couple | job=retired; likes=garden; speaks=fr1; as=wife
Böhm | Im Winkel 11 | Rosenau |
  Thorsten | Böhm | m | 1977-08-04 | 2018 | single | job=mechanic; likes=football,cycling; speaks=en2
Stein | Am Wehr 7 | Rosenau |
  Ruth | Stein | f | 1952-02-05 | 1993 | single | job=retired; likes=theatre,history; speaks=fr3,en2
Jäger | Waldstr. 30 | Oberrosenau |
  Eckhard | Jäger | m | 1953-12-27 | 1997 | couple | job=forester; likes=walking,fishing; speaks=fr1
  Sigrid | Jäger | f | 1955-09-15 | 1997 | couple | job=retired; likes=cooking,garden; speaks=fr1; as=wife
Sauer | Hauptstr. 40 | Oberrosenau |
  Magdalena | Sauer | f | 1946-01-26 | 1988 | single | job=retired; likes=choir; speaks=fr1
Schubert | Mühlweg 2 | Seligenbach |
  Frank | Schubert | m | 1965-01-18 | 2004 | couple | job=carpenter; likes=football,boules; speaks=fr1
  Birgit | Schubert | f | 1967-08-11 | 2004 | couple | job=baker; likes=cooking; speaks=fr1; as=wife
Huber | Burgweg 24 | Rosenau |
  Josef | Huber | m | 1950-08-19 | 1990 | single | job=retired; likes=music,wine; speaks=fr1
Krämer | Lindenallee 41 | Rosenau |
  Doris | Krämer | f | 1964-12-03 | 2007 | single |
    job=secretary; likes=walking,theatre; speaks=fr2,en2; email
Heller | Ahornweg 15 | Rosenau |
  Patrick | Heller | m | 1994-11-12 | 2025 | couple |
    job=nurse; likes=sport,photography; speaks=en4,fr2; email; by_email
  Jasmin | Heller | f | 1996-08-21 | 2025 | couple |
    job=teacher; likes=theatre,reading; speaks=fr3,en4; as=wife; email; by_email
Sturm | Obergasse 29 | Rosenau |
  Cornelia | Sturm | f | 1971-12-29 | 2014 | single |
    job=accountant; likes=choir,cycling; speaks=fr2,en2; email
Busch | Bachgasse 12 | Seligenbach |
  Wolfgang | Busch | m | 1946-12-09 | 1986 | single | job=retired; likes=history,fishing; speaks=fr1; owes
Berger | Feldstr. 27 | Rosenau |
  Anton | Berger | m | 1945-10-16 | 1981 | single | job=retired; likes=boules,history; speaks=fr2
Franke | Rosenweg 22 | Rosenau |
  Ellen | Franke | f | 1968-10-12 | 2016 | single |
    job=translator; likes=reading,wine; speaks=fr4,en4,es2; email
Voigt | Kirchplatz 14 | Rosenau |
  Hubert | Voigt | m | 1949-09-08 | 1986 | couple | job=retired; likes=choir,history; speaks=fr2
  Annemarie | Voigt | f | 1951-11-18 | 1986 | couple | job=retired; likes=choir,cooking; speaks=fr1; as=wife
Schuster | Brunnengasse 18 | Rosenau |
  Daniela | Schuster | f | 1978-02-22 | 2026-01-17 | single |
    job=shop; likes=theatre,walking; speaks=fr2,en2; email
Kaiser | Untergasse 12 | Rosenau |
  Felix | Kaiser | m | 2003-10-27 | 2026-02-07 | youth |
    job=student; likes=music,cycling; speaks=fr3,en4; email; by_email
Walter | Birkenweg 6 | Rosenau |
  Sonja | Walter | f | 1985-12-10 | 2026-02-21 | single |
    job=physiotherapist; likes=sport,cooking; speaks=fr2,en3; email
Ernst | Talstr. 5 | Rosenau |
  Julian | Ernst | m | 2004-08-27 | 2026-03-13 | youth |
    job=apprentice; likes=football,photography; speaks=fr2,en3; email; by_email
Pfeiffer | Schulstr. 30 | Rosenau |
  Gabriele | Pfeiffer | f | 1959-01-15 | 2001 | single | job=retired; likes=choir,garden; speaks=fr2; email
Lehmann | Ringstr. 33 | Rosenau |
  Volker | Lehmann | m | 1956-09-27 | 1998 | single | job=retired; likes=photography,wine; speaks=fr1,en2
Busse | Gartenstr. 41 | Rosenau |
  Elke | Busse | f | 1962-11-06 | 2005 | single | job=cook; likes=cooking,garden; speaks=fr1
Kühn | Am Anger 20 | Rosenau |
  Dietmar | Kühn | m | 1963-08-17 | 2011 | single | job=electrician; likes=football,music; speaks=en1
Noll | Bahnhofstr. 30 | Rosenau |
  Gerhard | Noll | m | 1952-10-25 | 1992 | single | job=retired; likes=fishing,boules; speaks=fr2
Ebert | Wiesenweg 31 | Rosenau |
  Christine | Ebert | f | 1966-02-12 | 2008 | single |
    job=librarian; likes=reading,theatre; speaks=fr3,en2; email
"""
