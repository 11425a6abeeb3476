# SPDX-License-Identifier: GPL-3.0-or-later
"""French headings and cell words."""

HEADINGS = {
    "number": (
        "numéro", "n°", "no", "numéro de membre", "numéro adhérent", "numéro d'adhérent", "n° adhérent",
        "n° de membre", "num adhérent", "n° adh", "matricule", "numéro d'adhésion", "num", "n° d'adhérent",
        "n° membre",
    ),
    "source_id": ("identifiant", "id de l'adhérent", "identifiant unique"),
    "salutation": ("civilité", "m/mme", "m./mme", "politesse", "formule de politesse"),
    "title": ("titre",),
    "given_name": ("prénom", "prénoms", "prenom", "prénom usuel"),
    "second_name": ("deuxième prénom", "autres prénoms", "patronyme du père"),
    "family_name": ("nom", "nom de famille", "nom d'usage", "nom usuel", "patronyme"),
    "full_name": (
        "nom et prénom", "nom & prénom", "nom prénom", "prénom nom", "prénom et nom", "nom complet",
        "nom, prénom", "adhérent", "membre", "contact", "interlocuteur", "personne", "nom/prénom",
        "nom / prénom", "adhérente", "nom - prénom", "noms et prénoms",
    ),
    "name_suffix": ("suffixe",),
    "birth_name": ("nom de naissance", "nom de jeune fille", "née"),
    "nickname": ("surnom", "pseudo", "diminutif"),
    "native_name": ("nom dans son écriture",),
    "birth_date": (
        "date de naissance", "naissance", "né le", "née le", "né(e) le", "anniversaire", "ddn", "date naiss",
        "date naissance", "année de naissance", "date de naiss.",
    ),
    "birth_place": ("lieu de naissance", "né à", "née à"),
    "sex": ("sexe", "genre", "h/f", "m/f", "f/h"),
    "organisation": (
        "organisation", "société", "entreprise", "association", "organisme", "structure", "personne morale",
        "établissement", "raison sociale", "collectivité",
    ),
    "function": ("fonction", "poste", "rôle", "mandat électif", "qualité"),
    "household": ("foyer", "famille", "ménage"),
    "care_of": ("chez", "c/o", "aux bons soins de"),
    "address_extra": (
        "complément d'adresse", "complément", "adresse 2", "bâtiment", "appartement", "lieu-dit",
        "adresse (suite)", "complément adresse", "résidence",
    ),
    "street": (
        "rue", "voie", "adresse 1", "n° et rue", "numéro et rue", "n° et voie", "rue et numéro", "n° rue",
        "numéro et voie", "libellé voie",
    ),
    "house_number": ("n° de rue", "numéro de rue", "n° voie"),
    "postcode": ("code postal", "cp", "c.p.", "code post"),
    "town": ("ville", "commune", "localité", "ville de résidence", "bureau distributeur"),
    "postcode_town": (
        "cp ville", "code postal et ville", "code postal ville", "cp/ville", "cp et ville", "cp - ville",
    ),
    "address": ("adresse", "adresse postale", "adresse complète", "domicile", "adresse personnelle"),
    "region": ("région", "département", "province", "canton"),
    "country": ("pays", "nation"),
    "phone": (
        "téléphone", "tél", "tél.", "tel", "téléphone fixe", "tél fixe", "numéro de téléphone", "fixe",
        "téléphone domicile", "n° de téléphone", "téléphone 1", "téléphone 2", "tél domicile", "tél. fixe",
        "téléphones", "n° tél", "tél 1", "tél 2", "téléphone personnel",
    ),
    "phone_work": (
        "téléphone professionnel", "tél professionnel", "tél pro", "téléphone bureau", "téléphone travail",
        "tél. prof.", "téléphone pro",
    ),
    "mobile": (
        "mobile", "portable", "téléphone portable", "téléphone mobile", "gsm", "tél portable", "tél mobile",
        "tél. port.", "n° de portable", "tél. portable", "numéro de portable", "tél. mobile", "natel",
    ),
    "fax": ("fax", "télécopie", "télécopieur"),
    "email": (
        "courriel", "e-mail", "email", "mail", "adresse e-mail", "adresse email", "adresse mail", "mél",
        "adresse électronique", "adresse courriel", "courriel 1", "courriel 2", "messagerie",
    ),
    "web": ("site web", "site internet", "site", "page web"),
    "language": ("langue", "langue de correspondance", "langue maternelle"),
    "languages": ("langues", "langues parlées", "langues étrangères"),
    "class": (
        "catégorie", "statut", "type d'adhésion", "type de membre", "adhésion", "type d'adhérent",
        "cotisation type", "catégorie de membre", "formule", "type de cotisation", "qualité de membre",
    ),
    "joined": (
        "date d'adhésion", "adhésion depuis", "membre depuis", "date d'inscription", "entrée",
        "date d'entrée", "inscription", "adhérent depuis", "depuis", "date adhésion", "adhésion le",
        "année d'adhésion", "inscrit le", "adhère depuis", "première adhésion", "date de création",
    ),
    "left": (
        "date de départ", "départ", "date de sortie", "sortie", "fin d'adhésion", "date de fin", "parti le",
        "membre jusqu'au", "radiation", "date de radiation", "démission effective",
    ),
    "resigned": ("démission", "date de démission", "démissionnaire le"),
    "died": ("décès", "date de décès", "décédé le", "décédée le", "décédé", "décédé(e) le", "mort le"),
    "dues": (
        "cotisation", "montant", "montant cotisation", "montant de la cotisation", "cotisation annuelle",
        "montant cotis", "cotisation (€)", "cotisation €",
    ),
    "iban": ("iban", "rib", "compte", "compte bancaire"),
    "bic": ("bic", "swift", "bic/swift"),
    "account_name": ("titulaire du compte", "titulaire"),
    "mandate": ("mandat", "mandat sepa", "référence du mandat", "rum", "référence unique de mandat"),
    "mandate_date": ("date du mandat", "mandat signé le", "date mandat"),
    "notes": (
        "notes", "note", "remarque", "remarques", "commentaire", "commentaires", "observation",
        "observations", "autres informations", "informations", "divers",
    ),
    "tags": ("mots-clés", "mots clés", "étiquettes", "groupes", "groupe"),
    "can_host": (
        "peut héberger", "hébergement", "famille d'accueil", "peut accueillir", "accueil", "hébergeur",
        "héberge",
    ),
    "profession": ("profession", "métier", "activité"),
    "interests": ("centres d'intérêt", "intérêts", "loisirs", "passions"),
}  # fmt: skip

