# SPDX-License-Identifier: GPL-3.0-or-later
"""People of Montclair-sur-Loire and of Lipowiec: this year's guests, earlier ones, their families, officials.

Same table as `members_ours.py`; nobody here is a member. `allergic=`, `diet=`, `step_free` and the like
go into the stay wish of whoever travels in 2026.
"""

GUESTS_2026 = """
Dubois | 12 rue des Tanneurs | Montclair-sur-Loire |
  Claire | Dubois | f | 1968-02-14 | | | job=teacher; likes=choir,theatre; speaks=de2,en2; allergic=cat; email
  Manon | Dubois | f | 2009-11-20 | | |
    as=daughter; guardians=Claire; job=pupil; likes=choir,music; speaks=en3,de2
Petit | 3 rue Basse | Montclair-sur-Loire |
  Gérard | Petit | m | 1954-09-12 | | | job=retired; likes=boules,garden; step_free
Moreau | 27 quai de Loire | Montclair-sur-Loire |
  Sylvie | Moreau | f | 1981-10-05 | | |
    job=bookseller; likes=reading,cooking; speaks=en2; diet=vegetarian; email
Fontaine | 8 allée des Tilleuls | Montclair-sur-Loire |
  Luc | Fontaine | m | 2006-12-01 | | | job=music_student; likes=music; speaks=es2; first; email
Leroy | 41 rue de l'Église | Montclair-sur-Loire |
  Anne | Leroy | f | 1963-08-24 | | | job=pharmacist; likes=walking,theatre; speaks=de3; allergic=cat;
    mail=a.leroy@orange.example
Girard | 5 impasse des Lilas | Montclair-sur-Loire |
  Hélène | Girard | f | 1979-01-26 | | | stays; job=nurse; likes=sport; speaks=en2
  Paul | Girard | m | 2008-07-15 | | |
    as=son; guardians=Hélène; job=pupil; likes=cycling,football; speaks=de2,en2; first
Simon | 19 rue du Port | Montclair-sur-Loire |
  Marc | Simon | m | 1986-09-09 | | |
    job=architect; likes=cycling,wine; speaks=en3; from=2026-05-14; first; email
Perrin | 2 chemin des Vignes | Montclair-sur-Loire |
  Alain | Perrin | m | 1956-11-02 | | | job=winegrower; likes=boules,history; speaks=de1
Richard | 16 place du Marché | Montclair-sur-Loire |
  Jeanne | Richard | f | 1959-12-12 | | | job=retired; likes=choir,reading; speaks=de2
Thomas | 33 rue Haute | Montclair-sur-Loire |
  Nadège | Thomas | f | 1974-10-10 | | | job=farmer; likes=garden,history; speaks=de2; email
Lefèvre | 7 rue des Tanneurs | Montclair-sur-Loire |
  Michel | Lefèvre | m | 1957-10-23 | | | job=retired; likes=boules,fishing; speaks=de1
  Françoise | Lefèvre | f | 1959-08-11 | | | as=wife; job=retired; likes=theatre,reading; speaks=de2
Martin | 22 quai de Loire | Montclair-sur-Loire |
  Jean-Luc | Martin | m | 1964-11-17 | | |
    job=teacher; likes=history,wine; speaks=de3,en3; email; mobile=+33 6 12 34 56 78
  Brigitte | Martin | f | 1966-09-02 | | | as=wife; job=librarian; likes=reading,choir; speaks=de2; email
Garnier | 14 rue de l'Église | Montclair-sur-Loire |
  Bernard | Garnier | m | 1953-02-09 | | | job=retired; likes=garden,history; max_stairs=6
  Monique | Garnier | f | 1955-01-30 | | | as=wife; job=retired; likes=cooking,garden; speaks=de1
Roussel | 9 rue Haute | Montclair-sur-Loire |
  Philippe | Roussel | m | 1971-03-12 | | | job=engineer; likes=wine,cycling; speaks=en3; email
  Catherine | Roussel | f | 1973-01-18 | | | as=wife; job=pharmacist; likes=theatre; speaks=de2,en2; email
Kovalenko | 28 allée des Tilleuls | Montclair-sur-Loire |
  Olena | Kovalenko | f | 1988-02-20 | | | country=UA; given2=Mykolaivna; script=Олена Миколаївна Коваленко;
    job=musician; likes=music,choir; speaks=uk4,fr2,en2; born_in=Poltava; first; email
  Daryna | Kovalenko | f | 2011-10-14 | | | country=UA; given2=Ihorivna; script=Дарина Ігорівна Коваленко;
    as=daughter; guardians=Olena; job=pupil; likes=music,sport; speaks=uk4,fr3,en2; born_in=Poltava; first
Lambert | 11 place du Marché | Montclair-sur-Loire |
  Sophie | Lambert | f | 2001-09-19 | | | job=student; likes=sport,photography; speaks=en3,de2; first; email
  Julie | Lambert | f | 2004-12-07 | | |
    as=other; job=student; likes=sport,music; speaks=en3,de2; diet=vegetarian; first
Chevalier | 6 chemin des Vignes | Montclair-sur-Loire |
  Nicolas | Chevalier | m | 1978-10-29 | | | job=baker; likes=cooking,football; speaks=en2
  Hélène | Chevalier | f | 1980-12-24 | | |
    as=wife; job=journalist; likes=photography,reading; speaks=en3,de2; email
Marchand | 30 rue du Port | Montclair-sur-Loire |
  Yvette | Marchand | f | 1951-09-28 | | | job=retired; likes=garden,reading; speaks=de1
Blanchard | 32 rue du Port | Montclair-sur-Loire |
  Odile | Blanchard | f | 1955-12-16 | | | job=retired; likes=reading,theatre; speaks=de2
García | 4 rue Basse | Montclair-sur-Loire |
  José | García | m | 1961-10-20 | | |
    surname2=Fernández; country=ES; job=mason; likes=football,wine; speaks=es4,fr3
  Marie | García | f | 1963-11-08 | | | as=wife; birth_name=Poulain; job=cook; likes=cooking; speaks=es3,de1
Faure | 18 quai de Loire | Montclair-sur-Loire |
  Thierry | Faure | m | 1968-07-23 | | | job=driver; likes=fishing,football; speaks=en1
Henry | 25 rue Haute | Montclair-sur-Loire |
  Daniel | Henry | m | 1962-10-31 | | | job=retired; likes=fishing,boules; speaks=de2; email
Noël | 37 rue des Tanneurs | Montclair-sur-Loire |
  Isabelle | Noël | f | 1976-12-25 | | | job=nurse; likes=choir,reading; speaks=de2,en2; email
Bertrand | 15 impasse des Lilas | Montclair-sur-Loire |
  Camille | Bertrand | f | 1992-11-13 | | |
    job=gardener; likes=walking,cooking; speaks=en3; diet=vegetarian; first; email
Masson | 20 allée des Tilleuls | Montclair-sur-Loire |
  Hugo | Masson | m | 1997-08-29 | | | job=student; likes=football,music; speaks=en3; first; email
"""

