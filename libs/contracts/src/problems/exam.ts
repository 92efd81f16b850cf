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
  SESSION_OPENED: {
    status: 409,
    text: {
      'zh-CN': '场次已经开放，名称、地点和开放时间不能再更改。需要更多时间时，可以延长。',
      en: 'The session has opened, so its title, place and opening can no longer be changed. Where more time is needed, extend it.',
    },
  },
  SESSION_OVER: {
    status: 409,
    text: {
      'zh-CN': '场次已经结束，不能再延长。受影响的考生可以安排免费重考。',
      en: 'The session is over, so it can no longer be extended. Whoever was affected may be given a free sitting.',
    },
  },
  SESSION_CLOSED: {
    status: 409,
    text: {
      'zh-CN': '场次已经结束，报考范围和名额不能再更改。',
      en: 'The session is over: for whom it is and how many can sit it no longer changes.',
    },
  },
  SESSION_PLACES_HELD: {
    status: 409,
    text: {
      'zh-CN': '已有名额的人多于所填的数目，因此没有更改。请填写不少于已占名额的数目，或先收回名额。',
      en: 'More people hold a place than that, so nothing was changed. Give at least as many as are held, or take places back first.',
    },
  },
  SESSION_LEAVES_OUT: {
    status: 409,
    text: {
      'zh-CN':
        '有人已在本场次之中，却不在新的范围之内，因此没有更改。请确认他们的名额仍予保留，或把他们列入范围。',
      en: 'People are in this session for whom it would be no longer, so nothing was changed. Confirm that they keep their places, or leave them in.',
    },
  },
  SESSION_ACCESS_CHANGED: {
    status: 409,
    text: {
      'zh-CN': '报考范围在此期间已被其他管理员更改，因此没有保存。请关闭后查看现在的内容，再作更改。',
      en: 'Another administrator has changed for whom the session is meanwhile, so nothing was saved. Close this, look at what stands now, and change it then.',
    },
  },
  SESSION_BEGUN: {
    status: 409,
    text: {
      'zh-CN': '已有考生开始作答，场次不能取消。可以推迟截止时间，或为受影响的考生安排免费重考。',
      en: 'Somebody has begun, so the session cannot be cancelled. Extend it, or give free sittings to those who were affected.',
    },
  },
  SESSION_CONFLICT: {
    status: 403,
    text: {
      'zh-CN':
        '您本人或须回避的考生在本场次之中。场次的变更、延长、取消和考务安排请交由其他管理员办理；没有其他人时，可申请例外。',
      en: 'You are in this session yourself, or tied to somebody who is. Another administrator must change, extend or cancel it, or say who looks after it. If there is nobody else, ask for an exception.',
    },
  },
  EXCEPTION_NEEDLESS: {
    status: 409,
    text: {
      'zh-CN': '您目前无须回避，可以直接办理，不需要申请例外。',
      en: 'Nothing bars you from this at present. Go ahead; no exception is needed.',
    },
  },
  EXCEPTION_NEVER: {
    status: 403,
    text: {
      'zh-CN': '按现行方案，这一回避不得例外。请把此事交给无须回避的同事。',
      en: 'The scheme in force lets nobody lift this bar. Leave it to somebody without such a tie.',
    },
  },
  EXCEPTION_ASKED: {
    status: 409,
    text: {
      'zh-CN': '您已经就此申请过例外，正在等待答复。',
      en: 'You have asked for this exception already; it waits for an answer.',
    },
  },
  EXCEPTION_ANSWERED: {
    status: 409,
    text: {
      'zh-CN': '这一申请已经有人答复。请刷新页面查看。',
      en: 'Somebody has answered this already. Reload the page to see how.',
    },
  },
  EXCEPTION_OWN: {
    status: 403,
    text: {
      'zh-CN': '本人的申请须由另一人答复。',
      en: 'Somebody else must answer what you asked for yourself.',
    },
  },
  CELL_CONFLICT: {
    status: 403,
    text: {
      'zh-CN': '您本人或须回避的考生正在参加这一认证，尚未评定。考核内容和计分方式请交由无须回避的同事确定。',
      en: 'You are being examined for this certification yourself, or tied to somebody who is. Somebody without such a tie must settle what is examined and how it is scored.',
    },
  },
  SESSION_DATES_UNFIT: {
    status: 409,
    text: {
      'zh-CN':
        '有的部分另有截止时间，与新的时间不符：须晚于开放时间，不早于现在，且在场次结束后一年以内。请一并调整。',
      en: 'A part that closes on its own date does not fit the new times: it must close later than the opening and than now, and within a year of the session’s end. Please move it along.',
    },
  },
  SESSION_NOT_LATER: {
    status: 409,
    text: {
      'zh-CN': '延长后的时间须晚于原定时间；各部分的截止时间也只能推后。',
      en: 'An extension ends later than before, and no part of it earlier.',
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
