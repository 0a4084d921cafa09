package dossier

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"hash/crc32"
	"io"
	"os"
	"path"
	"strings"
	"time"
)

// A wacz is a WACZ file under way.
type wacz struct {
	zip       *zip.Writer
	resources []resource
}

// A resource is what datapackage.json says of one member.
type resource struct {
	Name  string `json:"name"`
	Path  string `json:"path"`
	Hash  string `json:"hash"` // "sha256:…"
	Bytes int64  `json:"bytes"`
}

// A dataPackage is datapackage.json.
type dataPackage struct {
	Profile   string     `json:"profile"`
	Version   string     `json:"wacz_version"`
	Title     string     `json:"title"`
	Software  string     `json:"software"`
	Created   string     `json:"created"` // when the newest capture was made
	Resources []resource `json:"resources"`
}

// A packageDigest is datapackage-digest.json.
type packageDigest struct {
	Path string `json:"path"`
	Hash string `json:"hash"`
}

func newWacz(w io.Writer) *wacz { return &wacz{zip: zip.NewWriter(w)} }

// header is that of every member: stored, with no date.
func header(name string, crc uint32, size int64) *zip.FileHeader {
	return &zip.FileHeader{Name: name, Method: zip.Store, CRC32: crc, CompressedSize64: uint64(size), UncompressedSize64: uint64(size)}
}

// file adds what f holds.
func (z *wacz) file(name string, f *os.File) error {
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return err
	}
	crc, sum := crc32.NewIEEE(), sha256.New()
	n, err := io.Copy(io.MultiWriter(crc, sum), f)
	if err != nil {
		return err
	}
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return err
	}
	z.resources = append(z.resources, resource{strings.ToLower(path.Base(name)), name, "sha256:" + hex.EncodeToString(sum.Sum(nil)), n})
	return z.copy(name, f, crc.Sum32(), n)
}

func (z *wacz) copy(name string, r io.Reader, crc uint32, n int64) error {
	w, err := z.zip.CreateRaw(header(name, crc, n))
	if err != nil {
		return err
	}
	_, err = io.Copy(w, r)
	return err
}

func (z *wacz) bytes(name string, b []byte) error {
	sum := sha256.Sum256(b)
	z.resources = append(z.resources, resource{strings.ToLower(path.Base(name)), name, "sha256:" + hex.EncodeToString(sum[:]), int64(len(b))})
	return z.copy(name, bytes.NewReader(b), crc32.ChecksumIEEE(b), int64(len(b)))
}

// close writes the list of members and its digest.
func (z *wacz) close(title string, created time.Time) error {
	pkg, err := json.MarshalIndent(dataPackage{"data-package", "1.1.1", title, "recoupe", created.UTC().Format(time.RFC3339), z.resources}, "", "  ")
	if err != nil {
		return err
	}
	sum := sha256.Sum256(pkg)
	digest, err := json.MarshalIndent(packageDigest{"datapackage.json", "sha256:" + hex.EncodeToString(sum[:])}, "", "  ")
	if err != nil {
		return err
	}
	for _, m := range []member{{"datapackage.json", pkg}, {"datapackage-digest.json", digest}} {
		if err := z.copy(m.name, bytes.NewReader(m.data), crc32.ChecksumIEEE(m.data), int64(len(m.data))); err != nil {
			return err
		}
	}
	return z.zip.Close()
}
