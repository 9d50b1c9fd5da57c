import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Server } from './server.js';
import { scriptOf, type Block } from './shell-blocks.js';
import { root, stage } from './stage.js';

const { folder, runLines } = stage();

let answers: ReadonlyMap<string, string>;
beforeAll(async () => {
  const { url, oneTimePassword } = await Server.start(folder, ['--sample']);
  const page = readFileSync(join(root, '.github/docs/for-auditors.md'), 'utf8');
  const { script, blocks } = scriptOf(page, { url, oneTimePassword: oneTimePassword! });
  const environment = { DATA_DIR: folder };
  const { code, out, err } = await runLines(script, environment);
  expect([code, err]).toEqual([0, '']);
  answers = new Map(blocks.map(({ text }: Block, index) => [text, out.split(/^== \d+\n/m)[index + 1]!]));
});

/** What the block with this text printed. */
const printed = (text: string) => {
  const [found, ...others] = [...answers].filter(([block]) => block.includes(text));
  expect([text, others.length]).toEqual([text, 0]);
  return found![1];
};
const answer = <Body>(text: string) => JSON.parse(printed(text)) as Body;

type Entry = { readonly actor: string; readonly reason: string | null; readonly decidedOn: readonly object[] };

describe('the page for auditors has commands that answer their questions', () => {
  it('has no command that fails', () => {
    expect(answers.size).toBeGreaterThan(10);
    for (const text of answers.values()) expect(text).not.toContain('urn:annals:problem');
  });

  it('what is known of two customers who are one', () => {
    type History = { readonly items: readonly { readonly type: string; readonly position: number }[] };
    const merge = answer<History>('history?type=CustomersMerged"').items;
    expect(merge.map(({ type }) => type)).toContain('CustomersMerged');
    const positionsIn = (text: string) => answer<History>(text).items.map(({ position }) => position);
    const both = positionsIn('history?merged=true');
    expect(both).toEqual(expect.arrayContaining(positionsIn('$MERGED/history?')));
    expect(both).toContain(merge[0]!.position);
  });

  it('who changed what, and why', () => {
    const { items } = answer<{ readonly items: readonly (Entry & { readonly changes: readonly object[] })[] }>(
      'history?type=CustomerDataChanged" | readable',
    );
    expect(items.length).toBeGreaterThan(1);
    expect(items.some(({ reason }) => reason !== null)).toBe(true);
    for (const { actor, changes } of items) expect([actor, changes.length]).not.toEqual(['', 0]);
  });

  it('what was so on a day, and what changed', () => {
    expect(answer('?asOf=$THEN')).toMatchObject({ customerId: 'sample-customer-001', revision: null });
    expect(answer<{ readonly changes: readonly object[] }>('/diff').changes.length).toBeGreaterThan(0);
    expect(answer<{ readonly items: readonly object[] }>('/replay?').items).toHaveLength(3);
  });

  it('on what an event was decided', () => {
    const { items } = answer<{ readonly items: readonly Entry[] }>('type=ContactMade');
    const looks = items.flatMap(({ decidedOn }) => decidedOn);
    expect(looks[0]).toMatchObject({ stream: 'customer-sample-customer-001', overtakenBy: null, unseen: null });
    expect(printed('overtakenBy !== null')).toMatch(/^\d+\n$/);
  });

  it('what would have been different', () => {
    const { total, page } = answer<{ readonly total: number; readonly page: readonly object[] }>('/what-if?');
    expect(total).toBeGreaterThan(0);
    expect(page.length).toBeGreaterThan(0);
    expect(printed('--under')).toContain('LIFECYCLE_DECLINING_SILENT_DAYS: 30 instead of 180');
  });

  it('what a report said', () => {
    expect(answer('by=year,country&asOf=1997-05-03&axis=occurred" | readable')).toMatchObject({
      asOf: '1997-05-03',
      axis: 'occurred',
    });
    expect(answer<{ readonly items: readonly object[] }>('ask "$RECORDS"').items.length).toBeGreaterThan(0);
  });

  it('whether the log is complete', () => {
    expect(printed('verify')).toMatch(/\d+ events/);
  });
});
