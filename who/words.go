package who

import "recoupe/claim"

// The words that tell what sort of speaker is named. All are folded (small
// letters, no diacritics) and in the singular; French, then English.

func set(ws ...string) map[string]bool {
	m := make(map[string]bool, len(ws))
	for _, w := range ws {
		m[w] = true
	}
	return m
}

// small words say nothing of who speaks.
var small = set("le", "la", "les", "l", "de", "du", "des", "d", "et", "a", "au", "aux", "ce", "cette", "ces", "son", "sa", "ses",
	"leur", "no", "notre", "nos", "en", "sur", "par", "pour", "dans", "the", "of", "and", "for", "to", "in", "un", "une", "an", "qui", "lui-meme", "elle-meme",
	"meme", "actuel", "actuelle", "local", "locale", "regional", "regionale", "national", "nationale")

// stateWords stand before the name of a country and say no more than it: "la
// Fédération de Russie", "la République du Mali".
var stateWords = set("federation", "republique", "royaume")

// indefinite words open a speaker who is somebody else in each report.
var indefinite = set("un", "une", "des", "certain", "certaine", "certains", "certaines", "plusieurs", "quelque", "quelques", "deux", "trois", "a", "an", "some", "several")

// titles stand before a name and say nothing of what its bearer does; the value
// is the gender they show.
var titles = map[string]byte{
	"m": 'm', "m.": 'm', "mm": 'm', "monsieur": 'm', "mr": 'm', "mr.": 'm', "sir": 'm',
	"mme": 'f', "mme.": 'f', "mmes": 'f', "madame": 'f', "mlle": 'f', "mrs": 'f', "ms": 'f', "mrs.": 'f', "ms.": 'f', "lady": 'f',
	"dr": 0, "dr.": 0, "me": 0, "pr": 0, "pr.": 0, "docteur": 0, "professeur": 0, "maitre": 0, "sheikh": 0, "cheikh": 0, "mgr": 0,
}

// functions are what a person is; whoever is called so is a human being. The
// value is the body the holder speaks for, completed by the words behind it:
// "ministre de la Santé" speaks for "ministère de la Santé". "*" means that the
// words behind it are the body themselves: "porte-parole de la police".
var functions = map[string]string{
	"porte-parole": "*", "porteparole": "*", "spokesman": "*", "spokeswoman": "*", "spokesperson": "*", "representant": "*", "representante": "*",
	"chef": "*", "cheffe": "*", "directeur": "*", "directrice": "*", "patron": "*", "patronne": "*", "commandant": "*", "commandante": "*", "responsable": "*",
	"secretaire": "*", "ministre": "ministere", "prefet": "prefecture", "prefete": "prefecture", "procureur": "parquet", "procureure": "parquet", "maire": "mairie",
	"president": "", "presidente": "", "premier-ministre": "", "gouverneur": "", "gouverneure": "", "general": "", "generale": "", "colonel": "", "capitaine": "", "lieutenant": "",
	"ambassadeur": "", "ambassadrice": "", "depute": "", "deputee": "", "senateur": "", "senatrice": "", "chancelier": "", "chanceliere": "", "roi": "", "reine": "", "pape": "",
	"opposant": "", "opposante": "", "avocat": "", "avocate": "", "juge": "", "medecin": "", "elu": "", "elue": "", "dirigeant": "", "dirigeante": "", "leader": "",
	"redacteur": "", "redactrice": "", "journaliste": "", "porte-voix": "", "minister": "ministere", "mayor": "mairie", "prosecutor": "parquet", "head": "*", "director": "*",
}

// witnesses are people without an office: one of them in one report is nobody in
// another, even where both are called "le témoin".
var witnesses = set("temoin", "habitant", "habitante", "riverain", "riveraine", "manifestant", "manifestante", "rescape", "rescapee", "survivant", "survivante",
	"passant", "passante", "voisin", "voisine", "employe", "employee", "proche", "parent", "pere", "mere", "frere", "soeur", "fils", "fille", "ami", "amie", "mari", "femme", "homme",
	"source", "expert", "experte", "analyste", "chercheur", "chercheuse", "specialiste", "internaute", "militant", "militante", "blesse", "blessee", "detenu", "ouvrier", "ouvriere", "commercant",
	"journaliste", "correspondant", "correspondante", "photographe", "resident", "witness", "neighbour", "survivor")

// reporters are who an outlet sends.
var reporters = set("journaliste", "correspondant", "correspondante", "reporter", "envoye", "envoyee", "special", "speciale", "speciaux", "equipe", "photographe", "reporters", "agence")

// noName are words written large that name nobody.
var noName = set("etat", "gouvernement", "republique", "nation", "parlement", "eglise", "ministere", "police", "armee")

