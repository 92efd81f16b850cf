export const commonProblems = {
  INPUT_INVALID: {
    status: 400,
    text: {
      'zh-CN': '提交的内容有误，请按提示修改。',
      en: 'Some of the input is not valid. Please correct what is marked.',
    },
  },
  NOT_FOUND: {
    status: 404,
    text: {
      'zh-CN': '找不到所请求的内容，或者您无权查看。',
      en: 'This does not exist, or it is not yours to see.',
    },
  },
  FORBIDDEN: {
    status: 403,
    text: {
      'zh-CN': '您的身份不能执行此操作。',
      en: 'Your role does not allow this.',
    },
  },
  NOT_LOGGED_IN: {
    status: 401,
    text: { 'zh-CN': '请先登录。', en: 'Please log in first.' },
  },
  CALLER_CHANGED: {
    status: 409,
    text: {
      'zh-CN': '这个浏览器里现在登录的是另一个账号，因此没有执行。请复制尚未保存的内容，再刷新页面。',
      en: 'Somebody else is logged in in this browser now, so nothing was done. Copy what is not saved, then reload the page.',
    },
  },
  CSRF_INVALID: {
    status: 403,
    text: {
      'zh-CN': '页面已过期，请刷新后重试。',
      en: 'This page is out of date. Reload it and try again.',
    },
  },
  TOO_MANY_REQUESTS: {
    status: 429,
    text: {
      'zh-CN': '操作过于频繁，请稍候再试。',
      en: 'Too many requests. Please wait a moment and try again.',
    },
  },
  BODY_TOO_LARGE: {
    status: 413,
    text: { 'zh-CN': '提交的内容太大。', en: 'What was sent is too large.' },
  },
  PRECONDITION_FAILED: {
    status: 412,
    text: {
      'zh-CN': '所请求的内容已有变动，不符合请求中的条件。',
      en: 'What was asked for has changed, and is not as the request demands.',
    },
  },
  FORMAT_UNKNOWN: {
    status: 415,
    text: {
      'zh-CN': '无法识别所提交内容的格式或编码。',
      en: 'What was sent is in a format or encoding that is not understood.',
    },
  },
  RANGE_UNSATISFIABLE: {
    status: 416,
    text: {
      'zh-CN': '所请求的范围超出了文件的大小。',
      en: 'The file has no such part.',
    },
  },
  UNAVAILABLE: {
    status: 503,
    text: {
      'zh-CN': '服务暂时不可用，已保存的内容不受影响，请稍后重试。',
      en: 'The service is not available just now. What was saved is safe; please try again shortly.',
    },
  },
  INTERNAL: {
    status: 500,
    text: {
      'zh-CN': '服务器出错了。已保存的内容不受影响，请稍后重试。',
      en: 'Something failed on our side. What was saved is safe; please try again shortly.',
    },
  },
  CONTENT_FAULT: {
    status: 500,
    text: {
      'zh-CN': '题库中的一份内容缺失或已损坏，相关操作暂时无法进行。已保存的内容不受影响，请联系管理员。',
      en: 'A piece of content is missing or damaged, so this cannot go on. What was saved is safe; please tell an administrator.',
    },
  },
  STORAGE_FAULT: {
    status: 500,
    text: {
      'zh-CN': '存储中的这份文件缺失或已损坏，无法取出。已保存的其他内容不受影响，请联系管理员。',
      en: 'This file is missing from the storage or damaged, so it cannot be had. What else was saved is safe; please tell an administrator.',
    },
  },
  MOVE_ILLEGAL: {
    status: 409,
    text: {
      'zh-CN': '当前状态下不能执行此操作。',
      en: 'This is not possible in the present state.',
    },
  },
} as const;
