import MarkdownToJsx, { type MarkdownToJSX } from 'markdown-to-jsx';
import type { ComponentPropsWithoutRef } from 'react';
import { Link } from 'react-router';
import prose from './prose.module.css';

function ProseLink({ href, children, ...rest }: ComponentPropsWithoutRef<'a'>) {
  if (href?.startsWith('/')) return <Link to={href}>{children}</Link>;
  const outside = /^https?:/i.test(href ?? '');
  return (
    <a {...rest} href={href} {...(outside ? { target: '_blank', rel: 'noopener noreferrer' } : {})}>
      {children}
    </a>
  );
}

const options: MarkdownToJSX.Options = {
  disableParsingRawHTML: true,
  forceBlock: true,
  wrapper: 'div',
  // Long lines of code and wide tables scroll inside their block, so the keyboard has to reach it.
  overrides: { a: ProseLink, pre: { props: { tabIndex: 0 } }, table: { props: { tabIndex: 0 } } },
};

/**
 * Full Markdown, raw HTML shown as text. About 30 KB gzip, so the exam uses `ItemText` instead.
 */
export function Markdown({ children }: { readonly children: string }) {
  return (
    <div className={prose.prose}>
      <MarkdownToJsx options={options}>{children}</MarkdownToJsx>
    </div>
  );
}
