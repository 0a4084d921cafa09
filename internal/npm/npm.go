// Package npm brings in, for tests, what recoupe is compared with. It is fetched
// where npm can and never kept here: its licences are its own.
package npm

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// Install installs the package called name, at exactly version, and returns the
// folder it stands in. Where npm is not here or does not come through, the test
// is skipped.
//
//	dir := npm.Install(t, "warcio", "2.4.11")
func Install(t *testing.T, name, version string) (dir string) {
	t.Helper()
	bin, err := exec.LookPath("npm")
	if err != nil {
		t.Skipf("npm is not here: not checked against %s", name)
	}
	root := t.TempDir()
	if err := os.WriteFile(filepath.Join(root, "package.json"), []byte("{}"), 0o666); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	// A package of no use to us is not run either: no install scripts.
	cmd := exec.CommandContext(ctx, bin, "install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts", name+"@"+version)
	cmd.Dir = root
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Skipf("npm install %s: %v: %.200s", name, err, out)
	}
	return filepath.Join(root, "node_modules", name)
}

// Pack is Install without what the package depends on: for one that stands alone.
func Pack(t *testing.T, name, version string) (dir string) {
	t.Helper()
	bin, err := exec.LookPath("npm")
	if err != nil {
		t.Skipf("npm is not here: not checked against %s", name)
	}
	root := t.TempDir()
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, bin, "pack", "--silent", name+"@"+version)
	cmd.Dir = root
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Skipf("npm pack %s: %v: %.200s", name, err, out)
	}
	cmd = exec.CommandContext(ctx, "tar", "xzf", name+"-"+version+".tgz")
	cmd.Dir = root
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Skipf("tar: %v: %.200s", err, out)
	}
	return filepath.Join(root, "package")
}
