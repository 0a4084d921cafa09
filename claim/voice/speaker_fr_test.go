package voice

import (
	"strings"
	"testing"

	"recoupe/claim"
)

// TestOneRoleEach: a noun under two roles would have now the one and now the
// other, since maps are walked in any order.
func TestOneRoleEach(t *testing.T) {
	for _, lists := range []struct {
		words map[claim.Role]string
		split func(string) []string
	}{
		{frenchRoles, strings.Fields},
		{newsNames, func(s string) []string { return strings.Split(s, ", ") }},
	} {
		of := map[string]claim.Role{}
		for role, words := range lists.words {
			for _, w := range lists.split(words) {
				if other, ok := of[w]; ok && other != role {
					t.Errorf("%q is under %q and under %q", w, other, role)
				}
				of[w] = role
			}
		}
	}
}
