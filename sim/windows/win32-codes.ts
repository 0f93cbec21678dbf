/** The Win32, COM and WMI codes that a synchronization can meet, with the names and message texts of the system headers. */

/** One code: its number, the name in the system headers and the message text Windows shows for it. */
export interface CodeEntry {
  readonly code: number
  readonly name: string
  readonly text: string
}

/** System error codes (winerror.h), in ascending order. */
export const WIN32_CODES: readonly CodeEntry[] = [
  { code: 0, name: 'ERROR_SUCCESS', text: 'The operation completed successfully.' },
  { code: 2, name: 'ERROR_FILE_NOT_FOUND', text: 'The system cannot find the file specified.' },
  { code: 3, name: 'ERROR_PATH_NOT_FOUND', text: 'The system cannot find the path specified.' },
  { code: 5, name: 'ERROR_ACCESS_DENIED', text: 'Access is denied.' },
  { code: 6, name: 'ERROR_INVALID_HANDLE', text: 'The handle is invalid.' },
  {
    code: 8,
    name: 'ERROR_NOT_ENOUGH_MEMORY',
    text: 'Not enough memory resources are available to process this command.',
  },
  {
    code: 14,
    name: 'ERROR_OUTOFMEMORY',
    text: 'Not enough memory resources are available to complete this operation.',
  },
  {
    code: 17,
    name: 'ERROR_NOT_SAME_DEVICE',
    text: 'The system cannot move the file to a different disk drive.',
  },
  { code: 19, name: 'ERROR_WRITE_PROTECT', text: 'The media is write protected.' },
  {
    code: 32,
    name: 'ERROR_SHARING_VIOLATION',
    text: 'The process cannot access the file because it is being used by another process.',
  },
  {
    code: 33,
    name: 'ERROR_LOCK_VIOLATION',
    text: 'The process cannot access the file because another process has locked a portion of the file.',
  },
  { code: 39, name: 'ERROR_HANDLE_DISK_FULL', text: 'The disk is full.' },
  { code: 50, name: 'ERROR_NOT_SUPPORTED', text: 'The request is not supported.' },
  {
    code: 51,
    name: 'ERROR_REM_NOT_LIST',
    text:
      'Windows cannot find the network path. Verify that the network path is correct and the destination computer is not busy or turned off. If Windows still cannot find the network path, contact your network administrator.',
  },
  { code: 53, name: 'ERROR_BAD_NETPATH', text: 'The network path was not found.' },
  { code: 54, name: 'ERROR_NETWORK_BUSY', text: 'The network is busy.' },
  {
    code: 55,
    name: 'ERROR_DEV_NOT_EXIST',
    text: 'The specified network resource or device is no longer available.',
  },
  {
    code: 58,
    name: 'ERROR_BAD_NET_RESP',
    text: 'The specified server cannot perform the requested operation.',
  },
  { code: 59, name: 'ERROR_UNEXP_NET_ERR', text: 'An unexpected network error occurred.' },
  { code: 64, name: 'ERROR_NETNAME_DELETED', text: 'The specified network name is no longer available.' },
  { code: 65, name: 'ERROR_NETWORK_ACCESS_DENIED', text: 'Network access is denied.' },
  { code: 67, name: 'ERROR_BAD_NET_NAME', text: 'The network name cannot be found.' },
  {
    code: 71,
    name: 'ERROR_REQ_NOT_ACCEP',
    text:
      'No more connections can be made to this remote computer at this time because there are already as many connections as the computer can accept.',
  },
  { code: 80, name: 'ERROR_FILE_EXISTS', text: 'The file exists.' },
  { code: 82, name: 'ERROR_CANNOT_MAKE', text: 'The directory or file cannot be created.' },
  { code: 87, name: 'ERROR_INVALID_PARAMETER', text: 'The parameter is incorrect.' },
  { code: 112, name: 'ERROR_DISK_FULL', text: 'There is not enough space on the disk.' },
  { code: 121, name: 'ERROR_SEM_TIMEOUT', text: 'The semaphore timeout period has expired.' },
  {
    code: 123,
    name: 'ERROR_INVALID_NAME',
    text: 'The filename, directory name, or volume label syntax is incorrect.',
  },
  { code: 145, name: 'ERROR_DIR_NOT_EMPTY', text: 'The directory is not empty.' },
  { code: 161, name: 'ERROR_BAD_PATHNAME', text: 'The specified path is invalid.' },
  { code: 183, name: 'ERROR_ALREADY_EXISTS', text: 'Cannot create a file when that file already exists.' },
  { code: 206, name: 'ERROR_FILENAME_EXCED_RANGE', text: 'The filename or extension is too long.' },
  {
    code: 223,
    name: 'ERROR_FILE_TOO_LARGE',
    text: 'The file size exceeds the limit allowed and cannot be saved.',
  },
  {
    code: 225,
    name: 'ERROR_VIRUS_INFECTED',
    text:
      'Operation did not complete successfully because the file contains a virus or potentially unwanted software.',
  },
  { code: 234, name: 'ERROR_MORE_DATA', text: 'More data is available.' },
  { code: 267, name: 'ERROR_DIRECTORY', text: 'The directory name is invalid.' },
  { code: 300, name: 'ERROR_OPLOCK_NOT_GRANTED', text: 'The oplock request is denied.' },
  {
    code: 301,
    name: 'ERROR_INVALID_OPLOCK_PROTOCOL',
    text: 'An invalid oplock acknowledgment was received by the system.',
  },
  {
    code: 303,
    name: 'ERROR_DELETE_PENDING',
    text: 'The file cannot be opened because it is in the process of being deleted.',
  },
  {
    code: 742,
    name: 'ERROR_OPLOCK_BREAK_IN_PROGRESS',
    text: 'An open/create operation completed while an oplock break is underway.',
  },
  {
    code: 802,
    name: 'ERROR_CANNOT_BREAK_OPLOCK',
    text:
      'The operation did not complete successfully because it would cause an oplock to be broken. The caller has requested that existing oplocks not be broken.',
  },
  {
    code: 995,
    name: 'ERROR_OPERATION_ABORTED',
    text: 'The I/O operation has been aborted because of either a thread exit or an application request.',
  },
  { code: 1004, name: 'ERROR_INVALID_FLAGS', text: 'Invalid flags.' },
  {
    code: 1058,
    name: 'ERROR_SERVICE_DISABLED',
    text:
      'The service cannot be started, either because it is disabled or because it has no enabled devices associated with it.',
  },
  {
    code: 1060,
    name: 'ERROR_SERVICE_DOES_NOT_EXIST',
    text: 'The specified service does not exist as an installed service.',
  },
  { code: 1062, name: 'ERROR_SERVICE_NOT_ACTIVE', text: 'The service has not been started.' },
  {
    code: 1117,
    name: 'ERROR_IO_DEVICE',
    text: 'The request could not be performed because of an I/O device error.',
  },
  { code: 1168, name: 'ERROR_NOT_FOUND', text: 'Element not found.' },
  {
    code: 1203,
    name: 'ERROR_NO_NET_OR_BAD_PATH',
    text:
      'The network path was either typed incorrectly, does not exist, or the network provider is not currently available. Please try retyping the path or contact your network administrator.',
  },
  {
    code: 1219,
    name: 'ERROR_SESSION_CREDENTIAL_CONFLICT',
    text:
      'Multiple connections to a server or shared resource by the same user, using more than one user name, are not allowed. Disconnect all previous connections to the server or shared resource and try again.',
  },
  { code: 1222, name: 'ERROR_NO_NETWORK', text: 'The network is not present or not started.' },
  { code: 1223, name: 'ERROR_CANCELLED', text: 'The operation was canceled by the user.' },
  {
    code: 1224,
    name: 'ERROR_USER_MAPPED_FILE',
    text: 'The requested operation cannot be performed on a file with a user-mapped section open.',
  },
  {
    code: 1225,
    name: 'ERROR_CONNECTION_REFUSED',
    text: 'The remote computer refused the network connection.',
  },
  {
    code: 1231,
    name: 'ERROR_NETWORK_UNREACHABLE',
    text:
      'The network location cannot be reached. For information about network troubleshooting, see Windows Help.',
  },
  {
    code: 1232,
    name: 'ERROR_HOST_UNREACHABLE',
    text:
      'The network location cannot be reached. For information about network troubleshooting, see Windows Help.',
  },
  { code: 1235, name: 'ERROR_REQUEST_ABORTED', text: 'The request was aborted.' },
  {
    code: 1236,
    name: 'ERROR_CONNECTION_ABORTED',
    text: 'The network connection was aborted by the local system.',
  },
  {
    code: 1237,
    name: 'ERROR_RETRY',
    text: 'The operation could not be completed. A retry should be performed.',
  },
  { code: 1262, name: 'ERROR_CSCSHARE_OFFLINE', text: 'The share is currently offline or does not exist.' },
  {
    code: 1295,
    name: 'ERROR_DISK_QUOTA_EXCEEDED',
    text:
      'The requested file operation failed because the storage quota was exceeded. To free up disk space, move files to a different location or delete unnecessary files. For more information, contact your system administrator.',
  },
  { code: 1314, name: 'ERROR_PRIVILEGE_NOT_HELD', text: 'A required privilege is not held by the client.' },
  { code: 1326, name: 'ERROR_LOGON_FAILURE', text: 'The user name or password is incorrect.' },
  {
    code: 1327,
    name: 'ERROR_ACCOUNT_RESTRICTION',
    text:
      "Account restrictions are preventing this user from signing in. For example: blank passwords aren't allowed, sign-in times are limited, or a policy restriction has been enforced.",
  },
  { code: 1392, name: 'ERROR_FILE_CORRUPT', text: 'The file or directory is corrupted and unreadable.' },
  { code: 1393, name: 'ERROR_DISK_CORRUPT', text: 'The disk structure is corrupted and unreadable.' },
  {
    code: 1450,
    name: 'ERROR_NO_SYSTEM_RESOURCES',
    text: 'Insufficient system resources exist to complete the requested service.',
  },
  { code: 1460, name: 'ERROR_TIMEOUT', text: 'This operation returned because the timeout period expired.' },
  {
    code: 1816,
    name: 'ERROR_NOT_ENOUGH_QUOTA',
    text: 'Not enough quota is available to process this command.',
  },
  { code: 1920, name: 'ERROR_CANT_ACCESS_FILE', text: 'The file cannot be accessed by the system.' },
  { code: 2250, name: 'ERROR_NOT_CONNECTED', text: 'This network connection does not exist.' },
  {
    code: 3010,
    name: 'ERROR_SUCCESS_REBOOT_REQUIRED',
    text:
      'The requested operation is successful. Changes will not be effective until the system is rebooted.',
  },
  {
    code: 4350,
    name: 'ERROR_FILE_OFFLINE',
    text: 'This file is currently not available for use on this computer.',
  },
  { code: 4390, name: 'ERROR_NOT_A_REPARSE_POINT', text: 'The file or directory is not a reparse point.' },
  {
    code: 4392,
    name: 'ERROR_INVALID_REPARSE_DATA',
    text: 'The data present in the reparse point buffer is invalid.',
  },
  { code: 6000, name: 'ERROR_ENCRYPTION_FAILED', text: 'The specified file could not be encrypted.' },
  {
    code: 6002,
    name: 'ERROR_FILE_ENCRYPTED',
    text: 'The specified file is encrypted and the user does not have the ability to decrypt it.',
  },
  { code: 6009, name: 'ERROR_FILE_READ_ONLY', text: 'The specified file is read only.' },
]

