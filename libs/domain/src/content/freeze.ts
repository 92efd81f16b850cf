/** Freezes plain data to its depth. Bytes stay as they are: an array buffer view cannot be frozen. */
export function freeze<T>(value: T): T {
  // What is no object counts as frozen.
  if (ArrayBuffer.isView(value) || Object.isFrozen(value)) return value;
  Object.freeze(value);
  Object.values(value as object).forEach(freeze);
  return value;
}
