package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Furniture is what a page puts around and between the words of a report:
// buttons, invitations to subscribe, links to other reports, clocks of films.
// A line is furniture where nothing else is in it.

// buttons are phrases that stand on pages by themselves, in lower case with
// straight apostrophes. A line wholly made of them is furniture.
var buttons = phrases(`
publicité | la suite après la publicité | la suite après cette publicité | annonce | contenu sponsorisé | sponsorisé
lire la suite | lire plus | lire plus tard | lire l'article | voir plus | voir tout | en savoir plus | afficher plus | tout afficher | suite
je m'abonne | s'abonner | abonnez-vous | m'abonner | déjà abonné | se connecter | connectez-vous | s'identifier | je me connecte | s'inscrire | je m'inscris | inscription | mon compte | créer un compte
offrir l'article | offrir cet article | article réservé aux abonnés | réservé aux abonnés | abonnés | contenu réservé aux abonnés
partager | partager l'article | partager cet article | partager sur facebook | partager sur twitter | partager sur x | partager sur whatsapp | envoyer par e-mail | envoyer par mail | copier le lien | lien copié | copié | imprimer | commenter | réagir | commentaires | enregistrer | ajouter aux favoris | écouter | écouter l'article | écouter cet article | lecture | pause | télécharger
facebook | twitter | x | whatsapp | linkedin | messenger | telegram | email | e-mail | mail | flipboard | instagram | youtube | tiktok | bluesky | threads | pinterest | google news | reddit
newsletter | newsletters | la newsletter | accueil | menu | rechercher | recherche | fermer | retour | suivant | précédent | haut de page | retour en haut | plan du site | mentions légales | cookies | paramètres | gérer mes cookies | accepter | tout accepter | tout refuser | continuer sans accepter | continuer
une erreur est survenue | photo | photos | vidéo | vidéos | video | en vidéo | en images | en direct | direct | live | podcast | diaporama | infographie | carte | replay
actualité | actualités | à la une | monde | international | afrique | europe | france | société | politique | économie | faits divers | sport | culture | sciences | planète | météo | dernières actualités | les plus lus | le plus lu | les plus partagés | sur le même sujet | sur le même thème | sujets associés | thèmes associés | mots-clés | tags | à propos | sommaire | retour au sommaire | dans la même rubrique | articles liés | nos derniers articles | suivez-nous | nous suivre | contact | contactez-nous
advertisement | ad | sponsored | read more | continue reading | read the full story | subscribe | subscribe now | sign in | sign up | log in | share | share this article | share this | print | save | comment | comments | copy link | copied | listen | watch | watch live | related | related articles | related stories | more on this story | most read | skip to main content | skip to content | home | close | next | previous | search | accept all | reject all | follow us | story continues below advertisement | topics
реклама | читать далее | подписаться | подписывайтесь | поделиться | читайте также | читать также | по теме | комментарии | войти | главная | новости | смотрите также | фото | видео
`)

// openings begin lines that lead elsewhere, whatever follows on the line.
var openings = phrases(`
lire : | voir : | regarder : | écouter : | pour lire la suite | ...pour lire la suite | vous pouvez aussi aimer | vous aimerez aussi | lire aussi | à lire aussi | lire également | à lire également | à lire | voir aussi | à voir aussi | à voir | écouter aussi | à écouter | retrouvez aussi | retrouvez tous | retrouvez toute | notre dossier | notre direct | >> | ► | ▶ | → | » lire
abonnez-vous | inscrivez-vous | recevez | suivez-nous | suivez toute | suivez l'actualité | rejoignez | téléchargez l' | télécharger l' | ne manquez | ne ratez | restez informé | pour ne rien rater | soutenez | essayez gratuitement | sans engagement | la lecture des articles est réservée | réservé aux abonné | cet article est réservé | la suite est réservée | lecture du monde en cours | vous avez déjà un compte | cliquez ici | le résumé de la semaine | les infos à ne pas manquer | temps de lecture | durée de lecture | temps de lecture : | durée :
nous utilisons des cookies | ce site utilise des cookies | vos données | en cliquant sur | en poursuivant votre navigation | avec votre accord | pour afficher ce contenu | ce contenu est bloqué | votre navigateur | activez javascript | veuillez activer javascript
tous droits réservés | © | copyright | (c) 20 | reproduction interdite | la reproduction totale | toute reproduction | reproduction et diffusion
read also | also read | read more | see also | watch: | related: | more on this | subscribe to | sign up for | sign up to | get our | follow us | download our | click here | this site uses cookies | we use cookies | please enable javascript | all rights reserved
читайте также | читать также | смотрите также | подписывайтесь | подпишитесь | наш телеграм | все права защищены | при использовании материалов
`)

