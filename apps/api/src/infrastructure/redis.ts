import { Redis } from 'ioredis';

export const REDIS = Symbol('Redis');

/** A connection whose commands fail at once while Redis is away, so that no request waits for it. */
export const makeRedis = (url: string): Redis => {
  const redis = new Redis(url, { enableOfflineQueue: false, maxRetriesPerRequest: 1 });
  redis.on('error', () => undefined);
  return redis;
};
