import { promisify } from 'node:util';
import type { Request } from 'express';

/** A fresh id for every log-in, so that one planted beforehand is worth nothing. Saved before the answer goes. */
export const beginLogIn = async (request: Request, personId: string): Promise<void> => {
  await promisify(request.session.regenerate.bind(request.session))();
  request.session.personId = personId;
  await promisify(request.session.save.bind(request.session))();
};

export const endLogIn = (request: Request): Promise<void> =>
  promisify(request.session.destroy.bind(request.session))() as Promise<void>;
