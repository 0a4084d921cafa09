// Reads the documents that TestSideTimes wrote with chrono-node, French, and writes
// the times it finds. Run by times.sh.
//
//	node times.mjs FOLDER-OF-NODE_MODULES FOLDER
import { createRequire } from 'node:module'
import { readFileSync, writeFileSync } from 'node:fs'

const { fr } = createRequire(process.argv[2] + '/side.js')('chrono-node')
const dir = process.argv[3]
const docs = readFileSync(dir + '/docs.jsonl', 'utf8').split('\n').filter(Boolean).map(JSON.parse)
const noon = d => new Date(d.slice(0, 10) + 'T12:00:00')
const pad = n => String(n).padStart(2, '0')
const moment = c => c ? `${c.get('year')}-${pad(c.get('month'))}-${pad(c.get('day'))}T${pad(c.get('hour') ?? 12)}:${pad(c.get('minute') ?? 0)}:00` : ''

const lines = []
for (const d of docs) {
  for (const x of fr.parse(d.text, noon(d.published))) {
    const at = Buffer.byteLength(d.text.slice(0, x.index))
    lines.push(JSON.stringify({ id: d.id, Start: at, Len: Buffer.byteLength(x.text), Value: moment(x.start), End: moment(x.end) }))
  }
}
writeFileSync(dir + '/chrono.jsonl', lines.join('\n') + '\n')

const bytes = docs.reduce((n, d) => n + Buffer.byteLength(d.text), 0)
const begun = performance.now()
let read = 0
while (performance.now() - begun < 3000) {
  for (const d of docs) fr.parse(d.text, noon(d.published))
  read += bytes
}
console.log(`chrono-node: ${(read / 1e3 / (performance.now() - begun)).toFixed(2)} MB/s`)
