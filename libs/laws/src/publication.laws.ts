import type { PublishedEvent } from '@annals/contracts-published';

type Schema = {
  readonly type?: string;
  readonly pattern?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly properties?: Record<string, Schema>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
};

const pathsOf = ({ properties = {}, items, anyOf = [] }: Schema, path: string): string[] => [
  path,
  ...Object.entries(properties).flatMap(([name, field]) => pathsOf(field, path ? `${path}.${name}` : name)),
  ...(items ? pathsOf(items, `${path}[]`) : []),
  ...anyOf.flatMap((option) => pathsOf(option, path)),
];

const textsOf = ({ type, pattern, format, enum: values, ...within }: Schema, path: string): string[] => {
  const { properties = {}, items, anyOf = [] } = within;
  if (type === 'string') return (pattern ?? format ?? values) ? [] : [path];
  return [
    ...Object.entries(properties).flatMap(([name, field]) => textsOf(field, path ? `${path}.${name}` : name)),
    ...(items ? textsOf(items, `${path}[]`) : []),
    ...anyOf.flatMap((option) => textsOf(option, path)),
  ];
};

/** Reviewed exceptions that may be published. */
export type Allowed = {
  /** Personal fields whose personal values are removed: `<event> <path>`. */
  readonly filtered?: readonly string[];
  /** Names of fields with terms of the company instead of sentences: products, places, classes, codes. */
  readonly words?: readonly string[];
};

/** Neither personal data nor free text is published. */
export const publicationLaws = (
  publications: readonly PublishedEvent[],
  { filtered = [], words = [] }: Allowed = {},
): void => {
  it('never publishes personal fields', () => {
    const personal = publications.flatMap(({ event, schema }) => {
      const paths = pathsOf(schema.toJSONSchema() as Schema, '');
      return event.personalFields.filter(({ path }) => paths.includes(path)).map(({ path }) => `${event.type} ${path}`);
    });
    expect(personal.toSorted()).toEqual(filtered.toSorted());
  });

  it('never publishes free text', () => {
    const texts = publications.flatMap(({ schema }) => textsOf(schema.toJSONSchema() as Schema, ''));
    const names = texts.map((path) => path.split('.').at(-1)!);
    expect([...new Set(names)].toSorted()).toEqual(words.toSorted());
  });

  it('never publishes names of employees', () => {
    const named = /(owner|previous|assignee|contactedBy)(\[\])?\.name$/;
    expect(
      publications
        .flatMap(({ schema }) => pathsOf(schema.toJSONSchema() as Schema, ''))
        .filter((path) => named.test(path)),
    ).toEqual([]);
  });
};
