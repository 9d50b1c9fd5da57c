import type { AccountEvent } from '@annals/contracts-accounts';
import type { ComplaintEvent } from '@annals/contracts-complaints';
import type { ContactEvent } from '@annals/contracts-contacts';
import type { CustomerEvent } from '@annals/contracts-customers';
import type { DealEvent } from '@annals/contracts-deals';

export type Source = CustomerEvent | ContactEvent | DealEvent | ComplaintEvent | AccountEvent;
