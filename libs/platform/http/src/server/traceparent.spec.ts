import { traceparentIn } from './traceparent.js';

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const SPAN = 'b7ad6b7169203331';

it.each(['00', '01', '02', '03'])('takes over what is well formed, with flags %s', (flags) => {
  const header = `00-${TRACE}-${SPAN}-${flags}`;
  expect(traceparentIn(header)).toBe(header);
});

it.each([
  [`cc-${TRACE}-${SPAN}-01-what-comes-later`, '01'],
  [`01-${TRACE}-${SPAN}-00`, '00'],
  [`00-${TRACE}-${SPAN}-ff`, '03'],
])('takes what it knows of %s', (header, flags) => {
  expect(traceparentIn(header)).toBe(`00-${TRACE}-${SPAN}-${flags}`);
});

it.each([
  ['nothing', undefined],
  ['an empty one', ''],
  ['a list', [`00-${TRACE}-${SPAN}-01`]],
  ['two in one', `00-${TRACE}-${SPAN}-01, 00-${TRACE}-${SPAN}-01`],
  ['the forbidden version', `ff-${TRACE}-${SPAN}-01`],
  ['no version', `${TRACE}-${SPAN}-01`],
  ['a trace of zeros', `00-${'0'.repeat(32)}-${SPAN}-01`],
  ['a parent of zeros', `00-${TRACE}-${'0'.repeat(16)}-01`],
  ['a short trace', `00-${TRACE.slice(1)}-${SPAN}-01`],
  ['capitals', `00-${TRACE.toUpperCase()}-${SPAN}-01`],
  ['more than version 00 has', `00-${TRACE}-${SPAN}-01-more`],
  ['a version to come that is glued on', `01-${TRACE}-${SPAN}-01more`],
])('ignores %s', (_, header) => {
  expect(traceparentIn(header)).toBeUndefined();
});
