// What a style attribute says of something, as it is written: a page whose rules allow no inline
// styles does not read them.
export function styleOf(each, name) {
  const found = RegExp(`(?:^|;)\\s*${name}\\s*:\\s*([^;]*)`, 'i').exec(each.getAttribute('style') || '')
  return found ? found[1].trim().toLowerCase() : ''
}
