export { ContentFaults, type Fault, formatFault } from './fault.ts';
export { editorSettingsText, jsonSchemaText, kinds, schemaFile } from './json-schemas.ts';
export { type Content, type ContentPlaces, type LoadedItem, loadContent } from './load-content.ts';
export type { LoadedLab } from './loaded-lab.ts';
export { publicationOf, publicationOfLab } from './publication.ts';
