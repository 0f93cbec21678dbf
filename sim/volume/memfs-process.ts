/** Keeps memfs from asking Deno for the user's identity; imported before memfs wherever memfs is imported. */

interface DenoLike {
  readonly permissions: {
    querySync(descriptor: { readonly name: 'sys'; readonly kind: 'uid' }): { readonly state: string }
  }
}

function isDeno(value: unknown): value is DenoLike {
  return typeof value === 'object' && value !== null && 'permissions' in value
}

/** memfs calls `process.getuid()` for every node it makes; without the permission each call would prompt. */
const deno: unknown = Reflect.get(globalThis, 'Deno')
if (isDeno(deno) && deno.permissions.querySync({ name: 'sys', kind: 'uid' }).state !== 'granted') {
  process.getuid = () => 0
  process.getgid = () => 0
}
