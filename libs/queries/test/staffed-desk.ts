import { openDesk } from './desk.js';
import { caller, complaint, customer, deal, own, staff, won } from './staff.js';

/** Who sees which customer of the staffed desk. */
export const SEEN: Readonly<Record<string, readonly string[]>> = {
  ann: ['u-ann', 'u-bob'],
  bob: ['u-ann', 'u-bob'],
  cid: ['u-cid'],
  max: ['u-ann', 'u-bob', 'u-cid', 'u-sales'],
  sue: ['u-cid'],
  aud: ['u-ann', 'u-bob', 'u-cid', 'u-north', 'u-sales'],
  lea: ['u-ann', 'u-bob', 'u-cid', 'u-north', 'u-sales'],
  eve: [],
};

export const EVERYBODY = SEEN['aud']!;
export const readers = Object.entries(SEEN).filter(([id]) => id !== 'eve');
export const sorted = (ids: readonly string[]) => [...ids].sort();

/** A desk with the staff, five customers, and deals and complaints of theirs; `getAs` sends a request as an employee. */
export const openStaffedDesk = async () => {
  const desk = await openDesk();
  await desk.record(
    ...staff,
    ...[customer('u-ann', 'Ann & Co', { phone: '0301234567' }), own('u-ann', 'ann')],
    ...[customer('u-bob', 'Bob Ltd'), own('u-bob', 'bob')],
    ...[customer('u-cid', 'Cid SA', { region: 'Shanghai' }), own('u-cid', 'cid')],
    customer('u-sales', 'Sales Friend', { department: 'sales' }),
    customer('u-north', 'Far North', { region: 'north' }),
    ...[deal('d-ann', 'u-ann', 'ann'), deal('d-north', 'u-north', 'ann', '5'), deal('d-cid', 'u-cid', null)],
    ...[won('d-won', 'u-bob', 'bob', '100'), won('d-far', 'u-north', 'cid', '7')],
    ...[...complaint('c-ann', 'u-ann'), ...complaint('c-north', 'u-north', 'sue'), ...complaint('c-cid', 'u-cid')],
  );
  return {
    ...desk,
    end: await desk.log.head(),
    getAs: <Body>(id: string, url: string) => desk.get<Body>(url, caller(id)),
  };
};
