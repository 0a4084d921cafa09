package dossier

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

// TestWACZForm holds an export against the specification of WACZ 1.1.1, read
// anew here: what others look up in it, they find.
func TestWACZForm(t *testing.T) {
	name := exportedFile(t, filled(t), Selection{})
	z, err := zip.OpenReader(name)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	members := map[string][]byte{}
	for _, m := range z.File {
		if m.Method != zip.Store {
			t.Errorf("%s is packed: it cannot be read in parts", m.Name)
		}
		r, err := m.Open()
		if err != nil {
			t.Fatal(err)
		}
		members[m.Name], _ = io.ReadAll(r)
	}
	sum := func(b []byte) string { h := sha256.Sum256(b); return "sha256:" + hex.EncodeToString(h[:]) }
	var pkg struct {
		Profile   string `json:"profile"`
		Version   string `json:"wacz_version"`
		Created   string `json:"created"`
		Software  string `json:"software"`
		Resources []struct {
			Name, Path, Hash string
			Bytes            int
		}
	}
	var digest struct{ Path, Hash string }
	if json.Unmarshal(members["datapackage.json"], &pkg) != nil || json.Unmarshal(members["datapackage-digest.json"], &digest) != nil {
		t.Fatal("no list of members, or no digest of it")
	}
	if digest.Path != "datapackage.json" || digest.Hash != sum(members["datapackage.json"]) {
		t.Errorf("digest %+v", digest)
	}
	if _, err := time.Parse(time.RFC3339, pkg.Created); err != nil || pkg.Profile != "data-package" || pkg.Version != "1.1.1" || pkg.Software == "" {
		t.Errorf("head of the list: %+v", pkg)
	}
	names := map[string]bool{}
	for _, r := range pkg.Resources {
		b, ok := members[r.Path]
		if !ok || r.Hash != sum(b) || r.Bytes != len(b) {
			t.Errorf("%s: not as listed", r.Path)
		}
		if names[r.Name] || !regexp.MustCompile(`^[-a-z0-9._/]+$`).MatchString(r.Name) {
			t.Errorf("%q names no member, or two", r.Name)
		}
		names[r.Name] = true
	}
	if len(pkg.Resources) != len(members)-2 {
		t.Errorf("%d listed of %d members", len(pkg.Resources), len(members))
	}
	indexed := checkCDX(t, members)
	checkPages(t, members["pages/pages.jsonl"], indexed)
}

// checkCDX follows each line of the index into the archive, and returns the addresses.
func checkCDX(t *testing.T, members map[string][]byte) map[string]bool {
	urls := map[string]bool{}
	lines := strings.Split(strings.TrimSuffix(string(members["indexes/index.cdx"]), "\n"), "\n")
	if !slices.IsSorted(lines) || len(lines) != 12 {
		t.Errorf("the index has %d lines, or they are not in order", len(lines))
	}
	for _, line := range lines {
		f := strings.SplitN(line, " ", 3)
		var at struct {
			URL, Mime, Status, Digest, Length, Offset, Filename string
		}
		if len(f) != 3 || json.Unmarshal([]byte(f[2]), &at) != nil {
			t.Fatalf("line %q", line)
		}
		if _, err := time.Parse("20060102150405", f[1]); err != nil {
			t.Errorf("time %q", f[1])
		}
		var offset, length int
		fmt.Sscan(at.Offset, &offset)
		fmt.Sscan(at.Length, &length)
		r, err := gzip.NewReader(bytes.NewReader(members["archive/"+at.Filename][offset : offset+length]))
		if err != nil {
			t.Fatalf("%s: %v", at.URL, err)
		}
		record, err := io.ReadAll(r)
		if err != nil || !bytes.Contains(record, []byte("\r\nWARC-Target-URI: "+at.URL+"\r\n")) || !bytes.Contains(record, []byte("\r\nWARC-Payload-Digest: "+at.Digest+"\r\n")) {
			t.Errorf("%s does not stand where the index says: %v", at.URL, err)
		}
		urls[at.URL] = true
	}
	return urls
}

func checkPages(t *testing.T, pages []byte, indexed map[string]bool) {
	n := 0
	for line := range strings.Lines(string(pages)) {
		var p struct{ Format, ID, URL, TS, Title string }
		if err := json.Unmarshal([]byte(line), &p); err != nil {
			t.Fatal(err)
		}
		if n++; n == 1 {
			if p.Format != "json-pages-1.0" || p.ID == "" {
				t.Errorf("head of the pages: %q", line)
			}
			continue
		}
		if _, err := time.Parse(time.RFC3339, p.TS); err != nil || !indexed[p.URL] || p.Title == "" {
			t.Errorf("page %q", line)
		}
	}
	if n != 13 {
		t.Errorf("%d lines of pages", n)
	}
}
