package lang

import "strings"

// NameKey returns a form of a name that is the same across its spellings and
// scripts: Tokaïev, Tokaev, Tokayev and Токаев have one key, and so have
// Poutine, Putin and Путин. Words are kept apart by one space, hyphens count as
// spaces: "Kassym-Jomart" and "Kassym Jomart" have one key. The key of a last
// name is the end of the key of the full name.
//
// Equal keys do not prove that two names are one: the key is made to be
// compared within one story. The key of "" is "".
func NameKey(words string) string {
	var buf [96]byte
	return string(appendNameKey(buf[:0], words, true))
}

// PlainName returns words in small Latin letters without diacritics, hyphens as
// spaces: "Saint-Étienne" is "saint etienne", "Алматы" "almaty".
func PlainName(words string) string {
	var buf [128]byte
	return string(appendPlain(buf[:0], words))
}

// appendNameKey appends the key of words to dst. Without spaces, the form the
// gazetteer is sorted by, "Nour-Soultan" and "Noursoultan" are one as well.
func appendNameKey(dst []byte, words string, spaces bool) []byte {
	var buf [160]byte
	plain := appendPlain(buf[:0], words)
	from := len(dst)
	word := from // where the current word of the key starts
	for i := 0; i < len(plain); {
		if plain[i] == ' ' {
			dst = endKeyWord(dst, word, false)
			if spaces && len(dst) > from && dst[len(dst)-1] != ' ' {
				dst = append(dst, ' ')
			}
			word = len(dst)
			i++
			continue
		}
		sound, n := keySound(plain, i)
		for _, c := range []byte(sound) {
			dst = appendSound(dst, word, c)
		}
		i += n
	}
	dst = endKeyWord(dst, word, true)
	if len(dst) > from && dst[len(dst)-1] == ' ' {
		dst = dst[:len(dst)-1]
	}
	return dst
}

// appendSound appends one sound of a word that starts at word in dst, leaving
// out what transliterations do not agree on: doubled letters, the glide of
// Tokayev and Medvediev, ё before в (Soloviov, Solovyov, Soloviev), u before a
// vowel (Ouattara, Wattara).
func appendSound(dst []byte, word int, c byte) []byte {
	if len(dst) == word {
		return append(dst, c)
	}
	last := dst[len(dst)-1]
	switch {
	case last == c:
		return dst
	case last == 'i' && c == 'e':
		dst[len(dst)-1] = 'e'
		if len(dst)-1 > word && dst[len(dst)-2] == 'e' {
			return dst[:len(dst)-1]
		}
		return dst
	case c == 'v' && len(dst)-word > 2 && last == 'o' && dst[len(dst)-2] == 'i' && !isKeyVowel(dst[len(dst)-3]):
		dst = append(dst[:len(dst)-2], 'e')
	case last == 'u' && isKeyVowel(c):
		dst[len(dst)-1] = 'v'
		if len(dst)-1 > word && dst[len(dst)-2] == 'v' {
			dst = dst[:len(dst)-1]
		}
	}
	return append(dst, c)
}

// endKeyWord finishes the word that starts at word: French writes Poutine and
// Salmane with a mute e, older texts write -off for -ov. Only the last word
// loses its e, or Simone and Simon would be one first name.
func endKeyWord(dst []byte, word int, last bool) []byte {
	n := len(dst)
	if n-word >= 5 && dst[n-1] == 'f' && dst[n-2] == 'o' {
		dst[n-1] = 'v'
	}
	if last && n-word >= 5 && dst[n-1] == 'e' && dst[n-2] == 'n' && isKeyVowel(dst[n-3]) {
		dst = dst[:n-1]
	}
	return dst
}

func isKeyVowel(c byte) bool {
	return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'
}

// A spelling is a group of letters that stands for one sound.
type spelling struct {
	letters, sound string
	soft           bool // only before e, i and y
}

// spellings are tried in order, by first letter: longer groups stand first. C is
// the sound of ч, ш and щ, which French and English spell with each other's
// letters; J that of ж.
var spellings = [256][]spelling{
	'c': {{"chtch", "C", false}, {"ch", "C", false}, {"cz", "C", false}, {"ck", "k", false}, {"c", "s", true}, {"c", "k", false}},
	'd': {{"dzh", "J", false}, {"dj", "J", false}, {"dh", "d", false}},
	'e': {{"ee", "i", false}},
	'g': {{"gh", "g", false}, {"gu", "g", true}},
	'j': {{"j", "J", false}},
	'k': {{"kh", "h", false}},
	'o': {{"ou", "u", false}, {"oo", "u", false}},
	'p': {{"ph", "f", false}},
	'q': {{"qu", "k", true}, {"q", "k", false}},
	's': {{"shch", "C", false}, {"sch", "C", false}, {"sh", "C", false}},
	't': {{"tsch", "C", false}, {"tch", "C", false}, {"th", "t", false}, {"tz", "ts", false}},
	'w': {{"w", "v", false}},
	'x': {{"x", "ks", false}},
	'y': {{"y", "i", false}},
	'z': {{"zh", "J", false}},
}

// keySound returns the sound that the letters at plain[i] stand for and how
// many letters it takes.
func keySound(plain []byte, i int) (string, int) {
	rest := plain[i:]
	for _, s := range spellings[rest[0]] {
		n := len(s.letters)
		if len(rest) < n || string(rest[:n]) != s.letters {
			continue
		}
		if s.soft && (len(rest) == n || rest[n] != 'e' && rest[n] != 'i' && rest[n] != 'y') {
			continue
		}
		return s.sound, n
	}
	return oneByte[rest[0]], 1
}

