// What the page-like editor can hold: the blocks that the desk sends, and nothing else.
import {Schema} from 'prosemirror-model'
import {tableNodes} from 'prosemirror-tables'

const level = node => Number(node.dataset.level || Math.max(2, node.tagName[1]))  // those that come from elsewhere lie below the title
const block = (content, tag, more = {}) =>
  ({content, group: 'block', defining: true, parseDOM: [{tag}], toDOM: () => [tag, 0], ...more})
const mark = (name, rules) => ({parseDOM: rules, toDOM: () => [name, 0]})
const tables = tableNodes({
  tableGroup: 'block',
  cellContent: 'paragraph',
  cellAttributes: {
    align: {default: '', getFromDOM: cell => cell.dataset.align || '', setDOMAttr: (value, attrs) => { if (value) attrs['data-align'] = value }},
  },
})

export const schema = new Schema({
  nodes: {
    doc: {content: '(block|top)+'},
    paragraph: block('inline*', 'p', {defining: false}),  // a list that is pasted into an empty one stays a list
    text: {group: 'inline'},
    heading: block('inline*', 'h2', {
      attrs: {level: {default: 2}},
      parseDOM: [1, 2, 3, 4, 5, 6].map(n => ({tag: `h${n}`, getAttrs: node => ({level: level(node)})})),
      toDOM: node => [`h${node.attrs.level}`, {'data-level': node.attrs.level}, 0],
    }),
    bullet_list: block('list_item+', 'ul', {attrs: {tight: {default: true}}, defining: false}),
    ordered_list: block('list_item+', 'ol', {
      attrs: {start: {default: 1}, tight: {default: true}}, defining: false,
      parseDOM: [{tag: 'ol', getAttrs: node => ({start: Number(node.getAttribute('start') ?? 1)})}],
      toDOM: node => ['ol', {start: node.attrs.start}, 0],
    }),
    list_item: block('block+', 'li', {group: ''}),
    blockquote: block('block+', 'blockquote'),
    cue: {
      content: 'block+', group: 'top', defining: true,
      attrs: {kind: {default: 'nhạc'}, seconds: {default: 0}},
      parseDOM: [{tag: 'div[data-kind]', getAttrs: node => ({kind: node.dataset.kind, seconds: Number(node.dataset.seconds)})}],
      toDOM: node => ['div', {'data-kind': node.attrs.kind, 'data-seconds': node.attrs.seconds}, 0],
    },
    footnote: {
      content: 'block+', group: 'top', defining: true, attrs: {label: {}},
      parseDOM: [{tag: 'section[data-label]', getAttrs: node => ({label: node.dataset.label})}],
      toDOM: node => ['section', {'data-label': node.attrs.label}, 0],
    },
    raw: {
      group: 'block', atom: true, attrs: {text: {default: ''}},
      parseDOM: [{tag: 'pre[data-raw]', getAttrs: node => ({text: node.dataset.raw})}],
      toDOM: node => ['pre', {'data-raw': node.attrs.text}, node.attrs.text],
    },
    rule: {group: 'block', atom: true, parseDOM: [{tag: 'hr'}], toDOM: () => ['hr']},
    ...tables,
    hard_break: {inline: true, group: 'inline', selectable: false, parseDOM: [{tag: 'br'}], toDOM: () => ['br']},
    image: {
      inline: true, group: 'inline', atom: true, attrs: {src: {default: ''}, alt: {default: ''}, key: {default: ''}, source: {default: ''}},
      parseDOM: [{tag: 'span[data-source]', getAttrs: ({dataset}) => ({src: dataset.src, alt: dataset.alt, key: dataset.key, source: dataset.source})}],
      toDOM: ({attrs}) => ['span', {class: 'picture', 'data-src': attrs.src, 'data-alt': attrs.alt, 'data-key': attrs.key, 'data-source': attrs.source}, attrs.alt || attrs.src],
    },
    note: {
      inline: true, group: 'inline', atom: true, attrs: {label: {}},
      parseDOM: [{tag: 'sup[data-note]', getAttrs: node => ({label: node.dataset.note})}],
      toDOM: node => ['sup', {'data-note': node.attrs.label}, node.attrs.label],
    },
    raw_inline: {
      inline: true, group: 'inline', atom: true, attrs: {source: {}},
      parseDOM: [{tag: 'code[data-raw]', getAttrs: node => ({source: node.dataset.raw})}],
      toDOM: node => ['code', {'data-raw': node.attrs.source}, node.attrs.source],
    },
  },
  marks: {
    link: {
      attrs: {href: {}, title: {default: ''}, source: {default: ''}}, inclusive: false,
      parseDOM: [{tag: 'a[href]', getAttrs: node => isSafe(node.getAttribute('href')) && {href: node.getAttribute('href'), title: node.dataset.title ?? node.title, source: node.dataset.source || ''}}],
      toDOM: ({attrs}) => ['a', {'data-href': attrs.href, href: attrs.href, title: attrs.title || attrs.href, 'data-title': attrs.title, 'data-source': attrs.source}, 0],
    },
    s: mark('s', [{tag: 's'}, {tag: 'del'}, {tag: 'strike'}]),
    strong: mark('strong', [{tag: 'strong'}, {tag: 'b'}]),
    em: mark('em', [{tag: 'em'}, {tag: 'i'}]),
    code: mark('code', [{tag: 'code:not([data-raw])'}]),
  },
})

export const isSafe = href => !/^\s*(javascript|vbscript|data|file):/i.test(href)
