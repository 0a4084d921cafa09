package render

import (
	"regexp"
	"slices"
	"testing"

	"recoupe/edtf"
	"recoupe/lang"
)

// TestCatalogues: what is said in one language is said in the other, with the
// same arguments.
func TestCatalogues(t *testing.T) {
	arg := regexp.MustCompile(`\{\d\}`)
	en, fr := words("en"), words("fr")
	if len(en.of) < 200 {
		t.Fatalf("only %d keys", len(en.of))
	}
	for _, pair := range [][2]*Words{{en, fr}, {fr, en}} {
		for key, text := range pair[0].of {
			other, ok := pair[1].of[key]
			if !ok {
				t.Errorf("%s: not in %s", key, pair[1].tag)
				continue
			}
			a, b := arg.FindAllString(text, -1), arg.FindAllString(other, -1)
			slices.Sort(a)
			slices.Sort(b)
			if !slices.Equal(a, b) {
				t.Errorf("%s: arguments %v in %s, %v in %s", key, a, pair[0].tag, b, pair[1].tag)
			}
		}
	}
}

func TestAmount(t *testing.T) {
	vague := lang.Quantity{Qualifier: lang.Vague, Low: 20, High: 99}
	span := lang.Quantity{Qualifier: lang.Range, Low: 1200, High: 1300}
	for _, c := range []struct {
		q      lang.Quantity
		en, fr string
	}{
		{lang.ExactQuantity(2030), "2,030", "2\u202f030"},
		{lang.Qualify(lang.AtLeast, 26), "≥ 26", "≥ 26"},
		{lang.Qualify(lang.MoreThan, 1000), "> 1,000", "> 1\u202f000"},
		{lang.Qualify(lang.LessThan, 100), "< 100", "< 100"},
		{lang.Qualify(lang.AtMost, 12), "≤ 12", "≤ 12"},
		{lang.Qualify(lang.Approx, 2000), "~2,000", "~2\u202f000"},
		{vague, "dozens (20–99)", "des dizaines (20–99)"},
		{span, "1,200–1,300", "1\u202f200–1\u202f300"},
		{lang.Quantity{Qualifier: lang.Vague, Low: 30, High: lang.Unbounded}, "≥ 30", "≥ 30"},
	} {
		if got := words("en").amount(c.q); got != c.en {
			t.Errorf("%v: %q, want %q", c.q, got, c.en)
		}
		if got := words("fr").amount(c.q); got != c.fr {
			t.Errorf("%v: %q, want %q", c.q, got, c.fr)
		}
	}
}

func TestDate(t *testing.T) {
	for _, c := range []struct {
		edtf   string
		en, fr string
	}{
		{"2031-03-12", "12 Mar", "12 mars"},
		{"2031-03-01", "1 Mar", "1er mars"},
		{"2030-12-31/2031-01-02", "31 Dec 2030 – 2 Jan", "31 déc. 2030 – 2 janv."},
		{"2031-03-10/2031-03-16", "10–16 Mar", "10–16 mars"},
		{"2031-03", "Mar 2031", "mars 2031"},
		{"2031", "2031", "2031"},
		{"1989/2019", "1989–2019", "1989–2019"},
		{"2031-03-12/..", "since 12 Mar", "depuis le 12 mars"},
		{"../2031-03-12", "until 12 Mar", "jusqu’au 12 mars"},
		{"2031-03-12~", "~12 Mar", "~12 mars"},
	} {
		when, err := edtf.Parse(c.edtf)
		if err != nil {
			t.Fatal(err)
		}
		if got := words("en").date(when, 2031); got != c.en {
			t.Errorf("%s: %q, want %q", c.edtf, got, c.en)
		}
		if got := words("fr").date(when, 2031); got != c.fr {
			t.Errorf("%s: %q, want %q", c.edtf, got, c.fr)
		}
	}
	if got := words("fr").date(edtf.Time{}, 2031); got != "sans date" {
		t.Errorf("unknown time: %q", got)
	}
}

func TestIn(t *testing.T) {
	for locale, want := range map[string]string{"fr": "fr", "fr_FR.UTF-8": "fr", "fr-CA": "fr", "FR": "fr", "en_GB": "en", "C": "en", "": "en", "fry": "en", "ru_RU": "en"} {
		if got := In(locale).Tag(); got != want {
			t.Errorf("%q: %s, want %s", locale, got, want)
		}
	}
}
