/** Explicit rights: what a user was given or denied on an item, and which word counts. */

import { type Right, RIGHTS } from '../port/mod.ts'

/** What one item says for one user; a right it says nothing of is inherited from the directories above. */
export interface Rights {
  readonly list?: 'allow' | 'deny'
  readonly read?: 'allow' | 'deny'
  readonly write?: 'allow' | 'deny'
}

/** What to set; `inherit` takes an item's own word back, a right left out stays as it is. */
export interface RightsChange {
  readonly list?: 'allow' | 'deny' | 'inherit'
  readonly read?: 'allow' | 'deny' | 'inherit'
  readonly write?: 'allow' | 'deny' | 'inherit'
}

/** Rights after a change; `undefined` when nothing is said any more. */
export function changeRights(rights: Rights | undefined, change: RightsChange): Rights | undefined {
  const after: { -readonly [R in Right]?: 'allow' | 'deny' } = {}
  let said = false
  for (const right of RIGHTS) {
    const word = change[right] ?? rights?.[right] ?? 'inherit'
    if (word === 'inherit') continue
    after[right] = word
    said = true
  }
  return said ? Object.freeze(after) : undefined
}
