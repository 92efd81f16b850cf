import { promisify } from 'node:util';
import type { Request } from 'express';

/** A fresh session id at every log-in, so that one planted beforehand is worth nothing. Saved before the answer goes. */
export const beginWebSession = async (request: Request, personId: string): Promise<void> => {
  const { session } = request;
  await promisify(session.regenerate.bind(session))();
  request.session.personId = personId;
  await promisify(request.session.save.bind(request.session))();
};

export const endWebSession = (request: Request): Promise<void> =>
  promisify(request.session.destroy.bind(request.session))() as Promise<void>;
