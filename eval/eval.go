// Package eval measures how well recoupe reads, and keeps the scores.
package eval
