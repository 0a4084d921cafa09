// Recoupe reads many reports of one crisis and writes one account, in which
// every line says who said it, when, and in which exact words.
//
//	recoupe read reports/
//	recoupe read --format html -o account.html reports/
//	recoupe why 3f9a2c-120 reports/
//
// Its exit status is 0 where all was read, 1 where the program failed, 2 where
// the command line was wrong, 3 where recoupe verify found a fault, 4 where some or all reports could not be read.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"syscall"

	"github.com/spf13/cobra"
)

// The exit statuses.
const (
	exitFailed = 1
	exitUsage  = 2
	exitUnread = 4
)

// memory is what the program tries to live in. A day's reports fit; the
// collector works harder as it nears, and nothing fails beyond it.
const memory = 720 << 20

func main() {
	debug.SetMemoryLimit(memory)
	os.Exit(run(os.Args[1:], terminal{os.Stdin, os.Stdout, os.Stderr}))
}

// A terminal is where a command reads and writes: results go to out, words to err.
type terminal struct {
	in       io.Reader
	out, err io.Writer
}

// A failure ends the program with a status of its own. A failure without words
// has said what it had to say.
type failure struct {
	status int
	err    error
}

func (f *failure) Error() string {
	if f.err == nil {
		return ""
	}
	return f.err.Error()
}

func (f *failure) Unwrap() error { return f.err }

func usage(format string, args ...any) error {
	return &failure{exitUsage, fmt.Errorf(format, args...)}
}

// run does what args say and returns the exit status.
func run(args []string, t terminal) int {
	root := newRoot(t)
	root.SetArgs(args)
	err := root.Execute()
	if err == nil || errors.Is(err, syscall.EPIPE) {
		return 0 // whoever read the result has seen enough of it
	}
	status := exitFailed
	var f *failure
	if errors.As(err, &f) {
		status = f.status
	}
	if msg := err.Error(); msg != "" {
		fmt.Fprintf(t.err, "recoupe: %s\n", msg)
	}
	return status
}

const about = `recoupe reads many reports of one crisis and sets them side by side: every toll
with who said it, when and in which words; what conflicts, what was taken back,
and what nobody knows. It works offline and never says who is right.

  recoupe read reports/                      the account, on this screen
  recoupe read --format html -o a.html *.txt the account as one page to keep
  recoupe why 3f9a2c-120 reports/            where one figure comes from
  recoupe add --dossier almaty reports/      keep reports for good, with a log that proves it

Reports are plain text (.txt), saved web pages (.html) or JSON Lines (.jsonl).`

func newRoot(t terminal) *cobra.Command {
	root := &cobra.Command{
		Use:           "recoupe",
		Short:         "Set reports of one crisis side by side: who said what, when, in which words",
		Long:          about,
		Args:          unknownCommand,
		SilenceUsage:  true,
		SilenceErrors: true,
		RunE:          func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.SetIn(t.in)
	root.SetOut(t.out)
	root.SetErr(t.err)
	root.SuggestionsMinimumDistance = 2
	root.CompletionOptions.HiddenDefaultCmd = true
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return usage("%w; see %q", err, cmd.CommandPath()+" --help")
	})
	root.AddCommand(newRead(t), newWhy(t), newServe(t),
		newAdd(t), newStatus(t), newSearch(t), newVerify(t), newExport(t), newStamp(t), newWatch(t), newVersion(t))
	return root
}

// unknownCommand tells a reporter who forgot the command what to type.
func unknownCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	if _, err := os.Stat(args[0]); err == nil {
		return usage("no command named %q; to read it: recoupe read %s", args[0], args[0])
	}
	if near := cmd.SuggestionsFor(args[0]); len(near) > 0 {
		return usage("no command named %q; did you mean %q?", args[0], near[0])
	}
	return usage("no command named %q; see %q", args[0], "recoupe help")
}
