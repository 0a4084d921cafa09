package recall

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"recoupe/claim/told"
	"recoupe/edtf"
	"recoupe/lang"
	"recoupe/source"
	"recoupe/text"
)

func seal(b []byte) string { return fmt.Sprintf("%x", sha256.Sum256(append([]byte("lisane"), b...))) }

// readings reads the example as the pipeline does.
func readings(t testing.TB) map[Key]*Entry {
	t.Helper()
	out := map[Key]*Entry{}
	for c, err := range source.Files([]string{"../testdata/port-lisane"}, strings.NewReader(""), source.Options{}) {
		if err != nil {
			continue
		}
		d, err := text.Read(c, text.Options{})
		if err != nil {
			t.Fatal(err)
		}
		a := lang.Analyze(d)
		r := told.Read(a)
		a.Forget()
		out[KeyOf(c, text.Options{})] = &Entry{ID: d.ID, Report: r}
	}
	if len(out) < 10 {
		t.Fatalf("%d reports in the example", len(out))
	}
	return out
}

// What is read back is what was written, pointers to one thing still pointers
// to one thing.
func TestEntryComesBack(t *testing.T) {
	for _, e := range readings(t) {
		data := e.pack()
		back, err := unpack(string(data))
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(back, e) {
			t.Errorf("%s comes back otherwise", e.ID)
		}
		if back.Report.Document != back.Report.Lang.Doc {
			t.Error("the document comes back twice")
		}
		if again := back.pack(); !bytes.Equal(again, data) {
			t.Errorf("%s is written otherwise the second time", e.ID)
		}
		for i, f := range back.Report.Figures {
			was := e.Report.Figures[i]
			if (f.Claim != nil && f.By == f.Claim.By) != (was.Claim != nil && was.By == was.Claim.By) {
				t.Errorf("%s: whose attribution it is, is lost", f.ID)
			}
		}
	}
}

// Everything that hangs on a report is exported and of a kind that can be
// written: what is added to it later is remembered too, or fails here.
func TestWhatIsWritten(t *testing.T) {
	seen := map[reflect.Type]bool{}
	var walk func(at string, t reflect.Type)
	walk = func(at string, typ reflect.Type) {
		if seen[typ] || typ == timeType {
			return
		}
		seen[typ] = true
		switch typ.Kind() {
		case reflect.Pointer, reflect.Slice, reflect.Array:
			walk(at, typ.Elem())
		case reflect.Struct:
			for i := range typ.NumField() {
				f := typ.Field(i)
				if !f.IsExported() {
					t.Errorf("%s.%s: not exported; it would be forgotten", at, f.Name)
				}
				walk(at+"."+f.Name, f.Type)
			}
		case reflect.Map, reflect.Interface, reflect.Func, reflect.Chan, reflect.Complex64, reflect.Complex128, reflect.Uintptr, reflect.UnsafePointer:
			t.Errorf("%s: a %v cannot be written", at, typ)
		}
	}
	walk("Entry", reflect.TypeFor[Entry]())
}

func TestMalformed(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for _, e := range readings(t) {
		data := e.pack()
		for range 300 {
			b := bytes.Clone(data)
			switch at := rng.IntN(len(b)); rng.IntN(3) {
			case 0:
				b[at] ^= 1 << rng.IntN(8)
			case 1:
				b = b[:at]
			case 2:
				b = append(b[:at], append([]byte{byte(rng.Uint32())}, b[at:]...)...)
			}
			unpack(string(b)) // an error or another value, never a panic
		}
	}
}

func filled(t *testing.T, dir string, all map[Key]*Entry) {
	t.Helper()
	m := Open(dir, [32]byte{7}, seal)
	for k, e := range all {
		m.Add(k, e)
	}
	if err := m.Close(); err != nil {
		t.Fatal(err)
	}
}

