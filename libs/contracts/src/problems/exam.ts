export const examProblems = {
  CONTENT_MISSING: {
    status: 409,
    text: {
      'zh-CN': '该岗位和等级的考试内容还不齐全，暂时不能安排考试。',
      en: 'There is not enough content for this role and level yet, so no session can be scheduled.',
    },
  },
  CONTENT_UNUSABLE: {
    status: 409,
    text: {
      'zh-CN': '本场次要用的一份内容已损坏，不能安排。其余内容仍可选用。',
      en: 'A piece of content that this session needs is damaged, so it cannot be scheduled. The rest can still be used.',
    },
  },
  SESSION_PAST: {
    status: 409,
    text: {
      'zh-CN': '截止时间已过，不能安排。请改为将来的时间。',
      en: 'This would close in the past, so it cannot be scheduled. Choose a time that lies ahead.',
    },
  },
  ATTEMPT_CLOSED: {
    status: 409,
    text: {
      'zh-CN': '本次考试已交卷，不能再修改答案。',
      en: 'This exam has been handed in; answers can no longer be changed.',
    },
  },
  ATTEMPT_EXPIRED: {
    status: 409,
    text: {
      'zh-CN': '考试时间已到。时间截止前保存的答案全部有效。',
      en: 'The time of this exam is up. Every answer saved before then counts.',
    },
  },
  ATTEMPT_MOVED: {
    status: 409,
    text: {
      'zh-CN': '考试已在另一个页面或另一台电脑上继续，本页不能再保存。',
      en: 'The exam was continued on another page or computer; this page can no longer save.',
    },
  },
  SAVES_OUT_OF_ORDER: {
    status: 409,
    text: {
      'zh-CN': '保存的顺序有误，请刷新页面后继续。已保存的答案不受影响。',
      en: 'The saves arrived out of order. Reload the page to continue; what was saved is safe.',
    },
  },
  RESPONSE_INVALID: {
    status: 400,
    text: {
      'zh-CN': '答案与题目不符，没有保存。',
      en: 'The answer does not fit the item and was not saved.',
    },
  },
  REPORT_NOT_READY: {
    status: 409,
    text: {
      'zh-CN': '成绩还没有出来，请稍后再看。',
      en: 'The result is not ready yet. Please look again shortly.',
    },
  },
} as const;
