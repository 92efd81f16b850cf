import QRCode from 'qrcode';
import { palette } from './palette.ts';

type Box = { readonly x: number; readonly y: number; readonly size: number };

const cells = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/** Where a square of the three-by-three grid lies; the gap is a quarter of a square. */
const square = ({ x, y, size }: Box, cell: number): Box => {
  const side = size / 3.5;
  return {
    x: x + ((cell - 1) % 3) * side * 1.25,
    y: y + Math.floor((cell - 1) / 3) * side * 1.25,
    size: side,
  };
};

/** The nine squares: a row a level, a square a grade, filled up to the grade. */
export const drawGradeMark = (page: PDFKit.PDFDocument, box: Box, grade: number): void => {
  page.lineWidth(0.7);
  for (const cell of cells) {
    const { x, y, size } = square(box, cell);
    page.rect(x, y, size, size);
    if (cell <= grade) page.fillAndStroke(palette.ink, palette.ink);
    else page.stroke(palette.lineStrong);
  }
};

/** The sign of Ennead: nine squares, the ninth vermilion. */
export const drawLogo = (page: PDFKit.PDFDocument, box: Box): void => {
  for (const cell of cells) {
    const { x, y, size } = square(box, cell);
    page.rect(x, y, size, size).fill(cell === 9 ? palette.seal : palette.ink);
  }
};

/** The seal: the nine squares cut out of vermilion, as a seal cut in intaglio prints. */
export const drawSeal = (page: PDFKit.PDFDocument, { x, y, size }: Box): void => {
  const margin = size * 0.16;
  page.roundedRect(x, y, size, size, size * 0.05).fill(palette.seal);
  for (const cell of cells) {
    const hole = square({ x: x + margin, y: y + margin, size: size - 2 * margin }, cell);
    page.rect(hole.x, hole.y, hole.size, hole.size).fill(palette.paper);
  }
};

/** A QR code as squares, sharp at any size; it still reads with 15 % of it damaged. */
export const drawQrCode = (page: PDFKit.PDFDocument, { x, y, size }: Box, text: string): void => {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const step = size / modules.size;
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column)) page.rect(x + column * step, y + row * step, step, step);
    }
  }
  page.fill(palette.ink);
};
