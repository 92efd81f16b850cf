const byExtension: Readonly<Record<string, string>> = {
  py: 'python',
  pyi: 'python',
  md: 'markdown',
  sh: 'shell',
  bash: 'shell',
  yaml: 'yaml',
  yml: 'yaml',
  toml: 'ini',
  ini: 'ini',
  cfg: 'ini',
  js: 'javascript',
  mjs: 'javascript',
  // Monaco's own JSON brings a language server of half a megabyte; as JavaScript it is coloured just as well.
  json: 'javascript',
  jsonl: 'javascript',
  ts: 'typescript',
  html: 'html',
  sql: 'sql',
  c: 'cpp',
  h: 'cpp',
  cc: 'cpp',
  cpp: 'cpp',
  hpp: 'cpp',
};

/** The language that Monaco colours a file in, by its name. */
export function languageOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  if (name === 'dockerfile') return 'dockerfile';
  const extension = name.includes('.') ? name.slice(name.lastIndexOf('.') + 1) : '';
  return byExtension[extension] ?? 'plaintext';
}
