package text

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"recoupe/source"
)

// A decoded is the text of a capture in UTF-8, with what was doubtful about it.
type decoded struct {
	s        string
	warnings []Warning // spans without Doc, which is not known yet
}

// sample is how much of a capture is looked at to tell its encoding. News
// pages open with tens of kilobytes of script before the first accent.
const sample = 256 << 10

// decode turns the bytes of c into UTF-8. The declared charset ("" if none) is
// believed only where the bytes allow it: pages lie about their encoding more
// often than bytes do.
func decode(c *source.Capture, declared string) (decoded, *source.Trouble) {
	body := c.Body
	if len(bytes.TrimSpace(body)) == 0 {
		return decoded{}, trouble(c, "empty", "empty; nothing to read")
	}
	if kind := binaryKind(body); kind != "" {
		return decoded{}, trouble(c, "binary", kind+", not a report; save its text or the page and give that")
	}
	enc := sniffUTF16(body)
	if enc == nil && isBinary(body) {
		return decoded{}, trouble(c, "binary", "binary, not a report; save its text or the page and give that")
	}
	var d decoded
	switch {
	case enc != nil:
		d.s = runDecoder(enc, body)
	case utf8.Valid(body):
		d.s = string(bytes.TrimPrefix(body, []byte("\xef\xbb\xbf")))
	case mostlyUTF8(body):
		d.s = string(bytes.TrimPrefix(body, []byte("\xef\xbb\xbf")))
	default:
		d.s = runDecoder(singleByte(body, declared), body)
	}
	d.replaceBroken()
	if strings.TrimSpace(strings.ReplaceAll(d.s, "\ufffd", "")) == "" {
		return decoded{}, trouble(c, "empty", "empty; nothing to read")
	}
	return d, nil
}

func runDecoder(e encoding.Encoding, body []byte) string {
	// Decoders of this library replace what they cannot read by U+FFFD and err
	// only when a destination is short, which Bytes never is.
	out, err := e.NewDecoder().Bytes(body)
	if err != nil || !utf8.Valid(out) {
		return strings.ToValidUTF8(string(out), "\ufffd")
	}
	return string(out)
}

// replaceBroken replaces bytes that are no UTF-8 by U+FFFD and NUL by a space,
// and warns once of each, at its first place: a page with one broken quotation
// mark in each paragraph is one trouble, not two hundred.
func (d *decoded) replaceBroken() {
	if utf8.ValidString(d.s) && strings.IndexByte(d.s, 0) < 0 && !strings.Contains(d.s, "\ufffd") {
		return
	}
	var b strings.Builder
	b.Grow(len(d.s) + 16)
	var bad, nul []int
	for i := 0; i < len(d.s); {
		r, n := utf8.DecodeRuneInString(d.s[i:])
		switch {
		case r == 0:
			nul = append(nul, b.Len())
			b.WriteByte(' ')
		case r == utf8.RuneError:
			bad = append(bad, b.Len())
			b.WriteString("\ufffd")
		default:
			b.WriteString(d.s[i : i+n])
		}
		i += n
	}
	d.s = b.String()
	if len(bad) > 0 {
		d.warnings = append(d.warnings, Warning{
			Span: Span{Start: bad[0], End: bad[0] + len("\ufffd")}, Rule: "broken-encoding", Args: []string{itoa(len(bad))},
			Message: count(len(bad), "character") + " could not be decoded and stand as \ufffd; compare with the original before quoting",
		})
	}
	if len(nul) > 0 {
		d.warnings = append(d.warnings, Warning{
			Span: Span{Start: nul[0], End: nul[0] + 1}, Rule: "nul-bytes", Args: []string{itoa(len(nul))},
			Message: count(len(nul), "NUL byte") + " replaced by spaces; the file may be damaged, get it again if you can",
		})
	}
}

// magic are the first bytes of files people put into a folder of reports by
// mistake, with the words for them.
var magic = []struct{ head, kind string }{
	{"%PDF", "a PDF"},
	{"PK\x03\x04", "a zip or office document"},
	{"\xd0\xcf\x11\xe0", "an office document"},
	{"{\\rtf", "a rich-text document"},
	{"\x1f\x8b", "a gzip file"},
	{"BZh9", "a bzip2 file"}, {"\xfd7zXZ", "an xz file"}, {"\x28\xb5\x2f\xfd", "a zstd file"}, {"7z\xbc\xaf", "a 7z file"}, {"Rar!", "a rar file"},
	{"\x89PNG", "a picture"}, {"GIF8", "a picture"}, {"\xff\xd8\xff", "a picture"}, {"RIFF", "a picture or sound"},
	{"OggS", "a sound or film"}, {"ID3", "a sound"}, {"\x7fELF", "a program"}, {"SQLite format 3", "a database"},
}

