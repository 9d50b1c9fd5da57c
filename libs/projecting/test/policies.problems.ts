import { problems } from '@annals/event-sourcing';

export const { reject } = problems({
  NothingToShip: {
    kind: 'conflict',
    title: { en: 'Nothing to ship', zh: '无货可发' },
    detail: { en: 'The order is lost. Place another one.', zh: '订单已丢失，请重新下单。' },
  },
});
