/** Acts on paths, limits and whole volumes, on a volume and its model. */

import * as assert from 'uvu/assert'
import { isFailure } from '../../port/mod.ts'
import { ATTRIBUTE, upcase } from '../../windows/mod.ts'
import {
  type Act,
  AS_DELETE,
  breakAll,
  create,
  holds,
  PATHS,
  present,
  refusesNew,
  same,
  USERS,
  wrote,
} from './acts.ts'
import { keyOf } from './model.ts'

/** Makes a directory. */
export const mkdir: Act = (pair, pick, now) => {
  const path = pick.of(PATHS)
  const owner = pick.of(USERS)
  const answer = pair.on.mkdir(path, {}, { as: owner })
  const found = pair.model.find(path)
  if (found !== undefined) return same(answer, found.going ? 303 : 183, 'mkdir')
  const refused = refusesNew(pair.model, path)
  if (refused !== 0) return same(answer, refused, 'mkdir')
  create(pair.model, path, { content: undefined, owner, now })
  return same(answer, 0, 'mkdir')
}

/** Removes. */
export const remove: Act = ({ on, model }, pick, now) => {
  const path = pick.of(PATHS)
  const ignoreReadonly = pick.below(2) === 0
  const answer = on.remove(path, { ignoreReadonly })
  const item = present(model, path)
  if (typeof item === 'number') return same(answer, item, 'remove')
  if ([...model.items.keys()].some((key) => key.startsWith(`${keyOf(path)}/`))) {
    return same(answer, 145, 'remove')
  }
  if ((item.attributes & ATTRIBUTE.READONLY) !== 0 && !ignoreReadonly) return same(answer, 5, 'remove')
  const rivals = model.rivals({ item, path, ...AS_DELETE })
  if (holds(rivals)) return same(answer, 32, 'remove')
  breakAll(rivals)
  if (model.isOpen(item)) item.going = true
  else {
    model.note('delete', item, model.spelled(path))
    model.items.delete(keyOf(path))
    model.touch(path, now)
  }
  return same(answer, 0, 'remove')
}

/** Renames, onto others and into itself too. */
export const rename: Act = ({ on, model }, pick, now) => {
  const [path, to] = [pick.of(PATHS), pick.of(PATHS)]
  const replace = pick.below(3) > 0
  const answer = on.rename(path, to, { replace })
  const item = present(model, path)
  if (typeof item === 'number') return same(answer, item, 'rename')
  const [from, target] = [keyOf(path), keyOf(to)]
  if (from === target && item.name === to.at(-1)) return same(answer, 0, 'rename onto itself')
  if (target.startsWith(`${from}/`)) return same(answer, 5, 'rename into itself')
  const refused = refusesNew(model, to)
  if (refused !== 0) return same(answer, refused, 'rename')
  const other = from === target ? undefined : model.find(to)
  const otherRivals = other === undefined ? [] : model.rivals({ item: other, path: to, ...AS_DELETE })
  if (other !== undefined) {
    if (other.going) return same(answer, 303, 'rename onto what goes')
    if (!replace) return same(answer, 183, 'rename')
    const readonly = (other.attributes & ATTRIBUTE.READONLY) !== 0
    const isHeld = [...model.handles.values()].some((handle) =>
      handle.item === other && !handle.broken && !handle.yields
    )
    if (item.content === undefined || other.content === undefined || readonly || isHeld) {
      return same(answer, 5, 'rename onto another kind, or onto what is open')
    }
    if (holds(otherRivals)) return same(answer, 32, 'rename onto what is open')
  }
  const openBelow = [...model.items].some(([key, below]) =>
    (key === from || key.startsWith(`${from}/`)) && model.isOpen(below)
  )
  if (item.content === undefined && openBelow) return same(answer, 5, 'rename above what is open')
  const rivals = model.rivals({ item, path, ...AS_DELETE })
  if (holds(rivals)) return same(answer, 32, 'rename what is open')
  const replaced = [...model.handles.values()].filter((handle) =>
    other !== undefined && handle.item === other
  )
  breakAll([...rivals, ...otherRivals, ...replaced])
  if (other !== undefined) {
    model.note('delete', other, model.spelled(to))
    model.items.delete(target)
  }
  const before = model.spelled(path)
  item.name = to.at(-1) ?? ''
  item.change = now
  for (const [key, below] of Array.from(model.items)) {
    if (key !== from && !key.startsWith(`${from}/`)) continue
    model.items.delete(key)
    model.items.set(target + key.slice(from.length), below)
  }
  model.note('rename-from', item, before)
  model.note('rename-to', item, model.spelled(to))
  model.touch(path, now)
  model.touch(to, now)
  return same(answer, 0, 'rename')
}

