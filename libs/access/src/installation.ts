import type { Granting } from '@annals/slice';

/** Rights that belong to no slice: what the platform shows of all of them, and how it runs. */
export const INSTALLATION: Granting = {
  rights: {
    'history.read': {
      ...{ about: 'customers', en: 'See the audit history and pages as of a moment' },
      zh: '查看审计历史和任意时刻的视图',
    },
    'reports.read': { about: 'customers', en: 'See reports and the records behind them', zh: '查看报表及其明细' },
    'events.read': { about: 'customers', en: 'Read the event feed', zh: '读取事件流' },
    'access.read': {
      ...{ about: 'installation', en: 'See who may see a customer, now and then, and who changed the organisation' },
      zh: '查看谁能（曾能）看到某客户，以及谁变更了组织',
    },
    'settings.read': {
      ...{ about: 'installation', en: 'See settings with their meaning and value' },
      zh: '查看设置的含义和取值',
    },
    'imports.read': {
      ...{ about: 'installation', en: 'See imports, their rows with errors and what became of undone ones' },
      zh: '查看导入、有错误的行和撤销结果',
    },
    'imports.run': {
      ...{
        about: 'installation',
        en: 'Import files, pause, resume and undo imports, as far as the rights to their commands go',
      },
      zh: '在所涉命令的权限范围内导入文件，暂停、继续和撤销导入',
    },
    'saved-views.manage': {
      ...{ about: 'installation', en: 'Delete shared views of lists that others saved' },
      zh: '删除他人共享的列表视图',
    },
    'metrics.read': { about: 'installation', en: 'Read the metrics of the process', zh: '读取进程指标' },
    'projections.manage': {
      ...{ about: 'installation', en: 'See the state of views, rebuild them, retry and skip events' },
      zh: '查看视图状态，重建视图，重试和跳过事件',
    },
  },
  grants: {
    sales: { team: ['history.read', 'reports.read', 'events.read'] },
    service: { region: ['history.read', 'reports.read', 'events.read'] },
    marketing: { all: ['reports.read'] },
    manager: { department: ['history.read', 'reports.read', 'events.read'] },
    auditor: { all: ['history.read', 'reports.read', 'events.read', 'access.read'] },
    analyst: { all: ['history.read', 'reports.read', 'events.read'] },
    integration: { all: ['events.read', 'metrics.read'] },
  },
};
