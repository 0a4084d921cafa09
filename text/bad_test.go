package text

import (
	"errors"
	"os"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"recoupe/edtf"
	"recoupe/source"
)

const sentence = "Les secours ont compté douze morts et des dizaines de blessés à Maroux, où l'eau s'est élevée jusqu'aux fenêtres. "

// TestUnread: what cannot be read gives one clear line with a stable rule.
func TestUnread(t *testing.T) {
	for _, c := range []struct {
		name, body, media, rule, says string
	}{
		{"empty", "", "", "empty", "nothing to read"},
		{"blank", " \n\t\r\n ", "", "empty", "nothing to read"},
		{"only a mark", "\xef\xbb\xbf", "", "empty", "nothing to read"},
		{"pdf", "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "", "binary", "a PDF"},
		{"picture named .txt", "\xff\xd8\xff\xe0\x00\x10JFIF\x00", "text/plain", "binary", "a picture"},
		{"gzip cut short", "\x1f\x8b\x08\x00\x00", "", "binary", "gzip"},
		{"office", "PK\x03\x04\x14\x00\x06\x00", "", "binary", "office"},
		{"noise", strings.Repeat("\x00\x01\x02\x7f\x80\x9f", 200), "", "binary", "binary"},
		{"too long", strings.Repeat(sentence, 400), "", "too-long", "--max-report"},
		{"too long in one line of JSON", `{"text":"` + strings.Repeat("Douze morts. ", 4000) + `"}`, source.MediaLine, "too-long", "--max-report"},
		{"no JSON", `{"text": "Douze`, source.MediaLine, "bad-line", "one object a line"},
		{"JSON of another kind", `"Douze morts"`, source.MediaLine, "bad-line", "one object a line"},
		{"JSON without text", `{"url":"https://a.example/1","texte_id":3}`, source.MediaLine, "empty", "text"},
		{"digits", "12 34 56 78 90", "", "no-language", "language"},
		{"login", `<html><body><h1>Espace abonnés</h1><form><p>Identifiez-vous pour continuer votre lecture.</p><input name=u><input type="password" name=p></form></body></html>`, "", "login-page", "login form"},
		{"cookies", `<html><head><title>Le Phare</title></head><body><div><p>Nous et nos partenaires utilisons des cookies pour mesurer l'audience. Votre consentement peut être retiré à tout moment.</p><button>Tout accepter</button></div></body></html>`, "", "cookie-wall", "cookies"},
		{"scripts only", `<!doctype html><html><head><title>Le Phare</title><script src="app.js"></script></head><body><div id="root"></div></body></html>`, "", "script-only", "without its scripts"},
		{"error page", `<html><head><title>404 Not Found</title></head><body><h1>404 Not Found</h1><p>nginx</p></body></html>`, "", "error-page", "error message"},
		{"robots", `<html><head><title>Just a moment...</title></head><body><p>Checking your browser before accessing lephare.example.</p></body></html>`, "", "robot-check", "robots"},
		{"no words", `<html><body><img src="a.png"></body></html>`, "", "empty", "without words"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, err := Read(&source.Capture{Name: "a", MediaType: c.media, Body: []byte(c.body)}, Options{MaxReport: 40_000})
			var tr *source.Trouble
			if d != nil || !errors.As(err, &tr) {
				t.Fatalf("got %v, %v; want a trouble", d, err)
			}
			if tr.Rule != c.rule || !strings.Contains(tr.Message, c.says) || tr.Name != "a" || strings.Contains(tr.Message, "\n") {
				t.Errorf("got %+v, want rule %q and %q", tr, c.rule, c.says)
			}
		})
	}
	if _, err := Read(&source.Capture{Name: "a", Status: 404, Body: []byte(sentence)}, Options{}); err == nil || !strings.Contains(err.Error(), "404") {
		t.Errorf("status 404: %v", err)
	}
}

