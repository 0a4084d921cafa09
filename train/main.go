// Train builds the models and tables that package lang embeds.
// Nothing imports it.
package main

func main() {}
