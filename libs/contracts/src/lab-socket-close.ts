/** Why the runner ended a socket. On `takenOver`, `ended` and `refused` a client must not reconnect by itself. */
export const LabSocketClose = {
  takenOver: 4409,
  ended: 4410,
  refused: 4403,
  tooFast: 4429,
  restarting: 1012,
} as const;
