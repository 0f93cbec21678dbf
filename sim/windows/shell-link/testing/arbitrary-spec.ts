/** Any shell link that can be written, for property tests. */

import * as fc from 'fast-check'
import { SECOND, type Ticks } from '../../filetime.ts'
import { checkName, checkShareName } from '../../names.ts'
import { uncOf } from '../../unc.ts'
import { isAscii } from '../ansi.ts'
import { fromFatTime, toFatTime } from '../fat-time.ts'
import { LINK_FLAG } from '../link-flags.ts'
import type { ShellItem } from '../shell-link.ts'
import type { ShellLinkLocalSpec, ShellLinkSpec } from '../shell-link-spec.ts'

const ANSI_UNITS = ['a', 'B', '7', ' ', '.', '-', '$', 'é', 'ß', '€', 'Ÿ']
const ALL_UNITS = [...ANSI_UNITS, '日', 'Ж', '😀', '\ud800', '\udc00', 'e\u0301']

/** Twenty-five years either way, where every tick is an exact number. */
const SPAN = 25 * 365 * 86_400 * SECOND

const FREE_FLAGS = LINK_FLAG.RunAsUser | LINK_FLAG.NoPidlAlias | LINK_FLAG.PreferEnvironmentPath |
  LINK_FLAG.AllowLinkToLink

/** Objects that compare equal to those of the reader. */
const PLAIN = { noNullPrototype: true } as const

/** Text, of Windows-1252 only if it must be. */
function text(isUnicode: boolean, maxLength = 20): fc.Arbitrary<string> {
  const unit = fc.constantFrom(...(isUnicode ? ALL_UNITS : ANSI_UNITS))
  return fc.array(unit, { maxLength }).map((units) => units.join('').slice(0, maxLength))
}

function uncPath(isUnicode: boolean): fc.Arbitrary<string> {
  const name = text(isUnicode).filter((one) => checkName(one) === 0)
  const share = name.filter((one) => checkShareName(one) === 0)
  return fc.tuple(name, share, fc.array(name, { maxLength: 4 })).map(([server, on, names]) =>
    uncOf([server, on, ...names])
  )
}

/** A moment FAT can say, so that it comes back as it was. */
function fatMoment(): fc.Arbitrary<Ticks | undefined> {
  return fc.option(fc.integer({ min: -SPAN, max: SPAN }), { nil: undefined }).map((ticks) =>
    fromFatTime(toFatTime(ticks))
  )
}

function shellItem(): fc.Arbitrary<ShellItem> {
  const ansi = text(false)
  const maybe = fc.option(ansi, { nil: undefined })
  return fc.oneof(
    fc.record({
      kind: fc.constant('root' as const),
      folder: fc.uuid().map((uuid) => `{${uuid.toUpperCase()}}`),
      sortIndex: fc.nat({ max: 255 }),
    }, PLAIN),
    fc.record({ kind: fc.constant('volume' as const), name: text(false, 19) }, PLAIN),
    fc.record({
      kind: fc.constant('network' as const),
      level: fc.constantFrom('domain' as const, 'server', 'share', 'network', 'entire-network'),
      location: ansi,
      description: maybe,
      comments: maybe,
    }, PLAIN),
    fc.record({
      kind: fc.constant('entry' as const),
      type: fc.constantFrom('file' as const, 'directory', 'unknown'),
      name: text(true),
      longName: text(true),
      size: fc.nat(),
      attributes: fc.nat({ max: 0xffff }),
      lastWrite: fatMoment(),
      creation: fatMoment(),
      lastAccess: fatMoment(),
    }, PLAIN),
    fc.record({
      kind: fc.constant('other' as const),
      data: fc.uint8Array({ maxLength: 9 }).map((data) => Uint8Array.of(0x80, ...data)),
    }, PLAIN),
  )
}

function localSpec(isUnicode: boolean, target: string | undefined): fc.Arbitrary<ShellLinkLocalSpec> {
  const below = target === undefined ? '' : target.split('\\').slice(4).join('\\')
  const path = text(isUnicode).map((base) => `C:\\${base}${below === '' ? '' : `\\${below}`}`)
  const driveType = fc.nat({ max: 6 })
  const serial = fc.integer({ min: 0, max: 0xffffffff })
  return fc.record({ path, driveType, serial, label: text(isUnicode) }, { requiredKeys: ['path'] })
}

function specFor(unicode: boolean, target: string | undefined): fc.Arbitrary<ShellLinkSpec> {
  const moment = fc.integer({ min: -SPAN, max: SPAN })
  const line = text(unicode, 60)
  const block = fc.record({
    signature: fc.integer({ min: 0xa0000002, max: 0xa000000f }),
    data: fc.uint8Array({ maxLength: 40 }),
  }, PLAIN)
  const rest = fc.record({
    kind: fc.constantFrom('file' as const, 'directory'),
    attributes: fc.nat({ max: 0x7fff }).map((bits) => bits & 0x7fb7),
    size: fc.integer({ min: 0, max: 0xffffffff }),
    creation: moment,
    lastAccess: moment,
    lastWrite: moment,
    iconIndex: fc.integer({ min: -0x80000000, max: 0x7fffffff }),
    showCommand: fc.constantFrom(1, 3, 7),
    hotKey: fc.nat({ max: 0xffff }),
    local: localSpec(unicode, target),
    device: fc.constantFrom('Z:', 'L:'),
    provider: fc.integer({ min: 0, max: 0xffffffff }),
    environment: line,
    strings: fc.record({
      description: line,
      relativePath: line,
      workingDirectory: line,
      arguments: line,
      iconLocation: line,
    }, { requiredKeys: [] }),
    items: fc.oneof(
      fc.array(shellItem(), { maxLength: 5 }),
      fc.constant(target !== undefined && isAscii(target)),
    ),
    blocks: fc.array(block, { maxLength: 3 }),
    forceNoLinkInfo: fc.boolean(),
    flags: fc.nat().map((flags) => flags & FREE_FLAGS),
  }, { requiredKeys: [] })
  return rest.map((given) => ({ ...given, unicode, ...(target === undefined ? {} : { target }) }))
}

/** Specs of links with and without Unicode, a share, a local path and all that may be left out. */
export function arbitrarySpec(): fc.Arbitrary<ShellLinkSpec> {
  return fc.boolean().chain((isUnicode) =>
    fc.option(uncPath(isUnicode), { nil: undefined }).chain((target) => specFor(isUnicode, target))
  )
}
