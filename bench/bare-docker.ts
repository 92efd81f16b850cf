import Docker from 'dockerode';
import { containerOptions, type MachineLimits } from '@ennead/sandbox';

const docker = new Docker();
const instance = 'bench';

/** The newest image that the lab host built. */
export const labImage = async (): Promise<string> => {
  const [image] = await docker.listImages({ filters: { reference: ['ennead/lab'] } });
  const tag = image?.RepoTags?.[0];
  if (!tag) throw new Error('The lab host has built no image.');
  return tag;
};

/** A whole life of a container with a lab's own limits that does nothing: create, start, wait, remove. */
export const bareLife = async (image: string, limits: MachineLimits): Promise<number> => {
  const begun = performance.now();
  const options = containerOptions({ image, limits, instance });
  const container = await docker.createContainer({ ...options, Entrypoint: ['true'], Cmd: [] });
  await container.start();
  await container.wait();
  await container.remove();
  return performance.now() - begun;
};

/** Times `docker exec` with a terminal, until the shell's first byte, in one warm container. */
export const bareExecs = async (image: string, limits: MachineLimits, times: number): Promise<number[]> => {
  const options = containerOptions({ image, limits, instance });
  const container = await docker.createContainer({ ...options, Entrypoint: ['sleep', '600'], Cmd: [] });
  try {
    await container.start();
    const took: number[] = [];
    for (let each = 0; each < times; each += 1) took.push(await execToPrompt(container));
    return took;
  } finally {
    await container.remove({ force: true });
  }
};

const execToPrompt = async (container: Docker.Container): Promise<number> => {
  const begun = performance.now();
  const exec = await container.exec({
    Cmd: ['bash'],
    AttachStdin: true,
    AttachStdout: true,
    AttachStderr: true,
    Tty: true,
  });
  const stream = await exec.start({ hijack: true, stdin: true, Tty: true });
  await new Promise((resolve) => stream.once('data', resolve));
  const took = performance.now() - begun;
  stream.end('exit\n');
  return took;
};
