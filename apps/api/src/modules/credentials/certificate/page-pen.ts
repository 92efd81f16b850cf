import { palette } from './palette.ts';

export type Script = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly strong?: boolean;
  readonly colour?: string;
  readonly align?: 'left' | 'right' | 'center';
  readonly spacing?: number;
  /** How many lines it may take; it is set smaller until it fits. One unless given. */
  readonly lines?: 1 | 2;
  readonly link?: string;
};

/** Below this size a text that may take two lines does so. */
const smallestOnOneLine = 20;
const smallest = 6;

/** Writes and draws on a page so that everything is either tagged with its meaning or marked as decoration. */
export class PagePen {
  private readonly root: PDFKit.PDFStructureElement;

  constructor(readonly page: PDFKit.PDFDocument) {
    this.root = page.struct('Document');
    page.addStructure(this.root);
  }

  write(tag: 'H1' | 'H2' | 'P', script: Script): void {
    this.root.add(this.page.struct(tag, {}, () => this.put(script)));
  }

  figure(alt: string, draw: () => void): void {
    this.root.add(this.page.struct('Figure', { alt }, draw));
  }

  decorate(draw: () => void): void {
    this.page.markContent('Artifact', { type: 'Layout' });
    draw();
    this.page.endMarkedContent();
  }

  end(): void {
    this.root.end();
    this.page.end();
  }

  private put(script: Script): void {
    const { text, x, y, width, colour, align = 'left', spacing = 0, link } = script;
    this.page.font(script.strong ? 'strong' : 'regular').fillColor(colour ?? palette.ink);
    const fitted = this.fit(script);
    this.page.fontSize(fitted).text(text, x, y + this.lift(script, fitted), {
      width,
      align,
      characterSpacing: spacing,
      link,
      lineGap: fitted * -0.2,
    });
  }

  /** The greatest size, in half points, at which the text keeps to its lines. */
  private fit(script: Script): number {
    for (let size = script.size; size > smallest; size -= 0.5)
      if (this.lineCount(script, size) > 0) return size;
    return smallest;
  }

  /** Lines that the text takes at this size; 0 when they are more than it may take. */
  private lineCount({ text, width, spacing = 0, lines = 1 }: Script, size: number): 0 | 1 | 2 {
    const wide = this.page.fontSize(size).widthOfString(text, { characterSpacing: spacing });
    if (wide <= width) return 1;
    // Breaks between words leave lines unfilled: nine tenths of two lines are sure to fit.
    return lines === 2 && size <= smallestOnOneLine && wide <= width * 1.8 ? 2 : 0;
  }

  /** Keeps a smaller line on the baseline of the full size, and two lines in the place of one. */
  private lift(script: Script, size: number): number {
    return this.lineCount(script, size) === 2 ? script.size * 0.1 : (script.size - size) * 0.9;
  }
}
