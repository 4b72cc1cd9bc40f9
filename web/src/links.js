// Links of the page: how far one goes, what becomes of it, and addresses as people type them.
import {TextSelection} from 'prosemirror-state'
import {schema} from './schema.js'

const {marks} = schema
const FILES = /\.(md|pdf|docx?|xlsx?|pptx?|png|jpe?g|gif|webp|svg|mp3|m4a|mp4|html?|txt|csv|zip)$/i

// The link that the cursor is in, or that the selected words begin with, as far as it goes.
export function linkAt({selection: {$from, empty}}) {
  const mark = marks.link.isInSet($from.marks()) || (!empty && $from.nodeAfter && marks.link.isInSet($from.nodeAfter.marks))
  if (!mark) return null
  let run = null, found = null
  $from.parent.forEach((child, offset) => {
    const at = $from.start() + offset, end = at + child.nodeSize
    if (!mark.isInSet(child.marks)) run = null
    else if (run) run.to = end
    else run = {mark, from: at, to: end}
    if (run && run.from <= $from.pos && $from.pos <= run.to) found = run
  })
  return found
}

// Its words stay, and lead nowhere.
export function removeLink(view, {from, to}) {
  view.dispatch(view.state.tr.removeMark(from, to, marks.link))
  view.focus()
}

// A link that is put among words stands apart from them; one that is there leads elsewhere from now on.
export function putLink(view, href, title, old = null) {
  const {state} = view, {empty} = state.selection
  const tr = old && empty ? state.tr.addMark(old.from, old.to, marks.link.create({href})) : empty ? amongWords(state, href, title || href) : state.tr.addMark(state.selection.from, state.selection.to, marks.link.create({href}))
  view.dispatch(tr.removeStoredMark(marks.link).scrollIntoView())
  view.focus()
}
function amongWords(state, href, title) {
  const {from, $from} = state.selection
  const beside = $from.marks().filter(each => each.type !== marks.link), words = schema.text(title, [...beside, marks.link.create({href})])
  const before = $from.parent.textBetween(0, $from.parentOffset, '', '\ufffc').slice(-1), after = $from.parent.textBetween($from.parentOffset, $from.parent.content.size, '', '\ufffc')[0] || ''
  const parts = [before && !/[\s([“‘"'\/-]/.test(before) ? schema.text(' ', beside) : null, words, /[\p{L}\p{N}([“‘]/u.test(after) ? schema.text(' ', beside) : null].filter(Boolean)
  const tr = state.tr.insert(from, parts)
  return tr.setSelection(TextSelection.create(tr.doc, from + parts.slice(0, parts.indexOf(words) + 1).reduce((sum, each) => sum + each.nodeSize, 0)))
}

// What begins as a site or a mailbox does gets what goes before it: people type moit.gov.vn.
export function addressOf(typed) {
  if (/^[^\s@/:]+@[^\s@/:]+\.\p{L}{2,}$/u.test(typed)) return `mailto:${typed}`
  const [host] = typed.split(/[/?#]/)
  const isSite = /^([\p{L}\p{N}-]+\.)+\p{L}{2,}(:\d+)?$/u.test(host) && !(host === typed && FILES.test(typed))
  return isSite ? `https://${typed}` : typed
}
