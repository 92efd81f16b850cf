/** The colours of the web's light theme: paper, ink, vermilion. */
export const palette = {
  paper: '#fffdf9',
  ink: '#1b2534',
  soft: '#434d5c',
  faint: '#626a76',
  line: '#ddd5c5',
  lineStrong: '#857c6b',
  seal: '#bb3a20',
} as const;
