import Bowser from 'bowser';

const longest = 512;

/** What a browser and its system are called by their makers, from how the browser calls itself; null where that says nothing. */
export const readBrowser = (
  userAgent: string | undefined,
): { readonly browser: string | null; readonly system: string | null } => {
  if (!userAgent) return { browser: null, system: null };
  const parser = Bowser.getParser(userAgent.slice(0, longest));
  return { browser: parser.getBrowserName() || null, system: parser.getOSName() || null };
};
