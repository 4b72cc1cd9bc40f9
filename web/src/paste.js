// What comes from Word or a web page: paragraphs, bold, italics, lists, tables and links stay.
import {isSafe} from './schema.js'

const GONE = 'style,script,meta,link,title,xml,object,embed,iframe,form,input,button,select,textarea,noscript,template'
const LEVEL = /mso-list:\s*\S+\s+level(\d+)/i

// The HTML without what a piece has no place for, and the names of what was left out.
export function cleaned(html) {
  const page = new DOMParser().parseFromString(html, 'text/html'), left = new Set(), body = page.body
  const all = selector => [...body.querySelectorAll(selector)]
  const drop = (selector, name) => all(selector).forEach(each => { if (name) left.add(name); each.remove() })
  drop(GONE)
  drop('img,svg,video,audio,canvas,picture', 'pictures')
  drop('a[href^="#_ftn"],a[href^="#_edn"],div[style*="mso-element:footnote"],div[style*="mso-element:endnote"]', 'notes')
  drop('[style*="mso-element:comment"],a[href^="#_msocom"]', 'comments')
  all('a[href]').forEach(each => { if (!isSafe(each.getAttribute('href')) || each.getAttribute('href').startsWith('#')) each.replaceWith(...each.childNodes) })
  all('td,th').forEach(cell => plainCell(cell, left))
  lists(page, body)
  all('p,h1,h2,h3,h4,h5,h6,li').forEach(each => { if (!each.textContent.trim() && !each.querySelector('table,br')) each.remove() })
  return [body.innerHTML, left]
}

function plainCell(cell, left) {
  if (cell.colSpan > 1 || cell.rowSpan > 1) left.add('merged')
  for (let n = 1; n < cell.colSpan; n++) cell.after(cell.ownerDocument.createElement(cell.tagName))
  cell.removeAttribute('colspan')
  cell.removeAttribute('rowspan')
  if (cell.querySelector('table')) { left.add('tables'); cell.textContent = cell.textContent.replace(/\s+/g, ' ').trim() }
  const parts = [...cell.querySelectorAll('p,div,li,h1,h2,h3,h4,h5,h6')]
  parts.forEach(part => part.replaceWith(...part.childNodes, ' '))
  cell.querySelectorAll('br').forEach(each => each.replaceWith(' '))
  cell.querySelectorAll('ul,ol').forEach(each => each.replaceWith(...each.childNodes))
}

// Word has no lists in HTML, only paragraphs that look like items.
function lists(page, body) {
  const open = []
  for (const each of [...body.querySelectorAll('p,h1,h2,h3,h4,h5,h6,table,ul,ol')]) {
    const level = each.tagName === 'P' && Number(LEVEL.exec(each.getAttribute('style') || '')?.[1] || 0)
    if (!level) { if (!open.some(list => list.contains(each))) open.length = 0; continue }
    const sign = each.querySelector('[style*="mso-list:Ignore"]'), name = /\w[.)]/.test(sign?.textContent || '') ? 'ol' : 'ul'
    sign?.remove()
    while (open.length > level) open.pop()
    while (open.length < level) {
      const list = page.createElement(name), last = open.at(-1)
      if (last) (last.lastElementChild || last.appendChild(page.createElement('li'))).append(list)
      else each.before(list)
      open.push(list)
    }
    const item = page.createElement('li')
    item.append(...each.childNodes)
    open.at(-1).append(item)
    each.remove()
  }
}
