// Package recoupe reads what many reports say of one crisis and sets it side by
// side: every line says who said it, when, and in which exact words.
//
// The stages, in the order a report passes through them, are source, archive,
// text, lang, claim, story, when, who, ledger, render and web. Each is a
// package; each imports only those before it.
package recoupe
