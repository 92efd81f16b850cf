import type { Locale } from '@ennead/contracts';
import type { CertificateFacts } from './certificate-facts.ts';

export type CertificateWords = {
  readonly documentTitle: string;
  readonly title: string;
  readonly subtitle: string;
  readonly certify: string;
  readonly achieved: string;
  readonly level: string;
  readonly grade: string;
  readonly scale: string;
  readonly gradeMarkAlt: string;
  readonly basis: string;
  readonly numberLabel: string;
  readonly verifyTitle: string;
  readonly verifyText: string;
  readonly qrAlt: string;
  readonly issuedLabel: string;
  readonly issuedOn: string;
  readonly expiresLabel: string;
  /** Null where the scheme sets no end. */
  readonly expiresOn: string | null;
  readonly issuer: string;
  readonly sealAlt: string;
};

const languages: Record<Locale, string> = { 'zh-CN': 'zh-CN', en: 'en-GB' };

type Dates = { readonly issuedOn: string; readonly expiresOn: string | null };

/** Days are those of the scheme's zone, so that they read the same wherever the server stands. */
const datesOf = ({ credential, locale }: CertificateFacts): Dates => {
  const { timeZone, issuedAt, expiresAt } = credential;
  const format = new Intl.DateTimeFormat(languages[locale], { dateStyle: 'long', timeZone });
  return {
    issuedOn: format.format(new Date(issuedAt)),
    expiresOn: expiresAt && format.format(new Date(expiresAt)),
  };
};

/** Every text of a certificate in its language; a certificate never mixes the two. */
export const certificateWords = (facts: CertificateFacts): CertificateWords => ({
  ...writers[facts.locale](facts.credential),
  ...datesOf(facts),
});

type Writer = (credential: CertificateFacts['credential']) => Omit<CertificateWords, keyof Dates>;

const writers: Record<Locale, Writer> = {
  'zh-CN': ({ personName, grade, levelName, schemeTitle }) => ({
    documentTitle: `岗位能力等级证书：${personName}`,
    title: '岗位能力等级证书',
    subtitle: '大模型行业岗位能力认证',
    certify: '兹证明',
    achieved: '经笔试、实验与成果评价，达到下列岗位的能力等级：',
    level: `${levelName['zh-CN']}（${grade} 级）`,
    grade: `${grade} 级`,
    scale: '共九级，九级为最高',
    gradeMarkAlt: `${grade} 级，共九级`,
    basis: `本等级由评定员依据《${schemeTitle['zh-CN']}》评定。`,
    numberLabel: '证书编号',
    verifyTitle: '查验真伪',
    verifyText: '扫描二维码或打开下列网址，即可查验本证书是否有效。',
    qrAlt: '指向证书查验网页的二维码',
    issuedLabel: '颁发日期',
    expiresLabel: '有效期至',
    issuer: 'Ennead',
    sealAlt: 'Ennead 印章',
  }),
  en: ({ personName, grade, levelName, schemeTitle }) => ({
    documentTitle: `Certificate of competence: ${personName}`,
    title: 'Certificate of competence',
    subtitle: 'Certification for the jobs of the large-model industry',
    certify: 'This is to certify that',
    achieved: 'has shown, in a written exam, a lab and a reviewed portfolio, competence in the job of',
    level: `${levelName.en} level, grade ${grade}`,
    grade: `Grade ${grade}`,
    scale: 'of nine, nine being the highest',
    gradeMarkAlt: `Grade ${grade} of nine`,
    basis: `The grade was decided by a certifier under: ${schemeTitle.en}.`,
    numberLabel: 'Certificate number',
    verifyTitle: 'Verify this certificate',
    verifyText: 'Scan the code or open the address to see whether it is valid.',
    qrAlt: 'QR code that leads to the page where this certificate is verified',
    issuedLabel: 'Date of issue',
    expiresLabel: 'Valid until',
    issuer: 'Ennead',
    sealAlt: 'Seal of Ennead',
  }),
};
