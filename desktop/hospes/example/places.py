# SPDX-License-Identifier: GPL-3.0-or-later
"""Towns, regions and countries of the example, and the organisations in the three towns.

Rosenau, Montclair-sur-Loire and Lipowiec do not exist; the regions around them do, and one of each
country has been renamed or merged, so that dated names and successors are there to see.
"""

TERRITORIES = """
de | country | Deutschland | DE | | | | en=Germany; de=Deutschland; fr=Allemagne; pl=Niemcy
fr | country | France | FR | | | | en=France; de=Frankreich; fr=France; pl=Francja
pl | country | Polska | PL | | | | en=Poland; de=Polen; fr=Pologne; pl=Polska
hessen | region | Hessen | DE | HE | | de | en=Hesse; de=Hessen; fr=Hesse; pl=Hesja
centre | region | Centre | FR | CVL | | fr | en=Centre; de=Zentrum; fr=Centre; pl=Centrum; to=2015-01-16
cvl | region | Centre-Val de Loire | FR | CVL | | fr |
    en=Centre-Val de Loire; de=Centre-Val de Loire; fr=Centre-Val de Loire;
    pl=Region Centralny; from=2015-01-17
bielskie | region | województwo bielskie | PL | SL | | pl |
    en=Bielsko Voivodeship; de=Woiwodschaft Bielsko; fr=voïvodie de Bielsko;
    pl=województwo bielskie; to=1998-12-31
slaskie | region | województwo śląskie | PL | SL | | pl |
    en=Silesian Voivodeship; de=Woiwodschaft Schlesien; fr=voïvodie de Silésie;
    pl=województwo śląskie; from=1999-01-01
rosenau | town | Rosenau | DE | HE | Europe/Berlin | hessen |
    home; en=Rosenau; de=Rosenau; fr=Rosenau; pl=Rosenau
oberrosenau | town | Oberrosenau | DE | HE | Europe/Berlin | hessen | de=Oberrosenau; to=1971-12-31
montclair | town | Montclair-sur-Loire | FR | CVL | Europe/Paris | cvl |
    en=Montclair-sur-Loire; de=Montclair an der Loire; fr=Montclair-sur-Loire; pl=Montclair nad Loarą
lipowiec | town | Lipowiec | PL | SL | Europe/Warsaw | slaskie |
    en=Lipowiec; de=Lipowitz; fr=Lipowiec; pl=Lipowiec
"""
"""key | kind | name | country | subdivision | time zone | lies in | names per language; home, from, to."""

SUCCESSIONS = (
    ("centre", "cvl", "renamed", "2015-01-17"),
    ("bielskie", "slaskie", "merged", "1999-01-01"),
    ("oberrosenau", "rosenau", "merged", "1972-01-01"),
)

ORGANISATIONS = """
own | own | civil | rosenau | Partnerschaftsverein Rosenau – Montclair e.V. | Marktplatz 1 |
    founded=1974-06-08
stadt | town_hall | administration | rosenau | Stadt Rosenau | Marktplatz 1 | language=de
rat | council | politics | rosenau | Stadtverordnetenversammlung Rosenau | Marktplatz 1 |
schule | school | education | rosenau | Lindenschule Rosenau | Schulstr. 1 | work=French;exchange
musikschule | school | education | rosenau | Musikschule Rosenau | Musikgasse 4 | work=choir;orchestra
feuerwehr | fire_brigade | administration | rosenau | Freiwillige Feuerwehr Rosenau | Feldstr. 50 |
liederkranz | choir | civil | rosenau | Liederkranz Rosenau | Kirchplatz 3 | work=choir; founded=1888
laurentius | parish | civil | rosenau | Pfarrgemeinde St. Laurentius | Kirchplatz 1 |
boulefreunde | sport | civil | rosenau | Boulefreunde Rosenau | Schlossweg 9 | founded=1996
anzeiger | media | economy | rosenau | Rosenauer Anzeiger | Postgasse 2 |
linde | lodging | economy | rosenau | Gasthof Linde | Bahnhofstr. 3 | note=note_linde
gewerbe | chamber | economy | rosenau | Gewerbeverein Rosenau | Marktplatz 6 |
bank | company | economy | rosenau | Erste Beispielbank Rosenau | Marktplatz 10 |
bus | transport | economy | rosenau | Beispielreisen Rosenau | Am Wehr 30 |
comite | partner_association | civil | montclair | Comité de jumelage Montclair – Rosenau |
    1 place de la Mairie |
    founded=1974
mairie | town_hall | administration | montclair | Mairie de Montclair-sur-Loire | 1 place de la Mairie |
conseil | council | politics | montclair | Conseil municipal de Montclair-sur-Loire | 1 place de la Mairie |
college | school | education | montclair | Collège des Bords de Loire | 4 rue du Collège |
    work=German;exchange
ecole_musique | school | education | montclair | École de musique de Montclair | 2 rue de la Musique |
    work=choir
pompiers | fire_brigade | administration | montclair | Sapeurs-pompiers de Montclair | 60 quai de Loire |
chorale | choir | civil | montclair | Chorale « La Clé des Vignes » | 2 rue de la Musique |
    work=choir; founded=1969
petanque | sport | civil | montclair | Amicale bouliste de Montclair | 5 chemin des Vignes |
vignerons | company | economy | montclair | Vignerons de Montclair | 50 quai de Loire |
hotel | lodging | economy | montclair | Hôtel du Pont | 1 quai de Loire |
urzad | town_hall | administration | lipowiec | Urząd Miejski w Lipowcu | ul. Rynek 1 |
rada | council | politics | lipowiec | Rada Miejska w Lipowcu | ul. Rynek 1 |
towarzystwo | partner_association | civil | lipowiec | Towarzystwo Przyjaciół Lipowca | ul. Lipowa 2 |
    founded=1991
szkola | school | education | lipowiec | Szkoła Podstawowa w Lipowcu | ul. Szkolna 1 | work=German
parafia | parish | civil | lipowiec | Parafia św. Jana w Lipowcu | ul. Kościelna 7 |
konsulat | consulate | administration | | Französisches Honorarkonsulat Neuenau | Rheinallee 100 | language=fr
buergerfonds | funder | administration | | Deutsch-Französischer Bürgerfonds | |
"""
"""key | kind | sector | town | name | street | work, founded, note, language."""

