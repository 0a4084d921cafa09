package recall

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"reflect"
	"time"
)

// What was read of a report is a graph: a figure points at the claim it stands
// in and at the figure it is part of, and later stages tell attributions apart
// by where they lie. So pointers are written as the number of the thing they
// point at, in the order in which things are first met:
//
//	pointer   0 nil; 1 a thing not met before, which follows; n+2 the nth thing
//	string    0 ""; 1 one not met before: length, bytes; n+2 the nth string
//	slice     0 nil; length+1, elements
//	integer   zigzag varint; unsigned: varint; float: eight bytes; bool: one
//	time      seconds since 1970 and nanoseconds, varints
//	struct    its fields in order; all of them are exported (a test holds that)
//
// The types themselves are not described: what another program wrote is not read.

// Pointers may be given: they count as met before all others, and whoever reads
// gives those that stand for them. No other thing of their types is written then: it
// would come back as another one than it was.

// encode returns the bytes of v, or of what it points at; decode reads them back.
func encode(v any) []byte {
	data, _ := encodeWith(v, nil)
	return data
}

// encodeWith is encode with things given. It fails where v leads to a thing of a
// type that is given and that is not given itself.
func encodeWith(v any, given []any) ([]byte, error) {
	w := writer{strings: map[string]uint64{}, things: map[thing]uint64{}, given: map[reflect.Type]bool{}}
	for i, g := range given {
		p := reflect.ValueOf(g)
		w.given[p.Type()] = true
		w.things[thing{p.Pointer(), p.Type()}] = uint64(i)
	}
	w.met = uint64(len(given))
	w.value(reflect.Indirect(reflect.ValueOf(v)))
	if w.stranger != nil {
		return nil, fmt.Errorf("recall: a %v that was not given", w.stranger)
	}
	return w.buf, nil
}

// A thing is what a pointer points at. A struct and its first field lie at one
// address, hence the type.
type thing struct {
	at uintptr
	of reflect.Type
}

type writer struct {
	buf      []byte
	strings  map[string]uint64
	things   map[thing]uint64
	met      uint64 // things
	given    map[reflect.Type]bool
	stranger reflect.Type
}

var timeType = reflect.TypeFor[time.Time]()

func (w *writer) uvarint(n uint64) { w.buf = binary.AppendUvarint(w.buf, n) }
func (w *writer) varint(n int64)   { w.buf = binary.AppendVarint(w.buf, n) }

func (w *writer) value(v reflect.Value) {
	switch v.Kind() {
	case reflect.Bool:
		n := byte(0)
		if v.Bool() {
			n = 1
		}
		w.buf = append(w.buf, n)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		w.varint(v.Int())
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		w.uvarint(v.Uint())
	case reflect.Float32, reflect.Float64:
		w.buf = binary.LittleEndian.AppendUint64(w.buf, math.Float64bits(v.Float()))
	case reflect.String:
		w.string(v.String())
	case reflect.Pointer:
		w.pointer(v)
	case reflect.Slice:
		if v.IsNil() {
			w.uvarint(0)
			return
		}
		w.uvarint(uint64(v.Len()) + 1)
		for i := range v.Len() {
			w.value(v.Index(i))
		}
	case reflect.Array:
		for i := range v.Len() {
			w.value(v.Index(i))
		}
	case reflect.Struct:
		if v.Type() == timeType {
			t := v.Interface().(time.Time)
			w.varint(t.Unix())
			w.uvarint(uint64(t.Nanosecond()))
			return
		}
		for i := range v.NumField() {
			w.value(v.Field(i))
		}
	default:
		panic(fmt.Sprintf("recall: a %v cannot be written", v.Type()))
	}
}

func (w *writer) string(s string) {
	if s == "" {
		w.uvarint(0)
		return
	}
	if n, met := w.strings[s]; met {
		w.uvarint(n + 2)
		return
	}
	w.strings[s] = uint64(len(w.strings))
	w.uvarint(1)
	w.uvarint(uint64(len(s)))
	w.buf = append(w.buf, s...)
}

