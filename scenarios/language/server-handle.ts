/** The file server's side of a share: what every side has, and rights. */

import type { Right } from '../../sim/mod.ts'
import type { RightsOptions } from './handle-options.ts'
import type { Recorder } from './recorder.ts'
import { resolvePath } from './resolve-path.ts'
import { SideHandle } from './side-handle.ts'
import type { AllowStep } from './steps.ts'

/** The file server's side of a share, where rights are given and taken. */
export class ServerHandle extends SideHandle {
  readonly #steps: Recorder
  readonly #share: string

  constructor(recorder: Recorder, share: string) {
    super(recorder, { share, side: 'server' })
    this.#steps = recorder
    this.#share = share
  }

  /** Lets a user list, read or write an item and all below it from now on. */
  allow(user: string, path: string, rights: readonly Right[] | RightsOptions): void {
    this.#steps.add({ do: 'allow', ...this.#about(user, path, rights) })
  }

  /** Keeps a user from listing, reading or writing an item and all below it from now on. */
  deny(user: string, path: string, rights: readonly Right[] | RightsOptions): void {
    this.#steps.add({ do: 'deny', ...this.#about(user, path, rights) })
  }

  #about(user: string, path: string, rights: readonly Right[] | RightsOptions): Omit<AllowStep, 'do'> {
    const options = isList(rights) ? { rights } : rights
    return { side: 'server', path: resolvePath(path, this.#share), user, ...options }
  }
}

function isList(rights: readonly Right[] | RightsOptions): rights is readonly Right[] {
  return Array.isArray(rights)
}
