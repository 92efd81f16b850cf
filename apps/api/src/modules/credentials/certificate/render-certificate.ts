import { buffer } from 'node:stream/consumers';
import { otherName } from '@ennead/contracts';
import PDFDocument from 'pdfkit';
import type { CertificateFacts } from './certificate-facts.ts';
import { certificateWords, type CertificateWords } from './certificate-words.ts';
import { drawGradeMark, drawLogo, drawQrCode, drawSeal } from './draw-marks.ts';
import { readFonts } from './fonts.ts';
import { PagePen } from './page-pen.ts';
import { palette } from './palette.ts';

/** A4 across, in points. */
const [width, height] = [841.89, 595.28];
const left = 74;
const right = width - 74;
const column = 450;
const markSize = 168;
const markX = right - markSize;

/**
 * A certificate as a tagged PDF/A-2b: one page, text that can be selected, fonts inside. The same facts give the same
 * page.
 */
export const renderCertificate = (facts: CertificateFacts): Promise<Buffer> => {
  const words = certificateWords(facts);
  const page = openPage(facts, words);
  const pen = new PagePen(page);
  drawFrame(pen);
  writeHead(pen, facts, words);
  writeBody(pen, facts, words);
  writeGrade(pen, facts, words);
  writeFoot(pen, facts, words);
  const pdf = buffer(page);
  pen.end();
  return pdf;
};

const openPage = ({ credential, locale }: CertificateFacts, words: CertificateWords): PDFKit.PDFDocument => {
  const issuedAt = new Date(credential.issuedAt);
  const fonts = readFonts();
  const page = new PDFDocument({
    size: 'A4',
    layout: 'landscape',
    margin: 0,
    pdfVersion: '1.7',
    subset: 'PDF/A-2b',
    tagged: true,
    lang: locale,
    displayTitle: true,
    font: fonts.regular as unknown as string,
    info: {
      Title: words.documentTitle,
      Author: 'Ennead',
      Subject: `${credential.roleName[locale]} · ${words.level}`,
      CreationDate: issuedAt,
      ModDate: issuedAt,
    },
  });
  page.registerFont('regular', fonts.regular);
  page.registerFont('strong', fonts.strong);
  return page;
};

const drawFrame = (pen: PagePen): void =>
  pen.decorate(() => {
    pen.page.rect(0, 0, width, height).fill(palette.paper);
    pen.page
      .lineWidth(0.75)
      .rect(26, 26, width - 52, height - 52)
      .stroke(palette.lineStrong);
    pen.page
      .lineWidth(0.4)
      .rect(31, 31, width - 62, height - 62)
      .stroke(palette.line);
    drawLogo(pen.page, { x: left, y: 68, size: 19 });
    pen.page.lineWidth(0.75).moveTo(left, 446).lineTo(right, 446).stroke(palette.line);
  });

const writeHead = (pen: PagePen, { credential }: CertificateFacts, words: CertificateWords): void => {
  pen.write('P', { text: words.issuer, x: left + 28, y: 66, width: 120, size: 15, strong: true });
  const atRight = { x: markX - 160, width: markSize + 160, align: 'right' } as const;
  pen.write('P', { ...atRight, text: words.numberLabel, y: 63, size: 9, colour: palette.faint });
  pen.write('P', { ...atRight, text: credential.number, y: 76, size: 10.5 });
  pen.write('H1', { text: words.title, x: left, y: 120, width: column, size: 34 });
  pen.write('P', { text: words.subtitle, x: left, y: 172, width: column, size: 11.5, colour: palette.soft });
};

const writeBody = (pen: PagePen, { credential, locale }: CertificateFacts, words: CertificateWords): void => {
  const soft = { x: left, width: column, size: 12, colour: palette.soft };
  pen.write('P', { ...soft, text: words.certify, y: 222 });
  const latin = otherName(credential);
  pen.write('H2', {
    text: credential.personName,
    x: left,
    y: 240,
    width: column,
    size: 36,
    strong: true,
    lines: latin === null ? 2 : 1,
  });
  if (latin !== null) pen.write('P', { ...soft, text: latin, y: 284 });
  pen.write('P', { ...soft, text: words.achieved, y: 300 });
  pen.write('P', {
    text: credential.roleName[locale],
    x: left,
    y: 319,
    width: column,
    size: 22,
    strong: true,
  });
  pen.write('P', { text: words.level, x: left, y: 353, width: column, size: 15 });
  pen.write('P', { ...soft, text: words.basis, y: 396, size: 10, colour: palette.faint });
};

const writeGrade = (pen: PagePen, { credential }: CertificateFacts, words: CertificateWords): void => {
  pen.figure(words.gradeMarkAlt, () =>
    drawGradeMark(pen.page, { x: markX, y: 136, size: markSize }, credential.grade),
  );
  pen.write('P', { text: words.grade, x: markX, y: 320, width: markSize, size: 30, strong: true });
  pen.write('P', { text: words.scale, x: markX, y: 362, width: markSize, size: 10.5, colour: palette.soft });
};

const writeFoot = (pen: PagePen, { verifyUrl }: CertificateFacts, words: CertificateWords): void => {
  const besideCode = left + 96;
  pen.figure(words.qrAlt, () => drawQrCode(pen.page, { x: left, y: 462, size: 82 }, verifyUrl));
  pen.write('P', { text: words.verifyTitle, x: besideCode, y: 466, width: 360, size: 11, strong: true });
  pen.write('P', {
    text: words.verifyText,
    x: besideCode,
    y: 485,
    width: 360,
    size: 9.5,
    colour: palette.soft,
  });
  pen.write('P', { text: verifyUrl, x: besideCode, y: 503, width: 360, size: 9, link: verifyUrl });
  pen.figure(words.sealAlt, () => drawSeal(pen.page, { x: right - 62, y: 466, size: 62 }));
  const beforeSeal = { x: right - 62 - 190, width: 176, align: 'right' } as const;
  pen.write('P', { ...beforeSeal, text: words.issuedLabel, y: 470, size: 9, colour: palette.faint });
  pen.write('P', { ...beforeSeal, text: words.issuedOn, y: 484, size: 13, strong: true });
  if (words.expiresOn === null) {
    pen.write('P', { ...beforeSeal, text: words.issuer, y: 506, size: 11, colour: palette.soft });
    return;
  }
  pen.write('P', { ...beforeSeal, text: words.expiresLabel, y: 507, size: 9, colour: palette.faint });
  pen.write('P', { ...beforeSeal, text: words.expiresOn, y: 521, size: 13, strong: true });
};
