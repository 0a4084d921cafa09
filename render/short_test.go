package render

import (
	"testing"

	"recoupe"
	"recoupe/claim"
	"recoupe/text"
)

func TestShortIDs(t *testing.T) {
	res := &recoupe.Result{}
	for _, id := range []string{"aaaaaa111111", "aaaaaa112222", "aaaaab000000", "bbbbbb000000"} {
		f := &claim.Figure{ID: id + "-7"}
		res.Reports = append(res.Reports, &claim.Report{Document: &text.Document{ID: text.DocID(id)}, Figures: []*claim.Figure{f, {ID: id + "-70"}}})
	}
	ids := shortIDs(res)
	for i, want := range []string{"aaaaaa111-7", "aaaaaa112-7", "aaaaab-7", "bbbbbb-7"} {
		f := res.Reports[i].Figures[0]
		if got := ids.of(f); got != want {
			t.Errorf("%s is written %s, want %s", f.ID, got, want)
		}
		for _, typed := range []string{want, "[" + want + "]", f.ID} {
			if found, _ := Find(res, typed); len(found) != 1 || found[0] != f {
				t.Errorf("%s finds %d figures", typed, len(found))
			}
		}
	}
	for typed, n := range map[string]int{"aaaaaa-7": 2, "aaaaa": 6, "b": 2, "aaaaaa11-70": 2, "bbbbbb-": 2, "c": 0} {
		found, near := Find(res, typed)
		if len(found) != n || n == 0 && len(near) == 0 {
			t.Errorf("%s finds %d figures, want %d; near %v", typed, len(found), n, near)
		}
	}
}
