export const portfolioProblems = {
  PORTFOLIO_SUBMITTED: {
    status: 409,
    text: {
      'zh-CN': '成果材料已提交，内容不能再修改。',
      en: 'This portfolio has been submitted; its content can no longer be changed.',
    },
  },
  PORTFOLIO_CHANGED: {
    status: 409,
    text: {
      'zh-CN': '草稿已在另一个页面或另一台电脑上改动过，本页的内容没有保存，以免覆盖那边的改动。',
      en: 'The draft was changed on another page or computer. This page was not saved, so as not to overwrite it.',
    },
  },
  PORTFOLIO_INCOMPLETE: {
    status: 409,
    text: {
      'zh-CN': '成果材料还不完整，补齐所列内容后即可提交。',
      en: 'The portfolio is not complete. Add what is listed, then submit.',
    },
  },
  PORTFOLIO_FULL: {
    status: 409,
    text: {
      'zh-CN': '最多放30份材料，请先移除一些，或把相关文件打包成一个压缩包。',
      en: 'A portfolio holds at most 30 artefacts. Remove some, or pack files that belong together into one archive.',
    },
  },
  FILE_TOO_LARGE: {
    status: 413,
    text: {
      'zh-CN': '文件超过20 MB，没有保存。请压缩或拆分后再传，也可以改为添加链接。',
      en: 'The file is larger than 20 MB and was not kept. Compress or split it, or add a link instead.',
    },
  },
  FILE_TYPE_REFUSED: {
    status: 415,
    text: {
      'zh-CN':
        '不接受这种文件，或文件内容与扩展名不符，因此没有保存。可以上传PDF、图片、压缩包、办公文档，以及文本、数据和代码文件。',
      en: 'This kind of file is not accepted, or its content does not match its name, so it was not kept. Accepted are PDF, images, archives, Office documents, and text, data and code files.',
    },
  },
  FILE_MISSING: {
    status: 400,
    text: {
      'zh-CN': '没有收到文件，或文件是空的。请一次上传一个文件。',
      en: 'No file arrived, or it is empty. Upload one file at a time.',
    },
  },
  UPLOAD_BROKEN: {
    status: 400,
    text: {
      'zh-CN': '上传中断，没有保存任何内容，请重新上传。',
      en: 'The upload broke off and nothing of it was kept. Please upload the file again.',
    },
  },
  REVIEW_SUBMITTED: {
    status: 409,
    text: {
      'zh-CN': '这份评审已提交，评分不能再修改。',
      en: 'This review has been submitted; its marks can no longer be changed.',
    },
  },
  REVIEW_INCOMPLETE: {
    status: 409,
    text: {
      'zh-CN': '还有评分项没有打分，全部打分后才能提交。',
      en: 'Some criteria have no mark yet. Mark them all, then submit.',
    },
  },
} as const;
