package recoupe

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// order lists the packages in the order a report passes through them.
// A package may import only those above it. The test also fails for a package
// that is missing here, so adding one means deciding where it belongs.
var order = []string{
	"internal/marked", // test notation
	"internal/shared", // where tests find the founding reports
	"internal/npm",    // what tests compare with
	"edtf",            // notation of time, used by every stage
	"source",
	"fetch",   // one page from the web, as it arrived
	"feed",    // lists of pages
	"warc",    // the form in which web archives hand reports over, and recoupe its own
	"custody", // arithmetic of the log that archive writes
	"archive",
	"text",
	"lang/syntax", // the tagger and parser, which know numbers only
	"lang",
	"claim",
	"claim/voice",
	"claim/told",
	"story",
	"amend", // what a reader corrected by hand
	"when",
	"who",
	"ledger",
	"recall",  // what was read of single reports, for the next run
	".",       // the whole pipeline on one screen
	"dossier", // keeps, and reads with the whole pipeline what changed
	"watch",   // visits again what the dossier holds
	"render",
	"web",
	"cmd/recoupe",
	"eval",
	"eval/large", // writes folders of many reports to measure with
	"train",
}

func TestOrder(t *testing.T) {
	const module = "recoupe"
	err := filepath.WalkDir(".", func(file string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (d.Name() == "testdata" || d.Name() == "node_modules" || strings.HasPrefix(d.Name(), ".") && d.Name() != ".") {
			return fs.SkipDir
		}
		if _, err := os.Stat(filepath.Join(file, "go.mod")); d.IsDir() && file != "." && err == nil {
			return fs.SkipDir // a module of its own, which only measures
		}
		if !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go") {
			return nil
		}
		pkg := path.Dir(filepath.ToSlash(file))
		at := slices.Index(order, pkg)
		if at < 0 {
			t.Errorf("%s: package %s has no place in order", file, pkg)
			return nil
		}
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, imp := range f.Imports {
			p, _ := strconv.Unquote(imp.Path.Value)
			if p != module && !strings.HasPrefix(p, module+"/") {
				continue
			}
			dep := strings.TrimPrefix(strings.TrimPrefix(p, module), "/")
			if dep == "" {
				dep = "."
			}
			if slices.Index(order, dep) >= at {
				t.Errorf("%s: %s imports %s, which comes after it", file, pkg, dep)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
