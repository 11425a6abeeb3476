# SPDX-License-Identifier: GPL-3.0-or-later
"""What members of the example tell in longer words, in the other languages: of trainings, gifts, feedback.

The tables of the example say it in English; whoever makes the example in another language gets it from here
(see `hospes.example.phrases`).
"""

from hospes.example.tables import lines

_TABLE = """
Grants for exchanges, from the estimate to the proof
    | Zuschüsse für Begegnungen, von der Schätzung bis zum Nachweis
    | Les subventions pour les échanges, de l'estimation au bilan
    | Dotacje na spotkania: od szacunku do rozliczenia
First aid at events | Erste Hilfe bei Veranstaltungen | Premiers secours lors de manifestations
    | Pierwsza pomoc podczas imprez
Minors on exchange visits: what the law asks | Minderjährige auf Begegnungen: was das Recht verlangt
    | Les mineurs en échange : ce que demande la loi | Niepełnoletni na wymianie: czego wymaga prawo
Network of the twinned towns | Netzwerk der Partnerstädte | Réseau des villes jumelées
    | Sieć miast partnerskich
Fire brigade of Rosenau | Feuerwehr Rosenau | Pompiers de Rosenau | Straż pożarna w Rosenau
Umbrella of the youth clubs | Dachverband der Jugendvereine | Fédération des clubs de jeunes
    | Związek klubów młodzieżowych
online | online | en ligne | online
Are guests insured who sleep at a member's home? | Sind Gäste versichert, die bei einem Mitglied übernachten?
    | Les invités qui dorment chez un adhérent sont-ils assurés ?
    | Czy goście nocujący u członka są ubezpieczeni?
Our insurer | Unser Versicherer | Notre assureur | Nasz ubezpieczyciel
Yes, as helpers of the association, if they stand on the visit's list.
    | Ja, wie Helfende des Vereins, wenn sie auf der Liste des Besuchs stehen.
    | Oui, comme bénévoles de l'association, s'ils figurent sur la liste de la visite.
    | Tak, jak pomocnicy stowarzyszenia, jeśli są na liście wizyty.
May a mayor's gift be sold for a good cause?
    | Darf das Geschenk eines Bürgermeisters für einen guten Zweck verkauft werden?
    | Peut-on vendre le cadeau d'un maire pour une bonne cause ?
    | Czy prezent od burmistrza można sprzedać na dobry cel?
List of members, dues | Mitgliederliste, Beiträge | Liste des adhérents, cotisations | Lista członków, składki
Planning the Ascension visit | Planung des Himmelfahrtsbesuchs | Préparation de la visite de l'Ascension
    | Planowanie wizyty na Wniebowstąpienie
Christmas market | Weihnachtsmarkt | Marché de Noël | Jarmark bożonarodzeniowy
Town hall of Montclair | Rathaus Montclair | Mairie de Montclair | Ratusz w Montclair
List of members, letters | Mitgliederliste, Briefe | Liste des adhérents, courriers | Lista członków, listy
Collecting and driving guests | Gäste abholen und fahren | Aller chercher et conduire les invités
    | Odbieranie i wożenie gości
Grants are decided after the buses are booked | Über Zuschüsse wird entschieden, wenn die Busse gebucht sind
    | Les subventions sont décidées après la réservation des cars
    | O dotacjach decyduje się, gdy autokary są już zamówione
The answer to our application came nine days before departure; the coach had to be paid in March.
    | Die Antwort auf unseren Antrag kam neun Tage vor der Abfahrt; der Bus war im März zu zahlen.
    | La réponse à notre demande est arrivée neuf jours avant le départ ; le car était à payer en mars.
    | Odpowiedź na nasz wniosek przyszła dziewięć dni przed wyjazdem; za autokar trzeba było zapłacić w marcu.
An answer within eight weeks, or leave to begin at one's own risk.
    | Eine Antwort binnen acht Wochen, oder die Erlaubnis, auf eigenes Risiko zu beginnen.
    | Une réponse sous huit semaines, ou la permission de commencer à ses propres risques.
    | Odpowiedź w ciągu ośmiu tygodni albo zgoda na rozpoczęcie na własne ryzyko.
From next year on, work may begin once the application has arrived.
    | Vom nächsten Jahr an darf begonnen werden, sobald der Antrag eingegangen ist.
    | À partir de l'année prochaine, on pourra commencer dès que la demande sera arrivée.
    | Od przyszłego roku można zacząć, gdy tylko wniosek wpłynie.
A night train between our regions | Ein Nachtzug zwischen unseren Regionen
    | Un train de nuit entre nos régions
    | Nocny pociąg między naszymi regionami
Families without a car reach Montclair only with three changes.
    | Familien ohne Auto kommen nur mit dreimal Umsteigen nach Montclair.
    | Les familles sans voiture ne vont à Montclair qu'avec trois changements.
    | Rodziny bez samochodu dojadą do Montclair tylko z trzema przesiadkami.
A through coach of the night train on the days of the school holidays.
    | Ein Kurswagen des Nachtzugs an den Tagen der Schulferien.
    | Une voiture directe du train de nuit les jours de vacances scolaires.
    | Bezpośredni wagon nocnego pociągu w dni ferii szkolnych.
The form for minors is not known at every border | Das Formular für Minderjährige kennt nicht jede Grenze
    | Le formulaire pour les mineurs n'est pas connu à toutes les frontières
    | Nie na każdej granicy znają formularz dla niepełnoletnich
On the way to Lipowiec the consent of parents was asked for in a language nobody had.
    | Auf dem Weg nach Lipowitz wurde die Einwilligung der Eltern in einer Sprache verlangt, die niemand hat.
    | Sur la route de Lipowiec, l'accord des parents a été demandé dans une langue que personne n'avait.
    | W drodze do Lipowca zażądano zgody rodziców w języku, którego nikt nie miał.
One form in all languages of the Union, as for patients and drivers.
    | Ein Formular in allen Sprachen der Union, wie für Kranke und für Fahrende.
    | Un formulaire dans toutes les langues de l'Union, comme pour les patients et les conducteurs.
    | Jeden formularz we wszystkich językach Unii, jak dla pacjentów i kierowców.
Glazed jug with the three coats of arms | Glasierter Krug mit den drei Wappen
    | Cruche vernissée aux trois blasons | Glazurowany dzban z trzema herbami
Print of the old town hall | Stich des alten Rathauses | Gravure de l'ancienne mairie | Rycina starego ratusza
Book on the rivers of our region | Buch über die Flüsse unserer Region
    | Livre sur les rivières de notre région
    | Książka o rzekach naszego regionu
Boules in a wooden box | Boulekugeln im Holzkasten | Boules dans une boîte en bois
    | Kule do petanki w drewnianej skrzynce
Thanks for the guided tour | Dank für die Führung | Merci pour la visite guidée
    | Podziękowanie za oprowadzenie
Twenty years of hosting | Zwanzig Jahre Gastfamilie | Vingt ans d'accueil | Dwadzieścia lat gościny
Words of welcome at the town hall | Begrüßung im Rathaus | Mot d'accueil à la mairie | Powitanie w ratuszu
Three small trees for the school garden | Drei Bäumchen für den Schulgarten
    | Trois petits arbres pour le jardin de l'école | Trzy drzewka do szkolnego ogrodu
Certificate of membership | Urkunde über die Mitgliedschaft | Diplôme d'adhérent | Dyplom członkostwa
50 years | 50 Jahre | 50 ans | 50 lat
Visit to Montclair | Besuch in Montclair | Visite à Montclair | Wizyta w Montclair
General meeting 2025 | Mitgliederversammlung 2025 | Assemblée générale 2025 | Walne zebranie 2025
General meeting 2026 | Mitgliederversammlung 2026 | Assemblée générale 2026 | Walne zebranie 2026
Ascension visit 2026 | Himmelfahrtsbesuch 2026 | Visite de l'Ascension 2026 | Wizyta na Wniebowstąpienie 2026
Fifty years of friendship in forty pictures | Fünfzig Jahre Freundschaft in vierzig Bildern
    | Cinquante ans d'amitié en quarante images | Pięćdziesiąt lat przyjaźni w czterdziestu obrazach
Town hall of Rosenau | Rathaus Rosenau | Mairie de Rosenau | Ratusz w Rosenau
Who is who in the three towns | Wer ist wer in den drei Städten | Qui est qui dans les trois villes
    | Kto jest kim w trzech miastach
School desks, taken apart | Schulbänke, zerlegt | Bureaux d'écolier démontés | Ławki szkolne, rozłożone
Chairs for pupils | Schulstühle | Chaises d'écolier | Krzesła szkolne
Fire hoses with couplings | Feuerwehrschläuche mit Kupplungen | Tuyaux d'incendie avec raccords
    | Węże strażackie ze złączami
Woollen blankets | Wolldecken | Couvertures de laine | Koce wełniane
First aid boxes | Verbandskästen | Trousses de secours | Apteczki
Power generator | Stromerzeuger | Groupe électrogène | Agregat prądotwórczy
pallet 1, 2 | Palette 1, 2 | palette 1, 2 | paleta 1, 2
pallet 3 | Palette 3 | palette 3 | paleta 3
pallet 4 | Palette 4 | palette 4 | paleta 4
boxes 1–9 | Kartons 1–9 | cartons 1–9 | kartony 1–9
box 10 | Karton 10 | carton 10 | karton 10
Meeting of the three towns | Treffen der drei Städte | Rencontre des trois villes | Spotkanie trzech miast
Help with rebuilding | Hilfe beim Wiederaufbau | Aide à la reconstruction | Pomoc w odbudowie
Fifty-first year of the twinning | Einundfünfzigstes Jahr der Partnerschaft
    | Cinquante et unième année du jumelage | Pięćdziesiąty pierwszy rok partnerstwa
French people living in our region (example) | Französinnen und Franzosen in unserer Region (Beispiel)
    | Français vivant dans notre région (exemple) | Francuzi mieszkający w naszym regionie (przykład)
French companies in our region (example) | Französische Firmen in unserer Region (Beispiel)
    | Entreprises françaises dans notre région (exemple) | Firmy francuskie w naszym regionie (przykład)
Jobs in these companies (example) | Arbeitsplätze in diesen Firmen (Beispiel)
    | Emplois dans ces entreprises (exemple) | Miejsca pracy w tych firmach (przykład)
Jobs | Arbeitsplätze | Emplois | Miejsca pracy
Member companies | Mitgliedsfirmen | Entreprises membres | Firmy członkowskie
Pupils who learn French | Schülerinnen und Schüler, die Französisch lernen | Élèves qui apprennent le français
    | Uczniowie uczący się francuskiego
"""
"""English | German | French | Polish."""


def told() -> dict[str, dict[str, str]]:
    """What is said in each language, by the English words."""
    return {
        english: {"en": english, "de": german, "fr": french, "pl": polish}
        for english, german, french, polish in lines(_TABLE)
    }
