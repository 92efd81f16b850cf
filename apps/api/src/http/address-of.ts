import { isIP } from 'node:net';
import { ipKeyGenerator } from 'express-rate-limit';
import type { Request } from 'express';

/**
 * Where a request comes from, as it is counted. Of the sixth version, the network: one house has as many addresses as it
 * likes. What a proxy calls an address and is none (a port beside it, nonsense) is all the same.
 */
export const addressOf = ({ ip = '' }: Pick<Request, 'ip'>): string => {
  const plain = ip.replace(/^::ffff:(?=[\d.]+$)/i, '');
  return isIP(plain) ? ipKeyGenerator(plain) : '';
};
