# SPDX-License-Identifier: GPL-3.0-or-later
"""What members write by themselves (jobs, interests, tags, remarks, tasks, notes), in the language the
example is made in.

In a real file such texts are typed by people in their own language, once. They are data, not texts of the
program; therefore they do not stand in the catalogues. A language that is missing here gets English.
"""

from hospes.example.phrases_told import told
from hospes.example.tables import lines

LANGUAGES = ("en", "de", "fr", "pl")

_TABLE = """
accountant | accountant | Buchhalterin | comptable | księgowa
apprentice | apprentice | Auszubildender | apprenti | uczeń zawodu
architect | architect | Architekt | architecte | architekt
baker | baker | Bäcker | boulanger | piekarz
banker | bank clerk | Bankkaufmann | employé de banque | bankowiec
bookseller | bookseller | Buchhändlerin | libraire | księgarka
brewer | brewer | Brauer | brasseur | piwowar
carpenter | carpenter | Zimmermann | charpentier | cieśla
cook | cook | Köchin | cuisinière | kucharka
doctor | doctor | Ärztin | médecin | lekarka
driver | driver | Fahrer | chauffeur | kierowca
electrician | electrician | Elektriker | électricien | elektryk
engineer | engineer | Ingenieur | ingénieur | inżynier
farmer | farmer | Landwirt | agriculteur | rolnik
forester | forester | Förster | forestier | leśniczy
gardener | gardener | Gärtnerin | jardinière | ogrodniczka
historian | historian | Historiker | historien | historyk
innkeeper | innkeeper | Gastwirt | restaurateur | restaurator
joiner | joiner | Schreiner | menuisier | stolarz
journalist | journalist | Journalistin | journaliste | dziennikarka
lawyer | lawyer | Jurist | juriste | prawnik
librarian | librarian | Bibliothekarin | bibliothécaire | bibliotekarka
mason | mason | Maurer | maçon | murarz
mechanic | mechanic | Mechaniker | mécanicien | mechanik
musician | musician | Musikerin | musicienne | muzyczka
music_student | music school | Musikschule | école de musique | szkoła muzyczna
nurse | nurse | Krankenpflege | infirmière | pielęgniarka
official | official | Verwaltung | fonctionnaire | urzędnik
organist | organist | Organistin | organiste | organistka
pharmacist | pharmacist | Apothekerin | pharmacienne | farmaceutka
physiotherapist | physiotherapist | Physiotherapeutin | kinésithérapeute | fizjoterapeutka
pilot | pilot | Pilot | pilote | pilot
policeman | police officer | Polizist | policier | policjant
priest | priest | Pfarrer | curé | proboszcz
pupil | pupil | in der Schule | élève | uczy się w szkole
retired | retired | im Ruhestand | à la retraite | na emeryturze
secretary | secretary | Sekretärin | secrétaire | sekretarka
shop | shop assistant | Verkäuferin | vendeuse | sprzedawczyni
student | student | Studium | étudiant | studia
teacher | teacher | Lehrkraft | professeur | nauczyciel
translator | translator | Übersetzerin | traductrice | tłumaczka
winegrower | winegrower | Winzer | vigneron | winiarz
baker.f | baker | Bäckerin | boulangère | piekarka
doctor.m | doctor | Arzt | médecin | lekarz
farmer.f | farmer | Landwirtin | agricultrice | rolniczka
lawyer.f | lawyer | Juristin | juriste | prawniczka
nurse.m | nurse | Krankenpflege | infirmier | pielęgniarz
student.f | student | Studium | étudiante | studia
teacher.f | teacher | Lehrkraft | professeure | nauczycielka
winegrower.f | winegrower | Winzerin | vigneronne | winiarka
boules | boules | Boule | pétanque | petanka
choir | choir singing | Chorgesang | chant choral | śpiew chóralny
cooking | cooking | Kochen | cuisine | gotowanie
cycling | cycling | Radfahren | vélo | rower
fishing | fishing | Angeln | pêche | wędkarstwo
football | football | Fußball | football | piłka nożna
garden | garden | Garten | jardin | ogród
history | history | Geschichte | histoire | historia
music | music | Musik | musique | muzyka
photography | photography | Fotografie | photographie | fotografia
reading | reading | Lesen | lecture | czytanie
sport | sport | Sport | sport | sport
theatre | theatre | Theater | théâtre | teatr
walking | walking | Wandern | randonnée | wędrówki
wine | wine | Wein | vin | wino
attic | Attic | Dachzimmer | Mansarde | Poddasze
child | Children's room | Kinderzimmer | Chambre d'enfant | Pokój dziecięcy
guest | Guest room | Gästezimmer | Chambre d'amis | Pokój gościnny
study | Study | Arbeitszimmer | Bureau | Gabinet
two_cats | 2 cats | 2 Katzen | 2 chats | 2 koty
canary | canary | Kanarienvogel | canari | kanarek
mother | mother | Mutter | mère | matka
spouse | wife or husband | Ehepartner | conjoint | współmałżonek
neighbour | neighbour | Nachbarin | voisine | sąsiadka
allergic_cat | severe allergy to cats | starke Katzenallergie | forte allergie aux chats |
    silna alergia na koty
eats_no_meat | eats no meat and no fish | isst kein Fleisch und keinen Fisch | ne mange ni viande ni poisson |
    nie je mięsa ani ryb
no_stairs | cannot climb stairs | kann keine Treppen steigen | ne peut pas monter d'escaliers |
    nie może chodzić po schodach
healthy | nothing known; the parents agree to first aid | nichts bekannt; die Eltern stimmen Erster Hilfe zu |
    rien à signaler ; les parents acceptent les premiers soins |
    brak uwag; rodzice zgadzają się na pierwszą pomoc
evening | evening | abends | le soir | wieczorem
dues_text | Dues {year} | Beitrag {year} | Cotisation {year} | Składka {year}
donation_text | Donation for the jubilee | Spende für das Jubiläum | Don pour le jubilé |
    Darowizna na jubileusz
tag_choir | choir | Chor | chorale | chór
tag_boules | boules | Boule | pétanque | petanka
tag_market | market stall | Marktstand | stand de marché | stoisko
tag_interprets | interprets | dolmetscht | interprète | tłumaczy
tag_drives | drives | fährt | conduit | kierowca
tag_press | press | Presse | presse | prasa
field_voice | Voice in the choir | Chorstimme | Voix dans la chorale | Głos w chórze
field_apron | Apron for the market stall | Schürze für den Marktstand | Tablier du stand | Fartuch na stoisko
voices | soprano;alto;tenor;bass | Sopran;Alt;Tenor;Bass | soprano;alto;ténor;basse | sopran;alt;tenor;bas
task_gifts | Buy presents for the guests | Gastgeschenke besorgen | Acheter les cadeaux |
    Kupić prezenty dla gości
task_bus | Confirm the bus for Friday | Bus für Freitag bestätigen | Confirmer le car du vendredi |
    Potwierdzić autobus na piątek
task_badges | Print the name badges | Namensschilder drucken | Imprimer les badges | Wydrukować identyfikatory
task_speech | Send the welcome speech for translation | Begrüßungsrede zum Übersetzen geben |
    Faire traduire le discours d'accueil | Dać mowę powitalną do tłumaczenia
task_hosts | Telephone all hosts once more | Alle Gastgeber noch einmal anrufen |
    Rappeler toutes les familles |
    Zadzwonić jeszcze raz do gospodarzy
task_thanks | Write letters of thanks | Dankesbriefe schreiben | Écrire les remerciements |
    Napisać podziękowania
task_report | Report to the newspaper | Bericht an die Zeitung | Article pour le journal | Relacja do gazety
task_hall | Book the hall for the evening | Saal für den Abend buchen | Réserver la salle | Zarezerwować salę
task_guests | Ask Montclair for the list of guests | Gästeliste aus Montclair erbitten |
    Demander la liste à Montclair | Poprosić Montclair o listę gości
task_agm | Send the minutes of the general meeting | Protokoll der Mitgliederversammlung senden |
    Envoyer le procès-verbal de l'assemblée | Wysłać protokół walnego zebrania
note_nowak | Moved here in March; both would like to sing in the choir and to host. |
    Im März zugezogen; beide möchten im Chor singen und Gäste aufnehmen. |
    Arrivés en mars ; aimeraient chanter à la chorale et recevoir. |
    Przeprowadzili się w marcu; chcą śpiewać i gościć.
note_kessler | Telephoned: will bring the money in cash, as every year. |
    Angerufen: bringt das Geld wie jedes Jahr in bar. |
    Au téléphone : apporte l'argent en espèces, comme toujours. |
    Dzwoniliśmy: jak co roku przyniesie gotówkę.
note_vogel | Wants no big party, but is glad about a card in French. |
    Möchte keine große Feier, freut sich aber über eine Karte auf Französisch. |
    Pas de grande fête, mais une carte en français lui fait plaisir. |
    Nie chce przyjęcia, ucieszy ją kartka po francusku.
note_leroy | Prefers to be written to in German, to practise. |
    Möchte auf Deutsch angeschrieben werden, zum Üben. |
    Préfère qu'on lui écrive en allemand, pour s'exercer. | Woli listy po niemiecku, dla ćwiczenia.
note_twinning | The town hall of Montclair asks whether the fire brigades could train together. |
    Das Rathaus von Montclair fragt, ob die Feuerwehren zusammen üben könnten. |
    La mairie de Montclair demande si les pompiers pourraient s'entraîner ensemble. |
    Merostwo Montclair pyta, czy strażacy mogliby ćwiczyć razem.
note_visit | The coach company wants the final number a week before. |
    Das Busunternehmen braucht die Zahl eine Woche vorher. |
    Le transporteur veut le nombre une semaine avant. |
    Firma autokarowa prosi o liczbę tydzień wcześniej.
note_call | Telephoned: would like to help at the market stall. | Angerufen: möchte am Marktstand helfen. |
    Au téléphone : voudrait aider au stand du marché. | Dzwoniliśmy: chce pomóc na stoisku.
note_linde | The hall upstairs holds 60, with a lift. | Der Saal oben fasst 60, mit Aufzug. |
    La salle du haut a 60 places, ascenseur. | Sala na górze ma 60 miejsc, jest winda.
doc_charter | Twinning charter | Partnerschaftsurkunde | Charte de jumelage | Akt partnerstwa
doc_minutes | Minutes of the general meeting | Protokoll der Mitgliederversammlung |
    Procès-verbal de l'assemblée |
    Protokół walnego zebrania
doc_insurance | Insurance for the visit | Versicherung für den Besuch | Assurance de la visite |
    Ubezpieczenie wizyty
doc_invitation | Invitation to Montclair | Einladung an Montclair | Invitation à Montclair |
    Zaproszenie dla Montclair
doc_press | Newspaper on the jubilee | Zeitungsbericht zum Jubiläum | Article sur le jubilé |
    Artykuł o jubileuszu
coach | Coach from Montclair | Reisebus aus Montclair | Car de Montclair | Autokar z Montclair
car_of | Car of {name} | Auto von {name} | Voiture de {name} | Samochód: {name}
coach_luggage | One suitcase each; instruments go in the front boot. |
    Ein Koffer je Person; Instrumente in den vorderen Laderaum. |
    Une valise par personne ; les instruments dans la soute avant. |
    Jedna walizka na osobę; instrumenty do przedniego bagażnika.
line_coach | Coach, half of the price | Reisebus, halber Preis | Car, moitié du prix | Autokar, połowa ceny
line_dinner | Dinner on Saturday | Abendessen am Samstag | Dîner du samedi | Kolacja w sobotę
line_lunch | Lunch on Thursday and Friday | Mittagessen Donnerstag und Freitag |
    Déjeuners de jeudi et vendredi |
    Obiady w czwartek i piątek
line_boat | Boat trip | Schifffahrt | Promenade en bateau | Rejs statkiem
line_museum | Museum, tickets and guides | Museum, Eintritt und Führung | Musée, entrées et visite |
    Muzeum, bilety i przewodnicy
line_hall | Hall for the evening | Saal für den Abend | Salle pour la soirée | Sala na wieczór
line_interpreter | Interpreter, two days | Dolmetscherin, zwei Tage | Interprète, deux jours |
    Tłumaczka, dwa dni
line_printing | Programmes and badges | Programme und Namensschilder | Programmes et badges |
    Programy i identyfikatory
line_insurance | Insurance for everybody | Versicherung für alle | Assurance pour tous |
    Ubezpieczenie dla wszystkich
line_gifts | Presents and wine | Geschenke und Wein | Cadeaux et vin | Prezenty i wino
line_own | Own money | Eigene Mittel | Fonds propres | Środki własne
line_bank | Donation of the savings bank | Spende der Sparkasse | Don de la caisse d'épargne | Darowizna kasy
town_grant | Town of Rosenau | Stadt Rosenau | Ville de Rosenau | Miasto Rosenau
grant_conditions | Logo on the programme; report with vouchers within ten weeks. |
    Logo auf dem Programm; Verwendungsnachweis mit Belegen binnen zehn Wochen. |
    Logo sur le programme ; compte rendu avec justificatifs sous dix semaines. |
    Logo na programie; rozliczenie z rachunkami w ciągu dziesięciu tygodni.
share_text | Share for the visit | Teilnahmebeitrag | Participation aux frais | Składka za wizytę
grant_text | Bürgerfonds, first instalment | Bürgerfonds, erste Rate | Fonds citoyen, premier versement |
    Bürgerfonds, pierwsza rata
"""


def _read() -> dict[str, dict[str, str]]:
    return {key: dict(zip(LANGUAGES, texts, strict=True)) for key, *texts in lines(_TABLE)}


class Phrases:
    """The phrases in one language."""

    def __init__(self, language: str) -> None:
        self.language = language if language in LANGUAGES else "en"
        self._table = _read()
        self._told = told() if self.language != "en" else {}

    def told(self, english: str) -> str:
        """Longer words that stand in English in a table; as they stand if the language has none."""
        return self._told.get(english, {}).get(self.language, english)

    def __call__(self, key: str, **values: object) -> str:
        """The phrase of a key, with its values in the places in braces."""
        text = self._table[key][self.language]
        return text.format(**values) if values else text

    def job(self, key: str, gender: str) -> str:
        """An occupation, in the form for a woman or a man where the usual one is the other's."""
        return self(f"{key}.{gender}" if f"{key}.{gender}" in self._table else key)

    def listed(self, keys: str) -> str:
        """Keys divided by commas as phrases divided by `;`."""
        return ";".join(self(key) for key in keys.split(",") if key)

    def every(self, key: str) -> dict[str, str]:
        """The phrase in all languages."""
        return dict(self._table[key])