// TestHTMLIsNotAlwaysAWall: short reports and long pages with forms are reports.
func TestHTMLIsNotAlwaysAWall(t *testing.T) {
	long := "<p>" + strings.Repeat(sentence, 3) + "</p>"
	for name, page := range map[string]string{
		"three lines":            `<html><head><title>Crue</title></head><body><h1>Crue à Maroux</h1><p>Douze morts à Maroux, selon la mairie.</p></body></html>`,
		"login box on a report":  `<html><body><form><input type=password></form><h1>Crue à Maroux</h1>` + long + `</body></html>`,
		"404 dead":               `<html><head><title>404 morts au sud du Karsan</title></head><body><h1>404 morts au sud du Karsan</h1><p>Le séisme a fait 404 morts, selon la protection civile.</p></body></html>`,
		"cookies in the footer":  `<html><body><h1>Crue</h1>` + long + long + `<footer>Nos partenaires, les cookies et votre consentement</footer></body></html>`,
		"piece of a page":        `<div><p>Douze morts à Maroux, selon la mairie de la ville.</p></div>`,
		"nothing but a heading":  `<h1>Douze morts à Maroux dans la crue du Serval</h1>`,
		"unclosed dropped tag":   `<html><body><nav><p>` + sentence + `</p><p>` + sentence + `</p>`,
		"never closed a thing":   `<html><body><div><div><b><i><p>` + sentence + `<p>` + sentence,
		"words outside elements": `<html><body>` + sentence + `<br><br>` + sentence + `</body></html>`,
	} {
		d, err := Read(&source.Capture{Name: name, Body: []byte(page)}, Options{})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		check(t, d)
		if !strings.Contains(strings.ToLower(d.Text), "morts") {
			t.Errorf("%s: text %q", name, d.Text)
		}
	}
}

func TestDeepNesting(t *testing.T) {
	const n = 100_000
	for name, page := range map[string]string{
		"div":    "<html><body>" + strings.Repeat("<div>", n) + "<p>" + sentence + "</p>" + strings.Repeat("</div>", n) + "</body></html>",
		"open":   "<html><body>" + strings.Repeat("<span><div>", n) + sentence,
		"bold":   "<html><body>" + strings.Repeat("<b><p>", n) + sentence,
		"fonts":  "<html><body>" + strings.Repeat("<font size=1><p>a ", 20_000) + sentence,
		"lists":  "<html><body>" + strings.Repeat("<ul><li>", n) + sentence,
		"tables": "<html><body>" + strings.Repeat("<table><tr><td>", n) + sentence,
		"quotes": "<html><body>" + strings.Repeat("<blockquote>", n) + "<p>" + sentence + "</p>" + strings.Repeat("</blockquote>", n),
		"links":  "<html><body>" + strings.Repeat("<a href=x><p>", n) + sentence,
		"forms":  "<html><body>" + strings.Repeat("<button><p><object>", n) + sentence,
		"json":   `<html><head><script type="application/ld+json">` + strings.Repeat(`{"@graph":[`, n) + `</script></head><body><p>` + sentence + "</p></body></html>",
	} {
		start := time.Now()
		d, err := Read(&source.Capture{Name: name, Body: []byte(page)}, Options{})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		check(t, d)
		if !strings.Contains(d.Text, "douze morts") {
			t.Errorf("%s: the words are lost: %.80q", name, d.Text)
		}
		t.Logf("%s: %v", name, time.Since(start).Round(time.Millisecond))
	}
}

