import { openApiDocument } from '@annals/http';
import { generatedFiles } from '../../../../infra/docs/files.mjs';
import type { Desk } from './desk.js';
import type { Scratch } from './scratch.js';

/** What is derived from the slice for people and programs. */
export const writtenTests = ({ folder, composition }: Scratch, desk: Desk): void => {
  describe('what is written about it', () => {
    const written = generatedFiles(composition, folder);
    const committed = generatedFiles();

    it('is the reference, the table of the proxy, a page for each problem and a schema for each event', () => {
      const changed = [...written].filter(([path, text]) => committed.get(path) !== text).map(([path]) => path);
      const codes = ['AlreadyBegun', 'NotExtended', 'NotFound', 'Over', 'TooLong', 'Unknown'].map(
        (what) => `Loan${what}`,
      );
      expect(changed.toSorted()).toEqual(
        [
          ...['.github/docs/reference.md', 'infra/proxy/nginx.conf', '.github/docs/errors/README.md'],
          ...codes.map((code) => `.github/docs/errors/${code}.md`),
          ...['DeviceLent', 'DeviceReturned', 'LoanExtended'].map((type) => `contracts/schemas/events/${type}.v1.json`),
        ].toSorted(),
      );
    });

    it.each(['LendDevice', 'loans.write', 'LoanExtended', 'loan-list', 'LOAN_DAYS', '设备最长借用天数'])(
      'has %s in the reference',
      (what) => expect(written.get('.github/docs/reference.md')).toContain(what),
    );

    it('sends its commands to the process that carries them out', () =>
      expect(written.get('infra/proxy/nginx.conf')).toMatch(/loans.* service;/));

    it('has each route in OpenAPI, with its fields and words', () => {
      const { paths, components } = openApiDocument(desk.app(), composition.apiDescription());
      const routes = Object.entries(paths).filter(([path]) => path.startsWith('/v1/loans'));
      expect(Object.fromEntries(routes)).toMatchObject({
        '/v1/loans': {
          post: { operationId: 'LendDevice', summary: 'Lend a device to a customer', 'x-summary-zh': '向客户借出设备' },
          get: { summary: 'Loans of devices, by customer, device and status' },
        },
        '/v1/loans/{id}': { get: {} },
        '/v1/loans/{loanId}/extend': { post: { operationId: 'ExtendLoan' } },
        '/v1/loans/{loanId}/return': { post: { operationId: 'ReturnDevice' } },
      });
      expect(components?.schemas).toMatchObject({
        Device: { type: 'string', enum: ['meter', 'router', 'terminal'] },
        LendDevice: {
          required: ['customerId', 'device', 'dueOn'],
          properties: { device: { title: 'Device', 'x-title-zh': '设备', $ref: '#/components/schemas/Device' } },
        },
        LoanPage: {},
      });
    });

    it('names the setting that is wrong', () =>
      expect(() => composition.configurationOf({ LOAN_DAYS: '0' })).toThrow(/LOAN_DAYS/));
  });
};
