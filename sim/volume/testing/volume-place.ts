/** A volume as a place where rows are tried. */

import { type Failed, isFailure, type ShareMode } from '../../port/mod.ts'
import { attributeBits, SECOND } from '../../windows/mod.ts'
import { type Names, type OpenHandle, Volume } from '../mod.ts'
import type { StartTree, Step } from './disk-row.ts'
import { described, listed, type Place, type PlaceTimes, quoted, roomy } from './place.ts'

/** What a refusal with a Win32 code means, in the words of the table. */
export const VOLUME_REFUSALS: ReadonlyMap<number, string> = new Map([
  [2, 'not there'],
  [3, 'no such folder'],
  [5, 'denied'],
  [303, 'being deleted'],
  [32, 'in use'],
  [80, 'exists'],
  [123, 'bad name'],
  [145, 'not empty'],
  [183, 'exists'],
  [206, 'name too long'],
  [267, 'not a folder'],
])

const BASE = ['hq', 'docs']
const EVERYTHING: ShareMode = ['read', 'write', 'delete']

/** A folder of a new volume; every row gets its own. */
export class VolumePlace implements Place {
  #now = 0
  readonly #volume = Volume.create({ now: () => this.#now })
  readonly #open = new Map<string, OpenHandle>()
  #marked: number | undefined

