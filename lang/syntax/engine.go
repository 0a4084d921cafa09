package syntax

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/klauspost/compress/zstd"
)

// An Engine holds the weights of one language. It is read only: any number of
// goroutines may use one, each with a [State] of its own.
type Engine struct {
	Tags []string // "VERB Mood=Cnd|VerbForm=Fin"; a tag is an index
	Rels []string // "nsubj"; a relation is an index

	Width int   // parses kept side by side at most
	Limit int64 // how far behind the best one may be

	// How far ahead an answer must be that the rest of the features is not asked.
	SureTag, SureLabel uint64
	SureMove           uint32

	tag, lab        *Table
	act             *Moves
	lean            []int16    // of hashed words and shapes: for the first style of the language, against the second
	coarse          [256]uint8 // of every tag, the tag that first has its part of speech
	root, parataxis uint8
}

// How far ahead, in steps of weights, an answer is beyond doubt. Measured on
// held-out files: so that no more than one word in 2,000 is read otherwise.
const sureTag, sureMove, sureLabel = 100, 60, 95

// A weights file is a few readable lines, an empty line, and a body compressed
// with zstd. The lines say "recoupe syntax 2", then key: value (language,
// licence, sources, scores; limit, of the beam, where it is not the usual one). The
// body is, with every number a uvarint:
//
//	tags     count, then for each its length and bytes
//	rels     likewise
//	tables   three times (tags, moves, labels): log2 of the rows, classes,
//	         number of cells n, then n gaps between the indexes of cells
//	         (row*classes + class), then n weights, zigzag (0, -1, 1, -2, …)
//	style    in a language that has styles, what is in one of them: its number,
//	         the number of its rows, one byte for each; see [Style]
//
// Files of one language add up: weights learned from sources whose licences do
// not mix are kept in files of their own and summed here.
const magic = "recoupe syntax 2\n"

// Read sums weights files into an engine.
func Read(files ...[]byte) (*Engine, error) {
	e := &Engine{Width: beamWidth, Limit: beamLimit, SureTag: sureTag, SureMove: sureMove, SureLabel: sureLabel}
	for _, data := range files {
		head, body, ok := bytes.Cut(data, []byte("\n\n"))
		if !ok || !bytes.HasPrefix(data, []byte(magic)) {
			return nil, errors.New("not a weights file")
		}
		e.heed(string(head))
		if err := e.sum(body); err != nil {
			return nil, err
		}
	}
	if e.tag == nil {
		return nil, errors.New("no weights file")
	}
	e.tag.seal()
	e.act.seal()
	e.lab.seal()
	e.name()
	return e, nil
}

// heed takes the limit of the beam from the head of a weights file, if it has
// one.
func (e *Engine) heed(head string) {
	for line := range strings.Lines(head) {
		if v, ok := strings.CutPrefix(line, "limit: "); ok {
			if n, err := strconv.Atoi(strings.TrimSpace(v)); err == nil && n >= 0 {
				e.Limit = int64(n)
			}
		}
	}
}

// Header returns the readable lines of a weights file.
func Header(data []byte) string {
	head, _, _ := bytes.Cut(data, []byte("\n\n"))
	return string(head)
}

// name derives what the engine needs to know of its tags and relations.
func (e *Engine) name() {
	first := map[string]uint8{}
	for i, t := range e.Tags {
		pos, _, _ := strings.Cut(t, " ")
		if _, ok := first[pos]; !ok {
			first[pos] = uint8(i)
		}
		e.coarse[i] = first[pos]
	}
	e.root = uint8(max(0, slices.Index(e.Rels, "root")))
	e.parataxis = uint8(max(0, slices.Index(e.Rels, "parataxis")))
}

type reader struct {
	b   []byte
	bad bool
}

func (r *reader) uvarint() int {
	if len(r.b) > 0 && r.b[0] < 0x80 { // as most are
		v := int(r.b[0])
		r.b = r.b[1:]
		return v
	}
	return r.long()
}

func (r *reader) long() int {
	v, n := binary.Uvarint(r.b)
	if n <= 0 || v > 1<<31 {
		r.bad = true
		return 0
	}
	r.b = r.b[n:]
	return int(v)
}

func (r *reader) take(n int) []byte {
	if n > len(r.b) {
		r.bad = true
		return nil
	}
	out := r.b[:n]
	r.b = r.b[n:]
	return out
}

