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
  readonly issuer: string;
  readonly sealAlt: string;
};

/** The day of issue is that of Beijing, so that it reads the same wherever the server stands. */
const timeZone = 'Asia/Shanghai';
const dateFormats: Record<Locale, Intl.DateTimeFormat> = {
  'zh-CN': new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeZone }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone }),
};

/** Every text of a certificate in its language; a certificate never mixes the two. */
export const certificateWords = ({ credential, locale }: CertificateFacts): CertificateWords =>
  writers[locale](credential, dateFormats[locale].format(new Date(credential.issuedAt)));

type Writer = (credential: CertificateFacts['credential'], issuedOn: string) => CertificateWords;

const writers: Record<Locale, Writer> = {
  'zh-CN': ({ personName, grade, levelName, schemeTitle }, issuedOn) => ({
    documentTitle: `岗位能力等级证书：${personName}`,
    title: '岗位能力等级证书',
    subtitle: '大模型行业岗位能力认证',
    certify: '兹证明',
    achieved: '经笔试、实验与成果评价，达到下列岗位的能力等级：',
    level: `${levelName['zh-CN']}（${grade} 级）`,
    grade: `${grade} 级`,
    scale: '共九级，九级为最高',
    gradeMarkAlt: `${grade} 级，共九级`,
    basis: `本等次由评定员依据《${schemeTitle['zh-CN']}》评定。`,
    numberLabel: '证书编号',
    verifyTitle: '查验真伪',
    verifyText: '扫描二维码或打开下列网址，即可查验本证书是否有效。',
    qrAlt: '指向证书查验网页的二维码',
    issuedLabel: '颁发日期',
    issuedOn,
    issuer: 'Ennead',
    sealAlt: 'Ennead 印章',
  }),
  en: ({ personName, grade, levelName, schemeTitle }, issuedOn) => ({
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
    issuedOn,
    issuer: 'Ennead',
    sealAlt: 'Seal of Ennead',
  }),
};
