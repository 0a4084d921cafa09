package story

// An index finds the reports that share fingerprints. With a window it forgets
// reports older than so many days, so that what it holds is bounded by the
// reports of the window, however many pass through.
type index struct {
	window float64
	heads  map[uint64]int32 // fingerprint: its first posting, from 1
	posts  []posting
	free   int32   // the first unused posting, from 1
	swept  float64 // the day of the last sweep
	days   []float64
	first  int // the report that days[0] belongs to
}

// A posting says that a report has a fingerprint.
type posting struct {
	report int32
	next   int32 // from 1; 0 ends the chain
	quoted bool
}

// postingsPerPrint caps the chain of one fingerprint: the earliest reports are
// kept, because a copy points at the first.
const postingsPerPrint = 16

func newIndex(window float64) *index {
	return &index{window: window, heads: map[uint64]int32{}, posts: make([]posting, 1)}
}

// add enters a report, the next in order, with its day.
func (x *index) add(report int, day float64, prints []fingerprint) {
	if x.window > 0 && day > x.swept+1 {
		x.sweep(day)
	}
	for len(x.days) <= report-x.first {
		x.days = append(x.days, day)
	}
	for _, f := range prints {
		x.post(f, int32(report))
	}
}

func (x *index) post(f fingerprint, report int32) {
	head := x.heads[f.key()]
	last, n := int32(0), 0
	for p := head; p != 0; p = x.posts[p].next {
		if x.posts[p].report == report {
			return
		}
		last = p
		n++
	}
	if n >= postingsPerPrint {
		return
	}
	at := x.free
	if at != 0 {
		x.free = x.posts[at].next
		x.posts[at] = posting{report: report, quoted: f.quoted()}
	} else {
		at = int32(len(x.posts))
		x.posts = append(x.posts, posting{report: report, quoted: f.quoted()})
	}
	if last == 0 {
		x.heads[f.key()] = at
	} else {
		x.posts[last].next = at
	}
}

// at appends the postings of f, one for each report that has it.
func (x *index) at(f fingerprint, out []posting) []posting {
	for p := x.heads[f.key()]; p != 0; p = x.posts[p].next {
		out = append(out, x.posts[p])
	}
	return out
}

// sweep forgets the reports that fell out of the window.
func (x *index) sweep(day float64) {
	x.swept = day
	gone := 0
	for gone < len(x.days) && x.days[gone]+x.window < day {
		gone++
	}
	if gone == 0 {
		return
	}
	x.first += gone
	x.days = append([]float64(nil), x.days[gone:]...)
	for key, p := range x.heads {
		head := int32(0)
		tail := int32(0)
		for p != 0 {
			next := x.posts[p].next
			if int(x.posts[p].report) < x.first {
				x.posts[p] = posting{next: x.free}
				x.free = p
			} else {
				x.posts[p].next = 0
				if head == 0 {
					head = p
				} else {
					x.posts[tail].next = p
				}
				tail = p
			}
			p = next
		}
		if head == 0 {
			delete(x.heads, key)
		} else {
			x.heads[key] = head
		}
	}
}
