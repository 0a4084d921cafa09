package text

// Sentences divides s into sentences. None runs over a part; where parts is nil
// every line is one.
func Sentences(s string, parts []Part) []Sentence {
	var out []Sentence
	if parts == nil {
		parts = lines(s)
	}
	for pi, p := range parts {
		start := p.Start
		for i := p.Start; i < p.End; i++ {
			if s[i] == '.' && (i+1 == p.End || s[i+1] == ' ') {
				out = append(out, Sentence{Start: start, End: i + 1, Part: pi, Language: Language(s[start : i+1])})
				start = i + 1
				for start < p.End && s[start] == ' ' {
					start++
				}
			}
		}
		if start < p.End {
			out = append(out, Sentence{Start: start, End: p.End, Part: pi, Language: Language(s[start:p.End])})
		}
	}
	return out
}

func lines(s string) []Part {
	var out []Part
	start := 0
	for i := 0; i <= len(s); i++ {
		if i == len(s) || s[i] == '\n' {
			if i > start {
				out = append(out, Part{Start: start, End: i})
			}
			start = i + 1
		}
	}
	return out
}
