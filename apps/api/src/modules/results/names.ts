import type { LocalizedText, RoleCode, StandardView } from '@ennead/contracts';

/** @param standard as it read when the session was scheduled */
export const roleNameOf = (standard: StandardView, code: RoleCode): LocalizedText =>
  standard.roles.find((role) => role.code === code)?.name ?? { 'zh-CN': code, en: code };

/** Null for a competency that the standard does not list. */
export const competencyTitleOf = (standard: StandardView, id: string): LocalizedText | null =>
  standard.roles.flatMap(({ competencies }) => competencies).find((one) => one.id === id)?.title ?? null;
