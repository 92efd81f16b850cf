export const agreementProblems = {
  AGREEMENT_CHANGED: {
    status: 409,
    text: {
      'zh-CN': '您阅读期间，文件有了新版本，因此没有记录您的接受。请阅读现行版本后再接受。',
      en: 'A new version was published while you were reading, so nothing was accepted. Please read the present one and accept that.',
    },
  },
} as const;