func binaryKind(body []byte) string {
	for _, m := range magic {
		if len(body) > len(m.head) && string(body[:len(m.head)]) == m.head {
			return m.kind
		}
	}
	if len(body) > 12 && string(body[4:8]) == "ftyp" {
		return "a film"
	}
	return ""
}

// isBinary reports whether body has more control bytes than damage to a text
// could explain. UTF-16 has been ruled out.
func isBinary(body []byte) bool {
	head := body[:min(len(body), sample)]
	ctrl, nul := 0, 0
	for _, c := range head {
		switch {
		case c == 0:
			nul++
		case c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1b && c != 0x0b, c == 0x7f:
			ctrl++
		}
	}
	// One NUL in ten still is a text with a damaged block; other control bytes
	// do not come into a text at all.
	return ctrl*200 > len(head) || nul*10 > len(head)
}

// sniffUTF16 tells UTF-16 by its mark, or by one half of the byte pairs being
// nearly always the same (00 for Latin, 04 for Cyrillic, 20 for punctuation).
func sniffUTF16(body []byte) encoding.Encoding {
	le := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	be := unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	switch {
	case bytes.HasPrefix(body, []byte{0xff, 0xfe}):
		return le
	case bytes.HasPrefix(body, []byte{0xfe, 0xff}):
		return be
	}
	head := body[:min(len(body), 4096)&^1]
	if len(head) < 8 {
		return nil
	}
	var high [2]int // pages 00, 04, 20 at even and odd places
	var zero [2]int
	for i, c := range head {
		if c == 0 || c == 0x04 || c == 0x20 {
			high[i&1]++
		}
		if c == 0 {
			zero[i&1]++
		}
	}
	half := len(head) / 2
	for odd := range 2 {
		// Text in UTF-8 has no NUL at all, so a tenth of them in one half only
		// (spaces of a Cyrillic text) settles it.
		if high[odd]*10 >= half*9 && zero[odd]*12 > half && zero[1-odd]*50 <= half {
			if odd == 1 {
				return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
			}
			return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
		}
	}
	return nil
}

// mostlyUTF8 reports whether body is UTF-8 with damage: it has more sound
// sequences of several bytes than stray bytes. In windows-1252 and
// windows-1251 two high bytes rarely fall so that they form one.
func mostlyUTF8(body []byte) bool {
	good, bad := 0, 0
	for i := 0; i < len(body); {
		if body[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(body[i:])
		if r == utf8.RuneError && n == 1 {
			bad++
		} else {
			good++
		}
		i += n
	}
	// A text that breaks off inside its only accent is UTF-8 all the same.
	return good > bad*2 || bad == 1 && good == 0 && !utf8.FullRune(lastBytes(body))
}

// lastBytes returns body from its last byte that begins a sequence.
func lastBytes(body []byte) []byte {
	for i := len(body) - 1; i >= 0 && i >= len(body)-4; i-- {
		if body[i] >= 0xC0 {
			return body[i:]
		}
		if body[i] < utf8.RuneSelf {
			break
		}
	}
	return []byte{'.'}
}

// singleByte chooses the encoding of a text with one byte per character.
// Accented letters of French stand alone among ASCII letters; Cyrillic letters
// stand beside one another.
func singleByte(body []byte, declared string) encoding.Encoding {
	cyrillic, enough := cyrillicShape(body)
	e, name := charset.Lookup(declared)
	switch name {
	case "", "utf-8", "utf-16le", "utf-16be", "replacement", "x-user-defined":
	case "windows-1252", "windows-1251", "koi8-r", "iso-8859-15", "iso-8859-5", "windows-1254":
		isCyrillic := name == "windows-1251" || name == "koi8-r" || name == "iso-8859-5"
		if !enough || isCyrillic == cyrillic {
			return e
		}
	default:
		return e // Polish, Chinese …: the shapes above do not tell these
	}
	if !cyrillic {
		return charmap.Windows1252
	}
	lower, upper := 0, 0
	for _, c := range body[:min(len(body), sample)] {
		if c >= 0xE0 {
			lower++
		} else if c >= 0xC0 {
			upper++
		}
	}
	// KOI8-R has small letters where windows-1251 has capitals.
	if upper > lower {
		return charmap.KOI8R
	}
	return charmap.Windows1251
}

// cyrillicShape reports whether most high bytes that stand for letters have
// another beside them, and whether there are enough to tell.
func cyrillicShape(body []byte) (cyrillic, enough bool) {
	letters, paired := 0, 0
	body = body[:min(len(body), sample)]
	high := func(i int) bool { return i >= 0 && i < len(body) && body[i] >= 0xC0 }
	for i := range body {
		if high(i) {
			letters++
			if high(i-1) || high(i+1) {
				paired++
			}
		}
	}
	return paired*2 > letters, letters >= 8
}
