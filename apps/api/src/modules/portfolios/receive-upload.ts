import { portfolioLimits, Refusal, type ProblemCode } from '@ennead/contracts';
import type { ReceivedFile, Storage } from '@ennead/storage';
import type { Request, Response } from 'express';
import multer, { MulterError, type StorageEngine } from 'multer';
import { sanitiseName } from './sanitise-name.ts';

export type Upload = { readonly name: string; readonly file: ReceivedFile };

/** What surrounds a file in a multipart body is far smaller than this. */
const envelopeBytes = 64 * 1024;

const storeIn = (storage: Storage): StorageEngine => ({
  _handleFile: (_request, { stream }, done) => {
    storage
      .receive(stream)
      .then(({ path, sha256, sizeBytes }) => done(null, { path, filename: sha256, size: sizeBytes }), done);
  },
  _removeFile: (_request, { path }, done) => {
    storage.discard({ path }).then(() => done(null), done);
  },
});

const codeOf = (fault: unknown): ProblemCode | null => {
  if (fault instanceof MulterError)
    return fault.code === 'LIMIT_FILE_SIZE' ? 'FILE_TOO_LARGE' : 'FILE_MISSING';
  // Everything else that parsing throws is a body that broke off or is no multipart; faults of ours carry an errno.
  return typeof (fault as { errno?: unknown }).errno === 'number' ? null : 'UPLOAD_BROKEN';
};

/**
 * Streams the one file of a multipart body (field `file`) to the store.
 *
 * @returns the sanitised name and the file, which the caller must keep or discard
 * @throws Refusal FILE_TOO_LARGE, FILE_MISSING or UPLOAD_BROKEN; nothing of the upload is left then
 */
export const receiveUpload = async (
  request: Request,
  response: Response,
  storage: Storage,
): Promise<Upload> => {
  if (Number(request.headers['content-length'] ?? 0) > portfolioLimits.fileBytes + envelopeBytes)
    throw new Refusal('FILE_TOO_LARGE');
  const receive = multer({
    storage: storeIn(storage),
    limits: { fileSize: portfolioLimits.fileBytes, files: 1, fields: 0, headerPairs: 20 },
    defParamCharset: 'utf8',
  }).single('file');
  await new Promise<void>((resolve, reject) => {
    receive(request, response, (fault?: unknown) => {
      if (!fault) return resolve();
      const code = codeOf(fault);
      reject(code ? new Refusal(code) : (fault as Error));
    });
  });
  const { file } = request;
  if (!file) throw new Refusal('FILE_MISSING');
  const received = { path: file.path, sha256: file.filename, sizeBytes: file.size };
  if (received.sizeBytes === 0) {
    await storage.discard(received);
    throw new Refusal('FILE_MISSING');
  }
  return { name: sanitiseName(file.originalname), file: received };
};
