import { commandFrom } from '@annals/command-bus/forms';
import type { Origin } from '@annals/event-sourcing';
import { commandSchema, zodSchema } from '@annals/http';
import type { Catalogue } from '@annals/slice';

type Json = {
  readonly title?: string;
  readonly 'x-title-zh'?: string;
  readonly 'x-labels'?: object;
  readonly examples?: readonly unknown[];
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Json>>;
  readonly items?: Json;
  readonly anyOf?: readonly Json[];
};

/** The schema itself and its alternatives: a nullable field is a union. */
const halves = (json: Json): readonly Json[] => [json, ...(json.anyOf ?? [])];

const isNamed = (json: Json) => halves(json).some((half) => half.title && half['x-title-zh'] && half.examples);

const nameless = (json: Json, path: string): readonly string[] =>
  halves(json).flatMap(({ properties = {}, items, enum: values, ...half }) => [
    ...(values && typeof values[0] === 'string' && !half['x-labels'] ? [`${path} has values without labels`] : []),
    ...Object.entries(properties).flatMap(([name, field]) => [
      ...(isNamed(field) ? [] : [`${path}.${name}`]),
      ...nameless(field, `${path}.${name}`),
    ]),
    ...(items ? nameless(items, `${path}[]`) : []),
  ]);

const chinese = /[\u4e00-\u9fff]/;

/** All texts for people are in both languages, with an example. */
export const wordLaws = ({
  commands,
  contracts,
  rights,
  slices,
}: Pick<Catalogue, 'commands' | 'contracts' | 'rights' | 'slices'>): void => {
  it.each(
    [...commands.values()]
      .filter(({ command }) => command.route)
      .map(({ command: { type, fields } }) => ({ type, fields })),
  )('gives every field of $type a label in both languages and an example', ({ fields }) =>
    expect(
      Object.entries(fields).flatMap(([name, schema]) => {
        const json = zodSchema(schema) as Json;
        return [...(isNamed(json) ? [] : [name]), ...nameless(json, name)];
      }),
    ).toEqual([]),
  );

  it.each(
    [...commands.values()]
      .filter(({ command }) => command.route)
      .map(({ command }) => [command.type, command] as const),
  )('gives %s a description and valid examples', (_, command) => {
    const { required = [], examples: [example = {}] = [] } = commandSchema(command, []);
    const { creates: created, unless } = command.route!;
    const shown = [...required, ...(unless ? [unless.given] : [])];
    expect(Object.keys(example)).toEqual(shown.length > 0 ? shown : expect.anything());
    const fields = { ...example, ...(created && { [created]: 'x-1' }) };
    expect(commandFrom(fields, command, { actor: 'li.na' } as Origin)).toBeInstanceOf(command);
    expect(command.route!.description?.zh).toMatch(chinese);
  });

  it('words every summary, event, right and slice in both languages', () => {
    const words = [
      ...[...commands.values()].flatMap(({ command }) =>
        command.route ? [[command.type, command.route.summary] as const] : [],
      ),
      ...contracts.map(({ type, words }) => [type, words] as const),
      ...Object.entries(rights),
      ...slices.map(({ name, title }) => [name, title] as const),
    ];
    expect(words.filter(([, said]) => !said?.en || !chinese.test(said.zh)).map(([name]) => name)).toEqual([]);
  });
};
