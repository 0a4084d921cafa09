package eval

import (
	"recoupe/claim"
	"recoupe/internal/marked"
)

// AttributionCase scores one line marked for who says what, and returns what
// was wrong, one thing a line. " ¶ " in the line divides paragraphs.
func AttributionCase(line, language string) (marked.SaidScore, []string) {
	plain, want, err := marked.ParseSaid(line)
	if err != nil {
		return marked.SaidScore{}, []string{err.Error()}
	}
	return marked.CompareSaid(want, Said(Plain(plain, language)))
}

// Said returns the claims of r as the marked lines write them.
func Said(r *claim.Report) []marked.Said {
	var out []marked.Said
	for _, c := range r.Claims {
		s := marked.Said{
			Start: c.Content.Start, End: c.Content.End, Words: r.Slice(c.Content),
			Kind: string(c.Kind), Stance: string(c.Stance), Speaker: c.By.Speaker, Own: c.By.Own,
		}
		for _, v := range c.By.Via {
			s.Via = append(s.Via, v.Speaker)
		}
		out = append(out, s)
	}
	return out
}

// AttributionLines scores many lines.
func AttributionLines(lines []string, language string) marked.SaidScore {
	var all marked.SaidScore
	for _, l := range lines {
		s, _ := AttributionCase(l, language)
		all.Add(s)
	}
	return all
}
