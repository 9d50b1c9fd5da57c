import { LogCondition, type Incompleteness, type IncompleteStream } from '@annals/event-sourcing';
import { openStory } from '../test/story.js';

const TYPES = ['NoticeLeft', 'NoticeTaken', 'NoticeDone'];

/** A log of which streams about customers lack something. */
class Lacking extends LogCondition {
  private readonly streams: readonly IncompleteStream[] = [
    { stream: 'notice-n-1', found: 'gap', subject: 'u-ann', types: TYPES },
    { stream: 'notice-n-2', found: 'unreadable', subject: 'u-ann', types: TYPES },
    { stream: 'deal-n-1', found: 'gap', subject: 'u-ann', types: ['DealOpened'] },
    { stream: 'notice-lost', found: 'truncated', subject: 'u-bob', types: TYPES },
  ];

  incomplete(customerId: string, restsOn: (stream: IncompleteStream) => boolean = () => true) {
    const found = this.streams.filter((stream) => stream.subject === customerId && restsOn(stream));
    return new Map(found.map(({ stream, found: lacks }): [string, Incompleteness] => [stream, lacks]));
  }
}

let desk: Awaited<ReturnType<typeof openStory>>;
beforeAll(async () => (desk = await openStory(new Lacking())));
afterAll(() => desk.close());

const lacksAt = async (caller: string, url: string) => (await desk.get(caller, url)).headers['annals-incomplete'];

describe('an answer that rests on streams that lack events says so', () => {
  const both = 'notice-n-1=gap, notice-n-2=unreadable';
  it.each([
    ['a list', 'notices?sort=urgency', `${both}, notice-lost=truncated`],
    ['a record', 'notices/n-2', 'notice-n-2=unreadable'],
    ['a record of a whole stream', 'notices/n-3', undefined],
    ['a list of other things', 'notices/by/tags', undefined],
  ])('%s', async (_, url, lacks) => expect(await lacksAt('aud', url)).toBe(lacks));

  it('and not about customers whom the caller does not see', async () => {
    expect(await lacksAt('bob', 'notices/n-1')).toBeUndefined();
    expect(await lacksAt('bob', 'notices')).toBe('notice-lost=truncated');
  });
});
