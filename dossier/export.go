package dossier

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"

	"recoupe/archive"
	"recoupe/custody"
	"recoupe/source"
	"recoupe/text"
	"recoupe/warc"
)

// An export in WACZ 1.1.1 is a zip file, its members stored unpacked, in this
// order and with no date, so that the same dossier makes the same bytes:
//
//	archive/data.warc.gz        the captures
//	indexes/index.cdx           where each stands in it (CDXJ)
//	pages/pages.jsonl           the pages, with their titles
//	custody/public-key          of the dossier's log
//	custody/checkpoint-<size>   signed state of the log; the newest, and those with a token
//	custody/token-<record>.tsr  what a time-stamping authority answered (RFC 3161)
//	custody/proofs.jsonl        for each capture: its record, salt, and path to a checkpoint
//	custody/README.md           how to check all this without recoupe
//	custody/check.py            the same as a script
//	datapackage.json            the members with their SHA-256
//	datapackage-digest.json     its own
//
// A line of proofs.jsonl is one [proofLine]. Of records that are not exported
// nothing is in there but hashes of salted hashes.

// A Selection says which captures leave. The zero value is all of them.
type Selection struct {
	Records []int64  // by number
	Pages   []string // by address or name
}

func (s Selection) has(r *archive.Record) bool {
	if len(s.Records) == 0 && len(s.Pages) == 0 {
		return true
	}
	return slices.Contains(s.Records, r.N) || slices.Contains(s.Pages, page(r))
}

// ErrNothing is returned for an export of what the dossier does not hold.
var ErrNothing = errors.New("nothing to export")

// without returns what is named and not among the captures; "" where nothing is.
func (s Selection) without(captures []exported) string {
	there := map[string]bool{}
	for _, e := range captures {
		if e.record != nil {
			there[page(e.record)], there[strconv.FormatInt(e.record.N, 10)] = true, true
		}
	}
	for _, n := range s.Records {
		if name := strconv.FormatInt(n, 10); !there[name] {
			return name
		}
	}
	for _, name := range s.Pages {
		if !there[name] {
			return name
		}
	}
	return ""
}

// ExportWARC writes the captures of sel to w as one WARC file.
func (d *Dossier) ExportWARC(w io.Writer, sel Selection) error {
	_, err := d.exportWARC(w, sel)
	return err
}

// An exported capture, for the members of a WACZ file that speak of it.
type exported struct {
	record *archive.Record
	id     string
	uri    string
	media  string
	status int
	title  string
	at     time.Time
	warc.Written
}

func (d *Dossier) exportWARC(w io.Writer, sel Selection) ([]exported, error) {
	ww := warc.NewWriter(w)
	var out []exported
	for r, err := range d.Records(0) {
		if err != nil {
			return nil, err
		}
		if r.Kind != archive.Captured || !sel.has(r) {
			continue
		}
		c, err := d.Capture(r)
		if err != nil {
			return nil, fmt.Errorf("%v: %w", r, err)
		}
		if len(out) == 0 {
			if _, err := ww.Info(d.recordID("info", r.N), r.At, "recoupe"); err != nil {
				return nil, err
			}
		}
		for i, hop := range r.Redirects {
			to := r.Final
			if i+1 < len(r.Redirects) {
				to = r.Redirects[i+1].URL
			}
			id := d.recordID(fmt.Sprint("hop", i), r.N)
			at, err := ww.Redirect(id, hop.URL, to, hop.Status, r.Fetched)
			if err != nil {
				return nil, err
			}
			out = append(out, exported{nil, id, hop.URL, "text/html", hop.Status, "", r.Fetched, at})
		}
		e := exported{record: r, id: d.recordID("capture", r.N), uri: warc.URI(c), media: warc.MediaOf(c), status: r.Status, title: title(c), at: r.Fetched}
		if e.at.IsZero() {
			e.at = r.At
		}
		if e.status == 0 {
			e.status = 200 // what replays a file wants to hear
		}
		if e.Written, err = ww.Capture(e.id, c, r.At); err != nil {
			return nil, err
		}
		out = append(out, e)
	}
	if missing := sel.without(out); missing != "" {
		return nil, fmt.Errorf("%w: no capture is called %s; recoupe search says what there is", ErrNothing, missing)
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("%w: the dossier holds no capture yet", ErrNothing)
	}
	return out, nil
}

// recordID names a WARC record after the log and the place in it, so that two
// exports name it alike.
func (d *Dossier) recordID(what string, n int64) string {
	h := sha256.Sum256(fmt.Appendf(nil, "%s %s %d", d.Public().Name(), what, n))
	h[6], h[8] = h[6]&0x0f|0x80, h[8]&0x3f|0x80 // a UUID of version 8
	s := hex.EncodeToString(h[:16])
	return "urn:uuid:" + s[:8] + "-" + s[8:12] + "-" + s[12:16] + "-" + s[16:20] + "-" + s[20:]
}

func title(c *source.Capture) string {
	doc, err := text.Read(c, text.Options{})
	if err != nil || doc.Title == "" {
		return c.Name
	}
	return doc.Title
}

// A proofLine shows that one capture is in the log.
type proofLine struct {
	N          int64    `json:"n"`
	WARC       string   `json:"warc"`       // id of its WARC record
	Checkpoint string   `json:"checkpoint"` // member that holds the signed checkpoint
	Size       int64    `json:"size"`       // of the log then
	Salt       string   `json:"salt"`       // hexadecimal
	Record     string   `json:"record"`     // the bytes the log commits to; their "body" is the SHA-256 of the payload
	Path       []string `json:"path"`       // hashes up to the root, base64
}

