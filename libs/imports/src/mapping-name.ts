import { inPinyin } from '@annals/text';

const USUAL = 'customers';
const LONGEST = 60; // characters

/**
 * The name of the mapping of a file: as given, else that of the file without what differs from delivery to delivery, so that a later
 * file of the same source finds its customers again.
 */
export const nameFor = (given: string | undefined, file: string): string => {
  const words = inPinyin(given ?? file.replace(/\.\w+$/, '').replace(/[\d_.\s-]+$/, ''))
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^[^A-Za-z]+|-+$/g, '')
    .slice(0, LONGEST);
  return words === '' ? USUAL : words.toLowerCase();
};
