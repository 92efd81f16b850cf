import { QueryFailedError } from 'typeorm';

/** PostgreSQL's unique_violation: somebody else was first. */
export const isDuplicate = (fault: unknown): boolean =>
  fault instanceof QueryFailedError && (fault.driverError as { code?: string }).code === '23505';
