package recoupe

import (
	"runtime"
	"sync"

	"recoupe/claim"
)

// analyze reads documents on several processors. It is the only place where
// recoupe works on more than one thing at a time; the order of the result is
// that of docs, whatever the number of workers.
func analyze(docs []*incoming, opt Options) []*claim.Report {
	workers := opt.Workers
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	out := make([]*claim.Report, len(docs))
	next := make(chan int)
	var wg sync.WaitGroup
	var mu sync.Mutex
	done := 0
	for range min(workers, max(len(docs), 1)) {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := range next {
				out[i] = docs[i].report(opt.Memory)
				if opt.Done != nil {
					mu.Lock()
					done++
					opt.Done(done, len(docs)-done)
					mu.Unlock()
				}
			}
		}()
	}
	for i := range docs {
		next <- i
	}
	close(next)
	wg.Wait()
	return out
}
