import {
  Configuration,
  SETTING_GROUPS,
  settingState,
  type SettingState,
  type SettingWords,
} from '@annals/configuration';
import { QueryEndpoint } from '@annals/http';
import { CATALOGUE, type Catalogue } from '@annals/slice';
import { Controller, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

/** The settings of the process that answers, by what they are about: those of the platform, then those of each slice. */
export type SettingList = { readonly groups: readonly SettingsOfGroup[] };

export type SettingsOfGroup = { readonly title: SettingWords; readonly settings: readonly SettingState[] };

@ApiTags('settings')
@Controller('v1/settings')
export class SettingsController {
  constructor(
    private readonly configuration: Configuration,
    @Inject(CATALOGUE) private readonly catalogue: Pick<Catalogue, 'slices'>,
  ) {}

  @QueryEndpoint(
    '',
    {
      en: 'List settings with their meaning, value and default; secrets are not shown',
      zh: '列出设置及其含义、当前值和默认值（不显示机密）',
    },
    'settings.read',
    'SettingList',
  )
  list(): SettingList {
    const ofSlices = this.catalogue.slices.map(({ title, settings }) => ({ title, settings: Object.values(settings) }));
    const groups = [...SETTING_GROUPS, ...ofSlices].filter(({ settings }) => settings.length > 0);
    return {
      groups: groups.map(({ title, settings }) => ({
        title,
        settings: settings.map((each) => settingState(each, this.configuration)),
      })),
    };
  }
}
