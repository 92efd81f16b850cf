/** The folder of a content, by the first letters of its name. @throws Error for a name that is no hash */
export const folderOf = (sha256: string): string => {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('not a SHA-256');
  return sha256.slice(0, 2);
};
