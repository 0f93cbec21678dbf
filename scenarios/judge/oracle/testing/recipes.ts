/** How each state comes about at the item `x`: what was in sync, then edits on both sides. */

import * as assert from 'uvu/assert'
import { Lab, type Laid, on, problems } from './lab.ts'

/** A way to a state; the edits of one side do not depend on those of the other. */
export interface Recipe {
  readonly state: number | undefined
  readonly laid: Laid
  readonly local: readonly string[]
  readonly server: readonly string[]
}

const FILE: Laid = { x: 'first' }
const DIRECTORY: Laid = { x: null }
const NOTHING: Laid = {}

const HIDE = 'attributes x 2'
const BECOME_DIRECTORY = ['remove x', 'mkdir x']
const BECOME_FILE = ['remove x', 'write x other']

/** Every cell of the matrix that trees can show. */
export const RECIPES: readonly Recipe[] = [
  // no entry: F, R
  recipe(30, NOTHING, [], ['write x there']),
  recipe(31, NOTHING, [], ['mkdir x']),
  // file, clean: D, F, F′, R, R′
  recipe(46, FILE, [], ['remove x']),
  recipe(0, FILE, [], []),
  recipe(44, FILE, [], ['write x there']),
  recipe(1, FILE, [], BECOME_DIRECTORY),
  recipe(1, FILE, [], [...BECOME_DIRECTORY, HIDE]),
  // file, changed
  recipe(15, FILE, ['write x here'], ['remove x']),
  recipe(39, FILE, ['write x here'], []),
  recipe(12, FILE, ['write x here'], ['write x there']),
  recipe(13, FILE, ['write x here'], BECOME_DIRECTORY),
  recipe(14, FILE, ['write x here'], [...BECOME_DIRECTORY, HIDE]),
  // file, created offline: U, F, R
  recipe(6, NOTHING, ['write x here'], []),
  recipe(9, NOTHING, ['write x here'], ['write x there']),
  recipe(10, NOTHING, ['write x here'], ['mkdir x']),
  // file, created over a tombstone of another kind
  recipe(11, DIRECTORY, BECOME_FILE, ['remove x']),
  recipe(9, DIRECTORY, BECOME_FILE, ['remove x', 'write x there']),
  recipe(7, DIRECTORY, BECOME_FILE, ['remove x', 'write x there', 'attributes x 34']),
  recipe(10, DIRECTORY, BECOME_FILE, []),
  recipe(8, DIRECTORY, BECOME_FILE, [HIDE]),
  // file, created over a file tombstone (P2.12)
  recipe(15, FILE, BECOME_FILE, ['remove x']),
  recipe(39, FILE, BECOME_FILE, []),
  recipe(12, FILE, BECOME_FILE, ['write x there']),
  recipe(13, FILE, BECOME_FILE, BECOME_DIRECTORY),
  recipe(14, FILE, BECOME_FILE, [...BECOME_DIRECTORY, HIDE]),
  // file tombstone
  recipe(undefined, FILE, ['remove x'], ['remove x']),
  recipe(34, FILE, ['remove x'], []),
  recipe(36, FILE, ['remove x'], ['write x there']),
  recipe(37, FILE, ['remove x'], BECOME_DIRECTORY),
  recipe(37, FILE, ['remove x'], [...BECOME_DIRECTORY, HIDE]),
  // directory, clean
  recipe(49, DIRECTORY, [], ['remove x']),
  recipe(3, DIRECTORY, [], BECOME_FILE),
  recipe(4, DIRECTORY, [], [...BECOME_FILE, 'attributes x 34']),
  recipe(0, DIRECTORY, [], []),
  recipe(47, DIRECTORY, [], [HIDE]),
  recipe(47, DIRECTORY, [], ['rename x X']),
  // directory, changed
  recipe(29, DIRECTORY, [HIDE], ['remove x']),
  recipe(26, DIRECTORY, [HIDE], BECOME_FILE),
  recipe(27, DIRECTORY, [HIDE], [...BECOME_FILE, 'attributes x 34']),
  recipe(42, DIRECTORY, [HIDE], []),
  recipe(42, DIRECTORY, ['rename x X'], []),
  recipe(28, DIRECTORY, [HIDE], ['attributes x 4']),
  // directory, created offline
  recipe(20, NOTHING, ['mkdir x'], []),
  recipe(25, FILE, BECOME_DIRECTORY, ['remove x']),
  recipe(22, NOTHING, ['mkdir x'], ['write x there']),
  recipe(22, FILE, BECOME_DIRECTORY, []),
  recipe(23, FILE, BECOME_DIRECTORY, ['write x there']),
  recipe(21, NOTHING, ['mkdir x'], ['mkdir x', HIDE]),
  recipe(21, FILE, BECOME_DIRECTORY, BECOME_DIRECTORY),
  recipe(24, FILE, BECOME_DIRECTORY, [...BECOME_DIRECTORY, HIDE]),
  // directory tombstone
  recipe(undefined, DIRECTORY, ['remove x'], ['remove x']),
  recipe(36, DIRECTORY, ['remove x'], BECOME_FILE),
  recipe(36, DIRECTORY, ['remove x'], [...BECOME_FILE, 'attributes x 34']),
  recipe(35, DIRECTORY, ['remove x'], []),
  recipe(37, DIRECTORY, ['remove x'], [HIDE]),
]

