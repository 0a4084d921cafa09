package archive

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// Commit keeps entries. When it returns nil they are safe on the disk, all of
// them, and their numbers in the log are those from first on; when it fails,
// none of them is acknowledged. What is kept together is compressed together:
// a few hundred entries or a few megabytes make a good commit.
//
//	first, err := store.Commit(archive.EntryOf(capture, now))
func (s *Store) Commit(entries ...Entry) (first int64, err error) {
	if len(entries) == 0 {
		return 0, nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.key == nil {
		return 0, fmt.Errorf("%s: nothing can be added without its key: %w", s.dir, s.noKey)
	}
	marker, err := os.Open(filepath.Join(s.dir, Marker))
	if err != nil {
		return 0, err
	}
	defer marker.Close() // and the lock with it
	if err := lock(marker); err != nil {
		return 0, fmt.Errorf("%s: cannot be locked: %w", s.dir, err)
	}
	if err := s.refresh(); err != nil {
		return 0, err
	}
	if err := s.sound(); err != nil {
		return 0, err
	}
	if err := s.empty(); err != nil {
		return 0, err
	}
	return s.write(entries)
}

// sound reports whether the log can go on from where it is. Where records are
// missing at the end, going on would wipe out the trace of it.
func (s *Store) sound() error {
	if s.broken != nil {
		return fmt.Errorf("%s: damaged (%w); recoupe verify says what", s.dir, s.broken)
	}
	b, err := os.ReadFile(filepath.Join(s.dir, "checkpoint"))
	if errors.Is(err, os.ErrNotExist) && len(s.packs) <= 1 {
		return nil // the first commit was cut short before it wrote one
	}
	if err != nil {
		return fmt.Errorf("%s: damaged (%w); recoupe verify says what", s.dir, err)
	}
	c, err := s.public.Open(b)
	if err != nil {
		return fmt.Errorf("%s: damaged (checkpoint: %w); recoupe verify says what", s.dir, err)
	}
	if c.Size > s.tree.Size {
		return fmt.Errorf("%s: damaged (records %d to %d are missing); recoupe verify says what", s.dir, s.tree.Size, c.Size-1)
	}
	return nil
}

// write writes one pack and the checkpoint behind it.
func (s *Store) write(entries []Entry) (int64, error) {
	var w packing
	lines := make([][]byte, len(entries))
	adding := map[ID]bool{}
	keep := func(b []byte) ID {
		id := Of(b)
		if adding[id] {
			return id
		}
		// Only a body that can still be read makes a second one superfluous.
		if _, err := s.body(id); err != nil {
			adding[id] = true
			w.body(id, b)
		}
		return id
	}
	for i, e := range entries {
		if e.Bytes != nil {
			e.Record.Body, e.Record.Size = keep(e.Bytes), int64(len(e.Bytes))
		}
		for _, cert := range e.Certificates {
			e.Record.TLS = append(e.Record.TLS, keep(cert))
		}
		line, err := e.Record.line()
		if err != nil {
			return 0, err
		}
		lines[i] = line
	}
	first := s.tree.Size
	file, _, err := w.bytes(s.tree, lines, s.key)
	if err != nil {
		return 0, err
	}
	name := packName(first)
	if err := s.put(filepath.Join("packs", name), file, 0o666); err != nil {
		return 0, err
	}
	if err := s.refresh(); err != nil || s.broken != nil {
		return 0, errors.Join(err, s.broken)
	}
	// The pack is safe and carries its own checkpoint. Should this file fail to
	// be written, on a disk that is full by now, the next commit writes it.
	if pre, err := parsePrefix(file); err == nil {
		note := file[prefixSize+pre.head+pre.blocks+8:]
		_ = s.put("checkpoint", note, 0o666)
	}
	return first, nil
}
