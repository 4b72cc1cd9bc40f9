// The page and the draft: what was typed goes to the desk as blocks that become others; what
// changed elsewhere comes back into the page, and nothing that was typed goes.
import {closeHistory} from 'prosemirror-history'
import {Fragment} from 'prosemirror-model'
import {TextSelection} from 'prosemirror-state'
import {become, beside, children, ends, places, said, same} from './changes.js'
import {schema} from './schema.js'

const PAUSE = 150, LONGEST = 1000, UNHEARD = 1500, SHOWN = 60, SETTLED = 25

const equal = (one, other) => one.length === other.length && one.every((node, n) => same(node, other[n]))

export const nodesOf = page => page.map(each => schema.nodeFromJSON(each))

// What a file does not hold: an empty paragraph is only a place to write in.
export function isEmpty(node) {
  if (node.isTextblock) return !node.childCount || (/^\s*$/.test(node.textContent) && children(node).every(child => child.isText || child.type.name === 'hard_break'))
  return ['bullet_list', 'ordered_list', 'list_item', 'blockquote', 'footnote'].includes(node.type.name) && children(node).every(isEmpty)
}

// Whether two blocks say the same, but for spaces that no file holds: what was sent and not
// answered may come back as if somebody else had written it.
const alike = (one, other) => one.type === other.type && one.textContent.trim() === other.textContent.trim()

function holdsMark(block, labels) {
  let has = false
  block.descendants(node => { has ||= node.type.name === 'note' && labels.includes(node.attrs.label) })
  return has
}

// Whether two states of a draft say the same above and below some blocks of the first.
function isApart(before, after, [first, last]) {
  const was = before.text.split('\n'), is = after.text.split('\n'), page = before.page
  const top = first ? page[first - 1].attrs.lines[1] : 0, bottom = last < page.length ? was.length - page[last].attrs.lines[0] + 1 : 0
  for (let n = 0; n < top; n++) if (was[n] !== is[n]) return false
  for (let n = 1; n <= bottom; n++) if (was[was.length - n] !== is[is.length - n]) return false
  return true
}

// Some blocks of the page become others; a cursor in them stays behind the same letters.
// What caused it is undone together with it: else undoing would find no place for what went.
function replaceBlocks(view, going, coming, cause) {
  const {state} = view, {head} = state.selection
  let from = -1, to = -1
  state.doc.forEach((node, pos) => {
    if (node === going[0]) from = pos
    if (node === going.at(-1)) to = pos + node.nodeSize
  })
  if (from < 0 || to < 0) return
  const between = state.doc.slice(from, to).content  // an empty paragraph between them is a place to write in
  if (between.childCount !== going.length) return
  const tr = state.tr.replaceWith(from, to, coming), stop = from + coming.reduce((sum, each) => sum + each.nodeSize, 0)
  if (head > from && head < to) {
    let left = state.doc.textBetween(from, head, '', ' ').length, at = -1
    tr.doc.nodesBetween(from, stop, (node, pos) => {
      if (at >= 0 || !node.isInline) return at < 0
      if (left <= node.nodeSize) at = pos + left
      left -= node.nodeSize
      return false
    })
    if (at >= 0) tr.setSelection(TextSelection.near(tr.doc.resolve(at)))
  }
  view.dispatch((cause ? tr.setMeta('appendedTransaction', cause) : tr.setMeta('addToHistory', false)).setMeta('foreign', true))
}

// From where to where a page differs from another.
function inner(one, other) {
  const [head, tail] = ends(one, other)
  return [head, other.length - tail]
}

export class Sync {
  constructor(view, desk, say, words) {
    Object.assign(this, {view, desk, say, words, timer: 0, began: 0, keeping: 0, sent: [], doubled: [], waiting: null, cause: null, refused: [], isApart: false})
    this.follow(desk.state)
    this.base = this.listed(view.state.doc)
    const page = nodesOf(desk.state.page)
    if (page.length !== this.base.length) this.base = page
    desk.on((state, answer) => this.heard(state, answer || {}))
    this.keepMarked()
  }

  // Whoever comes back by keys has marked what they had marked. Of a page that has changed meanwhile
  // the browser knows only where that stood before, and the page would believe it.
  keepMarked() {
    const {view} = this
    let pressed = 0
    view.dom.addEventListener('pointerdown', () => { pressed = Date.now() })
    view.dom.addEventListener('focus', () => {
      const {doc, selection} = view.state, isOther = this.hasChangedAway && Date.now() - pressed > SETTLED
      this.hasChangedAway = false
      if (isOther) setTimeout(() => { if (view.state.doc === doc && !view.state.selection.eq(selection)) view.dispatch(view.state.tr.setSelection(selection)) }, SETTLED)
    })
  }

