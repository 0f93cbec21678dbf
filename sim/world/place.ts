/** Where paths lead in a world, and for whom. */

import type { Volume } from '../volume/mod.ts'
import type { Server } from './server.ts'

/** Where a path leads: a volume, the number of its handles' residue class, and the server when it is one's. */
export interface Place {
  readonly volume: Volume
  readonly index: number
  readonly server: Server | undefined
}

/** Who wants to go to a place. */
export interface Traveller {
  /** Over the network, when the place is a server's; false for people at the server itself. */
  readonly across: boolean
  /** Default: the first client. */
  readonly client?: string
}
