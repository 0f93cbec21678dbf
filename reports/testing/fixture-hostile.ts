/** A scenario whose every text tries to be more than text. */

import type { ScenarioResult } from '../../scenarios/mod.ts'
import { fate, item, round, scenario, trees } from './build.ts'

/** Markup, script, quotes, a terminal command, a direction override and half a character. */
export const EVIL =
  '</script><script>window.evil=1</script><img src=x onerror="window.evil=1">\'"&\u001b[31m\u202e\ud800'

/** The id of the scenario: what can stand in a name of an export and in a row of a table. */
export const EVIL_ID = 'names/"><b id=evil>[a b\u0007%20&\ud800]'

/** Failed, so that it stands open and first. */
export const HOSTILE: ScenarioResult = scenario({
  id: EVIL_ID,
  title: `Hostile ${EVIL}`,
  covers: ['SYNC-35', EVIL],
  tags: ['"onmouseover="window.evil=1'],
  verdict: 'fail',
  told: ['share //hq/docs', `!note ${EVIL}`],
  failures: [{
    kind: 'snapshot',
    message: EVIL,
    expected: `a ${EVIL}`,
    actual: `b ${EVIL}`,
    position: { file: `${EVIL}.ts`, line: 1 },
    path: EVIL,
    ids: [EVIL],
    hint: EVIL,
  }],
  rounds: [round('in', {
    before: trees({ 'a.txt': '<script>window.evil=1</script>\u0007' }, {}),
    after: trees({ 'a.txt': '<script>window.evil=1</script>' }),
    items: [{ ...item('a.txt', { state: 99, decision: EVIL, because: [EVIL], oracle: EVIL }), path: EVIL }],
    conflicts: [{ path: EVIL, state: 99, change: 'updated' }],
    fates: [
      fate('a.txt', { token: EVIL, writer: EVIL, path: EVIL, stream: EVIL, fate: 'lost', words: EVIL }),
    ],
  })],
})