// papers speak for whoever put them out: "un communiqué du ministère".
var papers = set("communique", "message", "rapport", "bilan", "decompte", "site", "compte", "chaine-telegram", "telegram", "twitter", "facebook", "page", "note", "bulletin", "service-de-presse",
	"declaration", "texte", "document", "statement", "report", "officiel", "officielle", "dernier", "derniere", "nouveau", "premier", "provisoire", "precedent", "precedente", "initial", "estimation", "source")

// nearby say of a source that it stands by what is named behind, and is not it.
var nearby = set("proche", "interne", "familiere", "informee", "impliquee", "close", "familiar")

// desks are parts of a body, pressWork what those of them do that speak for it.
var (
	desks     = set("service", "bureau", "centre", "direction", "departement", "cellule", "division")
	pressWork = set("presse", "communication", "relation", "publique", "public", "information", "media")
)

// sameWord joins words that name one thing in the name of a body.
var sameWord = map[string]string{
	"publique": "public", "publics": "public", "etat": "public", "etatique": "public", "television": "television", "tele": "television", "tv": "television", "chaine": "television",
	"ministeriel": "ministere", "interieure": "interieur", "pompier": "pompier", "sapeur": "pompier", "sapeur-pompier": "pompier",
	"gouvernemental": "gouvernement", "gouvernementale": "gouvernement", "secouriste": "secours", "secour": "secours",
	"syndicat": "syndicat", "syndicale": "syndicat", "syndical": "syndicat",
}

// capitals speak for a country: "Moscou" and "la Russie" are one speaker, and no
// person. A palace is a speaker of its own: the Kremlin is not all of Russia.
var capitals = map[string]string{
	"moscou": "ru", "moscow": "ru", "washington": "us", "paris": "fr", "londres": "gb", "london": "gb", "berlin": "de", "pekin": "cn", "beijing": "cn", "kiev": "ua", "kyiv": "ua", "ankara": "tr",
	"teheran": "ir", "tel-aviv": "il", "rabat": "ma", "alger": "dz", "tunis": "tn", "rome": "it", "madrid": "es", "athenes": "gr", "bagdad": "iq", "damas": "sy", "tokyo": "jp", "seoul": "kr", "pyongyang": "kp",
	"new delhi": "in", "islamabad": "pk", "kaboul": "af", "riyad": "sa", "le caire": "eg", "khartoum": "sd", "addis-abeba": "et", "kigali": "rw", "kinshasa": "cd", "bamako": "ml", "niamey": "ne", "ouagadougou": "bf",
	"dakar": "sn", "minsk": "by", "varsovie": "pl", "bakou": "az", "erevan": "am", "nour-soultan": "kz", "astana": "kz", "beyrouth": "lb", "amman": "jo", "doha": "qa", "tripoli": "ly", "caracas": "ve", "brasilia": "br", "jakarta": "id",
}

// countries speak in their own name: "la Russie a annoncé".
var countries = map[string]string{
	"russie": "ru", "etats-unis": "us", "france": "fr", "royaume-uni": "gb", "allemagne": "de", "chine": "cn", "ukraine": "ua", "turquie": "tr", "iran": "ir", "israel": "il", "maroc": "ma", "algerie": "dz", "tunisie": "tn",
	"italie": "it", "espagne": "es", "grece": "gr", "irak": "iq", "syrie": "sy", "japon": "jp", "coree du sud": "kr", "coree du nord": "kp", "inde": "in", "pakistan": "pk", "afghanistan": "af", "arabie saoudite": "sa", "egypte": "eg",
	"soudan": "sd", "ethiopie": "et", "rwanda": "rw", "mali": "ml", "niger": "ne", "burkina faso": "bf", "senegal": "sn", "belarus": "by", "bielorussie": "by", "pologne": "pl", "azerbaidjan": "az", "armenie": "am", "kazakhstan": "kz",
	"liban": "lb", "jordanie": "jo", "qatar": "qa", "libye": "ly", "venezuela": "ve", "bresil": "br", "indonesie": "id",
}

// namedBodies are roles whose bearers go by a proper name, so that a name is
// theirs and no person's: "Amnesty International", "Interfax".
var namedBodies = map[claim.Role]bool{
	claim.StateMedia: true, claim.Media: true, claim.Agency: true, claim.NGO: true, claim.IntlBody: true, claim.ArmedGroup: true, claim.Union: true, claim.Company: true, claim.Country: true, claim.OwnReport: true,
}

// bodyRoles are roles of a body, which a person may bear for it.
var bodyRoles = map[claim.Role]bool{
	claim.Government: true, claim.Ministry: true, claim.Police: true, claim.Army: true, claim.Justice: true, claim.Rescue: true, claim.Hospital: true,
	claim.LocalAuth: true, claim.Officials: true, claim.StateMedia: true, claim.Media: true, claim.Agency: true, claim.NGO: true, claim.IntlBody: true,
	claim.ArmedGroup: true, claim.Union: true, claim.Company: true, claim.Country: true, claim.OwnReport: true,
}

// official words say that somebody official counts, not who: "officiellement",
// "de source officielle".
var official = set("officiellement", "officielle", "officiel", "officials")