// TestEncodings reads one text in each encoding and gets the same words.
func TestEncodings(t *testing.T) {
	french := strings.Repeat(sentence+"« Nous n’avons plus d’eau », dit-elle – l’œil rivé à la digue. ", 3)
	russian := strings.Repeat("Четыре человека погибли и девять пострадали при взрыве на складе, сообщили власти. ", 3)
	must := func(s string, err error) string {
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	utf16 := func(e unicode.Endianness, b unicode.BOMPolicy, s string) string {
		return must(unicode.UTF16(e, b).NewEncoder().String(s))
	}
	for _, c := range []struct{ name, bytes, want string }{
		{"utf-8", french, french},
		{"utf-8 with mark", "\xef\xbb\xbf" + french, french},
		{"utf-16 le with mark", utf16(unicode.LittleEndian, unicode.UseBOM, french), french},
		{"utf-16 be with mark", utf16(unicode.BigEndian, unicode.UseBOM, french), french},
		{"utf-16 le", utf16(unicode.LittleEndian, unicode.IgnoreBOM, french), french},
		{"utf-16 be", utf16(unicode.BigEndian, unicode.IgnoreBOM, french), french},
		{"utf-16 le, Russian", utf16(unicode.LittleEndian, unicode.IgnoreBOM, russian), russian},
		{"windows-1252", must(charmap.Windows1252.NewEncoder().String(french)), french},
		{"windows-1251", must(charmap.Windows1251.NewEncoder().String(russian)), russian},
		{"koi8-r", must(charmap.KOI8R.NewEncoder().String(russian)), russian},
	} {
		d, err := Read(&source.Capture{Name: c.name, Body: []byte(c.bytes)}, Options{})
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		check(t, d)
		if d.Text != c.want {
			t.Errorf("%s: got %.120q", c.name, d.Text)
		}
		if len(d.Warnings) > 0 {
			t.Errorf("%s: %v", c.name, d.Warnings)
		}
	}
}

// TestEncodingLies: a page that names a wrong charset is read by its bytes.
func TestEncodingLies(t *testing.T) {
	page := func(charset, words string) string {
		return `<html><head><meta charset="` + charset + `"><title>T</title></head><body><p>` + strings.Repeat(words, 4) + "</p></body></html>"
	}
	russian := "Четыре человека погибли при взрыве на складе, сообщили власти. "
	latin, _ := charmap.Windows1252.NewEncoder().String(page("utf-8", sentence))
	cyrillic, _ := charmap.Windows1251.NewEncoder().String(page("iso-8859-1", russian))
	polish, _ := charmap.ISO8859_2.NewEncoder().String(page("iso-8859-2", "Dwanaście osób zginęło w powodzi, podały władze miasta. "))
	for _, c := range []struct{ name, bytes, want string }{
		{"windows-1252 that says utf-8", latin, "élevée jusqu'aux fenêtres"},
		{"utf-8 that says latin-1", page("iso-8859-1", sentence), "élevée jusqu'aux fenêtres"},
		{"windows-1251 that says latin-1", cyrillic, "человека погибли"},
		{"utf-8 that says windows-1251", page("windows-1251", russian), "человека погибли"},
		{"utf-8 that says utf-16", page("utf-16", russian), "человека погибли"},
		{"latin-2 that says so", polish, "Dwanaście osób zginęło"},
	} {
		d, err := Read(&source.Capture{Name: c.name, Body: []byte(c.bytes)}, Options{})
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
		} else if !strings.Contains(d.Text, c.want) {
			t.Errorf("%s: got %.120q", c.name, d.Text)
		}
	}
	d, err := Read(&source.Capture{Name: "header", Header: map[string][]string{"content-type": {"text/html; charset=ISO-8859-2"}},
		Body: []byte(strings.Replace(polish, `<meta charset="iso-8859-2">`, "", 1))}, Options{})
	if err != nil || !strings.Contains(d.Text, "Dwanaście osób zginęło") {
		t.Errorf("charset of the response: %v, %v", d, err)
	}
}

// TestDoubt: what can be read only in part is read, with a warning that shows where.
func TestDoubt(t *testing.T) {
	for _, c := range []struct{ name, body, rule, at string }{
		{"broken bytes", sentence + "Le pr\xe9fet parle. " + sentence + "Le \xff reste.", "broken-encoding", "\ufffd"},
		{"cut inside an accent", strings.TrimSuffix(sentence, " ") + " Un autre \xc3", "broken-encoding", "\ufffd"},
		{"NUL bytes", sentence + "\x00\x00" + sentence, "nul-bytes", " "},
		{"page cut off", "<html><body><h1>Crue</h1><p>" + sentence + "</p><p>" + sentence, "truncated-page", ""},
		{"unreadable date", `{"text":"` + sentence + `","published":"hier soir"}`, "unreadable-date", ""},
		{"dates that differ", `{"text":"Publié le 3 mars 2031\n\n` + sentence + `","published":"2031-05-01"}`, "stated-date-contradicted", "Publié le 3 mars 2031"},
		{"text cut by a paywall", sentence + "\n\nRéservé aux abonnés\n\nSe connecter", "behind-paywall", "Réservé aux abonnés"},
		{"behind a paywall", "<html><body><h1>Crue</h1><p>" + sentence + "</p><p>Il vous reste 80 % de cet article à lire.</p></body></html>", "behind-paywall", ""},
	} {
		media := ""
		if strings.HasPrefix(c.body, "{") {
			media = source.MediaLine
		}
		d, err := Read(&source.Capture{Name: c.name, MediaType: media, Body: []byte(c.body)}, Options{})
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		check(t, d)
		if len(d.Warnings) != 1 || d.Warnings[0].Rule != c.rule || d.Text[d.Warnings[0].Span.Start:d.Warnings[0].Span.End] != c.at {
			t.Errorf("%s: %+v", c.name, d.Warnings)
		}
	}
}

