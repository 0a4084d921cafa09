package told

import (
	"recoupe/claim"
	"recoupe/lang"
	"recoupe/text"
)

// Numbers told of other places than the ones told of so far: "au moins 170 morts
// dans d'autres villes", "ailleurs, trois personnes ont été tuées". They are no
// earlier and no rival toll of the place a report is about.

// elsewhere marks the figures of a sentence that are told of other places.
func (r *reader) elsewhere(fs []finding, s lang.Sent) {
	for i := s.First; i < s.End; i++ {
		last := r.otherPlaces(i, s)
		if last < i {
			continue
		}
		k := r.lastBefore(fs, i)
		if k < 0 { // "Dans d'autres villages, 12 corps ont été retrouvés"
			for n := range fs {
				if fs[n].figure != nil && !r.stops(last+1, fs[n].first) && !r.ownPlace(fs[n].figure, last, s) {
					r.setElsewhere(fs[n].figure, i, last)
				}
			}
			continue
		}
		if r.stops(max(fs[k].npEnd, fs[k].last)+1, i) {
			continue
		}
		r.setElsewhere(fs[k].figure, i, last)
		for ; k > 0 && fs[k-1].figure != nil && fs[k-1].figure.PlaceAt.End <= fs[k-1].figure.Span.End && r.linked(&fs[k-1].counted, &fs[k].counted) && !r.placeBetween(&fs[k-1], &fs[k]); k-- {
			r.setElsewhere(fs[k-1].figure, i, last)
		}
	}
}

// otherPlaces returns the last token of the words for other places that begin at
// token i, i-1 where none do: "d'autres villes", "le reste du pays", "ailleurs".
func (r *reader) otherPlaces(i int32, s lang.Sent) int32 {
	t := &r.a.Tokens[i]
	before := ""
	if i > s.First {
		before = r.a.Tokens[i-1].Norm
	}
	switch t.Norm {
	case "ailleurs":
		if before != "par" && before != "d'" && before != "partout" {
			return i
		}
	case "reste":
		if before == "le" && i+2 < s.End && (r.a.Tokens[i+1].Norm == "de" || r.a.Tokens[i+1].Norm == "du") {
			for j := i + 2; j < min(s.End, i+4); j++ {
				if elsewherePlaces[r.a.Tokens[j].Norm] {
					return j
				}
			}
		}
	case "autres":
		led := false
		for j := i - 1; j >= s.First && j >= i-4; j-- {
			switch r.a.Tokens[j].Norm {
			case "dans", "en", "à", "sur":
				led = true
			}
		}
		for j := i + 1; led && j < min(s.End, i+3); j++ {
			if elsewherePlaces[r.a.Tokens[j].Norm] {
				return j
			}
		}
	}
	return i - 1
}

// elsewherePlaces are what "autres" stands before when places are meant.
var elsewherePlaces = lang.WordSet("endroits lieux localités villes villages communes quartiers zones régions région provinces province districts départements secteurs parties points sites îles pays états camps faubourgs bourgs hameaux municipalités wilayas cantons comtés île ville capitale territoire archipel côte")

// lastBefore is the index of the last figure that ends before token i, -1 for none.
func (r *reader) lastBefore(fs []finding, i int32) int {
	for k := len(fs) - 1; k >= 0; k-- {
		if fs[k].figure != nil && fs[k].first < i {
			return k
		}
	}
	return -1
}

// stops reports whether a clause ends between two tokens, or a new one begins with
// who says it.
func (r *reader) stops(from, to int32) bool {
	for j := from; j < to; j++ {
		switch r.a.Tokens[j].Norm {
		case ";", ":", "tandis", "mais", "alors":
			return true
		}
	}
	return false
}

// ownPlace reports whether fig has a place of its own in its sentence, not the one
// behind the words for other places that end at token last: "Ailleurs, la police a
// compté 1.200 personnes à Kareval".
func (r *reader) ownPlace(fig *claim.Figure, last int32, s lang.Sent) bool {
	_, to := r.a.Surface(last, last)
	return fig.PlaceAt.Start > to+len(" de l'ouest de la ") && fig.PlaceAt.End <= int(r.a.Tokens[s.End-1].End)
}

// placeBetween reports whether a place is named between two figures: "11.300 morts
// à Derna et 170 dans d'autres villes".
func (r *reader) placeBetween(a, b *finding) bool {
	for i := range r.a.Names {
		n := &r.a.Names[i]
		if n.Kind == lang.Location && n.Start >= a.figure.Number.End && n.End <= b.figure.Number.Start {
			return true
		}
	}
	return false
}

// setElsewhere marks fig, whose place is only what stands behind the words from
// token first to last: "d'autres endroits de l'est de la Libye".
func (r *reader) setElsewhere(fig *claim.Figure, first, last int32) {
	fig.Elsewhere = true
	from, to := r.a.Surface(first, last)
	fig.Because = append(fig.Because, claim.Reason{Rule: "elsewhere", Span: r.span(from, to)})
	if fig.PlaceAt.Start < to || fig.PlaceAt.Start > to+60 {
		fig.Place, fig.PlaceAt = nil, text.Span{}
	}
}
