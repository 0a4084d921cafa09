package story

import (
	"strings"
	"testing"

	"recoupe/lang"
)

// TestKindsAreOne: a word of a headline is of one kind, and no event besides:
// where two lines claim its stem, one of them never counts.
func TestKindsAreOne(t *testing.T) {
	for _, file := range []string{"events", "kinds"} {
		data, err := wordFiles.ReadFile("data/" + file + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(data)) {
			fields := strings.Split(strings.TrimSpace(line), ";")
			if line[0] == '#' {
				continue
			}
			if len(fields) != 4 {
				t.Errorf("%s: %q has %d fields", file, line, len(fields))
				continue
			}
			for i, l := range []string{"fr", "en", "ru"} {
				for _, w := range strings.Fields(fields[i+1]) {
					stem := string(Stem([]byte(strings.ReplaceAll(lang.PlainName(w), " ", "")), l))
					if first := stemsOf[l+stem]; first == "" {
						stemsOf[l+stem] = fields[0]
					} else if first != fields[0] {
						t.Errorf("%s: %s (%s) of %s is of %s, too", file, w, stem, fields[0], first)
					}
				}
			}
		}
	}
}

var stemsOf = map[string]string{}
