package main

import (
	"encoding/binary"
	"errors"
	"os"

	"golang.org/x/text/encoding/charmap"
)

// A dawg is a double-array word graph as dawgdic writes it and pymorphy and az
// use it: a count, that many units of four bytes, a count, and twice that many
// bytes that lead from a unit to its first child and its next sibling. Keys are
// in windows-1251.
type dawg struct {
	units []uint32
	guide []byte
}

func readDawg(path string) (*dawg, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	if len(b) < 8 {
		return nil, errors.New("word graph cut short")
	}
	n := int(binary.LittleEndian.Uint32(b))
	if len(b) < 8+4*n {
		return nil, errors.New("word graph cut short")
	}
	d := &dawg{units: make([]uint32, n)}
	for i := range d.units {
		d.units[i] = binary.LittleEndian.Uint32(b[4+4*i:])
	}
	d.guide = b[8+4*n:]
	if len(d.guide) < 2*n {
		return nil, errors.New("word graph cut short")
	}
	return d, nil
}

func (d *dawg) follow(i uint32, label byte) (uint32, bool) {
	u := d.units[i]
	next := i ^ (u>>10)<<((u&(1<<9))>>6) ^ uint32(label)
	if int(next) >= len(d.units) || d.units[next]&(1<<31|0xff) != uint32(label) {
		return 0, false
	}
	return next, true
}

func (d *dawg) hasValue(i uint32) bool { return d.units[i]&(1<<8) != 0 }

// each calls do with every key.
func (d *dawg) each(do func(key []byte)) {
	d.walk(0, nil, do)
}

func (d *dawg) walk(i uint32, key []byte, do func(key []byte)) {
	if d.hasValue(i) {
		do(key)
	}
	for label := d.guide[2*i]; label != 0; {
		next, ok := d.follow(i, label)
		if !ok {
			return
		}
		d.walk(next, append(key, label), do)
		label = d.guide[2*next+1]
	}
}

// decode1251 turns bytes of windows-1251 into text.
func decode1251(b []byte) string {
	s, err := charmap.Windows1251.NewDecoder().Bytes(b)
	if err != nil {
		return ""
	}
	return string(s)
}
