import { createHmac } from 'node:crypto';
import type { Certification } from '@ennead/contracts';
import type {
  BodyKind,
  LabManifest,
  Publication,
  PublishedBody,
  PublishedLink,
  PublishedPiece,
} from '@ennead/contracts/internal';
import { canonicalJson, encodeFiles, hashBytes, splitItem, splitSuite } from '@ennead/domain';
import type { Content, LoadedItem } from './load-content.ts';
import type { LoadedLab } from './loaded-lab.ts';

/**
 * All content as bodies for the bank: the same content gives the same hashes, at any time and however its files are
 * laid out.
 *
 * @param contentSecret what the nonces of keys and secrets are made of: whoever knows it could try out keys by their
 *   hashes
 */
export function publicationOf(content: Content, contentSecret: string): Publication {
  const draft = new Draft(contentSecret);
  draft.addPiece('standard', content.standard.standard.id, content.standard);
  for (const scheme of content.schemes)
    // Versions of a scheme live side by side: the next one is published before it takes effect.
    draft.addPiece('scheme', `${scheme.id}@${scheme.version}`, scheme);
  for (const blueprint of content.blueprints.values())
    draft.addPiece('blueprint', blueprint.id, blueprint, blueprint);
  for (const rubric of content.rubrics.values()) draft.addPiece('rubric', rubric.id, rubric, rubric);
  for (const letter of content.letters) draft.addPiece('letter', letter.kind, letter);
  for (const page of content.pages.values()) draft.addPiece('page', page.id, page);
  for (const item of content.items.values()) addItem(draft, item);
  for (const lab of content.labs.values()) addLab(draft, lab);
  return draft.finish();
}

/** One lab as bodies, as it is in the whole publication; its own hash is that of its piece. */
export function publicationOfLab(lab: LoadedLab, contentSecret: string): Publication {
  const draft = new Draft(contentSecret);
  addLab(draft, lab);
  return draft.finish();
}

function addItem(draft: Draft, { item, ...place }: LoadedItem): void {
  const { question, key } = splitItem(item, place);
  const ofHash = draft.addPiece('question', item.id, question, place);
  const file = `question-bank/items/${place.role}/${place.level}/${place.topic}.yaml`;
  draft.addLink({ ofHash, kind: 'key', id: item.id, file }, key, place);
}

function addLab(draft: Draft, { lab, suite, visible, starter, environment, instructions }: LoadedLab): void {
  const { plan, secrets } = splitSuite(lab, suite);
  const manifest: LabManifest = {
    lab,
    instructions,
    starter: draft.addBody('starter', encodeFiles(starter)),
    environment: draft.addBody('environment', encodeFiles(environment)),
    visible: draft.addBody('visible', visible),
    plan: draft.addBody('plan', plan),
  };
  draft.addPiece('lab', lab.id, manifest, lab);
  const file = `labs/${lab.id}/grader/suite.yaml`;
  draft.addLink({ ofHash: manifest.plan, kind: 'secrets', id: lab.id, file }, secrets, lab);
}

class Draft {
  private readonly bodies = new Map<string, PublishedBody>();
  private readonly pieces: PublishedPiece[] = [];
  private readonly links: PublishedLink[] = [];

  constructor(private readonly contentSecret: string) {}

  addBody(kind: BodyKind, body: unknown): string {
    const bytes = Buffer.from(canonicalJson(body));
    const hash = hashBytes(bytes);
    this.bodies.set(hash, { kind, hash, bytes });
    return hash;
  }

  addPiece(kind: BodyKind, id: string, body: unknown, { role, level }: Partial<Certification> = {}): string {
    const hash = this.addBody(kind, body);
    this.pieces.push({ kind, id, hash, role: role ?? null, level: level ?? null });
    return hash;
  }

  addLink(link: Omit<PublishedLink, 'hash'>, body: object, of: Partial<Certification>): void {
    const { kind, id } = link;
    const nonce = createHmac('sha256', this.contentSecret)
      .update(canonicalJson([kind, id, body]))
      .digest('hex');
    this.links.push({ ...link, hash: this.addPiece(kind, id, { ...body, nonce }, of) });
  }

  finish(): Publication {
    return { bodies: [...this.bodies.values()], pieces: this.pieces, links: this.links };
  }
}