// Whatever byte of the memory is altered, no report comes back other than it was.
func TestAlteredMemory(t *testing.T) {
	all := readings(t)
	dir := t.TempDir()
	filled(t, dir, all)
	name := names(dir, "")[0]
	file, _ := os.ReadFile(filepath.Join(dir, name))
	rng := rand.New(rand.NewPCG(3, 4))
	for i := range 400 {
		b := bytes.Clone(file)
		at := rng.IntN(len(b))
		switch i % 4 {
		case 0:
			b[at] ^= 1 << rng.IntN(8)
		case 1:
			b = append(b[:at], b[at+1:]...)
		case 2:
			b = b[:at]
		case 3:
			b = append(b, 0)
		}
		os.WriteFile(filepath.Join(dir, name), b, 0o666)
		if Check(filepath.Join(dir, name), seal) == nil {
			t.Fatalf("change %d at %d of %d not found", i, at, len(file))
		}
		m := Open(dir, [32]byte{7}, seal)
		for k, want := range all {
			if got := m.Find(k); got != nil && !reflect.DeepEqual(got, want) {
				t.Fatalf("change %d at %d of %d: another report", i, at, len(file))
			}
		}
		m.Close()
	}
	// The rest of an altered file is saved, and the file goes.
	b := bytes.Clone(file)
	b[len(fileMagic)+40] ^= 1
	os.WriteFile(filepath.Join(dir, name), b, 0o666)
	m := Open(dir, [32]byte{7}, seal)
	for k, e := range all {
		if m.Find(k) == nil {
			m.Add(k, e)
		}
	}
	if err := m.Close(); err != nil {
		t.Fatal(err)
	}
	m = Open(dir, [32]byte{7}, seal)
	defer m.Close()
	for k := range all {
		if m.Find(k) == nil {
			t.Error("a report is not remembered again")
		}
	}
	for _, name := range names(dir, "") {
		if err := Check(filepath.Join(dir, name), seal); err != nil {
			t.Errorf("%s stays: %v", name, err)
		}
	}
}

// Nothing is believed that another key sealed or another build wrote, and such
// files go with the next that is written.
func TestForeignMemory(t *testing.T) {
	all := readings(t)
	dir := t.TempDir()
	filled(t, dir, all)
	other := func(b []byte) string { return seal(append(b, 'x')) }
	for k := range all {
		if Open(dir, [32]byte{7}, other).Find(k) != nil || Open(dir, [32]byte{8}, seal).Find(k) != nil {
			t.Fatal("a foreign memory is believed")
		}
	}
	m := Open(dir, [32]byte{8}, seal)
	for k, e := range all {
		m.Add(k, e)
		break
	}
	if err := m.Close(); err != nil {
		t.Fatal(err)
	}
	if left := names(dir, ""); len(left) != 1 || !strings.HasPrefix(left[0], "read-1-") {
		t.Errorf("left: %v", left)
	}
}

// Where nothing can be written, nothing is remembered and nothing breaks.
func TestNoPlace(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a")
	os.WriteFile(file, nil, 0o666)
	m := Open(filepath.Join(file, "index"), [32]byte{7}, seal)
	for k, e := range readings(t) {
		m.Add(k, e)
	}
	if err := m.Close(); err == nil {
		t.Error("a folder within a file was written")
	}
	var none *Memory
	none.Add(Key{}, &Entry{})
	if none.Find(Key{}) != nil || none.Close() != nil {
		t.Error("no memory remembers")
	}
}

func TestKeys(t *testing.T) {
	c := func(change func(*source.Capture)) *source.Capture {
		c := &source.Capture{Name: "a", URL: "https://a.example/", Status: 200, MediaType: "text/html", Header: map[string][]string{"A": {"b", "c"}}, Body: []byte("x")}
		change(c)
		return c
	}
	seen := map[Key]int{}
	for i, k := range []Key{
		KeyOf(c(func(c *source.Capture) {}), text.Options{}),
		KeyOf(c(func(c *source.Capture) { c.Name, c.URL = "", "ahttps://a.example/" }), text.Options{}),
		KeyOf(c(func(c *source.Capture) { c.Final = "https://b.example/" }), text.Options{}),
		KeyOf(c(func(c *source.Capture) { c.Fetched = time.Unix(9, 0) }), text.Options{}),
		KeyOf(c(func(c *source.Capture) { c.Status = 203 }), text.Options{}),
		KeyOf(c(func(c *source.Capture) { c.Header["A"] = []string{"bc"} }), text.Options{}),
		KeyOf(c(func(c *source.Capture) { c.Body = []byte("y") }), text.Options{}),
		KeyOf(c(func(c *source.Capture) {}), text.Options{Outlet: "a"}),
		KeyOf(c(func(c *source.Capture) {}), text.Options{URL: "a"}),
		KeyOf(c(func(c *source.Capture) {}), text.Options{MaxReport: 9}),
	} {
		if j, ok := seen[k]; ok {
			t.Errorf("%d and %d have one key", j, i)
		}
		seen[k] = i
	}
}

