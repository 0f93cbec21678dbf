/** Makes values plain and unchangeable. */

/** Freezes a value and all in it, and takes out fields that are `undefined`. */
export function freezePlain<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value
  for (const [name, part] of Object.entries(value)) {
    if (part === undefined) Reflect.deleteProperty(value, name)
    else freezePlain(part)
  }
  return Object.freeze(value)
}
