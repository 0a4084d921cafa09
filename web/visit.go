package web

import (
	"net/http"
	"strconv"
	"strings"
	"time"
)

// What a reader saw last is told by a mark in her browser, with a script and
// without: when her visit before this one ended, and when she last asked for a
// page. Nothing of it is kept here.

const visitCookie = "recoupe-visit"

// pause is how long a reader is away before she comes for another visit.
const pause = 30 * time.Minute

// visit returns when the reader last looked before this visit, zero for nobody
// who was here before, and notes that she is here now.
func visit(w http.ResponseWriter, r *http.Request, now time.Time) time.Time {
	before, last := readVisit(r)
	switch {
	case !last.IsZero() && now.Sub(last) > pause:
		before = last
	case now.Sub(last) < time.Minute:
		return before // a mark for every page is a mark too many
	}
	markVisit(w, r, before, now)
	return before
}

func markVisit(w http.ResponseWriter, r *http.Request, before, now time.Time) {
	value := strconv.FormatInt(max(before.Unix(), 0), 10) + "." + strconv.FormatInt(now.Unix(), 10)
	http.SetCookie(w, &http.Cookie{Name: visitCookie, Value: value, Path: "/", MaxAge: 365 * 24 * 3600, HttpOnly: true, SameSite: http.SameSiteLaxMode, Secure: r.TLS != nil})
}

func readVisit(r *http.Request) (before, last time.Time) {
	c, err := r.Cookie(visitCookie)
	if err != nil {
		return before, last
	}
	a, b, _ := strings.Cut(c.Value, ".")
	at := func(s string) (t time.Time) {
		if n, err := strconv.ParseInt(s, 10, 64); err == nil && n > 0 {
			t = time.Unix(n, 0)
		}
		return t
	}
	return at(a), at(b)
}

// seen notes that the reader has seen all there is: from now on, what changed is
// what comes in after this moment.
func (s *Site) seen(w http.ResponseWriter, r *http.Request) {
	now := time.Now()
	markVisit(w, r, now, now)
	http.Redirect(w, r, localPath(r.PostFormValue("back")), http.StatusSeeOther)
}
