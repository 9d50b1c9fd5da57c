import type { Permission } from './permissions.js';

/** The permission that a route needs; `signed-in` needs none, `each` is asked for every command of the request. */
export type Rule = Permission | 'signed-in' | 'each';

/** Every route that carries out no command of its own. What is not here is refused. */
export const ROUTES: Readonly<Record<string, Rule>> = {
  'POST /v1/session/password': 'signed-in',
  'DELETE /v1/session': 'signed-in',
  'DELETE /v1/session/all': 'signed-in',
  'POST /v1/users/:userId/one-time-password': 'organisation.manage',
  'POST /v1/api-keys': 'organisation.manage',
  'GET /v1/api-keys': 'organisation.manage',
  'DELETE /v1/api-keys/:keyId': 'organisation.manage',
  'GET /v1/access': 'signed-in',
  'POST /v1/commands': 'each',
  'GET /v1/customers': 'customers.read',
  'GET /v1/customers/by-phone/:number': 'personal.read',
  'GET /v1/customers/:customerId': 'customers.read',
  'GET /v1/customers/:customerId/lifecycle': 'customers.read',
  'GET /v1/customers/:customerId/history': 'history.read',
  'GET /v1/customers/:customerId/access': 'access.read',
  'GET /v1/lifecycle': 'customers.read',
  'GET /v1/deals': 'deals.read',
  'GET /v1/deals/pipeline': 'deals.read',
  'GET /v1/deals/:dealId': 'deals.read',
  'GET /v1/complaints': 'complaints.read',
  'GET /v1/complaints/:complaintId': 'complaints.read',
  'GET /v1/reports': 'reports.read',
  'GET /v1/reports/:name': 'reports.read',
  'GET /v1/reports/:name/records': 'reports.read',
  'GET /v1/events': 'events.read',
  'GET /v1/organisation': 'organisation.read',
  'GET /v1/organisation/departments/:departmentId': 'organisation.read',
  'GET /v1/organisation/regions/:regionId': 'organisation.read',
  'GET /v1/organisation/teams/:teamId': 'organisation.read',
  'GET /v1/organisation/positions/:positionId': 'organisation.read',
  'GET /v1/organisation/history': 'access.read',
  'GET /v1/users': 'organisation.read',
  'GET /v1/users/:userId': 'organisation.read',
  'GET /v1/projections': 'projections.manage',
  'GET /v1/projections/:projection': 'projections.manage',
  'GET /v1/projections/:projection/parked': 'projections.manage',
  'POST /v1/projections/:projection/parked/:key/retry': 'projections.manage',
  'POST /v1/projections/:projection/parked/:key/skip': 'projections.manage',
  'POST /v1/projections/:projection/rebuild': 'projections.manage',
  'POST /v1/projections/:projection/rollback': 'projections.manage',
  'GET /metrics': 'metrics.read',
};

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
