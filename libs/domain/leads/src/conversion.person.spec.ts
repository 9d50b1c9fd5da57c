import { captured, convert, converted, facts, given } from '../test/story.js';

it('a lead with a company is converted without a number or an address of its contact person, too', () =>
  given(captured({ company: '东方茶业' }))
    .when(convert())
    .then(
      converted({
        customer: { kind: 'organisation', name: '东方茶业' },
        ...{ person: { personId: 'lead:le-1:le-1', name: '王芳' }, personId: 'lead:le-1:le-1' },
        facts: { ...facts, known: ['name', 'company', 'products'] },
      }),
    ));
