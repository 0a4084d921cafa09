package who

import (
	"encoding/binary"
	"slices"
	"strings"

	"recoupe/claim"
)

// A Memory knows what was made of a set of reports before. Once sets what value
// points at to what make made of the same reports, in the same order, with also;
// where that is not known, make makes it.
type Memory interface {
	Once(kind string, of []*claim.Report, also string, value any, make func())
}

// A written is the cast of one story as it is written down.
type written struct {
	Speakers []writtenSpeaker
	Of       []string    // parallel to what eachBy meets
	Voices   [][2]string // speaker, body
}

type writtenSpeaker struct {
	ID, Name      string
	Role          claim.Role
	Spellings     []string
	Person, Known bool
	Voice         string
}

// joined is Join, by what is remembered. Whom a name names is left out of what is
// read back.
func joined(reports []*claim.Report, memory Memory) *Cast {
	if memory == nil {
		return Join(reports)
	}
	var c *Cast
	var w written
	memory.Once("cast", reports, "", &w, func() {
		c = Join(reports)
		w = c.write(reports)
	})
	if c == nil {
		c = w.read(reports)
	}
	return c
}

func (c *Cast) write(reports []*claim.Report) written {
	var w written
	for _, s := range c.Speakers {
		w.Speakers = append(w.Speakers, writtenSpeaker{s.ID, s.Name, s.Role, s.Spellings, s.Person, s.known, s.Voice})
	}
	for _, r := range reports {
		eachBy(r, func(by *claim.Attribution) { w.Of = append(w.Of, c.of[by]) })
	}
	for speaker, body := range c.voices {
		w.Voices = append(w.Voices, [2]string{speaker, body})
	}
	slices.SortFunc(w.Voices, func(a, b [2]string) int { return strings.Compare(a[0], b[0]) })
	return w
}

func (w *written) read(reports []*claim.Report) *Cast {
	c := &Cast{of: make(map[*claim.Attribution]string, len(w.Of)), voices: make(map[string]string, len(w.Voices))}
	for _, s := range w.Speakers {
		c.Speakers = append(c.Speakers, Speaker{ID: s.ID, Name: s.Name, Role: s.Role, Spellings: s.Spellings, Person: s.Person, known: s.Known, Voice: s.Voice})
	}
	n := 0
	for _, r := range reports {
		eachBy(r, func(by *claim.Attribution) {
			c.of[by] = w.Of[n]
			n++
		})
	}
	for _, v := range w.Voices {
		c.voices[v[0]] = v[1]
	}
	return c
}

// eachBy calls do for every attribution of r, for some of them more than once.
func eachBy(r *claim.Report, do func(by *claim.Attribution)) {
	var add func(by *claim.Attribution)
	add = func(by *claim.Attribution) {
		if by == nil {
			return
		}
		do(by)
		for i := range by.Via {
			add(&by.Via[i])
		}
	}
	for _, c := range r.Claims {
		add(c.By)
	}
	for _, f := range r.Figures {
		add(f.By)
		if f.Claim != nil {
			add(f.Claim.By)
		}
	}
	for _, g := range r.Gaps {
		add(g.By)
	}
	for _, m := range r.Remarks {
		add(m.By)
	}
	for _, e := range r.Events {
		if e.Claim != nil {
			add(e.Claim.By)
		}
	}
}

// Known names what c knows of those who speak in reports, and of their outlets: who
// is one with whom, whose voice she is, and whom one report alone knows. It goes by
// numbers and not by IDs, which speakers of other stories have a say in.
func (c *Cast) Known(reports []*claim.Report) string {
	var b []byte
	number := map[string]uint64{"": 0}
	say := func(id string) {
		n, met := number[id]
		if !met {
			n = uint64(len(number))
			number[id] = n
		}
		b = binary.AppendUvarint(b, n)
	}
	for _, r := range reports {
		say(c.Named(r.Outlet))
		eachBy(r, func(by *claim.Attribution) {
			id := c.Of(by)
			say(id)
			say(c.Body(id))
			alone := byte(0)
			if OfReport(id, r) {
				alone = 1
			}
			b = append(b, alone)
		})
	}
	return string(b)
}

// OfReport reports whether a speaker is somebody whom r alone knows.
func OfReport(id string, r *claim.Report) bool {
	return strings.HasSuffix(id, "-"+string(r.ID[:min(6, len(r.ID))]))
}