// closers are buttons that a page glues to the end of a line.
var closers = phrases(`je m'abonne | s'abonner | abonnez-vous | je m'inscris | s'inscrire | en savoir plus | lire la suite | lire l'article | lire plus | voir plus | publicité | partager | read more | subscribe | sign up | continue reading | advertisement | читать далее | подписаться`)

// phrases splits a list written with | and line ends.
func phrases(list string) []string {
	var out []string
	for _, p := range strings.FieldsFunc(list, func(r rune) bool { return r == '|' || r == '\n' }) {
		if p = strings.TrimSpace(p); p != "" {
			out = append(out, p)
		}
	}
	return out
}

// buttonsBy holds buttons by their first letter, so that a line of prose is
// done with after one look.
var buttonsBy = func() map[rune][]string {
	m := map[rune][]string{}
	for _, b := range buttons {
		r, _ := utf8.DecodeRuneInString(b)
		m[r] = append(m[r], b)
	}
	return m
}()

// lineKind tells a line of furniture or a credit by its words alone; anything
// else is a Paragraph.
func lineKind(line string) PartKind {
	if len(line) > 400 {
		return Paragraph
	}
	switch {
	case isCredit(line) || isByline(line):
		return Credit
	case len(line) <= 240 && allButtons(line), len(line) < 120 && strings.Contains(line, "de cet article à lire"), isClock(line), isOpening(line), ornament(line):
		return Furniture
	}
	if cut, kind := gluedTail(line); kind == Furniture && len(line) <= 300 && cut > 0 && !endsSentence(strings.TrimRightFunc(line[:cut], unicode.IsSpace)) {
		return Furniture // a teaser that ends in its button: there is no sentence in it
	}
	return Paragraph
}

