package eval

import (
	"bytes"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"recoupe"
	"recoupe/render"
	"recoupe/source"
)

// TestSameBytes: the account does not depend on the order in which reports are
// named, nor on how many are read at once.
func TestSameBytes(t *testing.T) {
	files, err := filepath.Glob("../testdata/port-lisane/*.*")
	if err != nil || len(files) < 10 {
		t.Fatalf("the bundled example is not whole: %d files, %v", len(files), err)
	}
	files = slices.DeleteFunc(files, func(f string) bool { return strings.HasSuffix(f, ".md") })
	account := func(files []string, workers int) []byte {
		res := recoupe.Read(source.Files(files, strings.NewReader(""), source.Options{}), recoupe.Options{Workers: workers})
		var b bytes.Buffer
		if err := render.JSON(&b, res); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	want := account(files, 1)
	if len(want) < 10_000 {
		t.Fatalf("an account of %d bytes", len(want))
	}
	turned := slices.Clone(files)
	slices.Reverse(turned)
	for name, got := range map[string][]byte{
		"eight workers":             account(files, 8),
		"named the other way round": account(turned, 3),
		"one named twice":           account(append(slices.Clone(files), files[0]), 2),
		"the folder":                account([]string{"../testdata/port-lisane"}, 2),
	} {
		if !bytes.Equal(got, want) {
			t.Errorf("%s: other bytes%s", name, firstDifference(want, got))
		}
	}
}

func firstDifference(a, b []byte) string {
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	cut := func(s []byte) string { return string(s[max(0, n-80):min(len(s), n+80)]) }
	return "\n" + cut(a) + "\n" + cut(b)
}

// TestEverySpanQuotes: a number without its span does not exist.
func TestEverySpanQuotes(t *testing.T) {
	res := recoupe.Read(source.Files([]string{"../testdata/port-lisane"}, strings.NewReader(""), source.Options{}), recoupe.Options{})
	if len(res.Reports) != 10 || len(res.Unread) > 0 {
		t.Fatalf("%d reports, unread %v", len(res.Reports), res.Unread)
	}
	figures := 0
	for _, r := range res.Reports {
		for _, f := range r.Figures {
			figures++
			for _, reason := range f.Because {
				if words := r.Slice(reason.Span); words == "" || reason.Rule == "" {
					t.Errorf("%s: a reason without words: %+v", f.ID, reason)
				}
			}
			if words := r.Slice(f.Span); !strings.Contains(words, r.Slice(f.Number)) {
				t.Errorf("%s: «%s» does not hold its numeral «%s»", f.ID, words, r.Slice(f.Number))
			}
		}
	}
	if figures < 60 {
		t.Errorf("only %d figures in the example", figures)
	}
}
