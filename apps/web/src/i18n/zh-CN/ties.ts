/** What somebody is to a candidate, said of them: in the rules, and where a rule was lifted. */
export default {
  candidate: '考生本人',
  trainer: '培训过考生',
  assessor: '评审过考生的材料',
  moderator: '裁定过考生的成绩',
  viewer: '看过考生的证据或记录',
  reader: '能够或曾能按姓名查阅个案',
  manager: '管理考生所在的机构',
  employee: '任职于考生所在的机构',
  enroller: '代表机构为考生报过名',
  'registrar-act': '办理过考生的考务',
  relative: '考生的亲属',
  teacher: '在别处教过考生',
  colleague: '与考生共事',
  acquaintance: '与考生相识',
} as const;
