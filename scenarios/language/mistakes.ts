/** Mistakes of a scenario's author: all that were found, in one error. */

import { CsclabError, type Position } from '../../sim/mod.ts'

/** One mistake. */
export interface Mistake {
  /** What is wrong. */
  readonly message: string
  /** Where it is written, when that is known. */
  readonly position: Position | undefined
  /** What to do about it, when there is something to suggest. */
  readonly hint: string | undefined
}

/**
 * All mistakes of a file or scenario at once. `message` lists them, `position` is the place of the first.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { parseScenarioJson, ScenarioMistakes } from 'csclab/scenarios'
 *
 * try {
 *   parseScenarioJson('{ "scenarios": [] }', 'mine.json')
 * } catch (error) {
 *   assert.ok(error instanceof ScenarioMistakes)
 *   assert.deepEqual(error.mistakes, [{
 *     message: '"scenarios" of the file must hold at least one scenario',
 *     position: { file: 'mine.json', line: 1, column: 16 },
 *     hint: undefined,
 *   }])
 * }
 * ```
 */
export class ScenarioMistakes extends CsclabError {
  readonly mistakes: readonly Mistake[]

  constructor(mistakes: readonly Mistake[]) {
    const position = mistakes.find((mistake) => mistake.position !== undefined)?.position
    super('scenario', mistakes.map(describeMistake).join('\n'), position === undefined ? {} : { position })
    this.mistakes = mistakes
  }
}

/**
 * A mistake as text: place, what, and on a second line the hint.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { describeMistake } from 'csclab/scenarios'
 *
 * const mistake = { message: 'Unknown verb "wrte"', position: { file: 'mine.json', line: 3 }, hint: 'Did you mean "write"?' }
 * assert.equal(describeMistake(mistake), 'mine.json:3: Unknown verb "wrte"\n  Did you mean "write"?')
 * ```
 */
export function describeMistake({ message, position, hint }: Mistake): string {
  const place = position === undefined ? '' : `${describePosition(position)}: `
  return hint === undefined ? `${place}${message}` : `${place}${message}\n  ${hint}`
}

function describePosition({ file, line, column }: Position): string {
  return column === undefined ? `${file}:${line}` : `${file}:${line}:${column}`
}
