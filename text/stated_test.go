package text

import (
	"strings"
	"testing"

	"recoupe/edtf"
)

func TestReadDate(t *testing.T) {
	for _, c := range []struct {
		in, want, zone, rest string
	}{
		{"2031", "2031", "", ""},
		{"2031-03 Douze morts", "2031-03", "", " Douze morts"},
		{"2031-03-02", "2031-03-02", "", ""},
		{"2031/03/02", "2031-03-02", "", ""},
		{"20310302", "2031-03-02", "", ""},
		{"2031-03-02T06:41:00+01:00", "2031-03-02T06:41", "+01:00", ""},
		{"2031-03-02T06:41:00.000Z", "2031-03-02T06:41", "Z", ""},
		{"2031-03-02T06:41:07+0100", "2031-03-02T06:41", "+01:00", ""},
		{"2031-03-02T06:41+01", "2031-03-02T06:41", "+01:00", ""},
		{"2031-03-02 06:41:07", "2031-03-02T06:41", "", ""},
		{"2031-03-02T06:41:07-05:30", "2031-03-02T06:41", "-05:30", ""},
		{"02/03/2031 à 17h22", "2031-03-02T17:22", "", ""},
		{"2.3.2031", "2031-03-02", "", ""},
		{"02/03/31", "2031-03-02", "", ""},
		{"03/26/2031", "2031-03-26", "", ""},
		{"2 mars 2031", "2031-03-02", "", ""},
		{"1er mars 2031 à 6h", "2031-03-01T06:00", "", ""},
		{"dimanche 2 mars 2031 à 6h41", "2031-03-02T06:41", "", ""},
		{"Dim. 2 mars 2031 - 06:41", "2031-03-02T06:41", "", ""},
		{"2 févr. 2031", "2031-02-02", "", ""},
		{"20 AOÛT 2031, 10h05", "2031-08-20T10:05", "", ""},
		{"mars 2031", "2031-03", "", ""},
		{"March 2, 2031 6:41 pm GMT", "2031-03-02T18:41", "Z", ""},
		{"Sunday, 2 March 2031 at 12:05 am", "2031-03-02T00:05", "", ""},
		{"Mar 2, 2031", "2031-03-02", "", ""},
		{"2 марта 2031, 14:05", "2031-03-02T14:05", "", ""},
		{"2 mars 2031 (AV) -", "2031-03-02", "", " (AV) -"},
		{"2 mars 2031 - Douze morts", "2031-03-02", "", " - Douze morts"},
		{"2 mars 2031, 12 morts", "2031-03-02", "", ", 12 morts"},
		{"2031-13-45", "2031", "", "-13-45"},
		{"2031-02-30", "2031-02", "", "-30"},
	} {
		when, zone, n := readDate(c.in)
		got := when.String()
		if when.Precision >= edtf.Hour {
			got = when.From.Format("2006-01-02T15:04")
		}
		if got != c.want || zone != c.zone || c.in[n:] != c.rest {
			t.Errorf("%q: %s zone %q rest %q; want %s %q %q", c.in, got, zone, c.in[n:], c.want, c.zone, c.rest)
		}
	}
	for _, in := range []string{"", "12 morts", "2031e", "10:20", "mars", "2 mars", "31/02/2031", "1234567", "mardi", "2031:00", "6,4", "le 2 mars 2031", "trois mars 2031"} {
		if when, _, n := readDate(in); n != 0 {
			t.Errorf("%q read as %s", in, when)
		}
	}
}

