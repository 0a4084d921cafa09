package voice

import (
	"slices"
	"strings"

	"recoupe/claim"
	"recoupe/lang"
)

// A toll is not a person. "D'après un nouveau décompte, publié hier par
// la mairie": the town hall says it; "d'après un nouveau décompte": nobody does.

// tollWords head the names of counts and papers that somebody else gave.
var tollWords = lang.WordSet("bilan bilans décompte comptage chiffre chiffres recensement estimation estimations décomptes")

// theDead say nothing.
var theDead = lang.WordSet("mort morts morte mortes décès corps cadavre cadavres dépouilles")

// tollSpeakers gives claims made on the word of a toll to whoever gave the
// toll, and drops those nobody gave.
func (l *listener) tollSpeakers() {
	l.out = slices.DeleteFunc(l.out, func(c *claim.Claim) bool {
		if l.throughNews(c) {
			return true
		}
		if !IsToll(c.By) {
			return false
		}
		by := GiverOf(l.a, c.By)
		if by == nil && len(c.By.Via) > 0 {
			by, c.By.Via = &c.By.Via[0], c.By.Via[1:] // "un bilan fait état de 171 morts, selon le ministère"
		}
		if by == nil {
			return true
		}
		by.Cue, by.CueSpan, by.Via = c.By.Cue, c.By.CueSpan, c.By.Via
		c.By = by
		return false
	})
}

// firstNews is what nobody gave.
var firstNews = map[string]bool{"les premières informations": true, "premières informations": true, "des premières informations": true, "les dernières informations": true, "nos informations": false}

// firstFound reports whether the speaker is what an inquiry found first and names
// nobody: "les premiers éléments", "de premières constatations".
func firstFound(speaker string) bool {
	words := strings.Fields(strings.ToLower(speaker))
	if len(words) < 2 {
		return false
	}
	last := words[len(words)-1]
	return strings.HasPrefix(words[len(words)-2], "premi") && newsWords[last]
}

// newsWords are what somebody goes by who speaks.
var newsWords = lang.WordSet("informations éléments données résultats constatations investigations analyses indications")

// throughNews reports whether c only tells what the speaker of another claim goes
// by: "La préfète affirme que les premiers éléments indiquent que ...".
func (l *listener) throughNews(c *claim.Claim) bool {
	if c.By.Name != "" || c.By.Role != "" || c.By.Rule != "verb" {
		return false
	}
	news := false
	for w := range strings.FieldsSeq(strings.ToLower(c.By.Speaker)) {
		news = news || newsWords[w]
	}
	return news && slices.ContainsFunc(l.out, func(o *claim.Claim) bool {
		return o != c && o.Content.Contains(c.Content) && o.Content.Contains(c.By.Span)
	})
}

// IsToll reports whether the speaker is a count or a paper and nobody who drew
// it up is named with it.
func IsToll(by *claim.Attribution) bool {
	if by.Name != "" {
		return false
	}
	if firstNews[strings.ToLower(by.Speaker)] || by.Rule == "according-to" && firstFound(by.Speaker) {
		return true
	}
	if words := strings.Fields(strings.ToLower(by.Speaker)); len(words) > 1 && theDead[words[len(words)-1]] {
		return true // "Deux morts de plus : on en avait compté 31 l'hiver d'avant"
	}
	low := strings.ReplaceAll(strings.ToLower(by.Speaker), "’", "'")
	for w := range strings.FieldsSeq(low) {
		w = strings.TrimPrefix(strings.TrimPrefix(w, "l'"), "d'")
		switch {
		case tollWords[w]:
			// "un précédent bilan de l'attentat", and not "le bilan du ministère"
			return ofEvent(low) || !strings.Contains(low, " du ") && !strings.Contains(low, " de l") && !strings.Contains(low, " des ")
		case !beforeToll[w]:
			return false
		}
	}
	return false
}

// beforeToll may stand before the word for a toll.
var beforeToll = lang.WordSet("un une ce cette ces son le la les de des tout autre nouveau nouvelle premier première premiers dernier dernière derniers précédent précédente")

// ofEvent reports whether a toll is named by what it counts, and not by who drew
// it up.
func ofEvent(speaker string) bool {
	low := strings.ToLower(speaker)
	for _, w := range []string{"attentat", "attaque", "séisme", "tremblement", "explosion", "accident", "naufrage", "drame", "catastrophe", "incendie", "inondation", "intempéries", "crue", "cyclone", "tempête", "violences", "affrontements", "victimes", "morts", "raid", "frappe", "bombardement", "fusillade", "éboulement", "effondrement", "déraillement", "émeute", "répression", "épidémie"} {
		if strings.Contains(low, w) {
			return true
		}
	}
	return false
}

// GiverOf reads "annoncé par X", "donné de source policière", "lundi, de X" behind
// the toll that by names for its speaker; nil where nobody is named.
func GiverOf(a *lang.Analysis, by *claim.Attribution) *claim.Attribution {
	for i := range a.Tokens {
		t := &a.Tokens[i]
		if int(t.Start) < by.Span.Start || !countedPassives[t.Norm] {
			continue
		}
		s := a.Sents[t.Sent]
		if int(a.Tokens[s.First].Start) > by.Span.End || int(t.Start) > by.Span.End+40 {
			return nil
		}
		return GiverIn(a, s).afterPassive(int32(i))
	}
	return ownerOf(a, by)
}

// ownerOf reads whose a toll is where a time stands between: "selon un décompte,
// lundi, de la préfecture".
func ownerOf(a *lang.Analysis, by *claim.Attribution) *claim.Attribution {
	i := a.TokenAt(by.Span.End)
	if int(i) >= len(a.Tokens) || by.Span.End == by.Span.Start {
		return nil
	}
	s := a.Sents[a.Tokens[i].Sent]
	from := i
	for i < s.End && (a.Tokens[i].Norm == "," || a.TimeAt(int(a.Tokens[i].Start)) != nil) {
		i++
	}
	if i == from || i >= s.End || lang.FullForm(a.Tokens[i].Norm) != "de" {
		return nil
	}
	g := GiverIn(a, s)
	if p, ok := g.l.phraseAt(i+1, s.End); ok && g.l.speaks(&p) {
		return g.l.credited(&p, "toll-given-by", -1)
	}
	return nil
}

// afterPassive reads who stands behind the participle of counting at i.
func (g *Giver) afterPassive(i int32) *claim.Attribution {
	l := g.l
	for j := i + 1; j < g.s.End && j < i+9; j++ {
		t := &l.a.Tokens[j]
		switch t.Norm {
		case "par":
			if p, ok := l.phraseAt(j+1, g.s.End); ok && l.speaks(&p) {
				return l.credited(&p, "toll-given-by", i)
			}
		case "de":
			if c, ok := l.besideAt(j); ok && c.known {
				return l.credit(&c)
			}
		}
		if t.POS == lang.VERB && t.Morph.Has(lang.Fin) {
			return nil
		}
	}
	return nil
}
