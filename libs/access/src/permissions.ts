/**
 * What somebody may be allowed to do. A permission about `customers` holds for some of them only: for those that the
 * scope of the role takes in. One about the `installation` holds or does not.
 */
export const PERMISSIONS = {
  'customers.read': { about: 'customers', meaning: 'See customers: lists, the 360° page, the lifecycle, counts' },
  'personal.read': {
    about: 'customers',
    meaning: 'See personal fields, and search by them; without it they are masked',
  },
  'history.read': { about: 'customers', meaning: 'See the audit history and pages as of a moment' },
  'deals.read': { about: 'customers', meaning: 'See deals and the pipeline' },
  'complaints.read': { about: 'customers', meaning: 'See complaints' },
  'orders.read': { about: 'customers', meaning: 'See orders, deliveries and usage' },
  'finance.read': { about: 'customers', meaning: 'See invoices and payments' },
  'reports.read': { about: 'customers', meaning: 'See reports and the records behind them' },
  'events.read': { about: 'customers', meaning: 'Read the event feed' },
  'customers.write': { about: 'customers', meaning: 'Register customers and change what their files say' },
  'customers.assign': { about: 'customers', meaning: 'Hand customers over to another owner' },
  'contacts.write': { about: 'customers', meaning: 'Record contacts' },
  'deals.write': { about: 'customers', meaning: 'Open, advance, change, close and reopen deals' },
  'complaints.write': { about: 'customers', meaning: 'File, assign, escalate, resolve, reopen and rate complaints' },
  'accounts.write': { about: 'customers', meaning: 'Record orders, deliveries, invoices, payments and usage' },
  'access.read': {
    about: 'installation',
    meaning: 'See who may see a customer, now and at any moment, and who changed the organisation',
  },
  'organisation.read': { about: 'installation', meaning: 'See users, departments, teams, positions and regions' },
  'organisation.manage': { about: 'installation', meaning: 'Change them, and issue and revoke API keys' },
  'metrics.read': { about: 'installation', meaning: 'Read the metrics of the process' },
  'projections.manage': {
    about: 'installation',
    meaning: 'See the state of views, rebuild them, retry and skip events',
  },
} as const satisfies Readonly<Record<string, Definition>>;

export type Permission = keyof typeof PERMISSIONS;

type Definition = { readonly about: 'customers' | 'installation'; readonly meaning: string };

export const isPermission = (name: string): name is Permission => Object.hasOwn(PERMISSIONS, name);

export const isAboutCustomers = (permission: Permission): boolean => PERMISSIONS[permission].about === 'customers';
