import { personalPaths, samplesContract } from '@annals/testing';
import { attachmentContracts } from './index.js';

samplesContract(attachmentContracts, `${import.meta.dirname}/../samples`);

it('knows which fields are personal', () => {
  expect(personalPaths(attachmentContracts)).toEqual({ FileAttached: ['name'], FileRemoved: ['reason'] });
});
