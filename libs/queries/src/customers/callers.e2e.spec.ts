import { CustomerDataChanged, CustomerRegistered } from '@annals/contracts-customers';
import { openDesk } from '../../test/desk.js';
import type { Callers } from '../index.js';

const register = (customerId: string, name: string, phone: string) => ({
  ...CustomerRegistered.event({
    customerId,
    profile: { kind: 'organisation', name, roles: ['end-customer'], phone },
  }),
  subject: customerId,
});

const phoneChanged = CustomerDataChanged.event({
  customerId: 'u-1',
  changes: [{ field: 'phone', before: '030-0074321', after: '030-0079999' }],
  ...{ reason: 'moved', source: null, effectiveDate: '2021-01-01' },
});

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk();
  await desk.record(
    register('u-1', 'Alfreds Futterkiste', '030-0074321'),
    register('u-3', 'Blauer See', '+49 621 08460'),
    { ...phoneChanged, ...{ subject: 'u-1' } },
  );
});
afterAll(() => desk.close());

describe('who is calling', () => {
  it.each([
    ['the whole number', '030-0079999', ['u-1']],
    ['its ending', '79999', ['u-1']],
    ['the number with its country code', '+49300079999', ['u-1']],
    ['a number at home that is kept with its country code', '062108460', ['u-3']],
    ['a number that nobody has', '5550000', []],
    ['a former number', '0300074321', []],
  ])('is found by %s', async (_, number, expected) => {
    const { body } = await desk.get<Callers>(`/v1/customers/by-phone/${encodeURIComponent(number)}`);
    expect(body.items.map(({ customerId }) => customerId)).toEqual(expected);
    expect((await desk.get(`/v1/customers/by-phone?number=${encodeURIComponent(number)}`)).body).toEqual(body);
  });

  it('is also found at a deprecated address, whose responses name the new one', async () => {
    const { headers } = await desk.get('/v1/customers/by-phone/5550000');
    expect(headers).toMatchObject({
      ...{ deprecation: '@1795824000', sunset: 'Tue, 01 Jun 2027 00:00:00 GMT' },
      link: '</v1/customers/by-phone>; rel="successor-version"',
    });
    expect((await desk.get('/v1/customers/by-phone?number=5550000')).headers).not.toHaveProperty('deprecation');
  });

  it('is not guessed from too few digits', async () => {
    expect(await desk.get('/v1/customers/by-phone/099')).toMatchObject({
      ...{ status: 400, body: { code: 'NumberTooShort', details: { digits: 4 } } },
    });
  });
});
