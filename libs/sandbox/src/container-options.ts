import type { ContainerCreateOptions } from 'dockerode';
import { scratchMb, sharedMemoryMb, totalMemoryMb, type MachineLimits } from './limits.ts';

const mebibyte = 1024 * 1024;

/** Marks everything that one installation made, so that it sweeps its own leftovers and nobody else's. */
export const instanceLabel = 'ennead.instance';
export const imageLabel = 'ennead.image';

export type MachineSpec = {
  readonly image: string;
  readonly limits: MachineLimits;
  readonly instance: string;
};

/**
 * How a machine is made: no network, no capability, no way to gain one, nothing to write on but memory of a fixed
 * size, no log on the host, and no environment but the image's own.
 */
export const containerOptions = ({ image, limits, instance }: MachineSpec): ContainerCreateOptions => {
  const memory = totalMemoryMb(limits) * mebibyte;
  const owned = 'nosuid,nodev,uid=1000,gid=1000';
  return {
    Image: image,
    Labels: { [instanceLabel]: instance, [imageLabel]: image },
    Hostname: 'lab',
    User: '1000:1000',
    WorkingDir: '/workspace',
    Env: [],
    OpenStdin: true,
    StdinOnce: false,
    AttachStdin: true,
    AttachStdout: true,
    AttachStderr: true,
    Tty: false,
    NetworkDisabled: true,
    StopSignal: 'SIGKILL',
    HostConfig: {
      NetworkMode: 'none',
      CapDrop: ['ALL'],
      SecurityOpt: ['no-new-privileges'],
      Privileged: false,
      ReadonlyRootfs: true,
      Tmpfs: {
        '/workspace': `rw,exec,${owned},mode=0700,size=${limits.workspaceMb}m,nr_inodes=${limits.workspaceFiles}`,
        '/tmp': `rw,exec,${owned},mode=1777,size=${scratchMb}m,nr_inodes=4096`,
      },
      IpcMode: 'private',
      ShmSize: sharedMemoryMb * mebibyte,
      Memory: memory,
      MemorySwap: memory,
      NanoCpus: Math.round(limits.cpus * 1e9),
      PidsLimit: limits.pids,
      OomScoreAdj: 500,
      Init: false,
      AutoRemove: false,
      RestartPolicy: { Name: 'no' },
      LogConfig: { Type: 'none', Config: {} },
      Ulimits: [
        { Name: 'core', Soft: 0, Hard: 0 },
        { Name: 'nofile', Soft: 1024, Hard: 1024 },
        { Name: 'fsize', Soft: limits.workspaceMb * mebibyte, Hard: limits.workspaceMb * mebibyte },
        { Name: 'msgqueue', Soft: 0, Hard: 0 },
      ],
    },
  };
};
