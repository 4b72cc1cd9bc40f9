// Blocks and lines of web pages that the page-like editor has no name for, and words that stand in forms.
import {styleOf} from './paste-styles.js'

const OTHERS = 'summary,details,legend,fieldset,main,nav,center,dialog,search,menu,hgroup,dl,dt,dd,figure,figcaption,header,footer,section:not([data-body],[data-label]),article,aside,address,form,pre:not([data-raw])'
const INLINE = 'span,a,b,strong,i,em,label,small,time,cite,font'
const BUTTONS = /^(submit|button|reset|image)$/, TICKS = /^(checkbox|radio)$/, UNSEEN = /^(hidden|password|file|range|color)$/
const SMILEY = /^(?:\p{Extended_Pictographic}|\p{Emoji_Component}){1,9}$/u

export const renamed = (each, tag) => {
  const made = each.ownerDocument.createElement(tag)
  made.append(...each.childNodes)
  each.replaceWith(made)
  return made
}

// What nobody saw where it was copied.
export function hidden(all) {
  return [...all('[hidden]'), ...all('[style]').filter(each => /^none/.test(styleOf(each, 'display')) || /^(hidden|collapse)/.test(styleOf(each, 'visibility')) || /^all/.test(styleOf(each, 'mso-hide')))]
}

// Words that were typed into a form stay as words; what says nothing without it is named.
export function formWords(all, left) {
  all('input,select,textarea,button').forEach(each => {
    const words = wordsOf(each)
    if (words === null) each.closest('h1,h2,h3,h4,h5,h6,summary') && each.localName === 'button' ? each.replaceWith(...each.childNodes) : (left.add('buttons'), each.replaceWith(' '))
    else {
      if (each.getAttribute('type') !== 'hidden') left.add(words === undefined ? 'ticks' : 'fields')
      each.replaceWith(' ', ...(words ? lined(each.ownerDocument, words) : []), ' ')
    }
  })
  all('[role=checkbox],[role=radio]').forEach(each => { left.add('ticks'); each.querySelectorAll('img').forEach(sign => sign.remove()) })
}
// Null of a button, nothing of a box to tick.
function wordsOf(each) {
  const type = (each.getAttribute('type') || '').toLowerCase()
  if (each.localName === 'button' || (each.localName === 'input' && BUTTONS.test(type))) return null
  if (each.localName === 'textarea') return each.value || each.textContent
  if (each.localName === 'select') return [...each.selectedOptions].map(one => one.textContent.trim()).join(', ')
  return TICKS.test(type) ? undefined : UNSEEN.test(type) ? '' : each.getAttribute('value') || ''
}

// Whatever is a block there is one here: no words of two blocks touch.
export function asBlocks(page, all) {
  all('ul ul,ul ol,ol ul,ol ol').forEach(each => { if (/^[OU]L$/.test(each.parentElement.tagName) && !each.previousElementSibling) renamed(wrap(page, each, 'div'), 'li') })
  for (const each of all(INLINE)) if (/^(block|flex|grid|table|list-item)/.test(styleOf(each, 'display'))) wrap(page, each, 'div')
  for (const each of all('[style]')) if (/^(inline-)?(flex|grid)/.test(styleOf(each, 'display'))) [...each.children].slice(0, -1).forEach(child => child.after(' '))
  all(OTHERS).forEach(each => renamed(each, 'div'))
  all('q').forEach(each => each.replaceWith('“', ...each.childNodes, '”'))
  all('img[alt]').forEach(each => { if (SMILEY.test(each.alt)) each.replaceWith(each.alt) })
}
function wrap(page, each, tag) {
  const made = page.createElement(tag)
  each.replaceWith(made)
  made.append(each)
  return made
}

// Lines that are broken where they were copied are broken here, too.
export function preformatted(page, body, left) {
  const walk = page.createTreeWalker(body, NodeFilter.SHOW_TEXT), found = []
  while (walk.nextNode()) if (walk.currentNode.data.includes('\n') && isPreformatted(walk.currentNode) && !isBetween(walk.currentNode)) found.push(walk.currentNode)
  for (const node of found) {
    if (/^(?: {2,}|\t)/m.test(node.data)) left.add('indents')
    node.replaceWith(...lined(page, node.data))
  }
}
function isPreformatted(node) {
  for (let each = node.parentElement; each; each = each.parentElement) {
    const space = styleOf(each, 'white-space')
    if (each.dataset.raw) return false
    if (space) return /^(pre|break-spaces)/.test(space)
    if (/^(PRE|LISTING|XMP)$/.test(each.tagName)) return true
  }
  return false
}
// Between two blocks a line that is broken is none.
const isBetween = node => !node.data.trim() && [node.previousElementSibling, node.nextElementSibling].some(each => each?.matches('p,div,li,ul,ol,table,tr,td,th,tbody,h1,h2,h3,h4,h5,h6,blockquote,pre'))
function lined(page, words) {
  const lines = words.replace(/\r\n?/g, '\n').replace(/^\n|\n$/g, '').split('\n')
  return lines.flatMap((line, n) => n ? [page.createElement('br'), line] : [line])
}

// A table that only says where others stand is none: what is in it are blocks.
export function unlaid(all) {
  all('table').filter(each => each.querySelector('table')).forEach(table => {
    const rows = [...table.rows].map(row => [...row.cells].filter(cell => cell.textContent.trim() || cell.querySelector('img')))
    if (rows.filter(row => row.length).length > 1 && rows.some(row => row.length > 1)) return
    table.replaceWith(...rows.flat().map(cell => renamed(cell, 'div')))
  })
}
