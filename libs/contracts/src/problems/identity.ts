export const identityProblems = {
  SECOND_PERSON_NEEDED: {
    status: 403,
    text: {
      'zh-CN': '这项身份须由另一名系统管理员同意：建议人和当事人本人都不能自己同意。',
      en: 'This role takes another administrator: neither whoever proposed it nor the person themselves can answer.',
    },
  },
  CREDENTIALS_WRONG: {
    status: 401,
    text: {
      'zh-CN': '邮箱或密码不正确。',
      en: 'The e-mail address or the password is wrong.',
    },
  },
  EMAIL_TAKEN: {
    status: 409,
    text: {
      'zh-CN': '这个邮箱地址已有账号。',
      en: 'There is an account with this e-mail address already.',
    },
  },
  INVITATION_INVALID: {
    status: 410,
    text: {
      'zh-CN': '邀请链接无效或已使用，请向您的机构索取新链接。',
      en: 'This invitation has been used or has expired. Ask your institution for a new one.',
    },
  },
  ACCOUNT_ACTIVE: {
    status: 409,
    text: {
      'zh-CN': '该人员已设置密码，无需再次邀请，可直接登录。',
      en: 'This person has set a password already, so no invitation is needed: they can log in.',
    },
  },
  INVITATION_NOT_YOURS: {
    status: 403,
    text: {
      'zh-CN': '此人的账号不是贵机构建立的，或另有其他职务，链接只能由管理员发放。',
      en: 'The account of this person was not made by your institution, or is more than a candidate’s, so only an administrator gives out links for it.',
    },
  },
  LINK_INVALID: {
    status: 410,
    text: {
      'zh-CN': '链接无效、已使用或已过期。请检查链接是否完整，或重新申请一个。',
      en: 'This link is not whole, has been used or has expired. Check that it is complete, or ask for a new one.',
    },
  },
  LINK_OTHER_ACCOUNT: {
    status: 403,
    text: {
      'zh-CN': '这个链接属于另一个账号。请先退出，再用该账号登录后打开链接。',
      en: 'This link belongs to another account. Log out, log in to that one, and open the link again.',
    },
  },
  ADDRESS_UNCONFIRMED: {
    status: 403,
    text: {
      'zh-CN':
        '请先确认您的邮箱：在“账号设置”中发送确认邮件，再打开邮件里的链接。收不到邮件的，请携带证件找考务确认。',
      en: 'Please confirm your e-mail address first: have the letter sent from your account page, and open its link. Where no mail arrives, show your papers to the registrar.',
    },
  },
  ADDRESS_CONFIRMED: {
    status: 409,
    text: {
      'zh-CN': '邮箱已经确认，无需再次确认。',
      en: 'This e-mail address is confirmed already.',
    },
  },
  ADDRESS_OTHER: {
    status: 409,
    text: {
      'zh-CN': '这个账号现在用的是另一个邮箱，因此没有确认。请刷新后重新核对。',
      en: 'This account has another e-mail address by now, so nothing was confirmed. Reload the page and check again.',
    },
  },
  ADDRESS_NOT_CANDIDATES: {
    status: 403,
    text: {
      'zh-CN': '只能代考生确认邮箱；有工作人员身份的，须由本人通过邮件中的链接确认。',
      en: 'Only a candidate’s address is confirmed like this. Whoever has a staff role confirms their own, by the link in the letter.',
    },
  },
  ACCOUNT_STAFF: {
    status: 409,
    text: {
      'zh-CN': '您有工作人员身份，不能自行注销账号。请联系系统管理员停用。',
      en: 'You have a staff role, so you cannot close your account yourself. Ask an administrator to disable it.',
    },
  },
  ACCOUNT_IN_USE: {
    status: 409,
    text: {
      'zh-CN': '您有尚未结束的报考，暂时不能注销账号。结果评定之后可以注销。',
      en: 'You have an entry that is not over, so the account cannot be closed yet. It can once the result is decided.',
    },
  },
  ADDRESS_MISTYPED: {
    status: 409,
    text: {
      'zh-CN': '输入的邮箱与这个账号不符，因此没有抹去。',
      en: 'This is not the e-mail address of the account, so nothing was erased.',
    },
  },
  ACCOUNT_OPEN: {
    status: 409,
    text: {
      'zh-CN': '账号还在使用。请由本人注销，或先停用，再抹去个人信息。',
      en: 'This account is in use. Its holder closes it, or you disable it, before anything is erased.',
    },
  },
  PERSON_NEEDED: {
    status: 409,
    text: {
      'zh-CN': '此人有须保存的记录：报考、考核、评定、证书，或曾任工作人员。期满之前不能抹去姓名和邮箱。',
      en: 'There are records of this person that have to be kept: entries, exams, decisions, certificates or a staff role. Name and address stay until these are over.',
    },
  },
  PERSON_ERASED: {
    status: 409,
    text: {
      'zh-CN': '这个账号的个人信息已经抹去，不能再恢复或修改。',
      en: 'Name and address of this account were erased, so it can neither be enabled nor changed.',
    },
  },
  ACCOUNT_DISABLED: {
    status: 409,
    text: {
      'zh-CN': '该账号已停用，不能发放链接。请先恢复账号。',
      en: 'This account is disabled, so no link is made for it. Enable it first.',
    },
  },
  PASSWORD_COMMON: {
    status: 422,
    text: {
      'zh-CN': '这个密码太常见，或已出现在外泄的密码中，容易被猜到。请换一个，例如把几个不相干的词连成一句。',
      en: 'This password is common or known from leaks, so it is easily guessed. Choose another; a few unrelated words make a good one.',
    },
  },
  PASSWORD_PERSONAL: {
    status: 422,
    text: {
      'zh-CN': '密码里有您的姓名、邮箱或本平台的名称，容易被猜到。请换一个与您本人无关的密码。',
      en: 'This password holds your name, your address or the name of this platform, so it is easily guessed. Choose one that has nothing to do with you.',
    },
  },
  PASSWORD_PATTERN: {
    status: 422,
    text: {
      'zh-CN':
        '密码主要由重复或连续的字符、键盘上相邻的键或日期组成，容易被猜到。请换一个，例如把几个不相干的词连成一句。',
      en: 'This password is mostly repeated or neighbouring characters, or a date, so it is easily guessed. Choose another; a few unrelated words make a good one.',
    },
  },
  CODE_WRONG: {
    status: 403,
    text: {
      'zh-CN': '验证码不正确，或已用过。请等应用显示下一个验证码，也可以使用恢复码。',
      en: 'This code is wrong or has been used. Wait for the next one of your app, or use a recovery code.',
    },
  },
  CODE_NOT_AWAITED: {
    status: 409,
    text: {
      'zh-CN': '等待时间过长，请重新输入邮箱和密码。',
      en: 'This took too long. Please begin again with your address and password.',
    },
  },
  SECOND_FACTOR_DUE: {
    status: 403,
    text: {
      'zh-CN': '您的身份须先启用两步验证，才能进行其他操作。请在“账号设置”中设置。',
      en: 'With your role, two-step log-in has to be set up before anything else. Do so under your account.',
    },
  },
  SECOND_FACTOR_SET: {
    status: 409,
    text: {
      'zh-CN': '两步验证已经启用。要换用其他设备，请先停用。',
      en: 'Two-step log-in is set up already. To use another device, turn it off first.',
    },
  },
  SECOND_FACTOR_MISSING: {
    status: 409,
    text: {
      'zh-CN': '尚未启用两步验证，或设置尚未开始。',
      en: 'Two-step log-in is not set up, or setting it up has not begun.',
    },
  },
  SECOND_FACTOR_OWN: {
    status: 403,
    text: {
      'zh-CN': '不能在这里解除自己的两步验证，请由另一位系统管理员办理，或在“账号设置”中停用。',
      en: 'Your own two-step log-in is not taken away here: ask another administrator, or turn it off under your account.',
    },
  },
  PASSWORD_DUE: {
    status: 403,
    text: {
      'zh-CN': '请先用发往现有邮箱的链接重新设置密码，以确认账号由您本人掌握，然后再更换邮箱。',
      en: 'Set your password anew first, by a link that goes to your present address: it shows that the account is yours. Then change the address.',
    },
  },
  PASSWORD_WRONG: {
    status: 403,
    text: { 'zh-CN': '当前密码不正确。', en: 'The present password is wrong.' },
  },
} as const;
