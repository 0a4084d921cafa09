//go:build unix

package watch

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"iter"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"recoupe/archive"
	"recoupe/dossier"
	"recoupe/fetch"
	"recoupe/source"
)

// The harness of crashes. A child process, which is this test run again, adds
// and watches; before a write drawn at random it kills itself with SIGKILL, so
// that the write before is the last that reached the disk. After each kill every
// capture the child had acknowledged must be there, the log must verify, and
// the next child must go on by itself.
//
//	RECOUPE_KILLS=500 go test ./watch -run Killed -v

const childEnv = "RECOUPE_CRASH_CHILD" // DIR,SEED,WRITE

func TestMain(m *testing.M) {
	if args := os.Getenv(childEnv); args != "" {
		child(strings.Split(args, ","))
	}
	os.Exit(m.Run())
}

func TestKilled(t *testing.T) {
	kills := 25
	if s := os.Getenv("RECOUPE_KILLS"); s != "" {
		n, err := strconv.Atoi(s)
		if err != nil {
			t.Fatal(err)
		}
		kills = n
	} else if testing.Short() {
		kills = 5
	}
	var dir string
	rng := rand.New(rand.NewPCG(500, 9))
	acked := map[int64]string{} // body by number of record
	all := 0
	fell := map[string]int{}
	for i := range kills {
		if i%50 == 0 { // a dossier survives fifty kills; checking it takes longer with each
			all, acked = all+len(acked), map[int64]string{}
			dir = filepath.Join(t.TempDir(), fmt.Sprint("lisane", i))
			if _, err := dossier.Create(dir); err != nil {
				t.Fatal(err)
			}
		}
		at := 1 + rng.IntN(70)
		op := killed(t, fmt.Sprintf("%s,%d,%d", dir, i, at), acked)
		fell[op]++
		r, err := dossier.Verify(dir)
		if err != nil {
			t.Fatal(err)
		}
		if len(r.Faults) > 0 {
			t.Fatalf("kill %d before %s (write %d): %v", i, op, at, r.Faults)
		}
		missing(t, dir, acked, fmt.Sprintf("kill %d before %s (write %d)", i, op, at))
	}
	if all += len(acked); all < kills {
		t.Errorf("%d captures acknowledged over %d kills: the harness does not do its work", all, kills)
	}
	t.Logf("%d kills, %d captures acknowledged, none lost; kills fell before %v", kills, all, fell)
}

// Two programs add to one dossier at the same time, and die at times of their
// own: what either acknowledged is there.
func TestTwoProgramsKilled(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "lisane")
	if _, err := dossier.Create(dir); err != nil {
		t.Fatal(err)
	}
	rounds := 4
	if testing.Short() {
		rounds = 1
	}
	all := map[int64]string{}
	for i := range rounds {
		acked := [2]map[int64]string{{}, {}}
		var wg sync.WaitGroup
		for j := range acked {
			wg.Go(func() { killed(t, fmt.Sprintf("%s,%d,%d", dir, 1000+2*i+j, 60+20*j), acked[j]) })
		}
		wg.Wait()
		for n, body := range acked[0] {
			if acked[1][n] != "" {
				t.Errorf("record %d was acknowledged to both", n)
			}
			all[n] = body
		}
		for n, body := range acked[1] {
			all[n] = body
		}
		r, err := dossier.Verify(dir)
		if err != nil || len(r.Faults) > 0 {
			t.Fatalf("%v %v", r, err)
		}
		missing(t, dir, all, fmt.Sprint("round ", i))
	}
	t.Logf("%d captures acknowledged to two programs", len(all))
}

// killed runs one child to its end, notes what it acknowledged, and returns the
// change on the disk before which it died.
func killed(t *testing.T, args string, acked map[int64]string) (op string) {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Error(err)
		return ""
	}
	cmd := exec.Command(exe)
	cmd.Env = append(os.Environ(), childEnv+"="+args)
	var errs bytes.Buffer
	cmd.Stderr = &errs
	out, err := cmd.Output()
	st, ok := cmd.ProcessState.Sys().(syscall.WaitStatus)
	if !ok || !st.Signaled() || st.Signal() != syscall.SIGKILL {
		t.Errorf("%s: the child ended otherwise: %v\n%s", args, err, errs.String())
		return ""
	}
	sc := bufio.NewScanner(bytes.NewReader(out))
	for sc.Scan() {
		word, rest, _ := strings.Cut(sc.Text(), " ")
		if word == "kill" {
			op = rest
			continue
		}
		n, body, _ := strings.Cut(rest, " ")
		num, err := strconv.ParseInt(n, 10, 64)
		if word != "ack" || err != nil {
			t.Errorf("the child says %q", sc.Text())
			return op
		}
		acked[num] = body
	}
	return op
}

