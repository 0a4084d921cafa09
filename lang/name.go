package lang

// A Kind says what sort of thing a name names.
type Kind uint8

// The kinds of name.
const (
	Unknown Kind = iota
	Person
	Organization
	Location
)

// Label returns the mark of a kind in marked sentences: "PER", "ORG", "LOC", ""
// for Unknown.
func (k Kind) Label() string { return kindLabels[k&3] }

var kindLabels = [4]string{"", "PER", "ORG", "LOC"}

// ParseKind is the inverse of Label; Unknown for any other string.
func ParseKind(label string) Kind {
	for k, l := range kindLabels {
		if l == label {
			return Kind(k)
		}
	}
	return Unknown
}

// A Name is a mention of a person, an organisation or a place by its name,
// titles and roles left out: "Saltanat Azirbek", "Amnesty International",
// "Almaty", "Reuters".
type Name struct {
	Start, End  int // bytes
	First, Last int32
	Sent        int32
	Kind        Kind
	Agency      bool   // a news agency
	Demonym     bool   // "kazakh", "kazakhstanais": an adjective or noun of a country
	Canonical   string // form used for people: "OTSC", "Kazakhstan"
	Key         string // the same across spellings and scripts of one name
	Place       *Place // what it is on the map; nil if unknown or no place
}

// A Place is a point or area of the gazetteer. One that the gazetteer knows is
// shared by all reports: it is not to be changed.
type Place struct {
	ID        int     // GeoNames id; 0 if learned from the text
	Name      string  // in French; see In
	Precision string  // "city", "region", "country"
	Country   string  // ISO 3166-1 alpha-2
	Region    string  // first-level subdivision, as the gazetteer names it
	Lat, Lon  float64 // degrees; both 0 where unknown

	Number int32 // of the gazetteer, from 1; 0 if learned from the text
}

// Size is how well known the gazetteer takes the place to be, a logarithm of its
// people with capitals raised; 0 where the place was learned from the text.
func (p *Place) Size() int {
	if p.Number == 0 {
		return 0
	}
	return places.size(p.Number - 1)
}

// Known reports whether the gazetteer has the place; else it was learned from the
// text, which says no more than its name and perhaps its country.
func (p *Place) Known() bool { return p.Number != 0 }

// In returns what the place is called in a language: "fr", "en", "ru". A place
// learned from the text is called as it was written.
func (p *Place) In(language string) string {
	if p.Number == 0 {
		return p.Name
	}
	return places.called(int(p.Number-1), language)
}

// Contains reports whether q lies in p or is p.
func (p *Place) Contains(q *Place) bool {
	switch {
	case p == nil || q == nil:
		return false
	case p.Precision == "country":
		return p.Country != "" && p.Country == q.Country
	case p.Precision == "region":
		// An area ("Ardèche") lies in a region and holds only what is known to.
		return p.Country == q.Country && (p.Name == q.Name || p.Region == p.Name && p.Region == q.Region)
	}
	return p.Name == q.Name && p.Country == q.Country
}
