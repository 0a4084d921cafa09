package lang

import (
	_ "embed"
	"encoding/binary"
	"math"
	"sort"
	"strings"
	"sync"
	"unsafe"
)

// The gazetteer is read where it lies embedded in the program: nothing is
// unpacked when the program starts. data/places.bin, numbers little-endian:
//
//	"recoupe places 2\n", lines of text (sources, licences), an empty line,
//	zero bytes up to a multiple of 4
//	u32 × 6    number of regions R, places P, names N, French and Russian names,
//	           bytes of the sieve
//	regions    R × 5 bytes: country (2 letters), place of the region (u24, ffffff: none)
//	places     P × 10 bytes: GeoNames id u24, lat u16, lon u16, region u16, rank u8
//	blocks     ⌈N/16⌉ × 6 bytes: offset of the block's first name u24, number
//	           of main names before it u24
//	fr, ru     × 6 bytes, sorted: place u24, name u24: how the place is called there
//	sieve      a Bloom filter of the keys: three bits each, see sieveBits
//	names      sorted by name key without spaces, in blocks of 16: bytes shared
//	           with the name before u8 (0 at the start of a block), length of
//	           the rest u8, the rest; the length has its high bit set for the
//	           main name of a place, and the n-th main name is that of place n;
//	           the other names end with their place u24
//
// A rank is kind<<6 | size: kind 0 city, 1 region, 2 country, 3 area (a sea, a
// valley, a land that is no first-level subdivision); size is 3·log2 of the
// population over 500, capitals raised.
//
//go:embed data/places.bin
var placesFile string

const (
	gazetteerMagic = "recoupe places 2\n"
	gazetteerBlock = 16
	noPlace        = 0xffffff
)

// A gazetteer finds places by their names in French, English and Russian.
type gazetteer struct {
	regions, places, blocks, fr, ru, sieve, names string
	count                                         int       // of names
	given                                         *sync.Map // places that some report names, by number and language
}

// A givenPlace is a place in one language.
type givenPlace struct {
	number   int32
	language string
}

// places is the gazetteer of the program.
var places = openGazetteer(placesFile)

// openGazetteer returns the gazetteer that data holds, and an empty one if it
// holds none: a program without its gazetteer still reads names.
func openGazetteer(data string) *gazetteer {
	g := &gazetteer{given: new(sync.Map)}
	if !strings.HasPrefix(data, gazetteerMagic) {
		return g
	}
	at := strings.Index(data, "\n\n") + 2
	at = (at + 3) &^ 3
	var n [6]int
	for i := range n {
		n[i] = int(binary.LittleEndian.Uint32([]byte(data[at : at+4])))
		at += 4
	}
	cut := func(size int) string {
		s := data[at : at+size]
		at += size
		return s
	}
	g.count = n[2]
	g.regions = cut(5 * n[0])
	g.places = cut(10 * n[1])
	g.blocks = cut(6 * ((n[2] + gazetteerBlock - 1) / gazetteerBlock))
	g.fr = cut(6 * n[3])
	g.ru = cut(6 * n[4])
	g.sieve = cut(n[5])
	g.names = data[at:]
	return g
}

// bytesAsString lends b as a string to a call that does not keep it.
func bytesAsString(b []byte) string {
	if len(b) == 0 {
		return ""
	}
	return unsafe.String(&b[0], len(b))
}

func u24(s string, at int) int {
	return int(s[at]) | int(s[at+1])<<8 | int(s[at+2])<<16
}

// A placeHit is one place that bears a name.
type placeHit struct {
	place int32
	exact bool // the name as written, case, hyphens and diacritics apart; else only its key
}

// find appends the places called words to hits. It does not allocate if hits
// has room.
func (g *gazetteer) find(words string, hits []placeHit) []placeHit {
	if g.count == 0 || words == "" {
		return hits
	}
	var kb, plainBuf [128]byte
	key := appendNameKey(kb[:0], words, false)
	if len(key) == 0 {
		return hits
	}
	if !g.mayHold(key) {
		return hits
	}
	plain := appendPlain(plainBuf[:0], words)
	blocks := len(g.blocks) / 6
	// The first block whose first name is not before key; names with this key
	// may begin at the end of the block before.
	b := sort.Search(blocks, func(i int) bool {
		var nb, kb2 [128]byte
		name, _, _ := g.next(u24(g.blocks, 6*i), nb[:0])
		return string(appendNameKey(kb2[:0], bytesAsString(name), false)) >= string(key)
	})
	if b > 0 {
		b--
	}
	for ; b < blocks; b++ {
		var past bool
		if hits, past = g.scan(b, key, plain, hits); past {
			break
		}
	}
	return hits
}

// mayHold reports whether a name with this key can be in g: most words are
// no places, and the sieve says so at once.
func (g *gazetteer) mayHold(key []byte) bool {
	for _, bit := range sieveBits(key, len(g.sieve)) {
		if g.sieve[bit>>3]>>(bit&7)&1 == 0 {
			return false
		}
	}
	return true
}

// sieveBits returns the bits of a key in a sieve of size bytes.
func sieveBits(key []byte, size int) (bits [3]uint32) {
	h := uint64(14695981039346656037)
	for _, c := range key {
		h = (h ^ uint64(c)) * 1099511628211
	}
	for i := range bits {
		bits[i] = uint32(h % uint64(8*size))
		h = h>>21 | h<<43
	}
	return bits
}

