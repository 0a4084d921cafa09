package ledger

import "recoupe/text"

// versions notes which reports are older versions of a page, and which is its
// newest, as visits showed it: the days a page states are often those of its
// first version.
func (d *desk) versions(lives []Life) {
	d.newest = map[text.DocID]map[text.DocID]bool{}
	for _, l := range lives {
		var last text.DocID
		for _, v := range l.Versions {
			if v.Report != "" {
				last = v.Report
			}
		}
		for _, v := range l.Versions {
			if v.Report == "" || v.Report == last {
				continue
			}
			if d.newest[v.Report] == nil {
				d.newest[v.Report] = map[text.DocID]bool{}
			}
			d.newest[v.Report][last] = true
		}
	}
}

// byVersion lets the figure that a page gives on a speaker's word now take the
// place of the one it gave on her word before.
func (d *desk) byVersion(a *account) {
	if len(d.newest) == 0 {
		return
	}
	for _, s := range a.statements {
		if !s.live() || !s.plain() || s.category || d.newest[s.first().Report.ID] == nil {
			continue
		}
		for _, t := range a.statements {
			if t == s || t.voice != s.voice || t.status == Withdrawn || !t.plain() || !sameTime(s, t) || !differs(s, t) {
				continue
			}
			m := d.replacedBy(s, t)
			if m == nil {
				continue
			}
			s.status = Superseded
			s.because = append(s.because, because(RuleNewVersion, []*mention{m}))
			if t.b.hi < s.b.lo && accumulates(a.Measure) {
				d.falls(s, t)
			}
			break
		}
	}
}

// replacedBy returns the mention of t in the newest version of the page, where s
// stands in older versions of it and nowhere else; else nil.
func (d *desk) replacedBy(s, t *statement) (by *mention) {
	now := map[text.DocID]*mention{}
	for _, m := range t.mentions {
		if now[m.Report.ID] == nil {
			now[m.Report.ID] = m
		}
	}
	for _, m := range s.mentions {
		found := (*mention)(nil)
		for id := range d.newest[m.Report.ID] {
			if n := now[id]; n != nil && (found == nil || n.order < found.order) {
				found = n
			}
		}
		if found == nil {
			return nil
		}
		if by == nil {
			by = found
		}
	}
	return by
}
