export const trailProblems = {
  PEOPLE_TOO_MANY: {
    status: 422,
    text: {
      'zh-CN': '符合的人员太多。请填写完整的姓名或邮箱。',
      en: 'Too many people fit. Write the whole name, or the e-mail address.',
    },
  },
  NUMBER_MISTYPED: {
    status: 422,
    text: {
      'zh-CN': '证书编号有误：校验位不符。请与证书逐字核对。',
      en: 'There is a slip in this certificate number: its check symbol does not fit. Compare it with the certificate.',
    },
  },
} as const;
