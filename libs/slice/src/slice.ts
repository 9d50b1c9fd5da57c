import type { Configuration, Setting } from '@annals/configuration';
import type { Publication } from '@annals/contracts-published';
import type { AnyLines, Contract, EventLines, EventOf } from '@annals/event-sourcing';
import type { FindingType, Policy, ProblemType, Words } from '@annals/event-sourcing';
import type { AnyProjection } from '@annals/projecting';
import type { Aggregate } from './aggregate.js';
import type { Directory } from './directory.js';
import type { InboundCommandMessage } from './inbound.js';
import type { Joining } from './joining.js';
import type { Places } from './places.js';
import { once, viewsOfPage, type PageParts, type SlicePart } from './page.js';
import type { Published } from './publication.js';
import type { Responsibility } from './responsibility.js';
import type { Grants, Right } from './rights.js';

/** Settings by the names under which the functions of the slice receive them. */
export type Settings = Readonly<Record<string, Setting>>;
type ValuesOf<S extends Settings> = { readonly [K in keyof S]: S[K] extends Setting<infer T> ? T : never };

/** Settings of the installation that slices share. */
export type Company = Pick<Configuration, 'calendar' | 'lifecycle' | 'phoneRegion'>;

/** The processes that carry out commands in a distributed installation. */
export type CommandProcess = 'sales' | 'service';

/** A view whose routes need rights of the slice only. */
type Needing<Name extends string> = AnyProjection & { readonly list?: { readonly needs: Name } };

/** A result of `problems`. */
type Declared = { readonly types: readonly ProblemType[] };

/** Everything that a slice declares. All lists over slices are derived from it: see `catalogueOf`. */
export type Manifest<C extends readonly Contract[], Name extends string, S extends Settings> = {
  /** The name of its three folders and the tag of its routes. */
  readonly name: string;
  /** Its name for people. */
  readonly title: Words;
  /** Its responsibility, in a phrase. */
  readonly summary: Words;
  /** The process that carries out its commands. */
  readonly process: CommandProcess;
  readonly events: C;
  readonly rights: Readonly<Record<Name, Right>>;
  /** Grants of rights of this slice and of other slices. */
  readonly grants: Grants<NoInfer<Name>>;
  /** The publication of each event to other systems; `UNPUBLISHED` if it is not published. */
  readonly published: Published<EventOf<C[number]>>;
  /** One line on each event, for the page of a customer; without it none of the events is shown there. */
  readonly lines?: EventLines<EventOf<C[number]>>;
  /** Messages of other systems that become commands of the slice. */
  readonly inbound?: readonly InboundCommandMessage[];
  /** The problems that its rules raise. */
  readonly problems?: readonly Declared[];
  /** The warnings in receipts of its commands. */
  readonly findings?: readonly { readonly types: readonly FindingType[] }[];
  readonly settings?: S;
  readonly aggregates: (settings: ValuesOf<S> & Company) => readonly Aggregate<NoInfer<Name>>[];
  readonly views: (settings: ValuesOf<S> & Company) => readonly Needing<NoInfer<Name>>[];
  /** Its parts of the page of a customer. What they read is kept up to date without being named in `views`. */
  readonly page?: (
    settings: ValuesOf<S> & Company,
  ) => Readonly<Record<string, SlicePart<NoInfer<Name>, C[number]['type']>>>;
  /** Who is responsible for a customer; one slice declares it for all. */
  readonly places?: Places;
  /** What says that two customers are one; one slice declares it for all. */
  readonly merging?: Joining;
  /** Who works where; one slice declares it for all. */
  readonly directory?: Directory;
  /** What users are responsible for, until it is passed on. */
  readonly responsibilities?: readonly Responsibility[];
  /** Its automatic actions on events and deadlines. */
  readonly policies?: (settings: ValuesOf<S> & Company) => readonly Policy[];
};

/** A manifest with its types erased. */
export type Slice = {
  readonly name: string;
  readonly title: Words;
  readonly summary: Words;
  readonly process: CommandProcess;
  readonly events: readonly Contract[];
  readonly rights: Readonly<Record<string, Right>>;
  readonly grants: Grants<string>;
  readonly published: Readonly<Record<string, Publication | null>>;
  readonly lines: AnyLines;
  readonly inbound: readonly InboundCommandMessage[];
  readonly problems: readonly ProblemType[];
  readonly findings: readonly FindingType[];
  readonly settings: Settings;
  readonly places?: Places | undefined;
  readonly merging?: Joining | undefined;
  readonly directory?: Directory | undefined;
  readonly responsibilities: readonly Responsibility[];
  /** Its aggregates and views with these settings. */
  readonly with: (settings: Readonly<Record<string, unknown>> & Company) => Configured;
};

/** A slice whose settings are known. */
export type Configured = {
  readonly aggregates: readonly Aggregate[];
  readonly views: readonly AnyProjection[];
  readonly page: PageParts;
  readonly policies: readonly Policy[];
};

/** `export const complaints = slice({ name: 'complaints', … })` */
export const slice = <
  const C extends readonly Contract[],
  const Name extends string,
  const S extends Settings = Record<never, never>,
>({
  aggregates,
  views,
  page,
  policies,
  settings,
  lines,
  inbound = [],
  problems = [],
  findings = [],
  responsibilities = [],
  ...said
}: Manifest<C, Name, S>): Slice => ({
  ...said,
  lines: lines ?? {},
  inbound,
  responsibilities,
  problems: problems.flatMap(({ types }) => types),
  findings: findings.flatMap(({ types }) => types),
  settings: settings ?? {},
  with: (given) => {
    const known = given as ValuesOf<S> & Company;
    const parts = page?.(known) ?? {};
    return {
      aggregates: aggregates(known),
      views: once([...views(known), ...viewsOfPage(parts)]),
      page: parts,
      policies: policies?.(known) ?? [],
    };
  },
});

/** The settings of slices, by the names of the slices. */
export const settingsOf = (slices: readonly Slice[]): Readonly<Record<string, Settings>> =>
  Object.fromEntries(slices.map(({ name, settings }) => [name, settings]));
