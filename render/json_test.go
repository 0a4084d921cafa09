package render_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"recoupe"
	"recoupe/internal/shared"
	"recoupe/render"
	"recoupe/source"
)

const example = "../testdata/port-lisane"

// read runs the whole pipeline over files.
func read(t testing.TB, names ...string) *recoupe.Result {
	t.Helper()
	return recoupe.Read(source.Files(names, nil, source.Options{}), recoupe.Options{})
}

func account(t testing.TB, res *recoupe.Result) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := render.JSON(&b, res); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// schema compiles doc/schema.json. A reader of an account passes over keys it
// does not know; recoupe itself must write none that the schema does not name, so
// here every object is closed.
func schema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	data, err := os.ReadFile("../doc/schema.json")
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	closeObjects(doc)
	c := jsonschema.NewCompiler()
	if err := c.AddResource("account.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("account.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func closeObjects(v any) {
	switch v := v.(type) {
	case map[string]any:
		if _, ok := v["properties"].(map[string]any); ok {
			v["additionalProperties"] = false
		}
		for _, w := range v {
			closeObjects(w)
		}
	case []any:
		for _, w := range v {
			closeObjects(w)
		}
	}
}

func validate(t *testing.T, s *jsonschema.Schema, data []byte) {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Validate(v); err != nil {
		t.Errorf("not as doc/schema.json says: %v", err)
	}
}

func TestSchema(t *testing.T) {
	s := schema(t)
	for name, res := range map[string]*recoupe.Result{
		"the bundled example": read(t, example),
		"nothing":             {},
		"what cannot be read": read(t, filepath.Join(t.TempDir(), "none.txt")),
		"a story of ours":     hostile(),
	} {
		t.Run(name, func(t *testing.T) {
			data := account(t, res)
			validate(t, s, data)
			spans(t, data)
		})
	}
	// The schema must be able to say no.
	v, _ := jsonschema.UnmarshalJSON(bytes.NewReader([]byte(`{"format":"recoupe/1","made_by":"recoupe 0"}`)))
	if s.Validate(v) == nil {
		t.Error("the schema accepts an account without reports")
	}
}

func TestSchemaOfFoundingReports(t *testing.T) {
	data := account(t, read(t, shared.Path(t, "..", "seeds")))
	validate(t, schema(t), data)
	spans(t, data)
}

// spans checks that every span of an account quotes its report to the byte and
// stands on rune boundaries.
func spans(t *testing.T, data []byte) {
	t.Helper()
	var a struct {
		Reports []struct{ ID, Text string }
	}
	if err := json.Unmarshal(data, &a); err != nil {
		t.Fatal(err)
	}
	texts := map[string]string{}
	for _, r := range a.Reports {
		texts[r.ID] = r.Text
	}
	var v any
	if err := json.Unmarshal(data, &v); err != nil {
		t.Fatal(err)
	}
	n := 0
	walk(v, func(m map[string]any) {
		quote, ok := m["quote"].(string)
		if !ok {
			return
		}
		n++
		text, ok := texts[m["report"].(string)]
		start, end := int(m["start"].(float64)), int(m["end"].(float64))
		if !ok || start > end || end > len(text) || text[start:end] != quote {
			t.Errorf("span %v does not quote its report", m)
		}
	})
	if len(texts) > 0 && n == 0 {
		t.Error("an account without a single span")
	}
}

func walk(v any, visit func(map[string]any)) {
	switch v := v.(type) {
	case map[string]any:
		visit(v)
		for _, w := range v {
			walk(w, visit)
		}
	case []any:
		for _, w := range v {
			walk(w, visit)
		}
	}
}
