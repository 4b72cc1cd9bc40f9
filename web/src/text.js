// “Xem như văn bản”: the file itself, in a text field that numbers lines and colours signs.
import {EditorView, drawSelection, highlightActiveLine, keymap, lineNumbers} from '@codemirror/view'
import {EditorState} from '@codemirror/state'
import {defaultKeymap, history, historyKeymap} from '@codemirror/commands'
import {HighlightStyle, StreamLanguage, syntaxHighlighting} from '@codemirror/language'
import {tags} from '@lezer/highlight'
import {search, searchKeymap} from '@codemirror/search'
import {setDiagnostics} from '@codemirror/lint'


// The signs of a file, line by line: enough to see where data end and what a sign begins.
const looks = HighlightStyle.define([
  {tag: tags.propertyName, color: 'var(--heading)', fontWeight: '600'}, {tag: tags.comment, color: 'var(--soft)'},
  {tag: tags.heading, fontWeight: '700'}, {tag: tags.meta, color: 'var(--clay-text)'}, {tag: tags.strong, fontWeight: '700'}, {tag: tags.link, color: 'var(--link)'},
])
const signs = isData => ({
  startState: () => ({line: 0, inData: isData}),
  token(stream, state) {
    if (stream.sol()) {
      state.line++
      if (stream.match(/^---\s*$/)) { state.inData = !isData && state.line === 1; return 'meta' }
      if (state.inData && stream.match(/^\s*(-\s+)?[\w-]+(?=:(\s|$))/)) return 'propertyName'
      if (!state.inData && stream.match(/^#{1,6}\s.*/)) return 'heading'
      if (!state.inData && stream.match(/^\s*(:{3,}.*|>+|[-*+]\s|\d+[.)]\s|\[\^[^\]]+\]:)/)) return 'meta'
    }
    if (state.inData && stream.match(/^#.*/)) return 'comment'
    if (!state.inData && stream.match(/^\*\*[^*]+\*\*/)) return 'strong'
    if (!state.inData && stream.match(/^\[[^\]]*\]\([^)]*\)/)) return 'link'
    stream.next()
    return null
  },
})

// What the search says, in the words of the desk.
const phrases = () => JSON.parse(document.getElementById('trang-nhan')?.textContent || '{}').words?.search || {}

// In a tree of its own: its styles are sheets of that tree, so that no page must allow inline ones.
function mount(area) {
  const host = document.createElement('div'), desk = window.loaTrang, hasFocus = document.activeElement === area
  host.className = 'van-ban'
  area.before(host)
  const root = host.attachShadow({mode: 'open', delegatesFocus: true}), label = document.querySelector(`label[for=${area.id}]`)
  const view = new EditorView({
    root, parent: root, doc: area.value,
    extensions: [
      EditorState.phrases.of(phrases()), lineNumbers(), history(), drawSelection(), highlightActiveLine(), EditorView.lineWrapping, search(),
      keymap.of([...defaultKeymap, ...historyKeymap, ...searchKeymap]), StreamLanguage.define(signs(area.dataset.vanBan === 'yaml')), syntaxHighlighting(looks),
      EditorState.readOnly.of(area.readOnly), EditorView.editable.of(!area.readOnly),
      EditorView.contentAttributes.of({'aria-label': label?.textContent.trim() || '', lang: 'vi', spellcheck: 'true'}),
      EditorView.updateListener.of(update => {
        if (!update.docChanged || update.transactions.some(tr => tr.isUserEvent('foreign'))) return
        area.value = update.state.doc.toString()
        area.dispatchEvent(new Event('input', {bubbles: true}))
      }),
      EditorView.theme({
        '&': {color: 'var(--text)', backgroundColor: 'var(--sheet)', border: '1px solid var(--edge)', borderRadius: '6px', fontSize: '1rem'},
        '.cm-scroller': {fontFamily: 'inherit', lineHeight: '1.6', minHeight: '28rem'},
        '.cm-gutters': {color: 'var(--soft)', backgroundColor: 'var(--quiet)', border: '0'},
        '.cm-content': {caretColor: 'var(--text)'}, '.cm-cursor': {borderLeftColor: 'var(--text)'},
        '.cm-activeLine, .cm-activeLineGutter': {backgroundColor: 'transparent'},
        '.cm-panels': {color: 'var(--text)', backgroundColor: 'var(--quiet)', borderColor: 'var(--line)'},
        '.cm-panel.cm-search': {padding: '8px 12px', '& label': {fontSize: '.875rem'}, '& [name=close]': {color: 'var(--text)', fontSize: '1.25rem', padding: '4px 10px'}},
        '.cm-textfield, .cm-button': {color: 'var(--text)', backgroundColor: 'var(--sheet)', backgroundImage: 'none', border: '1px solid var(--edge)', borderRadius: '6px', fontSize: '.9375rem', padding: '4px 10px'},
        '&.cm-focused': {outline: '3px solid var(--link)', outlineOffset: '2px'},
      }),
    ],
  })
  area.hidden = true
  label?.addEventListener('click', event => { event.preventDefault(); view.focus() })
  area.focus = () => view.focus()
  area.setSelectionRange = (from, to) => view.dispatch({selection: {anchor: Math.min(from, view.state.doc.length), head: Math.min(to, view.state.doc.length)}, scrollIntoView: true})
  desk?.on(() => show())
  show()
  if (hasFocus) {  // whoever was led to a place stays there
    area.setSelectionRange(area.selectionStart, area.selectionEnd)
    view.focus()
  }
  window.loaText = {view}

  function show() {
    const now = view.state.doc.toString(), next = area.value
    if (now !== next) {
      let start = 0, stop = 0
      const least = Math.min(now.length, next.length)
      while (start < least && now[start] === next[start]) start++
      while (stop < least - start && now[now.length - 1 - stop] === next[next.length - 1 - stop]) stop++
      view.dispatch({changes: {from: start, to: now.length - stop, insert: next.slice(start, next.length - stop)}, userEvent: 'foreign'})
    }
    const doc = view.state.doc
    view.dispatch(setDiagnostics(view.state, (desk?.state.problems || []).filter(each => each.line && each.line <= doc.lines).map(each => {
      const line = doc.line(each.line), from = Math.min(line.to, line.from + Math.max(0, each.column - 1))
      return {from, to: Math.min(line.to, from + Math.max(1, each.width)), severity: each.is_error ? 'error' : 'warning', message: `${each.message} ${each.advice}`}
    })))
  }
}

// Only once it is to be seen: who writes in the page never waits for it.
for (const area of document.querySelectorAll('textarea[data-van-ban]')) {
  new IntersectionObserver((seen, watch) => {
    if (!seen.some(each => each.isIntersecting)) return
    watch.disconnect()
    mount(area)
  }, {rootMargin: '9999px'}).observe(area)
}