func (w *writer) pointer(v reflect.Value) {
	if v.IsNil() {
		w.uvarint(0)
		return
	}
	t := thing{v.Pointer(), v.Type()}
	if n, met := w.things[t]; met {
		w.uvarint(n + 2)
		return
	}
	if w.given[v.Type()] {
		w.stranger = v.Type()
		return
	}
	w.things[t] = w.met
	w.met++
	w.uvarint(1)
	w.value(v.Elem())
}

var errMalformed = errors.New("not what was written")

// decode reads into what p points at. Strings in it are cut out of data.
func decode(data string, p any) error { return decodeWith(data, p, nil) }

// decodeWith is decode with things given.
func decodeWith(data string, p any, given []any) (err error) {
	r := reader{rest: data, given: given}
	defer func() {
		if x := recover(); x != nil {
			if x != any(errMalformed) {
				panic(x)
			}
			err = errMalformed
		}
	}()
	r.value(reflect.ValueOf(p).Elem())
	if r.rest != "" {
		return errMalformed
	}
	return nil
}

type reader struct {
	rest    string
	strings []string
	things  []reflect.Value // behind those given
	given   []any
}

func (r *reader) take(n uint64) string {
	if n > uint64(len(r.rest)) {
		panic(errMalformed)
	}
	s := r.rest[:n]
	r.rest = r.rest[n:]
	return s
}

func (r *reader) uvarint() (n uint64) {
	for i := 0; i < len(r.rest) && i < binary.MaxVarintLen64; i++ {
		b := r.rest[i]
		n |= uint64(b&0x7f) << (7 * i)
		if b < 0x80 {
			r.rest = r.rest[i+1:]
			return n
		}
	}
	panic(errMalformed)
}

func (r *reader) varint() int64 {
	n := r.uvarint()
	return int64(n>>1) ^ -int64(n&1)
}

func (r *reader) value(v reflect.Value) {
	switch v.Kind() {
	case reflect.Bool:
		v.SetBool(r.take(1) == "\x01")
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		v.SetInt(r.varint())
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		v.SetUint(r.uvarint())
	case reflect.Float32, reflect.Float64:
		v.SetFloat(math.Float64frombits(binary.LittleEndian.Uint64([]byte(r.take(8)))))
	case reflect.String:
		v.SetString(r.string())
	case reflect.Pointer:
		r.pointer(v)
	case reflect.Slice:
		r.slice(v)
	case reflect.Array:
		for i := range v.Len() {
			r.value(v.Index(i))
		}
	case reflect.Struct:
		if v.Type() == timeType {
			sec, nsec := r.varint(), r.uvarint()
			v.Set(reflect.ValueOf(time.Unix(sec, int64(nsec)).UTC()))
			return
		}
		for i := range v.NumField() {
			r.value(v.Field(i))
		}
	default:
		panic(errMalformed)
	}
}

func (r *reader) slice(v reflect.Value) {
	n := r.uvarint()
	if n == 0 {
		v.SetZero()
		return
	}
	n--
	if n > uint64(len(r.rest)) { // every element takes a byte or more
		panic(errMalformed)
	}
	s := reflect.MakeSlice(v.Type(), int(n), int(n))
	for i := range int(n) {
		r.value(s.Index(i))
	}
	v.Set(s)
}

func (r *reader) string() string {
	switch n := r.uvarint(); {
	case n == 0:
		return ""
	case n == 1:
		s := r.take(r.uvarint())
		r.strings = append(r.strings, s)
		return s
	case n-2 < uint64(len(r.strings)):
		return r.strings[n-2]
	}
	panic(errMalformed)
}

func (r *reader) pointer(v reflect.Value) {
	switch n := r.uvarint(); {
	case n == 0:
		v.SetZero()
	case n == 1:
		p := reflect.New(v.Type().Elem())
		r.things = append(r.things, p)
		v.Set(p)
		r.value(p.Elem())
	default:
		v.Set(r.thing(n-2, v.Type()))
	}
}

// thing returns the nth thing, which is of this type.
func (r *reader) thing(n uint64, of reflect.Type) (p reflect.Value) {
	switch known := uint64(len(r.given)); {
	case n < known:
		p = reflect.ValueOf(r.given[n])
	case n-known < uint64(len(r.things)):
		p = r.things[n-known]
	default:
		panic(errMalformed)
	}
	if p.Type() != of {
		panic(errMalformed)
	}
	return p
}