OFFICES = """
own | Hannelore Fischer | chair | committee | 2014-03-14 | | 10
own | Thomas Weber | vice_chair | committee | 2018-03-16 | | 20
own | Gisela Hoffmann | secretary | committee | 2006-03-10 | | 30
own | Monika Lindner | treasurer | committee | 2010-03-12 | | 40
own | Petra Krause | host_officer | committee | 2012-03-09 | | 50
own | Florian Beck | youth_officer | committee | 2018-03-16 | | 60
own | Aylin Yıldız | press_officer | committee | 2022-03-18 | | 70
own | Georg Wagner | assessor | committee | 2002-03-15 | | 80
own | Katalin Szabó | assessor | committee | 2022-03-18 | | 81
own | Bernd Köhler | auditor | | 2024-03-15 | | 90
own | Cornelia Sturm | auditor | | 2025-03-14 | | 91
own | Otto Kern | honorary_chair | | 2002-03-15 | | 95
own | Wilhelm Bergmann | chair | committee | 1974-06-08 | 1985-03 | 10
own | Otto Kern | chair | committee | 1985-03 | 2002-03-15 | 10
own | Hannes Reinhardt | chair | committee | 2002-03-15 | 2014-03-14 | 10
own | Klaus Schäfer | treasurer | committee | 1980 | 2010-03-12 | 40
own | Renate Vogel | host_officer | committee | 1979 | 2012-03-09 | 50
stadt | Henning Krüger | mayor | | 2018-07-01 | | 1
stadt | Peter Ullmann | head_of_office | | 2015 | | 40
rat | Georg Wagner | councillor | | 2011 | | 20
feuerwehr | Peter Ullmann | fire_chief | | 2019 | | 45
schule | Beate Stadler | head_teacher | | 2016-08-01 | | 30
schule | Florian Beck | teacher | | 2010 | | 60
musikschule | Friederike Lechner | director | | 2017 | | 50
liederkranz | Friederike Lechner | conductor | | 2015 | | 55
laurentius | Ulrich Hartmann | priest | | 1999 | | 35
linde | Roland Simmer | manager | | 1992 | | 70
anzeiger | Aylin Yıldız | editor | | 2013 | | 65
bank | Bernd Köhler | manager | | 2011 | | 60
comite | Jean-Luc Martin | chair | | 2011 | | 10
comite | Anne Leroy | secretary | | 2017 | | 30
comite | Alain Perrin | treasurer | | 2008 | | 40
comite | Jacques Barbier | chair | | 1995 | 2011 | 10
mairie | Élisabeth La Roche | mayor | | 2020-07-04 | | 1
conseil | Christophe Maillard | councillor | | 2014 | | 20
college | Yann Bonnet | head_teacher | | 2019-09-01 | | 30
college | Claire Dubois | teacher | | 2004 | | 60
ecole_musique | Solène Garrigue | director | | 2018 | | 50
chorale | Solène Garrigue | conductor | | 2016 | | 55
vignerons | Christophe Maillard | director | | 2010 | | 60
urzad | Marek Zieliński | mayor | | 2018-11 | | 1
towarzystwo | Stanisław Dąbrowski | chair | | 2005 | | 10
towarzystwo | Halina Wójtowicz | secretary | | 2010 | | 30
szkola | Małgorzata Lewandowska | head_teacher | | 2017-09-01 | | 30
parafia | Andrzej Wiśniewski | priest | | 2001 | | 35
konsulat | Mathieu Delacourt | consul | | 2021 | | 5
"""
"""organisation | person | function | on the committee | from | to | rank of protocol."""
