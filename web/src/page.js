// The page-like editor of the writing screen. It reads no Markdown: the desk sends blocks.
import {DOMParser} from 'prosemirror-model'
import {EditorState, Plugin, TextSelection} from 'prosemirror-state'
import {EditorView, Decoration, DecorationSet} from 'prosemirror-view'
import {keymap} from 'prosemirror-keymap'
import {baseKeymap, chainCommands, exitCode} from 'prosemirror-commands'
import {history, redo, undo} from 'prosemirror-history'
import {liftListItem, sinkListItem, splitListItem} from 'prosemirror-schema-list'
import {CellSelection, addColumnAfter, addRowAfter, deleteColumn, deleteRow, goToNextCell, isInTable, tableEditing} from 'prosemirror-tables'
import {isSafe, schema} from './schema.js'
import {Sync, nodesOf} from './sync.js'
import {cleaned} from './paste.js'
import {said} from './changes.js'
import {ask, make} from './forms.js'
import * as do_ from './commands.js'
import {addressOf, linkAt, putLink, removeLink} from './links.js'
import {captions, pictureView} from './pictures.js'
import {newPicture} from './new-picture.js'
import {covered, isInCell, isOurs, oneLine, parted, serializer, withNotes} from './slices.js'
import {roomOfGoneBlocks} from './cutting.js'
import {isOneLine, joinedLines} from './one-line.js'
import {convertSigns, hasSigns, hasSure} from './signs.js'
import {starters} from './starters.js'
import {nameOf, namedByTyping, putSpeaker, speakerOf, withSpeakers} from './speakers.js'

const {nodes} = schema
const isPictureFile = file => file.type.startsWith('image/')
const ROOM = {top: 200, bottom: 80, left: 0, right: 0}  // pixels that bars at the top and the bottom may cover
const host = document.getElementById('trang-viet'), source = document.getElementById('trang-nhan'), desk = window.loaTrang
const told = host && source && desk ? JSON.parse(source.textContent) : {}
if (told.isPage) start(told)  // plans and lists are text alone

