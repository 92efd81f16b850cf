import { z } from 'zod';
import { lineUpTo } from '../line.ts';

/** Variables that say who runs an installation. None is needed: a page says where one is missing. */
export const bodyVariables = {
  CONTACT_EMAIL: z.email().optional(),
  /** The name of the body; given in one language alone, it serves for both. */
  BODY_NAME_ZH: lineUpTo(120).optional(),
  BODY_NAME_EN: lineUpTo(120).optional(),
};

const BodySettings = z.object(bodyVariables);

export type BodySettings = z.infer<typeof BodySettings>;

/** What was set, for the environment of a process. */
export const bodyEnvironment = (settings: BodySettings): Readonly<Record<string, string>> =>
  Object.fromEntries(
    BodySettings.keyof().options.flatMap((name) =>
      settings[name] === undefined ? [] : [[name, settings[name]]],
    ),
  );
