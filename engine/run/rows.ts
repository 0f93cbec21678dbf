/**
 * What of a directory a survey has to look into. A listing that has not changed is the very same object (see the port), so
 * what was worked out for three of them holds as long as all three are those, and the rules and the user are the same.
 */

import type { DirEntry, Json } from '../../sim/port/mod.ts'
import { afterSight, type CacheRecord } from '../cache/mod.ts'
import type { Rules } from '../rules/mod.ts'
import type { RunContext } from './context.ts'
import { type Listings, mergeListings, type Row } from './merge.ts'

/** For whom, and by what, rows are worked out. */
export interface View {
  readonly run: Pick<RunContext, 'rules' | 'user' | 'unsettled'>
  /** The user for whom the share was taken up. */
  readonly owner: string | undefined
  /** Every name is an item, in sync or not. */
  readonly whole: boolean
}

interface Known extends Listings {
  readonly rules: Rules
  readonly user: string
  readonly owner: string | undefined
  readonly rows: readonly Row[]
}

/** By the records of a directory, the rows as they were last worked out. Forgets with the records. */
const KNOWN = new WeakMap<ReadonlyMap<string, Json>, Known>()

const STABLE = 0

/** The names of a directory, but for files about which this run has nothing to do or to note: they are no items. */
export function rowsOf(listings: Listings, view: View): readonly Row[] {
  const { rules, user, unsettled } = view.run
  if (view.whole || unsettled.size > 0) return mergeListings(listings, () => false)
  const { owner } = view
  const known = KNOWN.get(listings.records)
  if (known !== undefined && isSame(known, listings)) {
    if (known.rules === rules && known.user === user && known.owner === owner) return known.rows
  }
  const rows = mergeListings(
    listings,
    (record, local, server) =>
      record !== undefined && local !== undefined && server !== undefined &&
      isSettled({ record, local, server }, { rules, user, owner }),
  )
  if (isLasting(listings)) KNOWN.set(listings.records, { ...listings, rules, user, owner, rows })
  return rows
}

function isSame(known: Listings, { server, local, records }: Listings): boolean {
  return known.server === server && known.local === local && known.records === records
}

/** Only of what cannot be changed does identity tell that it has not been. */
function isLasting({ server, local, records }: Listings): boolean {
  return Object.isFrozen(server) && Object.isFrozen(local) && Object.isFrozen(records)
}

function isSettled(
  { record, local, server }: {
    readonly record: CacheRecord
    readonly local: DirEntry
    readonly server: DirEntry
  },
  { rules, user, owner }: Pick<Known, 'rules' | 'user' | 'owner'>,
): boolean {
  if (record.type !== 'file' || record.targetToPin === true || record.beforeItsTurn === true) return false
  if (afterSight(record.rights, { user, owner, denied: server.denied }) !== record.rights) return false
  return rules.classify(rules.localCondition(record, local), rules.serverCondition(record, server)) === STABLE
}
