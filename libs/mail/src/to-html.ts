const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => escapes[character]!);

/**
 * The same letter as a simple page: paragraphs, and those of `links` that have a line to themselves as links. Whatever else
 * looks like a link or a tag is text, whoever wrote it.
 */
export const toHtml = (text: string, locale: string, links: readonly string[]): string => {
  const line = (one: string): string =>
    links.includes(one) ? `<a href="${escapeHtml(one)}">${escapeHtml(one)}</a>` : escapeHtml(one);
  const paragraphs = text
    .trim()
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph.split('\n').map(line).join('<br>\n')}</p>`);
  return `<!doctype html>\n<html lang="${locale}">\n<meta charset="utf-8">\n<body>\n${paragraphs.join('\n')}\n</body>\n</html>\n`;
};
