# SPDX-License-Identifier: GPL-3.0-or-later
"""What lists call countries beside the names of the dictionaries: official names, old ones, parts, car signs.

Public offices write "Tschechische Republik", "China, VR" or "ROYAUME UNI"; a folded name is looked up, so
that neither capitals nor accents nor hyphens matter. A country that is no more and became several is not
here: nobody can tell which of them is meant.
"""

COUNTRIES = {
    "AT": ("A", "AUT", "Republik Österreich", "République d'Autriche"),
    "BA": (
        "BIH", "Bosnien", "Bosnien-Herzegowina", "Bosnie", "Bosnie et Herzégovine", "Bosnia",
        "Bosnia and Herzegovina", "Bosnia i Hercegowina", "Bośnia",
    ),
    "BE": ("B", "BEL", "Königreich Belgien", "Royaume de Belgique"),
    "BG": ("BGR", "Republik Bulgarien"),
    "BY": ("BLR", "Weißrussland", "Weissrussland", "Belorussland", "Biélorussie", "Belarus"),
    "CD": ("Dem. Rep. Kongo", "Demokratische Republik Kongo", "République démocratique du Congo", "RDC"),
    "CH": ("CHE", "Schweizerische Eidgenossenschaft", "Confédération suisse"),
    "CI": ("CIV", "Elfenbeinküste", "Ivory Coast", "Wybrzeże Kości Słoniowej"),
    "CN": (
        "CHN", "VR China", "China, VR", "China VR", "China (VR)", "Volksrepublik China",
        "China, Volksrepublik", "PRC", "People's Republic of China", "République populaire de Chine",
        "Chine populaire", "Chińska Republika Ludowa", "ChRL",
    ),
    "CV": ("Kapverden", "Kap Verde", "Cap-Vert", "Cape Verde"),
    "CZ": (
        "CZE", "Tschechien", "Tschechische Republik", "Czech Republic", "République tchèque", "Tchéquie",
        "Rép. tchèque", "Republika Czeska", "Czechy",
    ),
    "DE": (
        "D", "BRD", "DEU", "GER", "DDR", "RDA", "NRD", "RFA", "RFN", "Allemagne RFA", "Allemagne fédérale",
        "République fédérale d'Allemagne", "Bundesrepublik Deutschland", "Bundesrepublik",
        "Federal Republic of Germany", "Republika Federalna Niemiec",
    ),
    "DK": ("DNK", "Königreich Dänemark"),
    "EE": ("EST", "Republik Estland"),
    "ES": ("E", "ESP", "Königreich Spanien", "Katalonien", "Catalogne"),
    "FI": ("FIN",),
    "FR": ("F", "FRA", "Französische Republik", "République française"),
    "GB": (
        "UK", "GBR", "U.K.", "England", "Scotland", "Wales", "Northern Ireland", "Schottland", "Nordirland",
        "Großbritannien", "Great Britain", "Grande-Bretagne", "Wielka Brytania", "Angleterre", "Écosse",
        "Pays de Galles", "Irlande du Nord", "Anglia", "Szkocja", "Walia", "Irlandia Północna",
        "Zjednoczone Królestwo", "Ver. Königreich", "Vereinigtes Königreich Großbritannien und Nordirland",
        "Großbritannien und Nordirland", "United Kingdom of Great Britain and Northern Ireland",
    ),
    "GE": ("GEO",),
    "GR": ("GRC", "Hellenische Republik"),
    "HR": ("HRV", "Republik Kroatien"),
    "HU": ("H", "HUN", "Republik Ungarn"),
    "IE": (
        "IRL", "Republik Irland", "Irland, Republik", "Republic of Ireland", "Éire", "République d'Irlande",
        "Irlande (Eire)",
    ),
    "IL": ("ISR", "Staat Israel"),
    "IT": ("I", "ITA", "Südtirol", "Italien/Südtirol", "Italienische Republik", "République italienne"),
    "KR": ("Republik Korea", "Korea, Republik", "Südkorea", "South Korea", "Corée du Sud"),
    "LI": ("FL", "Fürstentum Liechtenstein"),
    "LT": ("LTU", "Republik Litauen"),
    "LU": ("L", "LUX", "Großherzogtum Luxemburg", "Grand-Duché de Luxembourg"),
    "LV": ("LVA", "Republik Lettland"),
    "MD": (
        "MDA", "Moldau", "Moldawien", "Moldova", "Republik Moldau", "République de Moldavie", "Moldavie",
        "Mołdawia",
    ),
    "MK": ("Mazedonien", "Macedonia", "Macédoine", "EJR Mazedonien", "FYROM", "Macedonia Północna"),
    "MM": ("Burma", "Birma", "Birmanie"),
    "NL": (
        "NLD", "Holland", "Hollande", "Holandia", "The Netherlands", "Königreich der Niederlande",
        "Royaume des Pays-Bas",
    ),
    "NO": ("N", "NOR", "Königreich Norwegen"),
    "PL": ("POL", "Republik Polen", "République de Pologne", "Rzeczpospolita Polska", "Republic of Poland"),
    "PS": (
        "PSE", "Palästina", "Palästinensische Gebiete", "Palästinensische Autonomiegebiete", "Palestine",
        "État de Palestine", "Territoires palestiniens", "Palestyna", "Westjordanland",
    ),
    "PT": ("P", "PRT", "Portugiesische Republik"),
    "RO": ("ROU",),
    "RS": ("SRB", "Republik Serbien"),
    "RU": (
        "RUS", "Russische Föderation", "Rußland", "Russian Federation", "Fédération de Russie",
        "Russie, Fédération de", "Federacja Rosyjska",
    ),
    "SE": ("S", "SWE", "Königreich Schweden"),
    "SI": ("SLO", "SVN", "Republik Slowenien"),
    "SK": ("SVK", "Slowakische Republik", "République slovaque", "Slovak Republic", "Republika Słowacka"),
    "SZ": ("Swasiland", "Swaziland"),
    "TR": ("TUR", "Türkei", "Republik Türkei", "Türkiye"),
    "TZ": ("Tansania", "Vereinigte Republik Tansania", "Tanzanie"),
    "UA": ("UKR",),
    "US": (
        "USA", "U.S.A.", "U.S.", "Vereinigte Staaten (USA)", "Vereinigte Staaten von Amerika",
        "United States of America", "Etats-Unis", "États-Unis d'Amérique", "Stany Zjednoczone Ameryki",
        "Stany Zjednoczone", "Amerika",
    ),
}  # fmt: skip
