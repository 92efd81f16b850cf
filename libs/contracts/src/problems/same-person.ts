/** Refusals of saying that two accounts are one person's. `errors` name what stands against it. */
export const samePersonProblems = {
  SAME_PERSON_UNKNOWN: {
    status: 404,
    text: {
      'zh-CN': '没有使用这个邮箱的账号。请核对后重新填写。',
      en: 'No account has this e-mail address. Check it and try again.',
    },
  },
  SAME_PERSON_ITSELF: {
    status: 409,
    text: {
      'zh-CN': '两个邮箱属于同一个账号，无需登记。',
      en: 'Both addresses belong to one account, so there is nothing to note.',
    },
  },
  SAME_PERSON_OWN: {
    status: 403,
    text: {
      'zh-CN': '其中一个是您本人的账号，请由另一位考务人员办理。',
      en: 'One of these accounts is your own. Another registrar sees to it.',
    },
  },
  SAME_PERSON_BY_ANOTHER: {
    status: 403,
    text: {
      'zh-CN': '登记人不能自己同意、退回或撤销这项登记，请由另一位考务人员或系统管理员办理。',
      en: 'Whoever noted it neither agrees to it, turns it down nor ends it. Another registrar or an administrator sees to it.',
    },
  },
  SAME_PERSON_WAITS: {
    status: 409,
    text: {
      'zh-CN': '这两个账号的登记正等待第二人同意，请先答复那项登记。',
      en: 'A note of these two accounts is waiting for a second person. It is answered first.',
    },
  },
  SAME_PERSON_GONE: {
    status: 409,
    text: {
      'zh-CN': '其中一个账号的信息已抹去，不能再确认为同一人。请退回这项登记。',
      en: 'One of these accounts was erased, so nothing can be agreed to any more. Turn the note down.',
    },
  },
  SAME_PERSON_NOTED: {
    status: 409,
    text: {
      'zh-CN': '其中一个账号已登记为另一账号的重复账号。如登记有误，请先由他人撤销。',
      en: 'One of these accounts is noted already to be the same person’s as another. If that is wrong, somebody else ends that note first.',
    },
  },
  SAME_PERSON_KEEPS_OTHERS: {
    status: 409,
    text: {
      'zh-CN': '已有其他账号并入要停用的这个账号。请改为保留它。',
      en: 'The account that is not to be kept is kept in the place of others. Keep this one instead.',
    },
  },
  SAME_PERSON_KEEP_STAFF: {
    status: 409,
    text: {
      'zh-CN': '有工作人员身份的账号必须保留。请对调两个账号。',
      en: 'The account with a staff role has to be the one that is kept. Exchange the two.',
    },
  },
  SAME_PERSON_BOTH_STAFF: {
    status: 409,
    text: {
      'zh-CN':
        '两个账号都有工作人员身份。一人不能以两个身份行事，请先由系统管理员取消其中一个账号的工作人员身份，再登记。',
      en: 'Both accounts have a staff role, and nobody may act as two. An administrator first takes the roles from one of them.',
    },
  },
  SAME_PERSON_KEPT_CLOSED: {
    status: 409,
    text: {
      'zh-CN': '要保留的账号已停用，登记后此人将无法登录。请改为保留另一个账号，或先恢复这个账号。',
      en: 'The account to be kept is closed, so its person could not log in to either. Keep the other one, or have this one enabled first.',
    },
  },
  SAME_PERSON_IN_USE: {
    status: 409,
    text: {
      'zh-CN': '要停用的账号还有未结束的报考。请先为其撤回，或等结果评定之后再登记：',
      en: 'The account that would be closed has an entry that is not over. Withdraw it first, or note this once the result is decided:',
    },
  },
  SAME_PERSON_TWO_OPEN: {
    status: 409,
    text: {
      'zh-CN': '两个账号在同一岗位和级别各有一次未结束的报考，一人只能有一次。请先撤回其中一次，再登记：',
      en: 'Both accounts have an open entry for the same role and level, and one person can have only one. Withdraw one of them first:',
    },
  },
  SAME_PERSON_STILL: {
    status: 409,
    text: {
      'zh-CN': '这个账号已登记为重复账号并停用。请先在“重复账号”中撤销登记，再恢复账号。',
      en: 'This account is closed because its person has another one. End that note under “Duplicate accounts” first.',
    },
  },
  SAME_PERSON_NO_ROLE: {
    status: 409,
    text: {
      'zh-CN': '这个账号已登记为重复账号，不能授予工作人员身份。请授予保留的账号，或先撤销登记。',
      en: 'This account is noted to be a duplicate, so it can be given no staff role. Give it to the account that is kept, or end the note first.',
    },
  },
  ACCOUNT_JOINED: {
    status: 403,
    text: {
      'zh-CN':
        '您有两个账号，这一个已停用。请用保留的账号登录，停用时发给您的邮件中有说明。如果另一个账号不是您的，请与我们联系。',
      en: 'You have two accounts, and this one is closed. Log in with the one that is kept: the letter that you had when it was closed says which. If the other one is not yours, please write to us.',
    },
  },
} as const;
