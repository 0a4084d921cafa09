package voice

import (
	"testing"

	"recoupe/claim"
	"recoupe/lang"
	"recoupe/text"
)

// TestRoles: an office has the role of the body it is held in.
func TestRoles(t *testing.T) {
	for _, c := range []struct {
		s    string
		want claim.Role
	}{
		{"Le président de la République a annoncé un deuil national.", claim.HeadOfState},
		{"La présidente du conseil départemental a annoncé un deuil.", claim.LocalAuth},
		{"Le président de la Fédération des pêcheurs a annoncé une grève.", claim.Union},
		{"Le haut-commissariat de la République a annoncé un couvre-feu.", claim.LocalAuth},
		{"Le haut-commissariat aux réfugiés a annoncé une collecte.", claim.IntlBody},
		{"La direction générale de la protection civile a annoncé 12 morts.", claim.Rescue},
		{"La direction régionale de la santé a annoncé 12 cas.", claim.Officials},
		{"La direction a annoncé la fermeture du site.", claim.Company},
		{"Le commandant des pompiers, Paul Rey, a annoncé 12 morts.", claim.Rescue},
		{"Le commandant du service départemental d'incendie et de secours a annoncé 12 morts.", claim.Rescue},
		{"Le commandant de la police fluviale a annoncé 12 morts.", claim.Police},
		{"Le commandant de la base navale a annoncé 12 morts.", claim.Army},
		{"Le cabinet indépendant Vérif a compté 40.500 marcheurs, a annoncé le cabinet Vérif.", claim.Company},
		{"Le cabinet du ministre a annoncé une réunion.", claim.Government},
		{"L'organisation terroriste a annoncé une trêve.", claim.ArmedGroup},
		{"L'organisation humanitaire a annoncé une collecte.", claim.NGO},
		{"L'Etat islamique a annoncé une offensive.", claim.ArmedGroup},
	} {
		got := Find(lang.Analyze(text.Prose("aaaaaaaaaaaa", c.s, "fr")))
		if len(got) == 0 || got[0].By.Role != c.want {
			t.Errorf("%s: want %s, got %v", c.s, c.want, got)
		}
	}
}
