/** Which names the policy keeps out of the cache. */

import { upcase } from '../../sim/windows/mod.ts'

/** True for a name that fits one of the excluded types, such as `*.pst` or `*.db?`; case does not matter. */
export function isExcluded(name: string, types: readonly string[]): boolean {
  return types.some((type) => patternOf(type).test(upcase(name)))
}

function patternOf(type: string): RegExp {
  const escaped = upcase(type).replace(/[.+^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`, 's')
}
