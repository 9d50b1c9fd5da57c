import { ratio, setting } from '@annals/configuration';
import { duplicateContracts } from '@annals/contracts-duplicates';
import { compare, type MatchThresholds } from '@annals/matching';
import { comparedAfter, duplicateKeys, differentPairs, duplicateLines } from '@annals/projections-duplicates';
import { traitsOfFile, type ComparedFile } from '@annals/projections-duplicates';
import { aggregate, slice, UNPUBLISHED, type Company } from '@annals/slice';
import * as commands from './duplicate.commands.js';
import { duplicate } from './duplicate.decider.js';
import { duplicateProblems } from './duplicate.problems.js';

const agreeingIn =
  ({ phoneRegion, probable, same }: MatchThresholds & Company) =>
  (one: ComparedFile, other: ComparedFile): readonly string[] =>
    compare(traitsOfFile(one, phoneRegion), traitsOfFile(other, phoneRegion), { probable, same })
      .evidence.filter(({ weight }) => weight > 0)
      .map(({ code }) => code);

export const duplicates = slice({
  name: 'duplicates',
  title: { en: 'Duplicates', zh: '重复客户' },
  summary: {
    en: 'Customers that are probably the same, by evidence with weights, and findings that two are different.',
    zh: '按加权依据找出疑似重复的客户，并可确认两个客户并非同一客户。',
  },
  process: 'sales',
  events: duplicateContracts,
  settings: {
    probable: setting(
      'DUPLICATES_PROBABLE_FROM',
      '0.5',
      { en: 'Score from which two customers are probably the same', zh: '两个客户视为疑似重复的最低评分' },
      ratio,
    ),
    same: setting(
      'DUPLICATES_SAME_FROM',
      '0.9',
      { en: 'Score from which two customers are the same', zh: '两个客户视为同一客户的最低评分' },
      ratio,
    ),
  },
  problems: [duplicateProblems],
  aggregates: (settings) => [aggregate(duplicate({ after: comparedAfter, agreeing: agreeingIn(settings) }), commands)],
  views: (company) => [duplicateKeys(company), differentPairs],
  rights: {
    'duplicates.read': { about: 'customers', en: 'See probable duplicates of customers', zh: '查看疑似重复的客户' },
    'duplicates.settle': {
      ...{ about: 'customers', en: 'Record that two customers are not the same' },
      zh: '确认两个客户并非同一客户',
    },
  },
  grants: {
    sales: { team: ['duplicates.read'], own: ['duplicates.settle'] },
    service: { region: ['duplicates.read', 'duplicates.settle'] },
    manager: { department: ['duplicates.read', 'duplicates.settle'] },
    auditor: { all: ['duplicates.read'] },
    integration: { all: ['duplicates.read', 'duplicates.settle'] },
  },
  lines: duplicateLines,
  published: { CustomersFoundDifferent: UNPUBLISHED },
});
