package ledger

import (
	"cmp"
	"slices"

	"recoupe/claim"
	"recoupe/lang"
	"recoupe/text"
)

// placeKey tells places apart; "" for none.
func placeKey(p *lang.Place) string {
	if p == nil {
		return ""
	}
	return p.Precision + "/" + p.Country + "/" + p.Name
}

// saidPlace returns the place that the figure's own sentence names, and else the
// one it was given from its surroundings. Only the first is said of the figure.
func saidPlace(r *claim.Report, f *claim.Figure) (said, near *lang.Place) {
	if f.Place == nil {
		return nil, nil
	}
	if f.PlaceAt.Doc == r.ID && f.Sent >= 0 && f.Sent < len(r.Sentences) {
		s := r.Sentences[f.Sent]
		if (text.Span{Doc: r.ID, Start: s.Start, End: s.End}).Contains(f.PlaceAt) {
			return f.Place, nil
		}
	}
	return nil, f.Place
}

// A region is the places that the figures of one quantity speak of.
type region struct {
	said map[string]*lang.Place
	near map[string]*lang.Place
	root *lang.Place // the one that holds all the others; nil where none does
	flat bool        // the said places do not lie in one another
}

func (g *region) add(said, near *lang.Place) {
	if said != nil {
		g.said[placeKey(said)] = said
	}
	if near != nil && near.Known() {
		g.near[placeKey(near)] = near
	}
}

// settle finds the root. Where no sentence names a place, the surroundings do.
func (g *region) settle() {
	from := g.said
	if len(from) == 0 {
		from = g.near
	}
	ps := make([]*lang.Place, 0, len(from))
	for _, p := range from {
		ps = append(ps, p)
	}
	slices.SortFunc(ps, func(a, b *lang.Place) int { return cmp.Compare(placeKey(a), placeKey(b)) })
	for _, p := range ps {
		if g.root == nil || p.Contains(g.root) && !g.root.Contains(p) {
			g.root = p
		}
	}
	for _, p := range ps {
		if !g.root.Contains(p) {
			g.root, g.flat = nil, true
			return
		}
	}
}

// of returns the place whose account a figure belongs to; nil is the whole of
// what the story tells of. A figure without a place of its own speaks of the
// widest place that others name, unless they name several side by side: then it
// may be the place of its paragraph, and else the total.
func (g *region) of(said, near *lang.Place) *lang.Place {
	switch {
	case said != nil:
		return said
	case g.flat && near != nil:
		return near
	case near != nil && !near.Known():
		// A place that no gazetteer knows is too weak to be taken from the
		// surroundings, but where several are told of side by side.
		return g.root
	case near != nil && g.root != nil && !near.Contains(g.root) && !g.root.Contains(near):
		return near
	}
	return g.root
}

// inside reports whether p lies strictly within q, where nil is the whole.
func inside(p, q *lang.Place) bool {
	if p == nil || samePlace(p, q) {
		return false
	}
	return q == nil || q.Contains(p) && !p.Contains(q)
}
