import type { Words } from '@annals/event-sourcing';
import type { Setting } from './setting.js';
import { companySettings } from './settings.company.js';
import { engineSettings } from './settings.engines.js';
import { observationSettings } from './settings.observation.js';
import { serverSettings } from './settings.server.js';
import { signInSettings } from './settings.sign-in.js';

/** The settings of the platform by what they are about. */
export const SETTING_GROUPS: readonly SettingGroup[] = [
  { title: { en: 'Company', zh: '公司' }, settings: Object.values(companySettings) },
  { title: { en: 'Server', zh: '服务器' }, settings: Object.values(serverSettings) },
  { title: { en: 'Storage and messages', zh: '存储与消息' }, settings: Object.values(engineSettings) },
  { title: { en: 'Sign-in', zh: '登录' }, settings: Object.values(signInSettings) },
  { title: { en: 'Health, traces and log', zh: '健康检查、跟踪与日志' }, settings: Object.values(observationSettings) },
];

export type SettingGroup = { readonly title: Words; readonly settings: readonly Setting[] };

export const settings = {
  ...serverSettings,
  ...engineSettings,
  ...companySettings,
  ...signInSettings,
  ...observationSettings,
} as const;

/** Every setting of the platform, in the order of the documentation; slices declare their own. */
export const SETTINGS: readonly Setting[] = Object.values(settings);

/** The settings of slices: by slice, then by the name that the slice gives. */
export type SliceSettings = Readonly<Record<string, Readonly<Record<string, Setting>>>>;

/** The settings that rules and views are computed with: those of the company, then those of slices. */
export const ruleSettings = (slices: SliceSettings): readonly Setting[] => [
  ...Object.values(companySettings),
  ...Object.values(slices).flatMap((own) => Object.values(own)),
];
