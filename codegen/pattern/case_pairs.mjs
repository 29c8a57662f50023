// Writes case_pairs.inc: which characters are one under flag i, asked of the JavaScript engine that runs this.
//   node case_pairs.mjs > case_pairs.inc
const text = (point) => String.fromCodePoint(point)
const isSurrogate = (point) => point >= 0xd800 && point <= 0xdfff

// Characters that share a form; the engine then says which of them are equal.
const groups = new Map()
for (let point = 0; point <= 0x10ffff; ++point) {
  if (isSurrogate(point)) continue
  const key = text(text(point).toUpperCase().toLowerCase().codePointAt(0)).toUpperCase().codePointAt(0)
  for (const form of new Set([key, text(point).toLowerCase().codePointAt(0), text(point).toUpperCase().codePointAt(0)])) {
    if (!groups.has(form)) groups.set(form, new Set())
    groups.get(form).add(point).add(form)
  }
}

const candidates = new Set()
for (const members of groups.values()) {
  for (const one of members) for (const other of members) if (one < other) candidates.add(one * 0x110000 + other)
}

// For each flag, runs of pairs {first, last, step, delta}: every step-th of first..last equals itself + delta.
function runs(flags) {
  const byDelta = new Map()
  for (const candidate of candidates) {
    const other = candidate % 0x110000
    const one = (candidate - other) / 0x110000
    if (!flags.includes('u') && other > 0xffff) continue
    if (!new RegExp(`^[${text(one)}]$`, flags).test(text(other))) continue
    if (!byDelta.has(other - one)) byDelta.set(other - one, [])
    byDelta.get(other - one).push(one)
  }
  const found = []
  for (const [delta, points] of byDelta) {
    points.sort((a, b) => a - b)
    for (let i = 0; i < points.length; ) {
      const step = points[i + 1] - points[i] === 2 ? 2 : 1
      let end = i
      while (end + 1 < points.length && points[end + 1] - points[end] === step) ++end
      found.push({ first: points[i], last: points[end], step, delta })
      i = end + 1
    }
  }
  return found.sort((a, b) => a.first - b.first || a.delta - b.delta)
}

const hex = (number) => `0x${number.toString(16)}`
const written = ({ first, last, step, delta }) => `{${hex(first)}, ${hex(last)}, ${step}, ${hex(delta)}}`
const table = (name, entries) => {
  const lines = ['']
  for (const entry of entries.map(written)) {
    const last = lines.length - 1
    if (lines[last].length + entry.length > 105) lines.push('')
    lines[lines.length - 1] += (lines[lines.length - 1] ? ' ' : '    ') + entry + ','
  }
  return `constexpr case_run ${name}[] = {\n${lines.join('\n')}\n};\n`
}

// Whatever is equal without flag u is so with it.
const plain = runs('i')
const without_u = new Set(plain.map(written))
const unicode = runs('iu')
const only_u = unicode.filter((entry) => !without_u.has(written(entry)))
if (only_u.length + plain.length !== unicode.length) throw new Error('a pair of flag i is none with flag u')
process.stdout.write(
  `// Made by case_pairs.mjs with Unicode ${process.versions.unicode}.\n` + table('always', plain) + table('with_u', only_u),
)
