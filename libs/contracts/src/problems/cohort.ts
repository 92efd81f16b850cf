export const cohortProblems = {
  COHORT_NAME_TAKEN: {
    status: 409,
    text: {
      'zh-CN': '您的机构已有同名班级，请换一个名称。',
      en: 'Your institution has a cohort of this name already. Please choose another.',
    },
  },
  ROSTER_UNREADABLE: {
    status: 422,
    text: {
      'zh-CN': '无法读取名单：第一行必须是表头，并包含“邮箱”和“姓名”两列（或 email、name）。',
      en: 'The roster cannot be read: its first line must be a header with the columns email and name (or 邮箱, 姓名).',
    },
  },
  ROSTER_TOO_LONG: {
    status: 422,
    text: {
      'zh-CN': '一份名单最多 2000 行，请分批导入。',
      en: 'A roster holds at most 2,000 rows. Please import it in parts.',
    },
  },
  ROSTER_FAULTY: {
    status: 422,
    text: {
      'zh-CN': '名单中有错误，未导入任何人员。请改正标出的行后重新导入。',
      en: 'The roster has faults, so nobody was imported. Correct the marked rows and import it again.',
    },
  },
  STUDENT_NUMBER_TAKEN: {
    status: 409,
    text: {
      'zh-CN': '该班级已有人使用这个学号。',
      en: 'Somebody in that cohort has this student number already.',
    },
  },
  COHORT_ARCHIVED: {
    status: 409,
    text: {
      'zh-CN': '班级已归档，请先恢复班级再作更改。',
      en: 'The cohort is archived. Bring it back before you change anything in it.',
    },
  },
  COHORT_OTHER_SESSION: {
    status: 409,
    text: {
      'zh-CN': '只能移到同一场次的另一个班级。',
      en: 'People can be moved to another cohort of the same session only.',
    },
  },
  TRAINER_UNKNOWN: {
    status: 422,
    text: {
      'zh-CN': '所选培训师不属于您的机构。',
      en: 'A chosen trainer does not belong to your institution.',
    },
  },
  PERSON_CHANGED: {
    status: 409,
    text: {
      'zh-CN': '这个账号在此期间已被其他管理员修改，因此没有保存。请关闭后查看现在的内容，再作修改。',
      en: 'Another administrator has changed this account meanwhile, so nothing was saved. Close this, look at what stands now, and change it then.',
    },
  },
  LAST_ADMINISTRATOR: {
    status: 409,
    text: {
      'zh-CN': '不能停用或降级最后一位管理员。',
      en: 'The last administrator can be neither disabled nor demoted.',
    },
  },
} as const;
