import { describe, expect, it } from '@jest/globals';
import { maskTokens } from './request-log.ts';

describe('maskTokens', () => {
  it.each([
    ['/api/auth/links/9sK3-a_secret', '/api/auth/links/…'],
    ['/api/auth/invitations/9sK3-a_secret/', '/api/auth/invitations/…/'],
    ['/link/9sK3-a_secret', '/link/…'],
    ['/invitation/9sK3-a_secret', '/invitation/…'],
    ['/LINK/9sK3-a_secret', '/LINK/…'],
    ['/api/people/0190/link', '/api/people/0190/link'],
    ['/api/cohorts/0190/invitations', '/api/cohorts/0190/invitations'],
    ['/api/cohorts/0190/reset-links', '/api/cohorts/0190/reset-links'],
    ['/api/auth/password', '/api/auth/password'],
  ])('%s is written down as %s', (path, written) => {
    expect(maskTokens(path)).toBe(written);
  });
});
