package text

import (
	"testing"

	"recoupe/source"
)

func TestSignature(t *testing.T) {
	for _, tc := range []struct{ last, outlet string }{
		{"La Voix du Delta", "La Voix du Delta"},
		{"Le Courrier des Salines (Littoral)", "Le Courrier des Salines"},
		{"Radio Mistral, avec l'agence Littoral", "Radio Mistral"},
		{"Littoral", "Littoral"}, // the text says "a-t-il dit à Littoral"
		{"Jeanne Aubrac", ""},
		{"Les secours continuent.", ""},
		{"Rien de plus", ""},
	} {
		s := "La digue a cédé dimanche soir dans la vallée.\n\n\"L'eau monte encore\", a-t-il dit à Littoral devant la mairie du village.\n\n" + tc.last + "\n"
		d, err := Read(&source.Capture{Name: "a.txt", MediaType: "text/plain", Body: []byte(s)}, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if d.Outlet != tc.outlet {
			t.Errorf("%q at the end: outlet %q, want %q", tc.last, d.Outlet, tc.outlet)
		}
	}
}
