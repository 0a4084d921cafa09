package main

import (
	"fmt"
	"runtime"

	"github.com/spf13/cobra"

	"recoupe"
	"recoupe/render"
)

func newVersion(t terminal) *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version of the program and of the format it writes",
		Args:  noArgs,
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintf(t.out, "recoupe %s (format %s, %s %s/%s)\n", recoupe.Version, render.Format, runtime.Version(), runtime.GOOS, runtime.GOARCH)
			return err
		},
	}
}

func noArgs(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usage("%q takes no arguments", cmd.CommandPath())
	}
	return nil
}
