/** Escapes in names: letters that look alike or cannot be seen, said by what they are. */

/** Where an escape begins; no other brace in a name means anything. */
const BEGIN = /\{(?:nfd:|nfc:|u\+)/

const FORM = /\{(nfd|nfc):([^{}/\\]+)\}/g
const POINT = /\{u\+([0-9A-Fa-f]{4,6})\}/g

/** Characters to which Unicode has given no meaning yet: a newer runtime may decompose them. */
const UNASSIGNED = /\p{Cn}/u

/** The largest code point. */
const LAST_POINT = 0x10_ffff

/** What cannot come out of an escape: it would part names, or begin another escape. */
const FORBIDDEN = ['/', '\\', '{']

/**
 * A name or path with all its escapes expanded: `{nfd:é}` and `{nfc:é}` are the letters decomposed and composed, `{u+00e9}`
 * is a code point in 4 to 6 hexadecimal digits. What is no such escape stays as it is; {@linkcode wrongEscape} finds it.
 */
export function expandName(name: string): string {
  for (let text = name;;) {
    const next = text.replace(POINT, (escape, digits: string) => letterAt(digits) ?? escape)
      .replace(FORM, (escape, form: string, letters: string) => normalized(form, letters) ?? escape)
    if (next === text) return text
    // What comes out of an escape may complete another one.
    text = next
  }
}

/** The beginning of the first escape in a name that means nothing, or `undefined`. */
export function wrongEscape(name: string): string | undefined {
  const text = expandName(name)
  const start = BEGIN.exec(text)?.index
  if (start === undefined) return undefined
  const end = text.indexOf('}', start)
  return text.slice(start, end === -1 ? undefined : end + 1)
}

function letterAt(digits: string): string | undefined {
  const code = Number.parseInt(digits, 16)
  const letter = code > LAST_POINT ? undefined : String.fromCodePoint(code)
  return letter === undefined || FORBIDDEN.includes(letter) ? undefined : letter
}

function normalized(form: string, letters: string): string | undefined {
  return UNASSIGNED.test(letters) ? undefined : letters.normalize(form === 'nfd' ? 'NFD' : 'NFC')
}