// TestOwnText: the text of a plain file is the file.
func TestOwnText(t *testing.T) {
	body := "date 2031-03 Titre\r\n\r\nPublicité\r\n" + sentence + "\r\n"
	d, err := Read(&source.Capture{Name: "a.txt", MediaType: "text/plain", Body: []byte(body)}, Options{Outlet: "Le Phare", Published: edtf.Date(2031, 5, 1)})
	if err != nil {
		t.Fatal(err)
	}
	if d.Text != body {
		t.Errorf("text is not the file's: %q", d.Text)
	}
	if d.Outlet != "Le Phare" || d.Published.When.String() != "2031-03" || d.Published.Basis != "stated" {
		t.Errorf("outlet %q, published %+v: the caller's date is only for reports without one", d.Outlet, d.Published)
	}
	d2, _ := Read(&source.Capture{Name: "b.txt", Body: []byte(sentence)}, Options{Published: edtf.Date(2031, 5, 1)})
	if d2.Published.When.String() != "2031-05-01" {
		t.Errorf("published %+v", d2.Published)
	}
	if d2.ID == d.ID {
		t.Error("two texts, one ID")
	}
	d3, _ := Read(&source.Capture{Name: "c.txt", Body: []byte(sentence)}, Options{})
	if d3.ID != d2.ID || d3.Capture != d2.Capture {
		t.Error("the same bytes under two names have two IDs")
	}
}

func FuzzRead(f *testing.F) {
	for _, g := range []string{"testdata/pages/graph.html", "testdata/pages/russian-1251.html", "testdata/plain/scraped.txt", "testdata/plain/headlines.txt", "testdata/plain/wrapped.txt", "testdata/plain/keys.txt"} {
		b, err := os.ReadFile(g)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b, uint8(0))
	}
	f.Add([]byte(`{"title":"T","text":"Douze morts.","published":"2031-03-02T10:20:00+01:00","outlet":{"name":"Le Phare"}}`), uint8(1))
	f.Add([]byte("\xff\xfeD\x00o\x00u\x00z\x00e\x00"), uint8(0))
	f.Add([]byte("<p>\xe9t\xe9<b><table><td>12 morts<br><br>\x00"), uint8(2))
	f.Fuzz(func(t *testing.T, body []byte, kind uint8) {
		media := []string{"", source.MediaLine, "text/html", "text/plain"}[kind%4]
		c := &source.Capture{Name: "f", MediaType: media, Body: body}
		d, err := Read(c, Options{})
		var tr *source.Trouble
		if (d == nil) == (err == nil) || err != nil && (!errors.As(err, &tr) || tr.Rule == "" || tr.Message == "" || tr.Name != "f") {
			t.Fatalf("document %v, error %v", d != nil, err)
		}
		if d == nil {
			return
		}
		check(t, d)
		again, _ := Read(c, Options{})
		if again.ID != d.ID || len(again.Parts) != len(d.Parts) {
			t.Fatal("the same bytes read otherwise the second time")
		}
	})
}

func FuzzDate(f *testing.F) {
	for _, s := range []string{"2031-03-02T10:20:00+01:00", "jeudi 6 janvier 2022 à 10h20", "January 6, 2022 10:20 am", "06/01/22", "20310302", "1er mars 2031"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		when, _, n := readDate(s)
		if n < 0 || n > len(s) || when.Known() != (n > 0) {
			t.Fatalf("%q: %v, %d", s, when, n)
		}
		if p, ok := readDatePhrase(s, 0); ok && (p.end <= 0 || p.end > len(s)) {
			t.Fatalf("%q: phrase ends at %d", s, p.end)
		}
		addressDate("https://a.example/" + s)
		readLinked([]string{s, `{"@graph":[` + s + `]}`}, "")
	})
}
