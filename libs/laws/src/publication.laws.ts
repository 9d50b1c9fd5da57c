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

/** What has been looked at, and may leave. */
export type Allowed = {
  /** Personal fields whose personal values are taken out: `<event> <path>`. */
  readonly filtered?: readonly string[];
  /** Names of fields with words of the company's own that are no sentences: of products and places, classes, codes. */
  readonly words?: readonly string[];
};

/** Nothing personal leaves, and nothing that people enter freely. */
export const publicationLaws = (
  publications: readonly PublishedEvent[],
  { filtered = [], words = [] }: Allowed = {},
): void => {
  it('keeps personal fields inside', () => {
    const personal = publications.flatMap(({ event, schema }) => {
      const paths = pathsOf(schema.toJSONSchema() as Schema, '');
      return event.personalFields.filter(({ path }) => paths.includes(path)).map(({ path }) => `${event.type} ${path}`);
    });
    expect(personal.toSorted()).toEqual(filtered.toSorted());
  });

  it('lets no text leave that people enter freely', () => {
    const texts = publications.flatMap(({ schema }) => textsOf(schema.toJSONSchema() as Schema, ''));
    const names = texts.map((path) => path.split('.').at(-1)!);
    expect([...new Set(names)].toSorted()).toEqual(words.toSorted());
  });

  it('keeps the names of employees inside', () => {
    const named = /(owner|previous|assignee|contactedBy)(\[\])?\.name$/;
    expect(
      publications
        .flatMap(({ schema }) => pathsOf(schema.toJSONSchema() as Schema, ''))
        .filter((path) => named.test(path)),
    ).toEqual([]);
  });
};