  constructor() {
    BASE.forEach((_, i) => this.#volume.mkdir(BASE.slice(0, i + 1)))
  }

  lay(tree: StartTree): void {
    const layIn = (folder: string, items: StartTree): void => {
      for (const [name, item] of Object.entries(items)) {
        const path = folder === '' ? name : `${folder}/${name}`
        const answer = this.answer(typeof item === 'string' ? ['write', path, item] : ['mkdir', path])
        if (answer !== 'ok') throw new Error(`The volume does not take "${path}": ${answer}`)
        if (typeof item !== 'string') layIn(path, item)
      }
    }
    layIn('', tree)
  }

  answer(step: Step): string {
    const volume = this.#volume
    switch (step[0]) {
      case 'create':
        return this.#within(volume.open(at(step[1]), { access: 'write', share: [], disposition: 'create' }))
      case 'write':
        return this.#within(
          volume.open(at(step[1]), { access: 'write', share: ['read'], disposition: 'open-or-create' }),
          (handle) => volume.truncate(handle, 0) ?? this.#write(handle, 0, step[2]),
        )
      case 'append':
        return this.#within(this.#toWrite(step[1]), (handle) => this.#writeEnd(handle, step[2]))
      case 'edit':
        return this.#within(this.#toWrite(step[1]), (handle) => this.#write(handle, step[2], step[3]))
      case 'truncate':
        return this.#within(this.#toWrite(step[1]), (handle) => volume.truncate(handle, step[2]))
      case 'swap':
        return this.#within(volume.stage(at(step[1]), {}), (handle) => {
          const done = this.#write(handle, 0, step[2]) ?? volume.commit(handle, { expect: 'any' })
          return isFailure(done) ? done : undefined
        })
      case 'read':
        return this.#readWhole(step[1])
      case 'mkdir':
        return said(volume.mkdir(at(step[1])))
      case 'mkdirs': {
        const path = at(step[1])
        const missing = path.map((_, i) => path.slice(0, i + 1)).filter((each) =>
          isFailure(volume.stat(each))
        )
        const refused = missing.map((each) => volume.mkdir(each)).find(isFailure)
        return said(refused)
      }
      case 'rename':
      case 'rename-free':
        return said(volume.rename(at(step[1]), at(step[2]), { replace: step[0] === 'rename' }))
      case 'remove':
        return said(volume.remove(at(step[1])))
      case 'list':
      case 'order': {
        const entries = volume.list(at(step[1]))
        if (isFailure(entries)) return said(entries)
        const names = entries.map(({ name }) => name)
        return listed(step[0] === 'list' ? names.sort() : names)
      }
      case 'stat': {
        const found = volume.stat(at(step[1]))
        if (isFailure(found)) return said(found)
        return described(found.info.type === 'file' ? found.info.size : undefined)
      }
      case 'sparse':
        return said(volume.setSparse(at(step[1]), true))
      case 'room': {
        const content = volume.contentOf(at(step[1]))
        return content === undefined ? 'holds nothing' : roomy(content.allocated >= content.size)
      }
      case 'protect':
        return said(volume.setInfo(at(step[1]), { info: { attributes: attributeBits(['READONLY']) } }))
      case 'date': {
        const time = step[3] * SECOND
        const info = step[2] === 'write' ? { lastWrite: time } : { creation: time }
        return said(volume.setInfo(at(step[1]), { info }))
      }
      case 'mark':
      case 'same':
        return this.#identity(step)
      default:
        return this.#answerOpen(step)
    }
  }

  times(path: string): PlaceTimes | undefined {
    const found = this.#volume.stat(at(path))
    if (isFailure(found)) return undefined
    const { lastWrite, change, creation } = found.info.times
    return { write: BigInt(lastWrite), change: BigInt(change), creation: BigInt(creation) }
  }

  pass(): void {
    this.#now += SECOND
  }

  tree(): ReadonlyMap<string, string | undefined> {
    const root = `\\\\${BASE.join('\\')}\\`
    const items = [...this.#volume.tree(BASE).values()].map(({ path, content }) =>
      [
        path.slice(root.length).replaceAll('\\', '/'),
        content === undefined ? undefined : quoted(content.bytes()),
      ] as const
    )
    return new Map(items.sort(([a], [b]) => a < b ? -1 : 1))
  }

  end(): void {
    for (const { number } of this.#open.values()) this.#volume.close(number)
  }

  #answerOpen(
    step: Extract<
      Step,
      readonly ['open' | 'read-at' | 'write-at' | 'write-end' | 'truncate-open' | 'close', ...unknown[]]
    >,
  ): string {
    const volume = this.#volume
    if (step[0] === 'open') {
      const [, file, path, access, share = EVERYTHING] = step
      const handle = volume.open(at(path), { access, share, disposition: 'open' })
      if (isFailure(handle)) return said(handle)
      this.#open.set(file, handle)
      return 'ok'
    }
    const handle = this.#open.get(step[1])
    if (handle === undefined) return 'not open'
    switch (step[0]) {
      case 'read-at': {
        const bytes = volume.read(handle, step[2], step[3])
        return isFailure(bytes) ? said(bytes) : quoted(bytes)
      }
      case 'write-at':
        return said(this.#write(handle, step[2], step[3]))
      case 'write-end':
        return said(this.#writeEnd(handle, step[2]))
      case 'truncate-open':
        return said(volume.truncate(handle, step[2]))
      case 'close':
        this.#open.delete(step[1])
        return said(volume.close(handle.number))
    }
  }

  #toWrite(path: string): OpenHandle | Failed {
    return this.#volume.open(at(path), { access: 'write', share: ['read'], disposition: 'open' })
  }

  #readWhole(path: string): string {
    const handle = this.#volume.open(at(path), { access: 'read', share: EVERYTHING, disposition: 'open' })
    if (isFailure(handle)) return said(handle)
    const info = this.#volume.infoOf(handle)
    const bytes = isFailure(info) ? info : this.#volume.read(handle, 0, info.size)
    this.#volume.close(handle.number)
    return isFailure(bytes) ? said(bytes) : quoted(bytes)
  }

  #write(handle: OpenHandle, offset: number, text: string): Failed | undefined {
    return this.#volume.write(handle, offset, new TextEncoder().encode(text))
  }

  #writeEnd(handle: OpenHandle, text: string): Failed | undefined {
    const info = this.#volume.infoOf(handle)
    return isFailure(info) ? info : this.#write(handle, info.size, text)
  }

  #identity(step: readonly ['mark' | 'same', path: string]): string {
    const found = this.#volume.stat(at(step[1]))
    if (isFailure(found)) return said(found)
    if (step[0] === 'same') return found.info.id === this.#marked ? 'the same item' : 'another item'
    this.#marked = found.info.id
    return 'ok'
  }

  #within(
    handle: OpenHandle | Failed,
    work: (handle: OpenHandle) => Failed | undefined = () => undefined,
  ): string {
    if (isFailure(handle)) return said(handle)
    const refused = work(handle)
    this.#volume.close(handle.number)
    return said(refused)
  }
}

function at(path: string): Names {
  return path === '' ? BASE : [...BASE, ...path.split('/')]
}

function said(result: object | undefined): string {
  if (!isFailure(result)) return 'ok'
  const words = VOLUME_REFUSALS.get(result.code)
  if (words === undefined) throw new Error(`No words for the refusal ${result.code}`)
  return `refused: ${words}`
}
