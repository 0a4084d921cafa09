// Package render writes an account down: for a terminal, as JSON, CSV or one
// HTML page.
//
// It is the tenth stage.
package render
