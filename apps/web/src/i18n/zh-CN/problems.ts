/** Codes that the browser itself gives; the server's refusals bring their own texts. */
export default {
  NETWORK: '服务器没有应答，可能是网络断开了。',
  UNKNOWN: '出现了意料之外的情况。',
  LIST_CHANGING: '导出期间列表一直在变动，为避免遗漏，没有保存文件。请稍后再试。',
  withReference: '{{text}}（查询编号：{{reference}}）',
  /** With the seconds that there are to wait. */
  soon: {
    TOO_MANY_REQUESTS_other: '操作过于频繁，请在{{count}}秒后再试。',
  },
  /** With the date that the refusal names. */
  held: {
    SESSION_PLACES_HELD: '已有{{count}}人占有名额，因此没有更改。请填写不少于{{count}}的数目，或先收回名额。',
    SESSION_LEAVES_OUT:
      '有{{count}}份报考的人不在新的范围之内，因此没有更改。请确认他们的名额仍予保留，或把他们列入范围。',
  },
  dated: {
    TOO_MANY_REQUESTS: '操作过于频繁，请在{{time}}之后再试。',
    PART_NOT_OPEN: '本场考核将于{{time}}开放，请届时进行。',
    TRY_TOO_EARLY: '等待期未满，{{time}}起可以再次报考。',
    TRIES_USED_UP: '规定期限内的报考次数已用完，{{time}}起可以再次报考。',
    CARRY_TOO_OLD: '该成绩的保留期限已于{{time}}届满，须重新考核。',
    CARRY_GIVEN_UP: '该部分已于{{time}}重新考过，原成绩随之放弃，不能保留。',
    SESSION_NOT_OPEN_FOR_ENTRY: '所选考核场次已于{{time}}结束，不能报考。',
    PART_CLOSED: '这一部分已于{{time}}截止，不能再开始、修改或提交。此前保存的内容仍然有效。',
  },
} as const;
