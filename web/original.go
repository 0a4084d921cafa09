package web

import (
	"net/http"
	"strconv"

	"recoupe/claim"
	"recoupe/text"
)

// What was kept of a page is foreign: it may hold any script. It is handed out as
// a file to save and never as a page of this site, under a policy by which even a
// browser that opened it would run and load nothing.

const originalPolicy = "default-src 'none'; sandbox"

// original hands out the bytes a report was read from.
func (s *Site) original(w http.ResponseWriter, r *http.Request) {
	doc := s.now.Load().x.ReportWith(text.DocID(r.PathValue("id")))
	if doc == nil || s.opt.Original == nil {
		http.NotFound(w, r)
		return
	}
	body, err := s.opt.Original(doc)
	if err != nil {
		s.opt.Log.Error("original", "report", doc.ID, "error", err)
		http.Error(w, "the original cannot be read", http.StatusNotFound)
		return
	}
	h := w.Header()
	h.Set("Content-Security-Policy", originalPolicy)
	h.Set("Content-Type", "application/octet-stream")
	h.Set("Content-Disposition", `attachment; filename="`+string(doc.ID)+`.original"`)
	h.Set("Content-Length", strconv.Itoa(len(body)))
	h.Set("Cache-Control", "private, no-store")
	if r.Method != http.MethodHead {
		w.Write(body)
	}
}

// Kept returns the address of the bytes r was read from; "" where they are not
// handed out.
func (p *page) Kept(r *claim.Report) string {
	if p.static || !p.originals {
		return ""
	}
	return "/original/" + string(r.ID)
}
