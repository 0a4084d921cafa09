package web

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"net/http"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"recoupe"
	"recoupe/render"
)

// The programs' way to the same account: read only, the objects of the format
// that render.JSON writes, filtered as the pages are and handed out in portions.
// A cursor is the identity of the last object handed out, so that it stays good
// while reports come in.

// An object is one object of the account format, as it stands there.
type object json.RawMessage

// MarshalJSON writes o as it stands.
func (o object) MarshalJSON() ([]byte, error) { return o, nil }

// Schema says that o is an object; doc/schema.json says which.
func (object) Schema(huma.Registry) *huma.Schema {
	return &huma.Schema{Type: huma.TypeObject, AdditionalProperties: true, Description: "as in the account format, recoupe/1"}
}

// An accountIndex is the account as objects, with what they are filtered by.
type accountIndex struct {
	whole   []byte
	etag    string
	lists   map[string][]*entry
	figures map[string]*figureKeys
}

// An entry is an object with its keys.
type entry struct {
	id   string
	raw  object
	keys entryKeys
}

// entryKeys are what objects of any kind may be filtered by.
type entryKeys struct {
	ID       string  `json:"id"`
	Report   string  `json:"report"`
	Outlet   *string `json:"outlet"`
	Language string  `json:"language"`
	Measure  *string `json:"measure"`
	Group    *string `json:"group"`
	Stance   string  `json:"stance"`
	Kind     string  `json:"kind"`
	Role     *string `json:"role"`
	Said     *string `json:"said"`
	Span     *struct {
		Report string `json:"report"`
	} `json:"span"`
	By *struct {
		ID *string `json:"id"`
	} `json:"by"`
	Quantity struct {
		Low  int64  `json:"low"`
		High *int64 `json:"high"`
	} `json:"quantity"`
}

// figureKeys are where a figure stands in the account.
type figureKeys struct{ story, status string }

// newAccountIndex writes the account once and cuts it into its objects.
func newAccountIndex(res *recoupe.Result) *accountIndex {
	var b bytes.Buffer
	x := &accountIndex{lists: map[string][]*entry{}, figures: map[string]*figureKeys{}}
	if err := render.JSON(&b, res); err != nil {
		return x // a buffer takes everything
	}
	x.whole = b.Bytes()
	sum := sha256.Sum256(x.whole)
	x.etag = hex.EncodeToString(sum[:12])
	var top map[string]json.RawMessage
	if json.Unmarshal(x.whole, &top) != nil {
		return x
	}
	for _, name := range []string{"reports", "speakers", "claims", "figures", "gaps", "stories"} {
		var raws []json.RawMessage
		if json.Unmarshal(top[name], &raws) != nil {
			continue
		}
		for _, raw := range raws {
			e := &entry{raw: object(raw)}
			if json.Unmarshal(raw, &e.keys) == nil {
				e.id = e.keys.ID
				x.lists[name] = append(x.lists[name], e)
			}
		}
	}
	for _, t := range res.Stories {
		if t.Ledger == nil {
			continue
		}
		for _, a := range t.Ledger.Accounts {
			for _, e := range a.Entries {
				x.figures[e.Figure.ID] = &figureKeys{t.ID, string(e.Status)}
			}
		}
	}
	return x
}

// A Portion is how much of a list is asked for. It has an exported name because
// what reads requests sets exported fields only.
type Portion struct {
	Limit  int    `query:"limit" minimum:"1" maximum:"500" default:"100" doc:"at most so many objects"`
	Cursor string `query:"cursor" maxLength:"200" doc:"the next of the portion before"`
	Match  string `header:"If-None-Match"`
}

// A listing is one portion of a list.
type listing struct {
	Status int
	ETag   string `header:"ETag"`
	Cache  string `header:"Cache-Control"`
	Body   *listingBody
}

type listingBody struct {
	Items []object `json:"items"`
	Total int      `json:"total" doc:"how many there are in all"`
	Next  *string  `json:"next" doc:"cursor of the next portion; null at the end"`
}

// A single is one object.
type single struct {
	Status int
	ETag   string `header:"ETag"`
	Cache  string `header:"Cache-Control"`
	Body   object
}

// hand hands out one portion of what fits.
func (x *accountIndex) hand(list []*entry, p Portion, fits func(*entry) bool) (*listing, error) {
	out := &listing{Status: http.StatusOK, ETag: `"` + x.etag + `"`, Cache: "private, no-cache"}
	if has(p.Match, out.ETag) {
		out.Status = http.StatusNotModified
		return out, nil
	}
	var all []*entry
	for _, e := range list {
		if fits(e) {
			all = append(all, e)
		}
	}
	body := &listingBody{Items: []object{}, Total: len(all)}
	from := 0
	if p.Cursor != "" {
		i := slices.IndexFunc(all, func(e *entry) bool { return e.id == p.Cursor })
		if i < 0 {
			return nil, huma.Error400BadRequest("the cursor names nothing in this list")
		}
		from = i + 1
	}
	to := min(from+p.Limit, len(all))
	for _, e := range all[from:to] {
		body.Items = append(body.Items, e.raw)
	}
	if to < len(all) && to > from {
		body.Next = &all[to-1].id
	}
	out.Body = body
	return out, nil
}

