import { isDark, token } from '../page-theme.ts';
import type { MonacoApi } from './load-monaco.ts';

const NAME = 'ennead';

/** Colours the editor with the page's own tokens; call it again when the theme changes. */
export function applyMonacoTheme(monaco: MonacoApi): void {
  const bare = (name: string) => token(name).replace('#', '');
  const faded = (name: string, alpha: string) => `${token(name)}${alpha}`;
  monaco.editor.defineTheme(NAME, {
    base: isDark() ? 'vs-dark' : 'vs',
    inherit: false,
    rules: [
      { token: '', foreground: bare('ink'), background: bare('paper-raised') },
      { token: 'comment', foreground: bare('ink-faint'), fontStyle: 'italic' },
      { token: 'keyword', foreground: bare('seal-text') },
      { token: 'tag', foreground: bare('seal-text') },
      { token: 'string', foreground: bare('good-text') },
      { token: 'attribute.value', foreground: bare('good-text') },
      { token: 'number', foreground: bare('warn-text') },
      { token: 'constant', foreground: bare('warn-text') },
      { token: 'type', foreground: bare('focus') },
      { token: 'attribute.name', foreground: bare('focus') },
    ],
    colors: {
      'editor.background': token('paper-raised'),
      'editor.foreground': token('ink'),
      'editorCursor.foreground': token('ink'),
      'editorLineNumber.foreground': token('ink-faint'),
      'editorLineNumber.activeForeground': token('ink'),
      'editor.lineHighlightBackground': faded('paper-sunken', '80'),
      'editor.selectionBackground': faded('focus', '40'),
      'editor.wordHighlightBackground': faded('focus', '20'),
      'editor.findMatchBackground': faded('warn', '60'),
      'editor.findMatchHighlightBackground': faded('warn', '30'),
      'editor.rangeHighlightBackground': faded('warn', '20'),
      'editorBracketMatch.background': faded('focus', '20'),
      'editorBracketMatch.border': token('focus'),
      // Brackets in the colour of the text: rainbows say nothing that indentation does not.
      ...Object.fromEntries(
        [1, 2, 3, 4, 5, 6].map((depth) => [`editorBracketHighlight.foreground${depth}`, token('ink')]),
      ),
      'editorIndentGuide.background1': token('line'),
      'editorIndentGuide.activeBackground1': token('line-strong'),
      'editorGutter.foldingControlForeground': token('ink-soft'),
      'editorWidget.background': token('paper'),
      'editorWidget.foreground': token('ink'),
      'editorWidget.border': token('line-strong'),
      'editorSuggestWidget.selectedBackground': token('paper-sunken'),
      'editorSuggestWidget.selectedForeground': token('ink'),
      'editorSuggestWidget.highlightForeground': token('seal-text'),
      'editorSuggestWidget.focusHighlightForeground': token('seal-text'),
      'input.background': token('paper-raised'),
      'input.foreground': token('ink'),
      'input.border': token('line-strong'),
      'inputOption.activeBorder': token('focus'),
      'inputOption.activeForeground': token('ink'),
      focusBorder: token('focus'),
      foreground: token('ink'),
      'icon.foreground': token('ink-soft'),
      'scrollbarSlider.background': faded('line-strong', '60'),
      'scrollbarSlider.hoverBackground': faded('line-strong', '90'),
      'scrollbarSlider.activeBackground': faded('line-strong', 'b0'),
      'diffEditor.insertedTextBackground': faded('good', '30'),
      'diffEditor.removedTextBackground': faded('seal', '30'),
      'diffEditor.insertedLineBackground': faded('good', '18'),
      'diffEditor.removedLineBackground': faded('seal', '18'),
    },
  });
  monaco.editor.setTheme(NAME);
}
