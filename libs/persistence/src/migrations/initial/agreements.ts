import { AgreementDocument, agreementsFor } from '@ennead/contracts';
import { id } from './columns.ts';

const list = (words: readonly string[]) => words.map((word) => `'${word}'`).join(', ');

/** Who accepted which document, as it was then: evidence, which is only added to. */
export const agreements = [
  `CREATE TABLE agreement (
    ${id}, person_id uuid NOT NULL REFERENCES person, entry_id uuid REFERENCES entry,
    document text NOT NULL CHECK (document IN (${list(AgreementDocument.options)})),
    version int NOT NULL CHECK (version > 0), hash text NOT NULL REFERENCES content_body,
    at timestamptz NOT NULL DEFAULT clock(),
    CHECK ((document IN (${list(agreementsFor.entry)})) = (entry_id IS NOT NULL)),
    UNIQUE NULLS NOT DISTINCT (person_id, entry_id, document, hash))`,
];