// PlaceSieve returns the sieve of size bytes that lets keys through; for the
// builder of the gazetteer.
func PlaceSieve(keys []string, size int) []byte {
	sieve := make([]byte, size)
	for _, k := range keys {
		for _, bit := range sieveBits([]byte(k), size) {
			sieve[bit>>3] |= 1 << (bit & 7)
		}
	}
	return sieve
}

// scan appends to hits the places of block b with this key and reports whether
// it met a name past it.
func (g *gazetteer) scan(b int, key, plain []byte, hits []placeHit) ([]placeHit, bool) {
	var nb, kb, pb [128]byte
	name := nb[:0]
	at, main := u24(g.blocks, 6*b), u24(g.blocks, 6*b+3)
	for i := b * gazetteerBlock; i < min((b+1)*gazetteerBlock, g.count); i++ {
		var place int
		name, place, at = g.next(at, name)
		if place < 0 {
			place = main
			main++
		}
		k := appendNameKey(kb[:0], bytesAsString(name), false)
		switch {
		case string(k) > string(key):
			return hits, true
		case string(k) == string(key):
			p := appendPlain(pb[:0], bytesAsString(name))
			hits = addHit(hits, placeHit{int32(place), string(p) == string(plain)})
		}
	}
	return hits, false
}

// addHit adds h unless its place is there already; the better one stays.
func addHit(hits []placeHit, h placeHit) []placeHit {
	for i := range hits {
		if hits[i].place == h.place {
			hits[i].exact = hits[i].exact || h.exact
			return hits
		}
	}
	return append(hits, h)
}

// next reads the name at offset at of names, the one before it being prev. It
// returns the name, its place (-1: a main name) and the offset of the next.
func (g *gazetteer) next(at int, prev []byte) (name []byte, place, end int) {
	shared, n := int(g.names[at]), int(g.names[at+1])
	at += 2
	rest := n & 0x7f
	name = append(prev[:shared], g.names[at:at+rest]...)
	at += rest
	if n&0x80 != 0 {
		return name, -1, at
	}
	return name, u24(g.names, at), at + 3
}

// name returns the n-th name.
func (g *gazetteer) name(n int) string {
	var nb [128]byte
	b := n / gazetteerBlock
	at := u24(g.blocks, 6*b)
	name := nb[:0]
	for i := b * gazetteerBlock; i <= n; i++ {
		name, _, at = g.next(at, name)
	}
	return string(name)
}

// called returns what place i is called in lang.
func (g *gazetteer) called(i int, lang string) string {
	table := ""
	switch lang {
	case "fr":
		table = g.fr
	case "ru":
		table = g.ru
	}
	if k := sort.Search(len(table)/6, func(k int) bool { return u24(table, 6*k) >= i }); 6*k < len(table) && u24(table, 6*k) == i {
		return g.name(u24(table, 6*k+3))
	}
	// The block that holds the main name of place i.
	b := sort.Search(len(g.blocks)/6, func(b int) bool { return u24(g.blocks, 6*b+3) > i }) - 1
	var nb [128]byte
	name, at, main := nb[:0], u24(g.blocks, 6*b), u24(g.blocks, 6*b+3)
	for {
		var place int
		if name, place, at = g.next(at, name); place < 0 {
			if main == i {
				return string(name)
			}
			main++
		}
	}
}

func (g *gazetteer) kind(i int32) uint8 { return g.places[10*i+9] >> 6 }

// size is a logarithm of how many people live there: 0 under 500, 24 at 128,000.
func (g *gazetteer) size(i int32) int { return int(g.places[10*i+9] & 63) }

// regionOf returns the region a place lies in; the regions of a country begin
// with the country itself, which is the region of places whose region is unknown.
func (g *gazetteer) regionOf(i int32) int {
	return int(g.places[10*i+7]) | int(g.places[10*i+8])<<8
}

func (g *gazetteer) country(i int32) string {
	r := g.regionOf(i)
	return g.regions[5*r : 5*r+2]
}

// The kinds of place of the gazetteer.
const (
	cityPlace = iota
	regionPlace
	countryPlace
	areaPlace
)

var precisions = [4]string{"city", "region", "country", "region"}

// at returns place i, named in lang: the same Place every time, since ten
// thousand reports name a few hundred.
func (g *gazetteer) at(i int32, lang string) *Place {
	k := givenPlace{i, lang}
	if p, ok := g.given.Load(k); ok {
		return p.(*Place)
	}
	p, _ := g.given.LoadOrStore(k, g.place(i, lang))
	return p.(*Place)
}

// place makes place i, named in lang.
func (g *gazetteer) place(i int32, lang string) *Place {
	rec := g.places[10*i : 10*i+10]
	r := g.regionOf(i)
	p := &Place{
		Number:    i + 1,
		ID:        u24(rec, 0),
		Name:      g.called(int(i), lang),
		Precision: precisions[g.kind(i)],
		Country:   strings.TrimSpace(g.country(i)),
		Lat:       degrees(rec[3], rec[4], 180),
		Lon:       degrees(rec[5], rec[6], 360),
	}
	if p.Country == "--" {
		p.Country = ""
	}
	if of := u24(g.regions, 5*r+2); of != noPlace && g.kind(int32(of)) == regionPlace {
		p.Region = g.called(of, lang)
	}
	return p
}

// degrees undoes the packing of a latitude or longitude, to a hundredth.
func degrees(lo, hi byte, circle float64) float64 {
	v := float64(int(lo)|int(hi)<<8)/65535*circle - circle/2
	return math.Round(v*100) / 100
}