// missing fails where an acknowledged capture is not there as it was.
func missing(t *testing.T, dir string, acked map[int64]string, when string) {
	t.Helper()
	d, err := dossier.Open(dir)
	if err != nil {
		t.Fatalf("%s: %v", when, err)
	}
	seen := 0
	for r, err := range d.Records(0) {
		if err != nil {
			t.Fatalf("%s: %v", when, err)
		}
		want, ok := acked[r.N]
		if !ok {
			continue
		}
		seen++
		if r.Body.String() != want || !r.Body.IsZero() && !d.Has(r.Body) {
			t.Fatalf("%s: record %d is not what was acknowledged", when, r.N)
		}
	}
	if seen != len(acked) {
		t.Fatalf("%s: %d of %d acknowledged captures are there", when, seen, len(acked))
	}
}

// child adds and watches until it is killed.
func child(args []string) {
	dir := args[0]
	seed, _ := strconv.Atoi(args[1])
	at, _ := strconv.Atoi(args[2])
	n := 0
	step := func(op, name string) error {
		if n++; n == at {
			kind := "file"
			if !strings.Contains(filepath.Base(name), ".") {
				kind = filepath.Base(name)
			} else if strings.HasSuffix(name, ".pack") {
				kind = "pack"
			}
			if op == "sync" && filepath.Base(name) == filepath.Base(dir) {
				kind = "folder"
			}
			fmt.Printf("kill %s of %s\n", op, kind)
			syscall.Kill(os.Getpid(), syscall.SIGKILL)
			select {}
		}
		return nil
	}
	d, err := dossier.OpenWith(dir, archive.Options{Step: step})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	rng := rand.New(rand.NewPCG(uint64(seed), 1))
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" {
			http.NotFound(w, r)
			return
		}
		fmt.Fprintf(w, "<p>Au moins %d morts à Lisane, selon la préfecture.</p>", rng.IntN(1000))
	}))
	client, err := fetch.New(fetch.Options{Allow: []string{"127.0.0.1"}, Delay: -1})
	if err != nil {
		os.Exit(1)
	}
	now := time.Now()
	w := &Watcher{Adder: dossier.Adder{Dossier: d, Client: client, Now: func() time.Time { return now },
		Kept: func(k dossier.Kept) {
			if !k.Held {
				fmt.Printf("ack %d %s\n", k.Record.N, k.Record.Body)
			}
		}, Failed: func(err error) { fmt.Fprintln(os.Stderr, err) }}, Tell: func(Finding) {}}
	for i := 0; ; i++ {
		if err := w.Keep(some(rng), w.Now, w.Kept, w.Failed); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		if err := w.Watch(fmt.Sprintf("%s/%d", srv.URL, i), false, now); err != nil {
			os.Exit(1)
		}
		now = now.Add(24 * time.Hour)
		if _, _, err := w.Visit(context.Background(), fmt.Sprintf("%s/%d", srv.URL, i), ""); err != nil {
			os.Exit(1)
		}
	}
}

// some returns a few captures, now and then one that takes several writes.
func some(rng *rand.Rand) iter.Seq2[*source.Capture, error] {
	var cs []*source.Capture
	for range 1 + rng.IntN(4) {
		cs = append(cs, &source.Capture{Name: fmt.Sprint(rng.Uint64(), ".txt"), MediaType: "text/plain", Body: fmt.Appendf(nil, "Au moins %d morts à Lisane.", rng.IntN(1000))})
	}
	if rng.IntN(3) == 0 {
		b, _ := io.ReadAll(io.LimitReader(rand.NewChaCha8([32]byte{byte(rng.Uint32())}), 600<<10))
		cs = append(cs, &source.Capture{Name: fmt.Sprint(rng.Uint64(), ".html"), MediaType: "text/html", Body: b})
	}
	return func(yield func(*source.Capture, error) bool) {
		for c := range slices.Values(cs) {
			if !yield(c, nil) {
				return
			}
		}
	}
}
