package main

import (
	"os"
	"strconv"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"recoupe/render"
)

// A reader is the person the words are for: her language, and what her terminal
// can show.
type reader struct {
	language, colour string
}

func (r *reader) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&r.language, "lang", "", "language of the account: en or fr (default: that of the locale)")
	f.StringVar(&r.colour, "color", "auto", "colours: auto, always or never")
}

// words returns the reader's language: the one asked for, else that of the
// locale, as programs look it up.
func (r *reader) words() (*render.Words, error) {
	switch r.language {
	case "":
		for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
			if v := os.Getenv(name); v != "" {
				return render.In(v), nil
			}
		}
		return render.In("en"), nil
	case "en", "fr":
		return render.In(r.language), nil
	}
	return nil, usage("--lang %s: en or fr", r.language)
}

// screen measures what out can show. Colours are for terminals; NO_COLOR set to
// anything takes them away, as https://no-color.org asks.
func (r *reader) screen(out any) (render.Screen, error) {
	w, err := r.words()
	scr := render.Screen{Words: w}
	if err != nil {
		return scr, err
	}
	f, isFile := out.(*os.File)
	terminal := isFile && term.IsTerminal(int(f.Fd()))
	switch r.colour {
	case "always":
		scr.Colour = true
	case "auto":
		scr.Colour = terminal && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
	case "never":
	default:
		return scr, usage("--color %s: auto, always or never", r.colour)
	}
	if terminal {
		if n, _, err := term.GetSize(int(f.Fd())); err == nil {
			scr.Width = min(n, 140)
		}
	}
	if n, err := strconv.Atoi(os.Getenv("COLUMNS")); err == nil && n > 0 {
		scr.Width = n
	} else if scr.Width == 0 {
		scr.Width = 100
	}
	return scr, nil
}
