import { createReadStream } from 'node:fs';
import { fileTypeFromFile } from 'file-type';
import { binaryTypes, endingOf, plainTextEndings, textTypes } from './accepted-files.ts';

const endingsOfBinaries = new Set(Object.values(binaryTypes).flat());
/** Control characters that no text file holds: all but tab, line feed, form feed, carriage return, escape. */
const notText = /[\0-\x08\x0b\x0e-\x1a\x1c-\x1f]/;

/**
 * What a file is by its content, if it is accepted and its name does not claim to be something else.
 * @param path a regular file of ours
 * @param name the sanitised name that it came with
 * @returns its media type, or null: refused
 */
export const detectMediaType = async (path: string, name: string): Promise<string | null> => {
  const found = (await fileTypeFromFile(path))?.mime;
  const ending = endingOf(name);
  if (found && binaryTypes[found])
    return binaryTypes[found].includes(ending) || isFreeEnding(ending) ? found : null;
  if (found && !/^text\/|^application\/xml$/.test(found)) return null;
  if (endingsOfBinaries.has(ending) || !(await isText(path))) return null;
  return textTypes[ending] ?? 'text/plain';
};

/** An ending that promises no particular content, as in `report.v2`. */
const isFreeEnding = (ending: string) => !endingsOfBinaries.has(ending) && !plainTextEndings.includes(ending);

/** Whether a file is text in UTF-8 or GB 18030 throughout. */
const isText = async (path: string): Promise<boolean> =>
  (await decodesAs('utf-8', path)) || (await decodesAs('gb18030', path));

const decodesAs = async (encoding: string, path: string): Promise<boolean> => {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const chunk of createReadStream(path))
      if (notText.test(decoder.decode(chunk as Buffer, { stream: true }))) return false;
    return !notText.test(decoder.decode());
  } catch (fault) {
    if ((fault as { code?: unknown }).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return false;
    throw fault;
  }
};
