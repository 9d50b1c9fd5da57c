import type { AnyCommandClass } from '@annals/command-bus';
import type { Configuration } from '@annals/configuration';
import type { PublishedEvent } from '@annals/contracts-published';
import { daysIn } from '@annals/analytics';
import type { AnyLines, Contract, Days, Policy } from '@annals/event-sourcing';
import type { AnyProjection } from '@annals/projecting';
import type { Aggregate } from './aggregate.js';
import type { InboundCommandMessage } from './inbound.js';
import type { Directory } from './directory.js';
import type { Joining } from './joining.js';
import type { Places } from './places.js';
import type { Question } from './question.js';
import type { Responsibility } from './responsibility.js';
import { once, type PageParts } from './page.js';
import { grantsOf, type Grant, type Granting, type Right } from './rights.js';
import type { Slice } from './slice.js';

/** Provider token of the catalogue of a process. */
export const CATALOGUE = Symbol('Catalogue');

/** A command with the rules that decide on it and the slice that declares it. */
export type CatalogueCommand = {
  readonly command: AnyCommandClass;
  readonly aggregate: Aggregate;
  readonly slice: Slice;
};

/** The declarations of all slices that the processes of an installation need. */
export type Catalogue = {
  /** The calendar of the company. */
  readonly days: Days;
  readonly slices: readonly Slice[];
  readonly contracts: readonly Contract[];
  readonly aggregates: readonly Aggregate[];
  /** By type, including those that only policies send. */
  readonly commands: ReadonlyMap<string, CatalogueCommand>;
  readonly questions: readonly Question[];
  readonly views: readonly AnyProjection[];
  /** The parts of the page of a customer, by name. */
  readonly page: PageParts;
  readonly policies: readonly Policy[];
  /** What users can be responsible for. */
  readonly responsibilities: readonly Responsibility[];
  /** Throws if no slice declares it. */
  readonly places: () => Places;
  /** Throws if no slice declares it. */
  readonly merging: () => Joining;
  /** Throws if no slice declares it. */
  readonly directory: () => Directory;
  readonly rights: Readonly<Record<string, Right>>;
  readonly grants: readonly Grant[];
  readonly publications: readonly PublishedEvent[];
  /** Every message that Annals accepts from other systems. */
  readonly inbound: readonly InboundCommandMessage[];
};

/** Everything derived from the manifests. `platform` has rights and grants that belong to no slice. */
export const catalogueOf = (
  slices: readonly Slice[],
  configuration: Pick<Configuration, 'calendar' | 'lifecycle' | 'phoneRegion' | 'slices'>,
  platform: readonly Granting[] = [],
): Catalogue => {
  const { calendar, lifecycle, phoneRegion } = configuration;
  const configured = slices.map((slice) => ({
    slice,
    ...slice.with({ ...configuration.slices[slice.name], calendar, lifecycle, phoneRegion }),
  }));
  return {
    days: daysIn(calendar.timeZone),
    slices,
    ...contractsOf(slices),
    aggregates: configured.flatMap(({ aggregates }) => aggregates),
    commands: new Map(
      configured.flatMap(({ slice, aggregates }) =>
        aggregates.flatMap((aggregate) =>
          aggregate.commands.map((command) => [command.type, { command, aggregate, slice }] as const),
        ),
      ),
    ),
    questions: configured.flatMap(({ aggregates }) => aggregates.flatMap(({ questions }) => questions)),
    views: once(configured.flatMap(({ views }) => views)),
    page: Object.assign({}, ...configured.map(({ page }) => page)) as PageParts,
    policies: configured.flatMap(({ policies }) => policies),
    responsibilities: slices.flatMap(({ responsibilities }) => responsibilities),
    places: () => the('places', slices),
    merging: () => the('merging', slices),
    directory: () => the('directory', slices),
    rights: Object.assign({}, ...[...slices, ...platform].map(({ rights }) => rights)) as Catalogue['rights'],
    grants: grantsOf([...slices, ...platform]),
  };
};

/** The declaration that exactly one slice makes for all. */
const the = <Name extends 'places' | 'merging' | 'directory'>(
  name: Name,
  slices: readonly Slice[],
): NonNullable<Slice[Name]> => {
  const [declared, ...others] = slices.flatMap((slice) => slice[name] ?? []);
  if (!declared || others.length > 0) throw new Error(`Exactly one slice must declare ${name}.`);
  return declared;
};

/** One line on each event of all slices. */
export const linesOf = (slices: readonly Slice[]): AnyLines =>
  Object.assign({}, ...slices.map(({ lines }) => lines)) as AnyLines;

/** The contracts, which do not depend on settings. */
export const contractsOf = (slices: readonly Slice[]): Pick<Catalogue, 'contracts' | 'publications' | 'inbound'> => ({
  contracts: slices.flatMap(({ events }) => events),
  publications: slices.flatMap(({ events, published }) =>
    events.flatMap((event) => {
      const publication = published[event.type];
      return publication ? [{ event, ...publication }] : [];
    }),
  ),
  inbound: slices.flatMap(({ inbound }) => inbound),
});
