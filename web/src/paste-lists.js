// Lists and cells as Word writes them: it has no lists in HTML, only paragraphs that look like items.
import {styleOf} from './paste-styles.js'

const LEVEL = /mso-list\s*:\s*(?!Ignore)\S+\s+level(\d+)/i, IGNORED = /mso-list\s*:\s*Ignore/i
const SIGN = /^[\s\u00a0]*(?:([·•●○◦▪■□§o+*♦❖➢➤✓✔\uf000-\uf0ff–—-])|\(?(\d{1,3}(?:\.\d{1,3})*|[a-zđ]|[ivxlc]{1,6})[.)])(?:[\s\u00a0]+|$)/i
const POINTS = {pt: 1, in: 72, cm: 28.35, mm: 2.835, px: .75}, STEP = 36  // points by which Word moves a level in

export function lists(page, body, left) {
  for (const list of body.querySelectorAll('ol')) if (isOddly(list)) left.add('numbers')
  for (const inner of body.querySelectorAll('ul > ul, ul > ol, ol > ul, ol > ol')) if (inner.previousElementSibling) inner.previousElementSibling.append(inner)
  for (const item of body.querySelectorAll('.ListContainerWrapper li')) asParagraph(page, item)
  const open = []
  for (const each of [...body.querySelectorAll('p,h1,h2,h3,h4,h5,h6,table,ul,ol,div')]) {
    if (each.tagName === 'DIV' || open.some(list => list.contains(each))) continue
    const item = each.tagName === 'P' && !each.closest('td,th,li') ? itemOf(each) : null
    if (item?.level) put(page, open, each, item, left)
    else if (item && open.length) wrapped(page, open.at(-1).lastElementChild).append(each)  // a further paragraph of an item
    else open.length = 0
  }
}

// Word in a browser has a list for each item, which says its level.
function asParagraph(page, item) {
  const made = page.createElement('p'), sign = page.createElement('span'), list = item.parentElement
  sign.setAttribute('style', 'mso-list:Ignore')
  sign.textContent = list.tagName === 'OL' ? `${list.start}. ` : '· '
  list.start++
  made.setAttribute('style', `mso-list:x level${item.dataset.ariaLevel || item.getAttribute('aria-level') || 1} x`)
  item.querySelectorAll('p').forEach(each => each.replaceWith(...each.childNodes))
  made.append(sign, ...item.childNodes)
  list.before(made)
  item.remove()
  if (!list.children.length) list.remove()
}
// What a paragraph of Word says of itself as an item: its level, and its sign, which is taken away.
function itemOf(each) {
  const style = each.getAttribute('style') || '', level = Number(LEVEL.exec(style)?.[1] || 0)
  const isListed = /^MsoListParagraph/.test(each.className) || (styleOf(each, 'text-indent').startsWith('-') && SIGN.test(each.textContent))
  if (!level && !isListed) return null
  const own = [...each.querySelectorAll('[style]')].find(part => IGNORED.test(part.getAttribute('style')))
  const sign = SIGN.exec((own || each).textContent)
  if (own) own.remove()
  else if (sign) cut(each, sign[0].length)
  if (!level && !sign) return {level: 0}
  return {level: level || levelOf(each), number: sign?.[2] || ''}
}
function levelOf(each) {
  const found = /^([\d.]+)(pt|in|cm|mm|px)$/.exec(styleOf(each, 'margin-left') || styleOf(each, 'margin').split(/\s+/)[3] || '')
  return found ? Math.max(1, Math.min(9, Math.round(Number(found[1]) * POINTS[found[2]] / STEP))) : 1
}
function cut(each, length) {
  const walk = each.ownerDocument.createTreeWalker(each, NodeFilter.SHOW_TEXT)
  while (length && walk.nextNode()) {
    const node = walk.currentNode, less = Math.min(length, node.data.length)
    node.data = node.data.slice(less)
    length -= less
  }
}

