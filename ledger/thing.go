package ledger

import (
	"strings"

	"recoupe/claim"
	"recoupe/lang"
)

// thingOf returns which of its group f counts, as a key and as the report calls it,
// where the group holds what cannot be counted together: houses are no villages, and
// two Albanians no four Frenchmen. Both are "" where the group is enough.
func thingOf(r *claim.Report, f *claim.Figure) (key, label string) {
	switch f.Group {
	case claim.OtherGroup, claim.Equipment:
		return counted(f)
	case claim.Foreigners:
		return nation(r, f)
	}
	return "", ""
}

// counted is the noun by which things are counted: the first word of what they are
// called that is no adjective which stands before its noun.
func counted(f *claim.Figure) (key, label string) {
	for _, word := range strings.Fields(strings.ToLower(f.Label)) {
		key = strings.TrimRight(lang.PlainName(word), "sx")
		if ahead[key] || len(key) < 3 {
			continue
		}
		if same := dwellings[key]; same != "" {
			key = same
		}
		return key, word
	}
	return "", ""
}

// ahead are adjectives that stand before their noun, without the endings of number.
var ahead = lang.WordSet("petit petite grand grande gros grosse ancien ancienne vieux vieille nouveau nouvelle nouvel autre beau belle important importante puissant puissante simple premier premiere dernier derniere jeune")

// dwellings are words for what people live in: one report's houses are another's homes.
var dwellings = map[string]string{"habitation": "maison", "logement": "maison", "foyer": "maison", "residence": "maison", "demeure": "maison", "home": "house"}

// nation is the country whose people are counted, by what they are called, else by the
// one people named with the number; "" where it is none or several.
func nation(r *claim.Report, f *claim.Figure) (key, label string) {
	for _, word := range strings.Fields(f.Label) {
		if c, ok := lang.DemonymOf(word, r.Language); ok && c != "--" {
			return c, word
		}
	}
	if r.Lang == nil || f.Span.Doc != r.ID {
		return "", ""
	}
	for i := range r.Lang.Names {
		n := &r.Lang.Names[i]
		if !n.Demonym || n.Place == nil || n.Place.Country == "" || n.Start < f.Span.Start || n.End > f.Span.End {
			continue
		}
		if key != "" && key != n.Place.Country {
			return "", ""
		}
		if key == "" {
			key, label = n.Place.Country, r.Text[n.Start:n.End]
		}
	}
	return key, label
}