/** Sets attributes and times. */
export const setInfo: Act = ({ on, model }, pick, now) => {
  const path = pick.of(PATHS)
  const attributes = pick.of([undefined, 0, ATTRIBUTE.READONLY, ATTRIBUTE.HIDDEN | ATTRIBUTE.ENCRYPTED])
  const lastWrite = pick.of([undefined, 3])
  const answer = on.setInfo(path, {
    info: {
      ...(attributes === undefined ? {} : { attributes }),
      ...(lastWrite === undefined ? {} : { lastWrite }),
    },
  })
  const item = present(model, path)
  if (typeof item === 'number') return same(answer, item, 'set info')
  const settable = ATTRIBUTE.READONLY | ATTRIBUTE.HIDDEN | ATTRIBUTE.ARCHIVE
  if (attributes !== undefined) item.attributes = (item.attributes & ~settable) | (attributes & settable)
  item.lastWrite = lastWrite ?? item.lastWrite
  item.change = now
  model.note('info', item, model.spelled(path))
  return same(answer, 0, 'set info')
}

/** Removes a stream. */
export const removeStream: Act = ({ on, model }, pick, now) => {
  const path = pick.of(PATHS)
  const stream = pick.of(['s', 'OTHER'])
  const answer = on.removeStream(path, stream)
  const item = present(model, path)
  if (typeof item === 'number') return same(answer, item, 'remove stream')
  const key = upcase(stream)
  if (!item.streams.has(key)) return same(answer, 2, 'remove stream')
  if ((item.attributes & ATTRIBUTE.READONLY) !== 0) return same(answer, 5, 'remove stream')
  const open = [...model.handles.values()].some((handle) =>
    handle.item === item && handle.stream === key && !handle.broken
  )
  if (open) return same(answer, 32, 'remove stream')
  item.streams.delete(key)
  wrote(item, now)
  model.note('stream', item, model.spelled(path))
  return same(answer, 0, 'remove stream')
}

/** Sets rights, and asks for some. */
export const setRights: Act = ({ on, model }, pick, now) => {
  const path = pick.of(PATHS)
  const user = pick.of(['ann', 'bob'])
  const right = pick.of(['read', 'write'] as const)
  const word = pick.of(['allow', 'deny', 'inherit'] as const)
  const answer = on.setRights(path, user, { [right]: word })
  const item = present(model, path)
  const code = typeof item === 'number' ? item : 0
  if (typeof item !== 'number') {
    const words = item.rights.get(user) ?? new Map<string, string>()
    if (word === 'inherit') words.delete(right)
    else words.set(right, word)
    if (words.size === 0) item.rights.delete(user)
    else item.rights.set(user, words)
    item.change = now
    model.note('rights', item, model.spelled(path))
  }
  const asked = pick.of(PATHS)
  const said = asked.map((_, i) => model.find(asked.slice(0, i + 1))?.rights.get('ann')?.get(right))
  const nearest = said.filter((one) => one !== undefined).at(-1)
  assert.is(on.allows(asked, 'ann', right), nearest !== 'deny', 'allowed')
  return same(answer, code, 'set rights')
}

/** Lists a directory and looks at an item. */
export const list: Act = ({ on, model }, pick) => {
  const path = pick.of([[], ...PATHS])
  const answer = on.list(path)
  const item = path.length === 0 ? undefined : present(model, path)
  if (typeof item === 'number') return same(answer, item, 'list')
  if (item?.content !== undefined) return same(answer, 267, 'list')
  const below = path.length === 0 ? '' : `${keyOf(path)}/`
  const wanted = [...model.items].filter(([key]) =>
    key.startsWith(below) && !key.slice(below.length).includes('/')
  )
  const lines = isFailure(answer)
    ? []
    : answer.map(({ name, key, info }) => [key, name, info.id, info.times.change])
  assert.equal(
    lines,
    wanted.map(([key, one]) => [nameOf(key), one.name, one.id, one.change]).sort(),
    'listing',
  )
  const looked = pick.of(PATHS)
  const found = present(model, looked)
  same(on.stat(looked), typeof found === 'number' ? found : 0, 'stat')
  return same(answer, 0, 'list')
}

function nameOf(key: string): string {
  return key.slice(key.lastIndexOf('/') + 1)
}

/** Changes limits. */
export const limit: Act = ({ on, model }, pick) => {
  const bytes = pick.of([undefined, undefined, 4, 10, 65_540, 140_000])
  if (pick.below(2) === 0) {
    model.capacity = bytes ?? Infinity
    on.limit({ capacity: bytes })
  } else {
    if (bytes === undefined) model.quotas.delete('ann')
    else model.quotas.set('ann', bytes)
    on.limitUser('ann', bytes)
  }
  return 0
}
