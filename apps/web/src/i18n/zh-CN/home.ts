export default {
  title: '大模型岗位能力认证',
  heading: '大模型岗位的本领，分九级说清楚',
  lead: 'Ennead依据大模型岗位能力标准，考三件事：懂不懂、会不会、做成过没有。三项成绩按级别加权，由评定员定出一至九级，证书人人可查。',
  register: '注册考生账号',
  logIn: '登录',
  grid: '三个级别、九个等次：每行一个级别，每格一级',
  levels: '各级别的权重、分数线与经验要求',
  partsTitle: '三项考核',
  parts: {
    exam: {
      name: '笔试',
      dimension: '专业知识',
      text: '限时作答，每改一处当即保存。断网不丢答案，换台电脑也能接着写；剩余时间以服务器为准。',
    },
    lab: {
      name: '实验',
      dimension: '技术技能',
      text: '在隔离的容器里动手：有编辑器、终端和可随时运行的检查。交卷后另起全新环境评分，逐项给分。',
    },
    portfolio: {
      name: '成果评价',
      dimension: '工程实践',
      text: '提交真实项目的成果与说明，由两位评审员按量规独立打分，互不相见，也不知道您是谁。',
    },
  },
  wayTitle: '从报考到证书',
  way: {
    standard: { name: '对照标准', text: '八个岗位、一百项能力，每项写明要掌握到什么程度。' },
    parts: { name: '完成三项', text: '笔试、实验、成果评价，各得一个百分制成绩。' },
    composite: { name: '合成总分', text: '按级别权重精确合成，不四舍五入；低于单项底线不授级。' },
    decision: { name: '评定', text: '由没有培训或评审过您的评定员定级，并写明理由。' },
    credential: { name: '证书', text: '编号无法猜出，任何人都能查到它是否有效。' },
  },
  standardLink: '浏览职业标准',
  verifyTitle: '查验证书',
  verifyText: '输入证书编号，即可知道证书是否有效，无需登录。',
} as const;
