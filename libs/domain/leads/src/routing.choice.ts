import type { Considered, Routed, RuleEntry } from '@annals/contracts-leads';
import type { ImmutableMap } from '@annals/event-sourcing';
import { turnOf, type KnownRule, type Routing } from './routing.state.js';

type Moment = { readonly day: string; readonly inactive: ImmutableMap<boolean> };

/** A rule all of whose parts are known. */
export type Rule = { readonly ruleId: string; readonly entry: RuleEntry };

const isWhole = ({ entry }: KnownRule) => entry.members !== undefined && entry.place !== undefined;

const takes = (list: readonly string[] | undefined, value: string | undefined) =>
  list === undefined || list.length === 0 || (value !== undefined && list.includes(value));

const meets = ({ sources, regions, countries, languages }: Partial<RuleEntry>, lead: Routed) =>
  takes(sources, lead.source) &&
  takes(regions, lead.region) &&
  takes(countries, lead.country) &&
  takes(languages, lead.language);

/** The rules that are on and that a lead meets, in their order. */
export const rulesFor = ({ rules }: Routing, lead: Routed): readonly Rule[] =>
  rules
    .values()
    .filter((rule) => rule.isOn && isWhole(rule) && meets(rule.entry, lead))
    .map(({ ruleId, entry }) => ({ ruleId, entry: entry as RuleEntry }))
    .toSorted((one, other) => one.entry.place - other.entry.place);

type Asked = { readonly moment: Moment; readonly had?: readonly string[] };

/** The users of a rule, each with what is compared, and why the user is passed over. */
export const consideredBy = (
  { ruleId, entry }: Rule,
  { turns, open }: Routing,
  { moment: { day, inactive }, had = [] }: Asked,
): readonly Considered[] =>
  entry.members.map(({ userId, capacity, awayUntil }) => ({
    ...{ userId, capacity, turns: turns.get(turnOf(ruleId, userId)) ?? 0, open: open.get(userId) ?? 0 },
    passedOver: reasonIn({
      left: inactive.get(userId) === true,
      away: awayUntil !== null && day <= awayUntil,
      asked: had.includes(userId),
    }),
  }));

type Reasons = Readonly<Record<NonNullable<Considered['passedOver']>, boolean>>;

const reasonIn = (reasons: Reasons) =>
  (Object.keys(reasons) as (keyof Reasons)[]).find((reason) => reasons[reason]) ?? null;

/** The smaller, the sooner it is the turn of a user. */
const rankOf = ({ method }: RuleEntry, { turns, capacity, open }: Considered) =>
  method === 'least-busy' ? open : (turns + 1) / capacity;

/** Who gets the lead: of equal users the first one of the rule. */
export const chosenOf = ({ entry }: Rule, all: readonly Considered[]): string | undefined =>
  all
    .filter(({ passedOver }) => passedOver === null)
    .toSorted((one, other) => rankOf(entry, one) - rankOf(entry, other))[0]?.userId;
