import { z } from 'zod';

/** Variables that put a bucket of an S3-compatible service in place of the local folder of files. */
export const s3Variables = {
  S3_BUCKET: z.string().min(1).optional(),
  /** Without it, AWS. */
  S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  S3_REGION: z.string().min(1).optional(),
  S3_ACCESS_KEY_ID: z.string().min(1).optional(),
  S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),
  /** Whether the bucket stands in the path of an address, not in the name of its host. */
  S3_PATH_STYLE: z.stringbool().optional(),
};

const S3Settings = z.object(s3Variables);

export type S3Settings = z.infer<typeof S3Settings>;

const names = S3Settings.keyof().options;

/** To refine settings by: all that a bucket needs, or nothing. */
export const refuseHalfABucket = (settings: S3Settings, context: z.RefinementCtx): void => {
  const refuse = (name: keyof S3Settings, message: string) =>
    context.addIssue({ code: 'custom', path: [name], message });
  if (settings.S3_BUCKET === undefined) {
    for (const name of names)
      if (settings[name] !== undefined) refuse(name, 'is of use only together with S3_BUCKET');
    return;
  }
  for (const name of ['S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const)
    if (settings[name] === undefined) refuse(name, 'is needed together with S3_BUCKET');
};

/** What was set, for the environment of a process; undefined where no bucket is named. */
export const s3Environment = (settings: S3Settings): Readonly<Record<string, string>> | undefined =>
  settings.S3_BUCKET === undefined
    ? undefined
    : Object.fromEntries(
        names.flatMap((name) => (settings[name] === undefined ? [] : [[name, String(settings[name])]])),
      );