// TestHead: what the first lines of a text say of its publication, and what
// only looks like it.
func TestHead(t *testing.T) {
	prose := "Les secours ont compté douze morts à Maroux dimanche matin, selon la préfecture du Delta, qui redoute un bilan plus lourd."
	for _, c := range []struct{ in, published, modified, because string }{
		{"date 2031-03 " + prose, "2031-03", "", "date 2031-03"},
		{" date 2031-03-02 " + prose, "2031-03-02", "", "date 2031-03-02"},
		{"date: 2031-03\n" + prose, "2031-03", "", "date: 2031-03"},
		{"Date : 2 mars 2031\n\n" + prose, "2031-03-02", "", "Date : 2 mars 2031"},
		{"Publié le 2 mars 2031 à 06h41\n" + prose, "2031-03-02T06:41", "", "Publié le 2 mars 2031 à 06h41"},
		{"Publié le 02/03/2031 à 06:41 | Mis à jour le 03/03/2031 à 09:00\n" + prose, "2031-03-02T06:41", "2031-03-03T09:00", "Publié le 02/03/2031 à 06:41"},
		{"Mis à jour le 3 mars 2031\n" + prose, "", "2031-03-03", ""},
		{"Crue à Maroux\nPublié le : 2 mars 2031\nPar Jeanne Aubrac\n" + prose, "2031-03-02", "", "Publié le : 2 mars 2031"},
		{"Crue à Maroux\n\nDimanche 2 mars 2031\n\n" + prose, "2031-03-02", "", "Dimanche 2 mars 2031"},
		{"MAROUX, 2 mars 2031 (AV) - " + prose, "2031-03-02", "", "2 mars 2031"},
		{"MAROUX, le 2 mars 2031 - " + prose, "2031-03-02", "", "2 mars 2031"},
		{"Published: March 2, 2031\n" + prose, "2031-03-02", "", "Published: March 2, 2031"},
		{"Опубликовано 2 марта 2031\n" + prose, "2031-03-02", "", "Опубликовано 2 марта 2031"},
		{"MAROUX, 2 mars (AV) - " + prose, "", "", ""},
		{"Publié le 2 mars 2031 dans une revue, le rapport parle de douze morts.\n" + prose, "", "", ""},
		{"Le 2 mars 2031, la digue a cédé. " + prose, "", "", ""},
		{"Date anniversaire de la crue : " + prose, "", "", ""},
		{"La crue du 2 mars 2031\n\n" + prose, "", "", ""},
		{"Date limite : 2031\n\n" + prose, "", "", ""},
		{prose, "", "", ""},
	} {
		d := plain(decoded{s: c.in})
		d.sign()
		check(t, d)
		show := func(st Stated) string {
			if st.When.Precision >= edtf.Hour {
				return st.When.From.Format("2006-01-02T15:04")
			}
			return st.When.String()
		}
		because := ""
		if len(d.Published.Because) > 0 {
			because = d.Slice(d.Published.Because[0])
		}
		if show(d.Published) != c.published || show(d.Modified) != c.modified || because != c.because {
			t.Errorf("%.60q: published %q modified %q because %q; want %q %q %q", c.in, show(d.Published), show(d.Modified), because, c.published, c.modified, c.because)
		}
		if last := d.Parts[len(d.Parts)-1]; !strings.HasSuffix(c.in[last.Start:last.End], "plus lourd.") || last.Kind != Paragraph {
			t.Errorf("%.60q: the prose is not a paragraph", c.in)
		}
	}
}

func TestAddressDate(t *testing.T) {
	for in, want := range map[string]string{
		"https://a.example/monde/2031/03/02/crue-a-maroux": "2031-03-02",
		"https://a.example/2031-03-02-crue.html":           "2031-03-02",
		"https://a.example/monde/20310302-crue":            "2031-03-02",
		"https://a.example/2031/03/crue":                   "2031-03",
		"https://a.example/article_88213456.html":          "",
		"https://a.example/crue-de-2031/12345":             "",
		"https://a.example/1234567890/20310302123456":      "",
		"https://a.example/?d=2031/03/02":                  "",
		"https://2031-03-02.example/crue":                  "",
		"":                                                 "",
	} {
		st, _ := addressDate(in)
		if got := st.When.String(); got != want {
			t.Errorf("%s: %q, want %q", in, got, want)
		}
	}
}

