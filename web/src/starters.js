// What a new piece says where words are to come: typing replaces it, nobody has to delete it first.
import {Plugin, TextSelection} from 'prosemirror-state'
import {Decoration, DecorationSet} from 'prosemirror-view'
import {speakerOf} from './speakers.js'

// Where those words stand in a block that is nothing else, behind the name of its speaker.
function spanOf(node, pos, words) {
  if (!node.isTextblock || !node.textContent.endsWith(words)) return null
  const before = node.textContent.length - words.length
  return before === 0 || before === speakerOf(node) ? [pos + 1 + before, pos + 1 + node.content.size] : null
}

function spanAt(state, words, {$from, from, to} = state.selection) {
  const span = $from.depth ? spanOf($from.parent, $from.before(), words) : null
  return span && from >= span[0] && to <= span[1] ? span : null
}

// All of it, from the end at which the cursor came: keys that select more begin there.
const whole = (doc, [start, stop], at) => at === start ? TextSelection.create(doc, start, stop) : TextSelection.create(doc, stop, start)

export function starters(words) {
  return new Plugin({
    props: {
      decorations(state) {
        const found = []
        state.doc.descendants((node, pos) => {
          const span = spanOf(node, pos, words)
          if (span) found.push(Decoration.inline(...span, {class: 'starter'}))
          return !node.isTextblock
        })
        return DecorationSet.create(state.doc, found)
      },
      handleDOMEvents: {
        click(view) {  // a finger puts the cursor there only after this
          setTimeout(() => {
            const span = view.state.selection.empty && spanAt(view.state, words)
            if (span) view.dispatch(view.state.tr.setSelection(whole(view.state.doc, span, view.state.selection.from)))
          })
          return false
        },
      },
    },
    // Whoever comes there by keys has all of it selected; whoever moves on within it, or types, goes on.
    appendTransaction(changes, before, after) {
      if (changes.some(tr => tr.docChanged) || !after.selection.empty) return null
      const span = spanAt(after, words)
      return span && spanAt(before, words)?.[0] !== span[0] ? after.tr.setSelection(whole(after.doc, span, after.selection.from)) : null
    },
  })
}
