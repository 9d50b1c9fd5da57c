import type { AnyCommand } from '@annals/command-bus';
import type { RequestedCommand } from '@annals/http';
import { NO_PAST, type CatalogueCommand } from '@annals/slice';
import type { PlacesNow } from './places-now.js';
import { OWNER } from './record.js';
import type { Permission, Rights } from './rights.js';
import { isWithinScope } from './within-scope.js';

/** A command, and the right that it needs. */
export type RecordRule = Pick<CatalogueCommand, 'aggregate' | 'command'> & { readonly needs: Permission };

/** A new deal, complaint or invoice names its customer beside the path. */
export const isNamedByBody = ({ command: { about, route } }: Pick<CatalogueCommand, 'command'>): boolean =>
  about === 'customerId' && route?.post.split('/').includes(`:${about}`) !== true;

/**
 * Of a record that belongs to nobody at first, such as an unknown caller, the right has to hold for the customer to whom it has come
 * since. Throws `HttpProblem` 403 `OutOfScope`; about what the caller does not even see, the rules decide as if there were no such record.
 */
export const expectRecordInScope = async (
  rights: Rights,
  rule: RecordRule,
  request: RequestedCommand,
  now: PlacesNow,
): Promise<void> => {
  const { aggregate, needs } = rule;
  const { type, fields } = request;
  const keys = await keysSince(rule, request, now);
  if (!keys || isWithinScope(rights, needs, keys)) return;
  aggregate.decide({ ...fields, type } as unknown as AnyCommand, NO_PAST, new Date());
};

/** The scope keys of the customer to whom a record has come; `undefined` for all other records. */
const keysSince = async (
  { aggregate, command }: RecordRule,
  { stream, malformed }: RequestedCommand,
  now: PlacesNow,
): Promise<readonly string[] | undefined> => {
  if (!isOnRecord(command) || stream === undefined || malformed) return undefined; // what is malformed is refused as such
  const { subject, latest, parties } = await now.ofRecord(stream, aggregate);
  if (subject !== undefined || latest === undefined) return undefined;
  return [...((await now.keysOf(latest)) ?? []), ...parties.map((id) => `${OWNER}${id}`)];
};

const isOnRecord = (command: RecordRule['command']) =>
  command.route!.creates === undefined && (command.about === null || isNamedByBody({ command }));
