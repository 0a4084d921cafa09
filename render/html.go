package render

import (
	"io"

	"recoupe"
)

func HTML(w io.Writer, res *recoupe.Result, words *Words) error { return nil }
