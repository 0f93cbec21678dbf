/** The form of a snapshot file: a versioned head, then a section a scenario. */

import { CsclabError } from '../../sim/mod.ts'

const HEAD = 'csclab snapshots 1'
const SECTION = '== '

/** Snapshots of one scenario file by scenario id. */
export type SnapshotSections = ReadonlyMap<string, string>

/** Writes a file; sections by id in code-unit order. */
export function formatSnapshots(sections: SnapshotSections): string {
  const ordered = [...sections].sort(([a], [b]) => a < b ? -1 : a > b ? 1 : 0)
  return `${HEAD}\n${ordered.map(([id, text]) => `\n${SECTION}${id}\n${text}\n`).join('')}`
}

/**
 * Reads a file.
 *
 * @throws {CsclabError} `file` if it is of another version, or merge markers or anything else stands where no section is.
 */
export function parseSnapshots(text: string, file: string): SnapshotSections {
  const lines = text.replaceAll('\r\n', '\n').split('\n')
  const marker = lines.findIndex((line) => /^(?:<{7}|={7}|>{7})/.test(line))
  if (marker >= 0) {
    throw broken(file, marker, 'a merge marker', 'Resolve the merge, then run with --update changed')
  }
  if (lines[0] !== HEAD) throw broken(file, 0, `another head than "${HEAD}"`, 'Remove the file and run again')
  const sections = new Map<string, string>()
  let id: string | undefined
  let section: string[] = []
  const close = (): void => {
    if (id !== undefined) sections.set(id, section.join('\n').replace(/\n+$/, ''))
  }
  for (const [i, line] of lines.entries()) {
    if (line.startsWith(SECTION)) {
      close()
      id = line.slice(SECTION.length)
      section = []
    } else if (id !== undefined) section.push(line)
    else if (i > 0 && line !== '') throw broken(file, i, 'a line outside of any section', 'Remove the line')
  }
  close()
  return sections
}

function broken(file: string, index: number, what: string, hint: string): CsclabError {
  return new CsclabError('file', `The snapshot file has ${what}`, {
    position: { file, line: index + 1 },
    hint,
  })
}
