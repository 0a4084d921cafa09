package story

import (
	"strings"
	"testing"
	"unicode/utf8"

	"recoupe/claim"
	"recoupe/claim/told"
	"recoupe/lang"
	"recoupe/source"
	"recoupe/text"
)

// report reads a text as the pipeline does.
func report(t testing.TB, body string) *claim.Report {
	t.Helper()
	d, err := text.Read(&source.Capture{Name: "report.txt", MediaType: "text/plain", Body: []byte(body)}, text.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return told.Read(lang.Analyze(d))
}

// TestCredits reads "agency kind" for every agency named, in text order.
func TestCredits(t *testing.T) {
	for _, c := range []struct{ name, body, want string }{
		{"footer", "La digue a cédé mardi à Vornes.\n\nDes familles ont fui dans la nuit.\n\nAvec Reuters et AFP", "Reuters footer, AFP footer"},
		{"bracket at the end", "La digue a cédé mardi à Vornes. Des familles ont fui dans la nuit. (AFP)", "AFP footer"},
		{"outlet and agency", "La digue a cédé mardi à Vornes, selon la mairie.\n\nLe Phare de Vornes (avec AFP)", "AFP footer"},
		{"an agency in no list", "La digue a cédé mardi à Vornes, selon la mairie.\n\nLe Phare de Vornes, avec l'agence Fildor", "Fildor footer"},
		{"dateline", "VORNES (AFP) - La digue a cédé mardi matin, ont indiqué les secours.", "AFP dateline"},
		{"dateline with a date", "VORNES, 6 jan 2031 (Reuters) – La digue a cédé mardi matin, ont indiqué les secours.", "Reuters dateline"},
		{"dateline in Russian", "ВОРНЕ, 6 января. /ТАСС/. Плотина рухнула во вторник утром, сообщили спасатели.", "TASS dateline"},
		{"told", "« L'eau est montée d'un coup », a déclaré à l'AFP un habitant de Vornes. La digue a cédé mardi.", "AFP told"},
		{"told in English", "The water rose within minutes, a resident told Reuters on Tuesday. The dam broke at dawn.", "Reuters told"},
		{"asked", "Interrogé par l'AFP, le maire de Vornes a refusé de donner un bilan. La digue a cédé mardi.", "AFP told"},
		{"own reporters", "Les rues étaient sous un mètre d'eau, ont constaté des journalistes de l'AFP. La digue a cédé mardi.", "AFP own"},
		{"own reporters in English", "Streets were under water, AFP journalists saw. The dam broke at dawn on Tuesday.", "AFP own"},
		{"cited", "Douze personnes sont mortes, selon l'agence TASS. La digue a cédé mardi à Vornes.", "TASS cites"},
		{"cited by", "« Nous cherchons toujours », a dit le préfet, cité par Interfax et TASS. La digue a cédé mardi.", "Interfax cites, TASS cites"},
		{"the outlet at the head", "Publié le 12/03/2031 à 10h12 | Par Radio Lagune avec AFP\n\nLa digue a cédé mardi à Vornes.\n\nDes familles ont fui.", "AFP footer"},
		{"the agency's full name alone", "Agence France-Presse\n\nLa digue a cédé mardi à Vornes.\n\nDes familles ont fui.", "AFP footer"},
		{"small letters", "La digue a cédé mardi à Vornes.\n\nDes familles ont fui.\n\nats, afp", "ATS footer, AFP footer"},
		{"slashes", "AA/Vornes/ Lina Perrec\n\nLa digue a cédé mardi à Vornes.\n\nDes familles ont fui.", "Anadolu dateline"},
		{"the informations of", "La digue a cédé mardi à Vornes.\n\nDes familles ont fui.\n\nAvec les informations de l'Agence France-Presse", "AFP footer"},
		{"asked, in the plural", "Deux sources contactées par l'AFP confirment le bilan. La digue a cédé mardi à Vornes.", "AFP told"},
		{"contributed", "The dam broke on Tuesday at Vornes.\n\nFamilies fled at night.\n\nAP and Reuters contributed to this report.", "AP footer, Reuters footer"},
		{"reporting by", "The dam broke on Tuesday at Vornes.\n\nFamilies fled at night.\n\nWith reporting by Reuters", "Reuters footer"},
		{"dateline with a full stop", "Ворне. 12 января. INTERFAX.RU - Плотина рухнула во вторник утром, сообщили спасатели.", "Interfax dateline"},
		{"source in Russian", "Плотина рухнула во вторник утром.\n\nСпасатели ищут людей.\n\nИсточник: РИА Новости", "RIA Novosti footer"},
		{"told in Russian", "Плотина рухнула во вторник. Пострадавших нет, сообщил ТАСС представитель ведомства.", "TASS told"},
		{"told to one that bends", "Плотина рухнула во вторник. Пострадавших нет, рассказали «Интерфаксу» в ведомстве.", "Interfax told"},
		{"asked by telephone", "Selon un médecin joint par téléphone par l'AFP, onze corps ont été reçus. La digue a cédé mardi.", "AFP told"},
		{"one who talks to it", "Плотина рухнула во вторник. «Угрозы нет», — сказал собеседник агентства ТАСС.", "TASS told"},
		{"as it told", "Плотина рухнула во вторник. Как сообщил ТАСС, пострадавших нет.", "TASS cites"},
		{"picture", "La digue a cédé mardi à Vornes, selon la mairie.\n\nPhoto : Paul Ricoux / AFP", "AFP picture"},
		{"picture by somebody", "Le port de Vornes, mardi matin. (Paul Ricoux/AFP)\n\nLa digue a cédé mardi à Vornes.\n\nDes familles ont fui.", "AFP picture"},
		{"the agency before who took it", "A flooded street, Vornes, March 12, 2031. REUTERS/Jean Aubrac\n\nThe dam broke on Tuesday at Vornes.\n\nFamilies fled.", "Reuters picture"},
		{"picture in Russian", "Мэр Ворне Пётр Савин / фото REUTERS\n\nПлотина рухнула во вторник утром.\n\nСпасатели ищут людей.", "Reuters picture"},
		{"a caption among the prose", "The dam broke on Tuesday at Vornes.\n\nThe dam at dawn (Reuters)\n\nFamilies fled at night, the mayor said.\n\nHe gave no toll.", "Reuters picture"},
		{"source and a paper", "The dam broke on Tuesday at Vornes.\n\nFamilies fled at night.\n\nSource: Reuters/The Delta Post\n\n[Video]", "Reuters footer"},
		{"told the news agency", "The dam broke at dawn. Engineers told the news agency Reuters that it had leaked for weeks.", "Reuters told"},
		{"told reporters", "The dam broke at dawn. Nobody was hurt, the mayor told reporters, Interfax reports.", "Interfax cites"},
		{"slashes with spaces", "AA / Vornes / Lina Perrec\nLa digue a cédé mardi à Vornes, selon la mairie.\n\nDes familles ont fui.", "Anadolu dateline"},
		{"in a message to", "Douze personnes ont péri, écrit le préfet dans un message à l'AFP. La digue a cédé mardi.", "AFP told"},
		{"quoted in a statement", "Twelve are dead, the prefect said in a statement quoted by AFP news agency. The dam broke at dawn.", "AFP cites"},
		{"in an interview, in Russian", "Плотина рухнула во вторник. В интервью агентству ТАСС это подтвердил мэр Ворне.", "TASS told"},
		{"what it has learned", "La digue avait une fissure, a appris l'AFP de sources proches du dossier. Elle a cédé mardi.", "AFP own"},
		{"what it has a copy of", "La digue devait être fermée, selon un rapport dont l'AFP a eu copie. Elle a cédé mardi.", "AFP own"},
		{"seen by", "The dam was to be closed, according to a report seen by Reuters. It broke on Tuesday.", "Reuters own"},
		{"date, dash and agency", "Ворне, 12 марта, 2031, 10:15 — ИА Регнум. Плотина рухнула во вторник утром.\n\nСпасатели ищут людей.", "Regnum dateline"},
		{"who made the text", "La digue cède à Vornes\nInformation fournie par Radio Lagune • 12/03/2031 à 11:27\n\nLa digue a cédé mardi.\n\nDes familles ont fui.", "Radio Lagune footer"},
		{"a person called Sana", "Sana, une habitante de Vornes, a tout perdu. La digue a cédé mardi matin.", ""},
		{"none", "La digue a cédé mardi matin à Vornes. Personne n'a été blessé.", ""},
	} {
		var got []string
		r := report(t, c.body)
		for _, x := range Credits(r) {
			got = append(got, x.Agency+" "+string(x.Kind))
			if !x.Span.IsZero() && strings.TrimSpace(r.Slice(x.Span)) == "" {
				t.Errorf("%s: %s points at nothing", c.name, x.Agency)
			}
		}
		if g := strings.Join(got, ", "); g != c.want {
			t.Errorf("%s: got %q, want %q", c.name, g, c.want)
		}
	}
}

// TestFirstWordsEndInALetter: words that are cut inside their last letter.
func TestFirstWordsEndInALetter(t *testing.T) {
	for n := range 8 {
		s := strings.Repeat("x", n) + strings.Repeat("я", 60-n/2)
		for end := range len(s) + 1 {
			if utf8.ValidString(s[:end]) {
				firstWords(s[:end], 4)
				lastWords(s[:end], 3)
			}
		}
	}
}
