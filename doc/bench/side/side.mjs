// Reads the marked sentences of recoupe with fr-compromise and wink-nlp: how fast,
// and what of the marks they find. Run by side.sh, from the root of the repository:
//
//	node side.mjs FOLDER-OF-NODE_MODULES
//
// Names count by their words, marks at their ends left out, and by kind; a number
// counts where its value is among those found in its line. recoupe's own figures
// come from its Go tests on the same files.
import { createRequire } from 'node:module'
import { readFileSync, readdirSync } from 'node:fs'

const require = createRequire(process.argv[2] + '/side.js')
const french = require('fr-compromise')
const wink = require('wink-nlp')(require('wink-eng-lite-web-model'))

const mark = /\{([^{}|]*)\|([^{}]*)\}/g
const lines = f => readFileSync(f, 'utf8').split('\n').filter(l => l && l[0] !== '#')
const plain = l => l.replace(mark, '$1')
const marks = l => [...l.matchAll(mark)].map(m => [m[1], m[2]])
const bare = s => s.replace(/^[\s.,;:!?«»"'()’]+|[\s.,;:!?«»"'()’]+$/g, '').replace(/^(l|d|L|D)['’]/, '').toLowerCase()

// speed reads text for two seconds of processor time and returns words a second:
// what stands between spaces, for all programs alike.
function speed(words, read) {
  read()
  const spent = () => { const u = process.cpuUsage(); return (u.user + u.system) / 1e6 }
  const begun = spent()
  let runs = 0
  while (spent() - begun < 2) { read(); runs++ }
  return Math.round(runs * words / (spent() - begun))
}
const words = s => s.split(/\s+/).length

// names
const nameFiles = readdirSync('lang/testdata/fr').filter(f => f.startsWith('names-apart')).map(f => 'lang/testdata/fr/' + f)
const kinds = { PER: 'people', ORG: 'organizations', LOC: 'places' }
const tally = {}
for (const k in kinds) tally[k] = { right: 0, found: 0, marked: 0 }
const named = nameFiles.flatMap(lines)
for (const line of named) {
  const doc = french(plain(line))
  for (const k in kinds) {
    const want = marks(line).filter(m => m[1] === k).map(m => bare(m[0]))
    const got = doc[kinds[k]]().out('array').map(bare)
    tally[k].marked += want.length
    tally[k].found += got.length
    for (const w of want) { const i = got.indexOf(w); if (i >= 0) { got.splice(i, 1); tally[k].right++ } }
  }
}
for (const k in kinds) {
  const t = tally[k], p = t.right / Math.max(1, t.found), r = t.right / t.marked
  console.log(`fr-compromise ${k} P=${p.toFixed(3)} R=${r.toFixed(3)} F=${(2 * p * r / Math.max(1e-9, p + r)).toFixed(3)} (${t.marked})`)
}

// numbers
let right = 0, all = 0
for (const line of lines('lang/testdata/fr/numbers.txt')) {
  const want = marks(line).map(m => m[1]).filter(v => /^\d+$/.test(v)).map(Number)
  if (!want.length) continue
  const got = french(plain(line)).numbers().json().map(n => n.number?.num)
  all += want.length
  for (const w of want) if (got.includes(w)) right++
}
console.log(`fr-compromise exact numbers found ${right} of ${all}`)

// speed
const fr = named.map(plain).join('\n')
console.log(`fr-compromise ${speed(words(fr), () => { const d = french(fr); d.people(); d.places(); d.organizations(); d.numbers() })} words/cpu-s, ${words(fr)} words of French news`)
const en = readdirSync('claim/testdata/en').flatMap(f => lines('claim/testdata/en/' + f)).map(plain).join('\n').repeat(10)
console.log(`wink-nlp ${speed(words(en), () => { const d = wink.readDoc(en); d.entities().out(); d.tokens().out(wink.its.pos) })} words/cpu-s, ${words(en)} words of English news (entities and parts of speech)`)
const seen = wink.readDoc(en).entities().out(wink.its.type)
console.log(`wink-nlp kinds of entity found: ${[...new Set(seen)].sort().join(' ')}`)
