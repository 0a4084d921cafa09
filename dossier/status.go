package dossier

import (
	"time"

	"recoupe/archive"
)

// A Status says what a dossier holds.
type Status struct {
	Records  int64
	Captures int64     // reports and feeds, every version
	Pages    int64     // different addresses and files
	Edited   int64     // of them, those with more than one version
	Failed   int64     // visits that came to nothing
	Bytes    int64     // of all captures, as they arrived
	Disk     int64     // of the dossier's folder, without the index
	First    time.Time // when the first record was made; zero where there is none
	Last     time.Time
	Damaged  []error // packs that cannot be read
}

// Status looks through the records.
func (d *Dossier) Status() Status {
	var s Status
	versions := map[string]map[archive.ID]bool{}
	for r, err := range d.Records(0) {
		if err != nil {
			s.Damaged = append(s.Damaged, err)
			continue
		}
		s.Records++
		if s.First.IsZero() {
			s.First = r.At
		}
		s.Last = r.At
		switch {
		case r.Kind == archive.Failed:
			s.Failed++
		case r.Kind == archive.Captured:
			s.Captures++
			s.Bytes += r.Size
			if IsReport(r) {
				p := page(r)
				if versions[p] == nil {
					versions[p] = map[archive.ID]bool{}
				}
				versions[p][r.Body] = true
			}
		}
	}
	s.Pages = int64(len(versions))
	for _, v := range versions {
		if len(v) > 1 {
			s.Edited++
		}
	}
	s.Disk = d.DiskSize()
	return s
}
