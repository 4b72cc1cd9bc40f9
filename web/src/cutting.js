// Whoever cuts or deletes a block as a whole stands where it stood: what is put there next replaces
// nothing else.
import {NodeSelection, TextSelection} from 'prosemirror-state'
import {CellSelection} from 'prosemirror-tables'
import {schema} from './schema.js'

export function roomOfGoneBlocks(changes, before, after) {
  if (!changes.some(tr => tr.docChanged) || changes.some(tr => tr.getMeta('foreign') || tr.getMeta('paste') || tr.getMeta('history$') || tr.getMeta('uiEvent') === 'drop')) return null
  const {selection} = before, end = changes.reduce((pos, tr) => tr.mapping.map(pos, 1), selection.to)
  if (selection instanceof CellSelection) return emptied(changes, selection, after)
  if (!(selection instanceof NodeSelection) || !selection.node.isBlock) return null
  const start = changes.reduce((pos, tr) => tr.mapping.map(pos, -1), selection.from)
  return start === end ? roomAt(after.tr, start) : null
}
// A table of which all cells were cut is cut itself.
function emptied(changes, selection, after) {
  if (!changes.some(tr => tr.getMeta('uiEvent') === 'cut') || !selection.isRowSelection() || !selection.isColSelection()) return null
  const start = selection.$anchorCell.before(-1), table = after.doc.nodeAt(start)
  return table?.type === schema.nodes.table && !table.textContent.trim() ? roomAt(after.tr.delete(start, start + table.nodeSize), start) : null
}
function roomAt(tr, pos) {
  const $pos = tr.doc.resolve(pos)
  if (!$pos.parent.canReplaceWith($pos.index(), $pos.index(), schema.nodes.paragraph)) return null
  tr.insert(pos, schema.nodes.paragraph.create())
  return tr.setSelection(TextSelection.create(tr.doc, pos + 1))
}
