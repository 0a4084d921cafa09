package lang

func (f *timeFinder) english(i int) int { return i }
