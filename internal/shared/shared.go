// Package shared tells tests where the founding reports and training data
// stand. They are not part of the project; a test that needs them skips, and
// says so, where they are absent.
package shared

import (
	"os"
	"path/filepath"
	"testing"
)

// Dir is where the shared folder stands, seen from the module's root.
const Dir = "../shared"

// Path returns the path of a file or folder below [Dir] and skips the test
// where it is absent. Root is the way from the test's package to the module's
// root: "." or "..".
func Path(t testing.TB, root string, elem ...string) string {
	t.Helper()
	p := filepath.Join(append([]string{root, Dir}, elem...)...)
	if _, err := os.Stat(p); err != nil {
		t.Skipf("%s is not here: the founding reports and training data are kept outside the project", filepath.Join(elem...))
	}
	return p
}
