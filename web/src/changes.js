// One page becomes another by the smallest change, so that a cursor elsewhere stays where it is.
import {Fragment} from 'prosemirror-model'

export const same = (one, other) => one === other || one.eq(other)
export const children = node => Array.from({length: node.childCount}, (_, n) => node.child(n))

// The words of a block, as it is called where something is told of it: those of two cells or items are apart.
export const said = node => node?.textBetween(0, node.content.size, ' ', leaf => leaf.type.name === 'hard_break' ? ' ' : '').trim() || ''

// How many blocks two pages have in common at their beginning, and at their end.
export function ends(one, other) {
  const least = Math.min(one.length, other.length)
  let head = 0, tail = 0
  while (head < least && same(one[head], other[head])) head++
  while (tail < least - head && same(one[one.length - 1 - tail], other[other.length - 1 - tail])) tail++
  return [head, tail]
}

// Make what is at `pos` (`before`) into `after`: blocks beside each other one by one, as far as they
// are of one kind, and of words the letters that differ.
export function become(tr, before, after, pos = 0) {
  const old = children(before), next = children(after), [head, tail] = ends(old, next)
  const going = old.slice(head, old.length - tail), coming = next.slice(head, next.length - tail)
  const starts = going.reduce((all, each) => [...all, all.at(-1) + each.nodeSize], [old.slice(0, head).reduce((sum, each) => sum + each.nodeSize, pos)])
  const arePairs = going.length === coming.length && going.every((each, n) => each.type === coming[n].type && !each.isLeaf)
  if (!arePairs) return tr.replaceWith(starts[0], starts.at(-1), Fragment.from(coming))
  for (let n = going.length - 1; n >= 0; n--) pair(tr, going[n], coming[n], starts[n])  // from the end: places above stay
  return tr
}
function pair(tr, one, other, at) {
  if (same(one, other)) return
  if (!one.sameMarkup(other)) tr.setNodeMarkup(at, null, other.attrs, other.marks)
  if (!one.isTextblock) become(tr, one, other, at + 1)
  else if (!one.content.eq(other.content)) letters(tr, one.content, other.content, at + 1)
}

function letters(tr, before, after, pos) {
  const start = before.findDiffStart(after)
  let {a, b} = before.findDiffEnd(after)
  const overlap = Math.max(0, start - Math.min(a, b))
  return tr.replaceWith(pos + start, pos + a + overlap, after.cut(start, b + overlap))
}

// What differs between two pages, place by place: [from, to) of the first became [from, to) of the other.
// Blocks that both have part the places; of long pages only the ends are compared.
const MOST = 400
export function places(one, other) {
  const [head, tail] = ends(one, other), old = one.slice(head, one.length - tail), next = other.slice(head, other.length - tail)
  if (!old.length && !next.length) return []
  if (!old.length || !next.length || old.length * next.length > MOST) return [[head, one.length - tail, head, other.length - tail]]
  const most = Array.from({length: old.length + 1}, () => new Array(next.length + 1).fill(0))
  for (let a = old.length - 1; a >= 0; a--) for (let b = next.length - 1; b >= 0; b--) most[a][b] = same(old[a], next[b]) ? most[a + 1][b + 1] + 1 : Math.max(most[a + 1][b], most[a][b + 1])
  const found = []
  let a = 0, b = 0, from = [0, 0]
  const close = () => { if (a > from[0] || b > from[1]) found.push([head + from[0], head + a, head + from[1], head + b]) }
  while (a < old.length && b < next.length) {
    if (same(old[a], next[b])) { close(); a++; b++; from = [a, b] }
    else if (most[a + 1][b] >= most[a][b + 1]) a++
    else b++
  }
  a = old.length
  b = next.length
  close()
  return found
}

// A page with what two have changed in it, place by place; where both changed the same blocks those of
// the first stand, and behind them what is `kept` of the second.
export function beside(base, mine, theirs, kept) {
  const own = places(base, mine), other = places(base, theirs), list = []
  let at = 0, i = 0, j = 0
  const take = (start, stop, nodes) => { list.push(...base.slice(at, start), ...nodes); at = stop }
  while (i < own.length || j < other.length) {
    const m = own[i], t = other[j]
    if (!t || (m && m[1] <= t[0] && m[0] < t[1])) { take(m[0], m[1], mine.slice(m[2], m[3])); i++; continue }
    if (!m || (t[1] <= m[0] && t[0] < m[1])) { take(t[0], t[1], theirs.slice(t[2], t[3])); j++; continue }
    const start = Math.min(m[0], t[0])
    let stop = Math.max(m[1], t[1])
    for (i++, j++; own[i]?.[0] < stop || other[j]?.[0] < stop;) {
      const next = own[i]?.[0] < stop ? own[i++] : other[j++]
      stop = Math.max(stop, next[1])
    }
    const part = (nodes, first, last) => nodes.slice(first[2] - (first[0] - start), last[3] + stop - last[1])
    take(start, stop, [...part(mine, m, own[i - 1]), ...kept(part(theirs, t, other[j - 1]))])
  }
  return [...list, ...base.slice(at)]
}
