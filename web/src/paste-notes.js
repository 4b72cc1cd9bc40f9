// Notes of Word, at the foot of a page or at the end: marks that lead to bodies, and bodies that lead back.
const MARK = /#_(ftn|edn)(\d+)$/, BACK = /#_(ftn|edn)ref(\d+)$/, BODY = /mso-element\s*:\s*(footnote|endnote)/i

// A mark becomes <sup data-note>, a body a <section data-body> at the end, by the same label. What
// lacks its other half is left.
export function notes(root, left, nextLabel) {
  const links = [...root.querySelectorAll('a[href]')], bodies = new Map()
  for (const link of links) {
    const back = BACK.exec(link.getAttribute('href')), body = back && bodyOf(link, back)
    if (body) bodies.set(`${back[1]}${back[2]}`, body)
    link.dataset.back = back ? '1' : ''
  }
  const found = new Map()
  for (const link of links.filter(each => !each.dataset.back)) {
    const mark = MARK.exec(link.getAttribute('href')), body = mark && bodies.get(`${mark[1]}${mark[2]}`)
    if (!mark) continue
    if (!body || link.closest('h1,h2,h3,h4,h5,h6')) { left.add('notes'); link.remove(); continue }
    if (!found.has(body)) found.set(body, nextLabel(found.size))
    const sign = root.ownerDocument.createElement('sup')
    sign.dataset.note = found.get(body)
    link.replaceWith(sign)
  }
  for (const link of links) if (link.dataset.back) link.remove()
  for (const body of bodies.values()) if (!found.has(body) && body.textContent.trim()) left.add('notes')
  bodies.forEach(body => body.remove())
  for (const each of root.querySelectorAll('[style]')) if (BODY.test(each.getAttribute('style'))) each.remove()  // the list, with its rule
  for (const [body, label] of found) {
    const section = root.ownerDocument.createElement('section')
    section.dataset.body = label
    section.append(...(body.tagName === 'P' ? [body] : body.childNodes))
    root.append(section)
  }
}

// Where no style says what it is, a body is the paragraph whose first words lead back.
function bodyOf(link, [, kind, number]) {
  const whole = link.closest(`[id="${kind}${number}"]`)
  if (whole) return whole
  const words = link.closest('p,div,li')
  return words && words.textContent.trim().startsWith(link.textContent.trim()) ? words : null
}
