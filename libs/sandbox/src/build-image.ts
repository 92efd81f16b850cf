import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Engine } from './engine.ts';
import { SandboxFault } from './sandbox-fault.ts';
import { packTar, type TarFile } from './pack-tar.ts';

const agentDirectory = fileURLToPath(new URL('../agent/', import.meta.url));
const agentPlace = '.ennead-agent';

/** Laid on every lab image last, so that a lab's Dockerfile can change neither the agent nor who runs it. */
const lastLayer = `
USER root
RUN rm -rf /opt/ennead && mkdir -p /opt/ennead && mkdir -p -m 0700 /workspace
COPY ${agentPlace} /opt/ennead/agent
RUN chmod -R a=rX /opt/ennead && chown 1000:1000 /workspace
USER 1000:1000
WORKDIR /workspace
CMD []
ENTRYPOINT ["/usr/bin/python3", "-I", "-S", "-B", "/opt/ennead/agent"]
`;

export type BuiltImage = { readonly tag: string; readonly built: boolean };

/**
 * Builds the image of a lab from its files, a Dockerfile among them, unless one of the same content is there: the tag
 * is the hash of every file, of the agent and of the images it starts from. `progress` gets Docker's lines.
 *
 * @throws SandboxFault IMAGE_MISSING with Docker's words when an image it starts from is not there or a step fails.
 */
export const buildImage = async (
  engine: Engine,
  context: readonly TarFile[],
  progress: (line: string) => void = () => undefined,
): Promise<BuiltImage> => {
  const dockerfile = context.find(({ path }) => path === 'Dockerfile');
  if (!dockerfile) throw new SandboxFault('IMAGE_MISSING', 'no Dockerfile to build from');
  const agent = (await readTree(agentDirectory)).map((file) => ({
    ...file,
    path: `${agentPlace}/${file.path}`,
  }));
  const recipe = { ...dockerfile, content: Buffer.concat([dockerfile.content, Buffer.from(lastLayer)]) };
  const files = [...context.filter((file) => file !== dockerfile), ...agent, recipe];
  const bases = await Promise.all(
    basesOf(dockerfile.content.toString()).map((base) => imageId(engine, base)),
  );
  const tag = `ennead/lab:${contentHash(files, bases).slice(0, 32)}`;
  if (await imageId(engine, tag)) return { tag, built: false };
  await runBuild(engine, packTar(files), tag, progress);
  return { tag, built: true };
};

const readTree = async (directory: string, prefix = ''): Promise<TarFile[]> => {
  const entries = await readdir(join(directory, prefix), { withFileTypes: true });
  const files = await Promise.all(
    entries
      .filter(({ name }) => name !== '__pycache__')
      .map(async (entry): Promise<TarFile[]> => {
        const path = prefix === '' ? entry.name : `${prefix}/${entry.name}`;
        if (entry.isDirectory()) return readTree(directory, path);
        if (!entry.isFile()) return [];
        const place = join(directory, path);
        return [
          { path, content: await readFile(place), executable: ((await stat(place)).mode & 0o100) !== 0 },
        ];
      }),
  );
  return files.flat();
};

const basesOf = (dockerfile: string): string[] =>
  [...dockerfile.matchAll(/^\s*FROM\s+(?:--\S+\s+)*(\S+)/gim)].map((match) => match[1]!);

const contentHash = (files: readonly TarFile[], bases: readonly string[]): string => {
  const hash = createHash('sha256').update(JSON.stringify(bases));
  for (const { path, content, executable } of [...files].sort((a, b) => (a.path < b.path ? -1 : 1)))
    hash.update(JSON.stringify([path, content.length, executable])).update(content);
  return hash.digest('hex');
};

/** The image's id, '' when there is none of that name. */
const imageId = async (engine: Engine, name: string): Promise<string> => {
  const found = await engine.docker.listImages({ filters: { reference: [name] } }).catch((error: Error) => {
    throw new SandboxFault('ENGINE_DOWN', error.message, { cause: error });
  });
  return found[0]?.Id ?? '';
};

type BuildStep = { readonly stream?: string; readonly error?: string };

const runBuild = async (engine: Engine, tar: Buffer, tag: string, progress: (line: string) => void) => {
  const stream = await engine.docker.buildImage(tar as unknown as NodeJS.ReadableStream, {
    t: tag,
    forcerm: true,
    labels: { 'ennead.lab': 'true' },
  });
  await new Promise<void>((resolve, reject) => {
    const done = (error: Error | null, steps: BuildStep[] | null) => {
      const fault = error?.message ?? steps?.find((step) => step.error)?.error;
      if (fault) reject(new SandboxFault('IMAGE_MISSING', fault.trim()));
      else resolve();
    };
    engine.docker.modem.followProgress(stream, done, (step: BuildStep) => {
      if (step.stream?.trim()) progress(step.stream.trim());
    });
  });
};
