package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A signature is the line below a report that says who printed it: "La Voix du
// Delta", "Le Courrier des Salines (Littoral)", "Radio Mistral, avec l'agence
// Littoral".

// pressWords stand in the names of newspapers, channels and agencies.
var pressWords = set(`agence courrier dépêche dépêches écho échos gazette journal nouvelles observateur phare presse quotidien radio rti rts rtbf télé télévision tv temps tribune voix matin soir liberté indépendant progrès républicain express infos info news times herald post daily press observer guardian tribune chronicle star mail monde figaro libération croix point nouvel hebdo fil carnets`)

// readSignature takes the last line for the outlet's name, where it is one.
func (d *Document) readSignature() {
	n := len(d.Parts)
	if n < 3 {
		return
	}
	p := &d.Parts[n-1]
	line := d.Text[p.Start:p.End]
	if p.Kind == Furniture || p.Kind == Title || len(line) > 70 || strings.Contains(line, "\n") || endsSentence(strings.TrimRight(line, ")")) {
		return
	}
	name := line
	for _, cut := range []string{" (", ", avec", ", with", " avec "} {
		if i := strings.Index(name, cut); i > 0 {
			name = name[:i]
		}
	}
	if !d.signs(name, p.Start) {
		return
	}
	p.Kind = Credit
	if d.Outlet == "" {
		d.Outlet = name
	}
	if d.Byline == "" && name != line {
		d.Byline = line
	}
}

// signs reports whether name, at the end of the text, is that of an outlet: it
// has a word of the press in it, or the text speaks of it ("a dit à Littoral").
func (d *Document) signs(name string, start int) bool {
	list := strings.Fields(strings.NewReplacer("’", "' ", "'", "' ", "-", " ").Replace(name))
	if len(list) == 0 || len(list) > 6 || !startsUpper(name) {
		return false
	}
	press := false
	for _, w := range list {
		w = strings.ToLower(w)
		press = press || pressWords[w] || pressWords[strings.TrimSuffix(w, "s")]
	}
	if press {
		return true
	}
	if len(list) != 1 || utf8.RuneCountInString(name) < 4 {
		return false
	}
	for _, r := range name {
		if !unicode.IsLetter(r) {
			return false
		}
	}
	for _, before := range []string{" à ", " d'", " d’", " de "} {
		if strings.Contains(d.Text[:start], before+name) {
			return true
		}
	}
	return false
}
