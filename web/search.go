package web

import (
	"cmp"
	"html/template"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"recoupe/claim"
	"recoupe/render"
	"recoupe/text"
)

// A finder finds the sentences that hold all the words asked for. Words are
// compared without case and accents; the last one asked for may be the beginning
// of a word.
type finder struct {
	reports []*claim.Report
	at      map[string][]posting // folded word → sentences, in order
	words   []string             // sorted
}

// A posting is a sentence: report and sentence number.
type posting struct{ report, sentence int32 }

func newFinder(reports []*claim.Report) *finder {
	f := &finder{reports: reports, at: map[string][]posting{}}
	for i, r := range reports {
		for k, s := range r.Sentences {
			here := posting{int32(i), int32(k)}
			for _, w := range foldedWords(r.Text[s.Start:s.End]) {
				list := f.at[w]
				if len(list) == 0 || list[len(list)-1] != here {
					f.at[w] = append(list, here)
				}
			}
		}
	}
	for w := range f.at {
		f.words = append(f.words, w)
	}
	slices.Sort(f.words)
	return f
}

// foldedWords returns the words of s in lower case without accents.
func foldedWords(s string) []string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(s)) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case r == 'œ':
			b.WriteString("oe")
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(r)
		default:
			b.WriteByte(' ')
		}
	}
	return strings.Fields(b.String())
}

// find returns the sentences that hold all of words.
func (f *finder) find(query string) []posting {
	words := foldedWords(query)
	if len(words) == 0 || len(words) > 16 {
		return nil
	}
	var out []posting
	for i, w := range words {
		list := f.at[w]
		if i == len(words)-1 {
			list = f.beginning(w)
		}
		if i == 0 {
			out = list
			continue
		}
		out = both(out, list)
	}
	return out
}

// beginning returns the sentences with a word that begins with w.
func (f *finder) beginning(w string) []posting {
	i, _ := slices.BinarySearch(f.words, w)
	var out []posting
	for n := 0; i < len(f.words) && strings.HasPrefix(f.words[i], w) && n < 500; i, n = i+1, n+1 {
		out = append(out, f.at[f.words[i]]...)
	}
	slices.SortFunc(out, comparePostings)
	return slices.Compact(out)
}

func comparePostings(a, b posting) int {
	return cmp.Or(cmp.Compare(a.report, b.report), cmp.Compare(a.sentence, b.sentence))
}

func both(a, b []posting) []posting {
	var out []posting
	for i, k := 0, 0; i < len(a) && k < len(b); {
		switch c := comparePostings(a[i], b[k]); {
		case c < 0:
			i++
		case c > 0:
			k++
		default:
			out = append(out, a[i])
			i, k = i+1, k+1
		}
	}
	return out
}

// A searchPage lists sentences and speakers.
type searchPage struct {
	Query  string
	Asked  bool
	Total  int
	Whole  bool // reports of the dossier that hold the words, and not sentences
	Hits   []*hit
	Voices []*voiceHit
	Next   string // the address of the next page
}

type hit struct {
	S    *render.Sheet
	R    *claim.Report
	At   text.Span
	Href string
}

type voiceHit struct{ ID, Name, Role string }

