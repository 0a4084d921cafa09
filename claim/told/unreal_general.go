package told

import "recoupe/lang"

// What is corrected in passing, and what is true of anybody.

// notSo reports whether those counted are said not to be the number: "quatre morts et
// non pas cinq".
func (r *reader) notSo(f *finding, s lang.Sent) bool {
	i := f.first - 1
	for i > s.First && (r.a.Tokens[i].Norm == "pas" || r.a.Tokens[i].Norm == "plus") {
		i--
	}
	return i > s.First && r.a.Tokens[i].Norm == "non" && (r.a.Tokens[i-1].Norm == "et" || r.a.Tokens[i-1].Norm == "(" || r.a.Tokens[i-1].Norm == ",")
}

// somebodys are those who are somebody's and nobody by themselves.
var somebodys = lang.WordSet("proche ami amie parent")

// inGeneral reports whether f is nobody in particular: "ont signalé la disparition d'un
// proche", "avant d'affirmer qu'une personne est morte".
func (r *reader) inGeneral(f *finding, s lang.Sent) bool {
	if !f.single || f.head < 0 {
		return false
	}
	i := f.first - 1
	if n := r.a.Tokens[max(i, s.First)].Norm; i > s.First && somebodys[r.a.Tokens[f.head].Norm] && f.npEnd == f.head && (n == "d'" || n == "de") {
		return true
	}
	if i-3 < s.First || lang.FullForm(r.a.Tokens[i].Norm) != "que" || !r.a.Tokens[i-1].Morph.Has(lang.Inf) {
		return false
	}
	return lang.FullForm(r.a.Tokens[i-2].Norm) == "de" && r.a.Tokens[i-3].Norm == "avant"
}
