/**
 * An `attachment` header value with a name in plain ASCII for old clients and in UTF-8 for the others (RFC 6266,
 * RFC 5987). Nothing in the name can end the header or the quotes.
 */
export const attachmentNamed = (name: string): string => {
  const ascii = name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\%]/g, '_');
  const encoded = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
};
