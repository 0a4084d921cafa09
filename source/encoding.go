package source

import (
	"bytes"
	"compress/flate"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// ErrTooLong is returned where bytes unpack to more than may be.
var ErrTooLong = errors.New("unpacks to more than is let through")

// Decode takes the content encodings named in encoding ("gzip", "deflate, gzip")
// off body. It gives up at limit bytes, however small body is. What is labelled
// as compressed and is not stays as it is: web archives often keep the label
// and drop the packing.
func Decode(body []byte, encoding string, limit int) ([]byte, error) {
	parts := strings.Split(encoding, ",")
	for i := len(parts) - 1; i >= 0; i-- {
		var r io.Reader
		var err error
		switch e := strings.ToLower(strings.TrimSpace(parts[i])); e {
		case "", "identity", "utf-8", "none":
			continue
		case "gzip", "x-gzip":
			if !bytes.HasPrefix(body, []byte{0x1f, 0x8b}) {
				continue
			}
			r, err = gzip.NewReader(bytes.NewReader(body))
		case "deflate":
			// Meant is zlib; some servers send the bare stream.
			if r, err = zlib.NewReader(bytes.NewReader(body)); err != nil {
				r, err = flate.NewReader(bytes.NewReader(body)), nil
			}
		case "zstd":
			if !bytes.HasPrefix(body, []byte{0x28, 0xb5, 0x2f, 0xfd}) {
				continue
			}
			var z *zstd.Decoder
			if z, err = zstd.NewReader(bytes.NewReader(body), zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(128<<20)); err == nil {
				defer z.Close()
				r = z
			}
		default:
			return nil, fmt.Errorf("packed with %q, which is not read", e)
		}
		if err != nil {
			return nil, fmt.Errorf("broken packing: %w", err)
		}
		out, err := io.ReadAll(io.LimitReader(r, int64(limit)+1))
		if err != nil {
			return nil, fmt.Errorf("broken packing: %w", err)
		}
		if len(out) > limit {
			return nil, ErrTooLong
		}
		body = out
	}
	return body, nil
}
