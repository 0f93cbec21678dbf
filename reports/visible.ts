/** Text made safe to print: what cannot be seen, or would act on a terminal or a page, is shown as an escape. */

/** Control characters but line feed, invisible and direction-changing characters, and halves of surrogate pairs. */
const UNSEEN =
  /(?!\n)\p{Control}|[\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|\p{Surrogate}/gu

/**
 * Shows what cannot be seen as `\xNN`, `\uNNNN`, `\t` or `\r`; line feeds stay. The result holds no terminal command,
 * no direction override and no lone surrogate, and can be encoded as UTF-8 without loss.
 */
export function visible(text: string): string {
  return text.replace(UNSEEN, escapeOf)
}

/** The same on one line: line feeds are shown as `\n`, too. */
export function visibleLine(text: string): string {
  return visible(text).replaceAll('\n', '\\n')
}

/** A whole number with commas between thousands: `5,000`. */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')
}

/** A number with its noun: `1 item`, `5,000 items`; an irregular plural can be given. */
export function counted(count: number, noun: string, plural: string = `${noun}s`): string {
  return `${formatCount(count)} ${count === 1 ? noun : plural}`
}

/** What a list leaves out, or nothing: `showing 200 of 5,000 lines`. */
export function showing(shown: number, total: number, nouns: string): string {
  return shown >= total ? '' : `showing ${formatCount(shown)} of ${formatCount(total)} ${nouns}`
}

function escapeOf(character: string): string {
  if (character === '\t') return '\\t'
  if (character === '\r') return '\\r'
  const code = character.charCodeAt(0)
  return code < 0x100 ? `\\x${hex(code, 2)}` : `\\u${hex(code, 4)}`
}

function hex(code: number, digits: number): string {
  return code.toString(16).padStart(digits, '0')
}
