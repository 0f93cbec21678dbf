/** The only place where the environment is looked at: variables, permissions, terminal, runtime. */

interface DenoLike {
  readonly version: { readonly deno: string }
  readonly permissions: {
    querySync(
      descriptor: { readonly name: 'env'; readonly variable: string } | {
        readonly name: 'read' | 'write'
        readonly path: string
      },
    ): { readonly state: string }
  }
}

/** Variables that Deno lets be read without asking. */
const FREE = ['NO_COLOR', 'FORCE_COLOR']

/** The runtime csclab runs on. */
export function runtime(): { readonly name: 'node' | 'deno'; readonly version: string } {
  const deno = denoOf()
  return deno === undefined
    ? { name: 'node', version: process.versions.node }
    : { name: 'deno', version: deno.version.deno }
}

/** A variable, or `undefined` when it is unset, empty, or not ours to read; never prompts. */
export function readVariable(name: string): string | undefined {
  const deno = denoOf()
  const allowed = deno === undefined || FREE.includes(name) ||
    deno.permissions.querySync({ name: 'env', variable: name }).state === 'granted'
  const value = allowed ? process.env[name] : undefined
  return value === '' ? undefined : value
}

/** True on a CI machine: `CI` is set to anything but `false` or `0`. */
export function isCI(): boolean {
  const value = readVariable('CI')
  return value !== undefined && value !== 'false' && value !== '0'
}

/** The day it is, in UTC, as `2027-01-31`. */
export function today(): string {
  return new Date().toISOString().slice(0, 10)
}

/** True when output may be coloured: `NO_COLOR` says no, `FORCE_COLOR` yes, else a terminal decides. */
export function wantsColor(): boolean {
  if (readVariable('NO_COLOR') !== undefined) return false
  const force = readVariable('FORCE_COLOR')
  return force === undefined ? isTerminal() : force !== '0' && force !== 'false'
}

/** True when standard output is a terminal. */
export function isTerminal(): boolean {
  return process.stdout.isTTY
}

/** True when standard error is a terminal. */
export function isErrorTerminal(): boolean {
  return process.stderr.isTTY
}

/** True when a path may be read without a prompt. */
export function canRead(path: string): boolean {
  return isAllowed('read', path)
}

/** True when a path may be written without a prompt. */
export function canWrite(path: string): boolean {
  return isAllowed('write', path)
}

function isAllowed(name: 'read' | 'write', path: string): boolean {
  const deno = denoOf()
  return deno === undefined || deno.permissions.querySync({ name, path }).state === 'granted'
}

function denoOf(): DenoLike | undefined {
  const deno: unknown = Reflect.get(globalThis, 'Deno')
  return isDeno(deno) ? deno : undefined
}

function isDeno(value: unknown): value is DenoLike {
  return typeof value === 'object' && value !== null && 'permissions' in value
}
