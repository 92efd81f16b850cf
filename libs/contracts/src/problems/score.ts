export const scoreProblems = {
  SCORE_CHANGE_UNFIT: {
    status: 409,
    text: {
      'zh-CN': '所选的答案或评分方案与该题目或实验不符，不能据此重新评分。',
      en: 'The key or plan chosen does not fit this question or lab, so nothing can be scored by it.',
    },
  },
  SCORE_CHANGE_UNKNOWN: {
    status: 404,
    text: {
      'zh-CN': '题库中没有所指定的题目、答案或评分方案。',
      en: 'The bank has no such question, key or plan.',
    },
  },
  SCORE_CHANGE_EMPTY: {
    status: 409,
    text: {
      'zh-CN': '这项改动不影响任何已有成绩，无需重新评分。',
      en: 'This would change no score that counts, so there is nothing to apply.',
    },
  },
  SCORE_RUN_SAME_PERSON: {
    status: 403,
    text: {
      'zh-CN': '重新评分须由提出人以外的另一人批准。',
      en: 'A rescoring must be approved by somebody other than the person who asked for it.',
    },
  },
  SCORE_RUN_STALE: {
    status: 409,
    text: {
      'zh-CN': '拟定重新评分之后，相关成绩已有变动，本次未作任何改动。请重新拟定。',
      en: 'Scores have changed since this rescoring was planned, so nothing was changed by it. Plan it anew.',
    },
  },
  SCORE_RUN_INCOMPLETE: {
    status: 409,
    text: {
      'zh-CN': '本次重新评分已执行，但其中有的报考在批准之后成绩另有变动，这些成绩未作改动。请为其重新拟定。',
      en: 'This rescoring was applied, except to entries whose scores have changed since it was approved. Plan it anew for those.',
    },
  },
  SCORE_RUN_UNDER_WAY: {
    status: 409,
    text: {
      'zh-CN': '另一项已批准的重新评分尚未完成。请先将其执行完毕，再批准这一项。',
      en: 'Another rescoring was approved and has not reached its end. Take that one up first, then approve this one.',
    },
  },
  SCORE_RUN_CLOSED: {
    status: 409,
    text: {
      'zh-CN': '该次重新评分已经结束，请重新拟定。',
      en: 'This rescoring has ended. Plan it anew.',
    },
  },
} as const;
