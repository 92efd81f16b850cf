import type { ArtefactView, BlindArtefactView, ManifestArtefact } from '@ennead/contracts';
import type { Artefact } from '@ennead/persistence';
import { neutralEnding } from './accepted-files.ts';

/** How claims and reviews speak of an artefact. */
export const labelOf = ({ number }: Pick<Artefact, 'number'>): string => `A${number}`;

/** An artefact as a submission freezes it. */
export const freezeArtefact = (artefact: Artefact): ManifestArtefact => ({
  id: artefact.id,
  label: labelOf(artefact),
  kind: artefact.kind,
  title: artefact.title,
  url: artefact.url,
  mediaType: artefact.mediaType,
  sizeBytes: artefact.sizeBytes,
  sha256: artefact.sha256,
});

export const viewArtefact = (artefact: Artefact): ArtefactView => ({
  ...freezeArtefact(artefact),
  createdAt: artefact.createdAt.toISOString(),
});

/** An artefact without what its owner called the file. */
export const viewBlindArtefact = (artefact: ManifestArtefact): BlindArtefactView => ({
  ...artefact,
  title: artefact.kind === 'file' ? null : artefact.title,
  extension: artefact.mediaType ? neutralEnding(artefact.mediaType, artefact.title) : null,
});
