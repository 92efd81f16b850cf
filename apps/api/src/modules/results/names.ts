import type { LocalizedText, RoleCode } from '@ennead/contracts';
import type { Content } from '@ennead/content';

export const roleNameOf = (content: Content, code: RoleCode): LocalizedText =>
  content.standard.roles.find((role) => role.code === code)?.name ?? { 'zh-CN': code, en: code };