func checkpointName(size int64) string { return fmt.Sprintf("custody/checkpoint-%d", size) }

// ExportWACZ writes the captures of sel to w as a WACZ file with its proofs.
func (d *Dossier) ExportWACZ(w io.Writer, sel Selection) error {
	if err := d.Refresh(); err != nil {
		return err
	}
	temp, err := os.CreateTemp("", "recoupe-export-*")
	if err != nil {
		return err
	}
	defer os.Remove(temp.Name())
	defer temp.Close()
	captures, err := d.exportWARC(temp, sel)
	if err != nil {
		return err
	}
	z := newWacz(w)
	if err := z.file("archive/data.warc.gz", temp); err != nil {
		return err
	}
	members, err := d.custodyMembers(captures)
	if err != nil {
		return err
	}
	members = append([]member{{"indexes/index.cdx", cdx(captures)}, {"pages/pages.jsonl", pages(captures)}}, members...)
	for _, m := range members {
		if err := z.bytes(m.name, m.data); err != nil {
			return err
		}
	}
	return z.close(d.Public().Name(), captures[len(captures)-1].at)
}

type member struct {
	name string
	data []byte
}

// cdx lists where each capture stands, sorted as those who look it up expect.
func cdx(captures []exported) []byte {
	var lines []string
	for _, e := range captures {
		digest := "sha256:" + hex.EncodeToString(sha256.New().Sum(nil))
		if e.record != nil {
			digest = "sha256:" + e.record.Body.String()
		}
		b, _ := json.Marshal(map[string]any{"url": e.uri, "mime": strings.TrimSpace(strings.SplitN(e.media, ";", 2)[0]), "status": fmt.Sprint(e.status),
			"digest": digest, "length": fmt.Sprint(e.Length), "offset": fmt.Sprint(e.Offset), "filename": "data.warc.gz"})
		lines = append(lines, surt(e.uri)+" "+e.at.UTC().Format("20060102150405")+" "+string(b)+"\n")
	}
	slices.Sort(lines)
	return []byte(strings.Join(lines, ""))
}

// surt turns an address round so that those of one site stand together:
// "example,lagune)/1".
func surt(uri string) string {
	u, err := url.Parse(uri)
	if err != nil || u.Host == "" {
		return strings.ReplaceAll(strings.ToLower(uri), " ", "%20")
	}
	host := strings.Split(strings.TrimPrefix(strings.ToLower(u.Hostname()), "www."), ".")
	slices.Reverse(host)
	s := strings.Join(host, ",")
	if p := u.Port(); p != "" && p != "80" && p != "443" {
		s += ":" + p
	}
	s += ")" + strings.ToLower(u.EscapedPath())
	if u.Path == "" {
		s += "/"
	}
	if u.RawQuery != "" {
		q := strings.Split(strings.ToLower(u.RawQuery), "&")
		slices.Sort(q)
		s += "?" + strings.Join(q, "&")
	}
	return s
}

func pages(captures []exported) []byte {
	var b bytes.Buffer
	b.WriteString(`{"format":"json-pages-1.0","id":"pages","title":"All pages"}` + "\n")
	for _, e := range captures {
		if e.record == nil || !IsReport(e.record) {
			continue
		}
		line, _ := json.Marshal(map[string]string{"id": strings.TrimPrefix(e.id, "urn:uuid:"), "url": e.uri, "ts": e.at.UTC().Format(time.RFC3339), "title": e.title})
		b.Write(append(line, '\n'))
	}
	return b.Bytes()
}

//go:embed export/README.md
var exportReadme []byte

//go:embed export/check.py
var exportCheck []byte

// custodyMembers makes the proofs. Each capture is proved for the newest
// checkpoint, and for the first one after it that has a token.
func (d *Dossier) custodyMembers(captures []exported) ([]member, error) {
	all, err := d.Log()
	if err != nil {
		return nil, err
	}
	members := []member{{"custody/public-key", []byte(d.Public().String() + "\n")}}
	sizes := []int64{all.Size()}
	for _, tok := range all.Tokens {
		sizes = append(sizes, tok.Record.Log)
		members = append(members, member{fmt.Sprintf("custody/token-%d.tsr", tok.Record.N), tok.Bytes})
	}
	slices.Sort(sizes)
	sizes = slices.Compact(sizes)
	for _, s := range sizes {
		members = append(members, member{checkpointName(s), all.Checkpoints[s]})
	}
	var b bytes.Buffer
	for _, e := range captures {
		if e.record == nil {
			continue
		}
		i, _ := slices.BinarySearch(sizes, e.record.N+1)
		for _, size := range slices.Compact([]int64{sizes[i], all.Size()}) {
			line, err := proofOf(all, e, size)
			if err != nil {
				return nil, err
			}
			b.Write(line)
		}
	}
	return append(members, member{"custody/proofs.jsonl", b.Bytes()}, member{"custody/README.md", exportReadme}, member{"custody/check.py", exportCheck}), nil
}

func proofOf(all *archive.Log, e exported, size int64) ([]byte, error) {
	p, err := custody.Prove(all.Leaves, e.record.N, size)
	if err != nil {
		return nil, err
	}
	salt, line := all.Opening(e.record.N)
	l := proofLine{e.record.N, e.id, checkpointName(size), size, salt.String(), string(line), []string{}}
	for _, h := range p.Path {
		l.Path = append(l.Path, h.String())
	}
	out, err := json.Marshal(l)
	return append(out, '\n'), err
}
