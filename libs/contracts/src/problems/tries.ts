/** Refusals of another try, of a score to be carried over, and of the acts on an entry. `errors` bring the date or the value. */
export const tryProblems = {
  TRY_TOO_EARLY: {
    status: 409,
    text: {
      'zh-CN': '距上次结果通知的等待期未满，现在还不能再次报考。',
      en: 'The waiting time since you were told your last result is not over, so the next try is not open yet.',
    },
  },
  TRIES_USED_UP: {
    status: 409,
    text: {
      'zh-CN': '规定期限内的报考次数已用完，须等最早的一次移出期限后才能再考。',
      en: 'All tries of the period have been used. The next one opens when the earliest of them leaves the period.',
    },
  },
  TRY_OPEN: {
    status: 409,
    text: {
      'zh-CN': '该岗位和级别已有一次尚未评定的报考，须等其结束后才能再次报考。',
      en: 'An entry for this role and level has not been decided yet. The next one can be made after it.',
    },
  },
  TRY_OPEN_ELSEWHERE: {
    status: 409,
    text: {
      'zh-CN': '您的另一个账号在该岗位和级别还有一次尚未评定的报考，须等其结束或先撤回，才能再次报考。',
      en: 'An entry for this role and level by your other account has not been decided yet. The next one can be made after it, or once you have withdrawn it.',
    },
  },
  TRY_NOT_OFFERED: {
    status: 409,
    text: {
      'zh-CN': '现行评定方案不提供再次报考。',
      en: 'The scheme in force offers no further try.',
    },
  },
  GRADE_AT_TOP: {
    status: 409,
    text: {
      'zh-CN': '您已取得该级别的最高等级，无需再考。',
      en: 'The highest grade of this level is held already, so there is nothing further to try for.',
    },
  },
  CARRY_NOT_OFFERED: {
    status: 409,
    text: {
      'zh-CN': '所选考核适用的评定方案不允许保留成绩。',
      en: 'The scheme of this session does not carry scores over.',
    },
  },
  CARRY_MISCONDUCT: {
    status: 409,
    text: {
      'zh-CN': '该成绩所在的考核认定有违规行为，不能保留。',
      en: 'Misconduct was found in the entry of this score, so it cannot be carried over.',
    },
  },
  CARRY_OTHER_SCHEME: {
    status: 409,
    text: {
      'zh-CN': '该成绩与所选考核适用的评定方案版本不同，不能保留。',
      en: 'This score was reached under another version of the scheme, so it cannot be carried over.',
    },
  },
  CARRY_GIVEN_UP: {
    status: 409,
    text: {
      'zh-CN': '该部分此后已重新考过，原成绩随之放弃，不能保留。',
      en: 'This part was sat again since, which gave the earlier score up.',
    },
  },
  CARRY_UNDER_MARK: {
    status: 409,
    text: {
      'zh-CN': '该成绩低于可保留的最低分，不能保留。',
      en: 'This score is under the mark from which scores can be carried over.',
    },
  },
  CARRY_TOO_OLD: {
    status: 409,
    text: {
      'zh-CN': '该成绩已超过保留期限，须重新考核。',
      en: 'This score is too old to be carried over; the part has to be sat again.',
    },
  },
  CARRY_ALL: {
    status: 409,
    text: {
      'zh-CN': '三个部分不能全部保留，至少须重新考核一个部分。',
      en: 'Not all three parts can be carried over; at least one has to be sat anew.',
    },
  },
  CARRY_BEGUN: {
    status: 409,
    text: {
      'zh-CN': '本次报考已开始考核，不能再更改保留的成绩。',
      en: 'A part of this entry has been begun, so what is carried over can no longer be changed.',
    },
  },
  CARRY_CHANGED: {
    status: 409,
    text: {
      'zh-CN': '保留的成绩已在其他窗口更改，本次选择没有保存。请关闭后重新打开，查看现在的选择。',
      en: 'What is carried over was changed in another window, so this choice was not saved. Close and open it again to see what is chosen now.',
    },
  },
  CARRY_NO_SCORE: {
    status: 409,
    text: {
      'zh-CN': '所选部分没有可保留的成绩。',
      en: 'There is no score in this part that could be carried over.',
    },
  },
  SESSION_NOT_OPEN_FOR_ENTRY: {
    status: 409,
    text: {
      'zh-CN': '所选考核场次已经结束，不能报考。',
      en: 'This session is over, so it cannot be entered.',
    },
  },
  SESSION_CANCELLED: {
    status: 409,
    text: {
      'zh-CN': '该场次已经取消，不能报考或更改，请另选场次。',
      en: 'This session has been cancelled, so it can neither be entered nor changed. Please choose another.',
    },
  },
  SESSION_OTHER_CERTIFICATION: {
    status: 409,
    text: {
      'zh-CN': '所选考核场次不属于这一岗位和级别。',
      en: 'This session is for another role or level.',
    },
  },
  SESSION_ENTERED_BEFORE: {
    status: 409,
    text: {
      'zh-CN': '您已报过这一场考核。再次报考须另选场次，以使用不同的试卷。',
      en: 'This session was entered before. Another try takes another session, with another form.',
    },
  },
  SESSION_NOT_FOR_YOU: {
    status: 409,
    text: {
      'zh-CN': '这一场考核只面向指定的机构或名单上的人员。请另选场次，或与颁证机构联系。',
      en: 'This session is only for certain institutions, or for the people on its list. Please choose another, or ask the certification body.',
    },
  },
  SESSION_FULL: {
    status: 409,
    text: {
      'zh-CN': '这一场考核的名额已满。可以排队候补，或另选场次。',
      en: 'No place is left in this session. You can stand in line for one, or choose another session.',
    },
  },
  SESSION_HAS_PLACES: {
    status: 409,
    text: {
      'zh-CN': '这一场考核还有名额，可以直接报考，不必候补。',
      en: 'There are places left in this session: enter it instead of standing in line.',
    },
  },
  SESSION_STARTED: {
    status: 409,
    text: {
      'zh-CN': '考核已经开放，不能再自行取消报考。确有困难的，请与颁证机构联系。',
      en: 'The session has opened, so you can no longer withdraw by yourself. If something came up, please write to the certification body.',
    },
  },
  ENTRY_NOT_INVITED: {
    status: 409,
    text: {
      'zh-CN': '这份邀请已经答复、收回或过期。',
      en: 'This invitation was answered, taken back, or has run out.',
    },
  },
  NAME_DIFFERS: {
    status: 409,
    text: {
      'zh-CN': '填写的姓名与账号登记的姓名不一致。登记的姓名有误的，请联系考务人员更正。',
      en: 'This is not the name that your account holds. If that one is wrong, ask the registrar to correct it.',
    },
  },
  NAME_ASKED: {
    status: 409,
    text: {
      'zh-CN': '您的机构登记的姓名与账号不同，考务人员正在核对。核对之后再确认姓名。',
      en: 'Your institution has another name for you, and the registrar is looking into it. Confirm your name once that is settled.',
    },
  },
  NAME_SETTLED: {
    status: 409,
    text: {
      'zh-CN': '您已用登记的拉丁字母姓名参加过考核，现在只能由考务人员核对证件后更正。',
      en: 'You have sat an exam under the Latin name on record; only the registrar can correct it now, by your papers.',
    },
  },
  NAME_CHANGED: {
    status: 409,
    text: {
      'zh-CN': '考生的姓名刚刚有改动，因此没有登记。列表中已是现在的姓名，请与证件核对后再登记。',
      en: 'The candidate’s name has just changed, so nothing was set down. The list shows it as it is now: compare it with the paper, then set it down.',
    },
  },
  CLEARANCE_NOT_ASKED: {
    status: 409,
    text: {
      'zh-CN': '该考核没有要求办理这一项。',
      en: 'This session does not ask for that.',
    },
  },
  CLEARANCE_NOT_GIVEN: {
    status: 409,
    text: {
      'zh-CN': '这一项目前没有登记，请刷新后再看。',
      en: 'Nothing of this kind is set down now. Please look again.',
    },
  },
  CLEARANCE_RELIED_ON: {
    status: 409,
    text: {
      'zh-CN': '考生已经开考，登记的内容不能再撤回。',
      en: 'The first part has begun, so what was set down can no longer be withdrawn.',
    },
  },
  ENTRY_NOT_TAKEN: {
    status: 409,
    text: {
      'zh-CN': '对方尚未接受邀请或仍在候补，不能登记身份或经历。',
      en: 'They have not accepted the invitation, or are still on the waiting list, so nothing can be set down yet.',
    },
  },
  ENTRY_NOT_REQUESTED: {
    status: 409,
    text: {
      'zh-CN': '该报考已不在等待确认，请刷新后再看。',
      en: 'This entry no longer waits to be confirmed. Please look again.',
    },
  },
  ENTRY_UNDER_WAY: {
    status: 409,
    text: {
      'zh-CN': '该报考已经开考或已经结束，不能取消。',
      en: 'Something of this entry has begun, or it has ended, so it cannot be withdrawn.',
    },
  },
  NOT_CLEARED: {
    status: 409,
    text: {
      'zh-CN': '开始之前还有事项没有办妥，首页上列出了缺少哪些。',
      en: 'Something is still missing before the first part can be begun. Your home page says what.',
    },
  },
  ENTRY_BEGUN: {
    status: 409,
    text: {
      'zh-CN': '考生已开始作答，不能再准许缺考。如因平台故障受影响，可安排免费重考。',
      en: 'A part has been begun, so this is no absence to be excused. A failure of ours calls for a free sitting.',
    },
  },
  ENTRY_BESIDE_OPEN: {
    status: 409,
    text: {
      'zh-CN': '该考生另有一次报考尚未结束，须先结束那一次，才能为这一次安排免费重考。',
      en: 'Another try of this candidate is open; it has to end before a free sitting can take the place of this one.',
    },
  },
  ENTRY_NOT_OPEN: {
    status: 409,
    text: {
      'zh-CN':
        '本次报考的场次尚未开放，谈不上受平台故障影响，不能安排免费重考。考生无法参加的，可准许其缺考。',
      en: 'The session of this entry has not opened, so nothing can have failed in it yet. If the candidate cannot come, the absence can be excused.',
    },
  },
  ENTRY_PROPOSED: {
    status: 409,
    text: {
      'zh-CN': '本次报考的评定正在等待第二人复核，须先复核完毕。',
      en: 'A decision on this entry waits for a second person; it has to be answered first.',
    },
  },
  ENTRY_WITHDRAWN: {
    status: 409,
    text: {
      'zh-CN': '本次报考所授的等级已经评定员撤回，不能再准许缺考，也不能以免费重考代替。',
      en: 'The grade of this entry was withdrawn by certifiers, so it is neither excused nor replaced by a free sitting.',
    },
  },
  ENTRY_CARRIED_ON: {
    status: 409,
    text: {
      'zh-CN': '此后的报考沿用了本次的成绩并已作出评定，不能以免费重考代替本次。请改为代替此后的那次报考。',
      en: 'A later try that was decided counts scores of this one, so no free sitting can take its place. Let it take the place of the later try.',
    },
  },
  ENTRY_GRANTED: {
    status: 409,
    text: {
      'zh-CN': '已有证书以本次报考或其中保留下来的成绩为依据，不能以免费重考代替。',
      en: 'A certificate rests on this entry, or on a score carried over from it, so no free sitting can take its place.',
    },
  },
} as const;
