// Signs of text files that are typed or pasted where the page has buttons: told, and made what they
// stand for. Nothing that was typed goes unless somebody asks for it.
import {Fragment} from 'prosemirror-model'
import {become, children} from './changes.js'
import {schema, isSafe} from './schema.js'

const {nodes, marks} = schema
const INLINE = /\*\*(?<strong>[^*]+)\*\*|(?<!\w)__(?<strong2>[^_]+)__(?!\w)|(?<![\w*\\])\*(?<em>[^*\s](?:[^*]*[^*\s])?)\*(?![\w*])|(?<!\w)_(?<em2>[^_\s](?:[^_]*[^_\s])?)_(?!\w)|(?<!!)\[(?<link>[^[\]]+)\]\((?<href>[^()\s]+)\)/gu
const BLOCK = /^(?:(?<head>#{1,6})\s+|(?<bullet>[-*+•·●▪])\s+|(?<number>\d{1,3})[.)]\s+|(?<quote>>)\s?)(?=\S)/
// What no button of this page could make of the words alone.
const OTHER = /^:{3}|^\|.*\||^```|\[\^[^\]\s]+\]|!\[[^\]]*\]\(/

// What no reader is ever meant to see; a dash or a number at the start may be meant.
const SURELY = /\*\*[^*]+\*\*|^#{1,6}\s+\S/
export function hasSure(doc) {
  let has = false
  doc.descendants(node => { has ||= node.isTextblock && SURELY.test(node.textContent); return !node.isTextblock && !has })
  return has
}
export const hasSigns = node => node.isTextblock && (node.type === nodes.paragraph ? [BLOCK, OTHER, INLINE] : [INLINE]).some(each => node.textContent.search(each) >= 0)

// The blocks of a page with what its signs stand for; null where nothing would change.
export function withoutSigns(doc) {
  const made = []
  doc.forEach(node => {
    const block = converted(node), last = made.at(-1)
    const isList = [nodes.bullet_list, nodes.ordered_list].includes(block.type) && block !== node
    if (isList && last?.type === block.type && last.isMade) made[made.length - 1] = Object.assign(last.copy(last.content.append(block.content)), {isMade: true})
    else made.push(isList ? Object.assign(block, {isMade: true}) : block)
  })
  const content = Fragment.from(made)
  return content.eq(doc.content) ? null : content
}

export function convertSigns(state, dispatch) {
  const content = withoutSigns(state.doc)
  if (content) dispatch?.(become(state.tr, state.doc, state.doc.copy(content)).scrollIntoView())
  return !!content
}

// A block of the page becomes another; what lies within one keeps its form.
function converted(node, isWithin = false) {
  if (!node.isTextblock) return node.childCount ? node.copy(Fragment.from(children(node).map(each => converted(each, true)))) : node
  const match = node.type === nodes.paragraph && !isWithin && BLOCK.exec(node.textContent), found = match?.groups
  const words = inline(node, match ? match[0].length : 0)
  if (!found) return node.copy(words)
  if (found.head) return nodes.heading.create({level: Math.max(2, found.head.length)}, words)
  const inner = nodes.paragraph.create(null, words)
  if (found.quote) return nodes.blockquote.create(null, inner)
  const item = nodes.list_item.create(null, inner)
  return found.bullet ? nodes.bullet_list.create(null, item) : nodes.ordered_list.create({start: Number(found.number)}, item)
}

function inline(node, from) {
  const found = []
  node.content.cut(from).forEach(child => {
    if (!child.isText || child.marks.some(mark => mark.type === marks.code)) return found.push(child)
    let at = 0
    for (const match of child.text.matchAll(INLINE)) {
      const {strong, strong2, em, em2, link, href} = match.groups, words = strong || strong2 || em || em2 || link
      const mark = link ? isSafe(href) && marks.link.create({href}) : marks[strong || strong2 ? 'strong' : 'em'].create()
      if (!mark) continue
      if (match.index > at) found.push(child.cut(at, match.index))
      found.push(schema.text(words, mark.addToSet(child.marks)))
      at = match.index + match[0].length
    }
    if (at < child.text.length) found.push(child.cut(at))
  })
  return Fragment.from(found)
}
