/** What a machine may use. Sizes in MiB; `cpus` in cores; `pids` counts threads; `workspaceFiles` counts inodes. */
export type MachineLimits = {
  readonly memoryMb: number;
  readonly cpus: number;
  readonly pids: number;
  readonly workspaceMb: number;
  readonly workspaceFiles: number;
};

/** Size of /tmp and of /dev/shm, in MiB; both are memory. */
export const scratchMb = 16;
export const sharedMemoryMb = 8;

/** All the memory a machine can take, in MiB: its processes, and the file systems that are memory too. */
export const totalMemoryMb = (limits: MachineLimits): number =>
  limits.memoryMb + limits.workspaceMb + scratchMb + sharedMemoryMb;
