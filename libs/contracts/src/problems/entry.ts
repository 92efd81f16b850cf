export const entryProblems = {
  PART_NOT_OPEN: {
    status: 409,
    text: {
      'zh-CN': '本场考核尚未开放，请在开放时间内进行。',
      en: 'This session is not open yet. Its parts can be taken once its window has opened.',
    },
  },
  PART_CLOSED: {
    status: 409,
    text: {
      'zh-CN': '这一部分的截止时间已过，不能再开始或提交。此前保存的内容仍然有效。',
      en: 'The time for this part has passed; it can no longer be started or submitted. What was saved before stays.',
    },
  },
  ENTRY_ENDED: {
    status: 409,
    text: {
      'zh-CN': '本次报考已经结束，各部分不能再作答或提交。',
      en: 'This entry has ended; nothing in it can be taken or submitted any more.',
    },
  },
  ENTRY_OPEN: {
    status: 409,
    text: {
      'zh-CN': '该岗位和级别已有一次尚未结束的报考，须先结束才能再次报考。',
      en: 'There is an entry for this role and level that has not ended yet. It has to end before another one.',
    },
  },
} as const;
