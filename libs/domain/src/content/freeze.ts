/** Freezes plain data to its depth. Bytes stay as they are: an array buffer view cannot be frozen. */
export function freeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || Object.isFrozen(value))
    return value;
  Object.freeze(value);
  Object.values(value).forEach(freeze);
  return value;
}
