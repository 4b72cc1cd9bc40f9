// What is pasted or dropped, once it is blocks of ours: where there is room for a line it becomes one.
import {DOMSerializer, Fragment, Slice} from 'prosemirror-model'
import {CellSelection, TableMap, selectionCell, __pastedCells} from 'prosemirror-tables'
import {children} from './changes.js'
import {schema} from './schema.js'

const {nodes} = schema
const isBreak = node => node.type === nodes.hard_break

// What is copied here is ours, and stays as it is where it is put: nothing of it is made plain.
const OURS = 'data-loa'
export const isOurs = html => html.includes(`${OURS}="`)
const plain = DOMSerializer.fromSchema(schema)
export const serializer = Object.assign(Object.create(plain), {serializeFragment(fragment, options, target) {
  const made = plain.serializeFragment(fragment, options, target), first = made.firstChild
  if (first?.nodeType === 1) first.setAttribute(OURS, '1')
  else if (first) {
    const whole = first.ownerDocument.createElement('span')
    whole.setAttribute(OURS, '1')
    whole.append(...made.childNodes)
    made.append(whole)
  }
  return made
}})

// A cell is one line of words: the slice as such a line, and whether lines or blocks were joined
// for it. Cells stay cells; a single one is its words, unless cells are selected for it.
export function oneLine(slice, hasCells = false) {
  if (isOfCells(slice) && (hasCells || !isOfOneCell(slice))) return [slice, false]
  const parts = []
  let joined = false, joint = ' '
  const add = (inline, isApart) => {
    if (isApart && parts.length) { parts.push(schema.text(joint)); joined = true }
    joint = ' '
    inline.forEach(child => {
      if (isBreak(child)) joined = true
      parts.push(isBreak(child) ? schema.text(' ') : child)
    })
  }
  const walk = (content, isApart) => content.forEach((node, _, index) => {
    if (node.type === nodes.list_item && index) joint = '; '  // as in the cells of a table that is pasted
    if (node.isTextblock) add(node.content, node.content.size > 0)
    else if (node.type === nodes.raw) add(Fragment.from(schema.text(node.attrs.text.replace(/\s+/g, ' ') || ' ')), true)
    else if (node.isInline) add(Fragment.from(node), isApart)
    else walk(node.content, false)
  })
  walk(slice.content, false)
  return [new Slice(Fragment.from(nodes.paragraph.create(null, parts)), 1, 1), joined]
}
// Blocks that are pasted into a cell come wrapped in cells: only rows and tables are some.
function isOfCells({content, openStart, openEnd}) {
  while (content.childCount === 1 && openStart > 0 && openEnd > 0 && !isOfTable(content.firstChild)) {
    openStart--
    openEnd--
    content = content.firstChild.content
  }
  return content.childCount > 0 && children(content).every(node => node.type === nodes.table_row) || (content.childCount === 1 && content.firstChild.type === nodes.table)
}
// Whether there is one cell only, in however many rows and tables.
function isOfOneCell({content}) {
  let cells = 0
  content.descendants(node => { if (/cell/.test(node.type.spec.tableRole || '')) cells++ })
  return cells === 1
}
// How many cells with words a table covers that is pasted where the cursor is.
export function covered(state, slice) {
  const cells = state.selection instanceof CellSelection ? null : __pastedCells(slice)
  if (!cells) return 0
  const $cell = selectionCell(state), {left, top} = TableMap.get($cell.node(-1)).findCell($cell.pos - $cell.start(-1))
  const lost = cells.rows.flatMap((row, y) => children(row).filter((cell, x) => {
    const words = $cell.node(-1).maybeChild(top + y)?.maybeChild(left + x)?.textContent.trim()
    return words && words !== cell.textContent.trim()
  }))
  return lost.length
}
const isOfTable = node => [nodes.table, nodes.table_row].includes(node.type)
export const isInCell = $pos => { for (let depth = $pos.depth; depth > 0; depth--) if (/cell/.test($pos.node(depth).type.spec.tableRole || '')) return true; return false }

// Two breaks of a line end a paragraph; a list in a list, or in a quotation, keeps its levels.
const DEEP = 3  // of a list with its item and the item's words
export function parted(slice) {
  const first = slice.content.firstChild
  if (first?.isInline) {
    const [one, ...more] = paragraphs(nodes.paragraph.create(null, slice.content))
    return more.length ? new Slice(Fragment.from([one, ...more]), 1, 1) : slice
  }
  return new Slice(apart(slice.content), slice.openStart > DEEP ? 0 : slice.openStart, slice.openEnd)
}
function apart(content) {
  return Fragment.from(children(content).flatMap(node => {
    if (node.type === nodes.paragraph) return paragraphs(node)
    return node.isTextblock || node.isInline || node.type.spec.tableRole ? [node] : [node.copy(apart(node.content))]
  }))
}
function paragraphs(node) {
  const inline = children(node), parts = [[]]
  for (let n = 0; n < inline.length; n++) {
    let end = n, breaks = 0
    while (end < inline.length && (isBreak(inline[end]) || (breaks && inline[end].isText && !inline[end].text.trim()))) breaks += isBreak(inline[end++]) ? 1 : 0
    if (breaks > 1) { parts.push([]); n = end - 1 }
    else parts.at(-1).push(inline[n])
  }
  const full = parts.filter(part => part.length)
  return full.length > 1 ? full.map(part => node.copy(Fragment.from(part))) : [node]
}

// Notes that are pasted have names that are free, and their marks lead to them; a mark whose note is
// not there goes. `used` are the names in the page, `coming` those of notes that come otherwise.
export function withNotes(slice, used, coming, freeLabel) {
  const names = new Map(), marks = new Set()
  slice.content.descendants(node => {
    if (node.type === nodes.note) marks.add(node.attrs.label)
    else if (node.type === nodes.footnote) names.set(node.attrs.label, used.has(node.attrs.label) ? freeLabel(names.size) : node.attrs.label)
  })
  const isKnown = label => names.has(label) || used.has(label) || coming.has(label)
  const gone = [...marks].some(label => !isKnown(label))
  if (!gone && [...names].every(([before, now]) => before === now)) return [slice, false]
  const renew = content => Fragment.from(children(content).flatMap(node => {
    if (node.type === nodes.note && !isKnown(node.attrs.label)) return []
    if (names.has(node.attrs.label)) return [node.type.create({label: names.get(node.attrs.label)}, renew(node.content), node.marks)]
    return [node.isLeaf ? node : node.copy(renew(node.content))]
  }))
  return [new Slice(renew(slice.content), slice.openStart, slice.openEnd), gone]
}
