import { accounts } from '@annals/domain-accounts';
import { attachments } from '@annals/domain-attachments';
import { complaints } from '@annals/domain-complaints';
import { contacts } from '@annals/domain-contacts';
import { customers } from '@annals/domain-customers';
import { deals } from '@annals/domain-deals';
import { duplicates } from '@annals/domain-duplicates';
import { leads } from '@annals/domain-leads';
import { lifecycle } from '@annals/domain-lifecycle';
import { offers } from '@annals/domain-offers';
import { organisation } from '@annals/domain-organisation';
import { products } from '@annals/domain-products';
import { quotes } from '@annals/domain-quotes';
import { tasks } from '@annals/domain-tasks';
import type { Slice } from '@annals/slice';

/** The one list of slices: everything that needs to know them all is derived from it. */
export const slices: readonly Slice[] = [
  customers,
  duplicates,
  contacts,
  products,
  deals,
  quotes,
  complaints,
  tasks,
  attachments,
  leads,
  offers,
  accounts,
  lifecycle,
  organisation,
];