// ornament reports whether line has neither letter nor digit: "***", "…".
func ornament(line string) bool {
	return !strings.ContainsFunc(line, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// allButtons reports whether line is buttons and numbers and marks, with one
// button at least.
func allButtons(line string) bool {
	found := false
	for i := 0; i < len(line); {
		r, n := utf8.DecodeRuneInString(line[i:])
		if !unicode.IsLetter(r) {
			i += n
			continue
		}
		m := longestPhrase(line[i:], buttonsBy[unicode.ToLower(r)])
		if m == 0 {
			return false
		}
		found = true
		i += m
	}
	return found
}

func longestPhrase(s string, list []string) int {
	best := 0
	for _, p := range list {
		if len(p) >= best {
			if n, ok := foldPrefix(s, p); ok && edgeOfWord(s, n) {
				best = max(best, n)
			}
		}
	}
	return best
}

// isOpening reports whether line begins as lines do that lead elsewhere. A long
// line with full sentences is prose all the same: "Recevez nos condoléances",
// a minister said.
func isOpening(line string) bool {
	bare := strings.TrimLeft(line, "\"«“[(•*-–—….  \u00a0\u202f#>►▶→")
	if len(bare) != len(line) && strings.ContainsAny(line[:len(line)-len(bare)], ">►▶→") {
		return len(line) <= 250
	}
	for _, p := range openings {
		n, ok := foldPrefix(bare, p)
		if !ok || len(line) > 300 {
			continue
		}
		last, _ := utf8.DecodeLastRuneInString(p)
		if unicode.IsLetter(last) && !edgeOfWord(bare, n) && !gluedTitle(bare[n:]) && p != "réservé aux abonné" {
			continue
		}
		// "À lire : …" leads elsewhere; "À lire les rapports, on comprend …" does not.
		if strings.HasPrefix(p, "à ") && startsLower(strings.TrimLeft(bare[n:], " \u00a0:")) {
			continue
		}
		return quoteFree(line)
	}
	return false
}

// gluedTitle reports whether rest begins like a title that lost the space before
// it: "À LIRE AUSSIBarrage de Kessou : …".
func gluedTitle(rest string) bool {
	first, n := utf8.DecodeRuneInString(rest)
	second, _ := utf8.DecodeRuneInString(rest[n:])
	return unicode.IsUpper(first) && unicode.IsLower(second)
}

// quoteFree reports whether no quotation opens line, which would make its first
// words somebody's.
func quoteFree(line string) bool {
	return !strings.HasPrefix(line, "\"") && !strings.HasPrefix(line, "«") && !strings.HasPrefix(line, "“")
}

// clockWords stand beside the figures of a running time or an age.
var clockWords = set("il y a h min mn minutes minute heures heure s sec jours jour ago hours hour mins days day de lecture read минут назад часов am pm à")

// isClock reports whether line is a running time, a time of day or a counter:
// "03:06", "10h20", "2 / 14", "Il y a 3 heures", "4 min".
func isClock(line string) bool {
	if len(line) > 40 {
		return false
	}
	digits := false
	for i := 0; i < len(line); {
		r, n := utf8.DecodeRuneInString(line[i:])
		switch {
		case unicode.IsDigit(r):
			digits = true
		case unicode.IsLetter(r):
			end := i
			for end < len(line) {
				c, m := utf8.DecodeRuneInString(line[end:])
				if !unicode.IsLetter(c) {
					break
				}
				end += m
			}
			if !clockWords[strings.ToLower(line[i:end])] {
				return false
			}
			n = end - i
		case r == '.' || r == '!' || r == '?':
			return false
		}
		i += n
	}
	return digits
}

// gluedHead returns the length of "Publicité" glued before a sentence, or 0.
func gluedHead(line string) int {
	for _, p := range []string{"publicité", "advertisement", "реклама"} {
		n, ok := foldPrefix(line, p)
		if !ok || n+60 > len(line) || line[n] != ' ' || !startsUpper(line[n+1:]) {
			continue
		}
		return n
	}
	return 0
}

// gluedTail finds a button or a credit glued to the end of line and returns
// where it begins: "… dans la ville. (avec AFP)", "… la semaine Je m'abonne".
func gluedTail(line string) (cut int, kind PartKind) {
	tail := strings.TrimRight(line, " \u00a0\u202f…>»→.")
	for _, c := range closers {
		n := len(tail) - len(c)
		if n <= 0 {
			continue
		}
		for n > 0 && !utf8.RuneStart(tail[n]) {
			n--
		}
		if m, ok := foldPrefix(tail[n:], c); ok && n+m == len(tail) && startsUpper(tail[n:]) {
			return n, Furniture
		}
	}
	// A credit is short and stands behind a full stop or in brackets.
	from := max(0, len(line)-90)
	for from < len(line) && !utf8.RuneStart(line[from]) {
		from++
	}
	for i := from; i < len(line); i++ {
		if dash := strings.HasPrefix(line[i:], "— "); dash && signedByAgency(line[i:]) {
			return i, Credit
		}
		if line[i] != '.' && line[i] != '!' && line[i] != '?' && line[i] != '"' && !strings.HasPrefix(line[i:], "»") && !strings.HasPrefix(line[i:], "”") && !strings.HasPrefix(line[i:], "…") {
			continue
		}
		_, n := utf8.DecodeRuneInString(line[i:])
		rest := strings.TrimLeftFunc(line[i+n:], unicode.IsSpace)
		if rest != "" && isCredit(rest) {
			return len(line) - len(rest), Credit
		}
	}
	return 0, Paragraph
}
