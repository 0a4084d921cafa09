package told

import (
	"strings"

	"recoupe/claim"
	"recoupe/lang"
	"recoupe/text"
)

// circumstances sets severity, scope, place, times and asides of fig.
func (r *reader) circumstances(f *finding, fig *claim.Figure, s lang.Sent) {
	if fig.Measure == claim.Injured || fig.Measure == claim.Hospitalised {
		if sev, at := r.severity(f, s); sev != "" && sev != claim.Fatal {
			fig.Severity = sev
			fig.Because = append(fig.Because, claim.Reason{Rule: "severity", Span: at})
		}
	}
	fig.Scope, fig.ScopeAt = r.scope(f, s)
	sent := r.r.Document.Sentences[f.sent]
	r.place(fig, sent)
	r.abroad(fig)
	before := strings.ToLower(r.r.Document.Text[max(sent.Start, f.numStart-70):f.numStart])
	for _, cue := range previousCues {
		if strings.Contains(before, cue) {
			fig.Previous = true
		}
	}
	after := strings.ToLower(r.r.Document.Text[max(sent.Start, f.numStart-14):f.numStart])
	if i := strings.LastIndex(after, "contre "); i >= 0 && strings.TrimSpace(strings.Trim(after[i+7:], "\"« ")) == "" && !r.givenBehind(f, sent) {
		fig.Previous = true // "18 morts, contre 13 la veille"
	}
}

// givenBehind reports whether somebody else gives the number of f: "16.000
// manifestants, contre 280.000 pour les syndicats" is no earlier count.
func (r *reader) givenBehind(f *finding, sent text.Sentence) bool {
	behind := strings.TrimLeft(r.r.Document.Text[f.numEnd:min(sent.End, f.numEnd+12)], " \u00a0")
	for _, w := range []string{"pour ", "selon ", "d'après", "d’après", "("} {
		if strings.HasPrefix(behind, w) {
			return true
		}
	}
	return false
}

// severities are words beside a figure that say how badly people are hurt.
var severities = []struct {
	words string
	sev   claim.Severity
}{
	{"mortellement", claim.Fatal},
	{"urgence absolue", claim.Critical}, {"pronostic vital", claim.Critical}, {"entre la vie et la mort", claim.Critical}, {"état critique", claim.Critical}, {"situation critique", claim.Critical}, {"état désespéré", claim.Critical}, {"soins intensifs", claim.Critical}, {"réanimation", claim.Critical}, {"coma", claim.Critical},
	{"grièvement", claim.Serious}, {"gravement", claim.Serious}, {"état grave", claim.Serious}, {"blessés graves", claim.Serious}, {"blessé grave", claim.Serious}, {"état sérieux", claim.Serious}, {"extrêmement grave", claim.Serious}, {"urgence vitale", claim.Critical}, {"contusions", claim.Slight}, {"sérieusement", claim.Serious}, {"graves", claim.Serious}, {"grave", claim.Serious},
	{"légèrement", claim.Slight}, {"blessés légers", claim.Slight}, {"blessé léger", claim.Slight}, {"urgence relative", claim.Slight}, {"légers", claim.Slight}, {"superficiellement", claim.Slight}, {"sans gravité", claim.Slight},
}

// severity looks behind the number, up to the next number or clause mark.
func (r *reader) severity(f *finding, s lang.Sent) (claim.Severity, text.Span) {
	if f.has && f.p.left && r.a.Tokens[f.p.verb].Norm == "vital" {
		return claim.Critical, r.span(r.a.Surface(f.p.verb, f.p.verb))
	}
	end := f.last + 1
	if f.single && f.head < 0 && r.a.Tokens[f.first].Norm == "l'" {
		end = f.npEnd + 1
	}
	for ; end < s.End && end < f.last+14; end++ {
		t := &r.a.Tokens[end]
		if t.POS == lang.NUM || t.Norm == ";" || t.Norm == "," || t.Norm == "et" && r.a.Tokens[end-1].Norm != "vie" || t.Norm == "." || t.Norm == "dont" || t.Norm == "(" {
			break
		}
	}
	if end <= f.last+1 {
		return r.severityOfPredicate(f)
	}
	from, to := r.a.Surface(f.last+1, end-1)
	low := strings.ToLower(r.r.Document.Text[from:to])
	if len(low) != to-from {
		return "", text.Span{}
	}
	for _, x := range severities {
		if i := strings.Index(low, x.words); i >= 0 {
			return x.sev, r.span(from+i, from+i+len(x.words))
		}
	}
	return r.severityOfPredicate(f)
}

