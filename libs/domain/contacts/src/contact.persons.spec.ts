import { ConsentGiven, ConsentWithdrawn, CustomerDataChanged } from '@annals/contracts-customers';
import { about, company, customerId, given, made, make, registered } from '../test/calls.js';

const where = { channel: 'phone', purpose: 'marketing' };
const ofCompany = ConsentGiven.event(about);
const ofWang = ConsentGiven.event({ ...about, personId: 'u-1:p1' });
const wang = { personId: 'u-1:p1' };

describe('a consent', () => {
  it('of a company does not cover its contact persons', () => {
    given().inContext(company, ofCompany).when(make()).then(made());
    given().inContext(company, ofCompany).when(make(wang)).thenRejected('ConsentOfPersonMissing', where);
  });
  it('of one contact person does not cover another one, nor the company', () => {
    given().inContext(company, ofWang).when(make(wang)).then(made(wang));
    given()
      .inContext(company, ofWang)
      .when(make({ personId: 'p2' }))
      .thenRejected('ConsentOfPersonMissing', where);
    given().inContext(company, ofWang).when(make()).thenRejected('ConsentMissing', where);
  });
  it('is found by the name of the contact person; a stranger of a company has none', () => {
    given()
      .inContext(company, ofWang)
      .when(make({ person: '王伟' }))
      .then(made({ person: '王伟' }));
    given()
      .inContext(company, ofCompany)
      .when(make({ person: '刘洋' }))
      .thenRejected('ConsentOfPersonMissing', where);
  });
  it('of a private person covers other people at the same number', () =>
    given()
      .inContext(registered, ofCompany)
      .when(make({ person: '刘洋' }))
      .then(made({ person: '刘洋' })));
});

describe('an objection', () => {
  const sales = { ...about, purpose: 'sales' } as const;
  it('of the company holds for all of its contact persons', () =>
    given()
      .inContext(company, ConsentWithdrawn.event(sales))
      .when(make({ ...sales, ...wang }))
      .thenRejected('ConsentWithdrawn'));
  it('of a contact person holds for that person only', () => {
    const objected = [company, ConsentWithdrawn.event({ ...sales, ...wang })] as const;
    given()
      .inContext(...objected)
      .when(make({ ...sales, ...wang }))
      .thenRejected('ConsentWithdrawn');
    given()
      .inContext(...objected)
      .when(make(sales))
      .then(made(sales));
  });
});

describe('a contact person', () => {
  it('may be named by its own part of the id', () =>
    given()
      .inContext(company, ofWang)
      .when(make({ personId: 'p1' }))
      .then(made(wang)));
  it('belongs to the customer', () =>
    given()
      .inContext(company)
      .when(make({ personId: 'p9' }))
      .thenRejected('ContactPersonUnknown', { personId: 'u-1:p9' }));
  it('is known from each change of the profile on, also when it has left', () => {
    const hired = [{ personId: 'u-1:p9', name: '赵敏' }];
    const change = (before: typeof hired | null, after: typeof hired | null) => ({
      changes: [{ field: 'contactPersons' as const, persons: { before, after } }],
    });
    const why = { reason: null, source: null, effectiveDate: '2026-01-01' };
    const joined = CustomerDataChanged.event({ customerId, ...change(null, hired), ...why });
    const left = CustomerDataChanged.event({ customerId, ...change(hired, null), ...why });
    const sales = { purpose: 'sales', personId: 'u-1:p9' } as const;
    given().inContext(company, joined, left).when(make(sales)).then(made(sales));
  });
});
