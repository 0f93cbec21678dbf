/**
 * The codes with which a request plausibly fails, after what the port's documentation says of each. Left out are codes that
 * tell something of an item that is not so (2 for a directory that is there to be listed): that is no fault but a lie, and an
 * engine that believes it does nothing wrong.
 */

import { ERROR, type RequestKind, type Side } from '../../sim/mod.ts'

/** The data of a disk cannot be read or written: ERROR_IO_DEVICE. */
const IO_DEVICE = 1117

/** The network location cannot be reached: ERROR_NETWORK_UNREACHABLE. */
const UNREACHABLE = 1231

const { ACCESS_DENIED, BAD_NET_NAME, BAD_NETPATH, NETNAME_DELETED, SHARING_VIOLATION } = ERROR
const { DISK_FULL, DISK_QUOTA_EXCEEDED, FILE_NOT_FOUND, LOGON_FAILURE, PATH_NOT_FOUND } = ERROR

/** Requests across the network, or about the share as a whole. */
const ON_SERVER: Partial<Readonly<Record<RequestKind, readonly number[]>>> = {
  connect: [ACCESS_DENIED, BAD_NETPATH, NETNAME_DELETED, BAD_NET_NAME, UNREACHABLE, LOGON_FAILURE],
  list: [ACCESS_DENIED, BAD_NETPATH, NETNAME_DELETED],
  stat: [ACCESS_DENIED, BAD_NETPATH, NETNAME_DELETED],
  open: [FILE_NOT_FOUND, PATH_NOT_FOUND, ACCESS_DENIED, SHARING_VIOLATION, BAD_NETPATH],
  read: [SHARING_VIOLATION, NETNAME_DELETED, IO_DEVICE],
  write: [DISK_FULL, DISK_QUOTA_EXCEEDED, NETNAME_DELETED],
  truncate: [DISK_FULL, NETNAME_DELETED],
  'set-sparse': [ACCESS_DENIED, NETNAME_DELETED],
  zero: [DISK_FULL, NETNAME_DELETED],
  'query-ranges': [NETNAME_DELETED],
  stage: [PATH_NOT_FOUND, ACCESS_DENIED, SHARING_VIOLATION, BAD_NETPATH],
  commit: [ACCESS_DENIED, SHARING_VIOLATION, DISK_FULL, NETNAME_DELETED],
  close: [NETNAME_DELETED],
  'set-info': [ACCESS_DENIED, SHARING_VIOLATION, BAD_NETPATH],
  mkdir: [PATH_NOT_FOUND, ACCESS_DENIED, DISK_FULL, BAD_NETPATH],
  rename: [ACCESS_DENIED, SHARING_VIOLATION, BAD_NETPATH],
  remove: [ACCESS_DENIED, SHARING_VIOLATION, BAD_NETPATH],
  'list-streams': [ACCESS_DENIED, BAD_NETPATH],
}

/** Requests about the client's own disk. */
const ON_CLIENT: Partial<Readonly<Record<RequestKind, readonly number[]>>> = {
  list: [ACCESS_DENIED, IO_DEVICE],
  stat: [ACCESS_DENIED, IO_DEVICE],
  open: [FILE_NOT_FOUND, PATH_NOT_FOUND, ACCESS_DENIED, SHARING_VIOLATION],
  read: [SHARING_VIOLATION, IO_DEVICE],
  write: [DISK_FULL, IO_DEVICE],
  truncate: [DISK_FULL],
  'set-sparse': [ACCESS_DENIED],
  zero: [DISK_FULL],
  'query-ranges': [IO_DEVICE],
  stage: [PATH_NOT_FOUND, ACCESS_DENIED, SHARING_VIOLATION],
  commit: [ACCESS_DENIED, SHARING_VIOLATION, DISK_FULL],
  'set-info': [ACCESS_DENIED, SHARING_VIOLATION],
  mkdir: [PATH_NOT_FOUND, ACCESS_DENIED, DISK_FULL],
  rename: [ACCESS_DENIED, SHARING_VIOLATION],
  remove: [ACCESS_DENIED, SHARING_VIOLATION],
  'list-streams': [ACCESS_DENIED],
  'get-record': [IO_DEVICE],
  'put-record': [DISK_FULL, IO_DEVICE],
  'list-records': [IO_DEVICE],
}

/** The codes for a request about a side; none for a request that cannot plausibly fail. */
export function plausibleCodes(kind: RequestKind, side: Side | undefined): readonly number[] {
  return (side === 'server' ? ON_SERVER : ON_CLIENT)[kind] ?? []
}
