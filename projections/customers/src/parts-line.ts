import { ADDRESSES, CONTACT_PERSONS, type FieldChange } from '@annals/contracts-customers';
import { sameContent } from '@annals/contracts-values';

type Part = Readonly<Record<string, unknown>>;

const KINDS: Readonly<Record<string, { readonly id: string; readonly nameOf: (part: Part) => unknown }>> = {
  contactPersons: { id: CONTACT_PERSONS.id, nameOf: ({ name }) => name },
  addresses: { id: ADDRESSES.id, nameOf: ({ kind, city }) => [kind, city].filter((each) => each).join(' ') },
};

const listOf = (value: unknown): readonly Part[] => (Array.isArray(value) ? (value as Part[]) : []);

/** Which addresses or contact persons a change adds, changes and removes; empty for other fields. */
export const partsLine = ({ field, before, after }: FieldChange): string => {
  const kind = KINDS[field];
  if (!kind) return '';
  const byId = (parts: unknown) => new Map(listOf(parts).map((part) => [part[kind.id], part]));
  const [old, now] = [byId(before), byId(after)];
  const said = (word: string, parts: ReadonlyMap<unknown, Part>, isMeant: (id: unknown, part: Part) => boolean) => {
    const names = [...parts].filter(([id, part]) => isMeant(id, part)).map(([, part]) => kind.nameOf(part));
    return names.length > 0 ? [`${word} ${names.join(', ')}`] : [];
  };
  return [
    ...said('added', now, (id) => !old.has(id)),
    ...said('changed', now, (id, part) => old.has(id) && !sameContent(old.get(id), part)),
    ...said('removed', old, (id) => !now.has(id)),
  ].join('; ');
};
