/** Names for constants: readable, valid and unique. */

import { upcase } from '../../sim/mod.ts'

/** Words that cannot name a constant, and words of the language that constants must not hide. */
const TAKEN: readonly string[] = [
  'arguments await break case catch class const continue debugger default delete do else enum eval export extends',
  'false finally for function if implements import in instanceof interface let new null package private protected',
  'public return static super switch this throw true try typeof undefined var void while with yield',
  'bytes clearFaults client close fault folder holes latency limitDisk limitUser linkTo note policy raw reachable round',
  'scenario scenarioTable server service setClock share sync unreachable user wait',
].flatMap((line) => line.split(' '))

/** Hands out names, none of them twice. */
export class Names {
  readonly #taken: Set<string>

  constructor(taken: Iterable<string> = []) {
    this.#taken = new Set([...TAKEN, ...taken])
  }

  /**
   * A name made of the letters and digits of a text, in camel case; `fallback` when there are none or it begins with a
   * digit, a number behind when it is taken.
   */
  take(text: string, fallback: string): string {
    const [first = '', ...others] = text.split(/[^A-Za-z0-9]+/).filter((word) => word !== '')
    const joined = lowerFirst(first) + others.map(upperFirst).join('')
    const base = /^[a-z]/.test(joined) ? joined : fallback + joined
    let name = base
    for (let number = 2; this.#taken.has(name); number++) name = `${base}${number}`
    this.#taken.add(name)
    return name
  }
}

function lowerFirst(word: string): string {
  return word.charAt(0).toLowerCase() + word.slice(1)
}

function upperFirst(word: string): string {
  return upcase(word.charAt(0)) + word.slice(1)
}
