import type { LabLimits } from '@ennead/contracts';
import type { SnapshotCaps } from '@ennead/sandbox';

const mebibyte = 1024 * 1024;

/** What of a workspace is kept: all that fits into it, but no single file so large that storing it would stall. */
export const workspaceCaps = (limits: LabLimits): SnapshotCaps => ({
  maxFiles: limits.workspaceFiles,
  maxFileBytes: Math.min(limits.workspaceMb, 32) * mebibyte,
  maxTotalBytes: limits.workspaceMb * mebibyte,
});
