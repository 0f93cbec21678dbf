/** Flag values in which every two flags meet: both set, one of them, none; as passed, and as far as possible also in effect. */

/**
 * Found one by one: of all values the one with the most pairs that were not there before, until none was left. A pair is what two
 * control flags are, or a control flag and the policy.
 */
export const PAIRS: Readonly<Record<string, string>> = {
  'p01': 'none',
  'p02':
    'fill | in | out | pin-new | pin-targets | pin-user | pin-policy | pin-all | pin-redirection | async | interactive | console | skip-suspended | background | no-new-out | keep-local',
  'p03': 'fill | in | out | pin-new | pin-targets | pin-user | pin-policy | low-priority | keep-remote',
  'p04':
    'out | pin-all | low-priority | async | interactive | console | skip-suspended | background | no-new-out | keep-latest',
  'p05': 'fill | in | pin-new | pin-all | pin-redirection | low-priority | async | interactive | keep-latest',
  'p06':
    'pin-targets | pin-user | pin-policy | pin-redirection | low-priority | console | skip-suspended | background | keep-local',
  'p07':
    'in | out | pin-new | pin-targets | pin-user | pin-all | pin-redirection | low-priority | interactive | console | no-new-out',
  'p08':
    'fill | pin-policy | pin-redirection | async | interactive | console | skip-suspended | no-new-out | keep-remote',
  'p09':
    'fill | in | pin-new | pin-targets | pin-policy | pin-all | async | skip-suspended | background | no-new-out',
  'p10':
    'in | out | pin-new | pin-user | pin-policy | pin-redirection | background | no-new-out | keep-latest',
  'p11': 'in | keep-local',
  'p12': 'in | pin-new | pin-user | pin-all | pin-redirection | background | keep-remote',
  'p13': 'out | pin-new | no-new-out | keep-remote',
  'p14': 'in | pin-new | pin-targets | keep-latest',
}
