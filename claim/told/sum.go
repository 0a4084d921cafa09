package told

import (
	"recoupe/claim"
	"recoupe/lang"
)

// sums makes parts of two numbers that one sentence tells one beside the other
// ("38 personnes ont été tuées sur place et 12 autres sont décédées à l'hôpital")
// where they add up exactly to the number of the same people told in the sentences
// before: the whole was told, and this is how it came about.
func (r *reader) sums() {
	figures := r.r.Figures
	for i := 0; i+1 < len(figures); i++ {
		a, b := figures[i], figures[i+1]
		if a.Sent != b.Sent || !addend(a) || !addend(b) || a.Measure != b.Measure || a.Group != b.Group || a.Scope != b.Scope {
			continue
		}
		whole := r.wholeOf(a, a.Quantity.Low+b.Quantity.Low)
		if whole == nil {
			continue
		}
		for _, f := range []*claim.Figure{a, b} {
			f.PartOf = whole
			f.Because = append(f.Because, claim.Reason{Rule: "adds-up", Span: whole.Span})
		}
	}
}

// addend reports whether f is an exact number that stands by itself.
func addend(f *claim.Figure) bool {
	return f.PartOf == nil && !f.Aside && !f.Previous && f.Stance == claim.Asserted && f.Quantity.Qualifier == lang.Exact && f.Quantity.Low > 1
}

// wholeOf is the figure of n of the same people, told no more than two sentences
// before f, nil if there is none.
func (r *reader) wholeOf(f *claim.Figure, n int64) *claim.Figure {
	for k := len(r.r.Figures) - 1; k >= 0; k-- {
		w := r.r.Figures[k]
		if w.Sent < f.Sent && w.Sent >= f.Sent-2 && w.Quantity.Low == n && w.PartOf == nil && w.Measure == f.Measure && !w.Aside && (w.Group == f.Group || w.Group == claim.People) {
			return w
		}
	}
	return nil
}
