import { recorded } from '@annals/testing';
import {
  collectionOf,
  fieldsOf,
  foldAsOf,
  keysOf,
  project,
  typesOf,
  until,
  type Event,
  type Projection,
} from './index.js';

type Joined = Event<'Joined', { club: string; member: string }>;
type Left = Event<'Left', { clubs: readonly string[]; member: string }>;
type Club = { members: readonly string[] };

const clubs: Projection<Joined | Left, Club> = {
  name: 'clubs',
  version: 2,
  key: ({ data }) => ('club' in data ? data.club : data.clubs),
  on: {
    Joined: (club, { data: { member } }) => ({ members: [...(club?.members ?? []), member] }),
    Left: (club, { data }) => {
      const members = club?.members.filter((member) => member !== data.member) ?? [];
      return members.length > 0 ? { members } : null;
    },
  },
  fields: { size: { of: ({ members }) => members.length }, members: { each: ({ members }) => members } },
};

const joined = (club: string, member: string): Joined => ({ type: 'Joined', schemaVersion: 1, data: { club, member } });
const left = (member: string, ...from: string[]): Left => ({
  type: 'Left',
  schemaVersion: 1,
  data: { clubs: from, member },
});
const noise: Event = { type: 'Noise', schemaVersion: 1, data: {} };

const log = recorded([joined('go', 'li'), noise, joined('chess', 'li'), joined('go', 'na'), left('li', 'go', 'chess')]);

it('folds events into documents, passes over what it does not name, and removes on null', () => {
  expect(project(clubs, log)).toEqual(new Map([['go', { members: ['na'] }]]));
  expect(project(clubs, log.slice(3), project(clubs, log.slice(0, 3)))).toEqual(project(clubs, log));
});

it('tells which documents an event touches', () => {
  expect(log.map((event) => keysOf(clubs, event))).toEqual([['go'], [], ['chess'], ['go'], ['go', 'chess']]);
});

it('is named and subscribed by what it says of itself', () => {
  expect(collectionOf(clubs)).toBe('clubs-v2');
  expect(typesOf(clubs)).toEqual(['Joined', 'Left']);
});

it('gives the declared fields of a document, none if none are declared', () => {
  expect(fieldsOf(clubs, { members: ['li', 'na'] })).toEqual({ size: 2, members: ['li', 'na'] });
  expect(fieldsOf({}, { members: [] })).toEqual({});
});

it('shows what was there at a position, what we knew and what was true', () => {
  const late = recorded([joined('go', 'wu')], {
    position: 6,
    occurredAt: '2025-12-01T00:00:00.000Z',
    recordedAt: '2026-02-01T00:00:00.000Z',
  });
  const history = [...log, ...late];
  const goAt = (moment: Parameters<typeof foldAsOf>[2]) => foldAsOf(clubs, history, moment).get('go')?.members;
  expect(goAt({ position: 4 })).toEqual(['li', 'na']);
  expect(goAt({ recordedAt: new Date('2026-01-31') })).toEqual(['na']);
  expect(goAt({ occurredAt: new Date('2026-01-01') })).toEqual(['wu', 'li']);
  expect(goAt({ occurredAt: new Date('2025-01-01') })).toBeUndefined();
  expect(until(history, { position: 0 })).toEqual([]);
});
