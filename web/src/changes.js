// One page becomes another by the smallest change, so that a cursor elsewhere stays where it is.
import {Fragment} from 'prosemirror-model'

const same = (one, other) => one === other || one.eq(other)
export const children = node => Array.from({length: node.childCount}, (_, n) => node.child(n))

// How many blocks two pages have in common at their beginning, and at their end.
export function ends(one, other) {
  const least = Math.min(one.length, other.length)
  let head = 0, tail = 0
  while (head < least && same(one[head], other[head])) head++
  while (tail < least - head && same(one[one.length - 1 - tail], other[other.length - 1 - tail])) tail++
  return [head, tail]
}

// Make what is at `pos` (`before`) into `after`: whole blocks, or the letters that differ of one.
export function become(tr, before, after, pos = 0) {
  const old = children(before), next = children(after), [head, tail] = ends(old, next)
  const going = old.slice(head, old.length - tail), coming = next.slice(head, next.length - tail)
  const from = old.slice(0, head).reduce((sum, each) => sum + each.nodeSize, pos), [one] = going, [other] = coming
  if (!going.length && !coming.length) return tr
  if (going.length !== 1 || coming.length !== 1 || !one.sameMarkup(other) || one.isLeaf) return tr.replaceWith(from, going.reduce((sum, each) => sum + each.nodeSize, from), Fragment.from(coming))
  return one.isTextblock ? letters(tr, one.content, other.content, from + 1) : become(tr, one, other, from + 1)
}

function letters(tr, before, after, pos) {
  const start = before.findDiffStart(after)
  let {a, b} = before.findDiffEnd(after)
  const overlap = Math.max(0, start - Math.min(a, b))
  return tr.replaceWith(pos + start, pos + a + overlap, after.cut(start, b + overlap))
}
