// Package web serves accounts to a browser.
//
// It is the eleventh stage.
package web
