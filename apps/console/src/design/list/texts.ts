import { texts } from '../../words/texts.js';

export const useListTexts = texts({
  search: ['Search', '搜索'],
  filter: ['Filter', '筛选'],
  filters: ['Filters', '筛选条件'],
  remove: ['Remove filter {{name}}', '移除筛选 {{name}}'],
  clear: ['Clear all', '全部清除'],
  columns: ['Columns', '列'],
  from: ['From', '从'],
  to: ['To', '至'],
  only: ['Only these', '仅显示这些'],
  value: ['Value', '值'],
  add: ['Add', '添加'],
  select: ['Select', '选择'],
  selectAll: ['Select all that are loaded', '选择已加载的全部'],
  selected: [{ one: '{{count}} selected', other: '{{count}} selected' }, '已选 {{count}} 项'],
  unselect: ['Clear', '取消选择'],
  loaded: [
    '{{count}} of {{total}} loaded, more follow while you scroll',
    '已加载 {{count}} / {{total}}，滚动时继续加载',
  ],
  loadedSome: ['{{count}} loaded, more follow while you scroll', '已加载 {{count}} 条，滚动时继续加载'],
  all: [{ one: '{{count}} record', other: '{{count}} records' }, '共 {{count}} 条'],
  more: ['more than {{count}}', '超过 {{count}}'],
  none: ['Nothing here yet', '暂无数据'],
  noneFound: ['Nothing matches', '没有符合条件的记录'],
  noneWhy: [
    'No record fits the search and the filters that are set. Remove one to see more.',
    '没有记录符合当前的搜索和筛选条件，移除一项即可查看更多。',
  ],
});
