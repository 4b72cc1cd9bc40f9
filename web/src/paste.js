// What comes from Word or a web page: its words, and of its form all that a piece has a place for.
import {isSafe} from './schema.js'
import {asBlocks, formWords, hidden, preformatted, renamed, unlaid} from './paste-blocks.js'
import {evenRows, lists, plainCell} from './paste-lists.js'
import {notes} from './paste-notes.js'
import {styleOf} from './paste-styles.js'

const GONE = 'style,script,meta,link,title,xml,noscript,template,datalist'
const UP = letters('⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾'), DOWN = letters('₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎')
const SPACES = /[ \t\r\n\u2000-\u200a\u202f]*\u00a0[\s\u00a0]*|[\u2000-\u200a\u202f]+/g, UNSEEN = /[\u00ad\u200b\ufeff]/g
const DARK = /^(|black|windowtext|initial|inherit|currentcolor|#0{3,6}|rgba?\(0, 0, 0(, 1)?\))$/i, PALE = /^(|none|white|initial|transparent|rgba?\((255, 255, 255(, 1)?|0, 0, 0, 0)\))$/i
const SIGNS = /^["']?(wingdings|webdings|symbol)/  // their letters are pictures
// What a look at the page would not find, by its name: Word hides it in remarks, or in its sheet of styles.
const OLD = String.raw`font-family\s*:\s*["']?(\.Vn[A-Z]|VNI-)`
const HIDDEN = {equations: /<m:oMath|<math[\s>]/i, boxes: /<v:textbox/i, fonts: RegExp(`MsoNormal[^{}]*\\{[^}]*${OLD}|style=["'][^>]*${OLD}`, 'i')}

function letters(row) { return Object.fromEntries([...'0123456789+-=()'].map((each, n) => [each, [...row][n]])) }

// The HTML without what a piece has no place for, the names of what was left out, and the notes as
// {label, body}; `nextLabel` names a note.
export function cleaned(html, nextLabel) {
  const page = new DOMParser().parseFromString(html.replace(/^\s*(?:<meta[^>]*>\s*)*(?=<(?:tr|td|th|tbody)[\s>])/i, '<table>'), 'text/html'), left = new Set(), body = page.body
  const all = selector => [...body.querySelectorAll(selector)]
  const drop = (found, name) => found.forEach(each => { if (name) left.add(name); each.remove() })
  const styled = pattern => all('[style]').filter(each => pattern.test(each.getAttribute('style')))
  for (const [name, pattern] of Object.entries(HIDDEN)) if (pattern.test(html)) left.add(name)
  drop(all(`${GONE},br[clear],hr[width="33%"]`))  // what Word puts between pages, and above notes
  drop(hidden(all))
  drop(all('del[cite],del[datetime]'), 'changes')
  drop([...all('a[href*="#_msocom"],.MsoCommentReference'), ...styled(/mso-element\s*:\s*comment/i)], 'comments')
  drop(all('[class^="MsoToc"]'), 'contents')
  formWords(all, left)
  drop(all('object,embed,iframe'), 'embedded')
  notes(body, left, nextLabel)
  preformatted(page, body, left)
  raised(all, styled, left)
  unlaid(all)
  asBlocks(page, all)
  lists(page, body, left)
  drop(all('video,audio'), 'sounds')
  drop(all('img,svg,canvas,picture'), 'pictures')
  all('a[href]').filter(each => !isSafe(each.getAttribute('href')) || leadsHere(each)).forEach(each => {
    if (each.textContent.trim()) left.add('links')
    each.replaceWith(...each.childNodes)
  })
  told(all, left)
  marked(page, all)
  spaces(page, body)
  all('p.MsoTitle').forEach(each => renamed(each, 'h2'))
  all('p.MsoQuote,p.MsoIntenseQuote').forEach(each => renamed(each, 'blockquote'))
  all('td,th').forEach(cell => plainCell(cell, left))
  all('table').forEach(evenRows)
  drop(all('[style]').filter(each => each.textContent.trim() && SIGNS.test(styleOf(each, 'font-family'))), 'symbols')
  all('p,h1,h2,h3,h4,h5,h6,li').forEach(each => { if (!each.textContent.trim() && !each.querySelector('table,br')) each.remove() })
  all('[style]').forEach(each => each.removeAttribute('style'))
  const bodies = all('section[data-body]')
  bodies.forEach(each => each.remove())
  return [body.innerHTML, left, bodies.map(each => ({label: each.dataset.body, body: each}))]
}

// A mark of a place in the document that it comes from: the clipboard may say it as one of this page.
const leadsHere = link => ['#', `${location.origin}/bai/`].some(start => link.getAttribute('href').startsWith(start))

// m² and H₂O have letters of their own; what has none stays on the line, and is named.
function raised(all, styled, left) {
  const found = new Map()
  all('sup:not([data-note]),sub').forEach(each => found.set(each, each.tagName === 'SUP' ? UP : DOWN))
  styled(/vertical-align\s*:\s*super|mso-text-raise\s*:\s*[1-9.]/i).forEach(each => found.set(each, UP))
  styled(/vertical-align\s*:\s*sub|mso-text-raise\s*:\s*-/i).forEach(each => found.set(each, DOWN))
  for (const [each, row] of found) {
    if (each.querySelector('[data-note]')) { each.replaceWith(...each.childNodes); continue }
    const signs = [...each.textContent.replace(UNSEEN, '').trim().replace(/[−–]/g, '-')]
    if (signs.length && signs.every(sign => row[sign])) each.replaceWith(signs.map(sign => row[sign]).join(''))
    else {
      if (signs.length) left.add('raised')
      each.replaceWith(...each.childNodes)
    }
  }
}

// Looks that a page of ours gives itself are no loss; those that say something are named.
function told(all, left) {
  if (all('u').length || all('[style]').some(each => /underline/.test(decoration(each)) && !each.closest('a'))) left.add('underline')
  const isColoured = each => !each.closest('a,h1,h2,h3,h4,h5,h6') && (!DARK.test(styleOf(each, 'color')) || !PALE.test(styleOf(each, 'background-color') || styleOf(each, 'background')))
  if (all('mark').length || all('[style]').some(isColoured)) left.add('colours')
}

// What styles say becomes marks: the page allows no styles of others, so nobody else reads them.
const decoration = each => styleOf(each, 'text-decoration') || styleOf(each, 'text-decoration-line')
function marked(page, all) {
  all('b,i').filter(each => /^normal$|^400$/.test(styleOf(each, each.tagName === 'B' ? 'font-weight' : 'font-style'))).forEach(each => each.replaceWith(...each.childNodes))
  const looks = {strong: each => /^(bold|[6-9]00)$/.test(styleOf(each, 'font-weight')), em: each => /italic|oblique/.test(styleOf(each, 'font-style')), s: each => /line-through/.test(decoration(each))}
  for (const [tag, isSo] of Object.entries(looks)) for (const each of all('[style]').filter(each => isSo(each) && !each.closest('h1,h2,h3,h4,h5,h6')).flatMap(wordsOf)) {
    const made = page.createElement(tag)
    made.append(...each.childNodes)
    each.append(made)
  }
}
// What holds the words of an element: itself, or the blocks in it that say nothing of their own looks.
const BLOCKS = 'p,li,td,th,div'
const wordsOf = each => each.querySelector(BLOCKS) ? [...each.querySelectorAll(BLOCKS)].filter(inner => !inner.querySelector(BLOCKS) && !/font|decoration/.test(inner.getAttribute('style') || '')) : [each]

function spaces(page, body) {
  const walk = page.createTreeWalker(body, NodeFilter.SHOW_TEXT)
  while (walk.nextNode()) walk.currentNode.data = walk.currentNode.data.replace(UNSEEN, '').replace(SPACES, ' ')
}
