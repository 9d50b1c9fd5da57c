import { CustomerRegistered, CustomerWithdrawn } from '@annals/contracts-customers';
import { CustomersFoundDifferent } from '@annals/contracts-duplicates';
import { compare } from '@annals/matching';
import { comparedAfter, traitsOfFile } from '@annals/projections-duplicates';
import { scenarios } from '@annals/testing';
import { duplicate } from './duplicate.decider.js';

const decider = duplicate({
  after: comparedAfter,
  agreeing: (one, other) =>
    compare(traitsOfFile(one, 'CN'), traitsOfFile(other, 'CN'), { probable: 0.5, same: 0.9 })
      .evidence.filter(({ weight }) => weight > 0)
      .map(({ code }) => code),
});
const given = scenarios(decider);

const person = (customerId: string, name: string, more: object = {}) =>
  CustomerRegistered.event({
    customerId,
    profile: { kind: 'person', name, roles: ['prospect'], phone: '13800138000', ...more },
  });

const father = person('u-1', '王建国');
const son = person('u-2', '王小明');
const about = { customerId: 'u-1', otherId: 'u-2', reason: 'Father and son' };
const find = { type: 'FindDifferent', ...about } as const;
const found = CustomersFoundDifferent.event({ ...about, evidence: ['phone-same'] });
const mirrored = CustomersFoundDifferent.event({ ...found.data, customerId: 'u-2', otherId: 'u-1' });

describe('finding two customers different', () => {
  it('is recorded for both, with what spoke for one customer', () =>
    given().inContext(father, son).when(find).then(found, mirrored));

  it('is silent when repeated, in either order', () => {
    const after = given(found, mirrored).inContext(father, son);
    after.when(find).thenNothing();
    after.when({ ...find, customerId: 'u-2', otherId: 'u-1' }).thenNothing();
  });

  it('is refused for another reason while nothing new is known', () =>
    given(found, mirrored)
      .inContext(father, son)
      .when({ ...find, reason: 'Neighbours' })
      .thenRejected('AlreadyFoundDifferent', { customerId: 'u-1', otherId: 'u-2' }));

  it('is recorded anew when something new speaks for one customer', () => {
    const born = { demographic: { birthDate: '1990-05-01' } };
    given(found, mirrored)
      .inContext(person('u-1', '王建国', born), person('u-2', '王小明', born))
      .when(find)
      .then(
        ...[found, mirrored].map(({ data }) =>
          CustomersFoundDifferent.event({ ...data, evidence: ['phone-same', 'birth-date-same'] }),
        ),
      );
  });

  it('is refused for one customer', () =>
    given()
      .inContext(father)
      .when({ ...find, otherId: 'u-1' })
      .thenRejected('SameCustomer', { customerId: 'u-1' }));

  it('is refused for customers who are not registered', () => {
    given().inContext(son).when(find).thenRejected('CustomerNotRegistered', { customerId: 'u-1' });
    given().inContext(father).when(find).thenRejected('CustomerNotRegistered', { customerId: 'u-2' });
  });

  it('is refused for a customer whose registration was taken back', () =>
    given()
      .inContext(father, son, CustomerWithdrawn.event({ customerId: 'u-2' }))
      .when(find)
      .thenRejected('CustomerNotRegistered', { customerId: 'u-2' }));
});
