package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// What stands in this file finds the ends of sentences that no stop shows:
// comments typed without them, a title a scraper glued to the text ("Deux dockers
// tués, cinq blessés Le bilan dépasse"). A learnt model was tried and did worse
// than these rules: names with an article and titles of works fool it.

func isGapSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' }

func skipGap(s string, i, end int) int {
	for i < end && isGapSpace(s[i]) {
		i++
	}
	return i
}

// gapEnds reports whether the sentence that began at from ends at byte at, a
// space: what follows is plainly the first word of another.
func (d *divider) gapEnds(from, at int) bool {
	next := skipGap(d.s, at, d.end)
	if next >= d.end || at <= from {
		return false
	}
	first, n := utf8.DecodeRuneInString(d.s[next:d.end])
	if !unicode.IsUpper(first) {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(d.s[from:at])
	if !unicode.IsLetter(before) && !unicode.IsDigit(before) && before != ')' && before != '»' && before != '"' {
		return false
	}
	if before == ')' && d.listMark(from, d.end) {
		return false
	}
	return d.beginsAnew(next, n) && d.wordEndsFrom(from, at) && !d.openAt(from, at)
}

// openAt reports whether a bracket or a quotation of the sentence that began at
// from is open at byte at: what begins there is a part of it.
func (d *divider) openAt(from, at int) bool {
	s := d.s[from:at]
	return strings.Count(s, "(") > strings.Count(s, ")") || strings.Count(s, "«") > strings.Count(s, "»") || strings.Count(s, `"`)%2 == 1
}

// beginsAnew reports whether the word at byte i, whose first letter has n bytes,
// is one that begins sentences and no names, and goes on as prose does: "Le bilan
// dépasse", "C'est fini", not "Le Caire", "L'Express", "D.C.".
func (d *divider) beginsAnew(i, n int) bool {
	if !isOneOf(freshWords[d.language], d.s, i, d.end) {
		return false
	}
	at := i + n
	for at < d.end {
		r, size := utf8.DecodeRuneInString(d.s[at:d.end])
		if unicode.IsLower(r) {
			at += size
			continue
		}
		switch {
		case r == ',' && at >= i+4: // "Hier, ", "Enfin, "
			return d.spaceAt(at + 1)
		case r == '\'' || r == '’' || isGapSpace(byte(r)) && at > i+1:
			r, _ = utf8.DecodeRuneInString(d.s[at+size:])
			return at+size < d.end && unicode.IsLower(r)
		}
		return false
	}
	return false
}

// wordEndsFrom reports whether a sentence that began at from may end with the word
// before byte at: it is not its first, and asks for no other after it.
func (d *divider) wordEndsFrom(from, at int) bool {
	i := at
	for i > from && !isGapSpace(d.s[i-1]) {
		i--
	}
	if i == from {
		return false
	}
	r, n := utf8.DecodeLastRuneInString(d.s[i:at])
	if (r == '"' || r == '»') && i == at-n { // " » Il": what stands before the mark
		return true
	}
	if k := strings.LastIndexAny(d.s[i:at], "'’"); k >= 0 { // "l'album"
		_, n := utf8.DecodeRuneInString(d.s[i+k : at])
		i += k + n
	}
	if r, _ := utf8.DecodeRuneInString(d.s[i:at]); unicode.IsDigit(r) {
		return true
	}
	return !isOneOf(leadOn[d.language], d.s, i, at)
}

// listMark reports whether the mark of an item of a list stands at byte i: "a)",
// "iii)", "12)".
func (d *divider) listMark(i, end int) bool {
	for n := 0; i+n < end && n <= 4; n++ {
		c := d.s[i+n]
		if c == ')' {
			return n > 0
		}
		if (c < '0' || c > '9') && (n > 0 || c < 'a' || c > 'e') && c != 'i' && c != 'v' && c != 'x' {
			return false
		}
	}
	return false
}

// isOneOf reports whether the first word of s from byte i to end is in set.
func isOneOf(set map[string]bool, s string, i, end int) bool {
	var buf [24]byte
	w := buf[:0]
	for i < end {
		r, n := utf8.DecodeRuneInString(s[i:end])
		if unicode.IsLetter(r) {
			w = grow(w, unicode.ToLower(r))
		} else if len(w) > 0 || unicode.IsDigit(r) {
			break
		}
		i += n
	}
	return set[string(w)]
}

// freshWords begin sentences and, before small letters, nothing else. English
// writes days and "I" with capitals everywhere, and titles.
var freshWords = map[string]map[string]bool{
	"fr": setOf(`le la les l un une des du de d il elle ils elles on ce c cet cette ces ceux celui celle en dans sur selon
		après avant depuis mais et or car donc pour par avec sans sous vers chez à au aux plusieurs certains aucun aucune
		tous toutes tout son sa ses leur leurs notre nous vous je j qui que quand lorsque si comme alors ainsi puis enfin
		deux trois quatre cinq six sept huit neuf dix parmi outre lors lundi mardi mercredi jeudi vendredi samedi dimanche
		hier aujourd bonjour bonsoir merci trop très bref sinon dommage franchement voilà attention`),
	"en": setOf("the he she it they we you there these those but and so if when while however meanwhile"),
	"ru": starters["ru"],
}

// leadOn are words after which a capital is the title of a work, the name of a
// body or a quotation, or that cannot end a sentence.
var leadOn = map[string]map[string]bool{
	"fr": setOf(`le la les l un une des du de d ce c cet cette ces en dans sur selon avant depuis et ou or donc pour par avec
		sans sous vers chez à au aux plusieurs son sa ses leur leurs notre nos je j qui que qu quand lorsque si comme n s
		m t deux trois quatre cinq six sept huit neuf dix parmi outre lors d'après mais car tous toutes il elle ils elles on
		journal quotidien hebdomadaire magazine revue site chaîne média émission émissions série séries film
		films western documentaire livre livres roman romans essai ouvrage nouvelle poème pièce opéra album albums chanson
		chansons titre single groupe label trilogie saga tableau toile expo exposition festival prix association
		associations ong collectif collectifs mouvement parti liste coalition plateforme syndicat fondation compagnie
		société entreprise enseigne bar restaurant hôtel café navire bateau chalutier ferry cargo voilier yacht opération
		programme projet campagne slogan mot-clé hashtag rubrique blog podcast jeu rue quartier lieu-dit hameau village
		commune ville intitulé intitulée intitulés intitulées titré titrée nommé nommée appelé appelée baptisé baptisée
		rebaptisé surnommé surnommée dénommé dénommée dit dite tel telle tels telles lesquels lesquelles auquel duquel
		lequel laquelle a ai est sont ont été être avait étaient était fut sera entre contre parce pourquoi comment très
		plus moins ni ne pas se y quelques chaque quel quelle quels quelles mes tes nos vos ma ta mon ton dès pendant
		devant derrière malgré jusque jusqu voici voilà via hors lance titre titrait écrit crie scande répond ajoute joue lit chante publie`),
	"en": setOf(`the a an of in on at by for from with after before since but and or so if when while as no not all some many
		two three four five our their his her its this that these those i we they he she you to who what why how
		newspaper daily magazine website channel show series film movie book novel play album song group band
		label party movement coalition charity company ship vessel operation programme program project campaign slogan
		titled entitled called named dubbed is are was were be been has have had will would can could into onto
		between through about than then there which whose very more most less every each any your mr mrs ms dr`),
	"ru": setOf(`в на и а но по из от до за с к у о об при для он она они оно это этот эта эти так как что когда если после
		не все газета журнал канал фильм сериал книга роман альбом песня группа партия движение фонд компания судно
		операция проект кампания между через над под про без около против чем который которая которые где быть был была
		было были`),
}
