import type { LocalizedText, RoleCode } from '@ennead/contracts';
import type { Content } from '@ennead/content';

export const roleNameOf = (content: Content, code: RoleCode): LocalizedText =>
  content.standard.roles.find((role) => role.code === code)?.name ?? { 'zh-CN': code, en: code };

/** Null for a competency that the standard no longer lists. */
export const competencyTitleOf = (content: Content, id: string): LocalizedText | null =>
  content.standard.roles.flatMap(({ competencies }) => competencies).find((one) => one.id === id)?.title ??
  null;
