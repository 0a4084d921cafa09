// Recoupe sets reports of one crisis side by side: who said what, when, in which words.
package main

func main() {}
