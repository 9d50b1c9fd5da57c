import { INSTALLATION } from '@annals/access/installation';
import { loadConfiguration } from '@annals/configuration';
import { accounts } from '@annals/domain-accounts';
import { complaints } from '@annals/domain-complaints';
import { contacts } from '@annals/domain-contacts';
import { customers } from '@annals/domain-customers';
import { deals } from '@annals/domain-deals';
import { duplicates } from '@annals/domain-duplicates';
import { organisation } from '@annals/domain-organisation';
import { catalogueOf, settingsOf } from '@annals/slice';

const slices = [customers, duplicates, contacts, deals, complaints, accounts, organisation];

const configuration = loadConfiguration({}, settingsOf(slices));

/** What the slices of Annals declare. */
export const catalogue = catalogueOf(slices, configuration, [INSTALLATION]);
