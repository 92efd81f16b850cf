import type { Locale } from '@ennead/contracts';

/** What people in China call the one time that they all keep; Unicode CLDR has it as 中国标准时间. */
const beijing = ['Asia/Shanghai', 'Asia/Chongqing', 'Asia/Harbin', 'PRC'];

/** An IANA zone as people call it in the page's language: "China Standard Time" / 北京时间. */
export function zoneName(zone: string, locale: Locale): string {
  if (locale === 'zh-CN' && beijing.includes(zone)) return '北京时间';
  const parts = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', {
    timeZone: zone,
    timeZoneName: 'long',
  }).formatToParts();
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}

/** The zone in which this browser shows its times. */
export const ownZoneName = (locale: Locale): string =>
  zoneName(Intl.DateTimeFormat().resolvedOptions().timeZone, locale);
