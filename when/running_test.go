package when

import (
	"strings"
	"testing"
)

// TestRunningDay holds which day "la veille", "ce soir-là" and a clock time go
// on from.
func TestRunningDay(t *testing.T) {
	for _, c := range []struct{ language, published, s, want string }{
		// not from the day on which a deed was made known
		{"fr", "2031-10-02", "Le ferry a coulé mercredi, ont indiqué jeudi les garde-côtes. Un appel avait été reçu à 23h40.", "mercredi=2031-10-01|jeudi=2031-10-02|23h40=2031-10-01"},
		{"en", "2031-10-02", "The ferry sank late on Wednesday, the coastguard said Thursday. A distress call came at 11:40 p.m.", "late on Wednesday=2031-10-01|Thursday=2031-10-02|11:40 p.m.=2031-10-01"},
		// a clock time not from a mere end
		{"fr", "2032-05-17", "Les habitants ont fui dimanche. Le feu, qui couvait depuis la veille, a franchi la route vers 13 h 40.", "dimanche=2032-05-16|la veille=2032-05-15/..|13 h 40=2032-05-16"},
		// the past not from what is to come
		{"fr", "2029-12-14", "L'attaque a fait six morts jeudi. Un hommage sera rendu lundi à midi. Ce soir-là, un vigile a donné l'alerte.", "jeudi=2029-12-13|lundi=2029-12-17|midi=2029-12-17|Ce soir-là=2029-12-13"},
		{"fr", "2031-03-13", "La ville a été prise mercredi. Les recherches se poursuivront toute la nuit.", "mercredi=2031-03-12|toute la nuit=2031-03-13/2031-03-14"},
		// the morning after an evening
		{"fr", "2031-03-13", "La digue a cédé mardi soir. Au petit matin, l'eau atteignait les toits.", "mardi soir=2031-03-11|matin=2031-03-12"},
		{"fr", "2031-03-13", "La digue a cédé mardi à 22 heures. Vers 3 heures du matin, l'eau atteignait les toits.", "mardi=2031-03-11|22 heures=2031-03-11|3 heures du matin=2031-03-12"},
		// midnight ends a day
		{"fr", "2031-03-13", "Le couvre-feu dure jusqu'à vendredi minuit.", "vendredi=../2031-03-14|minuit=../2031-03-14"},
		{"fr", "2031-03-13", "Mardi, peu avant minuit, la digue a cédé.", "Mardi=2031-03-11|minuit=2031-03-12"},
		// an hour that returns with its day has no day of its own
		{"fr", "2030-02-15", "Un bulletin paraît chaque mardi à 17 heures.", "chaque mardi=|17 heures="},
		// events
		{"fr", "2031-08-18", "L'usine a explosé dimanche. Vingt-quatre heures après le drame, des fumées s'échappaient encore.", "dimanche=2031-08-17|Vingt-quatre heures après=2031-08-18"},
		{"fr", "2032-08-05", "Cinq jours après le naufrage, survenu le 31 juillet, les recherches se poursuivent.", "Cinq jours après=2032-08-05|le 31 juillet=2032-07-31"},
		{"fr", "2028-04-25", "Un an après l'effondrement, le 24 avril 2027, rien n'a été versé.", "Un an après=2028|le 24 avril 2027=2027-04-24"},
		{"fr", "2028-04-25", "Vingt-quatre heures après l'effondrement, mardi, rien ne bougeait.", "Vingt-quatre heures après=2028-04-25|mardi=2028-04-25"},
		{"fr", "2033-03-08", "L'offensive a été lancée vendredi. Au cinquième jour de l'offensive, la ville tient.", "vendredi=2033-03-04|cinquième jour=2033-03-08"},
		{"fr", "2029-12-14", "Il y a un an, jour pour jour, la mine s'effondrait.", "Il y a un an=2028-12-14"},
		// live reports go back in time under headings
		{"fr", "2017-03-24", "9h37 : deux hommes ont été arrêtés.\nJEUDI 23 MARS\n22h40 : un blessé a succombé ce soir.\n19h32 : l'attaque avait eu lieu hier.", "9h37=2017-03-24|JEUDI 23 MARS=2017-03-23|22h40=2017-03-23|ce soir=2017-03-23|19h32=2017-03-23|hier=2017-03-22"},
		// of a month
		{"fr", "2021-05-10", "Le premier lundi de mai, puis le dernier week-end de mai et la première quinzaine de juin.", "Le premier lundi de mai=2021-05-03|le dernier week-end de mai=2021-05-29/2021-05-30|la première quinzaine de juin=2021-06-01/2021-06-15"},
		{"fr", "2029-12-14", "Les obsèques auront lieu mardi en huit.", "mardi en huit=2029-12-25"},
		{"fr", "2021-05-10", "Le week-end de Pâques, puis le jeudi saint, le lundi de Pentecôte et la Pâque.", "Le week-end de Pâques=2021-04-03/2021-04-05|le jeudi saint=2021-04-01|le lundi de Pentecôte=2021-05-24"},
		{"fr", "2021-05-10", "Pour Pâques orthodoxe, puis à Noël orthodoxe.", "Pâques orthodoxe=2021-05-02|Noël orthodoxe=2021-01-07"},
		{"fr", "2021-05-10", "Depuis l'Aïd el-Fitr, et jusqu'à l'Aïd el-Kébir.", "l'Aïd el-Fitr=2021-05-13~/..|l'Aïd el-Kébir=../2021-07-20~"},
		// hours in words
		{"fr", "2031-03-13", "Hier soir, vers vingt heures, une voiture a percuté un arbre. À dix heures, elle brûlait encore.", "Hier soir=2031-03-12|vingt heures=2031-03-12|dix heures=2031-03-12"},
		{"fr", "2031-03-13", "Le camp se trouve à dix heures de route. Il lui a fallu vingt heures.", "vingt heures="},
		{"fr", "2002-04-21", "Ils menacent de faire grève lors des marchés des 27 et 28 avril.", "27 et 28 avril=2002-04-27/2002-04-28"},
		// portions
		{"fr", "2033-11-16", "Depuis le début du mois, aucun camion n'est entré.", "le début du mois=2033-11-01/.."},
		{"fr", "2033-11-16", "Depuis début novembre, aucun camion n'est entré.", "début novembre=2033-11-01~/.."},
		{"en", "2029-05-02", "By Tuesday night, 19 bodies had been recovered.", "Tuesday night=../2029-05-02"},
		{"en", "2030-11-12", "A funeral will be held this weekend.", "this weekend=2030-11-16/2030-11-17"},
	} {
		if got := strings.Join(resolvedWords(t, c.s, c.published, c.language), "|"); got != c.want {
			t.Errorf("on %s: %s\n got %s\nwant %s", c.published, c.s, got, c.want)
		}
	}
}