// Numbers that are told by letters, backwards, or one by one.
const isOddly = list => /^(?!1$)./.test(list.getAttribute('type') || '') || list.hasAttribute('reversed') || /alpha|roman|greek/.test(styleOf(list, 'list-style-type')) || [...list.children].some((item, n) => item.value > 0 && item.hasAttribute('value') && item.value !== list.start + n)

function put(page, open, each, {level, number}, left) {
  const name = number ? 'OL' : 'UL'
  if (number && !/^\d+$/.test(number)) left.add('numbers')
  while (open.length > level || (open.length === level && open.at(-1).tagName !== name)) open.pop()
  while (open.length < level) {
    const list = page.createElement(name), last = open.at(-1)
    if (number > 1 && open.length + 1 === level) list.setAttribute('start', number)
    if (last) (last.lastElementChild || last.appendChild(page.createElement('li'))).append(list)
    else each.before(list)
    open.push(list)
  }
  const item = page.createElement('li')
  item.append(...each.childNodes)
  open.at(-1).append(item)
  each.remove()
}
// An item whose words are a paragraph, so that another can follow.
function wrapped(page, item) {
  if (item.firstElementChild?.tagName === 'P') return item
  const words = page.createElement('p'), inner = [...item.childNodes].filter(each => !['UL', 'OL', 'P'].includes(each.tagName))
  words.append(...inner)
  item.prepend(words)
  return item
}

const PARTS = 'p,div,li,h1,h2,h3,h4,h5,h6,blockquote'
// A cell is one line of words.
export function plainCell(cell, left) {
  if (cell.colSpan > 1 || cell.rowSpan > 1) left.add('merged')
  for (let n = 1; n < cell.colSpan; n++) cell.after(cell.ownerDocument.createElement(cell.tagName))
  below(cell)
  cell.removeAttribute('colspan')
  cell.removeAttribute('rowspan')
  const parts = [...cell.querySelectorAll(PARTS)], items = new Set(parts.filter(part => part.tagName === 'LI' || (part.tagName === 'P' && itemOf(part)?.level)))
  const full = parts.filter(part => part.textContent.trim())
  if (full.length > 1 || full.some(part => part.textContent.trim() !== cell.textContent.trim())) left.add('paragraphs')
  parts.forEach((part, n) => part.replaceWith(' ', ...part.childNodes, items.has(part) && items.has(parts[n + 1]) ? '; ' : ' '))
  cell.querySelectorAll('br').forEach(each => { if (each.nextSibling && each.previousSibling) left.add('paragraphs'); each.replaceWith(' ') })
  cell.querySelectorAll('hr').forEach(each => each.remove())
  if (cell.querySelector('table')) inOneLine(cell, left)
  cell.querySelectorAll('ul,ol').forEach(each => each.replaceWith(...each.childNodes))
}
// A table within a cell: its cells and rows stand apart by their signs.
function inOneLine(cell, left) {
  left.add('tables')
  for (const inner of cell.querySelectorAll('td,th')) if (inner.textContent.trim()) inner.append(inner.nextElementSibling ? ', ' : '; ')
  cell.textContent = cell.textContent.replace(/\s+/g, ' ').replace(/\s+([,;])/g, '$1').replace(/[,;]\s*$/, '').trim()
}
// Every row is as long as the longest: what lacks, lacks at its end.
export function evenRows(table) {
  const most = Math.max(...[...table.rows].map(row => row.cells.length))
  for (const row of table.rows) while (row.cells.length < most) row.append(table.ownerDocument.createElement('td'))
}
// A cell that reaches down leaves empty ones in the rows below, so that every row is as long.
function below(cell) {
  let row = cell.parentElement
  const at = [...row.children].indexOf(cell), wide = cell.colSpan
  for (let n = 1; n < cell.rowSpan; n++) {
    row = row.nextElementSibling
    for (let more = 0; row && more < wide; more++) row.insertBefore(cell.ownerDocument.createElement('td'), row.children[at] || null)
  }
}
