import { command } from '@annals/command-bus';
import { givenAddress, givenContactPerson } from '@annals/contracts-customers';
import { clearable, customerId } from '@annals/contracts-values';

const needs = 'customers.write';
const about = 'customerId';

const { personId: givenPersonId, ...person } = givenContactPerson.shape;
const { addressId: givenAddressId, ...address } = givenAddress.shape;
const personId = givenPersonId.unwrap();
const addressId = givenAddressId.unwrap();

export class AddContactPerson extends command(
  'AddContactPerson',
  { customerId, ...person, personId },
  {
    post: 'customers/:customerId/contact-persons',
    summary: { en: 'Add a contact person', zh: '添加联系人' },
    description: {
      en: 'Other contact persons stay as they are, but only one is `primary`: the new one, if it is.',
      zh: '其他联系人不变；主要联系人只有一位：如新联系人为主要联系人，原主要联系人不再是。',
    },
    needs,
    about,
    creates: 'personId',
  },
) {}

export class ChangeContactPerson extends command(
  'ChangeContactPerson',
  { customerId, ...clearable(person), personId },
  {
    post: 'customers/:customerId/contact-persons/:personId/change',
    summary: { en: 'Change a contact person', zh: '变更联系人' },
    description: {
      en: 'Only the given fields change; `null` removes a value. Other contact persons stay as they are, but only one is `primary`.',
      zh: '只变更给出的字段；`null` 表示删除。其他联系人不变，但主要联系人只有一位。',
    },
    needs,
    about,
  },
) {}

export class RemoveContactPerson extends command(
  'RemoveContactPerson',
  { customerId, personId },
  {
    post: 'customers/:customerId/contact-persons/:personId/remove',
    summary: { en: 'Remove a contact person', zh: '删除联系人' },
    description: {
      en: 'Its consents are withdrawn. What was recorded of the person stays in the history; the id is never used again.',
      zh: '其同意一并撤回。已有记录保留在历史中，编号不再使用。',
    },
    needs,
    about,
  },
) {}

export class AddAddress extends command(
  'AddAddress',
  { customerId, ...address, addressId },
  {
    post: 'customers/:customerId/addresses',
    summary: { en: 'Add an address', zh: '添加地址' },
    description: { en: 'Other addresses stay as they are.', zh: '其他地址不变。' },
    needs,
    about,
    creates: 'addressId',
  },
) {}

export class ChangeAddress extends command(
  'ChangeAddress',
  { customerId, ...clearable(address), addressId },
  {
    post: 'customers/:customerId/addresses/:addressId/change',
    summary: { en: 'Change an address', zh: '变更地址' },
    description: {
      en: 'Only the given fields change; `null` removes a value. Other addresses stay as they are.',
      zh: '只变更给出的字段；`null` 表示删除。其他地址不变。',
    },
    needs,
    about,
  },
) {}

export class RemoveAddress extends command(
  'RemoveAddress',
  { customerId, addressId },
  {
    post: 'customers/:customerId/addresses/:addressId/remove',
    summary: { en: 'Remove an address', zh: '删除地址' },
    description: {
      en: 'Other addresses stay as they are; the id is never used again.',
      zh: '其他地址不变；编号不再使用。',
    },
    needs,
    about,
  },
) {}
