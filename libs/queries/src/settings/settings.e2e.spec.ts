import { SETTINGS } from '@annals/configuration';
import { annalsCatalogue, configurationOf } from '@annals/composition';
import { openDesk } from '../../test/desk.js';
import type { SettingList } from './settings.controller.js';

const SECRET = 'mongodb://annals:rumpelstiltskin@host:27017/annals';

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk(undefined, { READ_STORE_URL: SECRET, LIFECYCLE_DECLINING_SILENT_DAYS: '90' });
});
afterAll(() => desk.close());

const settings = async () => {
  const { body } = await desk.get<SettingList>('/v1/settings');
  return body.groups.flatMap((group) => group.settings);
};

describe('the list of settings', () => {
  it('has every setting of the platform and of the slices once', async () => {
    const { slices } = annalsCatalogue(configurationOf({}));
    const declared = [...SETTINGS, ...slices.flatMap((slice) => Object.values(slice.settings))];
    const names = (all: readonly { readonly name: string }[]) => all.map(({ name }) => name).sort();
    expect(names(await settings())).toEqual(names(declared));
  });

  it('shows value, default and unit of a setting, with its meaning in both languages', async () => {
    expect((await settings()).find(({ name }) => name === 'LIFECYCLE_DECLINING_SILENT_DAYS')).toEqual({
      name: 'LIFECYCLE_DECLINING_SILENT_DAYS',
      meaning: {
        en: 'Days without activity before a customer counts as declining',
        zh: '客户无往来达到该天数时视为衰退期',
      },
      unit: { en: 'days', zh: '天' },
      allowed: 'a whole number from 1 to 100000',
      ...{ value: '90', default: '180', given: true, secret: false },
    });
  });

  it('shows the default of a setting that is not given, and no value of one without a default', async () => {
    const all = await settings();
    expect(all.find(({ name }) => name === 'TIME_ZONE')).toMatchObject({ value: 'UTC', default: 'UTC', given: false });
    expect(all.find(({ name }) => name === 'OIDC_ISSUER')).toMatchObject({ value: null, default: null, given: false });
  });

  it('says of a secret only whether it is given', async () => {
    const all = await settings();
    expect(JSON.stringify(all)).not.toContain('rumpelstiltskin');
    expect(all.find(({ name }) => name === 'READ_STORE_URL')).toMatchObject({ value: null, given: true, secret: true });
    expect(all.find(({ name }) => name === 'TOKEN_SECRET')).toMatchObject({ value: null, given: false, secret: true });
  });
});
