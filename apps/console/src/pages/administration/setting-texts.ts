import { texts } from '../../words/texts.js';

export const useSettingTexts = texts({
  search: ['Name or meaning', '名称或含义'],
  how: [
    'Settings come from the environment of the server and take effect when it is started.',
    '设置来自服务器的环境变量，启动时生效。',
  ],
  meaning: ['Meaning', '含义'],
  value: ['Value', '当前值'],
  default: ['Default', '默认值'],
  kept: ['Set, not shown', '已设置，不显示'],
  notSet: ['Not set', '未设置'],
  changed: ['Differs from the default', '与默认值不同'],
  none: ['No setting matches', '没有符合的设置'],
});
