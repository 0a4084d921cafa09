package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) { testscript.Main(m, map[string]func(){"recoupe": main}) }

// TestScript runs the scripts in testdata/script: what a person types and what
// she sees. Each says in its first line what it shows.
func TestScript(t *testing.T) {
	example, err := filepath.Abs("../../testdata/port-lisane")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(env *testscript.Env) error {
			env.Setenv("EXAMPLE", example)
			env.Setenv("LC_ALL", "C")
			env.Setenv("COLUMNS", "100")
			return nil
		},
		UpdateScripts: os.Getenv("UPDATE_SCRIPTS") != "",
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"status": exitStatus,
		},
	})
}

// exitStatus runs a command and checks its exit status: status 4 recoupe read x.
func exitStatus(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) < 2 {
		ts.Fatalf("usage: status N COMMAND ARG...")
	}
	got := "0"
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		got = "failed"
		var coded interface{ ExitCode() int }
		if e, ok := err.(interface{ ExitCode() int }); ok {
			coded = e
			got = string(rune('0' + coded.ExitCode()))
		}
	}
	if got != args[0] {
		ts.Fatalf("exit status %s, want %s", got, args[0])
	}
}
