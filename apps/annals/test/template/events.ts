import { publisherOf } from '@annals/contracts-published';
import { basename } from 'node:path';
import { generatedFiles } from '../../../../infra/docs/files.mjs';
import { misfits, type Schema } from '../event-schemas.js';
import { loan, when, type Desk } from './desk.js';
import type { Scratch } from './scratch.js';

/** Where events of the slice are seen. */
export const eventTests = ({ folder, composition }: Scratch, desk: Desk): void => {
  describe('its events', () => {
    beforeAll(async () => {
      await desk.post('loans', { loanId: 'e-1', ...loan, note: 'for Li Na' });
      await desk.post('loans/e-1/extend', { ...when, to: '2025-03-08' });
      await desk.post('loans/e-1/return', { condition: 'damaged' });
    });

    it('are in the history of the customer, masked for those who may not see what is personal', async () => {
      const history = async (as: string) => {
        const { body } = await desk.get('customers/own-service/history?limit=3&order=desc', as);
        return (body['items'] as readonly object[]).toReversed();
      };
      const types = ['DeviceLent', 'LoanExtended', 'DeviceReturned'].map((type) => ({ type, actor: 'service' }));
      expect(await history('auditor')).toMatchObject(types);
      expect(await history('auditor')).toMatchObject([{ data: { note: 'for Li Na' } }, {}, {}]);
      expect(await history('analyst')).toMatchObject([{ data: { note: '•••', device: 'router' } }, {}, {}]);
    });

    it('are in the feed of events', async () => {
      const { body } = await desk.get('events?types=DeviceReturned', 'auditor');
      expect(body['events']).toContainEqual(expect.objectContaining({ type: 'DeviceReturned' }));
    });

    it('leave as the manifest says, without what is personal', async () => {
      const { publish } = publisherOf(composition.publications);
      const leaving = (await desk.log().read('loan-e-1')).map((event) => publish(event));
      const about = { loanId: 'e-1', customerId: 'own-service' };
      expect(leaving).toMatchObject([
        { type: 'annals.DeviceLent.v1', subject: 'own-service' },
        {},
        { type: 'annals.DeviceReturned.v1', dataschema: 'urn:annals:schema:DeviceReturned.v1' },
      ]);
      expect(leaving.map((each) => each && each.data)).toEqual([
        { ...about, device: 'router', dueOn: loan.dueOn },
        null,
        { ...about, condition: 'damaged' },
      ]);
    });

    it('fit their JSON Schemas', async () => {
      const written = [...generatedFiles(composition, folder)].filter(([path]) =>
        path.startsWith('contracts/schemas/events/'),
      );
      const known = new Map(written.map(([path, text]) => [basename(path, '.json'), JSON.parse(text) as Schema]));
      const [lent, ...others] = await desk.log().read('loan-e-1');
      expect([lent!, ...others].flatMap((event) => misfits(event, known))).toEqual([]);
      expect(misfits({ ...lent!, data: { ...lent!.data, device: 'spoon' } }, known)).toEqual([
        expect.stringMatching(/^DeviceLent.v1\/device /),
      ]);
    });
  });
};
