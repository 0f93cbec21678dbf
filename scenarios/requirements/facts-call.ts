/** What the pages state about a call, beside the promises of the method’s own page. */

import type { Requirement } from './requirement.ts'

/** Facts about flags, paths, cancelling and the return value, D1.1 to D1.14. */
export const CALL_FACTS: readonly Requirement[] = [
  {
    id: 'D1.1',
    promise:
      'The conflict policies are values of one field and not bits: a call has at most one, and KeepLocal together with KeepRemote is the value of KeepLatest',
    evidence: 'documented',
    source: 'Synchronize method of the Win32_OfflineFilesCache class; IOfflineFilesCache::Synchronize',
  },
  {
    id: 'D1.2',
    promise:
      'A conflict for which the call names no policy stays open and is listed as a conflict in Sync Center',
    evidence: 'documented',
    source: 'Synchronize method of the Win32_OfflineFilesCache class',
  },
  {
    id: 'D1.3',
    promise:
      'A caller that passes a conflict handler is asked by that handler alone: the policy in the flags counts for nothing then',
    evidence: 'documented',
    source: 'IOfflineFilesCache::Synchronize',
  },
  {
    id: 'D1.4',
    promise:
      'Where neither a handler nor a policy is given, the service does what it does by default: as a rule it records the conflict for the user',
    evidence: 'documented',
    source: 'IOfflineFilesCache::Synchronize',
  },
  {
    id: 'D1.5',
    promise: 'Bringing server changes in includes completing sparse files: SyncIn turns FillSparse on',
    evidence: 'documented',
    source: 'Synchronize method of the Win32_OfflineFilesCache class',
  },
  {
    id: 'D1.6',
    promise:
      'A flag whose prerequisite is missing is ignored and is no error: PinNewFiles without SyncIn, the link-target and PinFor flags without PinNewFiles, NoNewFilesOut without SyncOut, Console without Interactive',
    evidence: 'documented',
    source: 'Synchronize method of the Win32_OfflineFilesCache class; IOfflineFilesCache::Synchronize',
  },
  {
    id: 'D1.7',
    promise: 'The flags hold for everything a call does, and never for single paths of it',
    evidence: 'documented',
    source: 'Synchronize method of the Win32_OfflineFilesCache class',
  },
  {
    id: 'D1.8',
    promise: 'A call that is cancelled half-way leaves synchronized what it has synchronized by then',
    evidence: 'documented',
    source: 'Synchronize method of the Win32_OfflineFilesCache class',
  },
  {
    id: 'D1.9',
    promise: 'A cancelled run ends with the HRESULT of ERROR_CANCELLED, 0x800704C7',
    evidence: 'documented',
    source: 'IOfflineFilesCache::Synchronize',
  },
  {
    id: 'D1.10',
    promise:
      'When the only path of a call is a single file, the call returns what came of that file; of all other calls the items tell by their own results',
    evidence: 'documented',
    source: 'IOfflineFilesCache::Synchronize',
  },
  {
    id: 'D1.11',
    promise: 'The COM method works asynchronously only for a caller that passes a progress sink',
    evidence: 'documented',
    source: 'IOfflineFilesCache::Synchronize',
    unobservable: "Scenarios make the WMI method's call, which has no argument for working asynchronously",
  },
  {
    id: 'D1.12',
    promise: 'The COM method repeats the id that its caller gave in the events of begin, file result and end',
    evidence: 'documented',
    source: 'IOfflineFilesCache::Synchronize',
    unobservable: "Scenarios make the WMI method's call, which has no argument for an id",
  },
  {
    id: 'D1.13',
    promise: 'The WMI method returns either a return code of WMI or a system error code',
    evidence: 'documented',
    source: 'Synchronize method of the Win32_OfflineFilesCache class',
  },
  {
    id: 'D1.14',
    promise: 'Paths are an array of fully qualified UNC paths, of files as well as of directories',
    evidence: 'documented',
    source: 'Synchronize method of the Win32_OfflineFilesCache class',
  },
]
