package ledger

import (
	"testing"

	"recoupe/claim"
	"recoupe/story"
	"recoupe/text"
	"recoupe/when"
	"recoupe/who"
)

func TestNothingIn(t *testing.T) {
	for _, s := range []*story.Story{nil, {}, {Reports: []*claim.Report{nil, {}, {Document: &text.Document{}}}}} {
		for _, cal := range []*when.Calendar{nil, {}} {
			for _, cast := range []*who.Cast{nil, who.Join(nil)} {
				l := Balance(s, cal, cast, nil)
				if l == nil || len(l.Accounts)+len(l.Conflicts)+len(l.Timeline)+len(l.Warnings) != 0 {
					t.Errorf("Balance(%v) = %+v, want an empty ledger", s, l)
				}
			}
		}
	}
	r := &claim.Report{Document: &text.Document{ID: "a"}, Figures: []*claim.Figure{{}, {}}, Claims: []*claim.Claim{{}}, Remarks: []*claim.Remark{{}}, Events: []*claim.Event{{}}, Gaps: []*claim.Gap{{}}}
	if l := Balance(&story.Story{Reports: []*claim.Report{r}}, nil, who.Join([]*claim.Report{r}), nil); len(l.Accounts) != 1 || len(l.Gaps) != 1 {
		t.Errorf("Balance of zero figures: %d accounts, %d gaps, want one of each", len(l.Accounts), len(l.Gaps))
	}
}
