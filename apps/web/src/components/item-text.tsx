import { Fragment, type ReactNode } from 'react';
import { parseInline, parseItemText, type Block, type Inline } from '../lib/parse-item-text.ts';
import prose from './prose.module.css';

/** The text of a stem or a rationale: a small, safe part of Markdown that costs the exam page next to nothing. */
export function ItemText({ children }: { readonly children: string }) {
  return (
    <div className={prose.prose}>
      {parseItemText(children).map((block, index) => (
        <Fragment key={index}>{showBlock(block)}</Fragment>
      ))}
    </div>
  );
}

/** One line of it, for options and labels. */
export function ItemLine({ children }: { readonly children: string }) {
  return <span className={prose.line}>{showRuns(parseInline(children))}</span>;
}

function showBlock(block: Block): ReactNode {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p>
          {block.lines.map((line, index) => (
            <Fragment key={index}>
              {index > 0 && <br />}
              {showRuns(line)}
            </Fragment>
          ))}
        </p>
      );
    case 'code':
      return (
        // Long lines scroll, and what scrolls must be reachable by keyboard.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <pre tabIndex={0} lang="en">
          <code>{block.text}</code>
        </pre>
      );
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul';
      return (
        <List>
          {block.items.map((item, index) => (
            <li key={index}>{showRuns(item)}</li>
          ))}
        </List>
      );
    }
    case 'table':
      return (
        // It scrolls too where it is wider than the page.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <table tabIndex={0}>
          <thead>
            <tr>
              {block.head.map((cell, index) => (
                <th key={index} scope="col">
                  {showRuns(cell)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.map((row, index) => (
              <tr key={index}>
                {row.map((cell, column) => (
                  <td key={column}>{showRuns(cell)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
  }
}

function showRuns(runs: readonly Inline[]): ReactNode {
  return runs.map((run, index) => {
    switch (run.kind) {
      case 'text':
        return <Fragment key={index}>{run.text}</Fragment>;
      case 'code':
        return <code key={index}>{run.text}</code>;
      case 'strong':
        return <strong key={index}>{showRuns(run.children)}</strong>;
      case 'emphasis':
        return <em key={index}>{showRuns(run.children)}</em>;
    }
  });
}