COLUMNS = {
    "number": "Numéro de membre", "title": "Titre", "given_name": "Prénom", "family_name": "Nom de famille",
    "name_suffix": "Suffixe", "birth_date": "Date de naissance", "sex": "Sexe",
    "organisation": "Organisation", "household": "Foyer", "street": "Rue", "postcode": "Code postal",
    "town": "Ville", "country": "Pays", "phone": "Téléphone", "mobile": "Portable", "email": "Courriel",
    "language": "Langue", "languages": "Langues parlées", "class": "Type d'adhésion",
    "joined": "Date d'adhésion", "left": "Date de départ", "dues": "Cotisation", "iban": "IBAN",
    "mandate": "Mandat", "notes": "Remarques", "tags": "Mots-clés", "can_host": "Peut héberger",
    "function": "Fonction", "web": "Site web",
}  # fmt: skip

VALUES = {
    "sex:f": ("f", "femme", "féminin", "mme", "madame", "mlle", "mademoiselle", "fille"),
    "sex:m": ("h", "homme", "masculin", "m", "monsieur", "mr", "garçon"),
    "sex:n": ("autre", "neutre", "non binaire"),
    "sex:u": ("non spécifié", "inconnu", "non renseigné", "non précisé"),
    "yes": ("oui", "o", "vrai"),
    "no": ("non", "n", "faux"),
    "nothing": ("néant", "nc", "n.c.", "n.r.", "nr", "sans objet"),
    "title": ("dr", "pr", "docteur", "professeur", "me", "maître", "père", "abbé"),
    "salutation:f": ("mme", "madame", "mlle", "mademoiselle"),
    "salutation:m": ("m", "monsieur", "mr"),
    "and": ("et", "&"),
    "family": ("famille", "fam", "m et mme", "m. et mme", "m. & mme", "m & mme", "mr et mme"),
    "suffix": ("fils", "père"),
    "organisation": ("personne morale", "société", "association"),
    "person": ("personne physique",),
}  # fmt: skip