EARLIER = """
Caron | 10 rue Haute | Montclair-sur-Loire |
  Roger | Caron | m | 1926-05-19 | | | died=2004-02-11; likes=history
  Simone | Caron | f | 1929-08-30 | | | as=wife; died=2013-07-01; likes=cooking
Delmas | 1 place du Marché | Montclair-sur-Loire |
  André | Delmas | m | 1932-12-08 | | | died=2018-10-05; likes=boules; speaks=de2
Aubert | 44 rue de l'Église | Montclair-sur-Loire |
  Paulette | Aubert | f | 1938-06-15 | | | likes=garden; speaks=de1
Barbier | 13 quai de Loire | Montclair-sur-Loire |
  Jacques | Barbier | m | 1944-01-27 | | | likes=history,wine; speaks=de2
  Nicole | Barbier | f | 1947-11-12 | | | as=wife; likes=theatre; speaks=de2
Colin | 6 rue du Port | Montclair-sur-Loire |
  Robert | Colin | m | 1941-09-23 | | | likes=fishing
  Denise | Colin | f | 1943-12-30 | | | as=wife; likes=cooking; speaks=de1
Dumas | 21 rue Basse | Montclair-sur-Loire |
  Thérèse | Dumas | f | 1935-10-02 | | | died=2020-04-09; likes=choir
Fabre | 9 chemin des Vignes | Montclair-sur-Loire |
  Henri | Fabre | m | 1950-08-06 | | | job=winegrower; likes=wine,boules; speaks=de1
  Mireille | Fabre | f | 1952-02-13 | | | as=wife; job=winegrower; likes=cooking
Gaillard | 17 rue des Tanneurs | Montclair-sur-Loire |
  Colette | Gaillard | f | 1946-03-05 | | | likes=choir,reading; speaks=de3
Hubert | 29 rue Haute | Montclair-sur-Loire |
  Guy | Hubert | m | 1948-12-14 | | | likes=boules,football
Jacob | 3 allée des Tilleuls | Montclair-sur-Loire |
  Martine | Jacob | f | 1956-10-09 | | | job=secretary; likes=choir; speaks=de3; email
Klein | 26 place du Marché | Montclair-sur-Loire |
  Odette | Klein | f | 1961-01-11 | | | job=translator; likes=reading; speaks=de4,en3; email
Legrand | 35 quai de Loire | Montclair-sur-Loire |
  Pascal | Legrand | m | 1963-09-18 | | | job=policeman; likes=sport; speaks=en2
  Valérie | Legrand | f | 1965-11-22 | | | as=wife; job=shop; likes=sport,garden
Mercier | 8 rue Basse | Montclair-sur-Loire |
  Christiane | Mercier | f | 1949-10-17 | | | likes=garden,reading; speaks=de2
Olivier | 12 impasse des Lilas | Montclair-sur-Loire |
  Bruno | Olivier | m | 1970-12-03 | | | job=carpenter; likes=fishing; speaks=en1
Picard | 5 rue Haute | Montclair-sur-Loire |
  Solange | Picard | f | 1940-02-21 | | | likes=theatre; speaks=de2
Renaud | 24 rue du Port | Montclair-sur-Loire |
  Didier | Renaud | m | 1959-08-27 | | | job=baker; likes=cooking,football; speaks=de1
  Corinne | Renaud | f | 1962-12-05 | | | as=wife; job=baker; likes=cooking
Tessier | 40 rue de l'Église | Montclair-sur-Loire |
  Éric | Tessier | m | 1976-09-30 | | | job=teacher; likes=sport,cycling; speaks=de3,en3; email
Vidal | 11 rue des Tanneurs | Montclair-sur-Loire |
  Josiane | Vidal | f | 1954-11-29 | | | job=retired; likes=choir,walking; speaks=de2
  Raymond | Vidal | m | 1951-10-21 | | | as=husband; job=retired; likes=boules; speaks=de1
"""

