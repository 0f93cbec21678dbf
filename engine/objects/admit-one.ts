/** The checks of the methods that take one path. */

import type { Session } from '../../sim/port/mod.ts'
import { ERROR, type UncPath } from '../../sim/windows/mod.ts'
import { orCode } from '../cache/mod.ts'
import type { Rules } from '../rules/mod.ts'
import { admit, spell } from '../run/mod.ts'

/** The path as the cache spells it, or the code the call is refused with (P1.8 … P1.12, P1.21, P15.36). */
export function* admitOne(
  rules: Rules,
  path: string | null,
  { flags = 0, user }: { readonly flags?: number; readonly user: string },
): Session<UncPath | number> {
  const paths = yield* admit(rules, { paths: [path], flags, user, conflictHandler: false })
  if (typeof paths === 'number') return paths
  const [only] = paths
  if (only === undefined) return ERROR.INVALID_PARAMETER
  return yield* orCode<UncPath | number>(spell(only), (code) => code)
}
