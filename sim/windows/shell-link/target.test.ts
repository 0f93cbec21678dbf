/** Where links lead: which of their parts is believed, and what they say of the target. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { ATTRIBUTE } from '../attributes.ts'
import { LINK_FLAG } from './link-flags.ts'
import { readShellLink } from './read.ts'
import type { ShellItem, ShellLinkInfo } from './shell-link.ts'
import type { ShellLinkSpec } from './shell-link-spec.ts'
import { shellLinkLocalPath, shellLinkNetworkPath, shellLinkRefusal, shellLinkTarget } from './target.ts'
import { DIRECTORY, ENVIRONMENT, FILE, patched, UNICODE } from './testing/samples.ts'
import { writeShellLink } from './write.ts'

/** The target of a link as `kind place path`, or why there is none. */
function targetOf(link: ShellLinkSpec | Uint8Array): string {
  const read = readShellLink(link instanceof Uint8Array ? link : writeShellLink(link))
  const target = shellLinkTarget(read)
  const refusal = shellLinkRefusal(read)
  assert.is(target === undefined, refusal !== undefined, 'a target, or a reason why not')
  return target === undefined ? refusal ?? '' : `${target.kind} ${target.place} ${target.path}`
}

const PLAN = '\\\\hq\\docs\\plan.txt'
const PREFER = LINK_FLAG.PreferEnvironmentPath

test('the samples lead where they say (section 9)', () => {
  assert.is(targetOf(FILE.bytes), 'file link-info \\\\srv\\share\\docs\\a.txt')
  assert.is(targetOf(DIRECTORY.bytes), 'directory link-info \\\\srv\\share\\docs')
  assert.is(targetOf(UNICODE.bytes), 'file link-info \\\\srv\\share\\dôcs\\日.txt')
  assert.is(targetOf(ENVIRONMENT.bytes), 'file environment \\\\srv\\share\\docs\\a.txt')
})

test('the attributes say what the target is, whatever the items say', () => {
  assert.is(
    targetOf({ target: PLAN, attributes: ATTRIBUTE.DIRECTORY, items: true }),
    `directory link-info ${PLAN}`,
  )
  const hidden = { target: PLAN, kind: 'directory', items: true, attributes: ATTRIBUTE.HIDDEN } as const
  assert.is(targetOf(hidden), `file link-info ${PLAN}`)
})

test('without attributes the last item says what the target is, without items nothing does', () => {
  assert.is(targetOf({ target: PLAN, attributes: 0, items: true }), `file link-info ${PLAN}`)
  const folder = { target: PLAN, attributes: 0, items: true, kind: 'directory' } as const
  assert.is(targetOf(folder), `directory link-info ${PLAN}`)
  assert.is(targetOf({ target: PLAN, attributes: 0 }), `unknown link-info ${PLAN}`)
})

test('a share is a directory, whatever the attributes say', () => {
  assert.is(targetOf({ target: '\\\\hq\\docs' }), 'directory link-info \\\\hq\\docs')
  assert.is(targetOf({ target: '\\\\hq\\docs', attributes: 0 }), 'directory link-info \\\\hq\\docs')
})

test('a share that ends with a backslash gets no second one', () => {
  const info = (netName: string, suffix: string): ShellLinkInfo => ({
    local: undefined,
    network: { netName, device: undefined, provider: undefined },
    suffix,
  })
  assert.is(shellLinkNetworkPath(info('\\\\hq\\docs\\', 'a.txt')), '\\\\hq\\docs\\a.txt')
  assert.is(shellLinkNetworkPath(info('\\\\hq\\docs', 'a.txt')), '\\\\hq\\docs\\a.txt')
  assert.is(shellLinkNetworkPath(info('\\\\hq\\docs', '')), '\\\\hq\\docs')
  assert.is(shellLinkLocalPath(info('\\\\hq\\docs', 'a.txt')), undefined)
  const bytes = writeShellLink({ target: '\\\\srv\\share\\docs' })
  assert.is(
    targetOf(patched(bytes, { 134: '5c' })),
    'file link-info \\\\srv\\shar\\docs',
  )
})

test('a backslash at the end of a path is left out', () => {
  assert.is(
    targetOf({ environment: '\\\\hq\\docs\\art\\', kind: 'directory' }),
    'directory environment \\\\hq\\docs\\art',
  )
})

test('a local target is no target', () => {
  assert.is(targetOf({ local: { path: 'C:\\plan.txt' } }), '"C:\\plan.txt" is not on a share')
  assert.is(targetOf({}), 'it names no path')
})

test('a target seen locally and on a share is the one on the share', () => {
  assert.is(targetOf({ target: PLAN, local: { path: 'C:\\docs\\plan.txt' } }), `file link-info ${PLAN}`)
})

test('a mapped drive does not hide the share', () => {
  assert.is(targetOf({ target: PLAN, device: 'Z:' }), `file link-info ${PLAN}`)
})

test('a link info that must be ignored is: the environment block counts, or nothing', () => {
  const ignored = { target: '\\\\hq\\old\\plan.txt', forceNoLinkInfo: true }
  assert.is(targetOf({ ...ignored, environment: PLAN }), `file environment ${PLAN}`)
  assert.is(targetOf(ignored), 'it names no path')
  assert.is(targetOf({ ...ignored, items: true }), 'file items \\\\hq\\old\\plan.txt')
  assert.is(targetOf({ local: { path: 'C:\\a' }, forceNoLinkInfo: true }), 'it names no path')
})