// TestPageDate: JSON-LD before meta, meta before <time>, all before the address.
func TestPageDate(t *testing.T) {
	ld := func(s string) string { return `<script type="application/ld+json">` + s + `</script>` }
	metaTag := `<meta property="article:published_time" content="2031-03-03T08:00:00+01:00">`
	canonical := `<link rel="canonical" href="https://a.example/2031/03/05/x">`
	timeTags := `<h1>Crue</h1><time datetime="2031-03-04T09:00:00Z">4 mars</time><time datetime="2020-01-01">x</time>`
	for _, c := range []struct{ name, page, want, from, zone string }{
		{"all", ld(`{"@type":"NewsArticle","datePublished":"2031-03-02T06:41:00+01:00"}`) + metaTag + canonical + timeTags, "2031-03-02T06:41", "json-ld", "+01:00"},
		{"no JSON-LD", metaTag + canonical + timeTags, "2031-03-03T08:00", "meta article:published_time", "+01:00"},
		{"no meta", canonical + timeTags, "2031-03-04T09:00", "time", "Z"},
		{"address", canonical, "2031-03-05", "address", ""},
		{"words on the page", `<h1>Crue</h1><div><span>Publié le 6 mars 2031 à 10h20</span> <a href=x>Partager</a></div>`, "2031-03-06T10:20", "words on the page", ""},
		{"broken JSON-LD", ld(`{"@type":"NewsArticle","headline":"Un "guillemet"", "datePublished": "2031-03-02T06:41:00Z"`), "2031-03-02T06:41", "json-ld", "Z"},
		{"JSON-LD in CDATA, with a comma too many", ld("//<![CDATA[\n" + `[{"@type":"Article","datePublished":"2031-03-02",},]` + "\n//]]>"), "2031-03-02", "json-ld", ""},
		{"day of JSON-LD, time of meta", ld(`{"@type":"Article","datePublished":"2031-03-03"}`) + metaTag, "2031-03-03T08:00", "meta article:published_time", "+01:00"},
		{"the page's template in JSON-LD, the report in meta", ld(`{"@type":"WebPage","datePublished":"2019-01-01"}`) + metaTag, "2031-03-03T08:00", "meta article:published_time", "+01:00"},
		{"empty field", ld(`{"@type":"Article","datePublished":"0001-01-01T00:00:00Z"}`) + metaTag, "2031-03-03T08:00", "meta article:published_time", "+01:00"},
		{"list of reports beside the one", ld(`[{"@type":"NewsArticle","headline":"Autre","datePublished":"2030-01-01"},{"@type":"NewsArticle","headline":"Crue du Serval","datePublished":"2031-03-02"}]`) + "<title>Crue du Serval | Le Phare</title>", "2031-03-02", "json-ld", ""},
		{"seconds since 1970", `<meta name="publish_date" content="1930000000">`, "2031-02-27T23:06", "meta publish_date", "Z"},
		{"modified only", `<meta property="article:modified_time" content="2031-03-03T08:00:00+01:00">`, "", "", ""},
		{"nothing", "", "", "", ""},
	} {
		p := scanPage("<html><head></head><body>" + c.page + "<p>Douze morts.</p></body></html>")
		article, _ := readLinked(p.ld, p.title)
		d := &Document{URL: p.canonical}
		d.datePage(p, article)
		got := d.Published.When.String()
		if d.Published.When.Precision >= edtf.Hour {
			got = d.Published.When.From.Format("2006-01-02T15:04")
		}
		if got != c.want || d.Published.From != c.from || d.Published.Zone != c.zone {
			t.Errorf("%s: %q from %q zone %q; want %q %q %q", c.name, got, d.Published.From, d.Published.Zone, c.want, c.from, c.zone)
		}
	}
}

func TestInstant(t *testing.T) {
	when, zone, _ := readDate("2031-03-02T00:30:00+01:00")
	at, ok := Stated{When: when, Zone: zone}.Instant()
	if !ok || at.Format("2006-01-02T15:04") != "2031-03-01T23:30" {
		t.Errorf("%v %v", at, ok)
	}
	if _, ok := (Stated{When: edtf.Date(2031, 3, 2)}).Instant(); ok {
		t.Error("a day has no instant")
	}
}

func TestSignedDates(t *testing.T) {
	for in, want := range map[string]string{
		"Rédigé par tamberg.info le Dimanche 2 Mars 2031 à 10:57 | | 0 commentaire(s)|": "2031-03-02",
		"Publié par Ada Lorne le 2 mars 2031":                                           "2031-03-02",
		"Posted by Ada Lorne on March 2, 2031":                                          "2031-03-02",
		"Écrit par la rédaction, 2 mars 2031":                                           "2031-03-02",
	} {
		p, ok := readDatePhrase(in, 0)
		if got := p.published.When; !ok || got.FirstDay().Format("2006-01-02") != want {
			t.Errorf("%q: %s, want %s", in, got, want)
		}
	}
	for _, in := range []string{"Publié par un éditeur de Tamberg, le livre paraît.", "Rédigé par des experts, le rapport du 2 mars accuse le maire."} {
		if p, ok := readDatePhrase(in, 0); ok {
			t.Errorf("%q read as published %s", in, p.published.When)
		}
	}
}
