import { ofCustomer, pagePart, type FoundPart } from '@annals/event-sourcing';
import { tallies, type Tally } from '@annals/testing';
import { z } from 'zod';
import { Pages } from './pages.js';

/** A part that shows the marks of a tally in a field of the page. */
const part = (field: string) =>
  pagePart({
    reads: { tally: ofCustomer(tallies, ['marks']) },
    answer: {
      schema: z.strictObject({ [field]: z.unknown() }),
      of: ({ tally }) => ({ [field]: tally?.marks }),
    },
  });
const page = { open: { part: part('open') }, limited: { part: part('limited'), needs: 'tallies.read' } };

const found = (count: number, mark: number): readonly FoundPart[] => {
  const body: Tally = { sum: mark, marks: [mark] };
  return Array.from({ length: count }, () => ({ documents: [{ id: 'u-1', position: 1, body }], groups: [] }));
};

it('asks once a day for callers with the same rights', () => {
  const pages = new Pages(page);
  const [all, none] = [pages.now('2026-01-01', pages.rights), pages.now('2026-01-01', [])];
  expect(pages.now('2026-01-01', pages.rights)).toBe(all);
  expect(all.reads.of('u-1')).toHaveLength(2);
  expect(none.reads.of('u-1')).toHaveLength(1);
  expect(pages.now('2026-01-02', pages.rights)).not.toBe(all);
});

it('writes what was found once, apart for those who may not see personal data', () => {
  const pages = new Pages(page);
  const asked = pages.now('2026-01-01', pages.rights);
  const parts = found(2, 7);
  const [whole, masked] = [false, true].map((isMasked) => pages.body(asked, 'u-1', parts, isMasked)!);
  expect(JSON.parse(whole!.body)).toEqual({ customerId: 'u-1', revision: null, open: [7], limited: [7] });
  expect(JSON.parse(masked!.body)).toMatchObject({ open: [], limited: [] });
  expect(masked!.tag).not.toBe(whole!.tag);
  expect(pages.body(asked, 'u-1', parts, false)).toBe(whole);
  expect(pages.body(asked, 'u-1', parts, true)).toBe(masked);
  expect(JSON.parse(pages.body(asked, 'u-1', found(2, 8), false)!.body)).toMatchObject({ open: [8] });
});

it('has no body where nothing was found', () => {
  const pages = new Pages(page);
  const nothing = found(2, 7).map((each) => ({ ...each, documents: [] }));
  expect(pages.body(pages.now('2026-01-01', pages.rights), 'u-1', nothing, false)).toBeNull();
});
