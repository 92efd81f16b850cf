import type { Locale, PersonRole } from '@ennead/contracts';

/** Reserved by RFC 2606, so that no demo address can be anybody's. */
export const DEMO_DOMAIN = 'demo.example';
/** Everybody who reads the README knows it; production mode refuses every account of the demo's domain. */
export const DEMO_PASSWORD = 'ennead-demo-9';

export type DemoAccount = {
  readonly account: string;
  readonly name: string;
  readonly roles: readonly PersonRole[];
  readonly locale: Locale;
  /** True for people of the demo institution. */
  readonly member: boolean;
};

const person = (
  account: string,
  name: string,
  role: PersonRole,
  { locale = 'zh-CN' as Locale, member = false } = {},
): DemoAccount => ({ account, name, roles: [role], locale, member });

export const demoCandidates: readonly DemoAccount[] = [
  person('candidate1', '林知行', 'candidate', { member: true }),
  person('candidate2', 'Ada Novak', 'candidate', { member: true, locale: 'en' }),
  person('candidate3', '周予安', 'candidate', { member: true }),
];

export const demoTrainer = person('trainer', '何砚秋', 'trainer', { member: true });
export const demoManager = person('manager', '沈嘉禾', 'manager', { member: true });
export const demoRegistrar = person('registrar', '程望舒', 'registrar');
export const demoAdministrator = person('admin', '系统管理员', 'administrator');

export const demoAccounts: readonly DemoAccount[] = [
  ...demoCandidates,
  person('assessor1', '许文澜', 'assessor'),
  person('assessor2', 'Marta Lind', 'assessor', { locale: 'en' }),
  person('moderator', '顾南枝', 'moderator'),
  person('certifier', '陆景行', 'certifier'),
  person('certifier2', 'Nadia Roth', 'certifier', { locale: 'en' }),
  demoRegistrar,
  demoManager,
  demoTrainer,
  demoAdministrator,
  person('admin2', 'Ingrid Holm', 'administrator', { locale: 'en' }),
];

export const demoEmail = ({ account }: DemoAccount): string => `${account}@${DEMO_DOMAIN}`;
