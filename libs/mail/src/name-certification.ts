import type { LocalizedText } from '@ennead/contracts';

/** What one is certified as, in one phrase. */
export const nameCertification = (role: LocalizedText, level: LocalizedText): LocalizedText => ({
  'zh-CN': `${role['zh-CN']}·${level['zh-CN']}`,
  en: `${role.en}, ${level.en.toLowerCase()}`,
});
