/** A run of text inside a block. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis'; readonly children: readonly Inline[] };

export type Block =
  | { readonly kind: 'paragraph'; readonly lines: readonly (readonly Inline[])[] }
  | { readonly kind: 'code'; readonly language: string; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] }
  | {
      readonly kind: 'table';
      readonly head: readonly (readonly Inline[])[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
    };

const bullet = /^[-*] +/;
const ordinal = /^\d+[.)] +/;
const tableRule = /^\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?$/;

/**
 * The part of Markdown that items are written in: paragraphs, fenced code, lists, tables, code, strong and
 * emphasis. Anything else stays as it was typed, so that no stem can lose a character.
 */
export function parseItemText(source: string): readonly Block[] {
  const lines = source.replaceAll('\r\n', '\n').split('\n');
  const blocks: Block[] = [];
  let at = 0;
  const takeWhile = (matches: (line: string) => boolean): string[] => {
    const taken: string[] = [];
    while (at < lines.length && matches(lines[at] ?? '')) taken.push(lines[at++] ?? '');
    return taken;
  };
  while (at < lines.length) {
    const line = lines[at] ?? '';
    const fence = /^(```+|~~~+)\s*(\S*)/.exec(line);
    if (line.trim() === '') {
      at++;
    } else if (fence) {
      at++;
      const text = takeWhile((next) => !next.startsWith(fence[1] ?? '```')).join('\n');
      at++;
      blocks.push({ kind: 'code', language: fence[2] ?? '', text });
    } else if (bullet.test(line) || ordinal.test(line)) {
      const mark = bullet.test(line) ? bullet : ordinal;
      const items = takeWhile((next) => mark.test(next)).map((item) => parseInline(item.replace(mark, '')));
      blocks.push({ kind: 'list', ordered: mark === ordinal, items });
    } else if (line.includes('|') && tableRule.test((lines[at + 1] ?? '').trim())) {
      const [head = '', , ...rows] = takeWhile((next) => next.includes('|'));
      blocks.push({ kind: 'table', head: parseRow(head), rows: rows.map(parseRow) });
    } else {
      const first = at;
      const text = takeWhile(
        (next) => next.trim() !== '' && (at === first || !(/^(```|~~~)/.test(next) || bullet.test(next))),
      );
      blocks.push({ kind: 'paragraph', lines: text.map(parseInline) });
    }
  }
  return blocks;
}

const parseRow = (line: string): readonly (readonly Inline[])[] =>
  line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => parseInline(cell.trim()));

const inlineMark = /(`+)(.+?)\1|\*\*(?=\S)(.+?)(?<=\S)\*\*|\*(?=[^\s*])(.+?)(?<=[^\s*])\*/;

/** Splits a line into its runs; a mark without its partner is an ordinary character. */
export function parseInline(text: string): readonly Inline[] {
  const match = inlineMark.exec(text);
  if (!match) return text === '' ? [] : [{ kind: 'text', text }];
  const [whole, , code, strong, emphasis] = match;
  const before = text.slice(0, match.index);
  const after = text.slice(match.index + whole.length);
  const run: Inline =
    code !== undefined
      ? { kind: 'code', text: code.trim() || code }
      : strong !== undefined
        ? { kind: 'strong', children: parseInline(strong) }
        : { kind: 'emphasis', children: parseInline(emphasis ?? '') };
  return [...(before ? [{ kind: 'text', text: before } as const] : []), run, ...parseInline(after)];
}
