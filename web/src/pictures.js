// Pictures stand in the page as readers see them; what they show is said below, in place.
import {Plugin, TextSelection} from 'prosemirror-state'
import {Decoration, DecorationSet} from 'prosemirror-view'
import {children} from './changes.js'
import {schema} from './schema.js'
import {make} from './forms.js'

const {nodes, marks} = schema

// A picture with the field for its words; one that the desk cannot show is named.
export function pictureView(words, address, isLocked) {
  return (node, view, getPos) => {
    const shown = make('img', {alt: '', decoding: 'async', draggable: false}), missing = make('span', {className: 'missing', hidden: true})
    const said = make('textarea', {rows: 1, value: node.attrs.alt, readOnly: isLocked, lang: 'vi', spellcheck: true})
    const label = make('label', {className: 'alt'}, words.alt, said)
    const dom = make('span', {className: 'picture', contentEditable: 'false'}, shown, missing, label)
    const tall = () => { said.style.height = 'auto'; said.style.height = `${said.scrollHeight + 2}px` }
    let now = node
    const show = () => {
      const {key, alt, src, source} = now.attrs
      if (said.value.trim() !== alt.trim()) said.value = alt
      if (shown.dataset.key !== key) {
        shown.dataset.key = key
        shown.hidden = !key
        missing.hidden = !!key
        if (key) shown.src = `${address}/hinh/${key}`
      }
      missing.textContent = `${words.noPicture} ${src || source}`
      label.hidden = !src
    }
    shown.addEventListener('error', () => { shown.hidden = true; missing.hidden = false })
    said.addEventListener('input', () => {
      tall()
      view.dispatch(view.state.tr.setNodeMarkup(getPos(), null, {...now.attrs, alt: said.value.replace(/\s*\n\s*/g, ' ')}))
    })
    said.addEventListener('keydown', event => {  // back to the words of the page; Enter goes on below
      if (event.key !== 'Escape' && event.key !== 'Enter') return
      event.preventDefault()
      const {state} = view, $at = state.doc.resolve(getPos())
      if (event.key === 'Escape' || !isPicture($at.parent)) view.dispatch(state.tr.setSelection(TextSelection.near(state.doc.resolve($at.pos + 1))))
      else goBelow(view, $at.after())
      view.focus()
    })
    show()
    requestAnimationFrame(tall)
    return {
      dom,
      update: next => next.type === nodes.image && ((now = next), show(), true),
      selectNode: () => dom.classList.add('ProseMirror-selectednode'),
      deselectNode: () => dom.classList.remove('ProseMirror-selectednode'),
      stopEvent: event => label.contains(event.target),
      ignoreMutation: () => true,
    }
  }
}

const isPicture = node => node.type === nodes.paragraph && node.childCount === 1 && node.firstChild.type === nodes.image
const isCaption = node => node?.type === nodes.paragraph && node.childCount > 0 && children(node).every(each => each.marks.some(mark => mark.type === marks.em))

function goBelow(view, end) {
  const {state} = view, tr = state.tr
  if (state.doc.resolve(end).nodeAfter?.type !== nodes.paragraph) tr.insert(end, nodes.paragraph.create())
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, end + 1)).scrollIntoView())
}

// What is in italics right below a picture is its caption; where there is none, a button begins one.
export function captions(words, isLocked) {
  return new Plugin({props: {decorations(state) {
    const found = []
    state.doc.forEach((node, pos, n) => {
      if (!isPicture(node)) return
      const below = n + 1 < state.doc.childCount ? state.doc.child(n + 1) : null, end = pos + node.nodeSize
      if (isCaption(below)) found.push(Decoration.node(end, end + below.nodeSize, {class: 'caption'}))
      else if (!isLocked) found.push(Decoration.widget(end, view => button(words, view, end), {side: -1, key: `caption-${end}`, stopEvent: () => true, ignoreSelection: true}))
    })
    return DecorationSet.create(state.doc, found)
  }}})
}
function button(words, view, end) {
  const made = make('button', {type: 'button', className: 'plain add-caption', contentEditable: 'false', textContent: words.caption, onmousedown: event => event.preventDefault(), onclick() {
    const {state} = view, below = state.doc.resolve(end).nodeAfter, tr = state.tr
    if (below?.type !== nodes.paragraph || below.content.size) tr.insert(end, nodes.paragraph.create())
    view.dispatch(tr.setSelection(TextSelection.create(tr.doc, end + 1)).setStoredMarks([marks.em.create()]).scrollIntoView())
    view.focus()
  }})
  return made
}
