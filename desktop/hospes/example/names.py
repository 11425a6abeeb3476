# SPDX-License-Identifier: GPL-3.0-or-later
"""Names, streets and jobs from which a large example is drawn; everyday ones, so that nobody is meant.

Each country has women's and men's given names and surnames. Ukrainian names stand with their own script.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Names:
    """What people of one country are called."""

    country: str
    language: str
    women: tuple[str, ...]
    men: tuple[str, ...]
    surnames: tuple[str, ...]
    surname_first: bool = False
    feminine: tuple[tuple[str, str], ...] = ()
    """Endings of surnames that are different for women."""


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


GERMAN = Names(
    "DE",
    "de",
    _words(
        "Anna Andrea Angelika Anja Anke Annette Astrid Barbara Beate Bettina Birgit Brigitte Carina "
        "Christa Christiane Claudia Cornelia Dagmar Daniela Doris Edith Elke Elisabeth Emma Erika Eva "
        "Franziska Frieda Gabriele Gerda Gisela Gudrun Hanna Heike Helga Hildegard Ida Ilona Inge "
        "Ingrid Irene Jana Johanna Judith Julia Jutta Karin Katharina Kathrin Kerstin Klara Laura Lea "
        "Lena Lotte Luise Manuela Margarete Marie Marion Marlene Martha Martina Melanie Michaela Mia "
        "Miriam Monika Nadine Nele Nicole Paula Petra Pia Ramona Regina Renate Rita Rosa Ruth Sabine "
        "Sandra Sarah Silke Simone Sofie Sonja Stefanie Susanne Svenja Tanja Theresa Ulrike Ursula Ute "
        "Vanessa Veronika Yvonne"
    ),
    _words(
        "Achim Albert Alexander Andreas Anton Armin August Axel Benjamin Bernd Bernhard Björn Bruno "
        "Carsten Christian Christoph Daniel David Detlef Dieter Dirk Dominik Eckart Emil Erich Ernst "
        "Erwin Fabian Felix Florian Frank Franz Friedrich Fritz Georg Gerd Gerhard Gregor Günter Hannes "
        "Hans Harald Hartmut Heiko Heinrich Helmut Henrik Herbert Hermann Holger Horst Ingo Jakob Jan "
        "Jens Joachim Jochen Johannes Jonas Jörg Josef Julian Jürgen Kai Karl Klaus Konrad Kurt Lars "
        "Leon Lothar Lukas Manfred Marcel Marco Martin Matthias Max Michael Moritz Nils Norbert Olaf "
        "Oliver Oskar Otto Pascal Paul Peter Philipp Rainer Ralf Reinhard Robert Roland Rolf Rüdiger "
        "Sebastian Siegfried Simon Stefan Sven Theo Thomas Thorsten Tim Tobias Udo Uwe Volker Walter "
        "Werner Willi Wolfgang"
    ),
    _words(
        "Abel Adam Ahrens Albers Appel Arndt Bachmann Barth Bauer Baum Bayer Behrendt Beier Bender "
        "Berndt Beyer Binder Bischoff Blank Block Böttcher Brandl Brinkmann Brückner Brunner Buchholz "
        "Büttner Conrad Decker Dietrich Döring Dreher Eckert Ehlers Eichhorn Eisele Erdmann Esser Faber "
        "Falke Feldmann Fiedler Fink Förster Freitag Fritsch Fröhlich Gebhardt Geiger Geisler Gerber "
        "Glaser Göbel Götz Greiner Gruber Günther Gutmann Haase Hagemann Hammer Hansen Harms Hauser "
        "Heck Heinemann Heinz Held Henke Hentschel Herold Herzog Heß Hess Hiller Hinz Hirsch Höfer "
        "Hofer Hofmann Holz Holzer Horn Ihle Jahn Janßen Jansen Jost Junker Kaufmann Kiefer Kirchner "
        "Klemm Klug Kohl Kolbe König Konrad Kramer Kranz Krebs Kreuzer Kröger Kruse Kunz Küster Lammers "
        "Lange Langer Lauer Lehner Lenz Linke Löffler Lohmann Lutz Mann Martens Mattes Maurer Mayer "
        "Meier Meissner Menzel Merkel Metzger Michels Mohr Moser Mühlbauer Naumann Neubauer Neuhaus "
        "Nickel Niemann Oswald Paul Pfeifer Plank Preuß Probst Rapp Rau Rausch Reich Reimann Reinhold "
        "Renner Reuß Richter Rieger Riedel Rohde Röder Rösch Rose Rößler Rudolf Runge Sattler Schaller "
        "Scharf Scheffler Schenk Scherer Schiller Schilling Schindler Schlegel Schlüter Schmid Schmidt "
        "Schneid Schön Schramm Schreiber Schröder Schröter Schuler Schumann Schütz Schwab Schwarz "
        "Seifert Seitz Siebert Siegel Simonsen Singer Springer Stadler Stahl Stark Stephan Stock Stoll "
        "Strauß Strobel Stumpf Thoma Timm Trautmann Ulbrich Ullrich Urban Vetter Vollmar Voss Wahl "
        "Waldmann Walz Wegner Wehner Weidner Weigel Weiler Weiß Wenzel Wessel Wieland Wiese Wilke "
        "Wimmer Winkler Wirth Witte Wittmann Wolf Wolff Wulf Wunderlich Zahn Zander Zeller Ziegler "
        "Zimmer"
    ),
)

FRENCH = Names(
    "FR",
    "fr",
    _words(
        "Adèle Agnès Alice Amélie Anne Annie Béatrice Bernadette Camille Caroline Cécile Chantal Chloé "
        "Christine Claire Clémence Danielle Delphine Denise Dominique Édith Élise Émilie Emma Estelle "
        "Fabienne Florence Geneviève Hélène Huguette Inès Irène Isabelle Jacqueline Jeanne Joëlle "
        "Juliette Karine Laure Léa Louise Lucie Lydie Madeleine Manon Margaux Marguerite Marie Marthe "
        "Mathilde Maud Michèle Monique Nathalie Noémie Océane Odette Pascale Pauline Régine Renée "
        "Sandrine Ségolène Simone Solange Stéphanie Suzanne Sylvie Thérèse Véronique Virginie Viviane "
        "Yolande Zoé"
    ),
    _words(
        "Adrien Alain Albert Alexis Antoine Arnaud Baptiste Bastien Benoît Bertrand Cédric Charles "
        "Christophe Clément Cyril Damien Denis Didier Edmond Emmanuel Étienne Fabrice Félix Fernand "
        "François Frédéric Gaël Georges Gilbert Gilles Grégoire Guillaume Gustave Hervé Hugo Jacques "
        "Jean Jérémie Jérôme Joël Jules Julien Laurent Léon Loïc Louis Luc Lucien Marcel Mathieu "
        "Maurice Maxime Noël Olivier Pascal Patrice Paul Pierre Quentin Rémi René Romain Samuel Serge "
        "Sylvain Théo Thibault Timothée Tristan Victor Vincent Xavier Yves"
    ),
    _words(
        "Allard Andrieu Arnaud Aubry Bailly Barre Benoît Berger Besson Blanc Boucher Boulanger "
        "Bourgeois Breton Brun Carpentier Charpentier Clément Cordier Coste Courtois Daniel David Denis "
        "Deschamps Duval Étienne Fernandez Fleury Fournier Gauthier Gérard Germain Gilbert Giraud "
        "Grégoire Guérin Guillaume Guyot Hamel Huet Humbert Jacquet Joly Laborde Lacroix Lambert "
        "Langlois Laurent Leblanc Leclerc Lecomte Lefort Legros Lemaire Lemoine Leroux Lopez Lucas "
        "Mallet Marchal Maréchal Marie Marty Masse Mathieu Maury Meunier Michel Millet Monnier Morel "
        "Morin Muller Nguyen Noir Pasquier Paris Pelletier Perez Perret Perrot Philippe Poirier Poulain "
        "Prévost Regnier Rey Rivière Robin Rolland Rousseau Royer Sanchez Schmitt Tanguy Vallée Vasseur "
        "Verdier Vincent Weber"
    ),
)

POLISH = Names(
    "PL",
    "pl",
    _words(
        "Agata Agnieszka Aleksandra Alicja Anna Barbara Beata Bożena Danuta Dorota Elżbieta Ewa Grażyna "
        "Halina Iwona Jadwiga Joanna Justyna Katarzyna Krystyna Magdalena Małgorzata Maria Marta Monika "
        "Renata Teresa Urszula Wanda Zofia"
    ),
    _words(
        "Adam Andrzej Bartosz Bogdan Dariusz Grzegorz Henryk Jacek Jakub Jan Janusz Jarosław Jerzy "
        "Józef Kamil Krzysztof Leszek Łukasz Maciej Marcin Mariusz Mateusz Michał Paweł Piotr Rafał "
        "Ryszard Sławomir Stanisław Tadeusz Tomasz Wojciech Zbigniew"
    ),
    _words(
        "Adamski Baran Borkowski Chmielewski Czarnecki Duda Dudek Gajewski Górski Jabłoński Jankowski "
        "Jaworski Kaczmarek Kalinowski Kozłowski Krawczyk Krupa Kubiak Kucharski Laskowski Maciejewski "
        "Majewski Malinowski Mazur Michalski Nowicki Ostrowski Pawłowski Pietrzak Rutkowski Sadowski "
        "Sikora Sobczak Stępień Szewczyk Szymański Tomczak Urbański Walczak Wasilewski Wieczorek Wróbel "
        "Wysocki Zając Zalewski Żak"
    ),
    feminine=(("ski", "ska"), ("cki", "cka")),
)

TURKISH = Names(
    "TR",
    "tr",
    _words(
        "Aslı Ayşe Burcu Çiğdem Deniz Ebru Elif Esra Fatma Gizem Gül Gülşen Hatice Işıl Meltem Merve Nur Özge"
    ),
    _words(
        "Ahmet Ali Barış Burak Cem Emre Erhan Fatih Hakan Halil İbrahim İsmail Kemal Mehmet Murat Ömer Selçuk"
    ),
    _words(
        "Acar Aksoy Arslan Aydın Bulut Çelik Çetin Demir Doğan Erdoğmuş Güneş Kaplan Kaya Kılıç Koç "
        "Öztürk Şahin"
    ),
)

HUNGARIAN = Names(
    "HU",
    "hu",
    _words(
        "Ágnes Anikó Erzsébet Éva Györgyi Ildikó Judit Katalin Márta Mónika Piroska Rozália Tünde Zsuzsanna"
    ),
    _words(
        "András Attila Balázs Csaba Ferenc Gábor György Imre István János László Lőrinc Miklós Sándor Zoltán"
    ),
    _words(
        "Balogh Bíró Farkas Fehér Gál Horváth Juhász Király Kiss Lakatos Mészáros Nagy Németh Pintér "
        "Szűcs Tóth"
    ),
    surname_first=True,
)

ITALIAN = Names(
    "IT",
    "it",
    _words(
        "Alessia Bianca Chiara Donatella Elena Francesca Giovanna Ilaria Lucia Paola Roberta Silvia Valentina"
    ),
    _words(
        "Alessandro Antonio Carlo Davide Enrico Fabio Giacomo Giorgio Luca Marco Nicolò Paolo Riccardo "
        "Salvatore"
    ),
    _words(
        "Bianchi Bruno Caruso Colombo Conti Esposito Ferrari Fontana Greco Lombardi Marino Moretti "
        "Ricci Romano"
    ),
)

SPANISH = Names(
    "ES",
    "es",
    _words("Ana Beatriz Carmen Cristina Dolores Inés Isabel Lucía María Nuria Pilar Raquel Rocío Teresa"),
    _words(
        "Alejandro Álvaro Andrés Carlos Diego Francisco Ignacio Javier Jesús Joaquín José Luis Miguel Rafael"
    ),
    _words(
        "Álvarez Castro Delgado Díaz Gómez González Gutiérrez Ibáñez López Martínez Muñoz Núñez Peña "
        "Ruiz Vázquez"
    ),
)

DUTCH = Names(
    "NL",
    "nl",
    _words("Anneke Anouk Femke Fleur Ingeborg Jolanda Liesbeth Lotte Marieke Mieke Saskia Wilhelmina"),
    _words("Bas Cornelis Dirk Gijs Hendrik Jeroen Joost Joris Kees Maarten Pieter Ruud Sjoerd Wouter"),
    _words(
        "Bakker Dekker Dijkstra Hendriks Hoekstra Jansen Kuiper Meijer Mulder Postma Smit Visser Vos Willems"
    ),
)

BRITISH = Names(
    "GB",
    "en",
    _words(
        "Abigail Alice Catherine Charlotte Dorothy Eleanor Fiona Gillian Heather Jean Jennifer Lucy Rosemary"
    ),
    _words(
        "Alan Andrew Brian Charles Colin Duncan Edward Geoffrey Graham Harry Ian Malcolm Nigel Stuart William"
    ),
    _words(
        "Bennett Carter Clarke Cooper Davies Evans Fraser Harrison Hughes Jenkins MacLeod Mason Parker Turner"
    ),
)

UKRAINIAN_WOMEN = (
    ("Анна", "Anna"), ("Галина", "Halyna"), ("Катерина", "Kateryna"), ("Любов", "Liubov"),
    ("Марія", "Mariia"), ("Наталія", "Nataliia"), ("Оксана", "Oksana"), ("Світлана", "Svitlana"),
    ("Тетяна", "Tetiana"), ("Юлія", "Yuliia"),
)  # fmt: skip
UKRAINIAN_MEN = (
    ("Андрій", "Andrii"), ("Богдан", "Bohdan"), ("Дмитро", "Dmytro"), ("Іван", "Ivan"),
    ("Максим", "Maksym"), ("Олександр", "Oleksandr"), ("Петро", "Petro"), ("Сергій", "Serhii"),
    ("Тарас", "Taras"), ("Юрій", "Yurii"),
)  # fmt: skip
UKRAINIAN_SURNAMES = (
    ("Бондаренко", "Bondarenko"), ("Гриценко", "Hrytsenko"), ("Іваненко", "Ivanenko"),
    ("Кравченко", "Kravchenko"), ("Лисенко", "Lysenko"), ("Мельник", "Melnyk"), ("Олійник", "Oliinyk"),
    ("Петренко", "Petrenko"), ("Савченко", "Savchenko"), ("Ткаченко", "Tkachenko"),
    ("Шаповал", "Shapoval"), ("Яременко", "Yaremenko"),
)  # fmt: skip

OTHERS = (POLISH, TURKISH, ITALIAN, HUNGARIAN, SPANISH, DUTCH, BRITISH)

STREETS = (
    "Ahornweg", "Akazienweg", "Am Anger", "Am Bach", "Am Brunnen", "Am Hang", "Am Stadtgraben",
    "Am Wehr", "An der Kirche", "Bachstr.", "Bahnhofstr.", "Bergstr.", "Birkenweg", "Blumenstr.",
    "Brückenstr.", "Brunnengasse", "Buchenweg", "Burgweg", "Dorfstr.", "Eichenweg", "Erlenweg",
    "Feldstr.", "Finkenweg", "Fliederweg", "Gartenstr.", "Goethestr.", "Hauptstr.", "Heckenweg",
    "Hochstr.", "Im Winkel", "Industriestr.", "Kapellenweg", "Kastanienallee", "Kiefernweg",
    "Kirchgasse", "Lerchenweg", "Lindenallee", "Marktplatz", "Meisenweg", "Mittelstr.", "Mozartstr.",
    "Mühlgasse", "Neue Str.", "Obergasse", "Parkstr.", "Postgasse", "Querstr.", "Rathausgasse",
    "Ringstr.", "Rosenweg", "Schillerstr.", "Schlossweg", "Schulstr.", "Sonnenhang", "Steinweg",
    "Talstr.", "Tannenweg", "Uferweg", "Untergasse", "Veilchenweg", "Waldstr.", "Wiesenweg",
    "Zum Weinberg",
)  # fmt: skip

FRENCH_STREETS = (
    "allée des Tilleuls", "avenue de la Gare", "chemin des Vignes", "impasse des Lilas",
    "place du Marché", "quai de Loire", "route du Moulin", "rue Basse", "rue de l'Église",
    "rue des Écoles", "rue des Tanneurs", "rue du Port", "rue Haute", "rue Neuve", "sentier du Coteau",
)  # fmt: skip

JOBS = (
    "accountant", "architect", "baker", "cook", "doctor", "driver", "electrician", "engineer", "farmer",
    "gardener", "journalist", "librarian", "mechanic", "musician", "nurse", "official", "pharmacist",
    "retired", "secretary", "teacher", "translator",
)  # fmt: skip

LIKES = (
    "boules", "choir", "cooking", "cycling", "fishing", "football", "garden", "history", "music",
    "photography", "reading", "sport", "theatre", "walking", "wine",
)  # fmt: skip
