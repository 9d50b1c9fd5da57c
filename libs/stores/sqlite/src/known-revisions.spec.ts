import { NO_STREAM } from '@annals/event-sourcing';
import { KnownRevisions } from './known-revisions.js';

describe('KnownRevisions', () => {
  it('knows a revision that was seen, and all before it', () => {
    const known = new KnownRevisions();
    known.add('a', 2);
    known.add('a', 1);
    expect([0, 2, 3].map((revision) => known.has('a', revision))).toEqual([true, true, false]);
  });

  it('knows the beginning of every stream', () => {
    expect(new KnownRevisions().has('a', NO_STREAM)).toBe(true);
  });

  it('forgets the stream that was not seen for longest', () => {
    const known = new KnownRevisions(2);
    for (const stream of ['a', 'b', 'a', 'c']) known.add(stream, 0);
    expect(['a', 'b', 'c'].map((stream) => known.has(stream, 0))).toEqual([true, false, true]);
  });
});
