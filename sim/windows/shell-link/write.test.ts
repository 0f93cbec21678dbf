/** Links as bytes: exactly those of the samples, sensible defaults, and clear words for what cannot be written. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { CsclabError } from '../../errors.ts'
import { ATTRIBUTE } from '../attributes.ts'
import { LINK_FLAG } from './link-flags.ts'
import { readShellLink } from './read.ts'
import type { ShellLinkSpec } from './shell-link-spec.ts'
import { shellLinkTarget } from './target.ts'
import { ENVIRONMENT, FILE, joined, SAMPLES, UNICODE } from './testing/samples.ts'
import { writeShellLink } from './write.ts'

for (const [name, { spec, bytes }] of Object.entries(SAMPLES)) {
  test(`the sample "${name}" is written byte by byte`, () => {
    assert.equal(writeShellLink(spec), bytes)
  })
}

test('the samples have the lengths their tables say', () => {
  assert.is(FILE.bytes.length, 151)
  assert.is(UNICODE.bytes.length, 76 + 137)
  assert.is(ENVIRONMENT.bytes.length, 868)
})

test('a target alone makes a link to a file without size and times', () => {
  const link = readShellLink(writeShellLink({ target: '\\\\hq\\shared\\plan.txt' }))
  const { attributes, size, creation, lastAccess, lastWrite, showCommand, flags } = link
  assert.is(attributes, ATTRIBUTE.ARCHIVE)
  assert.is(flags, LINK_FLAG.HasLinkInfo | LINK_FLAG.IsUnicode)
  assert.equal([size, creation, lastAccess, lastWrite, showCommand], [0, undefined, undefined, undefined, 1])
  assert.equal(shellLinkTarget(link)?.kind, 'file')
})

test('a spec of nothing is a link that leads nowhere', () => {
  assert.is(writeShellLink({}).length, 80)
  assert.is(shellLinkTarget(readShellLink(writeShellLink({}))), undefined)
})

test('what is no spec, or has a target that is no text, is refused', () => {
  for (
    const given of ['null', '"\\\\\\\\hq\\\\docs"', '{ "target": 5 }', '{ "strings": { "arguments": 5 } }']
  ) {
    const spec: ShellLinkSpec = JSON.parse(given)
    assert.throws(
      () => writeShellLink(spec),
      (error: unknown) => error instanceof CsclabError && error.code === 'shell-link',
      given,
    )
  }
})

test('of a size the low 32 bits are written', () => {
  assert.is(readShellLink(writeShellLink({ size: 5 * 2 ** 32 + 7 })).size, 7)
})

test('without Unicode the texts are Windows-1252, in the link info, too', () => {
  const bytes = writeShellLink({
    target: '\\\\hq\\dôcs\\€.txt',
    strings: { description: 'naïve' },
    environment: '\\\\hq\\é',
    unicode: false,
  })
  const link = readShellLink(bytes)
  assert.is(link.flags & LINK_FLAG.IsUnicode, 0)
  assert.equal(bytes.slice(80, 84), Uint8Array.of(0x1c, 0, 0, 0), 'the short header')
  assert.ok(bytes.includes(0x80), 'the euro sign of Windows-1252')
  assert.is(shellLinkTarget(link)?.path, '\\\\hq\\dôcs\\€.txt')
  assert.is(link.strings.description, 'naïve')
  assert.equal(link.environment, { ansi: '\\\\hq\\é', unicode: '' })
})

test('beside a Unicode form the ANSI form has only what all code pages agree on', () => {
  assert.equal(readShellLink(writeShellLink({ environment: '\\\\hq\\dé日' })).environment, {
    ansi: '\\\\hq\\d??',
    unicode: '\\\\hq\\dé日',
  })
})

test('a volume label is ANSI while it can be', () => {
  const labelOffset = (label: string, unicode: boolean): number | undefined =>
    writeShellLink({ local: { path: 'C:\\a', label }, unicode })[76 + 28 + 12]
  assert.equal([labelOffset('DATA', true), labelOffset('é', true), labelOffset('é', false)], [16, 20, 16])
})

test('a local path and a share have their end in common', () => {
  const spec = {
    target: '\\\\hq\\docs\\art\\logo.png',
    local: { path: 'D:\\data\\art\\logo.png', label: 'DATA', serial: 7 },
  }
  assert.equal(readShellLink(writeShellLink(spec)).linkInfo, {
    local: { basePath: 'D:\\data\\', driveType: 3, serial: 7, label: 'DATA' },
    network: { netName: '\\\\hq\\docs', device: undefined, provider: 0x20000 },
    suffix: 'art\\logo.png',
  })
})

test('flags announce the blocks that are given', () => {
  const data = new Uint8Array(780)
  const blocks = [0xa0000006, 0xa0000007].map((signature) => ({ signature, data }))
  const link = readShellLink(writeShellLink({ environment: 'C:\\a', blocks, flags: LINK_FLAG.RunAsUser }))
  const expected = LINK_FLAG.HasExpString | LINK_FLAG.HasDarwinID | LINK_FLAG.HasExpIcon | LINK_FLAG.RunAsUser
  assert.is(link.flags, expected | LINK_FLAG.IsUnicode)
  assert.equal(link.oddities, [])
  assert.equal(
    writeShellLink({ blocks: [{ signature: 5, data: Uint8Array.of(9) }] }).slice(76),
    joined(
      Uint8Array.of(9, 0, 0, 0, 5, 0, 0, 0, 9),
      new Uint8Array(4),
    ),
  )
})

test('what cannot be written is told, with what to do', () => {
  const refused: readonly (readonly [ShellLinkSpec, RegExp])[] = [
    [{ target: 'C:\\plan.txt' }, /"C:\\plan\.txt": it is not of the form/],
    [{ target: '\\\\hq' }, /names no share/],
    [{ target: '\\\\hq\\docs\\' }, /a part "", which is no name/],
    [{ target: '\\\\hq\\docs\\nul.txt' }, /a part "nul\.txt"/],
    [{ target: `\\\\hq\\${'s'.repeat(81)}` }, /no name Windows accepts/],
    [{ target: `\\\\hq\\docs${'\\name'.repeat(8000)}` }, /longer than 32767/],
    [{ target: '\\\\hq\\docs\\日', unicode: false }, /not Windows-1252/],
    [{ target: '\\\\hq\\日\\a', items: true }, /cannot stand in an item/],
    [{ items: true }, /a target that is left out/],
    [{ items: [{ kind: 'root', folder: 'network', sortIndex: 0 }] }, /no class of a folder/],
    [{ items: [{ kind: 'other', data: new Uint8Array(65_534) }] }, /more than 65,535 bytes/],
    [{ items: large() }, /more than 65,535 bytes/],
    [{ target: '\\\\hq\\docs\\a', local: { path: 'C:\\b' } }, /does not end like its target/],
    [{ local: { path: 'C:\\a\0b' } }, /NUL/],
    [{ environment: `\\\\hq\\${'x'.repeat(255)}` }, /longer than 259 characters/],
    [{ strings: { arguments: 'x'.repeat(65_536) } }, /longer than 65,535/],
    [{ creation: 0.5 }, /0\.5 is no moment/],
    [{ lastWrite: -200_000_000_000_000_000 }, /no moment/],
  ]
  for (const [spec, text] of refused) {
    assert.throws(
      () => writeShellLink(spec),
      (error: unknown) =>
        error instanceof CsclabError && error.code === 'shell-link' && text.test(error.message),
      text.source,
    )
  }
})

function large(): readonly { readonly kind: 'other'; readonly data: Uint8Array }[] {
  return [40_000, 40_000].map((length) => ({ kind: 'other', data: new Uint8Array(length) }))
}

test.run()
