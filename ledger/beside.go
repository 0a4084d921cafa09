package ledger

import (
	"slices"

	"recoupe/text"
)

// Numbers that are no rivals: told beside a greater one, or told on after their time.

// A breath is what one report says of one quantity: in one account on one
// speaker's word, or, with no account and no voice, anywhere on anybody's.
type breath struct {
	doc   text.DocID
	kin   family
	acct  *account
	voice string
}

// besides finds the numbers that a report gives beside a greater one by the same
// speaker: "treize tués ... deux policiers décapités". Nobody contradicts himself
// in one breath: the lesser is a part of the other, or counts something that the
// reader did not tell apart, and is set against nothing. So does a report that
// says in its own voice no more than half of what it has from others: "douze
// morts, selon la gendarmerie. Trois des morts étaient des secouristes"; and one
// that gives fewer bodies as identified than it gives dead.
func (d *desk) besides() {
	highest := map[breath]*mention{}
	for _, a := range d.accounts {
		for _, m := range a.mentions {
			if !m.st.plain() || m.Figure.Previous {
				continue
			}
			for _, k := range []breath{{m.Report.ID, a.kin(), a, m.st.voice}, {m.Report.ID, a.kin(), nil, ""}} {
				if h := highest[k]; h == nil || m.st.b.lo > h.st.b.lo {
					highest[k] = m
				}
			}
		}
	}
	beside := func(m *mention) bool {
		s := m.st
		h := highest[breath{m.Report.ID, s.acct.kin(), s.acct, s.voice}]
		if h != nil && h.st != s && h.st.b.disjoint(s.b) && h.st.b.lo > s.b.lo && m.Said.Overlaps(h.Said) {
			return true
		}
		h = highest[breath{m.Report.ID, s.acct.kin(), nil, ""}]
		return h != nil && h.st != s && (m.own && h.st.b.lo/2 >= s.b.lo || h.st.b.lo > s.b.lo && identified(m))
	}
	for _, a := range d.accounts {
		for _, s := range a.statements {
			s.beside = !slices.ContainsFunc(s.mentions, func(m *mention) bool { return !beside(m) })
		}
	}
}

// stale settles the numbers that outlets tell in their own voice after whoever
// gave them has given others: "2.059 blessés" of a paper that has it from the
// ministry's count of the day before. Small numbers may well be another count.
func (d *desk) stale() {
	const least = 10
	for _, a := range d.accounts {
		if a.Aside {
			continue
		}
		for _, s := range a.statements {
			if s.status != Superseded || s.first().own || !s.num.named || s.num.value < least || len(s.because) == 0 {
				continue
			}
			for _, t := range a.statements {
				if t.live() && t.plain() && t.num == s.num && t.first().own && sameTime(s, t) && !t.said().Before(s.said()) {
					t.status = Superseded
					t.because = append(t.because, s.because[0])
					t.first().mark(MarkByAnother)
				}
			}
		}
	}
}