test('the environment block counts after the share, before it when it is preferred', () => {
  const both = { target: '\\\\hq\\old\\plan.txt', environment: PLAN }
  assert.is(targetOf(both), 'file link-info \\\\hq\\old\\plan.txt')
  assert.is(targetOf({ ...both, flags: PREFER }), `file environment ${PLAN}`)
  assert.is(targetOf({ local: { path: 'C:\\plan.txt' }, environment: PLAN }), `file environment ${PLAN}`)
})

test('an environment block that is not announced does not count', () => {
  assert.is(targetOf(patched(ENVIRONMENT.bytes, { 21: '00' })), 'it names no path')
})

test('a variable is never guessed', () => {
  const variable = '"\\\\%SERVER%\\docs\\a.txt" has a variable, and csclab has none'
  assert.is(targetOf({ environment: '\\\\%SERVER%\\docs\\a.txt' }), variable)
  assert.is(
    targetOf({ environment: '%HOMESHARE%\\a.txt', items: items(PLAN) }),
    '"%HOMESHARE%\\a.txt" has a variable, and csclab has none',
  )
  assert.is(
    targetOf({ target: PLAN, environment: '%X%', flags: PREFER }),
    '"%X%" has a variable, and csclab has none',
  )
  assert.is(targetOf({ environment: '\\\\hq\\docs\\100%.txt' }), 'file environment \\\\hq\\docs\\100%.txt')
})

test('a local path of the environment block does not hide a share, but the items', () => {
  assert.is(targetOf({ target: PLAN, environment: 'C:\\plan.txt', flags: PREFER }), `file link-info ${PLAN}`)
  assert.is(targetOf({ environment: 'C:\\plan.txt', items: items(PLAN) }), '"C:\\plan.txt" is not on a share')
})

test('of an environment block the Unicode path counts, the ANSI path if that is empty', () => {
  assert.is(targetOf({ environment: '\\\\hq\\docs\\日.txt' }), 'file environment \\\\hq\\docs\\日.txt')
  assert.is(
    targetOf({ environment: '\\\\hq\\docs\\é.txt', unicode: false }),
    'file environment \\\\hq\\docs\\é.txt',
  )
})

test('the items count when nothing else names a path', () => {
  assert.is(targetOf({ environment: '', items: items(PLAN) }), `file items ${PLAN}`)
  assert.is(targetOf({ items: items('\\\\hq\\docs\\日\\a.txt') }), 'file items \\\\hq\\docs\\日\\a.txt')
  assert.is(targetOf({ items: items('\\\\hq\\docs') }), 'directory items \\\\hq\\docs')
  assert.is(
    targetOf({ local: { path: 'C:\\plan.txt' }, items: items(PLAN) }),
    '"C:\\plan.txt" is not on a share',
  )
})

test('items that lead elsewhere, or that are not understood, lead to no target', () => {
  const [root, server, share, file] = items(PLAN)
  assert.ok(root && server && share && file)
  const other: ShellItem = { kind: 'other', data: Uint8Array.of(0x74, 0, 0, 0, 0, 0) }
  assert.is(targetOf({ items: [root, server] }), 'it names no path')
  assert.is(targetOf({ items: [root, server, share, other, file] }), 'it names no path')
  assert.is(targetOf({ items: [root, { kind: 'volume', name: 'C:\\' }, file] }), 'it names no path')
  assert.is(targetOf({ items: [] }), 'it names no path')
})

test('a path that is not on a share, or has a name Windows refuses, is no target (rule 8)', () => {
  const refused = [
    ['\\\\hq', 'names no share'],
    ['\\\\', 'is not of the form \\\\server\\share'],
    ['\\\\hq\\docs\\\\a', 'has a part "", which is no name Windows accepts'],
    ['\\\\hq\\docs\\..\\a', 'has a part "..", which is no name Windows accepts'],
    ['\\\\hq\\docs\\a:b', 'has a part "a:b", which is no name Windows accepts'],
    ['\\\\?\\UNC\\hq\\docs\\a', 'has a part "?", which is no name Windows accepts'],
    [`\\\\hq\\${'s'.repeat(81)}\\a`, `has a part "${'s'.repeat(81)}", which is no name Windows accepts`],
    ['\\\\hq\\docs\\con.txt', 'has a part "con.txt", which is no name Windows accepts'],
  ] as const
  for (const [path, why] of refused) {
    assert.is(targetOf({ environment: path }), `"${path}" ${why}`)
  }
  const slashed = patched(FILE.bytes, { 140: '2f' })
  assert.is(
    targetOf(slashed),
    '"\\\\srv\\share\\docs/a.txt" has a part "docs/a.txt", which is no name Windows accepts',
  )
})

test('a refused share does not fall back on what else the link says', () => {
  const bytes = writeShellLink({ target: '\\\\hq\\docs\\a.txt', environment: PLAN })
  const at = bytes.indexOf(0x61, 100)
  assert.match(targetOf(patched(bytes, { [at]: '3a' })), /":\.txt", which is no name/)
})

function items(target: string): readonly ShellItem[] {
  return readShellLink(writeShellLink({ target, items: true })).items ?? []
}

test.run()
