export const certificationProblems = {
  DECISION_CONFLICT: {
    status: 403,
    text: {
      'zh-CN': '您与这位考生存在须回避的关系，本案不能由您查看或处理，请交由其他人员办理。',
      en: 'Something ties you to this candidate that keeps you out of the case. Somebody else must take it.',
    },
  },
  DECLARATION_DUE: {
    status: 403,
    text: {
      'zh-CN':
        '办理考评事项之前，须先完成利益关系申报，此后每年申报一次。请到“利益申报”页面申报，完成后即可继续。',
      en: 'Before you act on a case you declare your interests, and again every year. Do so on the page “Interests”, then go on.',
    },
  },
  SCRIPT_PROBLEM_OPEN: {
    status: 409,
    text: {
      'zh-CN': '您已就这份材料报告问题，正在等待处理；收到答复之前不能提交评分，也不必重复报告。',
      en: 'You reported a problem with this script, and it waits for an answer. Until then its marks cannot be submitted, and nothing more need be reported.',
    },
  },
  MARKS_QUESTIONED: {
    status: 409,
    text: {
      'zh-CN':
        '评审人打分时与考生存在须回避的关系，事后才查明，考务尚未答复这些评分是否有效；答复之前不能作出评定。',
      en: 'An author of the marks was tied to the candidate when they marked, as came to light since. Until it is answered whether the marks stand, nothing can be decided.',
    },
  },
  MARKS_ANSWERED: {
    status: 409,
    text: {
      'zh-CN': '这些评分没有待答复的问题，可能已有他人答复。请刷新页面。',
      en: 'Nothing of these marks waits for an answer; somebody may have answered already. Please reload.',
    },
  },
  MARKS_CASE_CHANGED: {
    status: 409,
    text: {
      'zh-CN':
        '本案的状态已经改变，不能再这样答复：已评定的个案，评分不能作废，只能登记为公正性风险或保留；未评定的，可以作废或保留。请刷新页面。',
      en: 'The case has changed, and this answer is not open any more: marks of a decided case are not set aside, only entered in the register of threats or left standing; of one that is undecided they are set aside or left standing. Please reload.',
    },
  },
  DECISION_MADE: {
    status: 409,
    text: {
      'zh-CN': '本案已经作出评定，评定不可更改。',
      en: 'This case has been decided already. A decision is never changed.',
    },
  },
  DECISION_MOCK: {
    status: 409,
    text: {
      'zh-CN': '模拟考核不作评定。',
      en: 'A mock exam is never decided on.',
    },
  },
  DECISION_PROPOSED: {
    status: 409,
    text: {
      'zh-CN': '本案在此期间已有建议提出，正在等待第二人复核；您这次提交的没有记录。',
      en: 'Somebody has proposed something on this case meanwhile, and it waits for a second person; what you sent was not recorded.',
    },
  },
  DECISION_NOT_PROPOSED: {
    status: 409,
    text: {
      'zh-CN': '该建议已经复核完毕。',
      en: 'This proposal has been answered already.',
    },
  },
  DECISION_SAME_PERSON: {
    status: 403,
    text: {
      'zh-CN': '建议由您提出，须由另一位评定员复核。',
      en: 'You proposed this, so another certifier has to answer it.',
    },
  },
  DECISION_CHANGED: {
    status: 409,
    text: {
      'zh-CN': '提出建议之后成绩或现行评定有变动，不能确认。请退回该建议，按现有情况重新处理。',
      en: 'The result, or the decision in effect, has changed since this was proposed, so it cannot be confirmed. Reject it and start again from what holds now.',
    },
  },
  DECISION_PROPOSER_BARRED: {
    status: 409,
    text: {
      'zh-CN': '提出该建议的评定员现已不能评定此人，不能确认。请退回该建议，由其他评定员重新处理。',
      en: 'Whoever proposed this may no longer decide on this candidate, so it cannot be confirmed. Reject it, and another certifier starts again.',
    },
  },
  DECISION_WOULD_LOWER: {
    status: 409,
    text: {
      'zh-CN': '重新评定不能降低已授予的等级；收回等级须另行办理撤回。',
      en: 'Deciding again cannot lower a grade that was granted; taking a grade back is an act of its own.',
    },
  },
  GRANT_NOT_STANDING: {
    status: 409,
    text: {
      'zh-CN': '没有可以撤回的等级：该评定没有授予等级，或已由后来的评定取代。',
      en: 'There is no grade to withdraw: this decision granted none, or a later one has taken its place.',
    },
  },
  DECISION_INCOMPLETE: {
    status: 409,
    text: {
      'zh-CN': '三项成绩尚未齐全，现在不能作出评定。',
      en: 'Not all three parts have a score yet, so this cannot be decided now.',
    },
  },
  DECISION_NO_GRADE: {
    status: 409,
    text: {
      'zh-CN': '按方案计算，这些成绩达不到任何等级，不能授予。',
      en: 'Under the scheme these scores reach no grade, so none can be granted.',
    },
  },
  DECISION_EXPERIENCE_UNMET: {
    status: 409,
    text: {
      'zh-CN': '未确认达到该等级要求的经历，不能授予。',
      en: 'The experience asked at this level has not been confirmed, so no grade can be granted.',
    },
  },
  DECISION_EXPERIENCE_SHORT: {
    status: 400,
    text: {
      'zh-CN': '确认的年限少于该等级的要求，与“经历达标”相矛盾，请核对。',
      en: 'The years confirmed are fewer than this level asks, which contradicts “experience met”. Please check.',
    },
  },
  DECISION_UPON_WITHDRAWN: {
    status: 409,
    text: {
      'zh-CN':
        '保留的成绩来自等级已撤回的报考，不能据此授予等级。该次报考重新评定后，或该项考核重新参加后，才能授予。',
      en: 'A score is carried over from a try whose grade is withdrawn, so no grade can be granted upon it. Once that try is decided anew, or the part is taken again, it can.',
    },
  },
  EVIDENCE_BROKEN: {
    status: 409,
    text: {
      'zh-CN': '存档的证据与成绩对不上，不能据此授予等级。请联系系统管理员核查。',
      en: 'The stored evidence does not yield the stored score, so no grade can be granted on it. Ask the administrator to investigate.',
    },
  },
  CREDENTIAL_REVOKED: {
    status: 410,
    text: {
      'zh-CN': '该证书已被撤销，不再提供证书文件。',
      en: 'This certificate has been revoked; its document is no longer available.',
    },
  },
  CREDENTIAL_SUPERSEDED: {
    status: 410,
    text: {
      'zh-CN': '该证书已由新证书取代，不再提供证书文件。新证书的编号见查验页面。',
      en: 'This certificate was superseded by a newer one; its document is no longer available. The verification page names the new number.',
    },
  },
} as const;
