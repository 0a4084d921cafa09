package render

// The machine-readable account, "recoupe/1". One struct for each object of the
// format, its fields in the order they are written; doc/format.md describes them
// and schema.json says what may stand where. Fields are added, never renamed:
// what reads an account of today reads one of next year.

type jsonSpan struct {
	Report string `json:"report"`
	Start  int    `json:"start"`
	End    int    `json:"end"`
	Quote  string `json:"quote"`
}

type jsonReport struct {
	ID        string     `json:"id"`
	File      *string    `json:"file"`
	Files     []string   `json:"files"`
	URL       *string    `json:"url"`
	Outlet    *string    `json:"outlet"`
	Byline    *string    `json:"byline"`
	Credits   []string   `json:"credits"`
	Title     *string    `json:"title"`
	Language  string     `json:"language"`
	Published *jsonDated `json:"published"`
	Modified  *jsonDated `json:"modified"`
	Text      string     `json:"text"`
}

type jsonDated struct {
	EDTF    *string     `json:"edtf"`
	Written string      `json:"written,omitempty"`
	Basis   *string     `json:"basis"`
	From    string      `json:"from,omitempty"`
	Because []*jsonSpan `json:"because"`
}

type jsonSpeaker struct {
	ID        string   `json:"id"`
	Name      string   `json:"name"`
	Role      *string  `json:"role"`
	Spellings []string `json:"spellings"`
	Person    bool     `json:"person"`
	Voice     *string  `json:"voice"`
}

type jsonBy struct {
	ID      *string   `json:"id"`
	Speaker string    `json:"speaker"`
	Name    *string   `json:"name"`
	Role    *string   `json:"role"`
	Cue     *string   `json:"cue"`
	Span    *jsonSpan `json:"span"`
	Stands  *jsonSpan `json:"stands,omitempty"`
	Own     bool      `json:"own,omitempty"`
	Rule    string    `json:"rule,omitempty"`
	Via     []*jsonBy `json:"via"`
}

type jsonClaim struct {
	ID      string    `json:"id"`
	Span    *jsonSpan `json:"span"`
	By      *jsonBy   `json:"by"`
	Kind    string    `json:"kind"`
	Content *jsonSpan `json:"content"`
	Stance  string    `json:"stance"`
}

type jsonQuantity struct {
	Qualifier string `json:"qualifier"`
	Value     *int64 `json:"value"`
	Low       int64  `json:"low"`
	High      *int64 `json:"high"`
	Text      string `json:"text"`
}

type jsonPlace struct {
	Name      string   `json:"name"`
	Precision *string  `json:"precision"`
	Lat       *float64 `json:"lat"`
	Lon       *float64 `json:"lon"`
	Country   *string  `json:"country"`
	Region    *string  `json:"region,omitempty"`
}

type jsonFigure struct {
	ID        string       `json:"id"`
	Claim     *string      `json:"claim"`
	Span      *jsonSpan    `json:"span"`
	Measure   string       `json:"measure"`
	Group     string       `json:"group"`
	Label     *string      `json:"label"`
	Quantity  jsonQuantity `json:"quantity"`
	Place     *jsonPlace   `json:"place"`
	Covers    *string      `json:"covers"`
	Scope     *string      `json:"scope"`
	PartOf    *string      `json:"part_of"`
	Severity  *string      `json:"severity"`
	By        *jsonBy      `json:"by"`
	Stance    string       `json:"stance"`
	Said      *string      `json:"said"`
	Aside     bool         `json:"aside,omitempty"`
	Previous  bool         `json:"previous,omitempty"`
	Elsewhere bool         `json:"elsewhere,omitempty"`
	Because   []jsonRule   `json:"because,omitempty"`
}

type jsonRule struct {
	Rule string    `json:"rule"`
	Span *jsonSpan `json:"span"`
}

type jsonGap struct {
	ID      string    `json:"id"`
	Span    *jsonSpan `json:"span"`
	Measure *string   `json:"measure"`
	Group   *string   `json:"group"`
	By      *jsonBy   `json:"by"`
}

type jsonTime struct {
	Span    *jsonSpan  `json:"span"`
	EDTF    *string    `json:"edtf"`
	From    *string    `json:"from"`
	To      *string    `json:"to"`
	Implied bool       `json:"implied"`
	Zone    string     `json:"zone,omitempty"`
	UTC     *jsonUTC   `json:"utc,omitempty"`
	Timex3  jsonTimex3 `json:"timex3"`
	Rule    *string    `json:"rule"`
}

type jsonUTC struct {
	From *string `json:"from"`
	To   *string `json:"to"`
}

type jsonTimex3 struct {
	Type  string  `json:"type"`
	Value *string `json:"value"`
}

type jsonCopy struct {
	Report      string         `json:"report"`
	Of          string         `json:"of"`
	Containment float64        `json:"containment"`
	Presumed    bool           `json:"presumed"`
	Passages    [][2]*jsonSpan `json:"passages"`
}

type jsonAccount struct {
	ID        string  `json:"id"`
	Measure   string  `json:"measure"`
	Severity  *string `json:"severity"`
	Group     string  `json:"group"`
	Label     *string `json:"label,omitempty"`
	Place     *string `json:"place"`
	Scope     *string `json:"scope"`
	PartOf    *string `json:"part_of"`
	Aside     bool    `json:"aside,omitempty"`
	Elsewhere bool    `json:"elsewhere,omitempty"`
}

type jsonEntry struct {
	Figure   string       `json:"figure"`
	Status   string       `json:"status"`
	Marks    []string     `json:"marks"`
	Because  []jsonReason `json:"because"`
	Origins  int          `json:"origins"`
	Speakers int          `json:"speakers"`
	Left     *jsonLeft    `json:"left,omitempty"`
}

type jsonLeft struct {
	Page   string  `json:"page"`
	Seen   *string `json:"seen"`
	Found  string  `json:"found"`
	Status *int    `json:"status"`
	Now    *string `json:"now"`
}

type jsonReason struct {
	Rule    string      `json:"rule"`
	Figures []string    `json:"figures"`
	Spans   []*jsonSpan `json:"spans"`
}

type jsonMoment struct {
	When    *string     `json:"when"`
	Said    *string     `json:"said"`
	Spans   []*jsonSpan `json:"spans"`
	Claims  []string    `json:"claims"`
	Origins int         `json:"origins"`
}

type jsonConflict struct {
	Kind    string       `json:"kind"`
	Members []jsonMember `json:"members"`
	Rule    string       `json:"rule"`
	Message string       `json:"message"`
	Args    []string     `json:"args"`
}

type jsonMember struct {
	Type string `json:"type"`
	ID   string `json:"id"`
}

type jsonWarning struct {
	Span    *jsonSpan `json:"span"`
	Rule    string    `json:"rule"`
	Message string    `json:"message"`
	Args    []string  `json:"args"`
}

type jsonUnread struct {
	File  string `json:"file"`
	Rule  string `json:"rule"`
	Error string `json:"error"`
}
