/** Codes that the browser itself gives; the server's refusals bring their own texts. */
export default {
  NETWORK: 'The server did not answer; the connection may be down.',
  UNKNOWN: 'Something unexpected happened.',
} as const;
