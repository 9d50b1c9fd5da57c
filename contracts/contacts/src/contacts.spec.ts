import { samplesContract } from '@annals/testing';
import { contactContracts, ContactMade } from './index.js';

samplesContract(contactContracts, `${import.meta.dirname}/../samples`);

it('marks what was said and with whom as personal', () => {
  expect(ContactMade.personalFields).toEqual(['summary', 'person']);
});
