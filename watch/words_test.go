package watch

import (
	"slices"
	"testing"

	"recoupe/source"
	"recoupe/text"
)

// A figure told in other words is still given, and is none that came.
func TestFigureInOtherWords(t *testing.T) {
	doc := func(words string) *text.Document {
		d, err := text.Read(&source.Capture{Name: "a.txt", MediaType: "text/plain", Body: []byte("date 2031-03-12\n\n" + words + "\n")}, text.Options{})
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	for _, x := range []struct {
		before, after string
		left, came    []string
	}{
		{"La crue a fait 164 morts, selon la préfecture.", "Cent soixante-quatre personnes ont été tuées par la crue, selon la préfecture.", nil, nil},
		{"Cent soixante-quatre personnes ont été tuées par la crue, selon la préfecture.", "La crue a fait 164 morts, selon la préfecture.", nil, nil},
		{"La crue a fait 164 morts, selon la préfecture.", "Le bilan de la crue s'établit à 164 tués, dit la préfecture.", nil, nil},
		{"La crue a fait 164 morts, selon la préfecture.", "La crue a fait 165 morts, selon la préfecture.", []string{"164 morts"}, []string{"165 morts"}},
		{"La crue a fait 164 morts, selon la préfecture.", "La crue a fait 164 blessés, selon la préfecture.", []string{"164 morts"}, []string{"164 blessés"}},
		{"La crue a fait une vingtaine de morts, selon la préfecture.", "Une vingtaine de personnes sont mortes dans la crue, selon la préfecture.", nil, nil},
	} {
		f, differs := edit(doc(x.before), doc(x.after))
		if !differs || !slices.Equal(f.Left, x.left) || !slices.Equal(f.Came, x.came) {
			t.Errorf("%s → %s: left %q, came %q", x.before, x.after, f.Left, f.Came)
		}
	}
}
