package story

import "recoupe/lang"

// The words that tell what an agency is named for, in French, English and
// Russian, in small letters.
var (
	withWords   = lang.WordSet("avec with source sources с по материалам from источник")
	creditJoins = lang.WordSet("et and и l la le les the agence agences agency avec with y source sources")

	articleWords  = lang.WordSet("l la le les the de d du des of")
	reporterWords = lang.WordSet(`journaliste journalistes correspondant correspondante correspondants reporter reporters photographe photographes
		équipe équipes envoyé envoyée envoyés vidéaste caméraman journalist journalists correspondent correspondents photographer photographers
		witness witnesses crew team корреспондент корреспондента корреспонденту корреспонденты журналист журналиста журналисты`)
	sawWords = lang.WordSet("constaté constatée constate observé vu saw seen witnessed")

	toldWords = lang.WordSet(`déclare déclaré déclarait déclarent dit dire disait confie confié confiait raconte raconté racontait affirme affirmé affirmait
		indique indiqué indiquait explique expliqué expliquait précise précisé précisait assure assuré confirme confirmé témoigne témoigné
		rapporte rapporté annonce annoncé répond répondu estime souligne souligné ajoute ajouté décrit lance lancé glisse glissé
		said speaking told spoke confirmed`)
	askedWords = lang.WordSet(`told interrogé interrogée interrogés interrogées joint jointe joints contacté contactée contactés rencontré rencontrée rencontrés
		consulté consultée consultés consultées contactées jointes sollicité sollicitée recueilli recueillis recueillies recueillie interviewé interviewée obtenu obtenue`)
	citeWords = lang.WordSet(`selon après citant cite citent cité citée cités citées rapporte rapporté rapportent rapportait indique indiqué annonce annoncé
		affirme affirmé relayé relayée relayées relayés repris reprise écrit according reported reports report reporting said says quoted quoting citing cited
		сообщает сообщил сообщила сообщило передает передаёт передал данным пишет ссылкой par by`)

	// "dans un message à l'AFP", "in an interview with Reuters", "в интервью ТАСС"
	tellingNouns = lang.WordSet(`message entretien interview déclaration courriel mail communiqué statement email interview comments remarks
		интервью комментарии комментарий беседе разговоре`)
	tellingJoins = lang.WordSet("à a l to with accordé accordée envoyé envoyée с")
	// "a appris l'AFP", "dont l'AFP a eu copie", "documents seen by Reuters", "выяснил ТАСС"
	learntWords = lang.WordSet(`appris obtenu consulté consulter copie vérifié vérifier recueilli interrogé rencontré learned learnt seen obtained reviewed verified
		выяснил выяснило узнал узнало распоряжении убедился`)
	hasWords = lang.WordSet("a ont has had have")

	smallWords = lang.WordSet("de du des la le les l d et en à au aux sur of the and for и в на")

	// looseAgencies are forms that also name people, places and things.
	looseAgencies = lang.WordSet("Sputnik Спутник Mena Beta Sana Saba Lana Wafa Petra Fars Mehr Fides Trend Turan Hina Fena STA ATA Ria RIA MAP PA AA ANA PC TT STT SID AMI BNA ANI Ani Anatolie Anatolia Tass PAP APS TAP APA NNA NAN ABI ENA AP Leta Wam Sipa Belta Andina Ansa Efe Kabar Irna Isna Antara Lusa SPA QNA CNA")
)
