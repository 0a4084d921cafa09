package text

import (
	"strings"

	"recoupe/source"
)

// Some pages are saved in place of the report: a form to log in, a wall of
// cookies, the door of a robot guard, an error. They hold words in a known
// language, so only their make-up gives them away.

var (
	consentWords = phrases(`cookies | traceurs | vos données personnelles | nos partenaires | consentement | consent | our partners | personal data | vie privée | privacy`)
	loginWords   = phrases(`identifiez-vous | connectez-vous | se connecter | espace abonné | mot de passe | créez un compte | créer un compte | log in | sign in | password | войдите | пароль`)
	guardWords   = phrases(`checking your browser | just a moment | verify you are human | vérifiez que vous êtes humain | vérification que vous n'êtes pas un robot | are you a robot | êtes-vous un robot | enable javascript and cookies | unusual traffic | captcha | ddos protection | проверка браузера`)
	errorTitles  = phrases(`404 | 403 | 500 | 502 | 503 | page introuvable | page non trouvée | erreur 404 | erreur 403 | error 404 | not found | page not found | access denied | accès refusé | forbidden | bad gateway | service unavailable | internal server error | страница не найдена`)
)

// wall returns why a page is no report, or nil. The messages say what to save
// instead.
func wall(p *page, body []piece, title, raw string) *source.Trouble {
	size := proseSize(body)
	if size >= enough {
		return nil
	}
	words := strings.ToLower(title + "\n" + joined(body))
	switch {
	case matches(strings.ToLower(title), errorTitles):
		return &source.Trouble{Rule: "error-page", Message: "this page is an error message, not a report; save the report itself"}
	case size < 400 && contains(words, guardWords) > 0:
		return &source.Trouble{Rule: "robot-check", Message: "this page is a check against robots, not a report; open it in a browser and save it"}
	case p.password && (size < 120 || contains(words, loginWords) > 0):
		return &source.Trouble{Rule: "login-page", Message: "this page is a login form, not a report; log in with a browser and save the page"}
	case contains(words, consentWords) >= 2:
		return &source.Trouble{Rule: "cookie-wall", Message: "this page is a question about cookies, not a report; answer it in a browser and save the page"}
	case size == 0 && p.scripts > 0 && len(words) < enough && title == "":
		return &source.Trouble{Rule: "script-only", Message: "the page has no text without its scripts; open it in a browser and save it whole"}
	case size == 0 && p.scripts > 0:
		return &source.Trouble{Rule: "script-only", Message: "the page has a title and no text without its scripts; open it in a browser and save it whole"}
	case strings.TrimSpace(words) == "":
		return &source.Trouble{Rule: "empty", Message: "a page without words; nothing to read"}
	}
	return nil
}

func joined(body []piece) string {
	var b strings.Builder
	for _, p := range body {
		b.WriteString(p.words)
		b.WriteByte('\n')
	}
	return b.String()
}

// matches reports whether title opens with one of list, before a bar at most.
func matches(title string, list []string) bool {
	for _, w := range list {
		if rest, ok := strings.CutPrefix(title, w); ok && (rest == "" || strings.ContainsAny(rest[:1], " -|:–") && len(rest) < 40 && !endsSentence(title)) {
			// "404 morts au Népal" is a title of the news.
			rest = strings.TrimLeft(rest, " ")
			if rest == "" || strings.ContainsAny(rest[:1], "-|:–") || strings.Contains(rest, "not found") || strings.Contains(rest, "forbidden") {
				return true
			}
		}
	}
	return false
}

func contains(s string, list []string) int {
	n := 0
	for _, w := range list {
		if strings.Contains(s, w) {
			n++
		}
	}
	return n
}
