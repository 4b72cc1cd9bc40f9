// A heading and a cell of a table are one line of the file: no line begins within them, whatever
// would break one.
import {schema} from './schema.js'
import {isInCell} from './slices.js'

const {nodes} = schema
export const isOneLine = $pos => $pos.parent.type === nodes.heading || isInCell($pos)

// What becomes a heading, or is put into one, goes on behind a space where a line ended; one that
// the file has in two lines keeps them until somebody writes in it.
export function joinedLines(changes, before, after) {
  if (!changes.some(tr => tr.docChanged) || changes.some(tr => tr.getMeta('foreign') || tr.getMeta('history$'))) return null
  const known = new Set(), tr = after.tr
  before.doc.descendants(node => { if (node.isTextblock) known.add(node); return !node.isTextblock })
  after.doc.descendants((node, pos, parent) => {
    if (node.type === nodes.hard_break && isOneLine(after.doc.resolve(pos)) && !known.has(parent)) tr.replaceWith(pos, pos + 1, schema.text(' ', node.marks))
  })
  return tr.docChanged ? tr.setMeta('oneLine', true) : null
}
