import { z } from 'zod';

/** How letters go out, as whoever starts Ennead may set it and the worker is told; nothing set: they are kept in the inbox. */
export const mailVariables = {
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** Whom letters are from: an address, with a name before it or none. */
  MAIL_FROM: z
    .string()
    .regex(/^(?:[^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/, 'is not an address')
    .optional(),
};

/** In which letters write times where nobody has set another. */
export const defaultZone = 'Asia/Shanghai';

const isZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
};

/** In which zone letters and notices write times, as whoever starts Ennead may set it and all who write them are told. */
export const zoneVariables = {
  /** An IANA zone, such as `Europe/Berlin`. */
  TIME_ZONE: z.string().refine(isZone, 'is not a time zone').default(defaultZone),
};

type MailVariables = z.infer<z.ZodObject<typeof mailVariables>>;

/** A mail server without a sender would refuse everything, and a sender without a server send nothing. */
export const refuseHalfAPost = (
  { SMTP_URL, MAIL_FROM }: MailVariables,
  context: z.RefinementCtx<MailVariables>,
): void => {
  if (Boolean(SMTP_URL) === Boolean(MAIL_FROM)) return;
  const [missing, given] = SMTP_URL
    ? (['MAIL_FROM', 'SMTP_URL'] as const)
    : (['SMTP_URL', 'MAIL_FROM'] as const);
  context.addIssue({ code: 'custom', path: [missing], message: `is needed together with ${given}` });
};

/** The same as the environment of a process; undefined without a mail server. */
export const mailEnvironment = ({
  SMTP_URL,
  MAIL_FROM,
}: MailVariables): Readonly<Record<string, string>> | undefined =>
  SMTP_URL && MAIL_FROM ? { SMTP_URL, MAIL_FROM } : undefined;