// severityOfPredicate looks inside the predicate that stands behind: "douze
// marins et un mousse ont été grièvement blessés".
func (r *reader) severityOfPredicate(f *finding) (claim.Severity, text.Span) {
	if f.has && f.p.left && f.first-f.p.verb <= 4 {
		for i := f.p.verb + 1; i < f.first; i++ { // "blessant gravement une policière"
			for _, x := range severities {
				if r.a.Tokens[i].Norm == x.words && x.sev != claim.Fatal {
					return x.sev, r.span(r.a.Surface(i, i))
				}
			}
		}
	}
	if f.has && !f.p.left && f.p.finite < 0 && f.p.verb > f.npEnd+1 {
		for _, x := range severities { // "vingt autres, dont des enfants, grièvement blessées"
			if r.a.Tokens[f.p.verb-1].Norm == x.words {
				return x.sev, r.span(r.a.Surface(f.p.verb-1, f.p.verb-1))
			}
		}
	}
	if !f.has || f.p.left || f.p.finite < 0 || f.p.to < f.p.finite {
		return "", text.Span{}
	}
	for i := f.p.finite; i <= f.p.to; i++ {
		for _, x := range severities {
			if r.a.Tokens[i].Norm == x.words {
				return x.sev, r.span(r.a.Surface(i, i))
			}
		}
	}
	return "", text.Span{}
}

var scopeCues = []struct {
	words string
	scope claim.Scope
}{
	{"depuis le début", claim.Cumulative}, {"depuis le déclenchement", claim.Cumulative}, {"depuis le lancement", claim.Cumulative}, {"au total", claim.Cumulative}, {"en tout", claim.Cumulative}, {"bilan total", claim.Cumulative}, {"bilan cumulé", claim.Cumulative}, {"depuis le commencement", claim.Cumulative}, {"depuis le mois", claim.Cumulative},
	{"en 24 heures", claim.Period}, {"en vingt-quatre heures", claim.Period}, {"dernières 24 heures", claim.Period}, {"dernières vingt-quatre heures", claim.Period}, {"24 dernières heures", claim.Period}, {"vingt-quatre dernières heures", claim.Period},
	{"en 48 heures", claim.Period}, {"dernières 48 heures", claim.Period}, {"48 dernières heures", claim.Period}, {"en une journée", claim.Period}, {"en une seule journée", claim.Period}, {"en une nuit", claim.Period}, {"en une semaine", claim.Period}, {"ces derniers jours", claim.Period}, {"au cours des dernières", claim.Period}, {"au cours des derniers", claim.Period},
	{"nouveaux", claim.Period}, {"nouvelles", claim.Period}, {"supplémentaires", claim.Period}, {"supplémentaire", claim.Period}, {"de plus que", claim.Period}, {"depuis l'aube", claim.Period}, {"depuis ce matin", claim.Period},
}

// scope reads the words that say over what stretch a figure counts. "nouveaux"
// must stand beside the number; the others anywhere in its clause.
func (r *reader) scope(f *finding, s lang.Sent) (claim.Scope, text.Span) {
	sent := r.r.Document.Sentences[f.sent]
	raw := r.r.Document.Text[sent.Start:sent.End]
	low := strings.ToLower(strings.ReplaceAll(raw, "’", "'"))
	if len(low) != len(raw) {
		low = strings.ToLower(raw)
	}
	if len(low) != len(raw) {
		return "", text.Span{}
	}
	best, dist := -1, 1<<30
	at := 0
	for i, c := range scopeCues {
		for from := 0; ; {
			j := strings.Index(low[from:], c.words)
			if j < 0 {
				break
			}
			pos := sent.Start + from + j
			from += j + len(c.words)
			d := pos - f.numEnd
			if d < 0 {
				d = f.numStart - pos - len(c.words)
			}
			near := c.words == "nouveaux" || c.words == "nouvelles" || strings.HasPrefix(c.words, "supplémentaire")
			if near && (pos < f.numEnd || d > 25) || d > 160 || r.crosses(f.numStart, pos) {
				continue
			}
			if d < dist {
				best, dist, at = i, d, pos
			}
		}
	}
	if best >= 0 {
		return scopeCues[best].scope, r.span(at, at+len(scopeCues[best].words))
	}
	return r.since(f, low, sent)
}

// since reads "depuis" before a date or day as cumulative: "20.000 personnes
// ont été évacuées depuis dimanche".
func (r *reader) since(f *finding, low string, sent text.Sentence) (claim.Scope, text.Span) {
	for from := 0; ; {
		j := strings.Index(low[from:], "depuis ")
		if j < 0 {
			return "", text.Span{}
		}
		pos := sent.Start + from + j
		from += j + 7
		if pos > f.numStart && pos-f.numEnd < 110 && !r.crosses(f.numStart, pos) || pos < f.numStart && f.numStart-pos < 90 && !r.crosses(pos, f.numStart) {
			for i := range r.a.Times {
				if t := &r.a.Times[i]; t.Start <= pos+12 && pos < t.End && t.End > pos {
					return claim.Cumulative, r.span(pos, max(t.End, pos+6))
				}
			}
		}
	}
}

// crosses reports whether a semicolon or another clause opens between a and b.
func (r *reader) crosses(a, b int) bool {
	if a > b {
		a, b = b, a
	}
	return strings.ContainsAny(r.r.Document.Text[a:b], ";") || strings.Contains(r.r.Document.Text[a:b], " tandis que")
}