  // The blocks of a page that are in the file, or should be.
  listed(doc) {
    const known = new Set(this.base || []), bare = this.bareNotes(doc)
    const inFile = node => bare.includes(node) && this.base?.find(each => each.type === node.type && each.attrs.label === node.attrs.label)
    return children(doc).map(node => inFile(node) || node).filter(node => known.has(node) || !isEmpty(node))
  }
  // Notes without words whose marks are there: until somebody writes in them, or takes the marks
  // out, the file keeps what it has of them.
  bareNotes(doc = this.view.state.doc) {
    const empty = children(doc).filter(node => node.type.name === 'footnote' && isEmpty(node)), marks = new Set()
    if (empty.length) doc.descendants(node => { if (node.type.name === 'note') marks.add(node.attrs.label) })
    return empty.filter(node => marks.has(node.attrs.label))
  }

  // `base` is the page of this state of the draft; of one that only our own edit has made just its seal is known.
  // What a button here has mended since is joined with what is typed letter by letter.
  follow(state, seal = state.seal) {
    this.seal = seal
    this.seen = seal === state.seal ? state : null
    this.isMended = false
  }

  // What no answer has confirmed lies in the browser, too: the desk may have ended.
  get store() { return `loa-trang${document.body.dataset.account || ''}${this.desk.address}` }
  keep() {
    this.keeping = 0
    if (this.isDirty || this.refusal) localStorage.setItem(this.store, JSON.stringify({seal: this.seal, doc: this.view.state.doc.toJSON(), base: this.base.map(node => node.toJSON())}))
  }
  heardAll() {
    clearTimeout(this.keeping)
    this.keeping = 0
    if (!this.isDirty && !this.refusal) localStorage.removeItem(this.store)
  }
  left() {
    const kept = localStorage.getItem(this.store)
    if (!kept) return null
    try {
      const read = JSON.parse(kept), doc = schema.nodeFromJSON(read.doc || read), base = read.base ? nodesOf(read.base) : null
      doc.check()
      return doc.eq(this.view.state.doc) ? null : {doc, base}
    } catch { return null }
  }
  // The page with what was typed then; what others have written since stays, and is told where both stand.
  joined({doc, base}) {
    const theirs = this.listed(this.view.state.doc), mine = children(doc).filter(node => !isEmpty(node))
    if (!base) return [[...theirs, ...mine.filter(node => !theirs.some(each => same(each, node)))], true]
    const [lp, ls] = ends(base, mine), [p, s] = ends(base, theirs), own = mine.slice(lp, mine.length - ls), grown = theirs.length - base.length
    if (p === base.length && !grown) return [mine, false]
    if (p >= base.length - ls) return [[...theirs.slice(0, lp), ...own, ...theirs.slice(base.length - ls)], false]
    if (base.length - s <= lp) return [[...theirs.slice(0, lp + grown), ...own, ...theirs.slice(base.length - ls + grown)], false]
    return [[...theirs.slice(0, theirs.length - s), ...own, ...theirs.slice(theirs.length - s)], true]
  }

  changed(cause = this.cause) {
    this.cause = cause
    this.keeping ||= setTimeout(() => this.keep(), UNHEARD)
    clearTimeout(this.timer)
    this.began ||= Date.now()
    this.timer = setTimeout(() => this.flush(), Date.now() - this.began > LONGEST ? 0 : PAUSE)
  }

  flush() {
    clearTimeout(this.timer)
    this.began = 0
    this.desk.sendBlocks(() => this.edit())
  }

  // The places that the file does not have yet; those that the desk refused wait until they change.
  places() {
    const list = this.listed(this.view.state.doc)
    return places(this.base, list).map(([from, to, first, last]) => ({at: [from, to], blocks: list.slice(first, last)}))
  }
  isRefused({blocks}) { return this.refused.some(each => equal(each.blocks, blocks)) }
  get isDirty() { return this.places().some(place => !this.isRefused(place)) }
  // What the desk said of the places that it did not take, each with its words; nothing once none is left.
  get refusal() {
    const now = this.places()
    this.refused = this.refused.filter(each => now.some(place => equal(place.blocks, each.blocks)))
    const bare = this.bareNotes().map(node => node.attrs.label)
    const told = this.refused.filter(({why, blocks}) => why && !blocks.some(block => holdsMark(block, bare)))
    return [...bare.map(label => this.words.bareNote.replace('{number}', label)), ...told.map(({why, blocks}) => `“${blocks.map(said).join(' ').slice(0, SHOWN)}”: ${why}`)].join(' ')
  }

  // All places at once, since one may need another (a mark its note); one at a time where that was
  // refused, so that what cannot be written keeps nothing else from the file.
  edit() {
    const all = this.places(), first = all.find(each => !this.isRefused(each))
    if (!first) return null
    const {at, blocks} = this.isApart ? first : this.whole(), list = [...this.base.slice(0, at[0]), ...blocks, ...this.base.slice(at[1])]
    this.sent = [...this.sent, ...blocks].slice(-300)
    this.waiting = {list, at, blocks, isWhole: !this.isApart && all.length > 1, doc: this.view.state.doc, before: this.seen}
    return {blocks: [{at, blocks: blocks.map(node => node.toJSON())}], told: this.seal, mended: this.isMended}
  }
  whole() {
    const list = this.listed(this.view.state.doc), [from, to] = inner(this.base, list)
    return {at: [from, to - list.length + this.base.length], blocks: list.slice(from, to)}
  }

