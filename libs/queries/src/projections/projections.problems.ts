import { httpProblems } from '@annals/http';

/** What keeping and rebuilding views may meet. */
export const projectionProblems = httpProblems({
  ProjectionNotFound: {
    status: 404,
    title: { en: 'View not found', zh: '视图不存在' },
    detail: {
      en: 'There is no view {id}. Send the id of one that `GET /v1/projections` lists.',
      zh: '没有视图 {id}。请使用 `GET /v1/projections` 列出的视图。',
    },
    example: { id: 'customer-list' },
  },
  ParkedKeyNotFound: {
    status: 404,
    title: { en: 'Key not parked', zh: '键未被搁置' },
    detail: {
      en: 'The view has not parked the key {key}. Nothing has to be done about it.',
      zh: '视图没有搁置键 {key}，无需处理。',
    },
    example: { key: 'c-1' },
  },
  KeyStillParked: {
    status: 409,
    title: { en: 'Key still parked', zh: '键仍被搁置' },
    detail: {
      en: 'The view still fails on an event of this key, which `details.parked` names. Install a version that takes it, or skip the event.',
      zh: '视图仍无法处理该键的某个事件（见 `details.parked`）。请安装能处理该事件的版本，或跳过该事件。',
    },
    example: { parked: { key: 'c-1', eventId: '0193a5c2-7e1b-7c4f-9d38-52b6f0a4c1e8', position: 1_024 } },
  },
  EventDoesNotFit: {
    status: 409,
    title: { en: 'Event does not fit the view', zh: '事件与视图不符' },
    detail: {
      en: 'The view fails on an event, which `details.failure` names. Install a version that takes it; the view that is served stays as it is.',
      zh: '视图无法处理某个事件（见 `details.failure`）。请安装能处理该事件的版本；当前提供的视图保持不变。',
    },
    example: { failure: { eventId: '0193a5c2-7e1b-7c4f-9d38-52b6f0a4c1e8', position: 1_024 } },
  },
  OtherVersionServed: {
    status: 409,
    title: { en: 'Made by another version', zh: '由其他版本生成' },
    detail: {
      en: 'The view that is served was made by another version of Annals, which alone can go on with it. Rebuild the view.',
      zh: '当前提供的视图由 Annals 的其他版本生成，只有该版本能继续更新。请重建视图。',
    },
    example: { message: 'customer-list-v1 was made by another version of the program.' },
  },
  RebuildRunning: {
    status: 409,
    title: { en: 'Rebuild running', zh: '正在重建' },
    detail: {
      en: 'Another rebuild or roll-back of this view is running. Wait until `GET /v1/projections` shows that it has ended.',
      zh: '该视图正在重建或回退。请等待 `GET /v1/projections` 显示其结束后再试。',
    },
    example: { message: 'Another rebuild of customer-list is running.' },
  },
  NothingToRollBackTo: {
    status: 409,
    title: { en: 'Nothing to roll back to', zh: '没有可回退的版本' },
    detail: {
      en: 'No earlier build of this view is kept. Rebuild the view instead.',
      zh: '该视图没有保留更早的构建，请改为重建视图。',
    },
    example: { message: 'customer-list has no previous collection.' },
  },
});
