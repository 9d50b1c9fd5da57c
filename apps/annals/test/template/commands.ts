import { loan, when, type Desk } from './desk.js';

/** What the commands of the slice do over HTTP. */
export const commandTests = (desk: Desk): void => {
  describe('its commands', () => {
    it('are carried out by their routes, and silent when repeated', async () => {
      const first = await desk.post('loans', { loanId: 'l-1', ...loan });
      expect(first).toMatchObject({ status: 201, body: { stream: 'loan-l-1', revision: 0 } });
      expect(await desk.post('loans', { loanId: 'l-1', ...loan })).toMatchObject({ body: { revision: 0 } });
      expect(await desk.post('loans/l-1/extend', { ...when, to: '2025-03-08' })).toMatchObject({
        body: { revision: 1 },
      });
      expect(await desk.post('loans/l-1/return', { condition: 'intact' })).toMatchObject({ body: { revision: 2 } });
    });

    it('may be sent in bulk', async () => {
      const { body } = await desk.post('commands', { commands: [{ type: 'LendDevice', loanId: 'l-2', ...loan }] });
      expect(body['outcomes']).toMatchObject([{ receipt: { stream: 'loan-l-2' } }]);
    });

    it('are refused by their rules, in both languages, as the setting says', async () => {
      const tooLong = { ...loan, dueOn: '2025-03-11' };
      expect(await desk.post('loans', tooLong)).toMatchObject({
        status: 409,
        body: { code: 'LoanTooLong', title: 'Loan too long', details: { lastDay: '2025-03-10' } },
      });
      expect(await desk.post('loans', tooLong, { language: 'zh' })).toMatchObject({ body: { title: '借用期限过长' } });
      expect(await desk.post('loans/nowhere/return', { condition: 'intact' })).toMatchObject({ status: 404 });
      expect(await desk.post('loans', { ...loan, customerId: 'unheard-of' })).toMatchObject({ status: 422 });
    });

    it.each([
      ['device', { ...loan, device: 'spoon' }],
      ['dueOn', { ...loan, dueOn: 'soon' }],
      ['until', { ...loan, until: '2025-03-04' }],
    ])('are refused for %s', async (field, body) => {
      const { status, body: problem } = await desk.post('loans', body);
      expect([status, problem]).toMatchObject([400, { code: 'ValidationFailed' }]);
      expect(JSON.stringify(problem)).toContain(`"${field}"`);
    });

    it('need their right, for the customer that they are about', async () => {
      expect(await desk.post('loans', loan, { as: 'nobody' })).toMatchObject({
        status: 403,
        body: { code: 'NotAllowed' },
      });
      expect(await desk.post('loans', loan, { as: 'analyst' })).toMatchObject({
        status: 403,
        body: { code: 'NotAllowed' },
      });
      expect(await desk.post('loans', { ...loan, customerId: 'region' })).toMatchObject({ status: 201 });
      expect(await desk.post('loans', { ...loan, customerId: 'elsewhere' })).toMatchObject({ status: 422 });
    });
  });
};
