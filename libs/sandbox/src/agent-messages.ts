import { z } from 'zod';

/** The longest line the agent may send, in bytes; one that is longer ends the machine. */
export const maxLineBytes = 12 * 1024 * 1024;

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const Base64 = z.base64().transform((text) => Buffer.from(text, 'base64'));

export const AgentMessage = z.union([
  z.object({ id: z.number().int(), ok: z.unknown() }),
  z.object({ id: z.number().int(), fault: z.string().max(40) }),
  z.object({ event: z.literal('terminal.output'), terminal: z.string().max(8), data: Base64 }),
  z.object({ event: z.literal('terminal.screen'), terminal: z.string().max(8), data: Base64 }),
  z.object({ event: z.literal('terminal.closed'), terminal: z.string().max(8) }),
]);
export type AgentMessage = z.infer<typeof AgentMessage>;

export const Greeting = z.object({ nonce: z.string(), terminals: z.array(z.string().max(8)).max(4) });
export const Written = z.object({ sha256: Sha256.optional() });
export const Piece = z.object({
  data: Base64,
  sizeBytes: z.number().int().min(0),
  stamp: z.string().max(200),
});
export const Digest = z.object({ sha256: Sha256.nullable() });
export const Opened = z.object({ fresh: z.boolean() });
export const Nothing = z.object({});
export const Killed = z.object({ errors: Base64 });

const path = z
  .string()
  .min(1)
  .max(200)
  .refine((value) => value.split('/').every((part) => part !== '' && part !== '.' && part !== '..'));

export const ScannedFile = z.object({
  path,
  sizeBytes: z.number().int().min(0),
  executable: z.boolean(),
  sha256: Sha256.nullable(),
});
export type ScannedFile = z.infer<typeof ScannedFile>;

/** Without `files` the tree is the one of the mark that was asked about. */
export const Scan = z.object({
  mark: Sha256,
  quietMs: z.number().int().min(0),
  files: z.array(ScannedFile).max(20_000).optional(),
  skipped: z.number().int().min(0).default(0),
});
export type Scan = z.infer<typeof Scan>;

const Ending = z.object({
  code: z.number().int().nullable(),
  signal: z.number().int().nullable(),
  errors: Base64,
});
export const Reply = z.union([
  z.object({ line: Base64 }),
  Ending.extend({ end: z.enum(['exit', 'too-long']) }),
]);
