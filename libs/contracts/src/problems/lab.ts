export const labProblems = {
  LABS_UNAVAILABLE: {
    status: 503,
    text: {
      'zh-CN':
        '本服务器目前没有可用的容器引擎，暂时无法进行实验。笔试与成果材料不受影响；请联系管理员启用 Docker 后再试。',
      en: 'This server has no container engine at the moment, so labs cannot run. Exam and portfolio go on; ask the administrator to enable Docker.',
    },
  },
  LAB_ENDED: {
    status: 409,
    text: { 'zh-CN': '本次实验已经交卷。', en: 'This lab has been handed in already.' },
  },
} as const;