  heard(state, {status, edit, refused}) {
    const sent = edit?.blocks && this.waiting
    if (edit?.blocks) this.waiting = null
    if (sent && status === 200) return this.taken(state, sent)
    if (sent && status === 422) {
      if (sent.isWhole) this.isApart = true
      else this.refused.push({blocks: sent.blocks, why: refused || ''})
      this.keep()
      if (this.isDirty) this.changed()
      return
    }
    if (state.seal !== this.seal) this.merge(state, !!edit?.mend, !!sent)
  }

  // What was sent is in the draft: its nodes stand for what the file has now.
  taken(state, {list, at, before, doc}) {
    this.refused = []  // what was taken may be what another place needs
    this.isApart &&= this.places().length > 1
    // What others wrote, or a mending, came along: in other blocks, or at another place of the same one.
    if (state.own || state.others?.length || !before || !isApart(before, state, at)) {
      const {isMended} = this
      this.base = list
      this.follow(state, state.own || state.seal)
      return this.merge(state, isMended)
    }
    this.follow(state)
    this.sent = []
    this.base = list.length === state.page.length ? list : this.asWritten(list, nodesOf(state.page), doc)
    this.heardAll()
    if (this.isDirty) this.changed()
  }

  // A file has other blocks than were sent (two lists side by side are one): the page has them, too,
  // as soon as nobody types.
  asWritten(list, theirs, doc) {
    this.read()
    if (this.view.state.doc === doc && !this.view.composing) {
      const [head, tail] = ends(list, theirs)
      this.hasChangedAway ||= !this.view.hasFocus()
      replaceBlocks(this.view, list.slice(head, list.length - tail), theirs.slice(head, theirs.length - tail), this.cause)
      const now = this.listed(this.view.state.doc)
      // What the file cannot have as it stands here is not sent for ever.
      if (!this.isApart && !equal(now, theirs)) this.refused = [{blocks: now.slice(...inner(theirs, now)), why: ''}]
    }
    return this.known(theirs, this.listed(this.view.state.doc))
  }

  // Where a key has led to a moment ago: the browser tells of it later, and it would be put back.
  read() {
    if (!this.view.composing) this.view.domObserver.forceFlush(true)
  }

  known(nodes, list) {
    return nodes.map(node => list.find(each => same(each, node)) || node)
  }

  // The draft was changed elsewhere: by a field, by a mending, as text, in another window.
  // What one's own button mended can be undone here, as what one typed. Where the same blocks were
  // changed here the desk joins their words; only `isApart`, where it could not, they stand apart.
  merge(state, isOwn = false, isApart = false) {
    if (this.view.composing) { setTimeout(() => this.merge(this.desk.state, isOwn, isApart), 100); return }
    this.read()
    const theirs = nodesOf(state.page), mine = this.listed(this.view.state.doc), base = this.base
    const [p, s] = ends(base, theirs), [lp, ls] = ends(base, mine)
    const news = theirs.slice(p, theirs.length - s)
    const isMine = lp < base.length || mine.length > base.length
    const grown = mine.length - base.length
    let list
    if (!isMine) list = theirs
    else if (base.length - s <= lp) list = [...mine.slice(0, p), ...news, ...mine.slice(base.length - s)]
    else if (p >= base.length - ls) list = [...mine.slice(0, p + grown), ...news, ...mine.slice(base.length - s + grown)]
    else if (!isApart && this.isDirty) {
      this.isMended ||= isOwn
      return this.changed()
    }
    else {  // both changed the same words: both are kept, one behind the other
      const own = [...base, ...mine, ...this.sent], doubled = []
      list = beside(base, mine, theirs, nodes => {
        const others = nodes.filter(node => !own.some(each => alike(each, node)))
        doubled.push(...others)
        return others
      })
      if (doubled.length) this.say('both')
      this.doubled.push(...doubled)
    }
    this.follow(state)
    this.refused = []  // what was refused in another text may be taken in this one
    this.show(list, isOwn)
    this.base = this.known(theirs, this.listed(this.view.state.doc))
    if (this.isDirty) this.changed()
  }

  // Blocks of others that stand behind own ones go; one in which somebody has typed is no longer theirs.
  dropDoubled() {
    const {view, doubled} = this, places = []
    view.state.doc.forEach((node, pos) => { if (doubled.some(each => same(each, node))) places.push([pos, pos + node.nodeSize]) })
    this.doubled = []
    if (!places.length) return
    view.dispatch(places.reverse().reduce((tr, [from, to]) => tr.delete(from, to), view.state.tr))
    this.say('')
  }

  show(list, isOwn) {
    const {state} = this.view, bare = this.bareNotes()  // they stay as bare as they are
    const shown = list.map(node => bare.find(each => node.type === each.type && node.attrs.label === each.attrs.label) || node)
    const next = Fragment.from(shown.length ? shown : schema.node('paragraph'))
    const tr = become(state.tr, state.doc, schema.topNodeType.create(null, next))
    if (!tr.docChanged) return
    this.view.dispatch((isOwn ? closeHistory(tr) : tr.setMeta('addToHistory', false)).setMeta('foreign', true))
    this.hasChangedAway ||= !this.view.hasFocus()
  }
}