// oneByte holds every one-letter string, so that a sound costs no allocation.
var oneByte = func() (t [256]string) {
	for i := range t {
		t[i] = string([]byte{byte(i)})
	}
	return t
}()

// appendPlain appends words in small Latin letters without diacritics: Cyrillic
// is transliterated, hyphens and spaces become one space, apostrophes and other
// marks fall away. Other scripts are kept as they are.
func appendPlain(dst []byte, words string) []byte {
	from := len(dst)
	for _, r := range words {
		switch {
		case 'a' <= r && r <= 'z' || '0' <= r && r <= '9':
			dst = append(dst, byte(r))
			continue
		case 'A' <= r && r <= 'Z':
			dst = append(dst, byte(r)+'a'-'A')
			continue
		case r == ' ' || r == '-' || r == '‐' || r == '‑' || r == '–' || r == '\u00a0' || r == '\u202f' || r == '\u2009' || r == '\n' || r == '\t' || r == '/' || r == '_':
			if len(dst) > from && dst[len(dst)-1] != ' ' {
				dst = append(dst, ' ')
			}
			continue
		case r < 0x80:
			continue
		}
		dst = appendFolded(dst, r)
	}
	return dst
}

func appendFolded(dst []byte, r rune) []byte {
	if 0xc0 <= r && r < 0x180 {
		return append(dst, latinFolds[r-0xc0]...)
	}
	if 0x400 <= r && r < 0x500 {
		return append(dst, cyrillicAfter(dst, r)...)
	}
	switch {
	case 0x300 <= r && r < 0x370, r == '’', r == 'ʻ', r == 'ʼ', r == '‘', r == '«', r == '»', r == '…':
		return dst
	case 0x1e00 <= r && r < 0x1f00: // Vietnamese and transliterated Arabic
		return append(dst, latinExtra[r-0x1e00])
	}
	switch r {
	case 'ș', 'Ș':
		return append(dst, 's')
	case 'ț', 'Ț':
		return append(dst, 't')
	case 'ơ', 'Ơ':
		return append(dst, 'o')
	case 'ư', 'Ư':
		return append(dst, 'u')
	case 'ə', 'Ə', 'ǝ':
		return append(dst, 'a')
	}
	return append(dst, string(r)...)
}

// cyrillicAfter is r in Latin letters. What Latin writes with an h after the
// consonant, in names of India, Indochina and the Caucasus, Russian writes with х:
// Пхукет, Лудхияна.
func cyrillicAfter(dst []byte, r rune) string {
	if n := len(dst); n > 0 && (r == 'х' || r == 'Х') {
		switch dst[n-1] {
		case 'p', 't', 'd', 'k', 'g', 'b':
			return "h"
		}
	}
	return cyrillic[r-0x400]
}

// latinFolds are the letters U+00C0 to U+017F without their marks: Vučić is
// printed as Vucic in most of the press.
var latinFolds = foldTable("" +
	"a a a a a a ae s e e e e i i i i d n o o o o o - o u u u u y t ss " +
	"a a a a a a ae s e e e e i i i i d n o o o o o - o u u u u y t y " +
	"a a a a a a c c c c c c c c d d d d e e e e e e e e e e g g g g " +
	"g g g g h h h h i i i i i i i i i i ij ij j j k k k l l l l l l l l l l " +
	"n n n n n n n n n o o o o o o oe oe r r r r r r s s s s s s s s " +
	"t t t t t t u u u u u u u u u u u u w w y y y z z z z z z s")

// cyrillic are the letters U+0400 to U+04FF in Latin letters.
var cyrillic = func() (t [256]string) {
	const small = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
	latin := strings.Fields("a b v g d e zh z i i k l m n o p r s t u f kh ts ch sh sh - y - e yu ya")
	for i, r := range []rune(small) {
		s := latin[i]
		if s == "-" {
			s = ""
		}
		t[r-0x400], t[r-0x20-0x400] = s, s
	}
	for pair, s := range map[string]string{
		"ёЁ": "e", "іІ": "i", "їЇ": "i", "єЄ": "e", "ґҐ": "g", "қҚ": "k", "ғҒ": "g", "ңҢ": "n", "үҮ": "u",
		"ұҰ": "u", "өӨ": "o", "һҺ": "h", "әӘ": "a", "ўЎ": "u", "џЏ": "dj", "љЉ": "l", "њЊ": "n", "ћЋ": "ch", "ђЂ": "dj", "јЈ": "y", "ѓЃ": "g", "ќЌ": "k", "ҳҲ": "h", "ҷҶ": "dj", "ӣӢ": "i", "ӯӮ": "u", "ҡҠ": "k", "ҙҘ": "z", "ҫҪ": "s",
	} {
		for _, r := range pair {
			t[r-0x400] = s
		}
	}
	return t
}()

// latinExtra are the letters U+1E00 to U+1EFF without their marks.
const latinExtra = "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssss" +
	"ssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwyasssssaaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeee" +
	"iiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyyyyyyyy"

func foldTable(letters string) (t [0xc0]string) {
	for i, s := range strings.Fields(letters) {
		if s != "-" {
			t[i] = s
		}
	}
	return t
}
