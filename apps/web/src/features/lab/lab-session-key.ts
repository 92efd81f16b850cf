export const labSessionKey = (id: string) => ['lab-session', id] as const;