function start({words, kinds, isScript, isLocked}) {
  const note = make('p', {className: 'note', role: 'status'}), signs = make('p', {className: 'note', role: 'status'}), bar = toolbar()
  const place = make('div', {className: 'paper'})
  host.append(...(isLocked ? [] : [make('div', {className: 'tools'}, bar, note, signs)]), place, ...(isLocked ? [] : [shortcuts()]))
  const say = (name, more = '') => { note.textContent = name ? `${words[name]}${more}` : '' }
  const first = nodesOf(desk.state.page)
  const doc = schema.topNodeType.create(null, first.length ? first : nodes.paragraph.create())
  let hasLeft = false, isTabbed = false, sync = null, pastedNotes = [], pastedLeft = new Set()

  const view = new EditorView(place, {
    state: EditorState.create({doc, plugins: plugins()}),
    editable: () => !isLocked,
    attributes: {role: 'textbox', 'aria-multiline': 'true', 'aria-label': words.page, lang: 'vi', spellcheck: 'true'},
    nodeViews: {cue: cueView, image: pictureView(words, desk.address, isLocked)},
    dispatchTransaction(tr) {
      const {state, transactions} = view.state.applyTransaction(tr)
      view.updateState(state)
      if (transactions.some(each => each.getMeta('oneLine'))) tellOneLine(tr.getMeta('uiEvent') === 'paste')
      if (tr.docChanged && !tr.getMeta('foreign')) { sync?.changed(tr); desk.typing?.(); watch(tr) }
      refresh()
    },
    clipboardSerializer: serializer,
    transformPastedHTML(html, view) {
      if (isOurs(html)) return html
      const used = do_.labels(view.state.doc), [clean, left, bodies] = cleaned(html, n => do_.freeLabel(used, n))
      pastedNotes = bodies.map(({label, body}) => DOMParser.fromSchema(schema).parse(body, {topNode: nodes.footnote.create({label})}))
      pastedLeft = left
      return clean
    },
    transformPasted(slice, view) {
      const left = pastedLeft, used = do_.labels(view.state.doc)
      const [whole, isGone] = withNotes(slice, used, new Set(pastedNotes.map(note => note.attrs.label)), n => do_.freeLabel(used, n))
      pastedLeft = new Set()
      if (isGone) left.add('notes')
      const isTable = isInTable(view.state), [line, isJoined] = isTable ? oneLine(whole, view.state.selection instanceof CellSelection) : [null, false]
      if (isJoined) left.add('paragraphs')
      tellLeft(left, line && line !== whole, isTable ? covered(view.state, line) : 0)
      if (line) return line
      const blocks = parted(whole)
      return isScript === true ? withSpeakers(blocks, names(), view.state.selection.$from.parent.content.size > 0) : blocks
    },
    handleTextInput(view, from, to, typed) {  // the space behind the name of a speaker makes it one; no letter goes
      const tr = isScript === true && from === to && typed === ' ' && namedByTyping(view.state, names())
      if (!tr) return false
      view.dispatch(tr.scrollIntoView())
      return true
    },
    scrollMargin: ROOM, scrollThreshold: ROOM,
    handleDrop(view, event, slice, isMoved) {  // a picture lands behind the block that it is dropped on
      const at = view.posAtCoords({left: event.clientX, top: event.clientY})?.pos
      const files = isMoved || isLocked ? [] : [...event.dataTransfer?.files || []].filter(isPictureFile)
      if (files.length) putPictures(files, at)
      else if (isLocked || at === undefined || !putIntoCell(slice, at, isMoved)) return false
      event.preventDefault()
      return true
    },
    handlePaste(view, event, slice) {  // notes lie behind all else, wherever their marks go
      const bodies = pastedNotes, files = slice.size || isLocked ? [] : [...event.clipboardData?.files || []].filter(isPictureFile)
      pastedNotes = []
      if (files.length) { putPictures(files); return true }
      if (!bodies.length) return false
      const tr = view.state.tr.replaceSelection(slice)
      tr.insert(tr.doc.content.size, bodies)
      view.dispatch(tr.scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste'))
      return true
    },
    handleTripleClickOn(view, pos) {  // a speech is selected without the name of its speaker
      const $pos = view.state.doc.resolve(pos), length = $pos.depth === 1 ? speakerOf($pos.parent) : 0
      if (!length) return false
      view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, $pos.start() + length, $pos.end())))
      return true
    },
    handleDOMEvents: {
      mousedown(view, event) {  // below the last block one goes on writing
        const last = view.dom.lastElementChild
        if (event.target !== view.dom || !last || event.clientY <= last.getBoundingClientRect().bottom) return false
        if (!do_.atEnd(view.state, view.dispatch)) return false
        event.preventDefault()
        view.focus()
        return true
      },
      click(_, event) {  // a link of the page leads where readers go, not where an editor does
        if (event.target.closest?.('a')) event.preventDefault()
        return false
      },
      keydown(_, event) {
        if (event.key === 'Tab' && hasLeft) { hasLeft = false; return true }  // the browser moves on
        hasLeft = event.key === 'Escape' || (hasLeft && ['Shift'].includes(event.key))
        return false
      },
      focusin() { hasLeft = isTabbed; return false },  // whoever only passes by goes on by Tab
      focusout() { hasLeft = false; if (sync?.isDirty) sync.flush(); return false },
    },
  })
  sync = new Sync(view, {get state() { return desk.state }, address: desk.address, on: desk.on, sendBlocks: desk.sendBlocks || desk.send}, say, words)
  desk.beforeSave?.(() => sync.flush())
  if (!isLocked && hasSure(doc)) tellSigns()
  takeBack()
  window.loaPage = {view, sync}  // for tests and for whoever measures
  desk.place = line => { const words = said(blockAt(line)); return words.length > 32 ? `${words.slice(0, 30).trim()}…` : words }
  host.addEventListener('loa:hinh', event => putPictures(event.detail.files.filter(isPictureFile)))
  host.addEventListener('loa:den', event => go(event.detail.line))
  host.addEventListener('loa:noi', ({detail: {line}}) => {  // the paragraph of a line is the speaker's whose name it begins with
    go(line)
    const name = nameOf(view.state.selection.$from.parent.textContent, names())
    if (name) putSpeaker(view, name)
    else speakerForm()
  })
  views()
  addEventListener('keydown', event => { isTabbed = event.key === 'Tab' }, true)
  addEventListener('pointerdown', () => { isTabbed = false }, true)
  addEventListener('visibilitychange', () => sync.flush())
  addEventListener('beforeunload', event => { if (sync.isDirty) { sync.flush(); event.preventDefault() } })
  refresh()

  function tellLeft(left, isLine = false, replaced = 0) {
    say(left.size ? (isLine ? 'pastedLine' : 'pasted') : '', left.size ? ` ${[...left].map(name => words[`left_${name}`]).join(', ')}.` : '')
    if (replaced) note.append(left.size ? ' ' : '', words.replaced.replace('{count}', replaced))
  }
  // What is dropped into a cell is a line there, too.
  function putIntoCell(slice, pos, isMoved) {
    const {state} = view, [line, isJoined] = oneLine(slice)
    if (!isInCell(state.doc.resolve(pos)) || line === slice) return false
    const tr = isMoved ? state.tr.deleteSelection() : state.tr, at = tr.mapping.map(pos)
    if (!isInCell(tr.doc.resolve(at))) return false
    tr.replace(at, at, line)
    view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(tr.mapping.map(pos)))).setMeta('uiEvent', 'drop'))
    view.focus()
    if (isJoined) tellLeft(new Set(['paragraphs']), true)
    return true
  }

  // What was typed here and never heard by the desk is offered again.
  function takeBack() {
    const left = isLocked ? null : sync.left()
    if (!left) return
    const end = () => { localStorage.removeItem(sync.store); say(''); view.focus() }
    say('backup')
    note.append(' ', make('button', {type: 'button', className: 'button', textContent: words.takeBack, onclick: () => { const [list, isBoth] = sync.joined(left); view.dispatch(view.state.tr.replaceWith(0, view.state.doc.content.size, list)); end(); if (isBoth) say('both') }}),
      ' ', make('button', {type: 'button', className: 'button', textContent: words.forget, onclick: end}))
  }

  // Whoever types the signs of a text file is told, and has them made into what they stand for.
  function watch(tr) {
    const isPasted = tr.getMeta('uiEvent') === 'paste', isTold = signs.childNodes.length > 0
    let has = hasSigns(view.state.selection.$from.parent)
    if (!has && (isPasted || isTold)) view.state.doc.descendants(node => { has ||= hasSigns(node); return !node.isTextblock && !has })
    if (isTold && !has) signs.replaceChildren()
    else if (has) tellSigns()
  }
  function tellSigns() {
    const isConvertible = convertSigns(view.state)
    if (signs.childNodes.length && !!signs.querySelector('button') === isConvertible) return
    signs.replaceChildren(words.signs, ...(isConvertible ? [' ', make('button', {type: 'button', className: 'button', textContent: words.convert, onclick: () => { convertSigns(view.state, view.dispatch); view.focus() }})] : []))
  }

  // The same text as a page and as a file: one of the two is shown.
  function views() {
    const form = document.getElementById('van-ban'), way = document.getElementById('cach-xem')
    const show = asText => {
      sync.flush()
      desk.send(() => null)
      host.hidden = asText
      if (form) form.hidden = !asText
      desk.show?.()
      if (way) way.hidden = false
      name()
    }
    // Of a file whose head is broken there is no page to go to: that is said where one would go.
    const name = () => {
      const isBroken = host.hidden && isHidden(desk.state)
      if (way) Object.assign(way, {disabled: isBroken, textContent: isBroken ? words.noPage : host.hidden ? words.asPage : words.asText})
    }
    desk.on(name)
    way?.addEventListener('click', () => { show(!host.hidden); (host.hidden ? document.getElementById('text') : view).focus() })
    show(isHidden(desk.state))
  }
  // A file whose text has no head is no page: it is shown as text.
  function isHidden({text}) {
    return !/^\uFEFF?---[ \t]*\r?\n[^]*?\n---[ \t]*(\r?\n|$)/.test(text) && !!text.trim()
  }

  function plugins() {
    const item = nodes.list_item
    return [
      history(),
      keymap({
        'Mod-z': undo, 'Mod-y': redo, 'Shift-Mod-z': redo,
        'Mod-b': do_.marked('strong'), 'Mod-i': do_.marked('em'),
        'Mod-Alt-0': do_.paragraph, 'Mod-Alt-2': orTold(do_.heading(2)), 'Mod-Alt-3': orTold(do_.heading(3)),
        'Shift-Mod-7': orTold(do_.list('ordered_list')), 'Shift-Mod-8': orTold(do_.list('bullet_list')), 'Shift-Mod-9': orTold(do_.quote),
        'Mod-k': () => { linkForm(); return true },
        'Alt-F10': () => { bar.querySelector('button')?.focus(); return true },
        Enter: chainCommands(do_.cellBelow, splitListItem(item)),
        ArrowDown: do_.below, ArrowUp: do_.above, 'Mod-Enter': do_.leave,
        'Shift-Enter': chainCommands(exitCode, noLine, (state, dispatch) => { dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView()); return true }),
        Tab: chainCommands(goToNextCell(1), rowAtEnd, sinkListItem(item), stay),
        'Shift-Tab': chainCommands(goToNextCell(-1), liftListItem(item), stay),
      }),
      keymap(baseKeymap),
      tableEditing(),
      new Plugin({props: {decorations: speakers}}),
      captions(words, isLocked),
      ...(isLocked ? [] : [starters(words.starter)]),
      new Plugin({appendTransaction: do_.marksOfGoneNotes}),
      new Plugin({appendTransaction: roomOfGoneBlocks}),
      new Plugin({appendTransaction: joinedLines}),
    ]
  }
  // Nobody's next words go where he does not look: Tab leaves the text behind Esc alone.
  function stay() {
    if (!note.querySelector('button')) say('tab')
    return true
  }
  function noLine({selection: {$from}}) {
    if (!isOneLine($from)) return false
    tellOneLine()
    return true
  }
  // What was pasted is told of before.
  function tellOneLine(isPasted = false) {
    if (isPasted && note.textContent) note.append(' ', words.oneLine)
    else if (!note.querySelector('button')) say('oneLine')
  }
  // What cannot be made of the words that are selected is told.
  function orTold(command) {
    return (state, dispatch, view) => {
      if (!command(state, dispatch, view) && !note.querySelector('button')) say('unable')
      return true
    }
  }
  function rowAtEnd(state, dispatch, view) {
    if (!isInTable(state)) return false
    if (addRowAfter(state, dispatch)) goToNextCell(1)(view.state, view.dispatch, view)
    return true
  }
  // A paragraph that begins with a bold name and a colon is that speaker's.
  function speakers(state) {
    const found = []
    state.doc.forEach((node, pos) => {
      if (speakerOf(node)) found.push(Decoration.node(pos, pos + node.nodeSize, {class: 'speaker'}))
    })
    return DecorationSet.create(state.doc, found)
  }
  function names() {
    const found = new Set(words.speakers)
    view.state.doc.forEach(node => { if (speakerOf(node)) found.add(node.firstChild.text.trim().slice(0, -1)) })
    return [...found]
  }

  function cueView(node, view, getPos) {
    const label = make('button', {type: 'button', className: 'cue-label', contentEditable: 'false', onclick: () => cueForm(getPos())})
    const inner = make('div'), dom = make('div', {className: 'cue'}, label, inner)
    const show = ({attrs: {kind, seconds}}) => { label.textContent = `${kind ? kind[0].toUpperCase() + kind.slice(1) : words.cue}${seconds ? `, ${seconds} ${words.seconds}` : ''}`; label.disabled = isLocked }
    show(node)
    return {dom, contentDOM: inner, update: next => next.type === nodes.cue && (show(next), true), ignoreMutation: change => change.type !== 'selection' && !inner.contains(change.target), stopEvent: event => label.contains(event.target)}
  }

  // What keys do, for whoever has no mouse or likes none.
  function shortcuts() {
    const rows = words.keys.map(([keys, what]) => make('div', {}, make('dt', {}, ...keys.split(' ').flatMap((key, n) => n ? [' ', key === 'rồi' || key === '/' ? key : make('kbd', {textContent: key})] : [make('kbd', {textContent: key})])), make('dd', {textContent: what})))
    return make('details', {className: 'keys'}, make('summary', {textContent: words.shortcuts}), make('dl', {}, ...rows))
  }

  /* ---- forms ---- */
  async function cueForm(pos = null) {
    const old = pos === null ? null : view.state.doc.nodeAt(pos)
    const fields = [
      {name: 'kind', label: words.kind, value: old?.attrs.kind || kinds[0], list: kinds, needed: true},
      {name: 'seconds', label: words.length, kind: 'number', value: old ? old.attrs.seconds || '' : 5, max: 3600},
      ...(old ? [] : [{name: 'text', label: words.heard, value: ''}]),
    ]
    const got = await ask(host, old ? words.changeCue : words.cue, fields, words)
    if (!got) return view.focus()
    const attrs = {kind: got.kind.replace(/\s+/g, ' '), seconds: Number(got.seconds) || 0}
    if (old) { view.dispatch(view.state.tr.setNodeMarkup(pos, null, attrs)); view.focus() }
    else do_.putBlock(view, do_.cue(attrs.kind, attrs.seconds, got.text), undefined, 2 + got.text.length)
  }
  async function speakerForm() {
    const known = names()
    const got = await ask(host, words.speaker, [{name: 'name', label: words.name, value: '', list: known, needed: true}], words, put => make('p', {className: 'choices'}, ...known.map(name => make('button', {type: 'button', className: 'button', textContent: name, onclick: () => put({name})}))))
    if (got?.name) putSpeaker(view, got.name.replace(/:$/, ''))
    else view.focus()
  }
  async function noteForm() {
    const got = await ask(host, words.note, [{name: 'text', label: words.noteText, kind: 'lines'}], words)
    if (!got?.text) return view.focus()
    if (!do_.putNote(view, got.text.replace(/\s+/g, ' '))) say('noNote')
  }
  async function tableForm() {
    const got = await ask(host, words.table, [
      {name: 'columns', label: words.columns, kind: 'number', value: 3, min: 1, max: 12},
      {name: 'rows', label: words.rows, kind: 'number', value: 3, min: 2, max: 60},
    ], words)
    if (got) do_.putBlock(view, do_.table(Number(got.rows), Number(got.columns)), undefined, 4)
    else view.focus()
  }
  async function pictureForm() {
    const known = await fetch(`${desk.address}/hinh`).then(answer => answer.ok ? answer.json() : []).catch(() => [])
    const ofComputer = put => make('label', {}, words.fromComputer, make('input', {type: 'file', accept: 'image/*', onchange: event => event.target.files[0] && put({file: event.target.files[0]})}))
    const got = await ask(host, words.picture, [{name: 'find', label: words.findPicture, value: ''}], words, (put, {find}) => make('div', {}, ofComputer(put), choices(put, find, known, each => make('button', {type: 'button', className: 'plain', onclick: () => put(each)}, make('img', {src: `${desk.address}/hinh/${each.key}?nho`, alt: '', loading: 'lazy'}), each.title), words.noPictures)))
    if (got?.file) return putPicture(got.file)
    const chosen = got?.key ? got : sought(got, known)
    if (!chosen) return view.focus()
    do_.putBlock(view, nodes.paragraph.create(null, nodes.image.create({src: chosen.src, key: chosen.key})), undefined, 1)
    const field = [...view.dom.querySelectorAll('.picture')].find(each => each.querySelector('img').dataset.key === chosen.key && !each.querySelector('textarea').value)
    field?.querySelector('textarea').focus()
  }
  // Of several each is asked about, one after the other.
  async function putPictures(files, pos = null) {
    for (const file of files) pos = await putPicture(file, pos) ?? pos
  }
  // A picture from this computer stands behind the block where it was dropped, or where the cursor is.
  async function putPicture(file, pos = null) {
    if (isLocked) return
    if (isScript === true) return say('noPictureInScript')
    const got = await newPicture(host, desk, words, file, say)
    if (got?.refused) note.textContent = got.refused
    if (!got?.src) return view.focus()
    const $at = pos === null ? null : view.state.doc.resolve(Math.min(pos, view.state.doc.content.size))
    do_.putBlock(view, nodes.paragraph.create(null, nodes.image.create({src: got.src, key: got.key, alt: got.alt})), $at ? ($at.depth ? $at.after(1) : $at.pos) : undefined, 1)
    sync.flush()
    return do_.behind(view.state)
  }
  // Whoever typed a name and chose nothing means the first that is found; where none is, that is told.
  function sought(got, known) {
    const first = got?.find && known.find(each => fold(each.title).includes(fold(got.find)))
    if (got?.find && !first) say('noSuch', ` “${got.find}”.`)
    return first || null
  }
  // What is found of what is typed; Enter takes the first.
  function choices(put, find, known, button, none = '') {
    const found = make('ul', {className: 'found'})
    const show = () => {
      const sought = fold(find.value), shown = known.filter(each => fold(each.title).includes(sought)).slice(0, 8)
      found.replaceChildren(...(shown.length || !none ? shown.map(each => make('li', {}, button(each))) : [make('li', {textContent: none})]))
    }
    find.addEventListener('input', show)
    find.addEventListener('keydown', event => { if (event.key === 'Enter' && find.value) { event.preventDefault(); found.querySelector('button')?.click() } })
    show()
    return found
  }
  async function linkForm() {
    const old = linkAt(view.state), before = old?.mark.attrs.href || ''
    const pieces = await fetch(`${desk.address}/lien-ket`).then(answer => answer.ok ? answer.json() : []).catch(() => [])
    const got = await ask(host, words.link, [{name: 'find', label: words.findPiece, value: ''}, {name: 'href', label: words.address, value: before}], words, (put, {find}) => make('div', {}, choices(put, find, pieces, each => make('button', {type: 'button', className: 'plain', textContent: each.title, onclick: () => put(each)})), old ? make('p', {className: 'choices'}, make('button', {type: 'button', className: 'button', textContent: words.unlink, onclick: () => put({find: '', href: ''})})) : null))
    if (got && old && !got.find && !got.href) return removeLink(view, old)
    const chosen = got?.href && !(got.find && got.href === before) ? got : sought(got, pieces)
    if (!chosen) return view.focus()
    if (!isSafe(chosen.href)) { say('badAddress', ` “${chosen.href}”.`); return view.focus() }
    putLink(view, addressOf(chosen.href), chosen.title || chosen.href, old)
  }
  const fold = value => value.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D').toLowerCase()

  /* ---- toolbar ---- */
  function toolbar() {
    const run = command => () => { command(view.state, view.dispatch, view); view.focus() }
    const press = {
      strong: () => do_.hasMark(view.state, 'strong'), em: () => do_.hasMark(view.state, 'em'),
      heading: () => do_.within(view.state, 'heading')?.node.attrs.level === 2, subheading: () => do_.within(view.state, 'heading')?.node.attrs.level === 3,
      bullets: () => !!do_.within(view.state, 'bullet_list'), numbers: () => !!do_.within(view.state, 'ordered_list'), quote: () => !!do_.within(view.state, 'blockquote'),
    }
    const inTable = () => isInTable(view.state)
    const every = [
      ['paragraph', run(do_.paragraph)], ['heading', run(orTold(do_.heading(2)))], ['subheading', run(orTold(do_.heading(3)))],
      ['strong', run(do_.marked('strong'))], ['em', run(do_.marked('em'))],
      ['bullets', run(orTold(do_.list('bullet_list')))], ['numbers', run(orTold(do_.list('ordered_list')))], ['quote', run(orTold(do_.quote))],
      ...(isScript === false ? [] : [['speaker', speakerForm], ['cue', () => cueForm()]]),
      ['table', isScript === true ? () => { say('noTable'); view.focus() } : tableForm],
      ...(isScript === true ? [] : [['picture', pictureForm]]), ['link', linkForm], ['note', noteForm], ['undo', run(undo)], ['redo', run(redo)],
      ['row', run(addRowAfter), inTable], ['column', run(addColumnAfter), inTable], ['noRow', run(deleteRow), inTable], ['noColumn', run(deleteColumn), inTable],
      ['remove', run(do_.removeBlock), () => do_.removeBlock(view.state)],
    ]
    const made = make('div', {className: 'bar', role: 'toolbar', 'aria-label': words.bar})
    for (const [name, act, isShown] of every) {
      const button = make('button', {type: 'button', textContent: words[name], tabIndex: made.children.length ? -1 : 0, onmousedown: event => event.preventDefault(), onclick: act})
      if (press[name]) button.setAttribute('aria-pressed', 'false')
      Object.assign(button, {isPressed: press[name], isShown})
      if (name === 'table' && isScript === true) button.dataset.explains = ''
      made.append(button)
    }
    made.addEventListener('keydown', event => {
      const shown = [...made.children].filter(each => !each.hidden), at = shown.indexOf(document.activeElement)
      const to = {ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: shown.length - 1}[event.key]
      if (event.key === 'Escape') { event.preventDefault(); view.focus() }
      if (to === undefined) return
      event.preventDefault()
      for (const each of shown) each.tabIndex = -1
      const next = shown[(to + shown.length) % shown.length]
      next.tabIndex = 0
      next.focus()
    })
    return made
  }
  function refresh() {
    for (const button of bar.children) {
      if (button.isPressed) button.setAttribute('aria-pressed', String(button.isPressed()))
      if (button.isShown) button.hidden = !button.isShown()
    }
  }

  // The block of a line of the file, as problems name it.
  function indexAt(line) { return desk.state.page.findIndex(({attrs: {lines: [start, stop]}}) => line >= start && line <= stop) }
  function blockAt(line) { return sync?.base[indexAt(line)] }
  function go(line) {
    const at = indexAt(line), node = sync.base[at]
    if (!node) return
    view.state.doc.forEach((each, pos) => {
      if (each !== node) return
      const inner = desk.state.page[at].content ? within(desk.state.page[at], line) : 0
      view.dispatch(view.state.tr.setSelection(view.state.selection.constructor.near(view.state.doc.resolve(pos + 1 + inner))).scrollIntoView())
      view.focus()
    })
  }
  function within(block, line) {  // how far the part of a block that has this line is from its start
    let from = 0
    const node = schema.nodeFromJSON(block)
    for (const [n, child] of (block.content || []).entries()) {
      const lines = child.attrs?.lines
      if (lines && line >= lines[0] && line <= lines[1]) return from + 1 + within(child, line)
      from += node.child(n).nodeSize
    }
    return 0
  }
}
