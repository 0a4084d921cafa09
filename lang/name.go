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

// A Name is a mention of a person, an organisation or a place by its name,
// titles and roles left out: "Saltanat Azirbek", "Amnesty International",
// "Almaty", "Reuters".
type Name struct {
	Start, End  int // bytes
	First, Last int32
	Sent        int32
	Kind        Kind
	Canonical   string // form used for people: "OTSC", "Kazakhstan"
	Key         string // the same across spellings and scripts of one name
	Agency      bool   // a news agency
	Place       *Place // what it is on the map; nil if unknown or no place
	Demonym     bool   // "kazakh", "kazakhstanais": an adjective or noun of a country
}

// A Place is a point or area of the gazetteer.
type Place struct {
	ID        int    // GeoNames id; 0 if learned from the text
	Name      string // in the language of the account where known
	Precision string // "city", "region", "country"
	Country   string // ISO 3166-1 alpha-2
	Region    string // first-level subdivision, as the gazetteer names it
	Lat, Lon  float64
}

// Contains reports whether q lies in p or is p.
func (p *Place) Contains(q *Place) bool {
	switch {
	case p == nil || q == nil:
		return false
	case p.Precision == "country":
		return p.Country != "" && p.Country == q.Country
	case p.Precision == "region":
		return p.Country == q.Country && p.Region != "" && (p.Region == q.Region || p.Name == q.Name)
	}
	return p.Name == q.Name && p.Country == q.Country
}
