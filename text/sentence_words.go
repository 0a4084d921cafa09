package text

import "strings"

// A stopWord says what a dot after a word means.
type stopWord uint8

const (
	title    stopWord = iota + 1 // "M. Diallo", "Dr. Amin": never the end
	numbered                     // "art. 5", "no. 3": the end unless a number follows
	closing                      // "etc.", "a.m.": the end where a new sentence is plain to see
	unit                         // "в 2012 г. В Москве": the end after a number
)

func stopsOf(byKind map[stopWord]string) map[string]stopWord {
	out := map[string]stopWord{}
	for k, words := range byKind {
		for w := range strings.FieldsSeq(words) {
			out[w] = k
		}
	}
	return out
}

var stopWords = map[string]map[string]stopWord{
	"fr": stopsOf(map[stopWord]string{
		title:    "m mm mr dr pr me mgr st ste cf vs av bd lt gén cdt sgt ndlr janv févr juill chap éd c.-à-d p.ex",
		numbered: "art p pp vol no nos n° t tél tel al op sect",
		closing:  "etc j.-c sept oct nov déc env hab",
	}),
	"en": stopsOf(map[stopWord]string{
		title:    "mr mrs ms dr prof st sen rep gov gen col lt sgt capt maj adm rev hon pres supt insp cpl pvt messrs vs e.g i.e cf al fig dept mt approx ca",
		numbered: "no nos p pp vol art sec ch vols",
		closing:  "etc jr sr inc ltd co corp a.m p.m u.s u.k u.n d.c ave blvd rd jan feb mar apr jun jul aug sep sept oct nov dec est bros",
	}),
	"ru": stopsOf(map[stopWord]string{
		title:    "им см ул д пр просп пл пер акад проф ген полк лейт тов гр обл респ стр напр англ нем фр лат греч рис ред изд кн св о-ва пос дер т.е т.к т.н т.ч т с ст гл п",
		numbered: "№ стр гл ст п",
		closing:  "др пр т.д т.п руб коп тыс млн млрд чел кв км м кг ч мин сек",
		unit:     "г гг в вв",
	}),
}

func setOf(words string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		out[w] = true
	}
	return out
}

// starters are words that begin sentences and are no names.
var starters = map[string]map[string]bool{
	"fr": setOf("le la les l un une des du de d il elle ils elles on ce c cet cette ces ceux celui celle en dans sur selon après avant depuis mais et or car donc pour par avec sans sous vers chez à au aux plusieurs certains aucun aucune tous toutes son sa ses leur leurs notre nous vous je j qui que quand lorsque si comme alors ainsi puis enfin deux trois quatre cinq parmi outre d'après lors jeudi vendredi samedi dimanche lundi mardi mercredi hier aujourd"),
	"en": setOf("the a an he she it they we i you this that these those there his her its their our in on at by for from with after before since but and or so if when while as no not all some many most two three four five however meanwhile also police officials monday tuesday wednesday thursday friday saturday sunday what who why how"),
	"ru": setOf("в на и а но по из от до за с к у о об при для он она они оно это этот эта эти так как что когда если после также однако всего кроме ранее его её ее их не по-прежнему сейчас тогда мы я вы там здесь все"),
}
