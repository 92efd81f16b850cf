import type {
  CohortMember,
  EntryCause,
  Locale,
  MemberMail,
  MissingClearance,
  SeatProgress,
} from '@ennead/contracts';
import { csvLines, csvStart } from '../../infrastructure/csv.ts';

const headers = {
  'zh-CN': [
    '姓名',
    '邮箱',
    '学号',
    '名额',
    '已激活',
    '最近的邮件',
    '第几次报考',
    '报考类别',
    '另一场次',
    '笔试',
    '实验',
    '成果评价',
    '结果',
    '等级',
    '考前尚缺',
  ],
  en: [
    'Name',
    'E-mail',
    'Student number',
    'Seat',
    'Active',
    'Latest letter',
    'Try',
    'Kind of try',
    'Other session',
    'Exam',
    'Lab',
    'Portfolio',
    'Result',
    'Grade',
    'Missing before the first part',
  ],
} satisfies Record<Locale, string[]>;

type State = CohortMember['exam' | 'lab' | 'portfolio' | 'result'];

/** The words of the cohort's page. */
const words: Record<Locale, Record<State, string>> = {
  'zh-CN': {
    'not-started': '未开始',
    open: '进行中',
    submitted: '已提交',
    scored: '已评分',
    'handed-in': '已提交',
    graded: '已评分',
    stalled: '等待平台重试',
    draft: '草稿',
    'in-review': '评审中',
    adjudication: '裁定中',
    undecided: '待评定',
    granted: '已授予等级',
    refused: '未授予等级',
    withdrawn: '等级已撤回',
    missed: '缺考',
    excused: '已准许缺考',
    replaced: '已由免费重考代替',
  },
  en: {
    'not-started': 'Not started',
    open: 'In progress',
    submitted: 'Handed in',
    scored: 'Scored',
    'handed-in': 'Handed in',
    graded: 'Graded',
    stalled: 'Platform will retry',
    draft: 'Draft',
    'in-review': 'In review',
    adjudication: 'With a moderator',
    undecided: 'Undecided',
    granted: 'Grade granted',
    refused: 'No grade granted',
    withdrawn: 'Grade withdrawn',
    missed: 'Absent',
    excused: 'Excused absence',
    replaced: 'Replaced by a free sitting',
  },
};

const mails: Record<Locale, Record<MemberMail, string>> = {
  'zh-CN': {
    none: '无',
    queued: '等待发送',
    uncertain: '无法确定是否送达',
    refused: '未送达',
    captured: '未发出（没有邮件服务器）',
    sent: '已发出',
  },
  en: {
    none: 'None',
    queued: 'Waiting',
    uncertain: 'Uncertain',
    refused: 'Not delivered',
    captured: 'Not mailed (no mail server)',
    sent: 'Sent',
  },
};

const causes: Record<Locale, Record<EntryCause, string>> = {
  'zh-CN': {
    first: '初考',
    retake: '补考',
    higher: '争取更高等级',
    'free-sitting': '免费重考',
    mock: '模拟考试',
  },
  en: {
    first: 'First sitting',
    retake: 'Retake',
    higher: 'For a higher grade',
    'free-sitting': 'Free sitting',
    mock: 'Mock exam',
  },
};

const seats: Record<Locale, Record<SeatProgress, string>> = {
  'zh-CN': {
    invited: '已邀请',
    'link-expired': '链接已过期',
    waiting: '候补',
    requested: '待颁证机构确认',
    entered: '已报考',
    absent: '缺考',
    declined: '已放弃',
    lapsed: '逾期未答复',
    withdrawn: '已撤回',
    'turned-down': '颁证机构不予确认',
  },
  en: {
    invited: 'Invited',
    'link-expired': 'Link expired',
    waiting: 'In line',
    requested: 'Awaiting confirmation',
    entered: 'Entered',
    absent: 'Absent',
    declined: 'Declined',
    lapsed: 'Never answered',
    withdrawn: 'Withdrawn',
    'turned-down': 'Not confirmed',
  },
};

const clearances: Record<Locale, Record<MissingClearance, string>> = {
  'zh-CN': {
    address: '确认邮箱',
    application: '签署报考申请',
    names: '确认姓名',
    experience: '核对经历',
    identity: '核对身份',
  },
  en: {
    address: 'confirmed address',
    application: 'signed application',
    names: 'confirmed names',
    experience: 'experience',
    identity: 'identity',
  },
};

/** The member table as CSV, a batch at a time. */
export async function* exportMembers(
  batches: AsyncIterable<readonly CohortMember[]>,
  locale: Locale,
): AsyncGenerator<string> {
  const word = words[locale];
  const mailWord = mails[locale];
  const causeWord = causes[locale];
  const yes = { 'zh-CN': ['否', '是'], en: ['no', 'yes'] }[locale];
  yield `${csvStart}${csvLines([headers[locale]])}`;
  for await (const members of batches)
    yield csvLines(
      members.map(
        ({
          name,
          email,
          studentNumber,
          seat,
          active,
          mail,
          number,
          cause,
          otherSession,
          missing,
          exam,
          lab,
          portfolio,
          result,
          grade,
        }) => [
          name,
          email,
          studentNumber ?? '',
          seats[locale][seat],
          yes[Number(active)],
          mailWord[mail.state],
          number,
          causeWord[cause],
          otherSession?.[locale] ?? '',
          word[exam],
          word[lab],
          word[portfolio],
          word[result],
          grade ?? '',
          missing.map((kind) => clearances[locale][kind]).join(locale === 'en' ? ', ' : '、'),
        ],
      ),
    );
}
