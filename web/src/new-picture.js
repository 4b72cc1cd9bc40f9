// A picture from this computer: what it shows and whose it is is asked before it is put in.
import {make} from './forms.js'

const SIDES = ['left', 'top', 'right', 'bottom'], RIGHTS = ['credit', 'source', 'people', 'consent']

// Asks for all that a picture needs; the answer of the desk, or null where nothing is to be put in.
export async function newPicture(host, desk, words, file, say) {
  say('looking')
  const shown = await desk.upload('hinh/xem/tep', sent(file, {}))
  say('')
  if (!shown.preview) return {refused: shown.refused}
  return new Promise(done => dialogue(host, desk, words, file, shown, done))
}

function sent(file, values) {
  const form = new FormData()
  for (const [name, value] of Object.entries(values)) form.set(name, value)
  form.set('tep', file)
  return form
}

function dialogue(host, desk, words, file, shown, done) {
  const row = (label, control) => make('label', {}, label, control)
  const alt = make('textarea', {rows: 2, required: true, lang: 'vi'})
  const asked = {
    credit: make('input', {autocomplete: 'off'}), source: make('input', {autocomplete: 'off'}),
    people: make('select', {}, new Option(words.unset, ''), new Option(words.nobody, 'none'), new Option(words.somebody, 'recognisable')),
    consent: make('input', {autocomplete: 'off'}),
  }
  const cut = shown.is_cut ? cropper(shown.preview, words) : {element: make('img', {src: shown.preview, alt: ''}), value: () => ''}
  const refused = make('p', {className: 'told wrong', role: 'alert', hidden: true})
  const put = make('button', {className: 'button main', textContent: words.put})
  let answer = null
  const finish = () => { dialog.close(); dialog.remove(); done(answer) }
  const form = make('form', {method: 'dialog', onsubmit: async event => {
    event.preventDefault()
    put.disabled = true
    const values = Object.fromEntries(RIGHTS.map(name => [name, asked[name].value.trim()]))
    const got = await desk.upload('hinh/tep', sent(file, {...values, alt: alt.value.trim(), crop: cut.value()}))
    put.disabled = false
    if (got.src) { answer = got; return finish() }
    refused.textContent = got.refused
    refused.hidden = false
    refused.scrollIntoView({block: 'nearest'})
  }},
  make('h2', {id: 'hinh-moi', textContent: words.newPicture}), cut.element, ...(shown.is_here ? [make('p', {className: 'told', textContent: words.isHere})] : []),
  row(words.alt, alt), row(words.credit, asked.credit), row(words.source, asked.source), row(words.people, asked.people), row(words.consent, asked.consent), refused,
  make('p', {className: 'choices'}, put, make('button', {type: 'button', className: 'button', textContent: words.cancel, onclick: finish})))
  const dialog = make('dialog', {className: 'ask new-picture', 'aria-labelledby': 'hinh-moi', onclose: () => { dialog.remove(); done(answer) }}, form)
  host.append(dialog)
  dialog.showModal()
  alt.focus()
}

// A rectangle is drawn with the pointer; the four numbers say the same, for whoever has no mouse.
function cropper(preview, words) {
  const picture = make('img', {src: preview, alt: '', draggable: false}), left = make('div', {className: 'left-over', hidden: true}), stage = make('div', {className: 'crop'}, picture, left)
  const numbers = Object.fromEntries(SIDES.map(side => [side, make('input', {type: 'number', min: 0, max: 95, value: 0, inputMode: 'numeric', oninput: show})]))
  const value = side => Math.min(95, Math.max(0, Number(numbers[side].value) || 0))
  function show() {
    const [l, t, r, b] = SIDES.map(value)
    left.hidden = !(l || t || r || b)
    Object.assign(left.style, {left: `${l}%`, top: `${t}%`, right: `${r}%`, bottom: `${b}%`})
  }
  const place = event => {
    const box = picture.getBoundingClientRect(), share = (at, from, size) => Math.min(100, Math.max(0, (at - from) / size * 100))
    return [share(event.clientX, box.left, box.width), share(event.clientY, box.top, box.height)]
  }
  let from = null
  stage.addEventListener('pointerdown', event => { from = place(event); stage.setPointerCapture(event.pointerId); event.preventDefault() })
  stage.addEventListener('pointermove', event => {
    if (!from) return
    const to = place(event), low = [0, 1].map(n => Math.min(from[n], to[n])), high = [0, 1].map(n => Math.max(from[n], to[n]))
    if (high[0] - low[0] < 5 || high[1] - low[1] < 5) return
    const edges = [low[0], low[1], 100 - high[0], 100 - high[1]]
    SIDES.forEach((side, n) => { numbers[side].value = Math.round(edges[n]) })
    show()
  })
  stage.addEventListener('pointerup', () => { from = null })
  const fields = make('fieldset', {className: 'sides-cut'}, make('legend', {textContent: words.crop}), ...SIDES.map(side => make('label', {}, words[side], numbers[side])))
  const thousandths = () => {
    const [l, t, r, b] = SIDES.map(value)
    return l || t || r || b ? [l * 10, t * 10, 1000 - r * 10, 1000 - b * 10].join(',') : ''
  }
  return {element: make('div', {}, stage, make('small', {textContent: words.cropHelp}), fields), value: thousandths}
}
