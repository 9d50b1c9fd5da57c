import type { Permission } from './permissions.js';

/** `names` is the field that says which customer, or whose deal or complaint, a command is about. */
export type CommandRule = {
  readonly needs: Permission;
  readonly names: 'customerId' | 'dealId' | 'complaintId' | null;
};

const rules = (needs: Permission, names: CommandRule['names'], ...types: readonly string[]) =>
  types.map((type): [string, CommandRule] => [type, { needs, names }]);

/** Every command. What is not here is refused, whether it comes alone or in bulk. */
export const COMMANDS: ReadonlyMap<string, CommandRule> = new Map([
  ...rules('customers.write', 'customerId', 'RegisterCustomer', 'ChangeData', 'RecordNeed', 'MarkLost', 'WinBack'),
  ...rules('customers.write', 'customerId', 'SetContactPreference', 'GiveConsent', 'WithdrawConsent'),
  ...rules('customers.assign', 'customerId', 'AssignOwner'),
  ...rules('contacts.write', 'customerId', 'MakeContact'),
  ...rules('deals.write', 'customerId', 'OpenDeal'),
  ...rules('deals.write', 'dealId', 'AdvanceDeal', 'ChangeDeal', 'RecordSample', 'CloseDeal', 'ReopenDeal'),
  ...rules('complaints.write', 'customerId', 'FileComplaint'),
  ...rules('complaints.write', 'complaintId', 'AssignComplaint', 'EscalateComplaint', 'ResolveComplaint'),
  ...rules('complaints.write', 'complaintId', 'ReopenComplaint', 'RateSatisfaction'),
  ...rules('accounts.write', 'customerId', 'PlaceOrder', 'NoteDelivery', 'CancelOrder', 'MeterUsage'),
  ...rules('accounts.write', 'customerId', 'IssueInvoice', 'CancelInvoice', 'ReceivePayment'),
  ...rules('organisation.manage', null, 'OpenDepartment', 'RenameDepartment', 'MoveDepartment', 'CloseDepartment'),
  ...rules('organisation.manage', null, 'OpenRegion', 'RenameRegion', 'MoveRegion', 'CloseRegion'),
  ...rules('organisation.manage', null, 'FormTeam', 'RenameTeam', 'DissolveTeam'),
  ...rules('organisation.manage', null, 'DefinePosition', 'RenamePosition', 'RetirePosition'),
  ...rules('organisation.manage', null, 'AddUser', 'ChangeUserDetails', 'PlaceUser', 'GrantRoles'),
  ...rules('organisation.manage', null, 'DeactivateUser', 'ReactivateUser'),
]);
