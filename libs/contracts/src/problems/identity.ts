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
      'zh-CN': '此人不属于贵机构，或另有其他职务，邀请链接只能由管理员发放。',
      en: 'This person is not of your institution, or is more than a candidate, so only an administrator gives out their link.',
    },
  },
  INVITATION_OPEN: {
    status: 409,
    text: {
      'zh-CN': '此人尚未使用机构发出的邀请链接。本人设置密码之后，才能调整职务或机构。',
      en: 'This person has not used the link that an institution gave out. Roles and institution can be changed once they have set a password.',
    },
  },
  PASSWORD_WRONG: {
    status: 403,
    text: { 'zh-CN': '当前密码不正确。', en: 'The present password is wrong.' },
  },
} as const;
