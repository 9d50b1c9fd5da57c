import { SETTINGS } from '@annals/configuration';
import { ROLES } from '@annals/contracts-values';
import { SCOPES } from '@annals/slice';
import { typesOf } from '@annals/event-sourcing';
import { globSync, readdirSync, readFileSync } from 'node:fs';
import { code, section, table } from './markdown.mjs';

/** The reference page of slices, routes and settings; `root` has the code of the views. */
export const referencePage = (catalogue, routes, root) =>
  `${[
    section(
      1,
      'Reference',
      'Commands, routes, rights, events, views, policies and settings, derived from the manifests of the slices. Written by `npm run generate`; do not edit.',
      'Each route requires the right in its row: `signed-in` accepts any valid credential, `each` is checked for every command of the request, `public` requires none.',
    ),
    section(2, 'Slices', slices(catalogue)),
    section(2, 'Commands', ...catalogue.slices.map((slice) => commands(catalogue, slice))),
    section(2, 'Other routes', others(routes)),
    section(2, 'Rights', rights(catalogue), meanings(catalogue)),
    section(2, 'Events', EVENTS, ...catalogue.slices.map((slice) => events(catalogue, slice))),
    section(2, 'Messages from other systems', INBOUND, inbound(catalogue)),
    section(2, 'Views', views(catalogue, root)),
    section(2, 'Policies', POLICIES, policies(catalogue)),
    section(2, 'Settings', SETTINGS_TEXT, ...settings(catalogue)),
  ].join('\n\n')}\n`;

const named = ({ en, zh }) => `${en} · ${zh}`;

const slices = ({ slices }) =>
  table(
    ['slice', 'title', 'responsibility', '职责', 'process of its commands'],
    slices.map(({ name, title, summary, process }) => [
      code(name),
      named(title),
      summary.en,
      summary.zh,
      code(process),
    ]),
  );

const commands = (catalogue, slice) => {
  const its = [...catalogue.commands.values()].filter((each) => each.slice === slice).map(({ command }) => command);
  const sorted = its.toSorted((one, other) => (one.type < other.type ? -1 : 1));
  const rows = sorted.map(({ type, route }) => [
    code(type),
    route ? code(`POST /v1/${route.post.replaceAll(/:(\w+)/g, '{$1}')}`) : 'sent by Annals itself',
    route ? code(route.needs) : '',
    route?.summary.en ?? '',
    route?.summary.zh ?? '',
  ]);
  return section(3, named(slice.title), table(['command', 'route', 'right', 'summary', '说明'], rows));
};

const others = (routes) =>
  table(
    ['route', 'right', 'process', 'summary', '说明'],
    routes
      .filter(({ command }) => !command)
      .map(({ method, path, needs, isPublic, processes, summary, deprecation }) => [
        deprecation ? `${code(`${method} ${path}`)} (deprecated)` : code(`${method} ${path}`),
        isPublic ? 'public' : code(needs),
        code(...processes) || 'every process',
        summary.en,
        summary.zh,
      ]),
  );

const scopesOf = ({ grants, rights }, role, right) => {
  const granted = grants.filter(({ role: whose, permission }) => whose === role && permission === right);
  const scopes = SCOPES.filter((scope) => granted.some((grant) => grant.scope === scope));
  return rights[right].about === 'installation' && scopes.length > 0 ? 'yes' : scopes.join(', ');
};

const rights = (catalogue) =>
  table(
    ['right', ...ROLES],
    Object.keys(catalogue.rights).map((name) => [code(name), ...ROLES.map((role) => scopesOf(catalogue, role, name))]),
  );

const meanings = ({ rights }) =>
  table(
    ['right', 'description', '说明'],
    Object.entries(rights).map(([name, { en, zh }]) => [code(name), en, zh]),
  );

const EVENTS =
  'The JSON Schema of every stored version is in [contracts/schemas/events](../../contracts/schemas/events), that of the envelope is [envelope.json](../../contracts/schemas/envelope.json); published events are described by [contracts/asyncapi.json](../../contracts/asyncapi.json).';

const events = ({ publications }, { title, events }) => {
  const rows = events.map((event) => {
    const published = publications.find(({ event: { type } }) => type === event.type);
    return [
      code(event.type),
      event.words?.en ?? '',
      event.words?.zh ?? '',
      `${event.version}`,
      personal(event),
      published ? `version ${published.version}` : '',
    ];
  });
  return section(3, named(title), table(['event', 'name', '名称', 'version', 'personal fields', 'published'], rows));
};

const INBOUND =
  'Messages that Annals reads from Kafka topics; their schemas are in [contracts/asyncapi.json](../../contracts/asyncapi.json).';

const inbound = ({ inbound }) =>
  table(
    ['topic', 'message', 'version', 'command'],
    inbound.map(({ topic, name, version, command }) => [code(topic), code(name), `${version}`, code(command)]),
  );

const personal = ({ personalFields }) =>
  [...Map.groupBy(personalFields, ({ whose }) => whose)]
    .map(([whose, fields]) => `${whose}: ${code(...fields.map(({ path }) => path))}`)
    .join('; ');

const MOST_NAMED = 8;

const views = ({ views, slices }, root) =>
  table(
    ['view', 'version', 'holds', 'made from', 'fields to filter, sort and group by'],
    views.map((view) => {
      const types = typesOf(view);
      const all = slices.flatMap(({ events }) => events).length;
      const many = types.length === all ? 'every event' : `${types.length} event types`;
      const source = types.length > MOST_NAMED ? many : code(...types);
      return [
        code(view.name),
        `${view.version}`,
        commentOf(view.name, root),
        source,
        code(...Object.keys(view.fields ?? {})),
      ];
    }),
  );

const POLICIES =
  'Automatic actions of Annals. One process at a time runs them; `/v1/projections` and `annals status` show their state.';

const policies = ({ policies }) =>
  table(
    ['policy', 'trigger', 'summary', '说明'],
    policies.map(({ name, summary, on, view, due }) => [
      code(name),
      on ? code(...Object.keys(on)) : `${code(due)} of the view ${code(view.name)}`,
      summary.en,
      summary.zh,
    ]),
  );

/** The doc comment of the view, from the file with the view's name. */
const commentOf = (view, root) => {
  const [file] = readdirSync(`${root}/projections`).flatMap((slice) =>
    globSync(`projections/${slice}/src/**/${view}.ts`, { cwd: root }),
  );
  const value = view.replaceAll(/-(\w)/g, (_, letter) => letter.toUpperCase());
  const found = new RegExp(`/\\*\\*((?:(?!\\*/)[^])*)\\*/\\nexport const ${value}\\b`).exec(
    readFileSync(`${root}/${file}`, 'utf8'),
  );
  if (!found) throw new Error(`${file} has no doc comment for the view ${view}.`);
  return found[1].replaceAll(/\s*\n\s*\*\s*/g, ' ').trim();
};

const SETTINGS_TEXT =
  'Settings are environment variables. An invalid setting stops the start; the error names it. An empty value counts as not set.';

const settings = ({ slices }) => [
  settingsTable('Platform · 平台', SETTINGS),
  ...slices
    .filter(({ settings }) => Object.keys(settings).length > 0)
    .map(({ title, settings }) => settingsTable(named(title), Object.values(settings))),
];

const settingsTable = (title, settings) => {
  const rows = settings.map(({ name, fallback, meaning, allowed }) => [
    code(name),
    fallback === undefined ? '' : code(fallback),
    meaning.en,
    meaning.zh,
    allowed,
  ]);
  return section(3, title, table(['variable', 'default', 'meaning', '含义', 'allowed value'], rows));
};
