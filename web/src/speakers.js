// Who speaks: a paragraph that begins with a bold name and a colon is that speaker's.
import {Fragment, Slice} from 'prosemirror-model'
import {TextSelection} from 'prosemirror-state'
import {schema} from './schema.js'
import {behind, putBlock, text} from './commands.js'

const {nodes, marks} = schema
// Names that scripts use, whoever is meant.
const USUAL = /^(?:PTV|BTV|MC|NDC|Phát thanh viên|Biên tập viên|Dẫn chương trình|Người dẫn|Phóng viên|PV|Khách mời|Chuyên gia|Lời bình)(?: ?\d{1,2})?$/iu
const NAMED = /^\s*([^:]{1,40}?)\s*:\s*(?=\S)/
const fold = name => name.normalize('NFC').replace(/\s+/g, '').toLowerCase()

// How long the name at the start of a speech is, with what stands before its words; 0 of no speech.
export function speakerOf(node) {
  const head = node.type === nodes.paragraph && node.firstChild
  if (!head?.isText || !head.marks.some(mark => mark.type === marks.strong) || !/:\s*$/.test(head.text)) return 0
  return head.text.length + (/^\s*/.exec(node.textContent.slice(head.text.length))[0].length ? 1 : 0)
}

const label = name => [text(`${name}:`, 'strong'), schema.text(' ')]

// The paragraph of the cursor becomes that speaker's; where it has one, a new paragraph begins.
export function putSpeaker(view, name) {
  const {state} = view, {$from} = state.selection
  if ($from.depth === 1 && $from.parent.type === nodes.paragraph && !speakerOf($from.parent)) {
    const tr = state.tr, start = $from.start(), typed = typedName($from.parent.textContent, [name])?.length || 0
    if (typed) tr.delete(start, start + typed)
    tr.insert(start, label(name))
    const end = start + $from.parent.content.size - typed + name.length + 2
    view.dispatch(tr.setSelection(TextSelection.create(tr.doc, end)).setStoredMarks([]).scrollIntoView())
    return view.focus()
  }
  putBlock(view, nodes.paragraph.create(null, label(name)), behind(state), name.length + 3)
}

// The name that plain words begin with, as it is written in the piece, and how long it is there.
function typedName(words, known, isUsual = false) {
  const found = NAMED.exec(words) || /^\s*([^:]{1,40}?)\s*:\s*$/.exec(words)
  const name = found && (known.find(each => fold(each) === fold(found[1])) || (isUsual && USUAL.test(found[1].trim()) && found[1].trim().replace(/\s+/g, ' ')))
  return name ? {name, length: found[0].length} : null
}

// The name that a paragraph begins with, as the piece writes it; else as it is typed.
export const nameOf = (words, known) => typedName(words, known)?.name || NAMED.exec(words)?.[1].trim() || ''

// What the space behind a name that was typed does; nothing where it is no name of a speaker.
export function namedByTyping(state, known) {
  const {$from} = state.selection, {parent} = $from, words = parent.textContent
  if ($from.depth !== 1 || parent.type !== nodes.paragraph || !words.endsWith(':') || $from.parentOffset !== parent.content.size || parent.childCount !== 1 || speakerOf(parent)) return null
  if (typedName(words, known, true)?.length !== words.length) return null
  return state.tr.addMark($from.start(), $from.end(), marks.strong.create()).insert($from.end(), schema.text(' ')).setStoredMarks([])
}

// Pasted paragraphs that begin with the name of a speaker are hers; each line of one, too.
export function withSpeakers(slice, known, isWithin) {
  const made = []
  slice.content.forEach((node, _, n) => {
    if (node.type !== nodes.paragraph || (isWithin && !n && slice.openStart)) return made.push(node)
    made.push(...lines(node, known).map(each => spoken(each, known)))
  })
  return new Slice(Fragment.from(made), slice.openStart, slice.openEnd)
}
function spoken(node, known) {
  if (speakerOf(node)) return node
  const found = typedName(node.textContent, known, true)
  return found ? node.copy(Fragment.from(label(found.name)).append(node.content.cut(found.length))) : node
}
function lines(node, known) {
  const parts = [[]]
  node.forEach((child, offset) => {
    const after = node.textBetween(Math.min(offset + 1, node.content.size), node.content.size, '', '\ufffc')
    if (child.type === nodes.hard_break && typedName(after.split('\ufffc')[0], known, true)) parts.push([])
    else parts.at(-1).push(child)
  })
  return parts.map(each => node.copy(Fragment.from(each)))
}
