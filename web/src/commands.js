// What the buttons of the page do.
import {setBlockType, toggleMark, wrapIn, lift} from 'prosemirror-commands'
import {liftListItem, wrapInList} from 'prosemirror-schema-list'
import {NodeSelection, TextSelection, Selection} from 'prosemirror-state'
import {children} from './changes.js'
import {schema} from './schema.js'

const {nodes, marks} = schema

export const within = (state, ...names) => {
  const {$from} = state.selection
  for (let depth = $from.depth; depth > 0; depth--) if (names.includes($from.node(depth).type.name)) return {node: $from.node(depth), pos: $from.before(depth), depth}
  return null
}
export const hasMark = (state, name) => {
  const {from, $from, to, empty} = state.selection, type = marks[name]
  if (empty) return !!type.isInSet(state.storedMarks || $from.marks())
  let isAll = state.doc.rangeHasMark(from, to, type)
  state.doc.nodesBetween(from, to, node => { isAll &&= !node.isText || !node.text.trim() || !!type.isInSet(node.marks); return isAll })
  return isAll
}

export const paragraph = (state, dispatch) => {
  if (within(state, 'list_item')) return liftListItem(nodes.list_item)(state, dispatch)
  if (within(state, 'blockquote') && within(state, 'paragraph')) return lift(state, dispatch)
  return setBlockType(nodes.paragraph)(state, dispatch)
}
export const heading = level => (state, dispatch) =>
  (within(state, 'heading')?.node.attrs.level === level ? setBlockType(nodes.paragraph) : setBlockType(nodes.heading, {level}))(state, dispatch)

export const list = name => (state, dispatch) => {
  const found = within(state, 'bullet_list', 'ordered_list')
  if (!found) return wrapInList(nodes[name])(state, dispatch)
  if (found.node.type.name === name) return liftListItem(nodes.list_item)(state, dispatch)
  if (dispatch) dispatch(state.tr.setNodeMarkup(found.pos, nodes[name], {tight: found.node.attrs.tight}))
  return true
}
export const quote = (state, dispatch) => within(state, 'blockquote') ? lift(state, dispatch) : wrapIn(nodes.blockquote)(state, dispatch)
export const marked = name => toggleMark(marks[name], null, {removeWhenPresent: false})  // of what is so in part all becomes so

// Where a block of the page can be put: behind the one that is at the top of where the cursor is.
export const behind = state => { const {$from} = state.selection; return $from.depth ? $from.after(1) : state.selection.to }

export function putBlock(view, node, at = behind(view.state), cursor = 1) {
  const {state} = view, {$from} = state.selection
  const empty = $from.depth === 1 && $from.parent.type === nodes.paragraph && !$from.parent.content.size
  const start = empty ? $from.before(1) : at, stop = empty ? $from.after(1) : at
  const tr = state.tr.replaceWith(start, stop, node)
  tr.setSelection(Selection.near(tr.doc.resolve(Math.min(start + cursor, tr.doc.content.size)))).scrollIntoView()
  view.dispatch(tr)
  view.focus()
}

export function table(rows, columns) {
  const cell = type => nodes[type].create(null, nodes.paragraph.create())
  const row = type => nodes.table_row.create(null, Array.from({length: columns}, () => cell(type)))
  return nodes.table.create(null, [row('table_header'), ...Array.from({length: Math.max(1, rows - 1)}, () => row('table_cell'))])
}

export const text = (words, ...names) => words ? schema.text(words, names.map(name => marks[name].create())) : null
export const cue = (kind, seconds, words) => nodes.cue.create({kind, seconds}, nodes.paragraph.create(null, text(words)))