func (r *reader) names() []string {
	var out []string
	for range r.uvarint() {
		out = append(out, string(r.take(r.uvarint())))
		if r.bad {
			return nil
		}
	}
	return out
}

func (e *Engine) sum(body []byte) error {
	z, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true))
	if err != nil {
		return err
	}
	defer z.Close()
	raw, err := z.DecodeAll(body, nil)
	if err != nil {
		return fmt.Errorf("weights: %w", err)
	}
	r := &reader{b: raw}
	tags, rels := r.names(), r.names()
	if e.tag != nil && (!slices.Equal(tags, e.Tags) || !slices.Equal(rels, e.Rels)) {
		return errors.New("weights files name different tags or relations")
	}
	e.Tags, e.Rels = tags, rels
	if err := r.table(&e.tag); err != nil {
		return err
	}
	if err := r.moves(&e.act); err != nil {
		return err
	}
	if err := r.table(&e.lab); err != nil {
		return err
	}
	return e.style(r)
}

// shape reads how large a table is, and how many cells of it follow.
func (r *reader) shape(most int) (bits, classes, n int, err error) {
	bits, classes, n = r.uvarint(), r.uvarint(), r.uvarint()
	if r.bad || bits > 24 || classes == 0 || classes > most || n > len(r.b) {
		return 0, 0, 0, errors.New("weights: a table that cannot be")
	}
	return bits, classes, n, nil
}

var errShape = errors.New("weights files differ in shape")

func (r *reader) table(to **Table) error {
	bits, classes, n, err := r.shape(maxClasses)
	if err != nil {
		return err
	}
	if *to == nil {
		*to = NewTable(uint(bits), classes)
	}
	if t := *to; t.mask != 1<<bits-1 || t.classes != classes {
		return errShape
	}
	return r.cells(n, classes, int((*to).mask), (*to).add)
}

func (r *reader) moves(to **Moves) error {
	bits, classes, n, err := r.shape(moves)
	if err != nil {
		return err
	}
	if *to == nil {
		*to = NewMoves(uint(bits))
	}
	if (*to).mask != 1<<bits-1 || classes != moves {
		return errShape
	}
	return r.cells(n, classes, int((*to).mask), (*to).add)
}

// cells reads the weights of a table.
func (r *reader) cells(n, classes, last int, add func(row uint32, class, w int)) error {
	gaps := reader{b: r.b}
	for range n {
		r.uvarint()
	}
	row, class := 0, 0
	for range n {
		class += gaps.uvarint()
		v := r.uvarint()
		if class >= classes {
			row += class / classes
			class %= classes
		}
		if row > last {
			return errors.New("weights: a cell outside its table")
		}
		add(uint32(row), class, int(v>>1)^-int(v&1))
	}
	if r.bad {
		return errors.New("weights: file cut short")
	}
	return nil
}

// Write builds a weights file from cells, the opposite of [Read]. A style without
// a number is none.
func Write(head string, tags, rels []string, tables [3]Cells, style Style) ([]byte, error) {
	var b []byte
	for _, names := range [][]string{tags, rels} {
		b = binary.AppendUvarint(b, uint64(len(names)))
		for _, n := range names {
			b = binary.AppendUvarint(b, uint64(len(n)))
			b = append(b, n...)
		}
	}
	for _, c := range tables {
		b = binary.AppendUvarint(b, uint64(c.Bits))
		b = binary.AppendUvarint(b, uint64(c.Classes))
		b = binary.AppendUvarint(b, uint64(len(c.Index)))
		last := uint32(0)
		for _, i := range c.Index {
			b = binary.AppendUvarint(b, uint64(i-last))
			last = i
		}
		for _, v := range c.Value {
			b = binary.AppendUvarint(b, uint64(uint32(v)<<1^uint32(v>>31)))
		}
	}
	if style.Number > 0 {
		b = binary.AppendUvarint(b, uint64(style.Number))
		b = binary.AppendUvarint(b, uint64(len(style.Rows)))
		b = append(b, style.Rows...)
	}
	z, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedBestCompression), zstd.WithEncoderConcurrency(1))
	if err != nil {
		return nil, err
	}
	defer z.Close()
	return z.EncodeAll(b, []byte(magic+strings.TrimSpace(head)+"\n\n")), nil
}

// Cells are the weights of one table that are not 0, by rising index.
type Cells struct {
	Bits, Classes int
	Index         []uint32 // row*Classes + class
	Value         []int32
}
