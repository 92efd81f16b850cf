/** Codes that the browser itself gives; the server's refusals bring their own texts. */
export default {
  NETWORK: '服务器没有应答，可能是网络断开了。',
  UNKNOWN: '出现了意料之外的情况。',
  /** With the date that the refusal names. */
  dated: {
    PART_NOT_OPEN: '本场考核将于{{time}}开放，请届时进行。',
    PART_CLOSED: '这一部分已于{{time}}截止，不能再开始、修改或提交。此前保存的内容仍然有效。',
  },
} as const;
