import { requestContext } from '@annals/http';
import { AnnalsLogger } from './index.js';

const written = (write: () => void): string => {
  const stdout = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  write();
  const lines = stdout.mock.calls.map(([line]) => line).join('');
  stdout.mockRestore();
  return lines;
};

const request = { requestId: 'request-1', correlationId: 'call-7' };

it('names the request in each line of JSON', () => {
  const logger = new AnnalsLogger({ level: 'info', format: 'json' });
  const line = written(() => requestContext.run(request, () => logger.log('Appended', 'Store')));
  expect(JSON.parse(line)).toMatchObject({ level: 'log', message: 'Appended', context: 'Store', ...request });
});

it('names the request in each line of text', () => {
  const logger = new AnnalsLogger({ level: 'info', format: 'text' });
  expect(written(() => requestContext.run(request, () => logger.log('Appended', 'Store')))).toMatch(/call-7.*Appended/);
  expect(written(() => logger.log('Started', 'Store'))).toMatch(/\[Store\].*Started/);
});

it('leaves out what is not worth a line', () => {
  const logger = new AnnalsLogger({ level: 'info', format: 'text' });
  expect(written(() => logger.debug('detail'))).toBe('');
  expect(written(() => new AnnalsLogger({ level: 'debug', format: 'text' }).debug('detail'))).toMatch(/detail/);
});
