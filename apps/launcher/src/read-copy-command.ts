export const copyUsage = `npm run storage:copy -- to-bucket     copies portfolio files from the local folder to the bucket of S3_BUCKET
npm run storage:copy -- to-folder     copies them back`;

/** Where files are to be copied to, by the words after `npm run storage:copy --`. @throws Error that says how it is used */
export function readCopyCommand(words: readonly string[]): 'to-bucket' | 'to-folder' {
  const [target] = words;
  if (words.length === 1 && (target === 'to-bucket' || target === 'to-folder')) return target;
  throw new Error(`Say where files are to be copied to.\n\n${copyUsage}`);
}
