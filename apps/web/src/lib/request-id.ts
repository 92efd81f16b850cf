/** What a request is called in every log: 16 hexadecimal digits, also where a page without https has no `randomUUID`. */
export const newRequestId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
