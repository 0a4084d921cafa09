package ledger

import (
	"testing"

	"recoupe/claim"
	"recoupe/lang"
)

func TestCompared(t *testing.T) {
	named := func(q lang.Qualifier, v int64) lang.Quantity {
		return lang.Quantity{Qualifier: q, Value: v, Named: true}
	}
	const inf = lang.Unbounded
	for _, c := range []struct {
		words string
		q     lang.Quantity
		want  bounds
	}{
		{"225", named(lang.Exact, 225), bounds{225, 225}},
		{"au moins 26", named(lang.AtLeast, 26), bounds{26, inf}},
		{"plus d'un millier", named(lang.MoreThan, 1000), bounds{1001, inf}},
		{"jusqu'à 12", named(lang.AtMost, 12), bounds{0, 12}},
		{"moins de 100", named(lang.LessThan, 100), bounds{0, 99}},
		{"moins de 0", named(lang.LessThan, 0), bounds{0, 0}},
		{"environ 2.000", named(lang.Approx, 2000), bounds{1800, 2200}},
		{"une dizaine", named(lang.Approx, 10), bounds{9, 11}},
		{"une quinzaine", named(lang.Approx, 15), bounds{13, 17}},
		{"entre 20 et 30", lang.Quantity{Qualifier: lang.Range, Low: 20, High: 30}, bounds{20, 30}},
		{"des dizaines", lang.Quantity{Qualifier: lang.Vague, Low: 20, High: 99}, bounds{20, inf}},
		{"nothing known", lang.Quantity{}, bounds{0, 0}},
		{"as many as there are", named(lang.MoreThan, inf), bounds{inf, inf}},
		{"less than nothing", named(lang.Exact, -3), bounds{0, 0}},
	} {
		if got := compared(c.q); got != c.want {
			t.Errorf("%s: %v, want %v", c.words, got, c.want)
		}
	}
}

func TestSlip(t *testing.T) {
	for _, c := range []struct {
		a, b int64
		want string
	}{
		{7939, 7989, RuleSlipDigit}, {1352, 1325, RuleSlipSwap}, {164, 164, ""}, {18, 16, ""}, {99, 100, ""}, {1800, 180, ""},
		{4578, 4353, ""}, {1234, 4231, ""}, {123, 231, ""}, {5135, 5800, ""}, {225, 252, RuleSlipSwap},
	} {
		if got := slip(c.a, c.b); got != c.want || slip(c.b, c.a) != c.want {
			t.Errorf("slip(%d, %d) = %q, want %q", c.a, c.b, got, c.want)
		}
	}
}

func TestRegion(t *testing.T) {
	town := &lang.Place{Number: 1, Name: "Patras", Precision: "city", Country: "GR"}
	country := &lang.Place{Number: 2, Name: "Grèce", Precision: "country", Country: "GR"}
	other := &lang.Place{Number: 3, Name: "Albanie", Precision: "country", Country: "AL"}
	for _, c := range []struct {
		name       string
		said, near []*lang.Place // of the other figures
		me, mine   *lang.Place   // said of, and near, the figure asked for
		want       *lang.Place
	}{
		{"no place anywhere", nil, nil, nil, nil, nil},
		{"the only place said", []*lang.Place{town}, nil, nil, nil, town},
		{"the wider of two", []*lang.Place{town, country}, nil, nil, nil, country},
		{"its own", []*lang.Place{town, country}, nil, town, nil, town},
		{"the paragraph decides nothing", []*lang.Place{town}, nil, nil, country, town},
		{"but another country is another", []*lang.Place{town}, nil, nil, other, other},
		{"side by side, the paragraph decides", []*lang.Place{country, other}, nil, nil, country, country},
		{"side by side, no place is the whole", []*lang.Place{country, other}, nil, nil, nil, nil},
		{"paragraphs alone", nil, []*lang.Place{town, country}, nil, town, country},
	} {
		g := &region{said: map[string]*lang.Place{}, near: map[string]*lang.Place{}}
		for _, p := range c.said {
			g.add(p, nil)
		}
		for _, p := range c.near {
			g.add(nil, p)
		}
		g.add(c.me, c.mine)
		g.settle()
		if got := g.of(c.me, c.mine); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
	if accumulates(claim.Missing) || !accumulates(claim.Killed) {
		t.Error("the missing may become fewer, the dead may not")
	}
}