// Above the first block and below the last one there is a place to write in, whatever they are:
// arrows lead there from the first or last line of one.
export const above = (state, dispatch, view) => beyond(state, dispatch, view, 'up')
export const below = (state, dispatch, view) => beyond(state, dispatch, view, 'down')
function beyond(state, dispatch, view, way) {
  const isDown = way === 'down', $at = isDown ? state.selection.$to : state.selection.$from
  const block = isDown ? state.doc.lastChild : state.doc.firstChild, end = isDown ? state.doc.content.size : 0
  const mine = $at.depth ? (isDown ? $at.after(1) : $at.before(1)) : isDown ? state.selection.to : state.selection.from
  if (block.type === nodes.paragraph || mine !== end) return false
  const row = within(state, 'table_row'), table = within(state, 'table')
  const isThere = row && table ? row.node === (isDown ? table.node.lastChild : table.node.firstChild) : !$at.depth || (view?.endOfTextblock(way) && isAtEdge($at, isDown))
  if (!isThere) return false
  if (dispatch) putParagraph(state, dispatch, end)
  return true
}
function isAtEdge($at, isDown) {
  for (let depth = $at.depth; depth > 0; depth--) if ($at.index(depth - 1) !== (isDown ? $at.node(depth - 1).childCount - 1 : 0)) return false
  return true
}
function putParagraph(state, dispatch, at) {
  const tr = state.tr.insert(at, nodes.paragraph.create())
  dispatch(tr.setSelection(TextSelection.create(tr.doc, at + 1)).scrollIntoView())
}
// Out of a table, a cue, a list, a quotation or a note: one goes on behind it.
export function leave(state, dispatch) {
  const {$to, to} = state.selection, after = $to.depth ? $to.after(1) : to
  if ($to.depth && [nodes.paragraph, nodes.heading].includes($to.node(1).type)) return false
  if (dispatch) putParagraph(state, dispatch, after)
  return true
}
// A click below the last block.
export function atEnd(state, dispatch) {
  if (state.doc.lastChild.type === nodes.paragraph) return false
  putParagraph(state, dispatch, state.doc.content.size)
  return true
}
const isBare = node => node.isTextblock ? !node.childCount : children(node).every(isBare)
// Enter in a cell: the cell below; in the last row a new one, unless nothing is in it.
export function cellBelow(state, dispatch) {
  const cell = within(state, 'table_cell', 'table_header'), row = within(state, 'table_row'), table = within(state, 'table')
  if (!cell || !row || !table) return false
  const {$from} = state.selection, column = $from.index(row.depth), at = $from.index(table.depth)
  const end = row.pos + row.node.nodeSize, tr = state.tr
  if (at + 1 === table.node.childCount) {
    if (isBare(row.node)) return true
    const cells = children(row.node).map(() => nodes.table_cell.create(null, nodes.paragraph.create()))
    tr.insert(end, nodes.table_row.create(null, cells))
  }
  let pos = end + 1
  for (let n = 0; n < column; n++) pos += tr.doc.resolve(pos).nodeAfter.nodeSize
  dispatch?.(tr.setSelection(Selection.near(tr.doc.resolve(pos + 1))).scrollIntoView())
  return true
}

// The names of all notes of a page, and the next one that is free behind so many others.
export function labels(doc) {
  const used = new Set()
  doc.descendants(node => { if (node.attrs.label) used.add(node.attrs.label) })
  return used
}
export function freeLabel(used, others) {
  let label = 1
  while (used.has(String(label)) || others-- > 0) label++
  return String(label)
}

// A mark where the cursor is, and the note behind all else.
export function putNote(view, words) {
  const {state} = view, label = freeLabel(labels(state.doc), 0)
  const at = state.selection.to, $at = state.doc.resolve(at)
  if (!$at.parent.inlineContent || $at.parent.type === nodes.heading || within(state, 'footnote')) return false
  const tr = state.tr.insert(at, nodes.note.create({label}))
  tr.insert(tr.doc.content.size, nodes.footnote.create({label}, nodes.paragraph.create(null, text(words))))
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, at + 1)))
  view.focus()
  return true
}

// The block that is selected or that the cursor is in goes.
export function removeBlock(state, dispatch) {
  const {selection} = state
  if (selection instanceof NodeSelection && selection.node.isBlock) { dispatch?.(state.tr.deleteSelection()); return true }
  const found = within(state, 'cue', 'footnote', 'table', 'blockquote')
  if (!found) return false
  if (dispatch) {
    const tr = state.tr, only = found.depth === 1 && state.doc.childCount === 1
    const {pos} = found
    if (only) tr.replaceWith(pos, pos + found.node.nodeSize, nodes.paragraph.create())
    else tr.delete(pos, pos + found.node.nodeSize)
    dispatch(tr.scrollIntoView())
  }
  return true
}
// The marks of a note go with it: without it they would be words. A change from elsewhere is whole.
export function marksOfGoneNotes(changes, before, after) {
  if (!changes.some(tr => tr.docChanged) || changes.some(tr => tr.getMeta('foreign'))) return null
  const now = notes(after.doc), gone = [...notes(before.doc)].filter(label => !now.has(label))
  if (!gone.length) return null
  const tr = after.tr
  for (const label of gone) removeMarks(tr, label)
  return tr.docChanged ? tr : null
}
function notes(doc) {
  const labels = new Set()
  doc.forEach(node => { if (node.type === nodes.footnote) labels.add(node.attrs.label) })
  return labels
}
function removeMarks(tr, label) {
  const places = []
  tr.doc.descendants((node, pos) => { if (node.type === nodes.note && node.attrs.label === label) places.push(pos) })
  for (const pos of places.reverse()) tr.delete(pos, pos + 1)
}