OFFICIALS = """
de La Roche | 1 place de la Mairie | Montclair-sur-Loire |
  Élisabeth | La Roche | f | 1969-12-09 | | |
    prefix=de; job=lawyer; likes=history; speaks=de2,en3; sort=La Roche, de
Bonnet | 4 rue du Collège | Montclair-sur-Loire |
  Yann | Bonnet | m | 1975-02-17 | | | job=teacher; likes=sport; speaks=de3
Garrigue | 2 rue de la Musique | Montclair-sur-Loire |
  Solène | Garrigue | f | 1983-10-04 | | | job=musician; likes=music,choir; speaks=de2,en2; email
Maillard | 50 quai de Loire | Montclair-sur-Loire |
  Christophe | Maillard | m | 1967-01-15 | | | job=winegrower; likes=wine; speaks=en2
Krüger | Marktplatz 1 | Rosenau |
  Henning | Krüger | m | 1970-12-11 | | | job=lawyer; likes=sport; speaks=en3,fr2
Stadler | Schulstr. 1 | Rosenau |
  Beate | Stadler | f | 1966-10-26 | | | job=teacher; title=Dr.; likes=theatre; speaks=fr4,en3
Ullmann | Feldstr. 50 | Rosenau |
  Peter | Ullmann | m | 1974-09-03 | | | job=official; likes=football; speaks=en1
Lechner | Musikgasse 4 | Rosenau |
  Friederike | Lechner | f | 1979-02-25 | | | job=musician; likes=music,choir; speaks=fr2
Simmer | Bahnhofstr. 3 | Rosenau |
  Roland | Simmer | m | 1960-11-30 | | | job=innkeeper; likes=cooking
Delacourt | Rheinallee 100 | Neuenau |
  Mathieu | Delacourt | m | 1965-08-08 | | | country=FR; job=official; language=fr; speaks=fr4,de4,en4
"""

LIPOWIEC = """
Zieliński | ul. Rynek 2 | Lipowiec |
  Marek | Zieliński | m | 1968-10-06 | | | job=official; likes=history; speaks=de3,en2; email
  Dorota | Zielińska | f | 1971-01-24 | | | as=wife; job=teacher; likes=choir; speaks=de2; email
Lewandowska | ul. Lipowa 15 | Lipowiec |
  Małgorzata | Lewandowska | f | 1975-12-17 | | | job=teacher; likes=theatre,reading; speaks=de3,fr2; email
Wiśniewski | ul. Kościelna 7 | Lipowiec |
  Andrzej | Wiśniewski | m | 1959-11-15 | | | job=priest; likes=history; speaks=de2
Kamiński | ul. Szkolna 3 | Lipowiec |
  Paweł | Kamiński | m | 1980-09-21 | | | job=engineer; likes=cycling,football; speaks=en3; email
  Żaneta | Kamińska | f | 1983-03-29 | | | as=wife; job=nurse; likes=cooking; speaks=en2
Dąbrowski | ul. Młyńska 20 | Lipowiec |
  Stanisław | Dąbrowski | m | 1952-08-13 | | | job=retired; likes=fishing,history; speaks=de2
Wójtowicz | ul. Polna 11 | Lipowiec |
  Halina | Wójtowicz | f | 1957-12-22 | | | job=retired; likes=choir,cooking; speaks=de2
Śliwa | ul. Ogrodowa 9 | Lipowiec |
  Łukasz | Śliwa | m | 1992-10-18 | | | job=student; likes=music; speaks=en3,de1; email
"""
