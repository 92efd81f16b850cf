export const messageProblems = {
  MESSAGE_NOT_OPEN: {
    status: 409,
    text: {
      'zh-CN': '只有被拒收或无法确定是否发出的邮件可以重新发送，这封邮件的状态已经改变，请刷新页面。',
      en: 'Only a letter that was refused, or of which nobody can tell, is sent again. This one is in another state by now; reload the page.',
    },
  },
  MESSAGE_LINK_OVER: {
    status: 409,
    text: {
      'zh-CN': '邮件中的链接已经过期或不再保存。请由原来的操作重新生成链接，会另写一封邮件。',
      en: 'The link of this letter is over or no longer kept. Have a new one made where it came from; a new letter is written then.',
    },
  },
  MESSAGE_LINK_STAFF: {
    status: 403,
    text: {
      'zh-CN': '不能查看发给工作人员账号的链接。请配置邮件服务器，让本人在邮箱中收取。',
      en: 'A link for a staff account is not shown. Set up a mail server, so that its holder receives it.',
    },
  },
  NOTICE_KIND_FIXED: {
    status: 409,
    text: {
      'zh-CN': '这类邮件不能关闭。',
      en: 'Mail of this kind cannot be turned off.',
    },
  },
} as const;
