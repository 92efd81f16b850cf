const office = 'application/vnd.openxmlformats-officedocument.';

/** Media types by what the content itself says, with the endings that a name may then have; the first is the usual. */
export const binaryTypes: Readonly<Record<string, readonly [string, ...string[]]>> = {
  'application/pdf': ['pdf'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/webp': ['webp'],
  'application/zip': ['zip', 'whl'],
  'application/gzip': ['gz', 'tgz'],
  'application/x-tar': ['tar'],
  [`${office}wordprocessingml.document`]: ['docx'],
  [`${office}presentationml.presentation`]: ['pptx'],
  [`${office}spreadsheetml.sheet`]: ['xlsx'],
};

/** Media types of texts by ending. Any other text is plain. */
export const textTypes: Readonly<Record<string, string>> = {
  md: 'text/markdown',
  csv: 'text/csv',
  json: 'application/json',
  ipynb: 'application/x-ipynb+json',
  py: 'text/x-python',
};

/** Endings under which a text may be handed to a reviewer; others become `txt`. */
export const plainTextEndings: readonly string[] = [
  ...['txt', 'log', 'rst', 'tsv', 'jsonl', 'yaml', 'yml', 'toml', 'ini', 'cfg', 'sql', 'sh', 'diff', 'patch'],
  ...[
    'js',
    'ts',
    'tsx',
    'jsx',
    'java',
    'go',
    'rs',
    'c',
    'h',
    'cc',
    'cpp',
    'hpp',
    'cu',
    'cs',
    'kt',
    'rb',
    'php',
  ],
  ...['html', 'css', 'xml', 'svg', 'tex', 'bib', 'proto', 'tf', 'ipynb', 'md', 'csv', 'json', 'py'],
];

/** Every ending to offer in a file dialogue, with the dot. */
export const acceptedEndings: readonly string[] = [
  ...Object.values(binaryTypes).flat(),
  ...plainTextEndings,
].map((ending) => `.${ending}`);

/** Lower-case ending of a file name, without the dot; empty where there is none. */
export const endingOf = (name: string): string =>
  /\.([A-Za-z0-9]{1,10})$/.exec(name)?.[1]?.toLowerCase() ?? '';

/** The ending under which a file of this type and name is handed to somebody who may not see the name. */
export const neutralEnding = (mediaType: string, name: string): string => {
  const ending = endingOf(name);
  const binary = binaryTypes[mediaType];
  if (binary) return binary.includes(ending) ? ending : binary[0];
  return plainTextEndings.includes(ending) ? ending : 'txt';
};
