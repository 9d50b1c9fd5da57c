import { z } from 'zod';
import { command, systemCommand } from './index.js';

// What the compiler has to refuse. An error that no longer comes fails `npm run types`.

const id = z.string().min(1);
const needs = 'parcels.write';
const summary = { en: 'Send a parcel', zh: '寄出包裹' };
const row = { summary, needs, about: 'parcelId' } as const;
const fields = { parcelId: id, weight: z.object({ grams: z.int() }), note: z.string().optional() };

class Send extends command('Send', fields, { ...row, post: 'parcels/:parcelId/send' }) {}
class Lose extends command('Lose', { parcelId: id, reason: id }, { ...row, post: 'parcels/:parcelId/lose' }) {}
class Weigh extends systemCommand('Weigh', { parcelId: id, scale: z.literal([1, 2]) }, { about: null }) {}

// @ts-expect-error: ':parcelID' is no field of this command
command('Send', fields, { ...row, post: 'parcels/:parcelID/send' });

// @ts-expect-error: a second parameter is checked, too
command('Send', fields, { ...row, post: 'parcels/:parcelId/to/:customer' });

// @ts-expect-error: 'parcelID' is no field
command('Send', fields, { ...row, post: 'parcels', creates: 'parcelID' });

// @ts-expect-error: 'customerId' is no field
command('Send', fields, { ...row, post: 'parcels', about: 'customerId' });

// @ts-expect-error: a route needs a summary
command('Send', fields, { needs, about: null, post: 'parcels' });

// @ts-expect-error: a summary is in both languages
command('Send', fields, { needs, about: null, post: 'parcels', summary: { en: 'Send a parcel' } });

// @ts-expect-error: every command has a type already
command('Send', { ...fields, type: id }, { ...row, post: 'parcels' });

// @ts-expect-error: 4 is no scale
Weigh.of({ parcelId: 'p-1', scale: 4 });

// @ts-expect-error: a field is missing
Weigh.of({ parcelId: 'p-1' });

/** Types follow from the fields: of literals, of nested objects, of optional fields and of those that every command has. */
export const inferred = (send: Send, lose: Lose, weigh: Weigh) => {
  const type: 'Send' = send.type;
  const grams: number = send.weight.grams;
  const note: string | undefined = send.note;
  const why: string | undefined = send.reason;
  const reason: string = lose.reason;
  const scale: 1 | 2 = weigh.scale;
  // @ts-expect-error: a command is never changed
  send.parcelId = 'p-2';
  return { type, grams, note, why, reason, scale };
};
