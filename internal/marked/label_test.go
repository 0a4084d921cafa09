package marked

import (
	"reflect"
	"testing"
)

func TestParseFigure(t *testing.T) {
	got, err := ParseFigure("killed/victims security_forces >=13 denied by=la_télévision/- via=TASS+Ria_Novosti part=2 sev=serious scope=period label=bandits place=Osh aside prev")
	if err != nil {
		t.Fatal(err)
	}
	want := FigureLabel{
		Measures: []string{"killed", "victims"}, Groups: []string{"security_forces"},
		Quantity: Quantity{Qualifier: "at_least", Value: 13}, Stance: "denied",
		By: []string{"la télévision", "-"}, Via: []string{"TASS", "Ria Novosti"}, Part: 2,
		Severity: "serious", Scope: "period", Called: "bandits", Place: "Osh", Aside: true, Previous: true,
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	if !got.Own() {
		t.Error("by=.../- lets the report speak for itself")
	}
}

func TestParseFigureRefuses(t *testing.T) {
	for _, s := range []string{
		"", "by", "withdrawn", "gap killed people", "killed people", "dead people 12", "killed folk 12",
		"killed people douze", "killed people 1.200", "killed people 30..20", "killed people v..9",
		"killed people 12 hedge", "killed people 12 by=", "killed people 12 part=0", "killed people 12 sev=bad",
		"killed people +12", "killed people ",
	} {
		if f, err := ParseFigure(s); err == nil {
			t.Errorf("ParseFigure(%q) = %+v, want an error", s, f)
		}
	}
}

func TestNumberNotation(t *testing.T) {
	for _, s := range []string{"225", "~2000", ">=12", ">1000", "<=12", "<100", "20..30", "v20..99"} {
		n, err := ParseNumber(s)
		if err != nil {
			t.Errorf("ParseNumber(%q): %v", s, err)
		} else if got := n.String(); got != s || n.Ordinal {
			t.Errorf("ParseNumber(%q) prints %q", s, got)
		}
	}
	if n, err := ParseNumber("ordinal"); err != nil || !n.Ordinal {
		t.Errorf("ordinal: %+v, %v", n, err)
	}
	if _, err := ParseNumber("many"); err == nil {
		t.Error("ParseNumber took a word")
	}
}

func TestGapsAndRemarks(t *testing.T) {
	g, err := ParseGap("gap killed/- civilians")
	if err != nil || !reflect.DeepEqual(g, GapLabel{[]string{"killed", "-"}, []string{"civilians"}}) {
		t.Errorf("got %+v, %v", g, err)
	}
	for _, s := range []string{"gap", "gap dead people", "killed people 12"} {
		if _, err := ParseGap(s); err == nil {
			t.Errorf("ParseGap(%q): want an error", s)
		}
	}
	if !IsRemark("withdrawn") || IsRemark("by") {
		t.Error("remarks")
	}
}