func (p *page) search() (string, any) {
	p.Title, p.Here = p.T("web.search"), "search"
	v := &searchPage{Query: p.query.Get("q")}
	if len(v.Query) > 400 {
		v.Query = strings.ToValidUTF8(v.Query[:400], "")
	}
	v.Asked = len(foldedWords(v.Query)) > 0
	if !v.Asked {
		return "search", v
	}
	p.Title = v.Query + " — " + p.Title
	if p.find != nil && p.kept(v) {
		v.Voices = p.voicesCalled(v.Query)
		return "search", v
	}
	list := p.e.found().find(v.Query)
	v.Total = len(list)
	const most = 50
	from, _ := strconv.Atoi(p.query.Get("from"))
	from = max(0, min(from, len(list)))
	for _, at := range list[from:min(from+most, len(list))] {
		r := p.e.res.Reports[at.report]
		sen := r.Sentences[at.sentence]
		s, _ := p.seat(r.ID)
		if s == nil {
			continue
		}
		c := strconv.Itoa(sen.Start) + "-" + strconv.Itoa(sen.End)
		v.Hits = append(v.Hits, &hit{s, r, r.Span(sen.Start, sen.End), p.Report(r.ID) + "?c=" + c + "#s-" + c})
	}
	if from+most < len(list) {
		v.Next = strconv.Itoa(from + most)
	}
	if from == 0 {
		v.Voices = p.voicesCalled(v.Query)
	}
	return "search", v
}

// kept lists the reports of the dossier that hold the words, the best first, as
// its index finds them. It reports whether that could be done.
func (p *page) kept(v *searchPage) bool {
	const most = 200
	list, err := p.find(v.Query, most)
	if err != nil {
		return false
	}
	v.Whole = true
	for _, h := range list {
		r := p.e.byBody[h.Record.Body]
		if r == nil {
			continue // kept since this account was made; the next one has it
		}
		s, _ := p.seat(r.ID)
		if s == nil {
			continue
		}
		at := sentenceOf(r, h.Sentence)
		v.Total++
		if at.End > at.Start {
			c := strconv.Itoa(at.Start) + "-" + strconv.Itoa(at.End)
			v.Hits = append(v.Hits, &hit{s, r, at, p.Report(r.ID) + "?c=" + c + "#s-" + c})
		} else {
			v.Hits = append(v.Hits, &hit{s, r, r.Span(0, min(len(r.Text), 1)), p.Report(r.ID)})
		}
	}
	return true
}

// sentenceOf finds the sentence of r with these words, its spaces evened out.
func sentenceOf(r *claim.Report, even string) text.Span {
	for _, s := range r.Sentences {
		if strings.Join(strings.Fields(r.Text[s.Start:s.End]), " ") == even {
			return r.Span(s.Start, s.End)
		}
	}
	return text.Span{}
}

// voicesCalled lists the speakers whose names hold the words asked for.
func (p *page) voicesCalled(query string) []*voiceHit {
	asked := foldedWords(query)
	var out []*voiceHit
	for _, sp := range p.e.res.Cast.Speakers {
		names := foldedWords(strings.Join(append([]string{sp.Name}, sp.Spellings...), " "))
		all := true
		for _, w := range asked {
			all = all && slices.ContainsFunc(names, func(n string) bool { return strings.HasPrefix(n, w) })
		}
		if all && p.e.sayings[sp.ID] != nil && len(out) < 20 {
			h := &voiceHit{ID: sp.ID, Name: render.Clean(sp.Name)}
			if sp.Role != "" {
				h.Role = p.T("role." + string(sp.Role))
			}
			out = append(out, h)
		}
	}
	return out
}

// Sentence writes a sentence found, the words asked for marked.
func (p *page) Sentence(v *searchPage, h *hit) template.HTML {
	s, _, _ := render.Excerpt(h.R, h.At, 320)
	asked := foldedWords(v.Query)
	var b strings.Builder
	for len(s) > 0 {
		n := strings.IndexFunc(s, func(c rune) bool { return !letter(c) })
		if n < 0 {
			n = len(s)
		}
		word := foldedWords(s[:n])
		if len(word) == 1 && slices.ContainsFunc(asked, func(w string) bool { return strings.HasPrefix(word[0], w) }) {
			b.WriteString("<b>")
			render.Escape(&b, s[:n])
			b.WriteString("</b>")
			s = s[n:]
			continue
		}
		if n == 0 {
			_, n = utf8.DecodeRuneInString(s)
		}
		render.Escape(&b, s[:n])
		s = s[n:]
	}
	return template.HTML(b.String())
}