/** COM results that are no wrapped Win32 code. */
export const COM_CODES: readonly CodeEntry[] = [
  { code: 0x8000ffff, name: 'E_UNEXPECTED', text: 'Catastrophic failure' },
  { code: 0x80004001, name: 'E_NOTIMPL', text: 'Not implemented' },
  { code: 0x80004002, name: 'E_NOINTERFACE', text: 'No such interface supported' },
  { code: 0x80004003, name: 'E_POINTER', text: 'Invalid pointer' },
  { code: 0x80004004, name: 'E_ABORT', text: 'Operation aborted' },
  { code: 0x80004005, name: 'E_FAIL', text: 'Unspecified error' },
  { code: 0x80070005, name: 'E_ACCESSDENIED', text: 'General access denied error' },
  { code: 0x8007000e, name: 'E_OUTOFMEMORY', text: 'Ran out of memory' },
  { code: 0x80070057, name: 'E_INVALIDARG', text: 'One or more arguments are invalid' },
]

/** WMI results: the call itself fails before or instead of a return value. */
export const WMI_CODES: readonly CodeEntry[] = [
  { code: 0x80041001, name: 'WBEM_E_FAILED', text: 'generic failure' },
  { code: 0x80041002, name: 'WBEM_E_NOT_FOUND', text: 'object not found' },
  { code: 0x80041003, name: 'WBEM_E_ACCESS_DENIED', text: 'access denied' },
  { code: 0x80041004, name: 'WBEM_E_PROVIDER_FAILURE', text: 'provider failure' },
  { code: 0x80041005, name: 'WBEM_E_TYPE_MISMATCH', text: 'wrong parameter type' },
  { code: 0x80041006, name: 'WBEM_E_OUT_OF_MEMORY', text: 'out of memory' },
  { code: 0x80041008, name: 'WBEM_E_INVALID_PARAMETER', text: 'invalid parameter' },
  { code: 0x80041009, name: 'WBEM_E_NOT_AVAILABLE', text: 'resource not available' },
  { code: 0x8004100c, name: 'WBEM_E_NOT_SUPPORTED', text: 'not supported' },
  { code: 0x80041015, name: 'WBEM_E_TRANSPORT_FAILURE', text: 'network failure to a remote WMI' },
  { code: 0x80041024, name: 'WBEM_E_PROVIDER_NOT_CAPABLE', text: 'provider cannot do it' },
  { code: 0x80041028, name: 'WBEM_E_ILLEGAL_NULL', text: 'null where not allowed' },
  { code: 0x8004102e, name: 'WBEM_E_INVALID_METHOD', text: 'no such method' },
  { code: 0x8004102f, name: 'WBEM_E_INVALID_METHOD_PARAMETERS', text: 'bad or missing method parameters' },
  { code: 0x80041032, name: 'WBEM_E_CALL_CANCELLED', text: 'call cancelled' },
  { code: 0x80041033, name: 'WBEM_E_SHUTTING_DOWN', text: 'shutting down' },
]
