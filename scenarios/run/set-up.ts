/** Steps that set a scenario's world up: servers, clients, users and shares. */

import { attributeBits, SECOND, type ServerOptions } from '../../sim/mod.ts'
import type { ServerStep, SettingUpStep } from '../language/mod.ts'
import { uncPath } from './paths.ts'
import { addShare, type Disk } from './share.ts'
import type { Stage } from './stage.ts'

/** Plays a step that sets the world up. */
export function setUp(stage: Stage, step: SettingUpStep, disk: Disk): void {
  switch (step.do) {
    case 'server':
      stage.world.addServer(uncPath(step.path), serverOptions(step))
      return
    case 'client':
      stage.world.addClient(step.name)
      return
    case 'share':
      addShare(stage, step, disk)
      return
    case 'user':
      // A user is a name: nothing of the world changes until somebody is given or denied a right.
      return
  }
}

function serverOptions(step: ServerStep): ServerOptions {
  const {
    caseSensitive,
    timeGranularity,
    clockAhead,
    names,
    streams,
    oplocks,
    storageBits,
    capacity,
    credentials,
  } = step
  return {
    profile: {
      ...(caseSensitive === undefined ? {} : { caseSensitive }),
      ...(timeGranularity === undefined ? {} : { timeGranularity: Math.round(timeGranularity * SECOND) }),
      ...(clockAhead === undefined ? {} : { clockOffset: Math.round(clockAhead * SECOND) }),
      ...(names === undefined ? {} : { names }),
      ...(streams === undefined ? {} : { streams }),
      ...(oplocks === undefined ? {} : { oplocks }),
      ...(storageBits === undefined ? {} : { storageBits: attributeBits(storageBits) }),
    },
    ...(capacity === undefined ? {} : { capacity }),
    ...(credentials === undefined ? {} : { asksCredentials: credentials }),
  }
}
