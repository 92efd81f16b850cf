import type { EventSubject, Locale, NamedAuditEvent } from '@ennead/contracts';
import { csvLines, csvStart } from '../../infrastructure/csv.ts';

const headers = {
  'zh-CN': [
    '时间',
    '人员',
    '行为',
    '对象类别',
    '对象',
    '考生或账号',
    '岗位',
    '级别',
    '场次',
    '班级',
    '机构',
    '证书编号',
    '报考编号',
    '详情',
  ],
  en: [
    'At',
    'By',
    'Action',
    'Kind of subject',
    'Subject',
    'Person',
    'Role',
    'Level',
    'Session',
    'Cohort',
    'Institution',
    'Certificate',
    'Entry',
    'Detail',
  ],
} satisfies Record<Locale, string[]>;

const platform: Record<Locale, string> = { 'zh-CN': '系统', en: 'Platform' };

/** The trail as CSV, a batch at a time; instants, actions and details as they were recorded. */
export async function* exportEvents(
  batches: AsyncIterable<readonly NamedAuditEvent[]>,
  locale: Locale,
): AsyncGenerator<string> {
  yield `${csvStart}${csvLines([headers[locale]])}`;
  for await (const events of batches)
    yield csvLines(
      events.map(({ at, actor, action, subjectKind, subjectId, entryId, detail, subject }) => [
        at,
        actor?.name ?? platform[locale],
        action,
        subjectKind,
        subjectId,
        ...namesOf(subject, locale),
        entryId ?? '',
        JSON.stringify(detail),
      ]),
    );
}

const namesOf = (subject: EventSubject, locale: Locale): string[] =>
  [
    subject.person?.name,
    subject.roleName?.[locale],
    subject.level,
    subject.session?.[locale],
    subject.cohort,
    subject.institution?.[locale],
    subject.certificate,
  ].map((name) => name ?? '');