func (x *accountIndex) one(list []*entry, id, match string) (*single, error) {
	out := &single{Status: http.StatusOK, ETag: `"` + x.etag + `"`, Cache: "private, no-cache"}
	for _, e := range list {
		if e.id == id {
			if has(match, out.ETag) {
				out.Status = http.StatusNotModified
				return out, nil
			}
			out.Body = e.raw
			return out, nil
		}
	}
	return nil, huma.Error404NotFound("nothing is called " + id)
}

// is reports whether a filter is not set or fits.
func is(filter, value string) bool { return filter == "" || strings.EqualFold(filter, value) }

func str(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

func (k *entryKeys) report() string {
	if k.Span != nil {
		return k.Span.Report
	}
	return k.Report
}

func (k *entryKeys) speaker() string {
	if k.By != nil {
		return str(k.By.ID)
	}
	return ""
}

type byID struct {
	ID    string `path:"id" maxLength:"200"`
	Match string `header:"If-None-Match"`
}

// api adds the addresses for programs to mux.
func (s *Site) api(mux *http.ServeMux) {
	c := huma.DefaultConfig("recoupe", recoupe.Version)
	c.Info.Description = "The account that the pages show: read only. Every statement points at the words it rests on."
	c.OpenAPIPath, c.DocsPath, c.SchemasPath, c.CreateHooks = "/openapi", "", "", nil
	a := humago.New(mux, c)
	now := func() *accountIndex { return s.now.Load().account() }
	reportList(a, now)
	figureList(a, now)
	claimList(a, now)
	for _, name := range []string{"stories", "speakers", "gaps"} {
		huma.Get(a, "/api/"+name, func(_ context.Context, in *struct{ Portion }) (*listing, error) {
			x := now()
			return x.hand(x.lists[name], in.Portion, func(*entry) bool { return true })
		})
	}
	for _, name := range []string{"stories", "reports", "speakers", "figures", "claims", "gaps"} {
		huma.Get(a, "/api/"+name+"/{id}", func(_ context.Context, in *byID) (*single, error) {
			x := now()
			return x.one(x.lists[name], in.ID, in.Match)
		})
	}
	mux.HandleFunc("GET /api/account", func(w http.ResponseWriter, r *http.Request) {
		x := now()
		k := pack(x.whole)
		k.etag = `"` + x.etag + `"`
		w.Header().Set("Vary", "Accept-Encoding")
		send(w, r, k, "application/json", http.StatusOK)
	})
}

func reportList(a huma.API, now func() *accountIndex) {
	huma.Get(a, "/api/reports", func(_ context.Context, in *struct {
		Portion
		Outlet   string `query:"outlet" maxLength:"400"`
		Language string `query:"language" maxLength:"20" doc:"BCP 47"`
	}) (*listing, error) {
		x := now()
		return x.hand(x.lists["reports"], in.Portion, func(e *entry) bool {
			return is(in.Outlet, str(e.keys.Outlet)) && is(in.Language, e.keys.Language)
		})
	})
}

func figureList(a huma.API, now func() *accountIndex) {
	huma.Get(a, "/api/figures", func(_ context.Context, in *struct {
		Portion
		Story   string `query:"story" maxLength:"200"`
		Report  string `query:"report" maxLength:"200"`
		Speaker string `query:"speaker" maxLength:"400"`
		Measure string `query:"measure" maxLength:"40" doc:"killed, injured, missing, …"`
		Group   string `query:"group" maxLength:"40" doc:"people, civilians, security_forces, …"`
		Stance  string `query:"stance" enum:"asserted,hedged,denied,unknown"`
		Status  string `query:"status" enum:"stands,repeats,superseded,contradicted,withdrawn"`
		Least   int64  `query:"least" minimum:"0" doc:"figures that allow so many or more"`
		Most    int64  `query:"most" minimum:"0" doc:"figures that allow so many or fewer; 0: any"`
	}) (*listing, error) {
		x := now()
		return x.hand(x.lists["figures"], in.Portion, func(e *entry) bool {
			k, at := &e.keys, x.figures[e.id]
			if at == nil {
				at = &figureKeys{}
			}
			return is(in.Story, at.story) && is(in.Status, at.status) && is(in.Report, k.report()) && is(in.Speaker, k.speaker()) &&
				is(in.Measure, str(k.Measure)) && is(in.Group, str(k.Group)) && is(in.Stance, k.Stance) &&
				(k.Quantity.High == nil || *k.Quantity.High >= in.Least) && (in.Most == 0 || k.Quantity.Low <= in.Most)
		})
	})
}

func claimList(a huma.API, now func() *accountIndex) {
	huma.Get(a, "/api/claims", func(_ context.Context, in *struct {
		Portion
		Report  string `query:"report" maxLength:"200"`
		Speaker string `query:"speaker" maxLength:"400"`
		Stance  string `query:"stance" enum:"asserted,hedged,denied,unknown"`
		Kind    string `query:"kind" enum:"direct,indirect,mixed"`
	}) (*listing, error) {
		x := now()
		return x.hand(x.lists["claims"], in.Portion, func(e *entry) bool {
			k := &e.keys
			return is(in.Report, k.report()) && is(in.Speaker, k.speaker()) && is(in.Stance, k.Stance) && is(in.Kind, k.Kind)
		})
	})
}
