import type { LocalizedText } from '@ennead/contracts';

/** A text in both languages; the Chinese one is made from the English unless given. */
export const aText = (en: string, zh = `中文：${en}`): LocalizedText => ({ 'zh-CN': zh, en });