/** A recipe in words, for messages. */
export function told({ state, laid, local, server }: Recipe): string {
  return `state ${state} (${JSON.stringify(laid)}; local: ${local}; server: ${server})`
}

/** Plays a recipe; `last` is the side that edits last. */
export function played({ laid, local, server }: Recipe, last: 'local' | 'server' = 'server'): Lab {
  const lab = new Lab(laid)
  return last === 'server' ? lab.local(...local).server(...server) : lab.server(...server).local(...local)
}

/** Something an engine may do to `x`. */
export type Act = 'nothing' | 'record' | 'up' | 'down' | 'delete server' | 'delete local'

/** How each act is done. */
export const ACTS: Readonly<Record<Act, (lab: Lab) => void>> = {
  nothing: () => {},
  record: (lab) => lab.record('x'),
  up: (lab) => lab.upload('x'),
  down: (lab) => lab.download('x'),
  'delete server': (lab) => lab.has('server', 'x') ? lab.server('remove x') : undefined,
  'delete local': (lab) => lab.has('local', 'x') ? lab.local('remove x') : undefined,
}

/** All acts. */
export const ALL_ACTS: readonly Act[] = ['nothing', 'record', 'up', 'down', 'delete server', 'delete local']

/** Checks that in a round of `recipe` the act `right` is allowed, and every other that comes to something else is not. */
export function onlyAllowed(
  right: Act,
  flags: string,
  how: { readonly recipe: Recipe; readonly last?: 'local' | 'server' },
): void {
  const { recipe, last = 'server' } = how
  const reference = played(recipe, last)
  assert.equal(problems(reference.round(flags, ACTS[right])), [], `${told(recipe)}, ${flags}: ${right}`)
  for (const wrong of ALL_ACTS) {
    const lab = played(recipe, last)
    const opinion = on(lab.round(flags, ACTS[wrong]), 'x')
    if (seen(lab) === seen(reference)) continue
    assert.type(opinion.problem, 'string', `${told(recipe)}, ${flags}: ${wrong} instead of ${right}`)
    assert.is(opinion.outcome, undefined)
  }
}

/** What can be told of a round from outside: to leave out acts that come to the same. */
function seen(lab: Lab): string {
  const { after, before, conflicts } = lab.facts
  const sides = [after.server, after.local, before.server, before.local].map((tree) =>
    [...tree.values()].map((
      { path, info, content },
    ) => [
      path,
      info.type,
      info.attributes,
      info.type === 'file' ? info.times.lastWrite : 0,
      content?.digest(),
    ])
  )
  return JSON.stringify([sides, conflicts])
}

function recipe(
  state: number | undefined,
  laid: Laid,
  local: readonly string[],
  server: readonly string[],
): Recipe {
  return { state, laid, local, server }
}
