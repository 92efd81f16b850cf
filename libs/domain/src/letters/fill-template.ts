import Mustache from 'mustache';
import { DomainFault } from '../domain-fault.ts';
import { readTemplate } from './read-template.ts';

/**
 * A template with its places filled in, as plain text: what is filled in is never read as a template itself.
 *
 * @throws DomainFault TEMPLATE_UNFIT where a place has no value, or the template is none
 */
export const fillTemplate = (template: string, values: Readonly<Record<string, string>>): string => {
  const { places, faults } = readTemplate(template);
  const missing = places.filter((place) => !Object.hasOwn(values, place));
  if (faults.length > 0 || missing.length > 0) throw new DomainFault('TEMPLATE_UNFIT', { missing, faults });
  return Mustache.render(template, values, {}, { escape: String });
};
