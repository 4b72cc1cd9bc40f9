// Small forms in a dialogue: a link, a cue, a speaker, a note, a table.
export const make = (tag, values = {}, ...children) => {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(values)) {
    if (name.startsWith('on')) made.addEventListener(name.slice(2), value)
    else if (name in made && name !== 'list') made[name] = value
    else made.setAttribute(name, value)
  }
  made.append(...children.filter(child => child !== null && child !== ''))
  return made
}

// Ask for values; null where it is closed. Fields: {name, label, value, choices, kind, list}.
// Enter puts what is typed, in every field; whoever leaves with words that were typed is told first.
export function ask(host, title, fields, words, extra = null) {
  return new Promise(done => {
    const inputs = {}
    const rows = fields.map(field => {
      const control = inputs[field.name] = control_of(field)
      const listed = field.list ? [make('datalist', {id: `ds-${field.name}`}, ...field.list.map(value => make('option', {value})))] : []
      return make('label', {}, field.label, control, ...listed)
    })
    const typed = () => Object.values(inputs).map(input => input.value.trim()).join('\n'), first = typed()
    let answer = null
    const keep = event => { if (typed() !== first) event.preventDefault() }
    const finish = () => { removeEventListener('beforeunload', keep); dialog.close(); dialog.remove(); done(answer) }  // at once: what is typed next belongs to the page
    const leave = () => {
      if (typed() === first || told.textContent) return finish()
      told.textContent = words.unput
      cancel.textContent = words.dropTyped
    }
    const told = make('p', {className: 'told wrong', role: 'alert'}), cancel = make('button', {type: 'button', className: 'button', textContent: words.cancel, onclick: leave})
    const form = make('form', {method: 'dialog', onsubmit: event => {
      event.preventDefault()
      answer = Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, input.value.trim()]))
      finish()
    }}, make('h2', {id: 'hoi-ten', textContent: title}), ...rows,
    ...(extra ? [extra(values => { answer = values; finish() }, inputs)] : []),
    told, make('p', {className: 'choices'}, make('button', {className: 'button main', textContent: words.put}), cancel))
    form.addEventListener('input', () => { told.textContent = ''; cancel.textContent = words.cancel })
    const dialog = make('dialog', {className: 'ask', 'aria-labelledby': 'hoi-ten', onclose: () => { dialog.remove(); done(null) }, oncancel: event => { event.preventDefault(); leave() }, onkeydown: event => {
      if (event.isComposing) return
      if (event.key === 'Escape') { event.preventDefault(); leave() }  // a second Escape closes a dialogue whatever is asked
      if (event.key === 'Enter' && !event.defaultPrevented && event.target.localName === 'textarea') { event.preventDefault(); form.requestSubmit() }
    }}, form)
    host.append(dialog)
    addEventListener('beforeunload', keep)
    dialog.showModal()
    const start = Object.values(inputs)[0]
    start?.focus()
    start?.select?.()
  })
}

function control_of(field) {
  if (field.choices) return make('select', {}, ...field.choices.map(([value, title]) => new Option(title, value, false, value === field.value)))
  if (field.kind === 'lines') return make('textarea', {rows: 3, value: field.value || ''})
  const more = field.kind === 'number' ? {type: 'number', min: field.min ?? 0, max: field.max ?? 9999} : {}
  const input = make('input', {...more, value: field.value ?? '', required: field.needed ?? false, autocomplete: 'off'})
  if (field.list) input.setAttribute('list', `ds-${field.name}`)
  return input
}
