import { noticeBoard } from '../../test/notices.js';
import type { ListedView } from '@annals/event-sourcing';
import { misfitsOf, stillTaken } from './list-state.js';

const view = noticeBoard as unknown as ListedView;
const none = { filters: {}, sort: null, columns: null, display: {} };
const fieldsOf = (state: object) => misfitsOf(view, { ...none, ...state }).map(({ field }) => field);

it('keeps filters, ranges, conditions, sort and columns of a list, and other parameters of the page', () => {
  const filters = {
    ...{ status: ['open', 'done'], urgency: ['1'], loud: ['true'], owner: ['ann'], late: ['true'] },
    ...{ 'leftAt.from': ['2026-01-01'], 'urgency.to': ['3'] },
  };
  const display = { desk: ['mine'] };
  const state = { filters, sort: '-urgency', columns: ['headline', 'customerName'], display };
  expect(misfitsOf(view, state)).toEqual([]);
  expect(stillTaken(view, state)).toEqual(state);
});

it.each([
  ['a filter that the list does not have', { filters: { colour: ['red'] } }, 'state.filters.colour'],
  ['a name that every object has', { filters: { constructor: ['x'] } }, 'state.filters.constructor'],
  ['a filter by a personal value', { filters: { subject: ['Li Na'] } }, 'state.filters.subject'],
  ['searched words', { filters: { q: ['Li Na'] } }, 'state.filters.q'],
  ['the page and the moment', { filters: { cursor: ['x'] } }, 'state.filters.cursor'],
  ['a value that a filter does not take', { filters: { status: ['gone'] } }, 'state.filters.status'],
  ['a number that is none', { filters: { urgency: ['high'] } }, 'state.filters.urgency'],
  ['two ends of a range', { filters: { 'leftAt.from': ['2026-01-01', '2026-02-01'] } }, 'state.filters.leftAt.from'],
  ['a day that is none', { filters: { 'leftAt.to': ['soon'] } }, 'state.filters.leftAt.to'],
  ['a condition that does not hold', { filters: { late: ['false'] } }, 'state.filters.late'],
  ['a condition twice', { filters: { late: ['true', 'true'] } }, 'state.filters.late'],
  ['an order that the list does not have', { sort: 'subject,urgency' }, 'state.sort'],
  ['a column that the list does not have', { columns: ['headline', 'colour'] }, 'state.columns.1'],
  ['a filter as something else', { display: { subject: ['li-na'] } }, 'state.display.subject'],
  ['an order as something else', { display: { sort: ['subject'] } }, 'state.display.sort'],
  ['columns as something else', { display: { columns: ['status'] } }, 'state.display.columns'],
])('does not keep %s', (_, state, field) => {
  expect(fieldsOf(state)).toEqual([field]);
  expect(stillTaken(view, { ...none, ...state })).toEqual({
    ...none,
    columns: 'columns' in state ? ['headline'] : null,
  });
});

it('leaves the columns to the page when the list has none of them any more', () => {
  expect(stillTaken(view, { ...none, columns: ['colour'] }).columns).toBeNull();
});
