/**
 * One tree built and walked in three ways: on a volume, on memfs's bare links, through memfs's `fs` functions. Every way
 * copies the bytes of each file once and writes one line a file.
 */

// Before memfs, so that the simulator has kept memfs from asking Deno for the user's identity.
import { type FileInfo, isFailure, Volume } from '../../sim/mod.ts'
import { type Link, Superblock } from '@jsonjoy.com/fs-core'
import { Volume as MemfsVolume } from 'memfs'
import type { Seen } from './race.ts'
import { FileList, KIBIBYTE, layFiles, type Layout, type ListedFiles } from './layout.ts'

/** Builds a tree on a volume. */
export function buildOnVolume(layout: Layout): Volume {
  const volume = Volume.create({ now: () => 0 })
  layFiles(layout, {
    directory: (name) => {
      volume.lay([name], newInfo('directory', 0), undefined)
      return name
    },
    file: (directory, name) => volume.lay([directory, name], newInfo('file', KIBIBYTE.length), KIBIBYTE),
  })
  return volume
}

/** Builds a tree on a volume as a program does: makes each directory, opens, writes and closes each file. */
export function buildByProgram(layout: Layout): Seen {
  const volume = Volume.create({ now: () => 0 })
  let units = 0
  layFiles(layout, {
    directory: (name) => {
      volume.mkdir([name], {})
      return name
    },
    file: (directory, name) => {
      const handle = volume.open([directory, name], { access: 'write', share: [], disposition: 'create' })
      if (isFailure(handle)) return
      volume.write(handle, 0, KIBIBYTE)
      volume.close(handle.number)
      units++
    },
  })
  return { units, bytes: units * KIBIBYTE.length }
}

/** Walks a volume. */
export function walkVolume(volume: Volume): ListedFiles {
  const list = new FileList()
  for (const { path, info } of volume.tree().values()) {
    if (info.type === 'file') list.add(path, info.size, info.times.lastWrite)
  }
  return list.finish()
}

/** Builds a tree of bare links. */
export function buildOnLinks(layout: Layout): Superblock {
  const core = new Superblock()
  layFiles(layout, {
    directory: (name) => core.createLink(core.root, name, true),
    file: (directory, name) => core.createLink(directory, name).getNode().setBuffer(KIBIBYTE),
  })
  return core
}

/** Walks bare links. */
export function walkLinks(core: Superblock): ListedFiles {
  const list = new FileList()
  const visit = (link: Link, path: string): void => {
    for (const [name, child] of link.children) {
      if (child === undefined || name === '.' || name === '..') continue
      const node = child.getNode()
      const childPath = `${path}/${name}`
      if (node.isDirectory()) visit(child, childPath)
      else list.add(childPath, node.getSize(), node.mtime.getTime())
    }
  }
  visit(core.root, '')
  return list.finish()
}

/** Builds a tree through memfs's `fs` functions. */
export function buildOnMemfs(layout: Layout): MemfsVolume {
  const fs = new MemfsVolume()
  layFiles(layout, {
    directory: (name) => {
      fs.mkdirSync(`/${name}`)
      return `/${name}`
    },
    file: (directory, name) => fs.writeFileSync(`${directory}/${name}`, KIBIBYTE),
  })
  return fs
}

/** Walks through memfs's `fs` functions. */
export function walkMemfs(fs: MemfsVolume): ListedFiles {
  const list = new FileList()
  const visit = (path: string): void => {
    for (const name of fs.readdirSync(path === '' ? '/' : path)) {
      if (typeof name !== 'string') continue
      const childPath = `${path}/${name}`
      const stats = fs.lstatSync(childPath)
      if (stats.isDirectory()) visit(childPath)
      else list.add(childPath, stats.size, stats.mtimeMs)
    }
  }
  visit('')
  return list.finish()
}

function newInfo(type: FileInfo['type'], size: number): Omit<FileInfo, 'id'> {
  const attributes = type === 'directory' ? 0x10 : 0x20
  return { type, attributes, size, times: { creation: 0, lastWrite: 0, change: 0, lastAccess: 0 } }
}
