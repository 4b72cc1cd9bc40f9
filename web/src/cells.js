// A cell is one line of words: what is pasted there becomes one.
import {Fragment, Slice} from 'prosemirror-model'
import {schema} from './schema.js'

export function oneLine(slice) {
  const parts = [], blocks = []
  let hasTable = false
  slice.content.descendants(node => {
    hasTable ||= node.type === schema.nodes.table
    if (node.isTextblock && node.content.size) blocks.push(node)
    return !node.isTextblock
  })
  if (hasTable || blocks.length < 2) return slice
  blocks.forEach((block, n) => {
    if (n) parts.push(schema.text(' '))
    block.forEach(child => parts.push(child.type === schema.nodes.hard_break ? schema.text(' ') : child))
  })
  return new Slice(Fragment.from(schema.nodes.paragraph.create(null, parts)), 1, 1)
}
