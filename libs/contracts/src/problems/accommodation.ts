export const accommodationProblems = {
  ACCOMMODATION_WAITS: {
    status: 409,
    text: {
      'zh-CN': '本次报考已有一项特殊安排申请正在等待审批。请等待结果，或先撤回该申请。',
      en: 'A request for an accommodation already waits for a decision. Wait for it, or take it back first.',
    },
  },
  ACCOMMODATION_NOT_ENTERED: {
    status: 409,
    text: {
      'zh-CN': '还没有取得本场名额，暂不能申请特殊安排。请在接受邀请或报考确认之后再申请。',
      en: 'There is no seat in this session yet. Ask once the invitation is accepted, or the entry confirmed.',
    },
  },
  ACCOMMODATION_OVER: {
    status: 409,
    text: {
      'zh-CN': '本场考核已经结束，不能再申请或批准特殊安排。',
      en: 'The session is over; accommodations can no longer be asked for or approved.',
    },
  },
  ACCOMMODATION_DECIDED: {
    status: 409,
    text: {
      'zh-CN': '这项申请已经有了结果，或已撤回。',
      en: 'This request has been decided or taken back in the meantime.',
    },
  },
  REGISTRAR_UNKNOWN: {
    status: 422,
    text: {
      'zh-CN': '所选的人不再是考务人员。请重新打开后再选。',
      en: 'Somebody who was chosen is no registrar any more. Open it again and choose anew.',
    },
  },
  REGISTRARS_CHANGED: {
    status: 409,
    text: {
      'zh-CN': '这个场次的考务人员在此期间已由他人更改，因此没有保存。请关闭后查看现在由谁负责，再作更改。',
      en: 'Somebody else has changed who looks after this session meanwhile, so nothing was saved. Close this, look at who does now, and change it then.',
    },
  },
  REGISTRAR_SELF: {
    status: 403,
    text: {
      'zh-CN': '不能把场次分派给自己。请由管理员或另一位考务人员分派。',
      en: 'Nobody assigns a session to themselves. Ask an administrator or another registrar.',
    },
  },
  ACCOMMODATION_SHORTER: {
    status: 409,
    text: {
      'zh-CN': '此前批准的加时多于现在填写的。已批准的加时不能减少。',
      en: 'More time was approved before than is given here. Time that was approved is not taken back.',
    },
  },
} as const;