// Whatever is added to captures and options later is part of the key, or fails here.
func TestKeyHoldsEverything(t *testing.T) {
	change := func(v reflect.Value) {
		switch v.Interface().(type) {
		case string:
			v.SetString("x")
		case int:
			v.SetInt(7)
		case []byte:
			v.SetBytes([]byte("x"))
		case time.Time:
			v.Set(reflect.ValueOf(time.Unix(9, 9)))
		case map[string][]string:
			v.Set(reflect.ValueOf(map[string][]string{"a": {"b"}}))
		case edtf.Time:
			v.Set(reflect.ValueOf(edtf.Date(2031, 3, 12)))
		default:
			t.Fatalf("a %v: say here how it changes", v.Type())
		}
	}
	plain := KeyOf(&source.Capture{}, text.Options{})
	for i := range reflect.TypeFor[source.Capture]().NumField() {
		c := new(source.Capture)
		change(reflect.ValueOf(c).Elem().Field(i))
		if KeyOf(c, text.Options{}) == plain {
			t.Errorf("%s is no part of the key", reflect.TypeFor[source.Capture]().Field(i).Name)
		}
	}
	for i := range reflect.TypeFor[text.Options]().NumField() {
		opt := new(text.Options)
		change(reflect.ValueOf(opt).Elem().Field(i))
		if KeyOf(&source.Capture{}, *opt) == plain {
			t.Errorf("%s is no part of the key", reflect.TypeFor[text.Options]().Field(i).Name)
		}
	}
}

func BenchmarkEntry(b *testing.B) {
	var entries []*Entry
	var packed []string
	size := 0
	for _, e := range readings(b) {
		entries = append(entries, e)
		packed = append(packed, string(e.pack()))
		size += len(packed[len(packed)-1])
	}
	b.Run("pack", func(b *testing.B) {
		b.SetBytes(int64(size / len(entries)))
		for i := 0; b.Loop(); i++ {
			entries[i%len(entries)].pack()
		}
	})
	b.Run("unpack", func(b *testing.B) {
		b.SetBytes(int64(size / len(entries)))
		for i := 0; b.Loop(); i++ {
			unpack(packed[i%len(packed)])
		}
	})
}

// Two programs that learn at once lose nothing but what both knew.
func TestTwoMemories(t *testing.T) {
	all := readings(t)
	dir := t.TempDir()
	var wg sync.WaitGroup
	for i := range 3 {
		wg.Go(func() {
			for round := range 6 {
				m := Open(dir, [32]byte{7}, seal)
				n := 0
				for k, e := range all {
					if n++; n%3 == i || n%6 == round {
						if got := m.Find(k); got == nil {
							m.Add(k, e)
						} else if got.ID != e.ID {
							t.Errorf("%s comes back as %s", e.ID, got.ID)
						}
					}
				}
				if err := m.Close(); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	for _, name := range names(dir, "") {
		if err := Check(filepath.Join(dir, name), seal); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	m := Open(dir, [32]byte{7}, seal)
	defer m.Close()
	known := 0
	for k := range all {
		if m.Find(k) != nil {
			known++
		}
	}
	if known == 0 {
		t.Error("nothing is remembered")
	}
	if left, _ := filepath.Glob(filepath.Join(dir, makingPrefix+"*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}
