package render

import (
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"recoupe/claim"
	"recoupe/text"
)

// fileNames names the reports that state no outlet and no address by their files,
// short enough to read: "000_1b56…" for "000_1b56cf2fb7133b76.txt". Where two
// would be called the same, both keep their whole names.
func fileNames(reports []*claim.Report) map[text.DocID]string {
	whole, short := map[text.DocID]string{}, map[text.DocID]string{}
	told := map[string]int{}
	for _, r := range reports {
		if r.Outlet != "" || r.URL != "" || len(r.Files) == 0 {
			continue
		}
		base := path.Base(strings.ReplaceAll(r.Files[0], "\\", "/"))
		if ext := path.Ext(base); ext != "" && len(ext) <= 5 && !strings.Contains(ext, ":") {
			base = strings.TrimSuffix(base, ext)
		}
		whole[r.ID] = clean(base)
		short[r.ID] = shortName(whole[r.ID])
		told[short[r.ID]]++
	}
	for id, s := range short {
		if told[s] > 1 {
			short[id] = whole[id]
		}
	}
	return short
}

// shortName cuts what nobody reads: the rest of a hash, and of a long name what
// stands behind the words that fit.
func shortName(s string) string {
	const hash, most = 10, 32
	var b strings.Builder
	for len(s) > 0 {
		n := strings.IndexFunc(s, func(c rune) bool { return !hexDigit(c) })
		if n < 0 {
			n = len(s)
		}
		if run := s[:n]; n >= hash && strings.ContainsAny(run, "0123456789") {
			b.WriteString(run[:4] + "…")
			s = s[n:]
			continue
		}
		_, size := utf8.DecodeRuneInString(s[n:])
		b.WriteString(s[:n+size])
		s = s[n+size:]
	}
	out := []rune(b.String())
	if len(out) <= most {
		return string(out)
	}
	cut := most - 2
	for cut > most/2 && (unicode.IsLetter(out[cut]) || unicode.IsDigit(out[cut])) {
		cut--
	}
	return strings.TrimRight(string(out[:cut]), " _-.,") + "…"
}

func hexDigit(c rune) bool { return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' }
