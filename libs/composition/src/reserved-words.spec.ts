import type { AnyCommandClass } from '@annals/command-bus';
import { commandFrom, type Malformed } from '@annals/command-bus/forms';
import type { Origin } from '@annals/event-sourcing';
import { commandSchema } from '@annals/http';
import { annalsCatalogue, configurationOf } from './catalogue.js';
import { routesOf } from './processes.js';
import { reserveWords, wordsFor } from './reserved-words.js';

const catalogue = annalsCatalogue(configurationOf({}));
reserveWords(catalogue);

const routes = routesOf(catalogue);
const creating = [...catalogue.commands.values()].flatMap(({ command }) =>
  command.route?.creates ? [{ command, type: command.type, field: command.route.creates }] : [],
);

/** The fields that are refused if a record with this id is created. */
const refusedBy = (command: AnyCommandClass, field: string, id: string) => {
  const { examples: [example = {}] = [] } = commandSchema(command, []);
  try {
    commandFrom({ ...example, [field]: id }, command, { actor: 'li.na' } as Origin);
    return [];
  } catch (error) {
    return (error as Malformed).errors.map(({ field, rule }) => `${field}: ${rule}`);
  }
};

const patterns = new Map(routes.map(({ path }) => [path, new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`)]));

/** Every word of every path, and an id that is none of them. */
const words = [...new Set(routes.flatMap(({ path }) => path.split('/')))].filter((word) => /^\w[\w-]*$/.test(word));

it.each(creating)('cannot be the id of $type, so that no other route answers for the record', ({ command, field }) => {
  const own = routes.filter(({ path }) => path.includes(`{${field}}`)).map(({ path }) => path);
  const others = [...patterns.keys()].filter((path) => !own.includes(path));
  const shadowed = words.filter((word) =>
    own.some((path) => {
      const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => (name === field ? word : 'x'));
      return others.some((other) => patterns.get(other)!.test(address));
    }),
  );
  for (const word of shadowed) expect(refusedBy(command, field, word)).toEqual([`${field}: reserved`]);
  expect(refusedBy(command, field, 'x-1')).toEqual([]);
});

it.each([
  ['RegisterCustomer', 'by-phone'],
  ['OpenDeal', 'pipeline'],
])('refuses a %s called %s, but no other record', (type, word) => {
  const refusing = creating.filter(({ command, field }) => refusedBy(command, field, word).length > 0);
  expect(refusing.map((each) => each.type)).toEqual([type]);
});

it('are the words beside a parameter, wherever it is in a path', () => {
  const paths = ['/v1/a/{id}', '/v1/a/sums', '/v1/a/{id}/b/{part}', '/v1/a/sums/b/first', '/v1/b/sums'];
  expect(wordsFor(paths.map((path) => ({ path })))).toEqual(
    new Map([
      ['id', new Set(['sums'])],
      ['part', new Set(['first'])],
    ]),
  );
});
