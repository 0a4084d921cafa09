package recoupe

import (
	"fmt"
	"runtime"
	"slices"
	"sync"

	"recoupe/claim"
	"recoupe/recall"
)

// analyze reads documents on several processors. It is the only place where
// recoupe works on more than one thing at a time; the order of the result is
// that of docs, whatever the number of workers.
func analyze(docs []*incoming, opt Options) ([]*claim.Report, []Unread) {
	workers := opt.Workers
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	out := make([]*claim.Report, len(docs))
	next := make(chan int)
	var wg sync.WaitGroup
	var mu sync.Mutex
	done := 0
	var unread []Unread
	for range min(workers, max(len(docs), 1)) {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := range next {
				r, trouble := guarded(docs[i], opt.Memory)
				out[i] = r
				mu.Lock()
				if trouble != nil {
					unread = append(unread, *trouble)
				}
				if done++; opt.Done != nil {
					opt.Done(done, len(docs)-done)
				}
				mu.Unlock()
			}
		}()
	}
	for i := range docs {
		next <- i
	}
	close(next)
	wg.Wait()
	return slices.DeleteFunc(out, func(r *claim.Report) bool { return r == nil }), unread
}

// guarded reads in. Where recoupe itself has a fault, the report that found it is
// named as unread and costs the others nothing.
func guarded(in *incoming, memory *recall.Memory) (r *claim.Report, trouble *Unread) {
	defer func() {
		if x := recover(); x != nil {
			r, trouble = nil, &Unread{in.name, "fault", fmt.Sprintf("recoupe has a fault that this report brought out; please report it with the file (%v)", x)}
		}
	}()
	return in.report(memory), nil
}
