import { credentialLifecycle } from '@ennead/contracts';
import { stateList } from './state-column.ts';

/** Whether what it certifies is held, as `isValidCredential` says it in the domain, in SQL that has `credential` in scope. */
export const credentialHeld = `(credential.state = ${stateList(credentialLifecycle, 'issued')}
  AND (credential.expires_at IS NULL OR credential.expires_at > clock()))`;
