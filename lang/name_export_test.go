package lang

// FindNamesAgain runs the names stage alone, for the benchmark.
func (a *Analysis) FindNamesAgain() { a.findNames() }
