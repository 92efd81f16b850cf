/** Codes that the browser itself gives; the server's refusals bring their own texts. */
export default {
  NETWORK: '服务器没有应答，可能是网络断开了。',
  UNKNOWN: '出现了意料之外的情况。',
} as const;
