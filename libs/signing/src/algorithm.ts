/** Ed25519 (RFC 8032), by its fully specified name in JOSE (RFC 9864). */
export const algorithm = 'Ed25519';
