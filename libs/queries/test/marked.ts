import { accountContracts } from '@annals/contracts-accounts';
import { attachmentContracts } from '@annals/contracts-attachments';
import { complaintContracts } from '@annals/contracts-complaints';
import { contactContracts } from '@annals/contracts-contacts';
import { customerContracts } from '@annals/contracts-customers';
import { dealContracts } from '@annals/contracts-deals';
import { leadContracts, leadFormContracts, leadRoutingContracts, leadRuleContracts } from '@annals/contracts-leads';
import { offerContracts } from '@annals/contracts-offers';
import { ORGANISATION, organisationContracts } from '@annals/contracts-organisation';
import { CATALOGUE, productContracts } from '@annals/contracts-products';
import { quoteContracts } from '@annals/contracts-quotes';
import { taskContracts } from '@annals/contracts-tasks';
import type { Contract, PersonalField } from '@annals/event-sourcing';
import { readFileSync } from 'node:fs';
import type { Told } from './desk.js';

export const MARKER = 'Rumpelstiltskin';

const groups: readonly (readonly [string, readonly Contract[]])[] = [
  ['customers', customerContracts],
  ['contacts', contactContracts],
  ['products', productContracts],
  ['leads', [...leadContracts, ...leadFormContracts, ...leadRuleContracts, ...leadRoutingContracts]],
  ['deals', dealContracts],
  ['quotes', quoteContracts],
  ['complaints', complaintContracts],
  ['tasks', taskContracts],
  ['attachments', attachmentContracts],
  ['offers', offerContracts],
  ['accounts', accountContracts],
  ['organisation', organisationContracts],
];

type Tree = Record<string, unknown>;

/** Puts the marker at a path of a contract, whether the sample has the field or not. */
const mark = (value: Tree, path: string): void => {
  const [step = '', ...deeper] = path.split('.');
  const name = step.replace('[]', '');
  const isList = step.endsWith('[]');
  if (deeper.length === 0) value[name] = isList ? [MARKER] : markerFor(name);
  else for (const one of membersOf(value, name, isList)) if (isOfKind(one, deeper[0]!)) mark(one, deeper.join('.'));
};

const membersOf = (value: Tree, name: string, isList: boolean): Tree[] => {
  value[name] ??= isList ? [{}] : {};
  return [value[name]].flat() as Tree[];
};

/** Changes of contact persons have another shape than those of other fields. */
const isOfKind = (one: Tree, step: string) =>
  !('field' in one) || step === 'field' || 'persons' in one === (step === 'persons');

const markerFor = (name: string) => (name === 'attributes' ? { [MARKER]: MARKER } : MARKER);

/** The region of a customer is no secret, though any change is taken for one. */
const isPersonal = ({ field }: Tree) => field !== 'geographic.settlement';

/** Colleagues may know who looks after a customer. */
const isHidden = (folder: string, { whose }: PersonalField) => whose !== 'employee' || folder === 'organisation';

const SEEN = { customerId: 'u-1', dealId: 'd-1', complaintId: 'c-1' };
/** What is taken back is in no list. */
const GONE = { customerId: 'u-9', dealId: 'd-9' };
const TAKEN_BACK: ReadonlySet<string> = new Set(['CustomerWithdrawn', 'DealWithdrawn']);

/** Of what is about no customer. */
const SUBJECTS: Readonly<Record<string, string>> = { organisation: ORGANISATION, products: CATALOGUE };

const sampleOf = (folder: string, { type, version, personalFields }: Contract): Told => {
  const path = `${import.meta.dirname}/../../../contracts/${folder}/samples/${type}.v${version}.json`;
  const data = JSON.parse(readFileSync(path, 'utf8')) as Tree;
  for (const field of personalFields) if (isHidden(folder, field)) mark(data, field.path);
  if (type === 'CustomerDataChanged') data['changes'] = (data['changes'] as Tree[]).filter(isPersonal);
  const ids = TAKEN_BACK.has(type) ? GONE : SEEN;
  for (const [name, id] of Object.entries(ids)) if (name in data) data[name] = id;
  return {
    type,
    schemaVersion: version,
    data,
    reason: MARKER,
    ...{ subject: SUBJECTS[folder] ?? ids.customerId },
  };
};

/** A sample of every event, with the marker wherever a contract says that something is personal. */
export const marked = groups.flatMap(([folder, contracts]) => contracts.map((contract) => sampleOf(folder, contract)));

export const PERSONAL_TYPES = groups
  .flatMap(([folder, contracts]) =>
    contracts.filter(({ personalFields }) => personalFields.some((field) => isHidden(folder, field))),
  )
  .map(({ type }) => type);
